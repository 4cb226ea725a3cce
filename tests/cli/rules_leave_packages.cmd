# Ten seats for three who want at least one, two and three (the vector rules_sum_counts: 66
# packages, 15 suit all, three tie for Nash, product 2 seats cubed by 1000); terms move in pairs, and so does a text.
party() { cat <<TEXT
{ name = "$1"; assumption = "own seats"; reservation = 0.$6; weights = { a = $2; b = $3; c = $4; };
  values = { $(for k in a b c; do echo "$k = { kind = \"linear\"; worst = 0; best = 10; };"; done) }; bargains = $5; }
TEXT
}
cat >seats.cfg <<TEXT
scenario = { name = "seats"; };
issues = ( { name = "a"; from = 0; to = 10; step = 1; }, { name = "b"; from = 0; to = 10; step = 1; }, { name = "c"; from = 0; to = 10; step = 1; } );
rules = ( { sum = ("a", "b", "c"); equals = 10; } );
parties = ( $(party first 1 0 0 true 1), $(party second 0 1 0 true 2), $(party third 0 0 1 false 3) );
proposals = ( { name = "most"; by = "first"; terms = { a = 6; b = 1; c = 3; }; }, { name = "least"; by = "second"; terms = { a = 1; b = 6; c = 3; }; } );
talks = { rounds = 40; parties = ( { name = "first"; strategy = "polynomial"; exponent = 1; }, { name = "second"; strategy = "polynomial"; exponent = 1; } );
  mediator = { single_text = true; starts = "most"; temperature = 0.2; }; };
TEXT
negosim check seats.cfg 2>/dev/null | sed -n '2,4p'
negosim run seats.cfg -q -n 50 -o run --report 2>/dev/null
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "accept_all") at = i; next } { n++; all += $at == 1 } END { print n " packages, " all " suit all" }' run/packages.csv
sed 's/bargains = false/bargains = true/; /^talks/,$d' seats.cfg >three.cfg
negosim run three.cfg -q -n 50 -o three
cut -d, -f 1-4,8-11,13 three/solutions.csv | head -2
cut -d, -f 1,9,20-22 run/proposals.csv
awk -F, 'NR == 1 || $1 == "most" && $2 == "b"' run/prices.csv | cut -d, -f 1-5,20-
negosim reach seats.cfg -n 50 --from most --to least -q -o reach
cat reach/path.csv
negosim bargain seats.cfg -q -n 20 --trace 0 -o talks
awk -F, '$6 == "text" { n++; sum[$14 + $15 + $16]++ } END { for (x in sum) print "texts that sum to " x ": " sum[x] }' talks/offers.csv
