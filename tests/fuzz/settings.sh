#!/bin/sh
# settings.sh - every setting that there is must stand in some of the made scenarios
#
#   settings.sh PROGRAM NEARLY
#
# Of so many, the rarest settings (of a pilot step, in a mediator, in talks) are expected in ten.
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
"$2" "$made" 3000 || exit 1
cat "$made"/* | grep -o '[a-z_]* =' | sed 's/ =//' | LC_ALL=C sort -u >"$made/words"
missing=$("$1" fields | sed -n '/^## Limits/q; s/^- `\([a-z_]*\)`.*/\1/p' | LC_ALL=C sort -u | LC_ALL=C comm -23 - "$made/words")
[ -z "$missing" ] || { echo "never made:" $missing; exit 1; }
