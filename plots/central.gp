# central.gp - what worlds in which a proposal is accepted have in common
# central.csv: proposal, party: an answer, of those of all: a group; number apart: a bar, of the five that are furthest
#              apart; accepted refused: said beside it; confidence low_confidence high_confidence: in the heading
HERE = system("dirname '".ARG0."'")."/"
load HERE."words.gp"
load HERE."rows.gp"
F = DIR."/central.csv"
if (!readable(F)) { print "central.gp: cannot read ".F; exit status 1 }
MISSING = lacks(F, "proposal party number accepted refused apart confidence")
if (MISSING ne "") { print "central.gp: no column ".MISSING." in ".F; exit status 1 }
BEST = "< awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print; next } $at[\"party\"] == \"\" && n[$at[\"proposal\"]]++ < 5' '".F."'"
if (counted(BEST) == 0) { eval only_words("no answer of all varies: worlds have nothing to tell apart"); exit }
eval room_for(counted(BEST), 1)
LAST = ""; MAX = 0
short(v) = (v < 0 ? "−" : "").sprintf("%.3g", abs(v))
array HAS[NPARTY+1]
do for [p=1:NPARTY+1] { HAS[p] = 0 }
owner_of(path) = strstrt(path, ".") > 1 ? place(path[1:strstrt(path, ".")-1]) : 0
row(i) = (N = i, GROUP[i] = i > 1 && LAST eq strcol("proposal") ? "" : would_be(strcol("proposal")).(is_there(column("confidence")) ? " (confidence factor ".percent(column("confidence")).")" : ""), \
  LAST = strcol("proposal"), LABEL[i] = strcol("number"), NOTE[i] = short(column("accepted"))."; ".short(column("refused")), \
  AT[i] = abs(column("apart")), MAX = abs(column("apart")) > MAX ? abs(column("apart")) : MAX, \
  TINT[i] = tint(owner_of(strcol("number"))), HAS[owner_of(strcol("number"))+1] = 1, 0)
stats BEST using (row(int($0)+1)) nooutput
do for [p=1:NPARTY+1] { k = p <= NPARTY ? p : 0; if (HAS[k+1]) { KEYS = KEYS + 1; KEY[KEYS] = owner(k); KEYHUE[KEYS] = tint(k) } }
BARS = 1; PERCENT = 0; XHI = MAX > 0 ? 1.05*MAX : 1
XNAME = "how far apart, in standard deviations of the number"
NOTED = "mean where it is accepted;\nwhere it is refused"
SUB = "How far the mean worlds in which a proposal is accepted and refused are apart: the numbers that differ most. Colour: whose number it is"
load HERE."draw_rows.gp"
