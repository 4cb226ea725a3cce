# Parties and proposals that are in one only, other issues, talks and sweeps.
. "$HERE/base.sh"
talks='talks = { rounds = 5; parties = ( { name = "union"; strategy = "micro"; }, { name = "firm"; strategy = "micro"; } ); };'
base end="proposals = ( { name = \"asked\"; by = \"union\"; terms = { pay = 3; jobs = \"some\"; }; }, { name = \"early\"; by = \"union\"; terms = { pay = 4; jobs = \"many\"; }; } ); $talks" >a.cfg
base scenario='scenario = { name = "later"; as_of = "2024-05-01"; };' \
    pay='  { name = "pay"; unit = "%"; from = 0; to = 4; step = 1; all = 4; }, { name = "hours"; levels = (38, 40); },' \
    union_values='values = { pay = { kind = "linear"; worst = 0; best = 4; }; jobs = { kind = "levels"; none = 0; some = 0.5; many = 1; }; hours = { kind = "linear"; worst = 40; best = 38; }; };' \
    union_weights='weights = { pay = 2; jobs = 1; hours = { triangular = (0.1, 0.2, 0.4); }; };' \
    firm='}, { name = "firm"; assumption = "made up"; values = { pay = { kind = "power"; worst = 4; best = 0; exponent = 1; }; jobs = { kind = "levels"; none = 1; some = 0.5; many = 0; }; hours = { kind = "linear"; worst = 38; best = 40; }; };' \
    firm_weights='weights = { pay = 1; jobs = 1; hours = 0.1; };' \
    firm_more='}, { name = "bank"; bargains = false; reservation = 0; red_lines = ( { issue = "pay"; levels = (4); probability = 0.9; } );' \
    end='forbidden = ( { pay = 4; jobs = "many"; note = "too dear"; } ); proposals = ( { name = "asked"; by = "union"; terms = { pay = 2; jobs = "some"; hours = 38; }; answers = { firm = { said = "accepts"; by = "leaders"; doubt = 0.2; assumption = "a leak"; }; }; }, { name = "late"; by = "firm"; terms = { pay = 0; jobs = "none"; hours = 40; }; } ); run = { draws = 500; seed = 3; };' >b.cfg
says negosim diff a.cfg b.cfg -n 400 -o out
cat out/changes.csv out/differences.csv
echo 'of talks and of a sweep, whose levers are left out:'
negosim bargain a.cfg -q -n 50 -o talks
negosim sweep a.cfg -q -n 50 --vary firm.reservation=0.1,0.2 -o sweep
says negosim diff talks sweep
echo 'how long talks may be is not compared:'
sed -e 's/rounds = 5/rounds = 6/' a.cfg >c.cfg
says negosim diff a.cfg c.cfg -n 50
