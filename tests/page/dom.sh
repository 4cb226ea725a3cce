#!/bin/bash
# dom.sh - a page in a browser without more tools than the browser: what the script has made of it
#
#   dom.sh CHROMIUM PAGE DIR     PAGE of the results in DIR: explorer and map against the CSVs, paper, a phone
set -u
chromium=$1 page=$(realpath "$2") dir=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
wrong=0
complain() { echo "$1"; wrong=1; }
browse() { timeout -s KILL 60 "$chromium" --headless=new --no-sandbox --disable-gpu --user-data-dir="$scratch/profile" "$@" "file://$page" 2>>"$scratch/said"; }

browse --dump-dom | tr -d '\n' | sed 's/&nbsp;/ /g; s/\xc2\xa0/ /g' >"$scratch/dom"

# the share of all in the explorer's first row is that of the first proposal
share() { awk -F, -v column="$2" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i } NR == 2 { printf "%.0f %%\n", 100 * $at[column] }' "$dir/$1"; }
decides=$(head -n 1 "$dir/proposals.csv" | grep -q accept_rule && echo rule || echo all) # by a rule of agreement columns are called so
want=$(share proposals.csv accept_$decides)
got=$(grep -o '<tbody id="explore-steps"><tr>.*' "$scratch/dom" | sed 's,</tr>.*,,' | grep -o '[0-9]* %<svg' | sed 's/<svg//')
[ -n "$got" ] && [ "$got" = "$want" ] || complain "explorer: '$got' for '$want'"

# so many cells of the map have their number as pairs.csv has it
awk -F, -v best=best_accept_$decides 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } NR == 2 { a = $at["issue_a"]; b = $at["issue_b"] }
    $at["issue_a"] == a && $at["issue_b"] == b { x = $at[best]; print (x == "" ? "off the table" : x > 0 && x <= 0.005 ? "under 1 %" : x >= 0.995 && x < 1 ? "over 99 %" : sprintf("%.0f %%", 100 * x)) }' \
    "$dir/pairs.csv" >"$scratch/want"
grep -o '<table id="map-table".*' "$scratch/dom" | sed 's,</table>.*,,; s,<small>[^<]*</small>,,g' |
    grep -oE '<(button|span)[^>]*>[^<]*<' | sed 's/^[^>]*>//; s/<$//' >"$scratch/got"
cmp "$scratch/want" "$scratch/got" || complain "map: other numbers than pairs.csv"

browse --window-size=1280,900 --screenshot="$scratch/wide.png" && browse --window-size=400,900 --screenshot="$scratch/phone.png"
[ "$(wc -c <"$scratch/wide.png")" -gt 20000 ] && [ "$(wc -c <"$scratch/phone.png")" -gt 10000 ] || complain "a blank picture"
browse --print-to-pdf="$scratch/paper.pdf"
pages=$(grep -ac '/Type */Page\b' "$scratch/paper.pdf")
[ "$pages" -ge 2 ] && [ "$pages" -le 24 ] || complain "$pages pages of paper"
echo "explorer, map of $(wc -l <"$scratch/got") cells, $pages pages of paper"
exit $wrong
