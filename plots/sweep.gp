# sweep.gp - what a sweep's levers do
# sweep.csv: a column for each lever; zone, low_zone, high_zone, or without them agreement, low_agreement, high_agreement (of the talks);
#            accept_all_PROPOSAL
# LEVERS: their names; AXES: one or two of them, '' for the first two; KIND: the design
# POINTS: the levers with their values, for the order of names; '' when it is not known
#   a grid over one lever: lines; over two: a map, averaged over other levers; no grid: a dot for each point
HERE = system("dirname '".ARG0."'")."/"
load HERE."style.gp"
F = DIR."/sweep.csv"
if (!readable(F)) { print "sweep.gp: cannot read ".F; exit status 1 }
OFTALKS = lacks(F, "zone") ne "" && lacks(F, "agreement") eq ""
M = OFTALKS ? "agreement" : "zone"
LOW = lacks(F, "low_".M) eq "" ? "low_".M : M; HIGH = lacks(F, "high_".M) eq "" ? "high_".M : M   # older files have neither
MISSING = lacks(F, LEVERS." ".M)
if (MISSING ne "") { print "sweep.gp: no column ".MISSING." in ".F.": the picture needs the metric zone, or talks"; exit status 1 }
SHARE = OFTALKS ? "Share of runs whose talks end in agreement" : "Share of draws in which some package ".agreed("is acceptable to all", "passes")
if (AXES eq "") { AXES = LEVERS }
A = word(AXES, 1)
B = words(AXES) > 1 ? word(AXES, 2) : ""
GRID = KIND eq "grid"

# the different values of a lever: numbers rise, names come in the order of the levers' values
column_of(name) = "awk -F, -v c='".name."' 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == c) k = i; next } k && !seen[$k]++ { print $k }' '".F."'"
is_numeric(name) = system(column_of(name)." | grep -vcE '^[-+]?[0-9]*[.]?[0-9]+([eE][-+]?[0-9]+)?$' || true") eq "0"
known(name) = system("echo '".POINTS."' | tr ' ' '\\n' | sed -n 's/^".name."=//p' | tr -d '\"' | tr ',' ' '")
names(name) = words(known(name)) == int(system(column_of(name)." | wc -l")) ? known(name) : system(column_of(name)." | tr '\\n' ' '")
values(name) = is_numeric(name) ? system(column_of(name)." | sort -g | tr '\\n' ' '") : names(name)
# a line for each value of A, or of A and B: where they are, and the means of two columns over the rows that have
# them.  Where a list of values is given, a value's place in it; else the number itself
means(m, n) = "< awk -F, -v OFS=, -v a='".A."' -v b='".B."' -v m='".m."' -v n='".n."' -v xs='".XS."' -v ys='".YS."' '" \
  ."BEGIN { nx = split(xs, v, \" \"); for (i = 1; i <= nx; i++) px[v[i]] = i; ny = split(ys, v, \" \"); for (i = 1; i <= ny; i++) py[v[i]] = i; print \"x\", \"y\", \"mean\", \"other\" } " \
  ."NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } $at[m] != \"\" { x = $at[a]; y = b == \"\" ? 0 : $at[b]; key = (nx ? px[x] : x) OFS (ny ? py[y] : y); sum[key] += $at[m]; more[key] += $at[n]; rows[key]++ } " \
  ."END { for (key in sum) print key, sum[key] / rows[key], more[key] / rows[key] | \"sort -t, -k1,1g -k2,2g\" }' '".F."'"
is_issue(s) = strstrt(s, "issues.") == 1 && strstrt(s[8:*], ".") == 0
lever(s) = is_issue(s) ? issue(s[8:*]) : s
value_of(lever, s) = cut(is_issue(lever) ? level(lever[8:*], s) : spaced(s), 30)
shown(lever, s, numeric) = numeric ? sprintf("%.4g", real(s)) : value_of(lever, s)

