# The run is signalled once its partial folder is there, so that it is under way.
. "$HERE/base.sh"
base >a.cfg
interrupt() {
    negosim run a.cfg -o out -n 1000000000 &
    run=$!
    while [ ! -d out/.partial ] && kill -0 $run; do sleep 0.02; done
    sleep 0.1
    kill -"$1" $run
    wait $run 2>/dev/null
    echo "exit $?"
    ls -A
}
exec 2>&1
interrupt INT
interrupt TERM
echo 'killed: the next run clears what was left'
interrupt KILL
negosim run a.cfg -q -o out -n 10
ls -A
