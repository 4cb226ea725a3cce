#!/bin/sh
# skip_without.sh - runs a test that needs a folder: skip_without.sh FOLDER TEST
[ -d "$1" ] && exec "$2"
echo "skipped: there is no $1"
exit 77
