#!/bin/sh
# pipeline.sh PROGRAM - what docs/cluster.md says of GNU parallel, Snakemake, SQLite and DuckDB, run as it stands there
#
# Parallel and Snakemake are killed, with all that they have started, and called again: the sweep must have the bytes
# of one that was left alone, and a call after the last do nothing.  A tool that is not there is said, and left out.
set -u
program=$(realpath "$1") root=$(realpath "$(dirname "$0")/..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$root/scenarios" "$root/cluster" "$work/"
mkdir "$work/bin"
ln -s "$program" "$work/bin/negosim"
PATH=$work/bin:$PATH HOME=$work # GNU parallel and Snakemake keep files there
export PATH HOME
cd "$work" || exit 99
wrong=0
fail() { echo "pipeline.sh: $*"; wrong=1; }

# The lines of a block "```sh NAME", into the file NAME.sh.
block() { awk -v open="\`\`\`sh $1" '$0 == open { show = 1; next } /^```/ { show = 0 } show' "$root/docs/cluster.md" >"$1.sh"; [ -s "$1.sh" ]; }
# The same, but long enough to be killed at work.
many_draws() { block "$1" && sed -i 's/--draws 1000/--draws 5000/' "$1.sh"; }
there() { command -v "$1" >/dev/null || { echo "figures: $1 is not here: left out"; return 1; }; }

# How many rows the shards in a folder have so far.
rows() { cat "$1"/*/sweep.csv "$1"/*/.partial/sweep.csv 2>/dev/null | wc -l; }

# Runs NAME.sh, in a session of its own, and kills all of that once it has made some more rows.
kill_at_work() {
    had=$(rows "$2")
    setsid sh -e "$1.sh" >"$1.log" 2>&1 &
    leader=$!
    for _ in $(seq 600); do
        [ "$(rows "$2")" -le $((had + 5)) ] || break
        sleep 0.05
    done
    # by session: GNU parallel gives each job a process group of its own
    working=$(awk -v session="$leader" '{ pid = $1; sub(/.*\) /, "") } $4 == session { print pid }' /proc/[0-9]*/stat 2>/dev/null)
    # shellcheck disable=SC2086
    [ -n "$working" ] && { kill -KILL $working 2>/dev/null || :; } || fail "$1 had ended before it was killed"
    wait $leader 2>/dev/null
}

# Two kills, then to the end, then once more: nothing may be done again.
pipeline() {
    tool=$1 out=$2 whole=$3
    there "$tool" || return
    many_draws "$tool" || { fail "no lines for $tool"; return; }
    for _ in 1 2; do
        kill_at_work "$tool" "$out"
        [ "$tool" != snakemake ] || sed 's/^snakemake /&--unlock /' snakemake.sh | sh >unlock.log 2>&1
        for folder in "$out"/*/; do # a folder of results is whole, or only begun
            [ ! -e "$folder/sweep.csv" ] || [ -e "$folder/manifest.json" ] || fail "$tool left half of $folder"
        done
    done
    sh -e "$tool.sh" >"$tool.log" 2>&1 || { tail "$tool.log"; fail "$tool fails"; }
    cmp laptop/sweep.csv "$whole/sweep.csv" || fail "$tool made another sweep"
    : >marker
    sh -e "$tool.sh" >"$tool.log" 2>&1 || { tail "$tool.log"; fail "$tool fails when called again"; }
    [ -z "$(find "$out"/*[0-9] -newer marker -name sweep.csv)" ] || fail "$tool worked again"
    echo "figures: $tool: killed twice, the same bytes"
}

# the first block: the sweep on one machine
awk '/^```sh$/ { show = 1; next } /^```/ { if (show) exit } show' "$root/docs/cluster.md" | sed 's/--draws 1000/--draws 5000/' >laptop.sh
sh -e laptop.sh >laptop.log 2>&1 || { cat laptop.log; exit 1; }

pipeline parallel parts joined
pipeline snakemake steps steps/whole

if there sqlite3 && block sqlite; then
    sh -e sqlite.sh >sqlite.csv || fail "SQLite fails"
    [ "$(wc -l <sqlite.csv)" = 3 ] && [ "$(cut -d, -f2 sqlite.csv | sort -u)" = 20 ] || { cat sqlite.csv; fail "SQLite says something else"; }
fi

# Debian 12 has no DuckDB: that of node, from npm, where both are, stands in for the command.
duckdb_of_node() {
    command -v node >/dev/null && command -v npm >/dev/null || return
    npm install --prefix "$work/node" --no-audit --no-fund --loglevel=error @duckdb/node-api@1.5.6-r.1 >node.log 2>&1 || return
    cat >bin/duckdb <<NODE
#!$(command -v node)
const { DuckDBInstance } = require('$work/node/node_modules/@duckdb/node-api');
(async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const found = await connection.runAndReadAll(process.argv.at(-1));
    for (const row of found.getRows()) console.log(row.join(','));
})();
NODE
    chmod +x bin/duckdb
}
command -v duckdb >/dev/null || duckdb_of_node
if there duckdb && block duckdb; then
    mkdir shards
    for i in 1 2 3 4; do cp -r "parts/$i" "shards/$i"; done
    sh -e duckdb.sh >duckdb.csv || fail "DuckDB fails"
    # one writes 1, the other 1.0
    sed 's/\.0,/,/g' sqlite.csv >wanted.csv
    head -n 3 duckdb.csv | tr -d '\r"' | sed 's/\.0,/,/g' | cmp - wanted.csv || { cat duckdb.csv sqlite.csv; fail "DuckDB and SQLite differ"; }
    [ -s sweep.parquet ] || fail "no Parquet"
fi
[ $wrong = 0 ] || exit 1
[ ! -e wanted.csv ] || echo "figures: SQLite and DuckDB: the same table"
