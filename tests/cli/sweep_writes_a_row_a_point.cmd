. "$HERE/base.sh"
base firm_no_deal='    reservation = { uniform = (0.2, 0.5); };' end='proposals = ( { name = "asked"; by = "union"; terms = { pay = 3; jobs = "some"; }; } ); forbidden = ( { pay = 4; jobs = "many"; } );' >a.cfg
negosim sweep a.cfg -n 200 --vary union.no_deal=0.3:0.7:3 --vary issues.jobs=all -o out
cat out/sweep.csv
echo 'a row is what run finds with the levers set:'
negosim run a.cfg -q -n 200 --set union.no_deal=0.5 --set issues.jobs=some -o run
sed 1d run/proposals.csv | cut -d, -f2-4
echo 'the metrics that are asked for, and values in their order:'
negosim sweep a.cfg -q -n 200 --vary issues.pay=3,1 --metrics zone,best -o out
cat out/sweep.csv
echo 'a lever that makes a proposal impossible leaves its cells empty:'
negosim sweep a.cfg -q -n 200 --vary issues.jobs=many --vary issues.pay=4,3 --metrics proposals -o out
cat out/sweep.csv
echo 'other designs:'
for design in lhs sobol random; do
    negosim sweep a.cfg -q -n 50 --vary union.no_deal=0.3:0.7 --vary issues.jobs=all --design $design --points 4 --metrics zone -o out
    cut -d, -f1-4 out/sweep.csv
done
echo 'from the scenario:'
base firm_no_deal="    reservation = { uniform = (0.2, 0.5); };" end='sweep = { vary = ("union.no_deal=0.4,0.6", "issues.pay=1,2"); metrics = ["zone"]; };' >a.cfg
negosim check -q a.cfg
negosim sweep a.cfg -n 50
cat results/base_sweep/sweep.csv
