# gaps.gp - what each promise needs to be kept, and what the proposal carries
# phases.csv: proposal: a panel; phase party turn: a bar, by the party whose turn it is
#             gap gap_low gap_high: its height, and where eight of ten draws lie
#             penalty: what breaking off would cost there
HERE = system("dirname '".ARG0."'")."/"
load HERE."style.gp"
PHASES = DIR."/phases.csv"
if (!readable(PHASES)) { print "gaps.gp: cannot read ".PHASES; exit status 1 }
MISSING = lacks(PHASES, "proposal phase party gap gap_low gap_high penalty turn")
if (MISSING ne "") { print "gaps.gp: no column ".MISSING." in ".PHASES; exit status 1 }
NR = rows(PHASES)
SUB = "Expected penalty that would be needed for each promise to be kept, all later ones kept (bars; whiskers: eight of ten draws), and what breaking off costs under the proposal (lines)"
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

# layout, in inches
N = COUNT[1]
PW = 0.42*N < 4.2 ? 4.2 : 0.42*N; PH = 1.7
L = 0.75
W = L + PW + 0.25
T = titled(W, SUB) + 0.3
H = T + NP*(PH + 0.85) - 0.1
eval canvas(W, H)
eval heading("SUB")
ACTING = ""   # the parties that perform something
x = 0.15
do for [k=1:NPARTY] {
  shown = 0
  do for [i=1:N] { shown = shown || ACTOR[i] == k }
  if (shown) {
    ACTING = ACTING.sprintf(" %d", k)
    set object 100+k rectangle from screen sx(x), 1-sy(T-0.22) to screen sx(x+0.16), 1-sy(T-0.1) fs solid 0.85 noborder fc rgb hue(k)
    set label 100+k PARTY[k] at screen sx(x+0.24), 1-sy(T-0.16) left noenhanced font F85 tc rgb INK
    x = x + 0.5 + wide(PARTY[k], 8.5)
  }
}
set arrow 100 from screen sx(x), 1-sy(T-0.16) to screen sx(x+0.3), 1-sy(T-0.16) nohead lw 2.2 lc rgb INK
set label 200 "what breaking off costs, mean" at screen sx(x+0.38), 1-sy(T-0.16) left font F85 tc rgb INK
set multiplot
unset key
set border 3 back lw 0.8 lc rgb INK
set xrange [-0.6:N-0.4]; set yrange [0:TOPMOST]
set format y "%.2f"; set ytics font F8; set grid noxtics ytics
set ylabel "of all that is at stake (1)" font F85
unset xtics
do for [p=1:NP] {
  y = T + (p-1)*(PH+0.85) + 0.3
  set lmargin at screen sx(L); set rmargin at screen sx(L+PW)
  set tmargin at screen 1-sy(y); set bmargin at screen 1-sy(y+PH)
  set label 3 spaced(NAME[p]) at screen sx(L), 1-sy(y-0.13) left noenhanced font F95 tc rgb INK
  begin = 1
  do for [i=1:N] {   # a name under each phase, a line between two
    if (i == N || PHASE[i+1] ne PHASE[i]) {
      set label 300+i spaced(PHASE[i]) at first (begin+i)/2.-1, graph -0.1 center noenhanced font F85 tc rgb INK
      if (i < N) { set arrow 300+i from first i-0.5, graph 0 to first i-0.5, graph 1 nohead lw 0.6 dt (6,6) lc rgb "#B0B0B0" back }
      begin = i + 1
    }
  }
  f = FIRST[p]; l = f + COUNT[p] - 1
  plot for [k in ACTING] PHASES using (ACTOR[int($0)+1] == int(k) ? $0 : NaN):"gap":(0.62) every ::f::l with boxes fs solid 0.85 noborder lc rgb hue(int(k)), \
       PHASES using 0:"gap_low":(0):(column("gap_high")-column("gap_low")) every ::f::l with vectors heads size 0.06,90 lw 1 lc rgb GREY, \
       PHASES using ($0-0.4):"penalty":(0.8):(0) every ::f::l with vectors nohead lw 2.2 lc rgb INK
  if (p == 1) { unset object; unset arrow; unset label }
}
unset multiplot
