# What --set can set can be varied, and a row is what the command with --set finds.
. "$HERE/base.sh"
exec 2>&1
cp "$ROOT/scenarios/wage_round.cfg" a.cfg
sweep() { rm -rf out; says negosim sweep a.cfg -q -n 200 -o out "$@"; [ ! -e out ] || cat out/sweep.csv; }
sweep --vary talks.parties.union.strategy=polynomial,rational --vary talks.breakdown=0,0.05 --metrics 'talks'
for breakdown in 0 0.05; do
    negosim bargain a.cfg -q -n 200 -o talks --set talks.parties.union.strategy=rational --set talks.breakdown=$breakdown
    grep ^agreement talks/endings.csv | cut -d, -f4
done
echo '# what says nothing of the talks'
sweep --vary talks.breakdown=0,0.05
sweep --vary union.reservation=0.3,0.5 --metrics completes
sweep --vary run.seed=1,2
sweep --vary talks.breakdown=0,2 --metrics talks
sweep --vary talks.breakdwn=0,0.1 --metrics talks
sweep --vary talks.breakdown=0:0.1 --design sobol --points 3 --metrics talks
sweep --vary union.reservation=0.3,0.5 --set union.reservation=0.4 --metrics zone
sweep --vary issues.jobs=all --set issues.jobs=none --metrics zone
sweep --vary union.reservation=-1e308:1e308:3
sweep --vary parties.union.reservation=0.3,0.5 --vary union.reservation=0.4
sweep --vary union.reservation=0.3,0.5 --set parties.union.reservation=0.4
sweep --vary 'talks.parties.union.strategy= micro , zeuthen ' --metrics talks
sweep --vary 'talks.parties.union.strategy=micro, micro' --metrics talks
sweep --vary "talks.parties.union.note=x,$(printf '%0400d' 0)y" --metrics talks
sweep --vary 'talks.deadline="2024-03-31","2024-03-30"' --metrics talks --plot
sweep --vary talks.deadline=2024-03-31,2034-03-31 --vary talks.round_days=0.011,7 --metrics talks
sweep --vary talks.deadline=2024-02-15,2024-03-31 --metrics talks
echo '# weights that are zero together'
sweep --vary union.weights.pay=0,1 --vary union.weights.hours=0,1 --vary union.weights.jobs=0 --metrics zone
echo '# correlated numbers: the row of a sweep and the run with --set'
cat >>a.cfg <<'CFG'
correlations = ( { between = ("union.reservation", "employer.reservation"); rho = 0.8; } );
CFG
negosim sweep a.cfg -q -n 200 -o out --force --vary union.reservation=0.5 --metrics proposals
negosim run a.cfg -q -n 200 -o run --set union.reservation=0.5
sed -n 2p out/sweep.csv | tr ',' '\n' | tail -n +3 | sort >there
cut -d, -f2-4 run/proposals.csv | tail -n +2 | tr ',' '\n' | sort >here
cmp there here && echo the same
echo '# what is merged stays, and what is not finished is said'
for i in 1 2; do
    negosim sweep a.cfg -q -n 50 --vary union.reservation=0.3:0.5:4 --metrics zone --shard $i/2 -o part/$i
done
says negosim merge part/1 part/2 -o part/1/
mkdir -p other/.partial && : >other/.partial/checkpoint
says negosim merge part/1 other/.partial/ -o whole
says negosim merge part/1 part/2 -o whole
echo '# a run where the sweep was'
negosim run a.cfg -q -n 50 -o whole
says negosim sweep a.cfg -q -n 50 --vary union.reservation=0.3,0.4 --resume -o whole
echo '# what is no list of levers does not get into a script'
negosim sweep a.cfg -q -n 50 --vary union.reservation=0.3:0.5:4 --metrics zone -o good
sed -i "s/\"sweep.levers\": \".*\"/\"sweep.levers\": \"x'; system('touch bad'); y='\"/" good/manifest.json
says negosim plot good
[ ! -e bad ]
