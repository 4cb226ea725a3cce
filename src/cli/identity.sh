#!/bin/sh
# identity.sh - which sources decide results, as a C string: a hash of their names and bytes, the
# same in a clone and in a release, with any compiler
#
#   identity.sh FILE.c DEPFILE FOLDER LAYER...       of the sources in FOLDER/LAYER
#
# DEPFILE tells ninja which files were read.
set -eu
made=$1 depfile=$2 folder=$3
shift 3
export LC_ALL=C
for layer; do [ -d "$folder/$layer" ] || { echo "identity.sh: no folder $folder/$layer" >&2; exit 1; }; done
sources=$(cd "$folder" && for layer; do printf '%s\n' "$layer"/*.[ch]; done | sort)
hash=$(cd "$folder" && for f in $sources; do printf '%s\n' "$f"; cat "$f"; done | sha256sum | cut -c 1-16)
[ ${#hash} = 16 ] || { echo "identity.sh: no hash; is there a sha256sum?" >&2; exit 1; }
above=$(printf %s "$folder" | sed 's/[ #$]/\\&/g')
{ printf '%s:' "$made"; for f in $sources; do printf ' %s/%s' "$above" "$f"; done; echo; } >"$depfile"
cat >"$made" <<TEXT
/* made by src/cli/identity.sh */
extern const char manifest_build[];
const char manifest_build[] = "sha256:$hash";
TEXT
