#!/bin/sh
# same_results.sh OLD NEW [DRAWS] - do two builds of negosim give the same results?
#
# Runs every bundled scenario with every command that has results, by both programs, and compares
# all files but the manifest (which names the build and the time) and all that is printed.  For changes that
# must not change results: run it against the commit before.  Ends with 1 where something differs; what is
# printed is compared apart, since words may change where numbers do not: SAME_WORDS=no leaves that out.
set -u
old=$(realpath "$1") new=$(realpath "$2") draws=${3:-300}
cd "$(dirname "$0")/.." || exit 2
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT

# one PROGRAM SIDE COMMAND...: the results and what is said go to $work/SIDE.
one() {
    program=$1 side=$2
    shift 2
    mkdir -p "$work/$side"
    (cd "$work/$side" && "$program" "$@" -o out --progress never >said 2>complaint)
    echo "status $?" >>"$work/$side/said"
    rm -f "$work/$side/out/manifest.json"
}

same() {
    one "$old" old "$@"
    one "$new" new "$@"
    if ! diff -rq "$work/old/out" "$work/new/out" >"$work/diff" 2>&1; then
        echo "results differ: negosim $*"
        sed 's/^/    /' "$work/diff"
        n_different=$((n_different + 1))
    fi
    for text in said complaint; do
        if [ "${SAME_WORDS:-yes}" = yes ] && ! cmp -s "$work/old/$text" "$work/new/$text"; then
            echo "words differ: negosim $*"
            diff "$work/old/$text" "$work/new/$text" | head -6
            n_different=$((n_different + 1))
        fi
    done
    n_compared=$((n_compared + 1))
    rm -rf "$work/first"
    mv "$work/old" "$work/first"
    rm -rf "$work/new"
}

n_compared=0 n_different=0
here=$PWD
for scenario in scenarios/*.cfg; do
    file=$here/$scenario
    same run "$file" -n "$draws" --draw-table
    issue=$(head -n 1 "$work/first/out/packages.csv" | cut -d , -f 2)
    same run "$file" -n "$draws" --top 50 --threads 2
    metrics=zone,best,proposals
    grep -q '^phases' "$scenario" && metrics=$metrics,completes
    if grep -q '^talks' "$scenario"; then
        metrics=$metrics,talks
        same bargain "$file" -n "$draws" --against polynomial:2,micro
        same bargain "$file" -n "$draws" --trace 1
    fi
    same sweep "$file" -n 50 --vary "issues.$issue=all" --metrics "$metrics"
done
echo "$n_compared commands compared, $n_different differences"
[ "$n_compared" -gt 0 ] && [ "$n_different" -eq 0 ]
