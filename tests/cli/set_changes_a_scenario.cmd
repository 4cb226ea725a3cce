. "$HERE/base.sh"
base union_more='red_lines = ({ issue = "jobs"; levels = "none"; probability = 0.3; },
    { issue = "jobs"; levels = "some"; probability = 0.4; });' \
  end='proposals = ({ name = "middle"; by = "nobody"; terms = { pay = 2; jobs = "some"; }; });' >a.cfg
negosim check a.cfg | without_cost >plain
one() { printf '%s\n' "$*"; negosim check a.cfg "$@" 2>&1 | without_cost | diff plain - | sed -n 's/^[<>]/   &/p'; }
one --set union.no_deal=0.25
one --set union.no_deal=-1e-3
one --set 'union.no_deal={ normal = (0.3, 0.1); assumption = "a guess"; }'
one --set union.weights.pay=7 --set union.weights.jobs=5
one --set union.weights.pay=7 --set union.weights.pay=8
one --set union.red_lines.jobs.probability=1
one --set parties.union.bargaining_power=2
one --set union.title=Us
one --set scenario.title='"Hours and pay"'
one --set scenario.title=base2
one --set issues.pay.levels='(1, 2, 3)'
one --set issues.pay=2
one --set issues.jobs=many
one --set issues.jobs=many --set issues.pay=3
one --set issues.pay.to=3
one --set run.draws=55
one --set texts='()'
