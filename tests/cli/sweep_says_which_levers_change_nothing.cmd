. "$HERE/base.sh"
jobs() { echo "jobs={ name = \"jobs\"; levels = (\"none\", \"some\", \"many\"); lasts = { none = $1; some = $1; many = $2; }; }"; }
tail='firm_no_deal=no_deal = { uniform = (-0.1, 0.2); };'
line='red_lines = ( { issue = "pay"; levels = { above = 7; }; probability = 0.4; }, { issue = "jobs"; levels = "none"; probability = 0.4; } );'
offer='end=proposals = ( { name = "asked"; by = "union"; terms = { pay = 1; jobs = "many"; }; } );'
sweeps() { rm -rf out; negosim sweep a.cfg -n 100 -o out "$@" | sed 1d; }
echo 'where nothing lasts, no deal is the same with and without an agreement'
base "$(jobs 0 0)" "$tail" "$offer" >a.cfg
sweeps --vary union.no_deal=-0.3:0.5:3 --vary union.weights.pay=1,3
bodies='bodies = ( { name = "members"; quota = 3; blocs = ( { name = "young"; seats = 5; no_deal = 0.1; } ); } );'
base "$(jobs 0 0)" "$tail" "$offer" union_more="$bodies" >a.cfg
sweeps --vary union.bodies.members.blocs.young.no_deal=-0.3:0.9:3
echo 'where something lasts it is not'
base "$(jobs 0 0.9)" "$tail" "$offer" >a.cfg
sweeps --vary union.no_deal=-0.3:0.9:3 --vary union.weights.pay=1,3
base "$(jobs 0 0.9)" "$tail" "$offer" union_more="$bodies" >a.cfg
sweeps --vary union.bodies.members.blocs.young.no_deal=-0.3:0.9:3
echo 'and leverage counts where an agreement may not last'
leverage='leverage = ( { issue = "pay"; shift = -0.4; } );'
base "$(jobs 0 0.5)" "$tail" union_more="$leverage" "$offer" >a.cfg
sweeps --vary union.leverage.pay.shift=-4,0.4
base "$(jobs 1 1)" "$tail" union_more="$leverage" "$offer" >a.cfg
sweeps --vary union.leverage.pay.shift=-4,0.4
echo 'red lines that nothing crosses, numbers of phases, the Nash product, and what nobody knows why'
base union_more="discount = 0.9; bargaining_power = 1; $line" "$offer" >a.cfg
sweeps --vary union.red_lines.pay.probability=0:1:3 --vary union.red_lines.jobs.probability=0:1:3
sweeps --vary union.discount=0.5,1 --vary union.bargaining_power=1,3
base "$offer" >a.cfg
sweeps --vary union.title='"a","b"' --vary issues.pay=1,2
echo 'a design without a grid: only if all points are alike'
sweeps --vary union.no_deal=0:0.5 --vary union.values.pay.worst=-1:0 --design lhs --points 5
base "$(jobs 0 0)" "$tail" >a.cfg
sweeps --vary union.no_deal=0:0.5 --vary firm.no_deal=0:0.2 --design lhs --points 5
echo 'points that cannot be count as changed, and none that can be says nothing'
base end='forbidden = ( { pay = 4; jobs = "many"; } );' >a.cfg
sweeps --vary issues.pay=3,4 --vary issues.jobs=some,many --metrics zone
echo 'in shards and with one point nothing is said until they are merged'
base "$(jobs 0 0)" "$tail" >a.cfg
sweeps --vary union.no_deal=-0.3
for i in 1 2; do negosim sweep a.cfg -n 100 --vary union.no_deal=-0.3:0.5:4 --shard $i/2 -o part$i | sed 1d; done
negosim merge part1 part2 -o whole
negosim merge part1 part2 -o quiet -q
negosim sweep a.cfg -q -n 100 --vary union.no_deal=-0.3:0.5:4 -o quiet_sweep
