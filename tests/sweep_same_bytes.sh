#!/bin/sh
# sweep_same_bytes.sh - a sweep has the same bytes for any number of threads and shards, whatever
# its design, and a row is what `run` finds with the levers set
#
#   sweep_same_bytes.sh PROGRAM SCENARIO
set -eu
program=$(realpath "$1") scenario=$(realpath "$2")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

same() { # same DESIGN ARGUMENT...
    design=$1
    shift
    rm -rf one two seven
    for threads in one:1 two:2 seven:7; do
        "$program" sweep "$scenario" -q -n 600 -j${threads#*:} --design "$design" "$@" -o ${threads%:*}
    done
    cmp one/sweep.csv two/sweep.csv
    cmp one/sweep.csv seven/sweep.csv
    for n in 1 2 3 4; do
        shards=
        for i in $(seq $n); do
            "$program" sweep "$scenario" -q -n 600 -j$i --design "$design" "$@" --shard "$i/$n" -o "$n.$i" --force
            shards="$n.$i $shards"
        done
        # shellcheck disable=SC2086
        "$program" merge -q $shards -o all
        cmp one/sweep.csv all/sweep.csv
    done
    echo "$design: $(wc -l <one/sweep.csv) lines"
}
same grid --vary union.reservation=0.3:0.6:5 --vary issues.jobs=all --vary employer.weights.pay=3,4
for design in lhs sobol random; do
    same $design --points 23 --vary union.reservation=0.3:0.6 --vary issues.jobs=all
done
same grid --set run.design=sobol --vary union.reservation=0.3,0.5 --vary issues.jobs=all

"$program" sweep "$scenario" -q -n 600 --vary union.reservation=0.4,0.5 --vary issues.jobs=all --metrics proposals -o point
"$program" run "$scenario" -q -n 600 --set union.reservation=0.5 --set issues.jobs=one_year -o run
sed 1d run/proposals.csv | awk -F, '{ printf ",%s,%s,%s", $4, $2, $3 } END { print "" }' >want
grep '0.5,one_year' point/sweep.csv | sed 's/^[^,]*,[^,]*,[^,]*//' | cmp - want
