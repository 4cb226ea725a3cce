# A table would be opened as the descriptor of a stream that is closed, and take what goes there.
. "$HERE/base.sh"
base >a.cfg
sweep() { negosim sweep -n 100 --vary firm.reservation=0:0.5:4 --progress=always a.cfg "$@"; }
sweep -q -o open
for closed in '<&-' '>&-' '2>&-' '<&- 2>&-' '<&- >&- 2>&-'; do
    rm -rf out
    eval "sweep -o out $closed" >/dev/null 2>&1
    echo "$closed: exit $?"
    cmp open/sweep.csv out/sweep.csv
done