numeric_a = is_numeric(A)
NX = int(system(column_of(A)." | wc -l"))
NY = B eq "" ? 0 : int(system(column_of(B)." | wc -l"))
MAP = GRID && B ne "" && NX <= 200 && NY <= 200   # cells; more of them are drawn as points
XS = MAP || !numeric_a ? values(A) : ""
numeric_b = B ne "" && is_numeric(B)
YS = MAP || (B ne "" && !numeric_b) ? values(B) : ""
MORE = words(LEVERS) > words(AXES) || (words(LEVERS) > 2 && words(AXES) > 2)
LINES = numeric_a && (GRID || words(LEVERS) == 1)
STYLE = LINES ? "linespoints" : "points"   # a macro, so before the block that has it
OTHERS = !MORE ? "" : GRID ? ", averaged over the other levers" : "; a dot for each point: the other levers vary as well"
set cbrange [0:1]
eval "set palette defined (".VIRIDIS.")"

if (B eq "") {
  NAMES = system("head -n 1 '".F."' | tr ',' '\\n' | sed -n 's/^accept_".DEAL."_//p' | tr '\\n' ' '")
  KEY = 1.6
  do for [i=1:words(NAMES)] { w = wide(cut(proposal(word(NAMES, i)), 40), 8.5) + 0.5; KEY = w > KEY ? w : KEY }
  SUB = SHARE.(LINES ? " (band: 95 % interval)" : GRID ? " (bars: 95 % interval)" : "").(words(NAMES) > 0 ? ", and in which ".agreed("all accept each proposal", "each proposal passes") : "").OTHERS
  PW = 4.8; L = 0.75; W = L + PW + KEY + 0.3; T = titled(W, SUB) + 0.1
  label(i) = fold(value_of(A, word(XS, i)), letters(PW/NX, 8.5) > 6 ? letters(PW/NX, 8.5) : 6, 3)
  DEEP = 0
  if (!numeric_a) { do for [i=1:NX] { n = newlines(label(i)); DEEP = n > DEEP ? n : DEEP } }
  FOOT = 0.75 + LEAD*8.5/12*DEEP; H = T + 3.2 + FOOT
  eval canvas(W, H)
  eval heading("SUB")
  set lmargin at screen sx(L); set rmargin at screen sx(L+PW); set tmargin at screen 1-sy(T); set bmargin at screen sy(FOOT)
  set yrange [0:1]; set ytics ("0 %%" 0, "20 %%" 0.2, "40 %%" 0.4, "60 %%" 0.6, "80 %%" 0.8, "100 %%" 1) font F85
  set xlabel lever(A) font F10 offset 0,-DEEP
  set xtics font F85 noenhanced
  set autoscale xfix
  if (!numeric_a) { set xrange [0.5:NX+0.5]; set xtics (); do for [i=1:NX] { set xtics add (tic(label(i)) i) } }
  set key at screen sx(L+PW+0.15), 1-sy(T) left top Left reverse font F85
  PT = NX > 60 && LINES ? 0 : dot(0.8)
  plot for [k=1:times(LINES)] means(LOW, HIGH) using 1:3:4 with filledcurves lc rgb BANNED notitle, \
       for [k=1:times(GRID && !numeric_a)] means(LOW, HIGH) using 1:((column(3)+column(4))/2):3:4 with yerrorbars pt -1 lw 1.6 lc rgb INK notitle, \
       means(M, M) using 1:3 with @STYLE lw 2.5 pt 7 ps PT lc rgb INK title OFTALKS ? "agreement" : "some package", \
       for [i=1:words(NAMES)] means("accept_".DEAL."_".word(NAMES, i), M) using 1:3 with @STYLE lw 1.6 pt mark(i) ps PT lc rgb hue(i) title cut(proposal(word(NAMES, i)), 40)
  exit
}

