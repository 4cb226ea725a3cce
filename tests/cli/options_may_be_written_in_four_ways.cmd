. "$HERE/base.sh"
base >a.cfg
negosim run -q a.cfg -oout1 -n20
negosim run -q a.cfg -o out2 -n 20
negosim run -q a.cfg --out=out3 --draws=20
negosim run -q --out out4 --draws 20 -- a.cfg
negosim run -q a.cfg -o out5 --set run.draws=20
for i in 2 3 4 5; do
    for file in packages levels pairs solutions; do cmp out1/$file.csv out$i/$file.csv; done
done
cp a.cfg ./-odd.cfg
negosim check -q -- -odd.cfg
negosim run -q a.cfg -o out6 -n 20 --top 2 --draw-table
wc -l <out6/packages.csv
wc -l <out6/agreement.csv
