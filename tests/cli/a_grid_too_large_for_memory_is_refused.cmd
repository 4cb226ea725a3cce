# How much memory there is depends on the machine.
. "$HERE/base.sh"
grid() {
    i=0
    while [ $i -lt "$1" ]; do
        i=$((i + 1))
        printf '{ name = "issue%d"; from = 1; to = 40; step = 1; },' $i
    done >issues
    sed 's/{ name = "\([a-z0-9]*\)"[^}]*},/\1 = 1; /g' issues >weights
    sed 's/{ name = "\([a-z0-9]*\)"[^}]*},/\1 = { kind = "linear"; worst = 1; best = 40; }; /g' issues >values
    echo 'scenario = { name = "large"; };'
    echo "issues = ( $(sed 's/,$//' issues) );"
    echo "parties = ( { name = \"a\"; weights = { $(cat weights) }; values = { $(cat values) }; no_deal = 0.1; },"
    echo "{ name = \"b\"; weights = { $(cat weights) }; values = { $(cat values) }; no_deal = 0.1; } );"
    echo "$2"
}
exec 2>&1
grid 11 >a.cfg
negosim check -q a.cfg 2>&1 | grep -v warning
negosim check a.cfg 2>/dev/null | head -3
negosim run a.cfg -j 2 2>&1 | sed 's/need [^ ]*/need .../; s/, and [^;]*;/, and ...;/'
negosim run a.cfg -j 2 >said 2>&1
echo "exit $?"
ls -A results 2>/dev/null
grid 12 >a.cfg
negosim check a.cfg
echo "exit $?"
