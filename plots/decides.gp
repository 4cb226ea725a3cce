# decides.gp - which uncertain number decides, by itself, whether some package suits all and whether proposals are accepted
# decides.csv: proposal, party: a question, of those about all: a group; number first_order low high: a bar with its
#              interval, of the five that decide most by more than chance; yes_lowest yes_highest: said beside it
HERE = system("dirname '".ARG0."'")."/"
load HERE."words.gp"
load HERE."rows.gp"
F = DIR."/decides.csv"
if (!readable(F)) { print "decides.gp: cannot read ".F; exit status 1 }
MISSING = lacks(F, "proposal party number first_order low high yes_lowest yes_highest")
if (MISSING ne "") { print "decides.gp: no column ".MISSING." in ".F; exit status 1 }
# of each question about all its first row, and those that are more than chance, five at most
BEST = "< awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print; next } $at[\"party\"] == \"\" && ($at[\"low\"] > 0 || !n[$at[\"proposal\"]]) && n[$at[\"proposal\"]]++ < 5' '".F."'"
if (counted(BEST) == 0) { eval only_words("no answer of all varies: no number decides"); exit }
eval room_for(counted(BEST), 1)
LAST = ""; MAX = 0
array HAS[NPARTY+1]
do for [p=1:NPARTY+1] { HAS[p] = 0 }
owner_of(path) = strstrt(path, ".") > 1 ? place(path[1:strstrt(path, ".")-1]) : 0
row(i) = (N = i, GROUP[i] = i > 1 && LAST eq strcol("proposal") ? "" : strcol("proposal") eq "" ? "Some package ".SUITS : would_be(strcol("proposal")), LAST = strcol("proposal"), \
  column("low") <= 0 ? (LABEL[i] = "none by more than chance", 0) : \
  (LABEL[i] = called(strcol("number")), NOTE[i] = percent(column("yes_lowest"))." → ".percent(column("yes_highest")), \
  AT[i] = column("first_order"), FROM[i] = column("low"), TO[i] = column("high"), MAX = column("high") > MAX ? column("high") : MAX, \
  TINT[i] = tint(owner_of(strcol("number"))), HAS[owner_of(strcol("number"))+1] = 1, 0))
stats BEST using (row(int($0)+1)) nooutput
do for [p=1:NPARTY+1] { k = p <= NPARTY ? p : 0; if (HAS[k+1]) { KEYS = KEYS + 1; KEY[KEYS] = owner(k); KEYHUE[KEYS] = tint(k) } }
BARS = 1; XHI = scale_end(MAX)
XNAME = "share of the variance of yes and no"
NOTED = "yes, from the fifth of draws\nwith its lowest values to the highest"
SUB = "Which number decides most, by itself (first-order index; whiskers: 95 % interval). Colour: whose number it is"
load HERE."draw_rows.gp"
