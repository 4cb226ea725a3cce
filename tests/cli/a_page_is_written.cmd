cp "$ROOT/scenarios/wage_round.cfg" a.cfg 2>/dev/null || exit 99
exec 2>&1
negosim run a.cfg -q -n 200 -o run --report && ls run
negosim bargain a.cfg -q -n 100 -o talks
negosim sweep a.cfg -q -n 100 --vary union.reservation=0.2:0.6:3 -o sweep
echo "one page of three folders, twice:"
negosim report run talks sweep -o one.html && negosim report run talks sweep -o two.html -q && cmp one.html two.html && ls
echo "by itself, and again:"
cp run/report.html before && negosim report run && cmp before run/report.html
echo "without command lines:"
grep -c 'negosim run a.cfg' one.html
negosim report run --no-command -o none.html -q
grep -c 'negosim run a.cfg' none.html
echo "what does not go together:"
negosim run a.cfg -q -n 200 -o other --set union.reservation=0.5
negosim report run other -o no.html
negosim bargain a.cfg -q -n 100 -o others --set union.reservation=0.5
negosim report run others -o no.html
negosim report run others -o mixed.html --anyway && grep -c 'different texts' mixed.html one.html
negosim report nothing
negosim report .
echo "changed since:"
echo >>other/levels.csv
negosim report other
echo "a page that cannot be written:"
negosim report run -o /dev/full/x.html
negosim report run -o nowhere/x.html
echo "what is there and no page stays:"
echo mine >notes.txt
negosim report run -o notes.txt
cat notes.txt
negosim report run -o sweep
mkfifo pipe && negosim report run -o pipe
ln -s notes.txt link && negosim report run -o link
negosim report run -o notes.txt --force && head -c 15 notes.txt
negosim report run -o one.html -q && cmp one.html notes.txt
[ -e no.html ] || [ -n "$(ls | grep '\.html\.')" ] || echo nothing half-written
