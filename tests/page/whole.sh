#!/bin/sh
# whole.sh - what holds of every page without a browser
#
#   whole.sh PROGRAM [FOLDER]     looks at the text of pages there, or makes some (make.sh)
set -u
program=$(realpath "$1") here=$(realpath "$(dirname "$0")")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
folder=${2:-$scratch/pages}
wrong=0 n=0
complain() { echo "$1: $2"; wrong=1; }
count() { grep -o -e "$2" "$1" | wc -l; }

[ -e "$folder" ] || "$here/make.sh" "$program" "$folder" some 2>"$scratch/said" || { cat "$scratch/said"; exit 1; }
cd "$folder" || exit 99
for page in */report.html; do
    name=${page%/*} n=$((n + 1))
    [ "$(wc -c <"$page")" -lt 1500000 ] || complain "$name" "1.5 MB or more"
    islands=$(count "$page" '<script type="application/json" id="packages">')
    [ "$(count "$page" '<script')" = $((1 + islands)) ] || complain "$name" "a script of somebody else"
    [ "$(count "$page" '<style')" = 1 ] || complain "$name" "a style of somebody else"
    for evil in ' style="' '<[a-z][^>]* on[a-z]*="' '<img' '<iframe' '<link' '<base' '<form' ' src="' 'url(' 'javascript:[^a]'; do
        [ "$(sed '/<script>/,/<\/script>/d' "$page" | grep -c -e "$evil")" = 0 ] || complain "$name" "has $evil"
    done
    again=$(grep -o ' id="[^"]*"' "$page" | sort | uniq -d)
    [ -z "$again" ] || complain "$name" "ids that are there twice:$again"
    for link in $(grep -o 'href="#[a-z]*"' "$page" | cut -d'#' -f2 | tr -d '"'); do
        grep -q " id=\"$link\"" "$page" || complain "$name" "a link to nowhere: $link"
    done
    for section in answer assumed limits source; do
        grep -q "<section id=\"$section\"" "$page" || complain "$name" "no section $section"
    done
    for file in $(grep -o 'From [a-z_]*\.csv' "$page" | cut -d' ' -f2 | sort -u); do
        ls "$name/$file" talks/"$file" sweep/"$file" rule_sweep/"$file" 2>/dev/null | grep -q . || complain "$name" "cites $file, which is not there"
    done
    grep 'class="see"' "$page" | grep -q '– (' && complain "$name" "a sentence without its number"
    grep -q 'nan\b' "$page" && complain "$name" "a number that is none: $(grep -o '.\{30\}nan\b.\{10\}' "$page" | head -1)"
    if command -v xmllint >/dev/null; then
        xmllint --html --noout "$page" 2>&1 | grep 'parser error' |
            grep -vE 'Tag (section|nav|main|svg|figure|bdi|header|footer|output|rect|path|line|text|desc|circle|details|summary) invalid' |
            head -3 | grep . && complain "$name" "not well-formed"
    fi
    [ "$name" = wage_round ] || [ "$name" = by_rule ] || { cp "$page" "$scratch/before" && "$program" report -q "$name" && cmp "$scratch/before" "$page" || complain "$name" "not the same twice"; }
done
for section in proposals map explore terms worth solutions decides talks sweep; do
    grep -q "<section id=\"$section\"" wage_round/report.html || complain wage_round "no section $section"
done
for name in sweep_best sweep_hole; do
    [ ! -e $name ] || grep -q 'goes from <strong>[0-9]' $name/report.html || complain $name "no range"
done
grep -q 'In no draw is any package acceptable' no_deal/report.html || complain no_deal "does not say so"
# by a rule: who is enough is said once, near the top; nothing is said to need all
[ "$(count by_rule/report.html 'A package passes when these accept: <bdi>2 of 3 parties</bdi>')" = 1 ] || complain by_rule "does not say the rule"
grep -q '<section id="coalitions"' by_rule/report.html || complain by_rule "no section coalitions"
for words in 'some combination of terms passes' '>outvoted<' 'Whose answer alone decides' '>it passes<' 'some package passes'; do
    grep -q "$words" by_rule/report.html || complain by_rule "does not have: $words"
done
sed '/<script>/,/<\/script>/d' by_rule/report.html | grep -o 'suits all\|acceptable to all\|by all in\|[^d] all accept\b.\{9\}' | head -3 | grep . && complain by_rule "says that all must accept"
echo "$n pages"
exit $wrong
