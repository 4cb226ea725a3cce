. "$HERE/base.sh"
base union_no_deal='reservation = 2;' end='proposals = ({ name = "middle"; by = "nobody"; terms = { pay = 2; jobs = "some"; }; });' >a.cfg
negosim run a.cfg -n 50
