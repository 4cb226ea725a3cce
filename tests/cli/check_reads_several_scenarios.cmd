. "$HERE/base.sh"
base scenario='scenario = { name = "a"; title = "The first"; as_of = "2024-05-31"; };' union='{ name = "union"; assumption = "made up";' >a.cfg
base pay= >b.cfg
base scenario='scenario = { name = "c"; };' end='forbidden = ({ pay = 4; jobs = "many"; note = "law"; }, { pay = (3, 4); jobs = ("some", "many"); });' \
    top='vocabulary = ({ name = "hours"; });' union_weights='weights = { pay = 1; jobs = 1; hours = 1; };' firm_weights='weights = { pay = 1; jobs = 1; hours = 1; };' \
    jobs_value='jobs = { kind = "levels"; none = 0; some = 0.5; many = 1; }; hours = { kind = "linear"; worst = 0; best = 1; };' \
    firm='}, { name = "firm"; assumption = "x"; values = { pay = { kind = "linear"; worst = 4; best = 0; }; hours = { kind = "linear"; worst = 1; best = 0; }; jobs = { kind = "levels"; none = 1; some = 0.5; many = 0; }; };' >c.cfg
says negosim check a.cfg b.cfg c.cfg
