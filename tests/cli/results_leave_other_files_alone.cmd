. "$HERE/base.sh"
base >a.cfg
mkdir mine
echo precious >mine/thesis.txt
says negosim run -q -n 10 a.cfg -o mine
ls -A . mine
says negosim run -q -n 10 a.cfg -o mine --force
ls -A . mine
cat mine/thesis.txt
echo 'an empty folder, and one of results, may be used:'
mkdir empty
says negosim run -q -n 10 a.cfg -o empty --draw-table
says negosim run -q -n 10 a.cfg -o empty/
ls -A empty
