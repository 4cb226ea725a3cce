. "$HERE/base.sh"
base union_no_deal='reservation = 2;' end='proposals = ({ name = "middle"; by = "nobody"; terms = { pay = 2; jobs = "some"; }; });' >a.cfg
negosim run a.cfg -n 50
# pay below 3 crosses a red line of the union, above 1 one of the firm: whatever it is, one is crossed
line() { echo "red_lines = ( { issue = \"pay\"; levels = { $1; }; probability = 1; } );"; }
base union_more="$(line 'below = 3')" firm_more="$(line 'above = 1')" >lines.cfg
negosim run lines.cfg -n 50 -o lines | sed -n '/^How far/,/^ *Disputed/p'
# from reservations alone nothing performed is a package like any other, whatever level is first
base jobs='  { name = "jobs"; levels = ("none", "many"); }' jobs_value='jobs = { kind = "levels"; none = 1; many = 0; };' \
    pay='{ name = "pay"; levels = (0, 4); },' union_no_deal='reservation = 0;' firm_no_deal='reservation = 0;' \
    firm='}, { name = "firm"; assumption = "made up"; values = { pay = { kind = "linear"; worst = 4; best = 0; }; jobs = { kind = "levels"; none = 1; many = 0; }; };' >b.cfg
negosim run b.cfg -n 100 -o b | grep 'nothing performed' || echo not said
