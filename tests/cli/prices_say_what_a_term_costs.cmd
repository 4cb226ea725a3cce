exec 2>&1
# values are straight lines: one percent of pay is worth 0.05 to the union and 0.08 to the employer,
# an hour 0.1 and 0.04
cat > pay.cfg <<'EOF'
scenario  = { name = "pay"; };
issues    = ( { name = "pay"; unit = "%"; from = 0; to = 10; step = 1; },
              { name = "hours"; unit = "h"; from = 35; to = 40; step = 1; } );
parties   = ( { name = "union"; weights = { pay = 0.5; hours = 0.5; }; reservation = { uniform = (0.3, 0.7); };
                values = { pay = { kind = "linear"; worst = 0; best = 10; }; hours = { kind = "linear"; worst = 40; best = 35; }; }; },
              { name = "employer"; weights = { pay = 0.8; hours = 0.2; }; reservation = { uniform = (0.3, 0.7); };
                values = { pay = { kind = "linear"; worst = 10; best = 0; }; hours = { kind = "linear"; worst = 35; best = 40; }; }; } );
proposals = ( { name = "offer"; by = "employer"; terms = { pay = 2; hours = 38; }; } );
EOF
negosim run pay.cfg -v | sed -n '/What is disputed/,/^$/p; /exchange/,/better/p'
# one percent more: 0.05 to the union, -0.08 to the employer
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
    $1 == "offer" && $2 == "pay" && $4 == 3 { printf "%.6f %.6f %s gives, %s gets, %.4f\n", $at["kept_union"], $at["kept_employer"], $at["gives"], $at["gets"], $at["rate"] }' results/pay/prices.csv
# so an hour has the price of two percent of pay to the union, half a percent to the employer
grep '^offer,.*,hours,pay,' results/pay/rates.csv | awk -F, '{ printf "%s %.6f %.6f %.6f\n", $2, $5, $6, $7 }'
head -n 3 results/pay/exchanges.csv
# central numbers: 'all_a' is accepted where a weighs more than half; a's share is uniform, and so 3/4 there on average
# and 1/4 elsewhere; with it at 3/4 it is always accepted
cat > share.cfg <<'EOF'
scenario  = { name = "share"; };
issues    = ( { name = "a"; levels = (0, 1); }, { name = "b"; levels = (0, 1); } );
parties   = ( { name = "one"; weights = { a = { exponential = 1; }; b = { exponential = 1; }; }; reservation = 0.5;
                values = { a = { kind = "linear"; worst = 0; best = 1; }; b = { kind = "linear"; worst = 0; best = 1; }; }; },
              { name = "other"; weights = { a = 1; b = 1; }; reservation = 0;
                values = { a = { kind = "linear"; worst = 0; best = 1; }; b = { kind = "linear"; worst = 0; best = 1; }; }; } );
proposals = ( { name = "all_a"; by = "other"; terms = { a = 1; b = 0; }; } );
EOF
negosim run share.cfg -q && awk -F, '$2 == "one" { printf "%s %.2f %.2f %s\n", $3, $4, $5, $7 }' results/share/central.csv
