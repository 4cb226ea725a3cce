. "$HERE/base.sh"
base >a.cfg
negosim run a.cfg -q -o out -n 10
cp -r out before
negosim run a.cfg -o out -n 1000000000 &
run=$!
while [ ! -d out/.partial ] && kill -0 $run; do sleep 0.02; done
sleep 0.1
kill -TERM $run
wait $run 2>/dev/null
echo "exit $?"
diff -r out before && ls -A
