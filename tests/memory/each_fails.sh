#!/bin/sh
# each_fails.sh - every allocation of a run fails once, alone and with all later ones: each time
# the program says that there is no memory, ends with 1 and leaves nothing behind
#
#   [STEP=N] each_fails.sh PROGRAM LIBRARY SCENARIO COMMAND [OPTION...]
#
# With STEP only every N-th fails: of commands that share most of what they allocate with others that are tried.
set -u
program=$(realpath "$1") library=$(realpath "$2") scenario=$(realpath "$3") command=$4
shift 4
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99
wrong=0

once() { LD_PRELOAD=$library "$program" "$command" "$scenario" --quiet -j1 -n 20 -o out "$@" >said 2>&1; }
once "$@" 9>count
total=$(cat count)
[ "$total" -gt 50 ] || { echo "only $total allocations were seen"; exit 1; }
rm -rf out
k=1
while [ $k -le "$total" ]; do
    for all in '' yes; do
        (export FAIL_AT=$k ${all:+FAIL_ALL=yes}; once "$@")
        status=$?
        if [ $status != 1 ] || ! grep -q memory said || [ -e out ]; then
            echo "allocation $k of $total${all:+ and all later}: exit $status, $(head -c 200 said), left: $(ls)"
            wrong=1
            rm -rf out
        fi
    done
    k=$((k + ${STEP:-1}))
done
echo "failed each of $total allocations"
exit $wrong
