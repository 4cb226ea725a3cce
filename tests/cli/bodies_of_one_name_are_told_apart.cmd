# Both parties have a floor that votes after the leaders, and in between a level leaves the table.
. "$HERE/base.sh"
floor='{ name = "floor"; quota = 6; noise = 0.3; blocs = ( { name = "left"; seats = 5; no_deal = 0.1; }, { name = "right"; seats = 5; no_deal = -0.2; } ); }'
offers='strategy = "polynomial"; exponent = { uniform = (0.5, 3); };'
base "union_more=bodies = ( $floor );" "firm_more=bodies = ( $floor );" \
    "end=talks = { assumption = \"made up\"; start = \"2024-01-01\"; deadline = \"2024-03-01\"; round_days = 2;
    parties = ( { name = \"union\"; $offers }, { name = \"firm\"; $offers } );
    ratification = ( { party = \"firm\"; body = \"floor\"; days = 1; }, { party = \"union\"; body = \"floor\"; days = 2; } ); };" >a.cfg
says negosim bargain a.cfg -q -n 300 -o out
echo 'agreements, and refusals of each floor:'
awk -F, '$1 == "agreement" || $2 != "" { print $1, $2, $3; n += $3 } END { print n }' out/endings.csv
echo 'who votes, in the run that is written out:'
awk -F, '/floor/ { print $6, $7, $8 }' out/offers.csv
