#!/bin/sh
# sweep_ranks.sh - a sweep has the same bytes for any number of MPI's ranks and threads, also when it is
# interrupted; what cannot work is said
#
#   sweep_ranks.sh PROGRAM PROGRAM_MPI SCENARIO
set -eu
program=$(realpath "$1") mpi=$(realpath "$2") scenario=$(realpath "$3")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
# Open MPI: as root in a container, more ranks than cores, on this machine only
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 OMPI_MCA_btl=self,vader \
    OMPI_MCA_oob_tcp_if_include=lo OMPI_MCA_rmaps_base_oversubscribe=1
unset SLURM_STEP_NUM_TASKS

arguments="-q -n 600 --vary union.reservation=0.3:0.6:40 --vary issues.jobs=all"
# shellcheck disable=SC2086
# (always in a shell of its own, which becomes mpirun: a signal to it is one to mpirun)
ranks() { n=$1; shift; exec mpirun --bind-to none -n "$n" "$mpi" sweep "$scenario" $arguments "$@"; }
# shellcheck disable=SC2086
"$program" sweep "$scenario" $arguments -o alone
for n in 1 2 4; do
    for threads in 1 2 7; do
        (ranks $n -j$threads -o "$n.$threads")
        cmp alone/sweep.csv "$n.$threads/sweep.csv"
    done
done
# Sobol' draws, too
# shellcheck disable=SC2086
"$program" sweep "$scenario" $arguments --set run.design=sobol -o even
(ranks 4 -j2 --set run.design=sobol -o even.4)
cmp even/sweep.csv even.4/sweep.csv
if cmp -s even/sweep.csv alone/sweep.csv; then echo "Sobol' draws gave the results of plain ones"; exit 1; fi

# interrupted, and gone on with
ranks 4 -j1 -n 6000 -o long &
run=$!
while [ "$(cat long/.partial/sweep.csv 2>/dev/null | wc -l)" -lt 5 ] && kill -0 $run 2>/dev/null; do sleep 0.02; done
kill -TERM $run 2>/dev/null || true
wait $run 2>/dev/null || true
[ -e long/manifest.json ] || (ranks 4 -j1 -n 6000 -o long --resume)
# shellcheck disable=SC2086
"$program" sweep "$scenario" $arguments -n 6000 -o long_alone
cmp long_alone/sweep.csv long/sweep.csv

says() { # says TEXT COMMAND...: the command fails and its errors have the text
    text=$1
    shift
    if "$@" >said 2>&1; then echo "no error: $*"; exit 1; fi
    grep -qF "$text" said || { cat said; exit 1; }
}
says "only a sweep is shared" mpirun --bind-to none -n 2 "$mpi" run "$scenario" -o bad
says "vary x: there is no 'x'" mpirun --bind-to none -n 3 "$mpi" sweep "$scenario" --vary x=1,2 -o bad
says "vary union.weights.pay: 'union.weights.pay' is -1" mpirun --bind-to none -n 4 "$mpi" sweep "$scenario" \
    --vary union.weights.pay=-1,2 -o bad
says "Slurm started 4 tasks, but MPI sees 1" env SLURM_STEP_NUM_TASKS=4 "$mpi" sweep "$scenario" --vary union.reservation=0.3,0.4 -o bad
[ ! -e bad ]
echo "ranks 1, 2 and 4, threads 1, 2 and 7"
