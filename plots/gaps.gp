# gaps.gp - what each promise needs to be kept, what breaking it costs, and how often breaking it pays
# phases.csv: proposal: a row of panels; phase turn party: a step, in the colour of the party whose turn it is
#             gap gap_low gap_high: its bar, and where eight of ten draws lie; penalty: a mark, the mean cost
#             breaking_pays: the bar at the right: the share of draws in which the gap is above the cost of the same draw
HERE = system("dirname '".ARG0."'")."/"
load HERE."style.gp"
PHASES = DIR."/phases.csv"
if (!readable(PHASES)) { print "gaps.gp: cannot read ".PHASES; exit status 1 }
MISSING = lacks(PHASES, "proposal phase party gap gap_low gap_high penalty turn")
if (MISSING ne "") { print "gaps.gp: no column ".MISSING." in ".PHASES; exit status 1 }
NR = rows(PHASES)
PAYS = lacks(PHASES, "breaking_pays") eq ""   # older files have no such column
SUB = "What would have to be lost by breaking off for each step to be performed, all later ones being performed (bars: mean; whiskers: eight of ten draws), and what breaking off costs under the proposal (marks: mean)" \
  .(PAYS ? "; at the right how often the first is more than the second" : "")
if (NR == 0) {
  W = 6; H = 2; eval canvas(W, H)
  eval heading("SUB")
  set label 1 "no proposals in this scenario" at screen 0.5,0.3 center font F10 tc rgb DIM
  unset border; unset tics; unset key; set xrange [0:1]; set yrange [0:1]
  plot NaN notitle
  exit
}
NPARTY = words(PARTIES)
who(name) = who_from(name, 1)
who_from(name, k) = k > NPARTY ? 0 : word(PARTIES, k) eq name ? k : who_from(name, k+1)

# panels: first row and number of steps of each proposal
array NAME[NR]; array FIRST[NR]; array COUNT[NR]
array PHASE[NR]; array ACTOR[NR]; array TURN[NR]
NP = 0
entry(row) = (PHASE[row+1] = strcol("phase"), ACTOR[row+1] = who(strcol("party")), TURN[row+1] = column("turn"), \
  (NP == 0 || NAME[NP] ne strcol("proposal")) ? (NP = NP + 1, NAME[NP] = strcol("proposal"), FIRST[NP] = row, COUNT[NP] = 1, 0) : \
  (COUNT[NP] = COUNT[NP] + 1, 0))
stats PHASES using (entry(int($0))) nooutput
stats PHASES using "gap_high" nooutput; TOPMOST = STATS_max
stats PHASES using "gap" nooutput; TOPMOST = STATS_max > TOPMOST ? STATS_max : TOPMOST
stats PHASES using "penalty" nooutput; TOPMOST = 1.15*(STATS_max > TOPMOST ? STATS_max : TOPMOST)
if (TOPMOST <= 0) { TOPMOST = 0.1 }

