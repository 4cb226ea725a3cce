# A limit on the size of files stands in for a full disk; 512-byte blocks.
. "$HERE/base.sh"
exec 2>&1
trap '' XFSZ
base >a.cfg
sweep() { negosim sweep a.cfg -q -n 50 --vary firm.reservation=0:0.5:200 -o "$@"; }
sweep whole
(ulimit -f 8; sweep out 2>&1; echo "exit $?") | sed 's/[0-9]* of 200/N of 200/; s|/checkpoint|/FILE|; s|/sweep.csv|/FILE|'
ls -A . out
[ "$(wc -l <out/.partial/sweep.csv)" -gt 20 ] && echo 'rows are kept'
sweep out --resume && cmp whole/sweep.csv out/sweep.csv && ls -A . out
