# Groups `record` and `outcome`, answers as counts, and options of backtest and infer.
. "$HERE/base.sh"
. "$HERE/record.sh"
proposal() { echo "proposals = ( { name = \"p\"; by = \"x\"; terms = { pay = 1; jobs = \"none\"; }; answers = { $1 }; } );"; }
wrong top='record = { doubt = 0.7; };'
wrong top='record = { scale = -1; };'
wrong top='record = { tau = 0.1; };'
wrong top='record = { doubt = { uniform = (0, 0.6); }; };'
wrong end='outcome = { };'
wrong end='outcome = { wage = 2; };'
wrong end='outcome = { pay = "none"; };'
wrong end='outcome = { jobs = "lots"; };'
wrong end='outcome = { pay = 2.5; };'
wrong end="$(proposal 'union = { accepts = 3; said = "accepts"; };')"
wrong end="$(proposal 'union = { accepts = 0; };')"
wrong end="$(proposal 'union = { accepts = 2.5; };')"
wrong end="$(proposal 'union = "counted";')"
wrong end="$(proposal 'union = { accepts = 3; refuses = 1; };')"
base >a.cfg
says negosim backtest a.cfg
says negosim infer a.cfg -n 100
family
says negosim backtest spring.cfg spring.cfg
sed 's/2021-03-01/2020-03-01/' spring.cfg >earlier.cfg
says negosim backtest spring.cfg earlier.cfg
says negosim backtest spring.cfg --doubt 0.6
says negosim infer spring.cfg --scale x
says negosim infer spring.cfg --worlds 0
says negosim backtest spring.cfg --worlds 5
echo 'posteriors'
negosim infer spring.cfg -q -n 500 -o learned --worlds 20
says negosim run spring.cfg --posterior nowhere
says negosim run a.cfg --posterior learned
sed '3s/,0\.[0-9]*,/,x,/' learned/posterior.csv >bad.csv
mkdir bad empty far && cp bad.csv bad/posterior.csv && : >empty/posterior.csv
says negosim run spring.cfg --posterior bad
says negosim run spring.cfg --posterior empty
printf 'world,union.weights.pay\n0,2\n1,9\n' >far/posterior.csv
says negosim run spring.cfg --posterior far
for text in 'union.weights.pay\n2' 'world\n0' 'world,union.weights.pay,union.weights.pay\n0,2,2' 'world,union.weights.pay\n0,2,3' 'world,union.weights.pay\n1,2' 'world,union.weights.pay\n0,"2"x' 'world,union.weights.pay\n0'; do
    printf "$text" >far/posterior.csv
    says negosim run spring.cfg --posterior far -q
done
printf 'world,union.weights.pay\n0,2\r\n1,"2.5"' >far/posterior.csv
says negosim run spring.cfg --posterior far -q -n 4 --draw-table -o four
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } { print $at["union.weights.pay"] }' four/agreement.csv
ls results 2>/dev/null
