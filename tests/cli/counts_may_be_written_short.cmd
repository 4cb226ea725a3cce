. "$HERE/base.sh"
base >a.cfg
negosim run -q a.cfg -o digits -n 2000 --top 1000 -s 3000000
negosim run -q a.cfg -o letters -n 2k --top=1e3 --seed 3M
negosim run -q a.cfg -o powers -n 2e3 --top 0.001M -s3e6
for other in letters powers; do
    for file in packages levels pairs solutions; do cmp digits/$file.csv $other/$file.csv; done
done
negosim sweep -q a.cfg -o sweep -n 1e2 --vary union.no_deal=0:1:0.02k --shard 1/1
wc -l <sweep/sweep.csv
for draws in 1.5 0.4k 1e-1 2K 1e10 2kk k 1e 0x10 ' 5' -1 +5 1,000; do
    says negosim run -q a.cfg -n "$draws"
done
negosim plot --help | grep '^N is'
negosim run --help | grep '^N is'
