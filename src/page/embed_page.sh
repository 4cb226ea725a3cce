#!/bin/sh
# embed_page.sh - the sheet and the script of a page, with the hashes that its policy names them by:
# embed_page.sh EMBED FILE...
set -eu
embed=$1
shift
for file; do
    name=$(basename "$file" | tr . _)
    "$embed" "$name" "$file"
    hash=$(sha256sum <"$file" | cut -c1-64 | tr a-f A-F | basenc -d --base16 | base64)
    printf 'extern const char %s_sha256[];\nconst char %s_sha256[] = "%s";\n' "$name" "$name" "$hash"
done
