#!/bin/sh
# manual.sh PROGRAM - every page of the manual has every word that --help, or `fields`, prints
#
# Pages are read as a reader of roff would, without its requests and escapes; where groff is there, it must
# have nothing to warn of.
set -u
program=$(realpath "$1") scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99
wrong=0 pages=0

# the text of a page, all on one line
plain() {
    sed -E -e '/^\.\\"/d' -e 's/^\.(SH|SS|B|I|BR) ?//' -e '/^\.(TP|PP|nf|fi|TH).*/d' \
        -e 's/\\f[BIR]//g' -e 's/\\&//g' -e "s/\\\\\(aq/'/g" -e 's/\\\(ha/^/g' -e 's/\\-/-/g' -e 's/\\e/\\/g' "$1" |
        tr -s ' \n' '  '
}

# Each line of the file `said`, without its markup, is in the page.
has() {
    "$program" manual "$1" >page || { wrong=1; return; }
    plain page >text
    pages=$((pages + 1))
    awk -v page="$1" 'FNR == NR { text = $0; next }
        $0 != "" && !index(text, $0) { print "manual " page " does not have: " $0; wrong = 1 }
        END { exit wrong || FNR < 5 }' text said || wrong=1
    ! command -v groff >/dev/null || groff -man -Tutf8 -ww -z page >warned 2>&1
    [ ! -s warned ] || { cat warned; wrong=1; }
}

# the lines of --help: an option and what it says are two, "usage:" and "example:" headings
parts() { sed -E -e 's/^usage: //' -e '/^example:$/d' -e 's/^  +//' -e 's/([^ ])  +/\1\n/g' | sed -E 's/^(negosim [a-z]+|negosim) (\[OPTION|COMMAND)/\2/; s/`//g'; }

"$program" --help | parts >said
has negosim
commands=$("$program" --help | sed -nE 's/^  ([a-z]+) .*/\1/p')
for command in $commands; do
    "$program" "$command" --help | parts >said
    has "$command"
done
for reference in scenario results; do
    "$program" fields $reference | sed -E -e '/^# /d' -e '/^\|(---|.*\| at most)/d' -e 's/^#+ //' -e 's/`|\*\*//g' -e 's/^\| | \|$//g' \
        -e 's/ \| /\n/' -e 's/^- //' -e 's/^ +//' -e 's/\[([^]]*)\]\([^)]*\)/\1/g' -e 's/: /\n/' >said
    has $reference
done
# a page that does not exist is refused
"$program" manual nowhere >/dev/null 2>said && wrong=1
echo "compared $pages pages"
[ "$pages" -gt 15 ] && [ $wrong = 0 ]
