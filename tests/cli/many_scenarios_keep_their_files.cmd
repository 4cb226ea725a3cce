. "$HERE/base.sh"
exec 2>&1
end='proposals = ( { name = "p"; by = "b"; terms = { pay = 2; jobs = "some"; }; answers = { union = "accepts"; }; } );'
k=1
while [ $k -le 150 ]; do
    base "scenario=scenario = { name = \"base_$k\"; };" "end=$end" >$k.cfg
    k=$((k + 1))
done
negosim backtest [0-9]*.cfg -n 5 -q -o out
ls out | grep -v '^scenario_'
ls out | grep -c '^scenario_'
