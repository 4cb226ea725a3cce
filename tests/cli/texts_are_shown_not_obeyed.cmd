. "$HERE/base.sh"
odd() {
    base 'scenario=scenario = { name = "base"; title = "Pay \x1b[2Jand
        jobs"; as_of = "2024-03-06"; };' \
        'pay={ name = "pay"; title = "P|ay"; unit = "=euro"; from = 0; to = 4; step = 1; all = 4; },' \
        'union={ name = "union"; title = "The\n un|ion"; assumption = "made \x9b up";' \
        'end=proposals = ( { name = "first"; by = "the \x07 chair"; terms = { pay = 2; jobs = "some"; }; } );' "$@"
}
echo 'an escape that makes no text:'
odd >a.cfg
says negosim check -q a.cfg
base >b.cfg
says negosim check -q b.cfg --set 'scenario.title="\xff"'
says negosim check -q b.cfg --set 'scenario.title="\xed\xa0\x80"'
echo 'control characters, in a scenario, in names and on the command line:'
odd 'union={ name = "union"; title = "The\n un|ion"; assumption = "made \xc2\x9b up";' >a.cfg
negosim check a.cfg | sed -n '1p;/assumed:/,/worst/p'
escape=$(printf '\033[31m')
says negosim check -q "$escape.cfg"
says negosim check -q b.cfg --set "run.${escape}draws=5"
negosim run -n 200 a.cfg -o set --set "run.seed=4 /* $escape */" | grep '^with'
negosim run -n 200 a.cfg -o "out$escape" --plot --format svg 2>/dev/null | grep 'Pay\|The un\|Results\|map'
echo 'in pictures, each party has its own title:'
grep -ho '<text>[^<]*\(Pay\|un|ion\|firm\|P|ay\)[^<]*' "out$escape"/proposals.svg "out$escape"/map.svg | sed 's/.*<text>//' | sort -u
echo 'in the manifest:'
grep '"title' "out$escape/manifest.json"
grep -F "$escape" "out$escape"/*.csv "out$escape"/*.svg
echo 'a folder whose name is not UTF-8:'
negosim run -q b.cfg -n 100 -o "$(printf 'caf\351')" && grep -F '\xe9' caf*/manifest.json
