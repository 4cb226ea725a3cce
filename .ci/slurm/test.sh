#!/bin/bash
# test.sh - cluster/array.sbatch on a real Slurm of one node: an array of four tasks of which one is
# killed, only that one run again, and merged: the bytes of one process
#
#   test.sh PROGRAM SCENARIO      as root; starts Slurm and ends what it started
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "$1") scenario=$(realpath "$2") array=$(realpath "$here/../../cluster/array.sbatch")
state=$(mktemp -d)
finish() {
    for daemon in slurmd slurmctld munged; do
        [ -f "$state/$daemon.pid" ] && kill "$(cat "$state/$daemon.pid")" 2>/dev/null
    done
    sleep 1
    rm -rf "$state"
}
trap finish EXIT
SLURM_CONF=$("$here/start.sh" "$state")
export SLURM_CONF
mkdir "$state/bin" "$state/out"
cd "$state/out"

# A negosim of which shard 3 is killed once, on its way.
cat >"$state/bin/negosim" <<END
#!/bin/sh
case "\$*" in
*"--shard 3/4"*)
    if [ ! -e "$state/killed" ]; then
        touch "$state/killed"
        "$program" "\$@" &
        while [ "\$(cat shards/shard_3/.partial/sweep.csv 2>/dev/null | wc -l)" -lt 3 ]; do sleep 0.01; done
        kill -KILL \$!
        wait \$!
        exit \$?
    fi ;;
esac
exec "$program" "\$@"
END
chmod +x "$state/bin/negosim"
PATH=$state/bin:$PATH
arguments=(-n 3000 --vary "union.reservation=0.3:0.6:40" --vary "issues.jobs=all")

# Waits for a job; sbatch --wait asks too seldom.
wait_for() { while squeue -h -j "$1" 2>/dev/null | grep -q .; do sleep 0.2; done; }
state_of() { scontrol show job "$1" -o | grep -o 'ArrayTaskId=[0-9]*\|JobState=[A-Z]*' | paste -sd' \n' | sort; }
job=$(sbatch --parsable --array=1-4 "$array" 4 "$scenario" shards "${arguments[@]}")
wait_for "$job"
state_of "$job"
state_of "$job" | grep -q 'ArrayTaskId=3 JobState=FAILED'
[ "$(state_of "$job" | grep -c COMPLETED)" = 3 ]
if "$program" merge shards/shard_[1-4] -o whole 2>said; then echo "merged without shard 3"; exit 1; fi
grep 'is not finished: go on with its sweep by --resume' said
again=$(sbatch --parsable --array=3 "$array" 4 "$scenario" shards "${arguments[@]}")
wait_for "$again"
state_of "$again" | grep -q COMPLETED
"$program" merge -q shards/shard_[1-4] -o whole
"$program" sweep "$scenario" -q "${arguments[@]}" -o alone
cmp alone/sweep.csv whole/sweep.csv
echo "an array of 4, one task run again: the bytes of one process"
