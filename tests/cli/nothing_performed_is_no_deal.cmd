# Both are best off with nothing on every issue, which is on the table.
. "$HERE/base.sh"
base union_no_deal='no_deal = -0.1;' union_values='values = { pay = { kind = "linear"; worst = 4; best = 0; }; jobs = { kind = "levels"; none = 1; some = 0; many = 0; }; };' >a.cfg
negosim run a.cfg -n 100 | sed -n '4,8p'
