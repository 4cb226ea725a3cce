# path.gp - of reach: from one proposal to another, a term at a time
# path.csv: issue to: a row, the change of that step; accept_PARTY accept_all: marks
HERE = system("dirname '".ARG0."'")."/"
load HERE."words.gp"
load HERE."rows.gp"
F = DIR."/path.csv"
if (!readable(F)) { print "path.gp: cannot read ".F; exit status 1 }
MISSING = lacks(F, "step issue to accept_".DEAL." ".each("accept_", PARTIES))
if (MISSING ne "") { print "path.gp: no column ".MISSING." in ".F; exit status 1 }
if (rows(F) == 0) { eval only_words("no path: none was asked for, or none leads there"); exit }
eval room_for(rows(F), NPARTY+1)
row(i) = (N = i, LABEL[i] = strcol("issue") eq "" ? "the proposal that it begins with" : cut(issue(strcol("issue")), 36)." → ".level(strcol("issue"), strcol("to")), \
  NOTE[i] = percent(column("accept_".DEAL)), AT[mark_of(i, NPARTY+1)] = column("accept_".DEAL), 0)
stats F using (row(int($0)+1)) nooutput
do for [k=1:NPARTY] { stats F using (AT[mark_of(int($0)+1, k)] = column("accept_".word(PARTIES, k)), 1) nooutput }
eval party_marks(1)
XNAME = "share of draws"
NOTED = ACCEPT
SUB = "From one proposal to another, a term at a time: who accepts the package after each change"
load HERE."draw_rows.gp"
