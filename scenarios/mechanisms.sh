#!/bin/sh
# mechanisms.sh - what each mechanism that the texts describe does in the scenarios, when it is switched off
#
#   sh scenarios/mechanisms.sh [DRAWS]
#
# A line for each: the mechanism; the scenario; what is looked at, as a share of draws of the map or of runs of the talks;
# that share as the scenario has it, then switched off; their difference and its standard error, in points.  Both runs
# have the same draws, so that the error is that of the difference of pairs.
set -eu
scenarios=$(dirname "$0") draws=${1:-1000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# results FOLDER COMMAND OPTION...: made once
results() {
    folder=$work/$1
    shift
    [ -e "$folder/manifest.json" ] || negosim "$@" -q -n "$draws" -o "$folder"
}

# 0 or 1 a draw: whether a column of agreement.csv is above 0
draws_of() {
    awk -F, -v column="$2" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; if (!(column in at)) exit 1; next }
        { print ($at[column] > 0) + 0 }' "$work/$1/agreement.csv"
}

# 0 or 1 a run: whether it has agreed by a day
runs_of() {
    awk -F, -v day="$2" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        { print ($at["ending"] == "agreement" && $at["day"] <= day) + 0 }' "$work/$1/talks.csv"
}

# NAME SCENARIO WHAT: two columns on standard input
compare() {
    awk -v name="$1" -v scenario="$2" -v what="$3" '{ a += $1; b += $2; d += $2 - $1; q += ($2 - $1) ^ 2 }
        END { printf "%-22s %-18s %-28s %5.1f -> %5.1f  %+6.1f  se %.1f\n", name, scenario, what,
              100 * a / NR, 100 * b / NR, 100 * d / NR, 100 * sqrt((q / NR - (d / NR) ^ 2) / NR) }'
}

# map NAME SCENARIO COLUMN OFF...
map() {
    name=$1 scenario=$2 column=$3
    shift 3
    results "map_$scenario" run "$scenarios/$scenario.cfg" --draw-table --top 1
    results "map_$name" run "$scenarios/$scenario.cfg" --draw-table --top 1 "$@"
    draws_of "map_$scenario" "$column" >"$work/before"
    draws_of "map_$name" "$column" | paste -d' ' "$work/before" - | compare "$name" "$scenario" "$column"
}

# talks NAME SCENARIO DAY OFF...
talks() {
    name=$1 scenario=$2 day=$3
    shift 3
    results "talks_$scenario" bargain "$scenarios/$scenario.cfg"
    results "talks_$name" bargain "$scenarios/$scenario.cfg" "$@"
    runs_of "talks_$scenario" "$day" >"$work/before"
    runs_of "talks_$name" "$day" | paste -d' ' "$work/before" - | compare "$name" "$scenario" "talks agree by day $day"
}

talks drafts_march six_week 24 --set 'talks.mediator.drafts=( )'
talks drafts_august corridor_bridging 45 --set 'talks.mediator.drafts=( )'
talks final_offer four_day_pause 46 --set talks.mediator.final_on=2024-01-06
talks pilot_step four_day_pause 91 --set talks.parties.israel.risk=0 --set talks.parties.hamas.risk=0
talks pressure four_day_pause 91 --set talks.events.tactical_pause.shift_refusal_cost=0 \
    --set talks.events.we_need_this_agreement.shift_refusal_cost=0
map families corridor_bridging zone --set israel.refusal_cost=0
talks offensive four_day_pause 46 --set talks.events.ground_offensive.suspends=0
talks february_hamas six_week 24 --set talks.events.call_for_a_march.shift_no_deal=0 --set talks.events.convoy_hamas.shift_no_deal=0
talks february_israel six_week 24 --set talks.events.convoy_israel.shift_refusal_cost=0
talks deadline six_week 24 --set talks.deadline=2024-03-24
talks deadline_met six_week 38 --set talks.deadline=2024-03-24
map ratification six_week accept_permanent_commitment --set israel.bodies.war_cabinet.no_deal=-1 --set israel.bodies.cabinet.quota=1 \
    --set hamas.bodies.military_leadership.no_deal=-1
map coalition six_week accept_permanent_commitment --set israel.bodies.far_right_partners.leaves=0
map leader corridor_bridging zone --set israel.bodies.prime_minister.no_deal=-1 --set israel.bodies.prime_minister.weights.corridors=0 \
    --set israel.bodies.prime_minister.weights.return_north=0 --set israel.bodies.prime_minister.weights.lists=0 \
    --set israel.bodies.prime_minister.weights.permanence=0
map third_party corridor_bridging zone --set egypt.red_lines.corridors.probability=0
map leverage six_week accept_permanent_commitment --set hamas.leverage.hostages.shift=0 \
    --set 'hamas.leverage.groups.levels={ none = 0; women_children = 0; elderly_sick = 0; female_soldiers = 0; everyone = 0; }'
map guarantee six_week zone --set issues.guarantee=none
map word six_week accept_permanent_commitment --set israel.keeps_word=1 --set hamas.keeps_word=1
map turns six_week accept_phase_one_draft --set phases.one.turns=1 --set phases.two.turns=1 --set phases.three.turns=1
map alive corridor_bridging zone --set issues.hostages.real=1
map lists four_day_pause accept_final_text --set issues.lists=none
map extension four_day_pause accept_final_text --set extension.chance=0
