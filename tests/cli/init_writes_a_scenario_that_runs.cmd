negosim init wages.cfg
cmp wages.cfg "$ROOT/scenarios/wage_round.cfg"
negosim init - | cmp - wages.cfg
negosim check wages.cfg
negosim run -q wages.cfg -n 100
ls results/wage_round
