#!/bin/sh
# settings.sh - every setting that there is must stand in some of the made scenarios
#
#   settings.sh PROGRAM NEARLY
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
missing=0
"$2" "$made" 1000 || exit 1
for setting in $("$1" fields | sed -n '/^## Limits/q; s/^| `\([a-z_]*\)`.*/\1/p' | sort -u); do
    grep -qw "$setting =" "$made"/* || { echo "never made: $setting"; missing=1; }
done
exit $missing
