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
echo 'percent against shares, and shares against percent'
wrong 'pay_value=pay = { kind = "linear"; worst = 0; best = 0.04; };'
wrong 'pay_value=pay = { kind = "power"; worst = { uniform = (0.03, 0.05); }; best = 0.01; exponent = 2; };'
wrong 'pay_value=pay = { kind = "linear"; worst = 0; best = 400; };'
echo 'two of five levels beyond, and a narrow table of two'
wrong 'pay_value=pay = { kind = "linear"; worst = 0; best = 2; };'
wrong 'pay={ name = "pay"; levels = (0, 4); nothing = 0; },' 'pay_value=pay = { kind = "linear"; worst = 0; best = 2; };'
echo 'weights that do not matter'
wrong 'jobs_value=jobs = { kind = "levels"; none = 0.5; some = 0.5; many = 0.5; };'
wrong 'jobs_value=jobs = { kind = "levels"; none = 0.5; some = { uniform = (0.3, 0.7); }; many = 0.5; };'
wrong 'jobs_value=jobs = { kind = "levels"; none = 0.5; some = 0.5; many = 0.5; };' 'union_weights=weights = { pay = 1; jobs = 0; };'
wrong 'pay_value=pay = { kind = "points"; points = ((0, 0.3), (4, 0.3)); };'
wrong 'union_weights=weights = { pay = { uniform = (1, 2); }; jobs = 0; };'
wrong 'pay={ name = "pay"; levels = (2); nothing = 0; },'
echo 'an issue with one level since it is fixed is no oddity'
sets issues.pay=3 issues.jobs=none
echo 'red lines over all, over nothing, and of a body'
wrong 'union_more=red_lines = ( { issue = "jobs"; levels = ("none", "some", "many"); probability = 0.3; } );'
wrong 'firm_more=positions = ( { issue = "pay"; levels = { below = 7; }; probability = 0.3; } );'
wrong 'union_more=red_lines = ( { issue = "pay"; levels = { above = 4; }; probability = 0.3; }, { issue = "pay"; levels = { }; probability = 1; }, { issue = "pay"; levels = { above = 9; }; probability = 0; } );'
wrong 'union_more=bodies = ( { name = "board"; veto = true; red_lines = ( { issue = "pay"; levels = { below = 0; }; probability = 1; } ); } );'
echo 'a red line over what only the vocabulary knows is no oddity'
wrong 'top=vocabulary = ( { name = "pay"; from = 0; to = 9; step = 1; }, { name = "jobs"; levels = ("none", "some", "many", "most"); } );' 'firm_more=red_lines = ( { issue = "pay"; levels = { above = 7; }; probability = 1; }, { issue = "jobs"; levels = "most"; probability = 1; } );' 'jobs_value=jobs = { kind = "levels"; none = 0; some = 0.5; many = 1; most = 1; };' 'firm=}, { name = "firm"; assumption = "made up"; values = { pay = { kind = "linear"; worst = 4; best = 0; }; jobs = { kind = "levels"; none = 1; some = 0.5; many = 0; most = 0; }; };'
echo 'days that are none'
offer() { printf 'end=proposals = ( { name = "%s"; by = "firm"; on = "%s"; terms = { pay = 1; jobs = "some"; }; } );' "$1" "$2"; }
wrong "$(offer first 2024-02-29)"
wrong "$(offer second 2023-02-29)"
wrong "$(offer third 'in spring')"
echo 'stakes beyond all that is at stake'
wrong 'union_no_deal=no_deal = 20;'
wrong 'union_no_deal=no_deal = { normal = (-0.2, 5); };'
wrong 'firm_no_deal=reservation = { uniform = (10, 30); };'
wrong 'firm_more=leverage = ( { issue = "pay"; shift = -10; } );' 'jobs={ name = "jobs"; levels = ("none", "some", "many"); lasts = { none = 0; some = 0.5; many = 1; }; }' 'firm_no_deal=no_deal = 0.1;'
