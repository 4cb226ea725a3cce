. "$HERE/base.sh"
base pay='{ name = "pay"; },' >a.cfg
says negosim run a.cfg
says negosim run a.cfg -o elsewhere
base >a.cfg
says negosim run a.cfg --set union.no_dea=1
says negosim run a.cfg -n 0
says negosim run a.cfg --axes pay,jobs
ls -A
