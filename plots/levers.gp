# levers.gp - of reach: what one change of a number or a term would do
# levers.csv: reaches: two groups; lever from to: a row, of the first ten of each; accept_PARTY accept_all: marks; slack: said beside it
HERE = system("dirname '".ARG0."'")."/"
load HERE."words.gp"
load HERE."rows.gp"
F = DIR."/levers.csv"
if (!readable(F)) { print "levers.gp: cannot read ".F; exit status 1 }
MISSING = lacks(F, "lever reaches from to accept_".DEAL." slack ".each("accept_", PARTIES))
if (MISSING ne "") { print "levers.gp: no column ".MISSING." in ".F; exit status 1 }
if (rows(F) == 0) { eval only_words("no lever was looked at"); exit }
BEST = first_of(F, "reaches", "", 10)
eval room_for(counted(BEST), NPARTY+1)
LAST = ""
is_issue(path) = strlen(path) > 7 && path[1:7] eq "issues." && strstrt(path[8:*], ".") == 0
setting(path, s) = is_issue(path) ? level(path[8:*], s) : strlen(s) > 6 && strstrt(s, ".") > 0 && real(s) != 0 ? sprintf("%.4g", real(s)) : spaced(s)
lever(path) = is_issue(path) ? issue(path[8:*]) : path
row(i) = (N = i, GROUP[i] = LAST eq strcol("reaches") ? "" : column("reaches") == 1 ? "Reach what is wanted" : "Come nearest, and miss it", LAST = strcol("reaches"), \
  LABEL[i] = cut(lever(strcol("lever")), 44).": ".change(setting(strcol("lever"), strcol("from")), setting(strcol("lever"), strcol("to"))), \
  NOTE[i] = is_there(column("slack")) ? points(column("slack")) : "", AT[mark_of(i, NPARTY+1)] = column("accept_".DEAL), 0)
stats BEST using (row(int($0)+1)) nooutput
do for [k=1:NPARTY] { stats BEST using (AT[mark_of(int($0)+1, k)] = column("accept_".word(PARTIES, k)), 1) nooutput }
eval party_marks(1)
XNAME = "share of draws"
NOTED = "above what is wanted,\nor below"
SUB = "Who would accept the package after one change of a number or a term"
load HERE."draw_rows.gp"
