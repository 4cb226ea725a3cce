. "$HERE/base.sh"
base >a.cfg
negosim check - <a.cfg | without_cost
echo 'a mistake there:'
base pay='' | says negosim check -q -
echo 'nothing there:'
says negosim check -q - </dev/null
echo 'a folder, and nothing at all:'
says negosim check -q - <.
says negosim check -q - <&-
echo 'a run:'
says negosim run -q -n 100 - <a.cfg
ls -A results
