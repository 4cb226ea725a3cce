# Of numbers in points only the whole list can be set, and of two red lines over one issue the
# second by its place.
. "$HERE/base.sh"
base jobs='{ name = "jobs"; levels = ("none", "some", "many"); assumption = "x"; lasts = { none = 1; some = 0.5; many = 0.2; }; }' \
     pay_value='pay = { kind = "points"; points = ((0, 0), (4, 1)); };' \
     union_more='red_lines = ({ issue = "jobs"; levels = "none"; probability = 0.3; }, { issue = "jobs"; levels = "some"; probability = 0.4; });
     leverage = ({ issue = "pay"; shift = 0.1; });
     interactions = ({ pay = 1; jobs = "some"; adds = 0.1; });' >a.cfg
negosim check a.cfg >plain
sed -n 's/^    \([^ ]*\) .*/\1/p' plain >paths
{ cat paths; echo union.red_lines.1.probability; } | while read -r path; do
    printf '%s\n' "$path"
    negosim check a.cfg --set "$path=0.25" >changed 2>said && diff plain changed | grep '^> *[a-z]*\.'
    sed 's/^/    /' said
done
