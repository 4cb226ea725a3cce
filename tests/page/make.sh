#!/bin/sh
# make.sh - pages of all kinds of results, a folder each, with the results beside them
#
#   make.sh PROGRAM FOLDER [some|all]     some (few seconds): a run with talks and a sweep, no deal at
#                                         all, texts that would act, a rule of
#                                         agreement; all: every command and scenario
set -eu
program=$(realpath "$1") folder=$2 which=${3:-all} here=$(realpath "$(dirname "$0")")
scenarios=$here/../../scenarios
mkdir -p "$folder"
cd "$folder"

negosim() { "$program" "$@" -q; }

negosim run "$scenarios/wage_round.cfg" -n 200 -o wage_round
negosim bargain "$scenarios/wage_round.cfg" -n 100 --against micro,rational -o talks
negosim sweep "$scenarios/wage_round.cfg" -n 100 --vary union.reservation=0.2:0.6:5 -o sweep
negosim report wage_round talks sweep
negosim run "$scenarios/wage_round.cfg" -n 100 --set union.reservation=0.95 --set employer.reservation=0.95 \
    -o no_deal --report
negosim run "$here/hostile.cfg" -n 100 -o hostile --report
negosim run "$here/two_of_three.cfg" -n 100 -o by_rule
negosim sweep "$here/two_of_three.cfg" -n 50 --vary red.reservation=0.3:0.8:3 -o rule_sweep
negosim report by_rule rule_sweep
negosim run "$scenarios/wage_round.cfg" -n 100 -o forged
"$here/forged.py" hostile forged
negosim report forged
[ "$which" = all ] || exit 0

for scenario in all_for_all coalition corridor_bridging four_day_pause november_extension pilot_release project six_week sixty_day three_phase; do
    negosim run "$scenarios/$scenario.cfg" -n 50 -o $scenario --report
done
negosim bargain "$scenarios/four_day_pause.cfg" -n 60 -o talks_alone --report
negosim sweep "$scenarios/wage_round.cfg" -n 50 --vary union.reservation=0.2:0.6:3 --vary issues.jobs=all -o sweep_two --report
negosim sweep "$scenarios/wage_round.cfg" -n 50 --vary union.reservation=0.2:0.6:3 --metrics best -o sweep_best --report
negosim sweep "$scenarios/six_week.cfg" -n 20 --vary issues.hostages=60,20 --vary issues.groups=elderly_sick,everyone -o sweep_hole --report # one point cannot be
negosim run "$scenarios/wage_round.cfg" -n 50 --top 5 -o top --report
negosim run "$scenarios/pilot_release.cfg" "$scenarios/wage_round.cfg" -n 50 -o several --report
mv several/timeline timeline
negosim sensitivity "$scenarios/wage_round.cfg" -n 64 -o sensitivity --report
negosim discover "$scenarios/wage_round.cfg" -n 200 -o discover --report
negosim reach "$scenarios/wage_round.cfg" -n 100 --want union=0.6 --want employer=0.6 -o reach --report
negosim backtest "$scenarios/pilot_release.cfg" -n 100 -o backtest --report
negosim infer "$scenarios/pilot_release.cfg" "$scenarios/all_for_all.cfg" -n 200 --worlds 50 -o infer --report
negosim diff "$scenarios/wage_round.cfg" -n 100 --with union.reservation=0.5 -o diff --report
