. "$HERE/base.sh"
# with both, with neither into the same folder: what no longer applies is gone
base 'pay=  { name = "pay"; unit = "%"; levels = (0, 4); all = 4; by = "firm"; },' \
    'jobs=  { name = "jobs"; levels = ("none", "many"); by = "union"; shares = (0, 1); }' \
    'union_value=' 'union_values=values = { pay = { kind = "linear"; worst = 0; best = 4; }; jobs = { kind = "levels"; none = 1; many = 0; }; };' \
    'firm=}, { name = "firm"; assumption = "made up"; values = { pay = { kind = "linear"; worst = 4; best = 0; }; jobs = { kind = "levels"; none = 0; many = 1; }; };' \
    'union_more=bodies = ( { name = "board"; veto = true; no_deal = 0.05; }, { name = "floor"; quota = 2; blocs = ( { name = "a"; seats = 3; } ); } ); breaking_off = 0.02;' \
    'firm_more=keeps_word = 0.25;' \
    'end=phases = ( { name = "one"; days = 10; shock = 0.5; }, { name = "two"; days = 10; } ); proposals = ( { name = "both"; by = "x"; terms = { pay = 4; jobs = "many"; }; } );' >a.cfg
negosim run a.cfg -q -n 10 -o r
for file in phases survival deliveries remedies trust bodies votes; do echo "$file"; cat r/$file.csv; done
base >b.cfg
negosim run b.cfg -q -n 10 -o r
ls r
