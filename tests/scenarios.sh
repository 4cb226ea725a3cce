#!/bin/sh
# scenarios.sh - every bundled scenario is read without a mistake or a warning, runs and is drawn
#
#   scenarios.sh PROGRAM
set -u
program=$(realpath "$1") root=$(realpath "$(dirname "$0")/..")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99
wrong=0

for scenario in "$root"/scenarios/*.cfg; do
    name=$(basename "$scenario" .cfg)
    "$program" check --strict --quiet "$scenario" 2>said || wrong=1
    [ -s said ] && { cat said; wrong=1; }
    "$program" run "$scenario" --quiet -n 300 --plot 2>said || wrong=1
    [ -s said ] && { cat said; wrong=1; }
    pictures='map front levels proposals decides central prices exchanges'
    grep -q '^phases = ' "$scenario" && pictures="$pictures gaps survival"
    for picture in $pictures; do
        [ -s "results/$name/$picture.png" ] || { echo "no $picture of $name"; wrong=1; }
    done
    grep -q '^talks = ' "$scenario" || continue
    "$program" bargain "$scenario" --quiet -n 100 --plot 2>said || wrong=1
    [ -s said ] && { cat said; wrong=1; }
    for picture in dance days endings; do
        [ -s "results/${name}_talks/$picture.png" ] || { echo "no $picture of $name"; wrong=1; }
    done
done
ls results
exit $wrong
