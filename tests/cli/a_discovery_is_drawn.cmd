# Two pictures in three formats; their words, from the SVG; cells that are empty or make no sense.
. "$HERE/base.sh"
command -v gnuplot >/dev/null || exit 77
exec 2>&1
export LC_ALL=C.UTF-8
long=half_way_between_what_the_one_wants_and_what_the_other_can_giv
two="proposals = ( { name = \"$long\"; by = \"chair\"; terms = { pay = 2; jobs = \"some\"; }; },
    { name = \"claim\"; by = \"chair\"; terms = { pay = 4; jobs = \"many\"; }; } );"
study() { negosim discover a.cfg -n 500 -o out --force "$@" 2>/dev/null; }
words() { grep -ho '<text>.*' out/"$1".svg | sed 's/<[^>]*>//g; s/\xc2\xa0/ /g; s/^/  /; s/ *$//' | grep '[a-z]' | sort -u; }
base end="$two" union_no_deal='    no_deal = { discrete = (0.1, 0.3, 0.6, 0.9); };' \
    firm_more='    red_lines = ( { issue = "jobs"; levels = "some"; probability = 0.5; } );' >a.cfg
study --plot | tail -n 4
for format in png svg pdf; do
    negosim plot out --format $format -q && (cd out && ls -- *."$format")
done
for picture in tradeoff boxes; do
    echo "$picture:" && words $picture
done
echo '# one number, and a lever without an order'
base end="$two" union_no_deal='    reservation = 0.3;' firm_no_deal='    reservation = { uniform = (0, 0.9); };' >a.cfg
study --metrics proposals --vary issues.jobs=all --plot --format svg -q && words boxes | grep 'more\|less\|many\|left'
echo '# nothing that varies'
base union_no_deal='    reservation = 0.3;' >a.cfg
study --plot --format svg -q && words boxes && words tradeoff
echo '# no box; cells that are empty, shares that are negative or more than all, rows of a question that is none'
base end="$two" firm_no_deal='    reservation = { uniform = (0, 0.9); };' >a.cfg
study -q
cp out/boxes.csv whole && sed -i 1q out/boxes.csv
says negosim plot out -q --format svg
words boxes | grep apart
awk -F, -v OFS=, 'NR > 1 { $14 = $13 = ""; $7 = -1; $8 = 7; $15 = $16 = $18 = $19 = "" } 1' whole >out/boxes.csv
says negosim plot out -q --format svg
awk -F, -v OFS=, 'NR % 3 == 0 { $7 = $8 = $10 = "" } NR % 3 == 1 && NR > 1 { $4 = "what"; $7 = -0.1; $8 = 1.1 } 1' out/trajectory.csv >new && mv new out/trajectory.csv
sed 's/^zone/what/; s/,1,/,9,/' whole >out/boxes.csv
says negosim plot out -q --format svg
echo '# texts are no code'
sed "s/firm\.[a-z]*/x'; system 'touch bad'; y = '\`touch bad\`\"%s/g" whole >out/boxes.csv
says negosim plot out -q --format svg
words boxes | grep -c 'touch bad'
sed -i "s/title.party.union/title.party.x'; system 'touch bad'; y = '/; s/title.party.firm/title.party.f g/" out/manifest.json
says negosim plot out
find . -name bad
