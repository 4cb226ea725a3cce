# agreement.csv: a party accepts where its margin is not below 0, all where each does; decides.csv of what decides.
. "$HERE/base.sh"
exec 2>&1
negosim run "$ROOT/scenarios/six_week.cfg" -q -n 300 --draw-table --top 1 -o out
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) { name[i] = $i; at[$i] = i }; next }
    { for (i in name)
          if (sub(/^accepts_/, "", name[i])) is_answer[i]
      for (i in is_answer) {
          margin = $at["margin_" name[i]]
          wrong += $i != (margin != "-inf" && margin >= -1e-9); n++
          crossed += margin == "-inf" }
      for (p = 1; p <= 2; p++) {
          proposal = p == 1 ? "phase_one_draft" : "permanent_commitment"
          wrong += $at["accept_" proposal] != $at["accepts_israel_" proposal] * $at["accepts_hamas_" proposal] } }
    END { print n, "answers,", wrong + 0, "wrong,", (crossed > 0 ? "some" : "none"), "over a red line" }' out/agreement.csv
# a number that is all: the buyer takes what is below its reservation, and nothing else is uncertain
base union_no_deal='reservation = 0;' firm_no_deal='reservation = { uniform = (0.2, 0.8); };' \
    end='proposals = ( { name = "half"; by = "x"; terms = { pay = 2; jobs = "some"; }; } );' >a.cfg
negosim run a.cfg -q -o a --seed 1
cut -d, -f1-3 a/decides.csv
awk -F, 'NR > 1 { print ($4 > 0.9 && $6 <= 1 && $7 >= $4 && $8 == 1 && $9 == 0) ? "decides alone" : $0 }' a/decides.csv | sort -u
