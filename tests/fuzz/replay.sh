#!/bin/sh
# replay.sh - what a fuzz target says of a corpus, and of scenarios made from the tables of settings
#
#   replay.sh TARGET CORPUS NEARLY
#
# Ends with 1 where something does not hold; where a file of the corpus is refused that the list beside
# it does not name, so that it shows nothing any more; where fewer than a quarter of the made ones are
# accepted.
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/made"
"$1" "$2"/* >"$work/said" || { cat "$work/said"; exit 1; }
sed -n 's|^refused: .*/||p' "$work/said" | grep -vxFf "$here/refused" && { echo "is refused, and should not be"; exit 1; }
"$3" "$work/made" 400 || exit 1
"$1" "$work/made"/* >"$work/said" || { cat "$work/said"; exit 1; }
tail -n 1 "$work/said"
accepted=$(sed -n 's/^replayed .* \([0-9]*\) accepted/\1/p' "$work/said")
[ "$accepted" -ge 100 ]
