. "$HERE/base.sh"
texts='top=texts = ({ id = "001"; });'
remark() {
    wrong "$texts" "union_weights=weights = { $1 pay = 2; jobs = 1; };"
    wrong "$texts" "union_values=values = { $1 pay = { kind = \"linear\"; worst = 0; best = 4; }; jobs = { kind = \"levels\"; none = 0; some = 0.5; many = 1; }; };"
    wrong "$texts" "pay_value=pay = { $1 kind = \"linear\"; worst = 0; best = 4; };"
    wrong "$texts" "jobs_value=jobs = { $1 kind = \"levels\"; none = 0; some = 0.5; many = 1; };"
    wrong "$texts" "union_no_deal=no_deal = { $1 uniform = (0, 1); };"
    wrong "$texts" "union_more=red_lines = ({ $1 issue = \"pay\"; levels = 0; probability = 1; });"
    wrong "$texts" "union_more=leverage = ({ $1 issue = \"pay\"; shift = 1; });"
    wrong "$texts" "union_more=interactions = ({ $1 pay = 0; jobs = \"none\"; adds = 0.1; });"
    wrong "$texts" "end=forbidden = ({ $1 pay = 0; jobs = \"none\"; });"
    wrong "$texts" "jobs={ name = \"jobs\"; levels = (\"none\", \"some\", \"many\"); lasts = { $1 none = 1; some = 1; many = 1; }; }"
}
remark 'sources = ("002");'
remark 'assumption = 3;'
