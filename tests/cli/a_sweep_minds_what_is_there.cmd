# Results that are not as they were written, and a scenario that is there once only.
. "$HERE/base.sh"
exec 2>&1
base >a.cfg
sweep() { negosim sweep a.cfg -n 100 --vary firm.reservation=0:0.5:4 -o out/ "$@"; }
sweep -q
says sweep --resume
echo 'a table that somebody has changed, or that is gone:'
echo 1 >>out/sweep.csv
says sweep --resume
rm out/sweep.csv
says sweep --resume
sweep -q --resume --force && ls out
echo 'killed before it had marked its folder:'
mkdir -p other/.partial
sweep -q -o other && ls -A other
says sweep --metrics ,
echo 'a scenario that comes through a pipe, and is loaded for each level:'
sweep -q -o file --vary issues.pay=all
negosim sweep - -q -n 100 --vary firm.reservation=0:0.5:4 --vary issues.pay=all -o pipe <a.cfg
cmp file/sweep.csv pipe/sweep.csv && wc -l <pipe/sweep.csv
echo 'a sweep that another is at work on:'
negosim sweep a.cfg -q -n 3000000 --vary issues.pay=all --vary issues.jobs=all -o long 2>stopped &
while [ "$(cat long/.partial/sweep.csv 2>/dev/null | wc -l)" -lt 2 ]; do sleep 0.01; done # a row is done
says sweep -o long --force 2>&1 | sed "s/process [0-9]* on .* since [-0-9T:Z]*/process N on HOST since WHEN/"
kill $!
wait $!
echo "exit $?"
sed 's/[0-9]* of/N of/' stopped
ls -A long
