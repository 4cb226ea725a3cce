# Two programs of one version whose sources differ where results are made.
. "$HERE/base.sh"
exec 2>&1
layers=$(cd "$ROOT/src" && ls -d -- */ | tr -d / | grep -vx -e cli -e report)
identity() { sh "$ROOT/src/cli/identity.sh" made.c deps "$1" $layers && grep -c sha256: made.c >/dev/null && cat made.c; }
identity "$ROOT/src" >here
cp -r "$ROOT/src" copy
identity copy | cmp here - && echo 'equal sources, equal builds'
echo '/* a comment */' >>copy/cli/main.c && identity copy | cmp here - && echo 'whatever the rest is'
for file in num/rng.c solve/zone.h; do
    cp -r "$ROOT/src/." copy && sed -i 's/1/2/' copy/$file && identity copy | cmp -s here - || echo "another $file, another build"
done
tr ' ' '\n' <deps | grep -c -e '/num/rng.c$' -e '/solve/zone.h$'
base >a.cfg
sweep() { negosim sweep a.cfg -q -n 100 --vary firm.reservation=0:0.5:4 "$@"; }
sweep --shard 1/2 -o 1 && sweep --shard 2/2 -o 2
grep -o '"build": "sha256:' 1/manifest.json
negosim merge -q 1 2 -o whole && echo merged
sed -i 's/\("sweep.build": "\)[^"]*/\1sha256:0123456789abcdef/' 2/manifest.json
says negosim merge 1 2 -o other | sed 's/sha256:[0-9a-f]*. there/HERE there/'
mkdir -p half/.partial && touch half/.partial/lock
printf 'negosim checkpoint 2\nversion: %s\nbuild: sha256:0123456789abcdef\n' "$(negosim --version | cut -d' ' -f2)" >half/.partial/checkpoint
says sweep -o half --resume | sed 's/sha256:[0-9a-f]*. here/HERE here/'
