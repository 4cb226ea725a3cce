. "$HERE/base.sh"
parties='parties = ( { name = "union"; strategy = "micro"; }, { name = "firm"; strategy = "micro"; } );'
# talks TEXT - what check says of the base with these talks, in line 2
talks() { wrong "end=talks = { assumption = \"made up\"; $1 };"; }
# days TEXT - the same with a calendar
days() { talks "start = \"2024-01-01\"; deadline = \"2024-03-01\"; round_days = 2; $1"; }

echo '# the calendar'
wrong 'end=talks = 3;'
wrong 'end=talks = { };'
talks "$parties"
talks "rounds = 10; deadline = 20; $parties"
talks "rounds = 0; $parties"
talks "rounds = 1.5; $parties"
talks "deadline = 20; $parties"
talks "deadline = -1; round_days = 1; $parties"
talks "deadline = \"2024-03-01\"; round_days = 1; $parties"
talks "deadline = 0.5; round_days = 1; $parties"
talks "start = \"2024-03-01\"; deadline = \"2024-03-01\"; round_days = 1; $parties"
talks "start = \"2024-02-30\"; deadline = 20; round_days = 1; $parties"
talks "start = \"1 March\"; deadline = 20; round_days = 1; $parties"
talks "start = 5; deadline = 20; round_days = 1; $parties"
talks "start = \"2024-03-02\"; deadline = \"2024-03-01\"; round_days = 1; $parties"
talks "start = \"2024-03-02\"; deadline = \"2023-02-29\"; round_days = 1; $parties"
talks "start = \"2024-03-02\"; deadline = true; round_days = 1; $parties"
talks "deadline = 40000; round_days = 1; $parties"
talks "deadline = 400; round_days = 0; $parties"
talks "deadline = 400; round_days = { normal = (2, 1); }; $parties"
talks "deadline = 400; round_days = 0.001; $parties"
talks "deadline = 20; round_days = 1; first_round = 30; $parties"
days "first_round = \"2024-05-01\"; $parties"
days "agreed_on = \"2023-05-01\"; $parties"
days "moves = \"none\"; $parties"
days "recognition = 0.5; $parties"
days "moves = \"random\"; recognition = 2; $parties"
days "breakdown = 2; $parties"
days "round = 3; $parties"
days "last_round = 1; $parties"
talks "rounds = 10; last_round = true; $parties"
days "concedes = \"by_offer\"; $parties"
days "concedes = \"in_session\"; $parties"
days "knows = 0.5; $parties"
days "knows = 2; parties = ( { name = \"union\"; strategy = \"polynomial\"; offers = \"believed\"; }, { name = \"firm\"; strategy = \"micro\"; } );"

echo '# the parties'
days ''
days 'parties = 3;'
days 'parties = ( );'
days 'parties = ( 1, 2 );'
days 'parties = ( { name = "union"; strategy = "micro"; } );'
days 'parties = ( { name = "union"; strategy = "micro"; }, { name = "union"; strategy = "micro"; } );'
days 'parties = ( { name = "union"; strategy = "micro"; }, { name = "farm"; strategy = "micro"; } );'
days 'parties = ( { name = "union"; strategy = "macro"; }, { name = "firm"; strategy = "micro"; } );'
days 'parties = ( { name = "union"; }, { name = "firm"; strategy = "micro"; } );'
one() { days "parties = ( { name = \"union\"; $1 }, { name = \"firm\"; strategy = \"micro\"; } );"; }
one 'strategy = "polynomial"; exponent = 0;'
one 'strategy = "polynomial"; exponent = { uniform = (0, 2000); };'
one 'strategy = "polynomial"; exponent = "high";'
one 'strategy = "exponential"; opening = 0;'
one 'strategy = "polynomial"; slack = -1;'
one 'strategy = "polynomial"; exponents = 1;'
one 'strategy = "micro"; exponent = 1;'
one 'strategy = "micro"; discount = 0.9;'
one 'strategy = "rational"; discount = 1.1;'
one 'strategy = "rational"; outside = { normal = (0, 1); };'
one 'strategy = "micro"; concedes_from = "wished";'
one 'strategy = "polynomial"; concedes_from = "all";'
one 'strategy = "micro"; accepts = "constant"; concedes_from = "wished";'
one 'strategy = "micro"; accepts = "all";'
one 'strategy = "micro"; accepts = "next"; accepts_share = 0.5;'
one 'strategy = "micro"; offers = "worst";'
one 'strategy = "micro"; pressure = 2;'
one 'strategy = "stated";'
one 'strategy = "micro"; stated = ( );'
one 'strategy = "stated"; stated = ( { on = 3; } );'
one 'strategy = "stated"; stated = ( { on = 3; proposal = "claim"; } );'
claim='proposals = ( { name = "claim"; by = "union"; terms = { pay = 4; jobs = "many"; }; } );'
wrong "end=$claim talks = { assumption = \"made up\"; deadline = 9; round_days = 1; parties = ( { name = \"union\"; strategy = \"stated\"; stated = ( { on = 3; proposal = \"claims\"; } ); }, { name = \"firm\"; strategy = \"micro\"; } ); };"
wrong "end=$claim talks = { assumption = \"made up\"; deadline = 9; round_days = 1; parties = ( { name = \"union\"; strategy = \"stated\"; stated = ( { on = 3; proposal = \"claim\"; }, { on = 2; proposal = \"claim\"; } ); }, { name = \"firm\"; strategy = \"micro\"; } ); };"
wrong "end=$claim talks = { assumption = \"made up\"; deadline = 9; round_days = 1; parties = ( { name = \"union\"; strategy = \"stated\"; stated = ( { on = 10; proposal = \"claim\"; } ); }, { name = \"firm\"; strategy = \"micro\"; } ); };"
wrong 'firm_more=bargains = false;' "end=talks = { assumption = \"made up\"; rounds = 9; $parties };"

