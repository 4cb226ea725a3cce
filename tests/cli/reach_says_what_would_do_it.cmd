say() { negosim "$@"; echo "exit $?"; }
exec 2>&1
# the union accepts pay x with hours short where 0.6 x/10 + 0.4 is at least its reservation, uniform on 0.2 to 1
cat > pay.cfg <<'EOF'
scenario  = { name = "pay"; };
issues    = ( { name = "pay"; unit = "%"; from = 0; to = 10; step = 2; }, { name = "hours"; levels = ("short", "long"); } );
parties   = ( { name = "union"; weights = { pay = 0.6; hours = 0.4; }; reservation = { uniform = (0.2, 1); };
                values = { pay = { kind = "linear"; worst = 0; best = 10; }; hours = { kind = "levels"; short = 1; long = 0; }; };
                red_lines = ( { issue = "hours"; levels = ("long"); probability = 0.5; } ); },
              { name = "firm"; weights = { pay = 0.9; hours = 0.1; }; reservation = 0.3;
                values = { pay = { kind = "linear"; worst = 10; best = 0; }; hours = { kind = "levels"; short = 0; long = 1; }; }; } );
proposals = ( { name = "low"; by = "firm"; terms = { pay = 2; hours = "long"; }; },
              { name = "high"; by = "union"; terms = { pay = 6; hours = "short"; }; } );
EOF
# 'low' is worth 0.12 to the union, which never accepts it
say reach pay.cfg --want union=0.6 --want firm=1 --proposal low --from low --to high
# hours short at 2: 0.52, accepted with a chance of 0.4; 0.6 needs 0.68, a pay of 4.67
cut -d, -f 1-4,7-9 results/pay_reach/levers.csv
cut -d, -f 1-4,6-9 results/pay_reach/choices.csv
cat results/pay_reach/path.csv
cat results/pay_reach/caps.csv
say reach pay.cfg --want union=1 --want firm=1 -q && head -n 2 results/pay_reach/choices.csv | cut -d, -f 1-8
# of an issue the nearest level on the table that reaches it: with hours short 4.67 would do, and 6 is there
say reach pay.cfg --set issues.hours=short --proposal low --want union=0.6 --vary issues.pay=all -q && cat results/pay_reach/levers.csv
# reasons sum to refusals
awk -F, 'NR > 1 { sum[$1] += $7 } END { for (p in sum) printf "%s %.6f\n", p, sum[p] }' results/pay_reach/caps.csv
# what is there already needs no lever; a number in doubt is known where it is tried
negosim reach pay.cfg --proposal high --want union=0.5 -q -o there && wc -l <there/levers.csv
negosim reach pay.cfg --proposal high --want union=0.9 --vary union.reservation=0:1 -o known | sed -n '/one change/,/^$/p'
# root search of a number: 'low' with hours short is worth 0.52, so that a known reservation of 0.52 is accepted
negosim reach pay.cfg --set issues.hours=short --proposal low --want union=0.9 --vary union.reservation=0:1 -q -o root && cut -d, -f 1-6 root/levers.csv
say reach pay.cfg --want union=0.6 --vary issues.pay=2,4 --vary issues.pay=all
say reach pay.cfg --proposal high --want union=+0.5
# so much more than now
say reach pay.cfg --set issues.hours=short --proposal low --want union=+0.2 -q && head -n 2 results/pay_reach/levers.csv
negosim reach pay.cfg --want all=0.5 -q -j 1 -o one && negosim reach pay.cfg --want all=0.5 -q -j 3 -o three
for file in choices caps levers path; do cmp one/$file.csv three/$file.csv || echo "$file differs"; done
say reach pay.cfg
say reach pay.cfg --want onion=0.6
say reach pay.cfg --want union
say reach pay.cfg --want union=60
say reach pay.cfg --want union=0.6 --want union=0.7
say reach pay.cfg --want union=+0.1
say reach pay.cfg --want union=0.6 --proposal lo
say reach pay.cfg --from low
say reach pay.cfg --want union=0.6 --vary run.draws=1,2
say reach pay.cfg --want union=0.6 --vary union.reserve=0:1
say reach missing.cfg --want union=0.6
