. "$HERE/base.sh"
echo 'nothing is 0 and not on the table, and no deal is told from there'
base pay='{ name = "pay"; from = 1; to = 4; step = 1; },' union_no_deal='no_deal = 0;' >a.cfg
says negosim check -q a.cfg
echo 'leverage without lasts'
base union_more='leverage = ( { issue = "pay"; shift = -0.1; } );' >a.cfg
says negosim check -q a.cfg
echo 'a proposal that an issue fixed from outside makes impossible'
cp -r "$ROOT/scenarios" .
says negosim check -q scenarios/corridor_bridging.cfg --set issues.corridors=leave
negosim run scenarios/corridor_bridging.cfg -n 50 --set issues.corridors=leave | sed -n '3,6p'
