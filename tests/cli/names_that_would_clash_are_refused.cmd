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
echo 'where the setting stands beside'
wrong 'union_values=values = { pay = { kind = "linear"; worst = 0; best = 4; }; jobs = { kind = "levels"; none = 0; some = 0.5; kind = 1; }; };'
wrong 'union_more=interactions = ( { pay = 0; adds = "x";
  adds = 0.1; } );'
wrong 'jobs={ name = "jobs"; levels = ("none", "some", "kind"); }' 'union_values=values = { };' 'firm=}, { name = "firm"; values = { };'
echo 'parties whose names are groups'
for name in issues run scenario all; do
    wrong "union={ name = \"$name\"; assumption = \"x\";"
done
echo 'issues that are called as columns of talks'
wage() { sed "$@" "$ROOT/scenarios/wage_round.cfg" >a.cfg; says negosim check -q a.cfg; }
for name in offered_by final_day pilot value_union value_unions; do
    echo "$name"
    wage "s/\bhours\b/$name/"
done
echo 'the same without talks'
wage 's/\bhours\b/value_union/' -e '/^talks/,/^};/d'
echo 'with --set the vocabulary joins the table'
printf '%s\n' 'vocabulary = ( { name = "pareto"; levels = (0, 1); } );' >more
base | sed 's/pay = 2;/pay = 2; pareto = 0;/; s/{ pay = 1;/{ pay = 1; pareto = 0;/' |
    sed 's/pay = { kind/pareto = { kind = "linear"; worst = 0; best = 1; }; &/' | cat - more >a.cfg
says negosim check -q a.cfg
says negosim check -q a.cfg --set issues.pareto=1
echo 'parties and proposals'
wage 's/\bunion\b/change_1/'
wage 's/\bunion\b/all_unions/'
wage 's/name = "union"/name = "both"/; s/\bunion =/both =/'
wage 's/\bunion\b/a/; s/\bemployer\b/a_b/; s/\bunion_claim\b/b_c/; s/\bfirst_offer\b/c/'
