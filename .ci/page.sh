#!/bin/bash
# page.sh - pages of all kinds of results in a real browser
#
#   .ci/page.sh PROGRAM     looks for Debian's chromium, and for node and npm, with which it fetches
#                           puppeteer-core and axe-core; says what it leaves out
set -u
cd "$(dirname "$0")/.." || exit 99
program=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
tests/page/make.sh "$program" "$scratch/pages" all 2>/dev/null || exit 1
tests/page/whole.sh "$program" "$scratch/pages" || exit 1
chromium=$(command -v chromium) || { echo "figures: no chromium here: pages are not looked at in a browser"; exit 0; }
for name in wage_round six_week by_rule; do
    tests/page/dom.sh "$chromium" "$scratch/pages/$name/report.html" "$scratch/pages/$name" || exit 1
done
if command -v node >/dev/null && command -v npm >/dev/null &&
    (mkdir "$scratch/modules" && cd "$scratch/modules" && timeout 60 npm install --silent puppeteer-core@24 axe-core@4); then
    node tests/page/browser.js "$chromium" "$scratch/modules/node_modules" "$scratch/pages" | sed '$s/^/figures: /'
    exit "${PIPESTATUS[0]}"
fi
echo "figures: no node, or no modules for it: numbers of three pages only"
