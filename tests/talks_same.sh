#!/bin/sh
# talks_same.sh - talks are the same for any number of threads, and again; the trace of a run ends as
# its row in the table of all says
#
#   talks_same.sh PROGRAM SCENARIO
set -u
program=$(realpath "$1") scenario=$(realpath "$2")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99
same=0

run() { "$program" bargain "$scenario" --quiet -n 300 --against micro,zeuthen "$@" || exit 1; }
run -o one -j1
run -o two -j2
run -o seven -j7
run -o again -j2
run -o other -j2 --seed 2
for results in two seven again; do
    for file in one/*.csv; do
        cmp "$file" "$results/$(basename "$file")" || same=1
    done
done
[ "$(ls one/*.csv | wc -l)" = 6 ] || { echo "files of results are missing"; exit 1; }
cmp -s one/talks.csv other/talks.csv && { echo "another seed gave the same talks"; exit 1; }

# column FILE NAME - of every row
column() { awk -F, -v name="$2" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) at = i; next } { print $at }' "$1"; }
for traced in 0 17 250; do
    run -o traced -j2 --trace $traced
    cmp one/talks.csv traced/talks.csv || same=1
    row="$(column one/talks.csv ending | sed -n $((traced + 1))p) $(column one/talks.csv package | sed -n $((traced + 1))p)"
    last="$(column traced/offers.csv act | tail -n 1) $(column traced/offers.csv package | tail -n 1)"
    echo "run $traced: $row; $last"
    case $row in
    agreement*) [ "${row#* }" = "${last#* }" ] || same=1 ;;
    esac
done
exit $same
