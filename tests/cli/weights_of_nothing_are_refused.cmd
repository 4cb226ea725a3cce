# In a draw in which all weights of a party are zero nothing is worth anything to it: no command counts it.
. "$HERE/base.sh"
exec 2>&1
both='{ discrete = (0, 2); weights = (1, 4); }'
one="weights = { pay = $both; jobs = $both; };"
base "union_weights=$one" >a.cfg
for command in check 'run -n 1 -o out' 'bargain -o out' 'sweep -o out --vary firm.reservation=0.2,0.3'; do
    echo "$command"
    says negosim $command -q a.cfg
done
[ ! -e out ]
echo 'with the other weight above 0'
base "union_weights=weights = { pay = $both; jobs = 1; };" >a.cfg
says negosim check -q a.cfg
says negosim check -q a.cfg --set union.weights.jobs=0
echo 'a sweep: each value by itself, two levers together'
sweep() { says negosim sweep a.cfg -q -n 50 -j 1 --metrics zone -o out "$@"; }
sweep --vary union.weights.jobs=0,1
base "union_weights=weights = { pay = $both; jobs = 1; };" |
    sed 's/{ name = "jobs"/{ name = "hours"; levels = (1, 2); }, &/' |
    sed "s/jobs = 1;/jobs = 1; hours = 1;/; s/jobs = { kind/hours = { kind = \"linear\"; worst = 1; best = 2; }; &/" >a.cfg
says negosim check -q a.cfg
sweep --vary union.weights.jobs=0,1 --vary union.weights.hours=0:1:3
[ ! -e out ]
