#!/bin/sh
# Runs one command-line case and compares what it says with what it should say.
#
#   run.sh PROGRAM CASE      CASE.cmd is the script; CASE.out, CASE.err and
#                            CASE.exit are the expected output, errors and status
#                            (an absent file means empty, or status 0)
#
# The script runs in an empty scratch folder, with PROGRAM's folder first on PATH, ROOT naming
# the repository and HERE this folder; in what it says, ROOT's path is replaced by the word ROOT.
# BLESS=1 writes the expected files anew; read the diff before you commit it.
set -u
program=$(realpath "$1") case=$(realpath "$(dirname "$2")")/$(basename "$2") got=$(mktemp -d)
trap 'rm -rf "$got"' EXIT

HERE=$(dirname "$case")
ROOT=$(realpath "$HERE/../..")
PATH=$(dirname "$program"):$PATH LC_ALL=C TERM=dumb
export HERE ROOT PATH LC_ALL TERM
unset NEGOSIM_PLOTS OMP_NUM_THREADS
mkdir "$got/scratch"
(cd "$got/scratch" && exec sh "$case.cmd") >"$got/all.out" 2>"$got/all.err" </dev/null
echo $? >"$got/exit"
[ "$(cat "$got/exit")" = 77 ] && exit 77 # meson: skipped
# not where it is a part of another path, as /negosim is of /proc/negosim
for part in out err; do sed -E "s#(^|[^[:alnum:]_.-])$ROOT#\\1ROOT#g" "$got/all.$part" >"$got/$part"; done

: >"$got/absent.out"
: >"$got/absent.err"
echo 0 >"$got/absent.exit"
status=0
for part in out err exit; do
    want=$case.$part
    if [ "${BLESS:-0}" = 1 ]; then
        rm -f "$want"
        cmp -s "$got/absent.$part" "$got/$part" || cp "$got/$part" "$want"
    fi
    [ -e "$want" ] || want=$got/absent.$part
    diff -u "$want" "$got/$part" || status=1
done
exit $status
