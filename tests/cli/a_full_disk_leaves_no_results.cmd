# A limit on the size of files stands in for a full disk; 512-byte blocks.
exec 2>&1
trap '' XFSZ
negosim init a.cfg
(ulimit -f 4; negosim run a.cfg -n 100; echo "exit $?")
ls -A
echo 'earlier results stay:'
negosim run a.cfg -q -n 100 --seed 7
cp -r results before
(ulimit -f 4; negosim run a.cfg -n 100; echo "exit $?")
diff -r results before && ls -A results
echo 'init:'
(ulimit -f 1; negosim init b.cfg; echo "exit $?")
ls -A
