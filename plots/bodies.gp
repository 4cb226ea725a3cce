# bodies.gp - how often each body agrees to each proposal, and stops it alone
# bodies.csv: proposal: a group; party body kind: a row; agrees: a bar; stops_alone: said beside it
HERE = system("dirname '".ARG0."'")."/"
load HERE."words.gp"
load HERE."rows.gp"
F = DIR."/bodies.csv"
if (!readable(F)) { print "bodies.gp: cannot read ".F; exit status 1 }
MISSING = lacks(F, "proposal party body kind agrees stops_alone")
if (MISSING ne "") { print "bodies.gp: no column ".MISSING." in ".F; exit status 1 }
if (rows(F) == 0) { eval only_words("no proposals in this scenario"); exit }
eval room_for(rows(F), 1)
LAST = ""
array HAS[NPARTY+1]
do for [p=1:NPARTY+1] { HAS[p] = 0 }
kind(k) = k eq "vote" ? "votes" : k eq "partner" ? "may leave" : k
row(i) = (N = i, GROUP[i] = i > 1 && LAST eq strcol("proposal") ? "" : quoted(strcol("proposal")), LAST = strcol("proposal"), \
  LABEL[i] = cut(party(strcol("party")), 20).": ".cut(body(strcol("party"), strcol("body")), 34)." (".kind(strcol("kind")).")", NOTE[i] = percent(column("stops_alone")), \
  AT[i] = column("agrees"), TINT[i] = tint(place(strcol("party"))), HAS[place(strcol("party"))+1] = 1, 0)
stats F using (row(int($0)+1)) nooutput
do for [p=1:NPARTY] { if (HAS[p+1]) { KEYS = KEYS + 1; KEY[KEYS] = PARTY[p]; KEYHUE[KEYS] = hue(p) } }
BARS = 1
XNAME = "share of draws in which it agrees"
NOTED = "stops it alone"
SUB = "How often each body at home agrees to each proposal; beside it, how often everybody else would sign and it alone is against"
load HERE."draw_rows.gp"
