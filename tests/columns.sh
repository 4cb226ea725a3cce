#!/bin/sh
# columns.sh PROGRAM - has every column of results a cell that is not empty, in some bundled scenario?
#
# A column whose maker does not set it is empty everywhere: the compiler cannot know.
set -u
program=$(realpath "$1") scenarios=$(realpath "$(dirname "$0")/../scenarios")
scratch=$(mktemp -d) && trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99

for file in "$scenarios"/*.cfg; do
    name=$(basename "$file" .cfg)
    "$program" run "$file" -q -n 20 --draw-table -o "run_$name" || exit 1
    grep -q '^talks' "$file" || continue
    "$program" bargain "$file" -q -n 20 --against polynomial,micro -o "talks_$name" || exit 1
    metrics=zone,best,proposals,talks
    grep -q '^phases' "$file" && metrics=$metrics,completes
    "$program" sweep "$file" -q -n 5 --metrics "$metrics" -o "sweep_$name" \
        --vary "issues.$(head -n 1 "run_$name/packages.csv" | cut -d , -f 2)=all" || exit 1
done
# file and column of every column with a cell
for file in */*.csv; do
    awk -F, -v file="$(basename "$file")" '
        NR == 1 { n = split($0, name, ","); next }
        { for (i = 1; i <= n; i++) if ($i != "" && !(i in has)) { has[i]; print file, name[i] } }' "$file"
done | sort -u >there
"$program" fields results | awk '/^### / { file = $2 } /^- `/ { split($0, part, "`"); print file, part[2] }' >listed
passed=0 failed=0
while read -r file heading; do
    # ISSUE, PARTY, ...: any name
    if grep -qxE "$(printf '%s %s' "$file" "$heading" | sed 's/\./\\./g; s/[A-Z][A-Z_]*/.+/g')" there; then
        passed=$((passed + 1))
    else
        echo "empty in all scenarios: $heading of $file"
        failed=$((failed + 1))
    fi
done <listed
echo "columns: $passed passed, $failed failed"
[ "$passed" -gt 100 ] && [ "$failed" = 0 ]
