# both accept any price from 2 to 8: whoever proposes, the change named is to the nearest of these
for by in buyer seller; do
    [ $by = buyer ] && price=0 || price=10
    cat >a.cfg <<EOF
scenario  = { name = "t"; };
issues    = ( { name = "price"; from = 0; to = 10; step = 1; } );
parties   = ( { name = "buyer";  weights = { price = 1; };  reservation = 0.2;
                values = { price = { kind = "linear"; worst = 10; best = 0; }; }; },
              { name = "seller"; weights = { price = 1; };  reservation = 0.2;
                values = { price = { kind = "linear"; worst = 0; best = 10; }; }; } );
proposals = ( { name = "first"; by = "$by"; terms = { price = $price; }; } );
EOF
    negosim run a.cfg -v -n 10 | grep 'one term'
done
