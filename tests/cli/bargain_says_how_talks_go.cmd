. "$HERE/base.sh"
cp "$ROOT/scenarios/wage_round.cfg" .
says negosim bargain wage_round.cfg -n 400 --against polynomial:4,micro
cd results/wage_round_talks
head -qn 1 *.csv
wc -l *.csv
cut -d, -f1-3 endings.csv
cut -d, -f1-2 against.csv
sed -n '1p;37p' days.csv | cut -d, -f1,2,11
tail -n 3 offers.csv | cut -d, -f2,4,6,7
ls
cd ../..
negosim bargain wage_round.cfg -n 400 -q   # without --against, what it wrote before is gone
ls results/wage_round_talks
negosim bargain wage_round.cfg -n 400 -q --trace 7
sed -n 2p results/wage_round_talks/offers.csv | cut -d, -f1
