#!/bin/sh
# lint.sh - rules that the compiler does not keep: layers, sizes, words, documents
#
#   lint.sh PROGRAM      from anywhere; prints what is wrong and ends with 1 if anything is
program=$(realpath "$1")
cd "$(dirname "$0")/.." || exit 99
wrong=0
report() {
    [ -z "$2" ] && return
    printf '%s:\n%s\n' "$1" "$2"
    wrong=1
}

report "includes with a slash step round the layers" "$(grep -rnE '#include ".*/' src)"
report "files over 450 lines" "$(find src -name '*.[ch]' -exec wc -l {} + | awk '$2 != "total" && $1 > 450')"
report "functions over 60 lines" "$(awk '
    FNR == 1 { begin = 0 }
    /^\{/ { begin = FNR }
    /^\}/ { if (begin && FNR - begin > 60) print FILENAME ":" begin ": " FNR - begin " lines"; begin = 0 }
' $(find src -name '*.c'))"
report "folders over 25 sources" "$(for d in src/*/; do
    n=$(find "$d" -name '*.c' | wc -l)
    [ "$n" -le 25 ] || echo "$d: $n"
done)"
report "cells of results by number" "$(grep -rnE 'cell\[[0-9N]|\*cell\+\+' src/map src/map_tables src/talks src/talk_tables \
    src/sweep src/words src/cli)"
report "lines of documents over 120 letters" "$(for f in README.md CONTRIBUTING.md CHANGELOG.md docs/*.md; do
    LC_ALL=C.UTF-8 grep -nE '^.{121,}' "$f" | cut -c 1-60 | sed "s|^|$f:|"
done)"
report "sources whose first line does not say what they are" "$(for f in $(find src tests -name '*.[ch]'); do
    head -n 1 "$f" | grep -qE "^/\* $(basename "$f") - " || echo "$f"
done)"
report "base names that are not unique" "$(find src -name '*.[ch]' -exec basename {} \; | sort | uniq -d)"
report "unfinished business" "$(grep -rnIE 'TODO|FIXME|XXX' src scenarios docs README.md)"
report "sources that the build does not know" "$(for f in $(cd src && find . -name '*.c' | sed 's|^\./||'); do
    grep -qF "'$f'" src/meson.build || grep -qF "'$(basename "$f")'" src/meson.build || echo "src/$f"
done)"
report "command-line cases that the build does not know" "$(for f in tests/cli/*.cmd; do
    grep -qF "'$(basename "$f" .cmd)'" tests/meson.build || echo "$f"
done)"
report "docs/scenario.md differs from 'negosim fields'" "$("$program" fields | diff docs/scenario.md - | head -n 5)"
report "docs/results.md differs from 'negosim fields results'" "$("$program" fields results | diff docs/results.md - | head -n 5)"
report "theory vectors that docs/methods.md does not name" "$(sed -n 's/^ *"id": "\(.*\)",$/\1/p' tests/theory_vectors.json |
    awk 'FNR == NR { while (match($0, /`[a-z0-9_]+\*?`/)) {
                         name = substr($0, RSTART + 1, RLENGTH - 2); $0 = substr($0, RSTART + RLENGTH)
                         if (sub(/\*$/, "", name)) prefix[name]; else whole[name] }
                     next }
         { known = $0 in whole; for (p in prefix) if (index($0, p) == 1) known = 1; if (!known) print }' docs/methods.md -)"
version=$("$program" --version | cut -d' ' -f2)
report "CITATION.cff does not have version $version" "$(grep -qxF "version: $version" CITATION.cff || echo "$version")"
report "debian/changelog does not begin with version $version" "$(sed -n 1p debian/changelog | grep -qF "($version-" || echo "$version")"
report "CHANGELOG.md does not have version $version" "$(grep -qF "## $version" CHANGELOG.md || echo "$version")"
exit $wrong
