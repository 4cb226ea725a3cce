. "$HERE/base.sh"
echo 'levels whose names are settings'
for name in note sources assumption kind adds; do
    printf '%s\n' "$name"
    base | sed "s/\"many\"/\"$name\"/; s/many = /$name = /g; s/kind = \"levels\"; \(.*\)kind = 1/\1kind = \"levels\"/" >a.cfg
    says negosim check -q a.cfg
done
echo 'issues whose names are settings'
for name in note sources adds package accept_all surplus_union pareto; do
    printf '%s\n' "$name"
    base pay="{ name = \"$name\"; from = 0; to = 4; step = 1; }," | sed "s/pay = /$name = /" >a.cfg
    says negosim check -q a.cfg
done
echo 'parties whose names are groups'
for name in issues run scenario all; do
    wrong "union={ name = \"$name\"; assumption = \"x\";"
done
