# Three pictures in three formats; their words, from the SVG; cells that may be empty or no shares.
. "$HERE/base.sh"
command -v gnuplot >/dev/null || exit 77
exec 2>&1
export LC_ALL=C.UTF-8
two='proposals = ( { name = "half_way"; by = "chair"; terms = { pay = 2; jobs = "some"; }; },
    { name = "claim"; by = "chair"; terms = { pay = 4; jobs = "many"; }; } );'
study() { negosim sensitivity a.cfg -n 64 -o out --force "$@" 2>/dev/null; }
words() { grep -ho '<text>.*' out/"$1".svg | sed 's/<[^>]*>//g; s/\xc2\xa0/ /g; s/^/  /; s/ *$//' | grep '[a-z]' | sort -u; }
base end="$two" union_no_deal='    no_deal = { discrete = (0.1, 0.3, 0.6, 0.9); };' \
    firm_more='    red_lines = ( { issue = "jobs"; levels = "some"; probability = 0.5; } );' >a.cfg
study --plot | tail -n 5
for format in png svg pdf; do
    negosim plot out --format $format -q && (cd out && ls -- *."$format")
done
for picture in tornado curves doubts; do
    echo "$picture:" && words $picture
done
echo '# axes are of maps'
says negosim plot out --axes pay,jobs
echo '# one number; none'
base >a.cfg
study --metrics zone,best --plot -q && (cd out && ls -- *.png)
base union_no_deal='    reservation = 0.3;' >a.cfg
study --plot --format svg -q && words tornado
echo '# cells that are empty, shares that are negative or more than all'
base end="$two" >a.cfg
study -q
awk -F, -v OFS=, 'NR > 1 && NR % 3 == 0 { $7 = $8 = $9 = "" } NR > 1 && NR % 3 == 1 { $8 = -0.1; $9 = 1.1 } 1' \
    out/curves.csv >new && mv new out/curves.csv
awk -F, -v OFS=, 'NR > 1 && $7 != "" { $7 = $5 == "firm" ? -0.02 : 1.02 } 1' out/groups.csv >new && mv new out/groups.csv
awk -F, -v OFS=, 'NR > 1 { $9 = -0.01; $11 = $12 = $13 = "" } 1' out/effects.csv >new && mv new out/effects.csv
says negosim plot out -q --format svg
echo '# names that are none do not get into a script'
sed -i "s/title.party.union/title.party.x'; system 'touch bad'; y = '/; s/title.party.firm/title.party.f g/" out/manifest.json
says negosim plot out
find . -name bad
