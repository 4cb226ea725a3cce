#!/bin/sh
# embed.sh - a text file as a C string: embed.sh NAME FILE
#
# By bytes: C99 lets a compiler refuse string literals of more than 4095.
echo "/* made by src/cli/embed.sh from $(basename "$2") */"
echo "extern const char $1[];"
echo "const char $1[] = {"
od -An -v -td1 "$2" | sed 's/-\{0,1\}[0-9]\{1,\}/&,/g'
echo "    0 };"
