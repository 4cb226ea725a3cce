. "$HERE/base.sh"
negosim=$(command -v negosim)
base >a.cfg
negosim run -q -n 10 a.cfg -o out
(PATH=/nowhere; "$negosim" plot out) 2>&1
echo "exit $?"
echo 'the results of a run are there all the same'
(PATH=/nowhere; "$negosim" run -q -n 10 a.cfg -o out2 --plot) 2>&1
echo "exit $?"
ls -A . out2
