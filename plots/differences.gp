# differences.gp - what moved from A to B
# differences.csv: what proposal party: a row, of those that both have; share_a share_b: two marks, a line between
#                  difference low high: said beside it
HERE = system("dirname '".ARG0."'")."/"
load HERE."words.gp"
load HERE."rows.gp"
F = DIR."/differences.csv"
if (!readable(F)) { print "differences.gp: cannot read ".F; exit status 1 }
MISSING = lacks(F, "what proposal party share_a share_b difference low high")
if (MISSING ne "") { print "differences.gp: no column ".MISSING." in ".F; exit status 1 }
BOTH = "< awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print; next } $at[\"difference\"] != \"\"' '".F."'"
if (counted(BOTH) == 0) { eval only_words("nothing that both have"); exit }
eval room_for(counted(BOTH), 2)
LAST = ""
point(v) = sprintf("%s%.1f", v < -0.0005 ? "−" : v > 0.0005 ? "+" : "", 100*abs(v))
row(i) = (N = i, GROUP[i] = strcol("what") ne "proposal" || LAST eq strcol("proposal") ? "" : quoted(strcol("proposal")), LAST = strcol("proposal"), \
  LABEL[i] = strcol("what") eq "zone" ? "some package ".SUITS : strcol("what") eq "best" ? "the best package".agreed(", by all", "") : strcol("party") eq "" ? WHOEVER : party(strcol("party")), \
  NOTE[i] = point(column("difference")).(strcol("low") eq "" ? "" : " (".point(column("low"))." to ".point(column("high")).")"), \
  AT[mark_of(i, 1)] = column("share_a"), AT[mark_of(i, 2)] = column("share_b"), FROM[mark_of(i, 2)] = column("share_a"), TO[mark_of(i, 2)] = column("share_b"), 0)
stats BOTH using (row(int($0)+1)) nooutput
FLAT = 1
SHAPE[1] = 6; SHADE[1] = INK; SHAPE[2] = 7; SHADE[2] = hue(1)
KEYS = 2; KEY[1] = "A"; KEY[2] = "B"
do for [k=1:2] { KEYHUE[k] = SHADE[k]; KEYMARK[k] = SHAPE[k] }
XNAME = "share of draws"
NOTED = "B less A, in percentage points\n(95 % interval)"
SUB = "How often each accepts, in A (named first) and in B, in the same draws"
load HERE."draw_rows.gp"
