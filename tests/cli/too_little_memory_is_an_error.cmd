# Sanitizers need more address space than the limit leaves: skipped there.
. "$HERE/base.sh"
names='a b c d'
base pay="$(for i in $names; do printf '{ name = "%s"; from = 1; to = 40; step = 1; nothing = 0; },' $i; done)" \
    pay_value="$(for i in $names; do printf '%s = { kind = "linear"; worst = 1; best = 40; };' $i; done)" \
    union_weights="weights = { jobs = 1; $(for i in $names; do printf '%s = 1; ' $i; done) };" \
    firm_weights="weights = { jobs = 1; $(for i in $names; do printf '%s = 1; ' $i; done) };" \
    firm="}, { name = \"firm\"; assumption = \"x\"; values = { jobs = { kind = \"levels\"; none = 1; some = 0.5; many = 0; }; $(for i in $names; do printf '%s = { kind = "linear"; worst = 1; best = 40; };' $i; done) };" >a.cfg
ulimit -v 150000
negosim --version >/dev/null 2>&1 || exit 77
negosim run a.cfg -j 1 -n 10 2>&1 | sed "s,need [^ ]* GiB,need ...,"
negosim run a.cfg -j 1 -n 10 2>/dev/null
echo "exit $?"
ls -A
