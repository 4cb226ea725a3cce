. "$HERE/base.sh"
cp "$ROOT/scenarios/wage_round.cfg" .
bargains() { printf '%s\n' "$*"; says negosim bargain "$@"; }
bargains
bargains wage_round.cfg other.cfg
bargains nowhere.cfg
base >a.cfg
bargains a.cfg
bargains wage_round.cfg --against
bargains wage_round.cfg --against boulware
bargains wage_round.cfg --against stated
bargains wage_round.cfg --against micro:4
bargains wage_round.cfg --against polynomial:0
bargains wage_round.cfg --against polynomial:x
bargains wage_round.cfg --against micro,,micro
bargains wage_round.cfg --against polynomial:1,polynomial:2,polynomial:3,polynomial:4,polynomial:5,polynomial:6,polynomial:7,polynomial:8,micro
bargains wage_round.cfg --against micro,micro
bargains wage_round.cfg --against ''
bargains wage_round.cfg -n 10 --trace 10
bargains wage_round.cfg --trace x
bargains wage_round.cfg --format svg
bargains wage_round.cfg --axes pay,hours
bargains wage_round.cfg --draw-table
bargains wage_round.cfg --set talks.parties.union.exponent=0
bargains wage_round.cfg --set talks.parties.unions.exponent=1
bargains wage_round.cfg --set 'talks.deadline="2024-01-01"'
bargains wage_round.cfg --set 'talks.parties.union.strategy=micros'
bargains wage_round.cfg -q -n 5 --set 'talks.parties.union.strategy=micro'
bargains wage_round.cfg -q -n 5 -o wages
says negosim plot wages --axes pay,hours
bargains wage_round.cfg -q -n 5 -o /dev/null
[ -e results ] && ls results
