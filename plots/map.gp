# map.gp - how often all parties accept, over two issues
# pairs.csv: issue_a level_a index_a, issue_b level_b index_b: two issues and their levels
#            best_accept_all: colour and number; empty where every such package is forbidden
# proposals.csv: proposal, and the columns of the two issues: where the numbered discs go
# AXES: 'A B' puts A on x and B on y; '' takes the first pair in the file
HERE = system("dirname '".ARG0."'")."/"
load HERE."style.gp"
PAIRS = DIR."/pairs.csv"; PROPS = DIR."/proposals.csv"
if (!readable(PAIRS)) { print "map.gp: cannot read ".PAIRS; exit status 1 }
MISSING = lacks(PAIRS, "issue_a level_a issue_b level_b index_a index_b best_accept_".DEAL)
if (MISSING ne "") { print "map.gp: no column ".MISSING." in ".PAIRS; exit status 1 }

if (rows(PAIRS) == 0) {
  if (AXES ne "") { print "map.gp: no pairs of issues in ".PAIRS; exit status 1 }
  W = 6; H = 2; eval canvas(W, H)
  eval heading("''")
  set label 1 "one issue only: there is no pair to map; see the picture of levels" at screen 0.5,0.4 center font F10 tc rgb DIM
  unset border; unset tics; unset key; set xrange [0:1]; set yrange [0:1]
  plot NaN notitle
  exit
}

# which pair, and how many levels each issue has
if (AXES eq "") {
  stats PAIRS using (A = strcol("issue_a"), B = strcol("issue_b"), 1) every ::0::0 nooutput
} else { A = word(AXES, 1); B = word(AXES, 2) }
straight(i) = strcol("issue_a") eq A && strcol("issue_b") eq B
swapped(i) = strcol("issue_a") eq B && strcol("issue_b") eq A
ours(i) = straight(0) || swapped(0)
cx(i) = int(straight(0) ? column("index_a") : column("index_b"))
cy(i) = int(straight(0) ? column("index_b") : column("index_a"))
NX = 0; NY = 0
stats PAIRS using (ours(0) ? (NX = cx(0)+1 > NX ? cx(0)+1 : NX, NY = cy(0)+1 > NY ? cy(0)+1 : NY, 1) : 0) nooutput
if (NX == 0 || NY == 0) { print "map.gp: no pair of issues '".A."' and '".B."' in ".PAIRS; exit status 1 }
array X[NX]; array Y[NY]
do for [i=1:NX] { X[i] = "" }
do for [i=1:NY] { Y[i] = "" }
stats PAIRS using (ours(0) ? (X[cx(0)+1] = straight(0) ? strcol("level_a") : strcol("level_b"), \
                              Y[cy(0)+1] = straight(0) ? strcol("level_b") : strcol("level_a"), 1) : 0) nooutput
MOST = 0
stats PAIRS using (MOST = ours(0) && strcol("best_accept_".DEAL) ne "" && column("best_accept_".DEAL) > MOST ? column("best_accept_".DEAL) : MOST, 1) nooutput
EMPTY = 0
stats PAIRS using (EMPTY = EMPTY + (ours(0) && strcol("best_accept_".DEAL) eq ""), 1) nooutput

# proposals: their names and cells
NP = readable(PROPS) ? rows(PROPS) : 0
array P[NP+1]; array PX[NP+1]; array PY[NP+1]; array OWN[NP+1]
if (NP > 0) {
  stats PROPS using (P[int($0)+1] = strcol("proposal"), OWN[int($0)+1] = column("accept_".DEAL), PX[int($0)+1] = strcol(A), PY[int($0)+1] = strcol(B), 1) nooutput
}
do for [p=1:NP] {
  P[p] = cut(proposal(P[p]), 40).": ".number(OWN[p])." %"
  tx = PX[p]; ty = PY[p]; PX[p] = 0; PY[p] = 0
  do for [i=1:NX] { if (X[i] eq tx) { PX[p] = i } }
  do for [i=1:NY] { if (Y[i] eq ty) { PY[p] = i } }
}
NAMES = 0.5
do for [p=1:NP] { w = wide(P[p], 8); NAMES = w > NAMES ? w : NAMES }

# layout, in inches
PW = NX*0.62 < 3.2 ? 3.2 : NX*0.62 > 6.2 ? 6.2 : NX*0.62
PH = NY*0.52 < 2.4 ? 2.4 : NY*0.52 > 4.6 ? 4.6 : NY*0.52
CW = PW/NX; CH = PH/NY
LX = 0; LY = 0
do for [i=1:NX] { X[i] = cut(level(A, X[i]), 36); LX = wide(X[i], 8.5) > LX ? wide(X[i], 8.5) : LX }
do for [i=1:NY] { Y[i] = cut(level(B, Y[i]), 36); LY = wide(Y[i], 8.5) > LY ? wide(Y[i], 8.5) : LY }
TURN = LX + 0.08 > CW && (LX > 0.5 || NX <= 8)   # else every other number will do
STEPX = every(TURN ? 0.17 : LX + 0.08, CW); STEPY = every(0.17, CH)
XNAME = fold(issue(A), letters(PW, 10), 3); YNAME = fold(issue(B), letters(PH, 10), 3)
LINE = LEAD*10/12
L = 0.55 + LY + LINE*newlines(YNAME)
HANG = TURN ? LX*0.71 - CW/2 + 0.1 : 0   # how far the first slanted label reaches left of the frame
L = HANG > L ? HANG : L
FOOT = 0.5 + (TURN ? LX*0.71 : 0.12) + LINE*newlines(XNAME) + (EMPTY > 0 ? 0.2 : 0)
BAR = 1.25
W = L + PW + BAR + (NP > 0 ? 0.45 + NAMES : 0)
SUB = "Share of draws in which ".agreed("all accept the best package with these two terms", "the best package with these two terms passes").": “".issue(A)."” and “".issue(B)."”"
T = titled(W, SUB) + 0.1
LIST = NP*0.23 + 0.35
H = T + (PH + FOOT > LIST + 0.2 ? PH + FOOT : LIST + 0.2)

