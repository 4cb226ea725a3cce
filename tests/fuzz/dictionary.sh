#!/bin/sh
# dictionary.sh - words of scenarios for libFuzzer, from the list of settings
#
#   dictionary.sh PROGRAM              prints them: all settings, and the words in quotes that they may be
#   dictionary.sh PROGRAM DICTIONARY   ends with 1 where DICTIONARY does not have just these
words() {
    echo "# scenario.dict - made by 'tests/fuzz/dictionary.sh build/src/negosim'"
    cat <<'END'
" = ( "
" = [ "
" = { "
"*/"
"-1e308"
"--against "
"--design "
"--metrics "
"--set "
"--vary "
"/*"
"0.2"
"0:0.5:3"
"0x7fffffff"
"1e-308"
"1e15"
"1e308"
"2147483647"
"9223372036854775807L"
"=all"
"@include \""
"\"union.no_deal\""
"\\x00"
"\x0a--set issues.pay=2"
"\x0a--vary union.no_deal=0:0.2:3"
"; };"
"above"
"accepts"
"below"
"disputed"
"false"
"refuses"
"true"
END
    "$1" fields | awk '
        /^- `/ { split($0, part, "`"); if (part[2] !~ /[^a-z_]/) print part[2] }
        /^(- `|  )/ { n = split($0, part, "\""); for (i = 2; i < n; i += 2) if (part[i] !~ /[^a-z_]/) print part[i] }' |
        LC_ALL=C sort -u | sed 's/.*/"&"/'
    "$1" sweep --help | sed -n 's/^ *\(zone\|best\|proposals\|completes\) .*/"\1"/p'
}

if [ -z "$2" ]; then
    words "$1"
else
    words "$1" | diff "$2" - || { echo "made with: tests/fuzz/dictionary.sh build/src/negosim >$2"; exit 1; }
fi
