# Of each level the shares of the package that all accept most often, the lowest number of equals; of a proposal its
# worth and its red lines at mean preferences.
. "$HERE/base.sh"
base 'firm_more=red_lines = ( { issue = "jobs"; levels = "many"; probability = 0.7; } );' \
    'end=proposals = ( { name = "middle"; by = "x"; terms = { pay = 2; jobs = "some"; }; }, { name = "beyond"; by = "x"; terms = { pay = 4; jobs = "many"; }; } );' >a.cfg
negosim run a.cfg -q -n 60 -o r || exit 1
awk -F, 'FNR == 1 { split("", at); for (i = 1; i <= NF; i++) at[$i] = i; next }
    FILENAME ~ /packages/ {
        terms = $at["pay"] " " $at["jobs"]
        worth[terms] = $at["surplus_union"] " " $at["surplus_firm"] " " $at["red_lines_union"] " " $at["red_lines_firm"]
        split("pay jobs", issue, " ")
        for (k in issue) {
            level = issue[k] " " $at[issue[k]]
            if (level in best && $at["accept_all"] <= best[level]) continue
            best[level] = $at["accept_all"]; who[level] = $at["accept_union"] " " $at["accept_firm"]
        } }
    FILENAME ~ /levels/ {
        said = $at["best_accept_union"] " " $at["best_accept_firm"]
        print $at["issue"], $at["level"], said, said == who[$at["issue"] " " $at["level"]] ? "as there" : "otherwise" }
    FILENAME ~ /proposals/ {
        said = $at["at_mean_union"] " " $at["at_mean_firm"] " " $at["red_lines_union"] " " $at["red_lines_firm"]
        print $at["proposal"], said, said == worth[$at["pay"] " " $at["jobs"]] ? "as there" : "otherwise" }' \
    r/packages.csv r/levels.csv r/proposals.csv