EMPTY = int(system("awk -F, -v m='".M."' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } $at[m] == \"\" { n++ } END { print n + 0 }' '".F."'"))
SUB = SHARE.", over “".lever(A)."” and “".lever(B)."”".OTHERS.(MAP && EMPTY > 0 ? " (grey: cannot be together)" : "")
PW = MAP ? (NX*0.5 < 3.4 ? 3.4 : NX*0.5 > 6.2 ? 6.2 : NX*0.5) : 4.8
PH = MAP ? (NY*0.45 < 2.4 ? 2.4 : NY*0.45 > 4.6 ? 4.6 : NY*0.45) : 3.6
CW = PW/(NX < 1 ? 1 : NX); CH = PH/(NY < 1 ? 1 : NY)
LX = 0; LY = 0.4
NX = words(XS); NY = words(YS)
array X[NX+1]; array Y[NY+1]
do for [i=1:NX] { X[i] = shown(A, word(XS, i), numeric_a); LX = wide(X[i], 8.5) > LX ? wide(X[i], 8.5) : LX }
do for [i=1:NY] { Y[i] = shown(B, word(YS, i), numeric_b); LY = wide(Y[i], 8.5) > LY ? wide(Y[i], 8.5) : LY }
SLANT = (MAP || !numeric_a) && LX + 0.08 > CW && !numeric_a
L = 0.6 + LY; FOOT = 0.65 + (SLANT ? LX*0.71 : 0)
L = SLANT && LX*0.71 - CW/2 + 0.1 > L ? LX*0.71 - CW/2 + 0.1 : L
W = L + PW + 1.3; T = titled(W, SUB) + 0.1; H = T + PH + FOOT
eval canvas(W, H)
eval heading("SUB")
set lmargin at screen sx(L); set rmargin at screen sx(L+PW); set tmargin at screen 1-sy(T); set bmargin at screen 1-sy(T+PH)
unset key
MOST = 0
if (EMPTY < rows(F)) { stats means(M, M) using 3 nooutput; MOST = STATS_max }
eval scaled(MOST)
set colorbox user origin screen sx(L+PW+0.15), 1-sy(T+PH) size screen sx(0.16), screen sy(PH) noborder
set label 6 (OFTALKS ? "talks end in agreement" : "some package ".agreed("is acceptable to all", "passes")) at screen sx(L+PW+0.98), 1-sy(T+PH/2) center rotate by 90 font F85 tc rgb INK
set label 3 lever(A) at screen sx(L+PW/2), sy(0.2) center noenhanced font F10 tc rgb INK
set label 4 fold(lever(B), letters(PH, 10), 2) at screen sx(0.2), 1-sy(T+PH/2) center rotate by 90 noenhanced font F10 tc rgb INK
if (SLANT) { set xtics rotate by 45 right }
set xtics font F85 noenhanced; set ytics font F85 noenhanced
STEPX = every(SLANT ? 0.17 : LX + 0.1, CW); STEPY = every(0.17, CH)
if (MAP || !numeric_a) { set xtics (); do for [i=1:NX] { if ((i-1) % STEPX == 0) { set xtics add (tic(X[i]) i) } } }
if (MAP || !numeric_b) { set ytics (); do for [i=1:NY] { if ((i-1) % STEPY == 0) { set ytics add (tic(Y[i]) i) } } }
if (!MAP) {
  set autoscale xfix
  if (!numeric_a) { set xrange [0.5:NX+0.5] }
  if (!numeric_b) { set yrange [0.5:NY+0.5] }
  plot means(M, M) using 1:2:3 with points pt 7 ps dot(rows(F) > 400 ? 0.6 : 1.1) lc palette
  exit
}
set xrange [0.5:NX+0.5]; set yrange [0.5:NY+0.5]
unset grid
set border 15 front lw 0.8 lc rgb INK
set object 1 rectangle from graph 0,0 to graph 1,1 behind fc rgb BANNED fs solid noborder
NUMBERS = NX*NY <= 120 && CW >= 0.32 && CH >= 0.17
EX = 0.5 + 0.006/CW; EY = 0.5 + 0.006/CH   # cells overlap a little: no hairlines between them
plot means(M, M) using 1:2:($1-EX):($1+EX):($2-EY):($2+EY):3 with boxxyerror fs solid 1.0 noborder lc palette, \
     for [k=1:times(NUMBERS)] means(M, M) using 1:2:(number(column(3))):(column(3) > 0.6*scale_end(MOST) ? 0x202020 : 0xFFFFFF) with labels center font F8 tc rgb variable
