#!/bin/sh
# every_command.sh PROGRAM - every command on every scenario that loads: bundled ones and the corpus of the fuzzer
#
# A few draws each, for a program built with sanitizers: does any command end otherwise than with a documented status, or
# with a report of a sanitizer?  Whether results are right is for other tests.
set -u
program=$(realpath "$1") here=$(realpath "$(dirname "$0")")
scratch=$(mktemp -d) && trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99
passed=0 failed=0

try() { look "$@" -q --force -o out; }

look() {
    timeout 120 "$program" "$@" >said 2>&1
    status=$?
    if [ $status -gt 4 ] || grep -q 'Sanitizer\|runtime error' said; then
        failed=$((failed + 1))
        echo "status $status: negosim $*"
        grep -m 3 'ERROR\|runtime error\|SUMMARY' said
    else
        passed=$((passed + 1))
    fi
}

for file in "$here"/../scenarios/*.cfg "$here"/fuzz/corpus/*; do
    "$program" check -q "$file" >/dev/null 2>&1 || continue
    try run "$file" -n 10 --draw-table --report
    try sensitivity "$file" -n 16 --interactions 2 --report
    try discover "$file" -n 40 --report
    try reach "$file" -n 10 --want all=0.9 --others 1 --report
    grep -q answers "$file" || continue
    try backtest "$file" -n 10 --learn --report
    try infer "$file" -n 10 --worlds 5 --report
done
for file in "$here"/../scenarios/*.cfg; do
    try diff "$file" --with run.seed=2 -n 10 --report
    grep -q '^talks' "$file" && try bargain "$file" -n 5 --against micro -v --report
done
for page in negosim run scenario results; do look manual $page; done
look fields --json
look completion bash
for word in --set=issues. --vary=issues.jobs=none, --want= --proposal= --axes= --metrics= --against= --; do
    for command in run sweep reach bargain; do look --complete $command "$here/../scenarios/wage_round.cfg" "$word"; done
done
echo "every command: $passed passed, $failed failed"
[ "$passed" -gt 100 ] && [ $failed = 0 ]
