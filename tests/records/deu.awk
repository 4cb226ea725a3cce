# deu.awk - European legislation as scenarios: one for each issue, with what was agreed
#
#   awk -f deu.awk -v out=DIR DATA/votes.csv DATA/issues.csv
#
# DATA: half of the DEU III data set as numbers (Arregui & Perarnaud 2021, doi:10.34810/data53, CC BY 4.0): for each issue
# the outcome and, where there was one, the reference point, and of each actor a position and a salience, 0 to 100.
# An actor without a position on an issue is left out of it.  What an actor loses grows with the distance from its
# position; it counts by its salience, and by its votes as bargaining power; it accepts what is not further from its
# position than the reference point is, and everything where there is none.
BEGIN { FS = "," }
FNR == 1 { files++ }
files == 1 { if (FNR > 1) votes[$1] = $2; next }
FNR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; for (i = 7; i < NF; i += 2) actor[++actors] = substr($i, 10); next }
function note(x) { if (x != "" && !((x + 0) in there)) { there[x + 0]; level[++levels] = x + 0 } }
function sort(    i, j, x) {
    for (i = 2; i <= levels; i++) {
        x = level[i]
        for (j = i; j > 1 && level[j - 1] > x; j--) level[j] = level[j - 1]
        level[j] = x
    }
}
{
    split("", there); levels = 0
    reference = $column["reference_point"]; outcome = $column["outcome"]
    note(0); note(100); note(reference); note(outcome)
    for (i = 1; i <= actors; i++) if ($column["salience_" actor[i]] > 0) note($column["position_" actor[i]])
    sort()
    file = out "/" $2 ".cfg"
    printf("scenario = { name = \"%s\"; group = \"%s\"; assumption = \"positions and saliences of the DEU III data set\"; };\n", $2, $1) >file
    printf("issues = ( { name = \"x\"; levels = (") >file
    for (i = 1; i <= levels; i++) printf("%s%s", i > 1 ? ", " : "", level[i]) >file
    printf(");%s } );\nparties = (\n", reference == "" ? "" : " nothing = " reference ";") >file
    n = 0
    for (i = 1; i <= actors; i++) {
        who = actor[i]; position = $column["position_" who]; salience = $column["salience_" who]
        if (position == "" || salience == "" || salience <= 0) continue
        distance = reference == "" ? 100 : reference > position ? reference - position : position - reference
        printf("%s  { name = \"%s\"; bargaining_power = %s; weights = { x = %s; }; reservation = %.10g;\n", n++ ? ",\n" : "", who, votes[who], salience, 1 - distance / 100) >file
        printf("    values = { x = { kind = \"peak\"; best = %s; exponent = 1; }; }; }", position) >file
    }
    printf("\n);\noutcome = { x = %s; };\nrun = { draws = 1; };\n", outcome) >file
    close(file)
}
