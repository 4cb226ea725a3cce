#!/bin/sh
# commands.sh - runs the commands that a document shows: every ```sh block, in order, in one
# scratch folder that holds a copy of scenarios/
#
#   commands.sh PROGRAM DOCUMENT
set -u
program=$(realpath "$1") document=$(realpath "$2") root=$(realpath "$(dirname "$0")/..")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cp -r "$root/scenarios" "$scratch/"
awk '/^```sh$/ { show = 1; next } /^```/ { show = 0 } show' "$document" >"$scratch/commands"
[ -s "$scratch/commands" ] || { echo "no commands in $document"; exit 1; }
cd "$scratch" || exit 99
PATH=$(dirname "$program"):$PATH
export PATH
sh -eux commands >out 2>&1 </dev/null || { cat out; exit 1; }
echo "ran $(grep -c '^+ ' out) commands of $(basename "$document")"
