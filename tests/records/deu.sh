#!/bin/sh
# deu.sh PROGRAM DATA - rules beside what 168 issues of European legislation were settled at
#
# DATA: the folder with issues.csv and votes.csv (deu.awk says what they are).  Prints the table of errors, and checks the
# compromise mean against the figure that others find on this half of the data, 24.366.
set -u
program=$(realpath "$1") data=$(realpath "$2") here=$(realpath "$(dirname "$0")")
scratch=$(mktemp -d) && trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/issues" && cd "$scratch" || exit 99
awk -f "$here/deu.awk" -v out=issues "$data/votes.csv" "$data/issues.csv" || exit 1
"$program" backtest issues/*.cfg -o found || exit 1
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    $at["rule"] == "compromise" { n = $at["issues"]; x = $at["error"] }
    END { good = n == 168 && x > 24.366 - 0.01 && x < 24.366 + 0.01
          printf "compromise: %.4f on %d issues\n%d passed, %d failed\n", x, n, good, !good; exit !good }' found/errors.csv
