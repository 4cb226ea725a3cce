# Numbers that neither the table nor the vocabulary has, in each place where one would be ignored;
# and those that the vocabulary has and this table has not, which are fine.
. "$HERE/base.sh"
wide='top=vocabulary = ( { name = "pay"; levels = (0, 1, 2, 3, 4, 8); } );'
for x in 1 8 2.5; do
    wrong "$wide" "end=forbidden = ( { pay = $x; jobs = \"some\"; } );"
    wrong "$wide" "union_more=red_lines = ( { issue = \"pay\"; levels = (0, $x); probability = 1; } );"
    wrong "$wide" "union_more=positions = ( { issue = \"pay\"; levels = $x; probability = 0.3; } );"
    wrong "$wide" "union_more=interactions = ( { pay = $x; jobs = \"many\"; adds = 0.1; } );"
done
# { above = x; } is a bound, not a level
wrong 'union_more=red_lines = ( { issue = "pay"; levels = { above = 2.5; }; probability = 1; } );'
talks='talks = { rounds = 5; parties = ( { name = "union"; strategy = "micro"; }, { name = "firm"; strategy = "micro"; } );'
wrong "end=$talks events = ( { name = \"cut\"; on = 2; removes = { pay = (1, 2.5); }; } ); };"
wrong "end=$talks events = ( { name = \"more\"; on = 2; adds = { pay = 3.5; }; } ); };"
# beyond all levels nothing performed may lie anywhere; between two it is a slip
wrong 'pay={ name = "pay"; levels = (2, 4); nothing = 0; all = 4; },'
wrong 'pay={ name = "pay"; levels = (0, 2, 4); nothing = 3; all = 4; },'
