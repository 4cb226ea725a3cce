# What answers teach, its worlds handed to other commands; by weights, and by a population where few worlds count.
. "$HERE/base.sh"
. "$HERE/record.sh"
family
says negosim infer spring.cfg summer.cfg winter.cfg -n 4000 -o learned --worlds 500
ls learned
head -n 4 learned/posterior_numbers.csv | cut -d, -f 1-9,14
cut -d, -f 1-6 learned/evidence.csv
head -n 1 learned/posterior.csv
wc -l <learned/posterior.csv
echo 'the same for any number of threads, and in any order'
negosim infer winter.cfg summer.cfg spring.cfg -q -n 4000 -o other --worlds 500 -j 3
for file in learned/*.csv; do cmp "$file" "other/${file#learned/}"; done
echo 'worlds in other commands: those of the folder, in turn'
negosim run spring.cfg -q -n 1000 --draw-table --posterior learned -o run
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } { print $at["spring/union.reservation"], $at["union.weights.pay"] }' learned/posterior.csv >worlds
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } { print $at["union.reservation"], $at["union.weights.pay"] }' run/agreement.csv >draws
head -n 500 draws | cmp - worlds
tail -n 500 draws | cmp - worlds
grep posterior run/manifest.json | sed "s#$PWD#HERE#"
for command in bargain sensitivity discover; do negosim $command spring.cfg -q -n 100 --posterior learned -o $command 2>&1; done
negosim sweep spring.cfg -q -n 100 --vary union.reservation=0.2,0.6 --posterior learned -o sweep
negosim reach spring.cfg -q -n 100 --want all=1 --posterior learned -o reach
mkdir one && awk -F, -v OFS=, 'NR == 1 { for (i = 2; i <= NF; i++) if ($i == "union.weights.pay") at = i } { print $1, $at }' learned/posterior.csv >one/posterior.csv
echo 'what --set says holds, and a folder is replayed with its worlds'
negosim run spring.cfg -q -n 10 --draw-table --posterior learned --set union.reservation=0.3 -o set
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } !n++ { print $at["union.weights.pay"], ("union.reservation" in at) }' set/agreement.csv
head -n 1 worlds
negosim diff run run -q -o same && grep -c '^proposal' same/differences.csv
awk -F, '$6 != 0 && NR > 1' same/differences.csv
mkdir elsewhere && (cd elsewhere && negosim diff ../run ../run -q -o same && ls same)
negosim sweep spring.cfg -q -n 20 --vary union.weights.pay=1.5,2 --posterior one -o only 2>&1 | head -n 2
negosim sweep spring.cfg -q -n 200 --vary union.reservation=0.2,0.6 --metrics proposals --posterior learned -o levers
for value in 0.2 0.6; do negosim run spring.cfg -q -n 200 --posterior learned --set union.reservation=$value -o at && awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "accept_all") at = i; next } { all = $at } END { print all }' at/proposals.csv; done
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "accept_all_second") at = i; next } { print $at }' levers/sweep.csv
cp learned/posterior.csv kept && sed -i 2d learned/posterior.csv && sed -i '2,$s/^[0-9]*/X/' learned/posterior.csv && awk -F, -v OFS=, 'NR > 1 { $1 = NR - 2 } 1' learned/posterior.csv >new && mv new learned/posterior.csv
says negosim diff run run -q -o same | sed "s#$PWD#HERE#"
mv kept learned/posterior.csv
echo 'few worlds'
says negosim infer spring.cfg summer.cfg winter.cfg -n 300 -o few --doubt 0.01 --scale 0
negosim infer spring.cfg summer.cfg winter.cfg -q -n 300 -o few_3 --doubt 0.01 --scale 0 -j 3
for file in few/*.csv; do cmp "$file" "few_3/${file#few/}"; done
echo 'too few to tell anything'
says timeout -s KILL 60 negosim infer spring.cfg summer.cfg -n 10 -o ten
echo 'what no world gives'
sed 's/pay = 1; jobs = "none"; }; answers = { union = "refuses"/pay = 0; jobs = "none"; }; answers = { union = "accepts"/; s/normal = (0.4, 0.1)/normal = (0.9, 0.001)/' spring.cfg >none.cfg
says timeout -s KILL 60 negosim infer none.cfg -n 300 -o never --doubt 0 --scale 0
