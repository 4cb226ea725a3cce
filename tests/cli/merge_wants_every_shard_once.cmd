. "$HERE/base.sh"
base >a.cfg
sweep() { negosim sweep a.cfg -q -n 100 --vary firm.reservation=0:0.5:7 --vary issues.jobs=all "$@"; }
sweep -o whole
for n in 1 2 3 4; do
    list=
    for i in $(seq $n); do
        sweep --shard $i/$n -o $n.$i
        list="$n.$i $list"
    done
    negosim merge -q $list -o all && cmp whole/sweep.csv all/sweep.csv
done
grep sweep all/manifest.json | sed '/version/d; s/:[0-9a-f]*"/:H"/; s/hash": "[0-9a-f]*"/hash": "H"/'
exec 2>&1
echo 'mistakes'
says negosim merge 3.1 3.2
says negosim merge 3.1 3.3 -o bad
says negosim merge 3.1 3.2 -o bad
says negosim merge 3.2 3.3 -o bad
says negosim merge 3.1 3.2 3.2 3.3 -o bad
says negosim merge 3.1 2.2 -o bad
says negosim merge 3.1 4.2 -o bad
sweep --seed 2 --shard 2/3 -o seed
says negosim merge 3.1 seed 3.3 -o bad
says negosim merge seed 3.1 3.3 -o bad
says negosim merge 3.1 nothing -o bad
mkdir -p other/.partial && touch other/.partial/checkpoint
says negosim merge 3.1 other -o bad
sed -i '3s/1/2/' 3.2/sweep.csv
says negosim merge 3.1 3.2 3.3 -o bad
sed -i '$d' 3.3/sweep.csv
says negosim merge 3.1 3.3 -o bad
rm 4.2/sweep.csv
says negosim merge 4.1 4.2 4.3 4.4 -o bad
ls
