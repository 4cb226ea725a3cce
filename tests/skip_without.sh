#!/bin/sh
# skip_without.sh - runs a test that needs a folder: skip_without.sh FOLDER TEST [ARGUMENT...]
folder=$1
shift
[ -d "$folder" ] && exec "$@"
echo "skipped: there is no $folder"
exit 77
