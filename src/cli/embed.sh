#!/bin/sh
# embed.sh - a text file as a C string: embed.sh NAME FILE
echo "/* made by src/cli/embed.sh from $(basename "$2") */"
echo "extern const char $1[];"
echo "const char $1[] ="
sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/^/    "/' -e 's/$/\\n"/' "$2"
echo "    ;"
