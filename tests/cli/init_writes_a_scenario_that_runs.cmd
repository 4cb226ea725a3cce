. "$HERE/base.sh"
negosim init wages.cfg
sed s/wage_round/wages/g "$ROOT/scenarios/wage_round.cfg" | cmp wages.cfg -
negosim init - | cmp - "$ROOT/scenarios/wage_round.cfg"
negosim check wages.cfg | without_cost
negosim run -q wages.cfg -n 100
ls results/wages
