. "$HERE/base.sh"
# a fair: stands in two halls, staff for each stand and keys for each kitchen that a hall has
fair() {
    wrong 'pay=  { name = "stands"; levels = (0, 10, 25, 60); }, { name = "staff"; levels = (0, 2); per = "stands"; }, { name = "keys"; levels = (0, 1, 3); per = "kitchens"; },' \
        'union_values=values = { assumption = "x"; stands = { kind = "linear"; worst = 0; best = 60; }; staff = { kind = "linear"; worst = 0; best = 2; }; keys = { kind = "linear"; worst = 0; best = 3; }; jobs = { kind = "levels"; yard = 0; small = 0.5; large = 1; }; };' \
        'union_weights=weights = { stands = 1; staff = 1; keys = 1; jobs = 1; };' \
        'firm=}, { name = "firm"; assumption = "x"; values = { stands = { kind = "linear"; worst = 60; best = 0; }; staff = { kind = "linear"; worst = 2; best = 0; }; keys = { kind = "linear"; worst = 3; best = 0; }; jobs = { kind = "levels"; yard = 1; small = 0.5; large = 0; }; };' \
        'firm_weights=weights = { stands = 1; staff = 1; keys = 1; jobs = 1; };' "$@" | sed '1,5d'
}
halls='name = "jobs"; levels = ("yard", "small", "large")'
kitchens='kitchens = { yard = 0; small = 0; large = 2; };'
fair "jobs={ $halls; holds = { stands = { small = 24.5; yard = 0; }; $kitchens }; }"
fair "jobs={ $halls; holds = { stands = { small = 24.5; yard = 0; }; $kitchens }; }" \
    'end=forbidden = ( { jobs = "yard"; stands = { above = 0; }; }, { jobs = "small"; stands = 25; }, { jobs = "small"; stands = { above = 25; }; },
        { jobs = ("yard", "small"); keys = (1, 3); staff = 0; }, { jobs = ("yard", "small"); keys = (1, 3); staff = 2; }, { stands = 0; staff = 2; } );'
# in part: what is forbidden with some level of a third issue only is still on the table
fair "jobs={ $halls; holds = { $kitchens }; }" \
    'end=forbidden = ( { stands = 0; staff = 2; }, { jobs = "yard"; keys = 1; staff = 0; }, { jobs = "yard"; keys = 3; } );'
# at one level, or off the table
fair "jobs={ $halls; only = \"large\"; holds = { stands = { large = 24; }; $kitchens }; }"
echo 'mistakes'
fair "jobs={ $halls; holds = 3; }"
fair "jobs={ $halls; holds = { stands = 3; $kitchens }; }"
fair "jobs={ $halls; holds = { stands = { smal = 3; }; $kitchens }; }"
fair "jobs={ $halls; holds = { stands = { small = -1; }; $kitchens }; }"
fair "jobs={ $halls; holds = { stands = { small = { uniform = (1, 2); }; }; $kitchens }; }"
fair "jobs={ $halls; holds = { jobs = { small = 1; }; $kitchens }; }"
fair "jobs={ $halls; holds = { stand = { small = 1; }; $kitchens }; }"
fair "jobs={ $halls; holds = { kitchens = { yard = 0; small = 1; }; }; }"
fair "jobs={ $halls; holds = { $kitchens note = 3; }; }"
fair "jobs={ $halls; }"
wrong 'pay=  { name = "pay"; levels = (0, 2); holds = { pay = { few = 1; }; }; },'
wrong 'pay=  { name = "pay"; levels = (0, 2); per = "kitchens"; }, { name = "hall"; levels = ("no", "yes"); holds = { kitchens = { no = 0; yes = 1; }; }; },' \
    'jobs={ name = "jobs"; levels = ("none", "some", "many"); holds = { kitchens = { none = 0; some = 1; many = 1; }; }; }'
fair "jobs={ $halls; holds = { }; }"
