#!/bin/sh
# rises.sh - lets libFuzzer extend the corpus, and says what it saw; ends with 1 after a finding, and
# where coverage does not rise: then the fuzzer is blind, or the corpus is
#
#   rises.sh TARGET COUNTERS RUNS NEARLY FINDINGS
#
# TARGET must have COUNTERS at least: so many has only one whose libraries are instrumented.  Three
# passes: from nothing, over scenarios made by NEARLY, and from the corpus and some of these, RUNS
# times: not so many seconds, and at fixed addresses, so that another machine tries the same inputs.  Inputs
# that break a claim are left in the folder FINDINGS.
here=$(dirname "$0")
target=$1 least=$2 most=$3 nearly=$4 findings=$5
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/new" "$work/made" "$work/some" "$work/nothing" "$findings"
export LSAN_OPTIONS="suppressions=$here/lsan.supp:print_suppressions=0"

# What libFuzzer sees in comparisons of pointers is the same where addresses are; not all containers allow it.
fixed="setarch $(uname -m) -R"
$fixed true 2>/dev/null || fixed=

fuzz() {
    log=$1
    shift
    $fixed "$target" -seed=1 -max_len=8192 -timeout=60 -print_final_stats=1 -dict="$here/scenario.dict" \
        -artifact_prefix="$findings/" "$@" >"$work/$log" 2>&1 || { tail -n 60 "$work/$log"; exit 1; }
}

# The edges that were covered at the end of a pass.
covered() { sed -n 's/^#.* cov: \([0-9]*\) .*/\1/p' "$work/$1" | tail -n 1; }

fuzz empty -runs=1 "$work/nothing"
"$nearly" "$work/made" 300 2 && "$nearly" "$work/some" 40 3 || exit 1
fuzz over_made -runs=0 "$work/made"
fuzz start -runs=0 "$here/corpus"
fuzz on -runs="$most" -max_total_time=240 "$work/new" "$here/corpus" "$work/some"

counters=$(sed -n 's/.*(\([0-9]*\) inline 8-bit counters).*/\1/p' "$work/on" | head -n 1)
runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/on")
units=$(sed -n 's/^stat::new_units_added: *//p' "$work/on")
echo "figures: $(basename "$target"): ${counters:=0} counters; covered $(covered empty) from nothing," \
    "$(covered over_made) by 300 made scenarios, $(covered start) by the corpus," \
    "$(covered on) after ${runs:-0} runs with ${units:=0} new units"
[ "$counters" -ge "$least" ] || { echo "expected at least $least counters: are the libraries instrumented?"; exit 1; }
[ "$(covered over_made)" -gt "$(covered empty)" ] || { echo "the made scenarios cover nothing"; exit 1; }
[ "$(covered start)" -gt "$(covered empty)" ] || { echo "the corpus covers nothing"; exit 1; }
[ "$units" -gt 0 ] || { echo "no new unit: coverage does not rise"; exit 1; }
