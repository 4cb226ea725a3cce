#!/bin/sh
# commands.sh - runs the commands that a document shows: every ```sh block, in order, in one
# scratch folder that holds a copy of scenarios/; then every line of its ```text blocks must be
# among what they printed
#
#   commands.sh PROGRAM DOCUMENT [DRAWS]
#
# With DRAWS so many are drawn, whatever a command says: a quick look whether commands still run.  Their output then differs, and is not
# checked.
set -u
program=$(realpath "$1") document=$(realpath "$2") draws=${3:-} root=$(realpath "$(dirname "$0")/..")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

block() { awk -v open="^\`\`\`$1\$" '$0 ~ open { show = 1; next } /^```/ { show = 0 } show' "$document"; }
cp -r "$root/scenarios" "$scratch/"
if [ -n "$draws" ]; then
    mkdir "$scratch/.quick"
    cat >"$scratch/.quick/negosim" <<END
#!/bin/sh
case \$1 in run | bargain | sweep | diff | reach | discover | sensitivity | backtest | infer) exec "$program" "\$@" -n $draws ;; *) exec "$program" "\$@" ;; esac
END
    chmod +x "$scratch/.quick/negosim"
fi
block sh >"$scratch/commands"
block text >"$scratch/shown"
[ -s "$scratch/commands" ] || { echo "no commands in $document"; exit 1; }
cd "$scratch" || exit 99
PATH=${draws:+$scratch/.quick:}$(dirname "$program"):$PATH
export PATH
# the trace apart: in a pipeline it would fall into the middle of lines
sh -eux commands >out 2>said </dev/null || { cat out said; exit 1; }
cat out said >printed
wrong=0
[ -z "$draws" ] || : >shown
while IFS= read -r line; do
    grep -qxF -e "$line" printed || { echo "not printed: $line"; wrong=1; }
done <shown
echo "ran $(grep -c '^+ ' said) commands of $(basename "$document"), looked for $(wc -l <shown) lines"
exit $wrong
