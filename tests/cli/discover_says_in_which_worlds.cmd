say() { negosim "$@"; echo "exit $?"; }
exec 2>&1
# the union accepts 'offer' where its reservation is below 0.4 and it does not insist on hours; jobs count for nothing
cat > pay.cfg <<'EOF'
scenario  = { name = "pay"; };
issues    = ( { name = "pay"; unit = "%"; from = 0; to = 10; step = 1; }, { name = "hours"; levels = ("short", "long"); },
              { name = "jobs"; levels = ("few", "many"); } );
parties   = ( { name = "union"; weights = { pay = 1; hours = 0; jobs = 0; }; reservation = { uniform = (0.2, 0.7); };
                values = { pay = { kind = "linear"; worst = 0; best = 10; }; hours = { kind = "levels"; short = 1; long = 0; };
                           jobs = { kind = "levels"; few = { uniform = (0, 1); }; many = 1; }; };
                red_lines = ( { issue = "hours"; levels = ("long"); probability = 0.5; } ); },
              { name = "firm"; weights = { pay = 1; hours = 0; jobs = 0; }; reservation = 0;
                values = { pay = { kind = "linear"; worst = 10; best = 0; }; hours = { kind = "levels"; short = 0; long = 1; };
                           jobs = { kind = "levels"; few = 1; many = 0; }; }; } );
proposals = ( { name = "offer"; by = "firm"; terms = { pay = 4; hours = "long"; jobs = "few"; }; } );
EOF
say discover pay.cfg -n 4000
cut -d, -f 1-4,6,11-14 results/pay_worlds/boxes.csv
cut -d, -f 2-10 results/pay_worlds/tree.csv | head -n 4
# one thread or three: the same bytes
negosim discover pay.cfg -n 500 -q -j 1 -o one && negosim discover pay.cfg -n 500 -q -j 3 -o three
for file in boxes trajectory tree; do cmp one/$file.csv three/$file.csv || echo "$file differs"; done
# levers: a term of the proposals, a number
say discover pay.cfg -n 4000 --vary issues.pay=all --vary union.reservation=0.1:0.9 --metrics proposals -o varied | sed -n '/union accepts/,/worlds with/p'
say discover pay.cfg --vary issues.pay=all --metrics zone
say discover pay.cfg --vary run.seed=1,2
say discover pay.cfg --vary union.reserve=0:1
say discover pay.cfg -n 1e6
say discover pay.cfg --metrics talks
say discover missing.cfg
say discover pay.cfg -n 200 --proposal offer -q && cut -d, -f 2 results/pay_worlds/boxes.csv | sort -u
say discover pay.cfg --proposal ofer
say discover pay.cfg --proposal offer --metrics zone
say discover pay.cfg --vary issues.pay=all --vary issues.pay=all
