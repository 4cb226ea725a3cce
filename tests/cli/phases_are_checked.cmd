. "$HERE/base.sh"
# phases: two, in which the firm performs pay and the union jobs
phased() {
    wrong 'pay=  { name = "pay"; unit = "%"; from = 0; to = 4; step = 1; all = 4; by = "firm"; },' \
        'jobs=  { name = "jobs"; levels = ("none", "some", "many"); by = "union"; }' "$@"
}
phases='phases = ( { name = "one"; days = 42; assumption = "made up"; }, { name = "two"; days = 42; assumption = "made up"; } );'
phased "end=$phases"
wrong "end=$phases"
phased 'end=phases = 3;'
phased 'end=phases = ();'
phased 'end=phases = ( 3 );'
phased 'end=phases = ( { name = "one"; } );'
phased 'end=phases = ( { name = "one"; days = -1; } );'
phased 'end=phases = ( { name = "one"; days = "pay"; } );'
phased 'end=phases = ( { name = "one"; days = "pays"; } );'
phased 'end=phases = ( { name = "one"; days = "jobs"; } );'
phased 'end=phases = ( { name = "one"; days = ("pay"); } );'
phased 'end=phases = ( { name = "one"; days = "pay"; } );' 'pay=  { name = "pay"; unit = "%"; from = -1; to = 4; step = 1; by = "firm"; },'
phased 'end=phases = ( { name = "one"; days = 42; shock = 1.5; } );'
phased 'end=phases = ( { name = "one"; days = 42; shok = 0.1; } );'
phased 'end=phases = ( { name = "one"; days = 42; turns = 0; } );'
phased 'end=phases = ( { name = "one"; days = 42; turns = 40; } );'
phased 'end=phases = ( { name = "one"; days = 42; }, { name = "one"; days = 42; } );'
phased 'end=phases = ( { name = "one"; days = 42; order = (); } );'
phased 'end=phases = ( { name = "one"; days = 42; order = (1, 2); } );'
phased 'end=phases = ( { name = "one"; days = 42; order = "firm"; } );'
phased 'end=phases = ( { name = "one"; days = 42; order = ("frim", "union"); } );'
phased 'end=phases = ( { name = "one"; days = 42; order = ("firm"); } );'
phased 'end=phases = ( { name = "one"; days = 42; order = ("firm", "union", "firm"); } );'
performs() {
    wrong "pay=  { name = \"pay\"; unit = \"%\"; from = 0; to = 4; step = 1; all = 4; $1 }," "end=$phases"
}
performs 'by = "frim";'
performs 'by = "firm"; in_order = true;'
performs 'in_order = true;'
performs 'by = "firm"; in_order = "pay";'
performs 'by = "firm"; shares = (1, 2);'
performs 'by = "firm"; shares = ({ uniform = (0, 1); }, 2);'
performs 'by = "firm"; shares = (1);'
performs 'by = "firm"; shares = (0, 0);'
performs 'by = "firm"; shares = (-1, 2);'
performs 'by = "firm"; shares = 3;'
performs 'shares = (1, 2);'
performs 'by = "firm"; shares = (1, 0);'
performs 'by = "firm"; per = "hours";'
performs 'by = "firm"; per = "jobs";'
performs 'by = "firm"; per = "pay";'
performs 'by = "firm"; penalty = ((0, 0), (4, 1)); binds = ();'
performs 'by = "firm"; penalty = { none = 0; };'
performs 'by = "firm"; penalty = ((0, 0), (4, -1));'
performs 'by = "firm"; penalty = ((0, 0), (4, 1)); applied = ((0, 0), (4, 2));'
performs 'by = "firm"; applied = ((0, 0), (4, 1));'
performs 'by = "firm"; penalty = ((0, 0), (4, 1)); binds = ("frim");'
wrong 'pay=  { name = "pay"; unit = "%"; from = 0; to = 4; step = 1; all = 4; by = "firm"; penalty = ((0, 0), (4, 1)); },' \
    'jobs=  { name = "jobs"; levels = ("none", "some", "many"); penalty = { none = 0; some = 0; many = 1; }; }' "end=$phases"
wrong 'pay=  { name = "pay"; unit = "%"; from = 0; to = 4; step = 1; by = "firm"; shares = (1, 2); },'
phased "end=$phases" 'union_more=discount = 1.1;'
phased "end=$phases" 'union_more=discount = 0;'
phased "end=$phases" 'union_more=breaking_off = -0.1;'
phased "end=$phases" 'union_more=noise = -1;'
phased "end=$phases" 'union_more=keeps_word = 2;'
phased "end=$phases" 'union_more=noise = 0.1;' 'firm_more=keeps_word = 0.5;'
