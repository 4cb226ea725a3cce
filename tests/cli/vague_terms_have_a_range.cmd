. "$HERE/base.sh"
doubts='union_no_deal=    reservation = { uniform = (0.2, 0.9); };'
more='firm_no_deal=    reservation = { uniform = (0.2, 0.9); };'
# pay is open to all, jobs to the union alone, which reads them otherwise than the firm does
base "$doubts" "$more" 'end=proposals = ( { name = "open"; by = "nobody"; terms = { pay = ((1, 0.5), (3, 0.5)); jobs = "some"; };
    readings = { union = { jobs = { some = 3; many = 1; }; }; }; } );' >a.cfg
says negosim check -q a.cfg
base "$doubts" "$more" 'end=proposals = ( { name = "open"; by = "nobody"; terms = { pay = ((1, 0.5), (3, 0.5)); jobs = "some"; };
    readings = { union = { jobs = { some = 0.3; many = 0.1; }; }; }; },
    { name = "clear"; by = "nobody"; terms = { pay = 1; jobs = "some"; }; } );' >a.cfg
negosim run a.cfg -v -n 400 -o open | sed -n '/^Proposals/,/^How far/p'
cells() {
    awk -F, -v want="$2" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; n = split(want, w, " "); next }
        { for (i = 1; i <= n; i++) printf "%s%s", w[i] " " $at[w[i]], i < n ? ", " : "\n" }' "$1/proposals.csv"
}
cells open 'proposal accept_union accept_firm accept_all pay jobs'
cells open 'proposal low_reading_all high_reading_all low_reading_union high_reading_union low_reading_firm high_reading_firm'
# the ends of the range are what the clear texts have
for pay in 1 3; do
    for jobs in some many; do
        negosim run a.cfg -q -n 400 -o "$pay$jobs" --set issues.jobs=$jobs --set issues.pay=$pay
        echo "pay $pay, jobs $jobs: $(cells "$pay$jobs" 'accept_union accept_firm accept_all' | head -1)"
    done
done
# a chance may be set, and swept; of one reading nothing is open
negosim sweep a.cfg -q -n 400 --vary proposals.open.readings.union.jobs.many=0:0.6:3 --metrics proposals -o sweep
cut -d, -f 1-5 sweep/sweep.csv
negosim run a.cfg -q -n 400 -o clear --set proposals.open.terms.pay=3 --set 'proposals.open.readings.union.jobs="many"'
cells clear 'proposal accept_union accept_firm accept_all'
# what is too open
base "$doubts" "$more" 'end=proposals = ( { name = "open"; by = "nobody"; terms = { pay = ((1, 0.5), (1, 0.5)); jobs = { some = 0; many = 0; none = 0; few = 1; }; }; } );' >a.cfg
says negosim check -q a.cfg