# layout, in inches: names of the steps, gaps, shares
N = COUNT[1]
TURNS = 1
do for [i=1:N] { TURNS = TURN[i] > TURNS ? TURN[i] : TURNS }
step_name(i) = cut(ACTOR[i] > 0 ? PARTY[ACTOR[i]] : "?", 24).(TURNS > 1 ? sprintf(", turn %d", TURN[i]) : "")
NAMES = 0; PHASES_WIDE = 0
do for [i=1:N] {
  w = wide(step_name(i), 8); NAMES = w > NAMES ? w : NAMES
  w = wide(cut(phase_title(PHASE[i]), 24), 8.5); PHASES_WIDE = w > PHASES_WIDE ? w : PHASES_WIDE
}
ROW = 0.2; PH = N*ROW + 0.06; PW = 3.4; QW = 1.7
L = 0.15 + PHASES_WIDE + 0.2 + NAMES + 0.12
QL = L + PW + 0.35
W = QL + (PAYS ? QW + 0.5 : 0)
T = titled(W, SUB) + 0.3
BETWEEN = 0.95
H = T + NP*(PH + BETWEEN) + 0.05
eval canvas(W, H)
eval heading("SUB")
x = 0.15; ACTING = ""
do for [k=1:NPARTY] {
  acts = 0
  do for [i=1:N] { acts = acts || ACTOR[i] == k }
  if (acts) {
    ACTING = ACTING.sprintf(" %d", k)
    set object 100+k rectangle from screen sx(x), 1-sy(T-0.22) to screen sx(x+0.16), 1-sy(T-0.1) fs solid 0.85 noborder fc rgb hue(k)
    set label 100+k PARTY[k] at screen sx(x+0.24), 1-sy(T-0.16) left noenhanced font F85 tc rgb INK
    x = x + 0.5 + wide(PARTY[k], 8.5)
  }
}
set arrow 100 from screen sx(x+0.08), 1-sy(T-0.24) to screen sx(x+0.08), 1-sy(T-0.08) nohead lw 2.6 lc rgb INK
set label 200 "cost of breaking off, mean over draws" at screen sx(x+0.18), 1-sy(T-0.16) left font F85 tc rgb INK
set multiplot
unset key
set border 3 back lw 0.8 lc rgb INK
unset ytics
set grid noytics xtics
set yrange [PH:0]
line(i) = 0.03 + (i-0.5)*ROW
h = ROW*0.34
S = step(TOPMOST, 5)
do for [p=1:NP] {
  y = T + (p-1)*(PH+BETWEEN) + 0.35
  set tmargin at screen 1-sy(y); set bmargin at screen 1-sy(y+PH)
  set label 3 cut(proposal(NAME[p]), letters(W-0.3, 9.5)) at screen sx(0.15), 1-sy(y-0.15) left noenhanced font F95 tc rgb INK
  begin = 1
  do for [i=1:N] {   # a name beside each phase, a line between two
    set label 600+i step_name(i) at screen sx(L-0.1), 1-sy(y+line(i)) right noenhanced font F8 tc rgb INK
    if (i == N || PHASE[i+1] ne PHASE[i]) {
      set label 300+i cut(phase_title(PHASE[i]), 24) at screen sx(0.15), 1-sy(y+line(begin)) left noenhanced font F85 tc rgb DIM
      if (i < N) { set arrow 300+i from screen sx(0.15), 1-sy(y+line(i)+ROW/2) to screen sx(PAYS ? QL+QW : L+PW), 1-sy(y+line(i)+ROW/2) nohead lw 0.6 lc rgb "#D0D0D0" back }
      begin = i + 1
    }
  }
  f = FIRST[p]; l = f + COUNT[p] - 1
  set lmargin at screen sx(L); set rmargin at screen sx(L+PW)
  set xrange [0:TOPMOST]
  set xtics 0,S font F8 format "%g"
  set xlabel "of all that is at stake (1)" font F85
  plot for [k in ACTING] PHASES using (0):(line($0+1)):(0):(ACTOR[f+int($0)+1] == int(k) ? column("gap") : NaN):(line($0+1)-h):(line($0+1)+h) every ::f::l with boxxyerror fs solid 0.85 noborder lc rgb hue(int(k)), \
       PHASES using "gap_low":(line($0+1)):(column("gap_high")-column("gap_low")):(0) every ::f::l with vectors nohead lw 1.2 lc rgb INK, \
       PHASES using "penalty":(line($0+1)-0.45*ROW):(0):(0.9*ROW) every ::f::l with vectors nohead lw 2.6 lc rgb INK
  unset label; unset arrow; unset object
  if (PAYS) {
    set lmargin at screen sx(QL); set rmargin at screen sx(QL+QW)
    set xrange [0:1]; set xtics ("0 %%" 0, "50 %%" 0.5, "100 %%" 1) font F8
    set xlabel "share of draws in which\nbreaking off pays" font F85
    plot for [k in ACTING] PHASES using (0):(line($0+1)):(0):(ACTOR[f+int($0)+1] == int(k) ? column("breaking_pays") : NaN):(line($0+1)-h):(line($0+1)+h) every ::f::l with boxxyerror fs solid 0.85 noborder lc rgb hue(int(k)), \
         PHASES using "breaking_pays":(line($0+1)):(percent(column("breaking_pays"))) every ::f::l with labels left offset 0.5,0 font F75 tc rgb INK
  }
}
unset multiplot
