# Several scenarios: each as by itself, and then all of them by date.
. "$HERE/base.sh"
proposals='proposals = ( { name = "asked"; by = "union"; terms = { pay = 3; jobs = "some"; }; answers = { firm = "refuses"; }; }, { name = "first"; by = "firm"; terms = { pay = 1; jobs = "none"; }; answers = { union = { said = "disputed"; }; }; } );'
base scenario='scenario = { name = "spring"; as_of = "2024-04-01"; };' end="$proposals" >a.cfg
base scenario='scenario = { name = "winter"; as_of = "2023-12-01"; };' union_no_deal='    no_deal = 0.4;' firm_no_deal='    reservation = 0.45;' >b.cfg
base firm_more='}, { name = "bank"; title = "The bank"; bargains = false; reservation = 0;' \
    scenario='scenario = { name = "undated"; };' end="proposals = ( { name = \"asked\"; by = \"union\"; terms = { pay = 3; jobs = \"some\"; }; } );" >c.cfg
says negosim run c.cfg a.cfg b.cfg -n 500
cat results/timeline/timeline.csv
ls results
echo 'each is as by itself:'
negosim run a.cfg -q -n 500 -o alone
for file in alone/*.csv alone/scenario.cfg; do cmp "$file" "results/spring/$(basename "$file")"; done
echo 'for any number of threads, and in any order but of those with one date:'
for j in 1 2 7; do negosim run a.cfg b.cfg c.cfg -q -n 500 -j$j -o out_$j; cmp out_$j/timeline/timeline.csv results/timeline/timeline.csv; done
ls out_1
echo 'none is run where one is wrong, or two have one name:'
base scenario='scenario = { name = "wrong"; };' union_no_deal= >wrong.cfg
base scenario='scenario = { name = "timeline"; };' >timeline.cfg
cp a.cfg again.cfg
for others in wrong.cfg again.cfg nowhere.cfg timeline.cfg; do says negosim run a.cfg $others -n 50 -o none; done
ls -d none
negosim run timeline.cfg -q -n 50 && ls -d results/timeline/proposals.csv
echo 'standard input is one of them, and --set holds for all:'
negosim run - b.cfg -q -n 50 --set union.no_deal=0.05 -o set <a.cfg
cut -d , -f 1-5 set/timeline/timeline.csv
echo 'more parties than there is room for:'
base scenario='scenario = { name = "many"; };' union='  { name = "other"; ' firm="$(for i in $(seq 29); do echo "}, { name = \"p$i\"; bargains = false; reservation = 0; "; done)"'}, { name = "firm"; assumption = "made up"; values = { pay = { kind = "linear"; worst = 4; best = 0; }; jobs = { kind = "levels"; none = 1; some = 0.5; many = 0; }; };' >many.cfg
says negosim run c.cfg many.cfg -n 50 -o none
echo 'pictures:'
command -v gnuplot >/dev/null || exit 77
export LC_ALL=C.UTF-8
negosim run a.cfg b.cfg -q -n 50 --plot --axes pay,jobs --format svg -o drawn && ls drawn/spring/*.svg drawn/timeline
says negosim plot drawn/timeline --format pdf
says negosim plot drawn/timeline --axes pay,jobs
