#!/bin/sh
# page_fails.sh - every allocation of a page fails once, alone and with all later ones: each time the
# program says that there is no memory, ends with 1 and writes no page
#
#   page_fails.sh PROGRAM LIBRARY SCENARIO
set -u
program=$(realpath "$1") library=$(realpath "$2") scenario=$(realpath "$3")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99
wrong=0
"$program" run "$scenario" -q -n 20 -j1 -o run || exit 1

once() { LD_PRELOAD=$library "$program" report run -q -o page.html >said 2>&1; }
once 9>count
total=$(cat count)
[ "$total" -gt 30 ] || { echo "only $total allocations were seen"; exit 1; }
rm page.html
k=1
while [ $k -le "$total" ]; do
    for all in '' yes; do
        (export FAIL_AT=$k ${all:+FAIL_ALL=yes}; once)
        status=$?
        # what reads JSON gives up without a word why: that is an error of the file (4)
        if ! { [ $status = 1 ] && grep -q memory said || [ $status = 4 ]; } || [ -n "$(ls | grep html)" ]; then
            echo "allocation $k of $total${all:+ and all later}: exit $status, $(head -c 200 said), left: $(ls)"
            wrong=1
            rm -f page.html*
        fi
    done
    k=$((k + 1))
done
echo "failed each of $total allocations"
exit $wrong
