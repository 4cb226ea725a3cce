. "$HERE/base.sh"
base >a.cfg
mask() { sed 's/100 %, .*/100 %, .../'; }
negosim run a.cfg -n 100 --progress always 2>&1 >/dev/null | mask
echo 'not to a file, nor with -q:'
negosim run a.cfg -n 100 2>&1 >/dev/null
negosim run a.cfg -n 100 -q --progress always 2>&1
