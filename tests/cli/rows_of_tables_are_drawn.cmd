# Pictures of decides, central, prices, exchanges, bodies, of reach and of diff: their words, from the SVG; empty tables, empty cells.
. "$HERE/base.sh"
command -v gnuplot >/dev/null || exit 77
exec 2>&1
export LC_ALL=C.UTF-8
words() { grep -ho '<text>.*' "$1.svg" | sed 's/<[^>]*>//g; s/\xc2\xa0/ /g; s/^/  /; s/ *$//' | grep "${2:-[a-z]}" | sort -u; }
two='proposals = ( { name = "first"; by = "chair"; terms = { pay = 2; jobs = "some"; }; }, { name = "last"; by = "chair"; terms = { pay = 3; jobs = "some"; }; } );'
bodies='bodies = ( { name = "board"; veto = true; no_deal = 0.05; }, { name = "floor"; quota = 2; blocs = ( { name = "a"; seats = 3; } ); } );'
base end="$two" union_no_deal='    no_deal = { uniform = (0.1, 0.9); };' union_more="$bodies" firm_weights='    weights = { pay = 1; jobs = 3; };' \
    firm_more='    red_lines = ( { issue = "jobs"; levels = "some"; probability = 0.5; } );' >a.cfg
negosim run a.cfg -q -n 200 -o r --plot --format svg || exit 1
for picture in decides central prices exchanges bodies; do echo "$picture:" && words r/$picture; done
negosim reach a.cfg -q -n 100 --want all=0.9 --proposal first --from first --to last -o reach && negosim plot reach | tail -n 4
negosim plot reach -q --format svg
for picture in choices caps levers path; do echo "$picture:" && words reach/$picture; done
negosim diff a.cfg --with union.no_deal=0.8 -q -n 100 -o diff && negosim plot diff --format svg | tail -n 1
words diff/differences
for format in png pdf; do for dir in r reach diff; do negosim plot $dir -q --format $format || echo "no $format of $dir"; done; done
echo '# nothing in the tables'
for file in r/decides r/central r/prices r/exchanges r/bodies reach/choices reach/caps reach/levers reach/path diff/differences; do sed -i 1q $file.csv; done
for dir in r reach diff; do negosim plot $dir -q --format svg; done
for picture in r/decides r/central r/prices r/exchanges r/bodies reach/choices reach/caps reach/levers reach/path diff/differences; do words $picture; done
