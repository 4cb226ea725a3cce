. "$HERE/base.sh"
base end='proposals = ({ name = "middle"; by = "nobody"; terms = { pay = 2; jobs = "some"; }; });' >a.cfg
negosim run a.cfg -q -n 10 -o all
negosim run a.cfg -q -n 10 -o fixed --set issues.pay=3
cat all/proposals.csv fixed/proposals.csv
cut -d, -f1-3 fixed/packages.csv
