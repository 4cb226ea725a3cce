# Every folder keeps what was said of its results; `show` prints it again, and nothing that was changed.
. "$HERE/base.sh"
base end='proposals = ( { name = "claim"; by = "union"; terms = { pay = 3; jobs = "some"; }; answers = { firm = "refuses"; }; } );
talks = { rounds = 5; parties = ( { name = "union"; strategy = "micro"; }, { name = "firm"; strategy = "micro"; } ); };' >a.cfg
for command in run bargain sensitivity discover backtest infer 'reach --want all=1' 'sweep --vary firm.reservation=0.1,0.2' 'diff --with firm.reservation=0.4'; do
    negosim ${command%% *} a.cfg $(echo "$command" | cut -s -d' ' -f 2-) -n 64 -o out >said 2>/dev/null || echo "$command: $?"
    negosim show out >shown
    # what follows, where the results are, is not about them
    sed '/^Results are in/,$d' said | sed '$d' | cmp - shown && echo "${command%% *}: $(wc -l <shown) lines"
    rm -r out
done
echo '# quiet commands keep it too; several scenarios'
negosim run a.cfg -q -n 64 -o out
negosim show out | head -n 2
sed 's/"base"/"other"/' a.cfg >b.cfg
negosim run a.cfg b.cfg -q -n 64 -o both && negosim show both/timeline
echo '# what was changed, or is not there'
echo changed >>out/summary.txt
says negosim show out
rm out/summary.txt
says negosim show out
says negosim show nowhere
mkdir empty
says negosim show empty
says negosim show
