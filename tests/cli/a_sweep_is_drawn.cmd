. "$HERE/base.sh"
command -v gnuplot >/dev/null || exit 77
exec 2>&1
export LC_ALL=C.UTF-8
base union_no_deal='    no_deal = { uniform = (0.1, 0.9); };' >a.cfg
sweep() { negosim sweep a.cfg -n 50 -o out "$@" && ls out; }
sweep --vary firm.reservation=0:0.5:5 --plot | tail -n 8
sweep --vary firm.reservation=0:0.5:5 --vary issues.jobs=all --plot --format svg -q
sweep --vary firm.reservation=0:0.5 --vary issues.jobs=all --vary union.weights.pay=1:3 --design sobol --points 30 -q --plot
for axes in firm.reservation,issues.jobs union.weights.pay; do
    negosim plot out --axes $axes -q && ls out
done
for axes in firm issues.jobs,x firm.reservation,issues.jobs,union.weights.pay; do
    says negosim plot out --axes $axes
done
sweep --vary issues.jobs=all --metrics best -q --plot 2>&1 | sed "s|in $PWD/|in |"
ls out
sweep --vary firm.reservation=0:0.5 --vary union.weights.pay=1:3 --design lhs --points 4 --metrics zone -n 2 -q
awk 'BEGIN { srand(1); print "point,firm.reservation,union.weights.pay,zone,se_zone"
             for (i = 0; i < 9000; i++) print i "," rand() / 2 "," 1 + 2 * rand() "," rand() ",0" }' >table
cp -r out many && cp table many/sweep.csv
for axes in firm.reservation,union.weights.pay firm.reservation; do
    says negosim plot many -q --axes $axes # more points than a command line holds
done
cp "$ROOT/scenarios/wage_round.cfg" b.cfg
for second in '' '--vary union.reservation=0.3,0.5'; do
    # shellcheck disable=SC2086
    negosim sweep b.cfg -q -n 20 --vary talks.mediator.final_on=2024-03-01,2024-03-29 $second --metrics talks --plot -o dates --force
done
echo "a run in its place:"
negosim run a.cfg -q -n 50 -o out && ls out
echo "and a sweep again:"
sweep --vary issues.jobs=all -q
