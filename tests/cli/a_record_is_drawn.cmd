# Pictures of a record in three formats; their words, from the SVG; a record without learning; empty cells.
. "$HERE/base.sh"
. "$HERE/record.sh"
command -v gnuplot >/dev/null || exit 77
exec 2>&1
export LC_ALL=C.UTF-8
words() { grep -ho '<text>.*' out/"$1".svg | sed 's/<[^>]*>//g; s/\xc2\xa0/ /g; s/^/  /; s/ *$//' | grep '[a-z]' | sort -u; }
family
negosim infer spring.cfg summer.cfg winter.cfg -n 600 -o out --worlds 5 --plot | tail -n 7
for format in png svg pdf; do
    negosim plot out --format $format -q && (cd out && ls -- *."$format")
done
for picture in answers reliability moved forward scores choices; do
    echo "$picture:" && words $picture
done
echo '# outcomes; nothing learned'
negosim backtest spring.cfg summer.cfg -n 300 -o out --force -q --plot --format svg && (cd out && ls -- *.svg)
words errors
words answers
echo '# cells that are empty'
for file in answers scores errors reliability; do
    awk -F, -v OFS=, 'NR > 1 && NR % 2 { for (i = 9; i <= NF; i++) $i = "" } 1' out/$file.csv >new && mv new out/$file.csv
done
says negosim plot out -q --format svg
