# The counts of points in messages depend on when the signal came: they are shown as N.
. "$HERE/base.sh"
exec 2>&1
base >a.cfg
sweep() { negosim sweep a.cfg -q -n 6000 -j2 --vary firm.reservation=0:0.5:60 -o out "$@"; }
shows() { "$@" | sed 's/[0-9]* of 60/N of 60/'; }
sweep -o whole
interrupt() {
    negosim sweep a.cfg -q -n 6000 -j2 --vary firm.reservation=0:0.5:60 -o out --resume >said 2>&1 &
    run=$!
    while [ "$(cat out/.partial/sweep.csv 2>/dev/null | wc -l)" -lt 3 ] && kill -0 $run; do sleep 0.01; done
    kill -"$1" $run
    wait $run
    echo "exit $?"
    shows cat said
}
interrupt TERM
sweep
echo "exit $?"
says sweep --resume --seed 7
says sweep --resume -n 5999
says sweep --resume --vary issues.jobs=all
says sweep --resume --set union.weights.pay=3
says sweep --resume --metrics zone
cp out/.partial/checkpoint kept
echo 'cut short, and with something behind:'
truncate -s -20 out/.partial/sweep.csv
echo 'torn' >>out/.partial/checkpoint
sweep --resume && cmp whole/sweep.csv out/sweep.csv && ls
echo 'whole already:'
says negosim sweep a.cfg -n 6000 --vary firm.reservation=0:0.5:60 -o out --resume
says sweep --resume --seed 7
echo 'another checkpoint:'
mkdir -p out2/.partial && touch out2/.partial/lock && echo 'negosim checkpoint 1' >out2/.partial/checkpoint
says sweep -o out2 --resume
says sweep -o out2
sweep -o out2 --force && cmp whole/sweep.csv out2/sweep.csv && ls
echo 'killed between its two last steps:'
mkdir out2/.partial && touch out2/.partial/lock && cp kept out2/.partial/checkpoint
mv out2/manifest.json out2/.partial
sweep -o out2 --resume && cmp whole/sweep.csv out2/sweep.csv && ls -A out2
