# Draws of a Sobol' design are a power of two, and of `run` and `sweep` alone.
. "$HERE/base.sh"
exec 2>&1
cp "$ROOT/scenarios/wage_round.cfg" a.cfg
look() { rm -rf out; says negosim "$@" -o out; }
look run a.cfg -n 100 --design sobol
tail -n 1 out/proposals.csv | cut -d, -f1-5
echo '# as many as were asked for: nothing to say'
look run a.cfg -n 128 --design sobol -q
echo '# a point of a sweep is a run with its levers set'
look sweep a.cfg -q -n 128 --set run.design=sobol --vary union.reservation=0.4,0.5 --metrics proposals
tail -n 1 out/sweep.csv | cut -d, -f9-11
look run a.cfg -q -n 128 --set run.design=sobol --set union.reservation=0.5
tail -n 1 out/proposals.csv | cut -d, -f2-4
echo '# the piece that check measures draws plainly'
for scenario in wage_round coalition project; do
    negosim check "$ROOT/scenarios/$scenario.cfg" -q --set run.design=sobol --set run.draws=16; echo "exit $?"
done
echo '# other commands draw plainly'
look bargain a.cfg -n 100 --set run.design=sobol -q
look run a.cfg -n 16 --set run.design=sobol --design plain -q
look run a.cfg --design even
look run a.cfg --set run.design=even
look run a.cfg -n 1 --design sobol -q
echo '# so does diff of a folder'
negosim run a.cfg -n 16 --design sobol -q -o even
look diff even even --with union.reservation=0.5 -q
