#!/bin/sh
# same_bytes.sh - results are the same for any number of threads, and again; another seed moves
# them within their standard errors
#
#   same_bytes.sh PROGRAM SCENARIO EVEN      EVEN: how many Sobol' draws
set -u
program=$(realpath "$1") scenario=$(realpath "$2") even=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99

# 1000 draws are several blocks for each of seven threads' turns
run() { "$program" run "$scenario" --quiet --draw-table -n 1000 "$@" || exit 1; }
run -o one -j1
run -o two -j2
run -o seven -j7
run -o again -j2
run -o other -j2 --seed 2
# from 32,768 draws on, a net is more than one block
run -o even_one -j1 --design sobol -n "$even"
run -o even_two -j2 --design sobol -n "$even"
run -o even_seven -j7 --design sobol -n "$even"
same=0
alike() { # alike FOLDER FOLDER
    for file in "$1"/*.csv; do
        cmp "$file" "$2/$(basename "$file")" || same=1
    done
}
for results in two seven again; do alike one $results; done
for results in even_two even_seven; do alike even_one $results; done
cmp -s one/proposals.csv even_one/proposals.csv && { echo "Sobol' draws gave the results of plain ones"; exit 1; }
[ "$(ls one/*.csv | wc -l)" -ge 7 ] || { echo "files of results are missing"; exit 1; }
cmp -s one/proposals.csv other/proposals.csv && { echo "another seed gave the same results"; exit 1; }

# accept_all of every package, both seeds: the mean of squared standardised differences is 1 where
# packages are independent; they are not, so the bound is wide, and no share may be far off.
paste -d, one/packages.csv other/packages.csv | awk -F, '
    NR == 1 { for (i = 1; i <= NF; i++) { if ($i == "accept_all") a[++n] = i; if ($i == "se_all") s[++m] = i } next }
    { se = sqrt($s[1] ^ 2 + $s[2] ^ 2); if (se > 0) { z = ($a[1] - $a[2]) / se; sum += z * z; count++; if (z * z > 36) far++ } }
    END { printf "mean squared difference %.2f of %d packages, %d beyond six\n", sum / count, count, far
          exit !(count > 0 && sum / count < 9 && far < count / 1000 + 1) }' || same=1
exit $same
