# Two scenarios, two folders of results, and one of each: what differs, and what moved.
. "$HERE/base.sh"
proposals='proposals = ( { name = "asked"; by = "union"; terms = { pay = 3; jobs = "some"; }; answers = { firm = "refuses"; }; }, { name = "first"; by = "firm"; terms = { pay = 1; jobs = "none"; }; } );'
base end="$proposals" >a.cfg
base end="$proposals" union_no_deal='    no_deal = { uniform = (0.1, 0.35); };' firm_more='red_lines = ( { issue = "jobs"; levels = ("many"); probability = 0.5; } );' >b.cfg
echo 'two scenarios:'
says negosim diff a.cfg b.cfg -n 2000
cat results/base_diff/changes.csv results/base_diff/differences.csv
echo 'two folders of results, and their settings:'
negosim run a.cfg -q -n 3000 -o one
negosim run b.cfg -q -n 2500 -s 7 -o two --set union.no_deal=0.3 --set 'issues.jobs=some'
rm a.cfg b.cfg
says negosim diff one two -o out
echo 'its shares are those of the folders, where draws and seed are the same:'
negosim run one/scenario.cfg -q -n 3000 -o three --set union.no_deal=0.3 --set 'issues.jobs=some'
negosim diff one three -q -o other
# what each has in accept_PARTY of proposals.csv, in the order of differences.csv
shares() { awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } { print $at["accept_union"]; print $at["accept_firm"]; print $at["accept_all"] }' "$1/proposals.csv"; }
shares one >a && shares three >b
awk -F, '$1 == "proposal" { print $4 }' other/differences.csv | cmp - a
awk -F, '$1 == "proposal" { print $5 }' other/differences.csv | cmp - b
wc -l <a
echo 'a folder and a file, the same:'
cp one/scenario.cfg c.cfg
says negosim diff one c.cfg -n 100
echo 'for any number of threads:'
for j in 1 2 7; do negosim diff one two -q -j$j -o out_$j; done
for file in changes.csv differences.csv; do cmp out_1/$file out_2/$file; cmp out_1/$file out_7/$file; done
echo 'a scenario and itself with another setting: as two with it'
negosim diff c.cfg --with union.no_deal=0.3 -n 100 -q -o with
negosim run c.cfg --set union.no_deal=0.3 -n 100 -q -o set && negosim diff c.cfg set -n 100 -q -o against
cmp with/differences.csv against/differences.csv && wc -l <with/differences.csv
echo 'a rule of agreement:'
negosim diff "$ROOT/scenarios/coalition.cfg" --with agreement.quota=169 -n 20 -q -o rule
cat rule/changes.csv
