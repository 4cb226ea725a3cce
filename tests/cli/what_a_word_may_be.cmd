# what the scripts of `negosim completion` ask
cp "$ROOT/scenarios/wage_round.cfg" w.cfg
mkdir results; cp w.cfg results/scenario.cfg
may() { echo "--- $*"; negosim --complete "$@"; }
may
may ru
may help re
may nowhere x
may fields ''
may fields scenario ''
may completion ''
may run ''
may merge a ''
may diff a b ''
may init ''
may plot --
may run --fo
may run -- --fo
may run --threads=
may run --format ''
may run -o ''
may run --out=x
may run --quiet=
may run w.cfg --set issues.
may run w.cfg --set=union.no
may run w.cfg --set=union.re
may run w.cfg --set issues.jobs=
may run w.cfg --set issues.pay=1
may run w.cfg --set issues.nothing=
may sweep w.cfg --vary issues.jobs=
may sweep w.cfg --vary issues.jobs=none,t
may sweep w.cfg --metrics zone,
may reach w.cfg --want ''
may reach w.cfg --proposal ''
may diff results --with issues.j
may run nowhere.cfg --set ''
may run - --set ''
may run --set w.cfg --axes pay,
may run -n 5 w.cfg --axes pay,
may bargain w.cfg --against micro,ra
