# Results that are not as they were written, and a scenario that changes while its sweep goes on.
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
echo 'a scenario that changes, and a sweep that another is at work on:'
sweep -q -n 3000000 --vary issues.pay=all --vary issues.jobs=all -o long &
while [ "$(cat long/.partial/sweep.csv 2>/dev/null | wc -l)" -lt 2 ]; do sleep 0.01; done # a row is done
says sweep -o long --force 2>&1 | sed "s/process [0-9]* on .* since [-0-9T:Z]*/process N on HOST since WHEN/"
base 'firm_no_deal=reservation = 0.3;' >b.cfg && mv b.cfg a.cfg
wait $!
echo "exit $?"
ls -A long
