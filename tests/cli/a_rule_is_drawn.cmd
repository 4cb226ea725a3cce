# By a rule of agreement pictures and words say what passes, not what all accept; coalitions have a picture.
. "$HERE/base.sh"
command -v gnuplot >/dev/null || exit 77
exec 2>&1
export LC_ALL=C.UTF-8
cp "$ROOT/tests/page/two_of_three.cfg" a.cfg
words() { grep -ho '<text>.*' "$@" | sed 's/<[^>]*>//g; s/\xc2\xa0/ /g; s/^/  /; s/ *$//' | grep '[a-z]' | sort -u; }
negosim run a.cfg -n 100 -o run --plot --format svg -q && (cd run && ls -- *.svg)
negosim sweep a.cfg -n 50 --vary red.reservation=0.3:0.9:3 --vary green.reservation=0.3:0.9:2 -o sweep --plot --format svg | sed -n '/chance/,/one half/p'
negosim bargain a.cfg -n 50 -o talks --plot --format svg -q
negosim reach a.cfg -n 100 --want rule=0.9 -o reach -q && negosim plot reach --format svg -q
sed '/^agreement/d; s/two_of_three/all_of_three/' a.cfg >b.cfg
negosim diff a.cfg b.cfg -n 100 -o diff | grep 'some package\|often\|draft' && negosim plot diff --format svg -q
negosim run a.cfg b.cfg -n 50 -o both -q --plot --format svg
cat both/timeline/summary.txt
echo "coalitions:" && words run/coalitions.svg
echo "what is agreed:" && words ./*/*.svg both/timeline/*.svg | grep 'pass\|agreed'
echo "of all:" && words run/*.svg sweep/*.svg talks/*.svg reach/*.svg diff/*.svg both/timeline/*.svg | grep 'by all\|all accept\|suits all\|to all\| all$'
