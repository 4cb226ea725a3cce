# delivered = reached x performs in every row, and performs is empty where a step is never reached
for name in three_phase sixty_day; do
    negosim run "$ROOT/scenarios/$name.cfg" -q -n 200 -o $name
    awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        { d = $at["delivered"] - $at["reached"] * $at["performs"]; n++ }
        d > 1e-12 || d < -1e-12 || ($at["performs"] == "") != ($at["reached"] == 0) { print FILENAME ": " $0 }
        END { print (n > 10 ? "looked at" : "found no") " steps" }' $name/phases.csv
done
