say() { negosim "$@"; echo "exit $?"; }
exec 2>&1
cat > car.cfg <<'EOF'
scenario  = { name = "car"; };
issues    = ( { name = "price"; from = 5000; to = 9000; step = 500; } );
parties   = ( { name = "buyer";  weights = { price = 1; };  reservation = { uniform = (0.3, 0.7); };
                values = { price = { kind = "linear"; worst = 9000; best = 5000; }; }; },
              { name = "seller"; weights = { price = 1; };  reservation = { uniform = (0.1, 0.5); };
                values = { price = { kind = "linear"; worst = 5000; best = 9000; }; }; } );
proposals = ( { name = "asked"; by = "seller"; terms = { price = 7500; }; },
              { name = "middle"; by = "nobody"; terms = { price = 6500; }; } );
EOF
say sensitivity car.cfg -n 1000
# 'asked' is worth 0.375 to the buyer: it accepts with a chance of 0.1875, and nothing else decides
awk -F, '$1 == "accepts" && $2 == "asked" && $3 == "" { print $4, $8, $11, $14 }' results/car_sensitivity/effects.csv
# one thread or three: the same bytes
negosim sensitivity car.cfg -n 100 -q -j 1 -o one && negosim sensitivity car.cfg -n 100 -q -j 3 -o three
for file in effects curves groups interactions; do cmp one/$file.csv three/$file.csv || echo "$file differs"; done
say sensitivity car.cfg --metrics talks
say sensitivity car.cfg --metrics proposal
say sensitivity car.cfg --metrics completes
say sensitivity car.cfg --interactions 1
say sensitivity car.cfg -n 1e9
say sensitivity car.cfg --format svg
say sensitivity missing.cfg
say sensitivity
say sensitivity car.cfg --set buyer.reservation=0.5 --set seller.reservation=0.3 -n 32 -q
cat results/car_sensitivity/effects.csv
# an issue may have the name of a group
sed 's/"price"/"bodies"/; s/price = /bodies = /g' car.cfg >bodies.cfg
say sensitivity bodies.cfg -n 32 -q -o bodies && cut -d, -f 4-7 bodies/effects.csv | head -n 3
say discover bodies.cfg -n 100 -q -o bodies_worlds
