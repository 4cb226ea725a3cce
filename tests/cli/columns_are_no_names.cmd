# Every column of the reference that the scenario has, as an issue's name, where its file has issues.
# What would give a file two columns of one name is refused, and what begins as the column behind the issues does.
. "$HERE/base.sh"
exec 2>&1
refuses() { ! negosim check -q a.cfg >/dev/null 2>said && grep -q "cannot be called '$1'" said; }
negosim fields results | awk '
    function out() { for (i = 1; has_issues && i <= n; i++) print file, column[i] }
    /^### / { out(); file = $2; n = has_issues = 0; next }
    /^- `/ {
        split($0, part, "`")
        has_issues = has_issues || part[2] == "ISSUE"
        if (part[2] ~ /^[a-z_0-9]+(_PARTY)?$/ && $0 !~ /^[^:]*(with phases|with answers|left open|of more than two)/) column[++n] = part[2]
    }
    END { out() }' | grep -v '^agreement' >columns
wage() { sed "$@" "$ROOT/scenarios/wage_round.cfg" >a.cfg; echo 'agreement = { quota = 1; };' >>a.cfg; }
refused=0
while read -r file column; do
    name=$(printf %s "$column" | sed 's/PARTY/union/')
    wage "s/\bhours\b/$name/"
    if refuses "$name"; then refused=$((refused + 1)); else echo "an issue may be called $name, as a column of $file"; fi
done <columns
echo "$refused of $(wc -l <columns) refused"
# a party called as the rest of a column: `all` beside accept_PARTY and accept_all
refused=0
while read -r file column; do
    case $column in *_PARTY) ;; *) continue ;; esac
    grep "^$file ${column%PARTY}" columns | grep -v PARTY | while read -r _ other; do
        name=${other#"${column%PARTY}"}
        wage "s/\bunion\b/$name/"
        if refuses "$name"; then echo "$name"; else echo "a party may be called $name, beside $other of $file" >&2; fi
    done
done <columns | sort | uniq -c | awk '{ print $2 }'
echo 'what begins as the column behind the issues'
for name in accept_of utility_of surplus_of; do wage "s/\bhours\b/$name/"; refuses "$name" && echo "$name"; done
