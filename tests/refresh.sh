#!/bin/sh
# refresh.sh PROGRAM - writes anew what is made from the lists in the sources: run it after a change of one, read the diff
set -eu
program=$(realpath "$1")
cd "$(dirname "$0")/.."
"$program" fields >docs/scenario.md
"$program" fields results >docs/results.md
tests/fuzz/dictionary.sh "$program" >tests/fuzz/scenario.dict
find src tests -name '*.[ch]' -print0 | xargs -0 clang-format -i
git diff --stat -- docs tests/fuzz/scenario.dict
