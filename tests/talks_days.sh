#!/bin/sh
# talks_days.sh - in the bundled scenarios talks go by days: not by the number of offers; a stricter veto
# does not raise agreement; a suspension and a later deadline make for later agreements
#
#   talks_days.sh PROGRAM
set -u
program=$(realpath "$1") scenarios=$(realpath "$(dirname "$0")/../scenarios")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
runs=60 wrong=0

# played SCENARIO [--set ...] - the share of runs that agree and the mean day on which they do
played() {
    scenario=$1
    shift
    "$program" bargain "$scenarios/$scenario.cfg" -q -n $runs --force -o "$scratch/$scenario" "$@" || exit 1
    awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
             $at["ending"] == "agreement" { n++; days += $at["day"] }
             END { print n / (NR - 1), n ? days / n : 0 }' "$scratch/$scenario/talks.csv"
}

# expect WHAT CONDITION - of the shares and days of `before` and `after`; two is two standard errors
# of the difference of shares of independent runs
expect() {
    echo "$1: $before; $after"
    echo "$before $after" | awk -v n=$runs '{ two = 2 * sqrt(($1 * (1 - $1) + $3 * (1 - $3)) / n)
        share = $3 - $1; later = $4 - $2; exit !('"$2"') }' || { echo "wrong: $1: $2"; wrong=1; }
}

before=$(played six_week)
after=$(played six_week --set 'talks.round_days={ triangular = (0.5, 1, 2); }')
expect 'twice the rounds in the same days, six_week' 'share <= two && share >= -two'
after=$(played six_week --set talks.deadline=2024-03-24)
expect 'two weeks more, six_week' 'share <= two && later > 7 && later < 14'

before=$(played corridor_bridging)
after=$(played corridor_bridging --set 'talks.round_days={ triangular = (1, 2, 3.5); }')
expect 'twice the rounds in the same days, corridor_bridging' 'share <= two && share >= -two'

before=$(played corridor_bridging --set egypt.red_lines.corridors.probability=0)
after=$(played corridor_bridging --set egypt.red_lines.corridors.probability=1)
expect 'the third party insists, corridor_bridging' 'share <= two'
for party in israel hamas; do
    before=$(played six_week --set $party.positions.permanence.probability=0)
    after=$(played six_week --set $party.positions.permanence.probability=1)
    expect "$party insists, six_week" 'share <= two'
done
for body in israel.bodies.war_cabinet israel.bodies.far_right_partners; do
    before=$(played six_week --set $body.no_deal=-0.1)
    after=$(played six_week --set $body.no_deal=0.1)
    expect "a stricter $body, six_week" 'share <= two'
done

without='--set talks.mediator.final_on=2024-01-06'
before=$(played four_day_pause $without --set talks.events.ground_offensive.suspends=0)
after=$(played four_day_pause $without --set talks.events.ground_offensive.suspends=20)
expect 'twenty days without talks, four_day_pause' 'share <= two && later > 2'
exit $wrong
