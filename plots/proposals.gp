# proposals.gp - how often each party, and all of them, accept each proposal
# proposals.csv: proposal: a group of bars
#                accept_PARTY, accept_all: their lengths; low_, high_ of each: whiskers, the 95 % interval
#                recorded_PARTY: what the record says; may be empty
HERE = system("dirname '".ARG0."'")."/"
load HERE."style.gp"
PROPS = DIR."/proposals.csv"
if (!readable(PROPS)) { print "proposals.gp: cannot read ".PROPS; exit status 1 }
MISSING = lacks(PROPS, "proposal accept_".DEAL." ".each("accept_", PARTIES).each("recorded_", PARTIES))
if (MISSING ne "") { print "proposals.gp: no column ".MISSING." in ".PROPS; exit status 1 }
N = rows(PROPS)
if (N == 0) {
  W = 6; H = 2; eval canvas(W, H)
  eval heading("''")
  set label 1 "no proposals in this scenario" at screen 0.5,0.4 center font F10 tc rgb DIM
  unset border; unset tics; unset key; set xrange [0:1]; set yrange [0:1]
  plot NaN notitle
  exit
}

# names and recorded answers
NPARTY = words(PARTIES); NB = NPARTY + 1
who(k) = k <= NPARTY ? word(PARTIES, k) : DEAL
shown(k) = k <= NPARTY ? cut(PARTY[k], 30) : WHOEVER
array NAME[N]; array SAID[N*NPARTY]
NAMES = 0; RECORD = 0; ANSWERS = 0
stats PROPS using (NAME[int($0)+1] = proposal(strcol("proposal")), 1) nooutput
do for [k=1:NPARTY] { stats PROPS using (SAID[int($0)*NPARTY+k] = strcol("recorded_".word(PARTIES, k)), 1) nooutput }
do for [i=1:N] { NAME[i] = fold(NAME[i], 30, 3); w = wide(cut(NAME[i], 30), 9.5); NAMES = w > NAMES ? w : NAMES }
do for [i=1:N*NPARTY] { ANSWERS = ANSWERS || SAID[i] ne "" }
do for [k=1:NB] { w = wide(shown(k), 8); RECORD = w > RECORD ? w : RECORD }

LOW = lacks(PROPS, "low_".DEAL) eq "" ? "low_" : "accept_"; HIGH = lacks(PROPS, "high_".DEAL) eq "" ? "high_" : "accept_"   # older files have neither
v(k) = column("accept_".who(k)); low(k) = column(LOW.who(k)); high(k) = column(HIGH.who(k))

# layout, in inches: party names next to their bars, proposals left of them
BAR = 0.21; SPACE = 0.16
GROUP = NB*BAR + SPACE
PW = 4.6; PH = N*GROUP + 0.08
L = 0.15 + NAMES + 0.2 + RECORD + 0.12
RIGHT = ANSWERS ? 1.35 : 0.6
W = L + PW + RIGHT
SUB = "Share of draws in which each party accepts".agreed("", ", and in which it passes")."; whiskers: 95 % interval"
T = titled(W, SUB) + (ANSWERS ? 0.22 : 0.05)
H = T + PH + 0.55

eval canvas(W, H)
eval heading("SUB")
set lmargin at screen sx(L); set rmargin at screen sx(L+PW)
set tmargin at screen 1-sy(T); set bmargin at screen 1-sy(T+PH)
# y in inches from the top of the frame
set yrange [PH:0]; set xrange [0:1]
set border 3 back lw 0.8 lc rgb INK
unset ytics; unset key
set grid noytics xtics
set xtics ("0 %%" 0, "20 %%" 0.2, "40 %%" 0.4, "60 %%" 0.6, "80 %%" 0.8, "100 %%" 1)
set xtics font F85
set xlabel "share of draws" font F9
at(i, k) = 0.04 + SPACE/2 + (i-1)*GROUP + (k-0.5)*BAR
do for [i=1:N] {
  set label 100+i NAME[i] at screen sx(0.15), 1-sy(T+at(i, (NB+1)/2.)-0.08*newlines(NAME[i])) left noenhanced font F95 tc rgb INK
  do for [k=1:NB] {
    set label 1000+i*20+k shown(k) at screen sx(L-0.1), 1-sy(T+at(i, k)) right noenhanced font F8 tc rgb (k == NB ? INK : DIM)
    if (k <= NPARTY) {
      if (SAID[(i-1)*NPARTY+k] ne "") {
        set label 4000+i*20+k SAID[(i-1)*NPARTY+k] at screen sx(L+PW+0.6), 1-sy(T+at(i, k)) left noenhanced font F8 tc rgb INK
      }
    }
  }
  if (i > 1) { set arrow i from screen sx(0.15), 1-sy(T+at(i,0.5)-SPACE/2) to screen sx(W-0.15), 1-sy(T+at(i,0.5)-SPACE/2) nohead lw 0.5 lc rgb "#D0D0D0" back }
}
if (ANSWERS) { set label 3 "on record" at screen sx(L+PW+0.6), 1-sy(T-0.1) left font F8 tc rgb DIM }
y(k) = at(int($0)+1, k)
colour(k) = k <= NPARTY ? hue(k) : INK
h = BAR*0.4
plot for [k=1:NB] PROPS using (0):(y(k)):(0):(v(k)):(y(k)-h):(y(k)+h) with boxxyerror fs solid 0.85 noborder lc rgb colour(k), \
     for [k=1:NB] PROPS using (v(k)):(y(k)):(low(k)):(high(k)) with xerrorbars pt -1 lw 1.2 lc rgb (k == NB ? GREY : INK), \
     for [k=1:NB] PROPS using (high(k)):(y(k)):(percent(v(k))) with labels left offset 0.6,0 font F8 tc rgb INK
