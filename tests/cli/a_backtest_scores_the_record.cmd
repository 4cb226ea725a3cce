# What scenarios say of answers and outcomes on record, beside rules that know no model.
. "$HERE/base.sh"
. "$HERE/record.sh"
family
says negosim backtest spring.cfg summer.cfg winter.cfg -n 2000 -o all
ls all
cut -d, -f 1-9,14- all/answers.csv
cut -d, -f 1-6,10-14 all/scores.csv
cat all/errors.csv
grep -e rule -e compromise -e middle all/outcomes.csv
echo 'learned from the others, too'
says negosim backtest spring.cfg summer.cfg winter.cfg -n 2000 -o learned --learn
cut -d, -f 1-4,9-14 learned/answers.csv
echo 'the same for any number of threads, and in any order'
negosim backtest summer.cfg winter.cfg spring.cfg -q -n 2000 -o other -j 3
for file in all/*.csv; do cmp "$file" "other/${file#all/}"; done
echo 'one scenario alone'
says negosim backtest spring.cfg -n 500
ls results/spring_backtest
