#!/bin/sh
# columns.sh PROGRAM - has every column of results a cell that is not empty, in some bundled scenario?
#
# A column whose maker does not set it is empty everywhere: the compiler cannot know.
set -u
program=$(realpath "$1") scenarios=$(realpath "$(dirname "$0")/../scenarios")
rules=$(realpath "$(dirname "$0")/fuzz/corpus/rules")
scratch=$(mktemp -d) && trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99

# the commands that study a scenario, of $file
studies() {
    study=zone,proposals
    grep -q '^phases' "$file" && study=proposals,completes
    "$program" sensitivity "$file" -q -n 32 --metrics $study --interactions 2 -o "doubts_$name" || exit 1
    proposals=$(cut -d, -f 1 "run_$name/proposals.csv" | sed 1d)
    # shellcheck disable=SC2086
    "$program" reach "$file" -q -n 40 --want all=1 --proposal "$(echo $proposals | cut -d ' ' -f 1)" \
        --from "$(echo $proposals | cut -d ' ' -f 1)" --to "$(echo $proposals | awk '{ print $NF }')" -o "reach_$name" || exit 1
    "$program" discover "$file" -q -n 2000 -o "worlds_$name" || exit 1
    issue=$(head -n 1 "run_$name/packages.csv" | cut -d , -f 2)
    "$program" discover "$file" -q -n 500 --metrics proposals --vary "issues.$issue=all" -o "varied_$name" || exit 1
}

for file in "$scenarios"/*.cfg; do
    name=$(basename "$file" .cfg)
    "$program" run "$file" -q -n 20 --draw-table -o "run_$name" || exit 1
    case $name in six_week | four_day_pause | wage_round) studies ;; esac
    grep -q '^talks' "$file" || continue
    "$program" bargain "$file" -q -n 20 --against polynomial,micro -o "talks_$name" || exit 1
    metrics=zone,best,proposals,talks
    grep -q '^phases' "$file" && metrics=$metrics,completes
    "$program" sweep "$file" -q -n 5 --metrics "$metrics" -o "sweep_$name" \
        --vary "issues.$(head -n 1 "run_$name/packages.csv" | cut -d , -f 2)=all" || exit 1
done
"$program" run "$scenarios/four_day_pause.cfg" "$scenarios/corridor_bridging.cfg" -q -n 20 -o series || exit 1
mv series/timeline times
"$program" diff "$scenarios/four_day_pause.cfg" "$scenarios/six_week.cfg" -q -n 20 -o diff || exit 1
"$program" infer "$scenarios/four_day_pause.cfg" "$scenarios/sixty_day.cfg" -q -n 500 --worlds 5 -o learned || exit 1
sed 's/^run = /outcome = { pay = 4; jobs = "none"; };\nrun = /' "$scenarios/wage_round.cfg" >settled.cfg
sed 's/"wage_round"/"other"/' settled.cfg >other.cfg
"$program" backtest settled.cfg other.cfg -q -n 40 -o outcomes || exit 1
# rules on sums, which move terms together
sed 's/step = 0.2/step = 0.1/g; s/levels = (0, 10)/levels = (0, 5, 10)/; s/levels = (0, 2, 4)/levels = (0, 1, 2, 3, 4)/' "$rules" >rules.cfg
"$program" run rules.cfg -q -n 400 -o run_rules 2>/dev/null || exit 1
"$program" reach rules.cfg -q -n 40 --from one --to two -o reach_rules 2>/dev/null || exit 1
# what only more draws tell: a gain that would be undone
"$program" run "$scenarios/six_week.cfg" -q -n 1000 -o more || exit 1
# file and column of every column with a cell
for file in */*.csv; do
    awk -F, -v file="$(basename "$file")" '
        NR == 1 { n = split($0, name, ","); next }
        { for (i = 1; i <= n; i++) if ($i != "" && !(i in has)) { has[i]; print file, name[i] } }' "$file"
done | sort -u >there
"$program" fields results | awk '/^### / { file = $2 } /^- `/ { split($0, part, "`"); print file, part[2] }' >listed
# A column is of the heading that is its name, else of the one whose beginning, before the word in capitals, is the longest.
awk 'NR == FNR { listed[$1 " " $2]; next }
    { best = ""; length_of_best = -1
      if ($1 " " $2 in listed) { print $1, $2; next }
      for (l in listed) {
          split(l, part, " "); begin = part[2]
          if (part[1] != $1 || !sub(/[A-Z].*/, "", begin)) continue
          if (index($2, begin) == 1 && length(begin) > length_of_best) { best = l; length_of_best = length(begin) } }
      if (best != "") print best }' listed there | sort -u >seen
passed=$(sort -u listed | comm -12 - seen | wc -l) failed=0
sort -u listed | comm -23 - seen | while read -r file heading; do echo "empty in all scenarios: $heading of $file"; done >missing
cat missing
failed=$(wc -l <missing)
echo "columns: $passed passed, $failed failed"
[ "$passed" -gt 100 ] && [ "$failed" = 0 ]