eval canvas(W, H)
eval heading("SUB")
set lmargin at screen sx(L); set rmargin at screen sx(L+PW)
set tmargin at screen 1-sy(T); set bmargin at screen 1-sy(T+PH)
set xrange [-0.5:NX-0.5]; set yrange [-0.5:NY-0.5]
unset grid; unset key
set border 15 front lw 0.8 lc rgb INK
set object 1 rectangle from graph 0,0 to graph 1,1 behind fc rgb BANNED fs solid noborder
if (TURN) { set xtics rotate by 45 right } else { set xtics norotate autojustify }
set xtics () font F85 noenhanced; set ytics () font F85 noenhanced
do for [i=1:NX] { if ((i-1) % STEPX == 0) { set xtics add (tic(X[i]) i-1) } }
do for [i=1:NY] { if ((i-1) % STEPY == 0) { set ytics add (tic(Y[i]) i-1) } }
set label 3 XNAME at screen sx(L+PW/2), 1-sy(T+PH+FOOT-LINE*newlines(XNAME)-(EMPTY > 0 ? 0.4 : 0.2)) center noenhanced font F10 tc rgb INK
set label 4 YNAME at screen sx(0.2), 1-sy(T+PH/2) center rotate by 90 noenhanced font F10 tc rgb INK
if (EMPTY > 0) { set label 5 "grey: every package with these two levels is off the table" at screen sx(L), 1-sy(T+PH+FOOT-0.16) left font F8 tc rgb DIM }
eval "set palette defined (".VIRIDIS.")"
eval scaled(MOST)
set colorbox user origin screen sx(L+PW+0.15), 1-sy(T+PH) size screen sx(0.16), screen sy(PH) noborder
set label 6 agreed("accepted by all", "passes").", best other terms" at screen sx(L+PW+0.94), 1-sy(T+PH/2) center rotate by 90 font F85 tc rgb INK

# discs: side by side, in rows, where several proposals share a cell
NUMBERS = NX*NY <= 80 && CH >= 0.18 && CW >= 0.34
BESIDE = NUMBERS && CH < 0.42   # low cells: the number left, the discs right
FIT = int((BESIDE ? CW/2 : CW) / 0.165); FIT = FIT < 1 ? 1 : FIT
array CELL[NX*NY]
do for [i=1:NX*NY] { CELL[i] = 0 }
do for [p=1:NP] { if (PX[p] > 0 && PY[p] > 0) { c = (PY[p]-1)*NX + PX[p]; CELL[c] = CELL[c] + 1 } }
array SEEN[NX*NY]
do for [i=1:NX*NY] { SEEN[i] = 0 }
do for [p=1:NP] {
  if (PX[p] > 0 && PY[p] > 0) {
    c = (PY[p]-1)*NX + PX[p]; k = SEEN[c]; SEEN[c] = k + 1; n = CELL[c]
    r = k / FIT; in_row = n - r*FIT < FIT ? n - r*FIT : FIT; nrow = (n + FIT - 1) / FIT
    x = PX[p]-1 + (BESIDE ? 0.25 : 0) + (k % FIT - (in_row-1)/2.) * 0.165/CW
    y = PY[p]-1 - (NUMBERS && !BESIDE ? 0.09/CH : 0) - (r - (nrow-1)/2.) * 0.155/CH
    eval badge(100 + 10*p, sprintf("first %.5f, first %.5f", x, y), sprintf("%d", p))
  }
}
if (NP > 0) {
  set label 7 "Proposals, as put" at screen sx(L+PW+BAR), 1-sy(T+0.1) left font F85 tc rgb DIM
}
do for [p=1:NP] {
  eval badge(5000 + 10*p, spot(L+PW+BAR+0.1, T+0.12+0.23*p), sprintf("%d", p))
  set label 5003+10*p P[p].(PX[p]*PY[p] == 0 ? " (other levels)" : "") at screen sx(L+PW+BAR+0.27), 1-sy(T+0.12+0.23*p) left noenhanced font F8 tc rgb INK
}

share(i) = strcol("best_accept_".DEAL) eq "" ? NaN : column("best_accept_".DEAL)
shown(i) = ours(0) && strcol("best_accept_".DEAL) ne ""
crowd(i) = ours(0) ? CELL[cy(0)*NX + cx(0) + 1] : 0
EX = 0.5 + 0.006/CW; EY = 0.5 + 0.006/CH   # cells overlap a little: no hairlines between them
plot PAIRS using (shown(0) ? cx(0) : NaN):(cy(0)):(cx(0)-EX):(cx(0)+EX):(cy(0)-EY):(cy(0)+EY):(share(0)) with boxxyerror fs solid 1.0 noborder lc palette, \
     for [k=1:times(NUMBERS)] PAIRS using (shown(0) ? cx(0) - (BESIDE && crowd(0) > 0 ? 0.25 : 0) : NaN): \
                 (cy(0) + (!BESIDE && crowd(0) > 0 ? (crowd(0) > FIT ? 0.17 : 0.12)/CH : 0)): \
                 (shown(0) ? number(share(0)) : ""):(shown(0) && share(0) > 0.6*scale_end(MOST) ? 0x202020 : 0xFFFFFF) with labels center font F8 tc rgb variable
