. "$HERE/base.sh"
third='}, { name = "town"; assumption = "made up"; weights = { pay = 1; jobs = 3; }; reservation = 0.3; values = { pay = { kind = "linear"; worst = 4; best = 0; }; jobs = { kind = "levels"; none = 0.1; some = 1; many = 0.7; }; };'
# three TALKS [AGREEMENT] - a scenario of three that bargain
three() { base "firm_more=$third" "end=$2 talks = { assumption = \"made up\"; $1 };" >a.cfg; }
# mistakes TALKS [AGREEMENT] - what check says of it
mistakes() { three "$@"; printf '%s\n' "$*"; says negosim check -q a.cfg; }
union='{ name = "union"; strategy = "polynomial"; }' firm='{ name = "firm"; strategy = "micro"; }' town='{ name = "town"; strategy = "tit_for_tat"; }'

echo '# mistakes'
mistakes "rounds = 9; parties = ( $union, $firm );"
mistakes "rounds = 9; parties = ( $union, $firm, $union );"
mistakes "rounds = 9; answers = \"some\"; parties = ( $union, $firm, $town );"
mistakes "rounds = 9; moves = \"random\"; recognition = 0.4; parties = ( $union, $firm, $town );"
mistakes "rounds = 9; moves = \"random\"; parties = ( { name = \"union\"; strategy = \"micro\"; recognition = -1; }, $firm, $town );"
mistakes "rounds = 9; parties = ( $union, { name = \"firm\"; strategy = \"zeuthen\"; }, $town );"
mistakes "rounds = 9; parties = ( $union, { name = \"firm\"; strategy = \"rational\"; }, $town );"
mistakes "rounds = 9; parties = ( $union, $firm, $town ); mediator = { tells = \"firm\"; bias = 0.5; };"
mistakes "rounds = 9; parties = ( $union, $firm, $town ); mediator = { passes = \"all\"; };"
mistakes "rounds = 9; answers = \"all\"; parties = ( $union, $firm, $town ); mediator = { single_text = true; };"
wrong "end=talks = { assumption = \"made up\"; rounds = 9; moves = \"random\"; recognition = 0.5; parties = ( { name = \"union\"; strategy = \"micro\"; recognition = 1; }, $firm ); };"
three "rounds = 9; parties = ( $union, $firm, $town );"
says negosim bargain -q a.cfg --against micro,zeuthen
says negosim bargain -q a.cfg --against rational

echo '# stacked offers'
third=$(printf %s "$third" | sed 's/reservation = 0.3/reservation = { uniform = (0, 0.5); }/')
three "rounds = 9; parties = ( $union, { name = \"firm\"; strategy = \"polynomial\"; }, { name = \"town\"; strategy = \"polynomial\"; } );"
negosim bargain a.cfg -n 200 -q -o stacked
head -n 1 stacked/talks.csv stacked/offers.csv
cut -d, -f2,5,19,20 stacked/talks.csv | sort | uniq -c | sort -rn | sed 's/^ *//'
cut -d, -f2,5,6 stacked/offers.csv | head -n 8
head -n 9 stacked/summary.txt
negosim bargain a.cfg -n 200 -q --against micro,polynomial:1 -o others   # one party plays another strategy
cut -d, -f1-4 others/against.csv
echo "$(grep polynomial:1 others/against.csv | cut -d, -f4- | sort -u | wc -l) outcome where that is its own"
sed -n '/^One party/,/^$/p' others/summary.txt | cut -c1-70

echo '# two of three, at once'
three "rounds = 9; moves = \"random\"; parties = ( $union, $firm, { name = \"town\"; strategy = \"rational\"; recognition = 2; } );" "agreement = { assumption = \"made up\"; quota = 2; };"
negosim bargain a.cfg -n 200 -q -o two
cut -d, -f2,5,19,20 two/talks.csv | sort | uniq -c | sort -rn | sed 's/^ *//'
cut -d, -f2,5,6 two/offers.csv | head -n 8
negosim bargain a.cfg -n 200 -q -j 3 -o three_threads
cmp two/talks.csv three_threads/talks.csv && cmp two/offers.csv three_threads/offers.csv && echo the same by three threads

echo '# a final offer that several refuse'
three "deadline = 9; round_days = 3; parties = ( { name = \"union\"; strategy = \"polynomial\"; exponent = 90; outside = 0.9; }, { name = \"firm\"; strategy = \"polynomial\"; exponent = 90; outside = 0.9; }, { name = \"town\"; strategy = \"polynomial\"; exponent = 90; } ); mediator = { single_text = true; starts = \"claim\"; };" "proposals = ( { name = \"claim\"; by = \"union\"; assumption = \"made up\"; terms = { pay = 0; jobs = \"some\"; }; } );"
negosim bargain a.cfg -n 50 -q -o refused
cut -d, -f2,3,5,19,20 refused/talks.csv | sort | uniq -c | sort -rn | sed 's/^ *//'