echo '# events'
event() { days "$parties events = ( { $1 } );"; }
days "$parties events = 3;"
event ''
event 'name = "strike";'
event 'name = "strike"; on = 3; hazard = 0.1;'
event 'name = "strike"; on = "2024-02-30";'
event 'name = "strike"; on = "2025-02-03";'
event 'name = "strike"; on = 70;'
event 'name = "strike"; on = true;'
event 'name = "strike"; hazard = -1;'
event 'name = "strike"; hazard = 0.1; probability = 0.5;'
event 'name = "strike"; on = 3; probability = 1.5;'
event 'name = "strike"; on = 3; party = "farm"; shift_no_deal = 0.1;'
event 'name = "strike"; on = 3; shift_no_deal = 0.1;'
event 'name = "strike"; on = 3; party = "firm";'
event 'name = "strike"; on = 3; party = "firm"; shift_weight = 1;'
event 'name = "strike"; on = 3; party = "firm"; issue = "hours"; shift_weight = 1;'
event 'name = "strike"; on = 3; removes = 3;'
event 'name = "strike"; on = 3; removes = { jobs = "nine"; };'
event 'name = "strike"; on = 3; removes = { hours = 38; };'
event 'name = "strike"; on = 3; adds = { pay = 7; };'
event 'name = "strike"; on = 3; suspends = -3;'
event 'name = "strike"; on = 3; ends = 1;'
event 'name = "strike"; on = 3; }, { name = "strike"; on = 4;'

echo '# the mediator'
mediator() { days "$parties mediator = { $1 };"; }
days "$parties mediator = 3;"
mediator 'knows = 2;'
mediator 'rule = "nush";'
mediator 'final_on = "2024-04-01";'
mediator 'temperature = 0.1;'
mediator 'single_text = true; temperature = -1;'
mediator 'single_text = true; changes = "none";'
mediator 'single_text = true; starts = "claim";'
mediator 'drafts = 3;'
mediator 'drafts = ( { on = "2024-01-05"; proposal = "claim"; } );'
mediator 'single_text = true; drafts = ( );'
mediator 'tells = "firm";'
mediator 'tells = "farm"; bias = 0.5;'
mediator 'pilot = { };'
mediator 'pilot = { on = 3; works = 2; };'
mediator 'pilot = { on = 3; kept = 0; };'

echo '# a risk that nothing asks about'
days 'parties = ( { name = "union"; strategy = "micro"; risk = 0.1; }, { name = "firm"; strategy = "micro"; } );'

echo '# what would change nothing'
one 'strategy = "micro"; offers = "kindest";'
event 'name = "strike"; on = 3; ends = true; suspends = 2;'
event 'name = "strike"; on = 3; removes = { jobs = ("none", "some", "many"); };'
event 'name = "strike"; on = 3; removes = { jobs = "many"; }; adds = { jobs = "many"; };'
mediator 'knows = 0.5;'
mediator 'rule = "nash";'
wrong "end=$claim talks = { assumption = \"made up\"; deadline = 9; round_days = 1; $parties mediator = { single_text = true; starts = \"claim\"; knows = 0.5; }; };"
mediator 'pilot = { on = 3; };'
days "$parties sends_back = true;"
days "first_round = 20; $parties mediator = { final_on = 10; };"
days "$parties ratification = ( { party = \"firm\"; body = \"board\"; } );"
mediator 'single_text = true; tells = "firm"; bias = 0.5;'
days "$parties moves = \"one\"; mediator = { single_text = true; };"
talks "deadline = 1; round_days = 0.0005; $parties"
