# Ours is what the manifest lists, as it was written: nothing else is removed or replaced.
. "$HERE/base.sh"
exec 2>&1
base >a.cfg
run() { says negosim run -q -n 10 a.cfg -o out "$@"; }
run --draw-table
echo 'files beside the results, some called as a table, a key of the manifest or a picture:'
for file in notes.txt scenario.csv title.csv draws.csv phases.csv map.png days.svg; do echo "my $file" >out/$file; done
mkdir out/levels.png
run
ls -A out
cat out/notes.txt out/scenario.csv out/title.csv out/draws.csv out/phases.csv out/map.png out/days.svg
echo 'one that a picture would replace:'
run --plot
says negosim plot -q out
rm out/map.png && rmdir out/levels.png && ln -s ../a.cfg out/front.png
says negosim plot -q out
echo 'a table that was changed, and that a run makes anew:'
echo changed >>out/levels.csv
run
tail -n 1 out/levels.csv
run --force
tail -n 1 out/levels.csv.kept
echo again >out/levels.csv
run --force
cat out/levels.csv.kept2
run
echo 'one that was changed, and that a run does not make:'
run --draw-table
echo changed >out/agreement.csv
run
cat out/agreement.csv
run --draw-table
echo 'a table that is a link now, and one that is gone:'
mv out/pairs.csv elsewhere.csv && ln -s ../elsewhere.csv out/pairs.csv
rm out/levels.csv
run
run --force
ls -l out/pairs.csv.kept | sed 's/.*out/out/'
[ -s elsewhere.csv ] && [ ! -L out/pairs.csv ] && [ -s out/levels.csv ] && echo 'its file is where it was'
