#!/bin/sh
# start.sh - munged, slurmctld and slurmd on this machine; as root
#
#   start.sh STATE      STATE: a folder for what they keep; prints the path of their slurm.conf
set -eu
here=$(cd "$(dirname "$0")" && pwd)
state=$1
host=$(hostname -s)
mkdir -p "$state/ctld" "$state/d"
getent hosts "$host" >/dev/null || echo "127.0.0.1 $host" >>/etc/hosts
sed -e "s/@HOST@/$host/g" -e "s/@CPUS@/$(nproc)/g" -e "s|@STATE@|$state|g" \
    -e "s/@MEM@/$(awk '/MemTotal/ { print int($2 / 1024 * 0.9) }' /proc/meminfo)/g" \
    "$here/slurm.conf.in" >"$state/slurm.conf"
echo 'CgroupPlugin=cgroup/v1' >"$state/cgroup.conf" # looked for, not used
export SLURM_CONF="$state/slurm.conf"
if ! munge -n >/dev/null 2>&1; then
    [ -s /etc/munge/munge.key ] || mungekey --create
    chown -R munge:munge /etc/munge
    chmod 700 /etc/munge
    for folder in /run/munge /var/log/munge /var/lib/munge; do
        install -d -o munge -g munge -m 0755 "$folder"
    done
    runuser -u munge -- /usr/sbin/munged --pid-file="/run/munge/munged.pid" >&2
    cp /run/munge/munged.pid "$state/munged.pid"
fi
slurmctld -c >&2
slurmd -c >&2
for _ in $(seq 100); do
    case $(sinfo -h -o %T 2>/dev/null) in
    idle* | mixed* | alloc*)
        echo "$SLURM_CONF"
        exit 0
        ;;
    esac
    sleep 0.1
done
echo "start.sh: the node did not become idle" >&2
tail -n 20 "$state"/slurmctld.log "$state"/slurmd.log >&2
exit 1
