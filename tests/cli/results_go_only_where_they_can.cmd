. "$HERE/base.sh"
base >a.cfg
says negosim run -q -n 10 a.cfg -o a.cfg
says negosim run -q -n 10 a.cfg -o a.cfg/deeper
says negosim run -q -n 10 a.cfg -o ''
says negosim run -q -n 10 a.cfg -o /dev/null
says negosim run -q -n 10 a.cfg -o /proc/negosim
echo 'a long name'
negosim run -q -n 10 a.cfg -o "$(printf '%01100d' 0)" 2>&1 | sed 's/00*/0.../'
negosim run -q -n 10 a.cfg -o "$(printf '%0300d' 0)" 2>&1 | sed 's/000*/0.../'
echo 'slashes in plenty'
says negosim run -q -n 10 a.cfg -o out//deep///er/
ls -A out
echo 'a file where the partial results would go'
mkdir there
echo mine >there/.partial
says negosim run -q -n 10 a.cfg -o there
says negosim run -q -n 10 a.cfg -o there --force
mkdir -p elsewhere/.partial mine
echo precious >mine/thesis.txt
echo mine >elsewhere/.partial/lock
ln -s ../mine there/link && ln -s ../mine mine/.partial
says negosim run -q -n 10 a.cfg -o elsewhere
says negosim run -q -n 10 a.cfg -o mine --force
ls -A there elsewhere/.partial mine
cat there/.partial elsewhere/.partial/lock
echo 'deep folders are made'
says negosim run -q -n 10 a.cfg -o one/two/three
ls -A one/two
