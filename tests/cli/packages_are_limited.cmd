# packages.csv has the best 100,000 packages of a larger scenario: the first of all of them by acceptance, then by number.
exec 2>&1
. "$HERE/base.sh"
base pay='{ name = "pay"; unit = "%"; from = 0; to = 40; step = 1; all = 40; }, { name = "hours"; from = 1; to = 1000; step = 1; nothing = 1; },' |
    sed 's/pay = \([12]\);/pay = \1; hours = 1;/; s/pay = { kind = "linear"; worst = \([0-9]\); best = \([0-9]\); };/pay = { kind = "linear"; worst = \10; best = \20; }; hours = { kind = "linear"; worst = \1000; best = \2000; };/' |
    sed 's/worst = 000/worst = 1/; s/best = 000/best = 1/; s/4000/1000/' >a.cfg
negosim check a.cfg | sed -n '2p; s/about [0-9,]* [a-zA-Z]*/about N/g; s/under 1 s/about N/; s/on [0-9]* threads*/on N threads/; /a run of/p'
negosim run a.cfg -n 30 -o kept | grep packages.csv
negosim run a.cfg -n 30 -o all --top all | grep packages.csv
negosim run a.cfg -n 30 -o few --top 7 | grep packages.csv
wc -l */packages.csv | sed 's/^ *//'
at=$(head -n 1 all/packages.csv | tr ',' '\n' | grep -nx accept_all | cut -d: -f1)
tail -n +2 all/packages.csv | sort -t, -k"$at,$at"gr -k1,1n >sorted
for n in 100000 7; do head -n $n sorted | cksum; done
for kept in kept few; do tail -n +2 $kept/packages.csv | cksum; done
echo 'a smaller one is written whole, by number'
base >a.cfg
negosim run a.cfg -n 30 -o b | grep packages.csv
negosim run a.cfg -q -n 30 -o c --top all
cmp b/packages.csv c/packages.csv && echo the same
for top in 0 al -1; do says negosim run a.cfg -q --top $top; done
