# 3 * 40 ^ 8 packages, of which 3 * 40 ^ 6 are forbidden.
. "$HERE/base.sh"
names='a b c d e f g h'
base pay="$(for i in $names; do printf '{ name = "%s"; from = 1; to = 40; step = 1; nothing = 0; },' $i; done)" \
    pay_value="$(for i in $names; do printf '%s = { kind = "linear"; worst = 1; best = 40; };' $i; done)" \
    union_weights="weights = { jobs = 1; $(for i in $names; do printf '%s = 1; ' $i; done) };" \
    firm_weights="weights = { jobs = 1; $(for i in $names; do printf '%s = 1; ' $i; done) };" \
    firm="}, { name = \"firm\"; assumption = \"x\"; values = { jobs = { kind = \"levels\"; none = 1; some = 0.5; many = 0; }; $(for i in $names; do printf '%s = { kind = "linear"; worst = 1; best = 40; };' $i; done) };" \
    end='forbidden = ( { a = 1; h = 40; } );' >a.cfg
timeout 10 negosim check a.cfg | head -2
