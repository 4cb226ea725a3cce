#!/bin/sh
# forged.sh PROGRAM - a page of a folder that somebody has changed is a page or an error (forged.py)
set -eu
here=$(realpath "$(dirname "$0")") scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$1" run -q "$here/../../scenarios/wage_round.cfg" -n 50 -o "$scratch/run"
"$here/forged.py" try "$1" "$scratch/run" 120
