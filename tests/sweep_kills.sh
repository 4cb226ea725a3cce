#!/bin/sh
# sweep_kills.sh - a sweep that is killed again and again, each time gone on with, ends with the
# bytes of a sweep left alone
#
#   sweep_kills.sh PROGRAM SCENARIO [KILLS]
set -u
program=$(realpath "$1") scenario=$(realpath "$2") kills=${3:-50}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99

arguments="-q -n 1500 -j2 --vary union.reservation=0.3:0.6:40 --vary issues.jobs=all"
# shellcheck disable=SC2086
sweep() { exec "$program" sweep "$scenario" $arguments "$@"; } # always in a shell of its own
random() { od -An -N2 -tu2 /dev/urandom | tr -d ' '; }
(sweep -o alone) || exit 1
killed=0 ends=0
while [ $killed -lt "$kills" ]; do
    sweep -o out --resume &
    run=$!
    sleep "0.$(printf %03d $(($(random) % 150)))"
    if kill -KILL $run 2>/dev/null; then killed=$((killed + 1)); fi
    wait $run 2>/dev/null
    if [ -e out/manifest.json ]; then # came to its end: compare, and once more from the beginning
        cmp alone/sweep.csv out/sweep.csv || exit 1
        ends=$((ends + 1))
        rm -r out
    fi
done
left=$(wc -l <out/.partial/sweep.csv 2>/dev/null || echo 0)
(sweep -o out --resume) || exit 1
cmp alone/sweep.csv out/sweep.csv || exit 1
[ ! -e out/.partial ] || { echo "something is left of it"; exit 1; }
echo "$killed kills, $((ends + 1)) sweeps that came to their end, the last from line $left"
