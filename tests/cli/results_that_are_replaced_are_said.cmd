# The same again says nothing; another text of one name, another scenario, another command do.
. "$HERE/base.sh"
base >a.cfg
base union_no_deal='    no_deal = 0.2;' >b.cfg
base scenario='scenario = { name = "other"; };' >c.cfg
talks='talks = { rounds = 5; parties = ( { name = "union"; strategy = "micro"; }, { name = "firm"; strategy = "micro"; } ); };'
base end="$talks" >d.cfg
says negosim run a.cfg -q -n 20 -o out
echo 'the same, and what a --set has changed:'
says negosim run a.cfg -q -n 30 -o out
says negosim run a.cfg -q -n 30 -o out --set union.no_deal=0.1
echo 'another text:'
says negosim run a.cfg -q -n 20 -o out
says negosim run b.cfg -q -n 20 -o out
echo 'another scenario, another command:'
says negosim run c.cfg -q -n 20 -o out
says negosim bargain d.cfg -q -n 20 -o out
