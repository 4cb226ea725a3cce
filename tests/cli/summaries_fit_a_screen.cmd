# What a run says fits on a screen; --verbose says the rest.
cp -r "$ROOT/scenarios" .
lines() {
    negosim run "scenarios/$1.cfg" -n "$3" -o "$1" >said || exit 1
    n=$(wc -l <said)
    if [ "$n" -le "$2" ]; then echo "$1: at most $2 lines"; else echo "$1: $n lines"; fi
}
lines six_week 40 400
# what stands in the way, what would help, what decides, would it hold
for words in 'refuses most often, over' 'all would accept' 'What decides most: ' 'carried out to the end' 'Hamas  *all$'; do
    grep -q "$words" said || echo "not said: $words"
done
lines corridor_bridging 60 32
grep 'How far apart' said
# a table has columns for few parties, whatever their script; many are a paragraph
parties() {
    echo 'scenario = { name = "many"; }; issues = ( { name = "share"; levels = ("low", "mid"); titles = { mid = "中間"; }; } ); parties = ('
    for i in $(seq "$1"); do
        [ "$i" = 1 ] || echo ,
        echo "{ name = \"p$i\"; title = \"وفد $i\"; weights = { share = 1; }; reservation = { uniform = (0, 0.9); };
            values = { share = { kind = \"levels\"; low = 0.$i; mid = 0.5; }; }; }"
    done
    echo '); proposals = ( { name = "first"; title = "停火"; by = "x"; terms = { share = "mid"; }; answers = { p1 = "accepts"; p2 = { said = "refuses"; doubt = 0.2; }; }; },
        { name = "second"; title = "A second proposal, with a title that is longer than its column"; by = "y"; terms = { share = "low"; }; } );'
}
for n in 2 9; do
    parties $n >many.cfg
    negosim run many.cfg -n 200 -o "many$n" | sed -n '/^Proposals/,/^$/p'
done
