#!/bin/sh
# refresh.sh PROGRAM - writes anew what is made from the lists in the sources; read the diff
set -eu
program=$(realpath "$1")
cd "$(dirname "$0")/.."
# a program that fails leaves the file as it was
made() {
    file=$1
    shift
    "$@" >"$file.new" && mv "$file.new" "$file"
}
made docs/scenario.md "$program" fields
made docs/results.md "$program" fields results
made tests/fuzz/scenario.dict tests/fuzz/dictionary.sh "$program"
find src tests -name '*.[ch]' -print0 | xargs -0 clang-format -i
git diff --stat -- docs tests/fuzz/scenario.dict
