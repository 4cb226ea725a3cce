. "$HERE/base.sh"
echo mine >mine.cfg
says negosim init mine.cfg
cat mine.cfg
says negosim init --force mine.cfg
sed s/wage_round/mine/g "$ROOT/scenarios/wage_round.cfg" | cmp mine.cfg -
says negosim init nowhere/a.cfg
mkdir folder
says negosim init folder
says negosim init --force folder
says negosim init mine.cfg/a.cfg
says negosim init ''
