# forward.gp - how well each date's answers are given by what earlier dates teach, and how many worlds that leaves
# evidence.csv: a row for each date, in order: date, which may be empty; answers: so far
#               forward_brier, prior_brier, constant_brier: its marks above; ess: its mark below
# As words.gp says, what comes from a file stays in arrays.
HERE = system("dirname '".ARG0."'")."/"
load HERE."words.gp"
DATES = DIR."/evidence.csv"
if (!readable(DATES)) { print "forward.gp: cannot read ".DATES; exit status 1 }
MISSING = lacks(DATES, "date answers ess forward_brier prior_brier constant_brier")
if (MISSING ne "") { print "forward.gp: no column ".MISSING." in ".DATES; exit status 1 }
N = rows(DATES)
if (N == 0) { eval only_words("no answers on record"); exit status 0 }

cell(name) = strcol(name) eq "" ? NaN : column(name)
array DATE[N]; array NEW[N]; array ESS[N]; array FORWARD[N]; array PRIOR[N]; array CONSTANT[N]
SO_FAR = 0
seen(v) = v == v ? v : -1   # out of sight
evidence(i) = (DATE[i] = strcol("date"), NEW[i] = column("answers") - SO_FAR, SO_FAR = column("answers"), ESS[i] = cell("ess"), \
  FORWARD[i] = seen(cell("forward_brier")), PRIOR[i] = seen(cell("prior_brier")), CONSTANT[i] = seen(cell("constant_brier")), 1)
stats DATES using (evidence(int($0)+1)) nooutput
# times, in days; without them, places
array AT[N]
DATED = 1
do for [i=1:N] { DATED = DATED && DATE[i] ne "" }
do for [i=1:N] { AT[i] = DATED ? strptime("%Y-%m-%d", DATE[i])/86400 : i }
UPRIGHT = N > 10   # labels of dates: there is no room to write them across
said_at(i) = (DATE[i] eq "" ? "no date" : DATE[i]).(NEW[i] > 0 ? sprintf("%s%s answer%s", UPRIGHT ? ": " : "\n", thousands(NEW[i]), NEW[i] == 1 ? "" : "s") : "")

# layout, in inches: where each date is, and its label, which those next to it may push aside
NEED = UPRIGHT ? 0.2 : 0.7; EDGE = UPRIGHT ? 0.3 : 0.42
PW = (N-1)*NEED*(UPRIGHT ? 1 : 1.2) + 2*EDGE; PW = PW < 5 ? 5 : PW
INSIDE = PW - 2*EDGE; CLOSE = 0.13   # nearer by, marks would hide each other
NEAREST = INSIDE
do for [i=2:N] { if (DATED) { d = AT[N] > AT[1] ? INSIDE*(AT[i]-AT[i-1])/(AT[N]-AT[1]) : 0; NEAREST = d < NEAREST ? d : NEAREST } }
EVEN = DATED && NEAREST < CLOSE
if (EVEN) { do for [i=1:N] { AT[i] = i } }
array X[N]; array LX[N]; array LEFTMOST[N]; array RIGHTMOST[N]
fits(x, i) = x < EDGE + (i-1)*NEED ? EDGE + (i-1)*NEED : x > PW - EDGE - (N-i)*NEED ? PW - EDGE - (N-i)*NEED : x
do for [i=1:N] {
  X[i] = AT[N] > AT[1] ? EDGE + INSIDE*(AT[i]-AT[1])/(AT[N]-AT[1]) : PW/2.
  x = fits(X[i], i); RIGHTMOST[i] = x
  if (i > 1) { RIGHTMOST[i] = RIGHTMOST[i-1] + NEED > x ? RIGHTMOST[i-1] + NEED : x }
}
do for [k=1:N] {
  i = N+1-k; x = fits(X[i], i); LEFTMOST[i] = x
  if (i < N) { LEFTMOST[i] = LEFTMOST[i+1] - NEED < x ? LEFTMOST[i+1] - NEED : x }
  LX[i] = (LEFTMOST[i] + RIGHTMOST[i])/2
}
WORDS = UPRIGHT ? 0.5 : 0.4; HIGHEST = 0.3; LEAST = 100; MOST = 1000
do for [i=1:N] {
  w = UPRIGHT ? wide(said_at(i), 8) : 0; WORDS = w > WORDS ? w : WORDS
  HIGHEST = FORWARD[i] > HIGHEST ? FORWARD[i] : HIGHEST
  HIGHEST = PRIOR[i] > HIGHEST ? PRIOR[i] : HIGHEST
  HIGHEST = CONSTANT[i] > HIGHEST ? CONSTANT[i] : HIGHEST
  if (ESS[i] > 0) { LEAST = ESS[i] < LEAST ? ESS[i] : LEAST; MOST = ESS[i] > MOST ? ESS[i] : MOST }
}
L = 0.85; RIGHT = 0.85; PH = 2.1; PH2 = 1.1; GAP = 0.2
W = L + PW + RIGHT
SUB = "Brier score of each date's answers, by chances that are learned from earlier dates only; the lower, the better (0: always right). " \
  ."Below: how many worlds count after each date's answers" \
  .(EVEN ? ". Dates are evenly spaced" : "")
T = titled(W, SUB) + 0.42
T2 = T + PH + GAP
DROP = 0.22   # from the axis to the labels of dates
H = T2 + PH2 + DROP + WORDS + 0.1

eval canvas(W, H)
eval heading("SUB")
# which mark is which, above the frame
array KEYS[3]
KEYS[1] = "learned from earlier dates"; KEYS[2] = "before learning"; KEYS[3] = "base rate: the share of the others that accept"
x = 0.15
do for [k=1:3] {
  set label 10+2*k "" at screen sx(x+0.06), 1-sy(T-0.18) point pt int(word("7 6 5", k)) ps dot(1) lw 1.3 lc rgb word(hue(1)." ".INK." ".GREY, k)
  set label 11+2*k KEYS[k] at screen sx(x+0.18), 1-sy(T-0.18) left font F85 tc rgb INK
  x = x + 0.18 + wide(KEYS[k], 8.5) + 0.15
}
set label 1 "Brier score" at screen sx(0.2), 1-sy(T+PH/2) center rotate by 90 font F9 tc rgb INK
set label 2 "worlds" at screen sx(0.2), 1-sy(T2+PH2/2) center rotate by 90 font F9 tc rgb INK
inch(x) = sx(L + x)
do for [i=1:N] {
  if (UPRIGHT) { set label 100+i said_at(i) at screen inch(LX[i]), 1-sy(T2+PH2+DROP) right rotate by 90 noenhanced font F8 tc rgb INK } else {
    set label 100+i said_at(i) at screen inch(LX[i]), 1-sy(T2+PH2+DROP+0.08) center noenhanced font F8 tc rgb INK
  }
  set arrow 100+i from screen inch(X[i]), 1-sy(T2+PH2) to screen inch(LX[i]), 1-sy(T2+PH2+DROP-0.05) nohead lw 0.7 lc rgb GREY
}
set multiplot
unset key; unset xtics
set xrange [0:PW]
set lmargin at screen sx(L); set rmargin at screen sx(L+PW)
set grid noxtics ytics

set tmargin at screen 1-sy(T); set bmargin at screen 1-sy(T+PH)
HIGHEST = 1.04*HIGHEST; S = step(HIGHEST, 8)
set yrange [0:ceil(HIGHEST/S-1e-9)*S]
set ytics S font F8
do for [i=1:N] { set arrow 1000+i from X[i], graph 0 to X[i], graph 1 nohead lw 0.5 lc rgb "#E2E2E2" back }
set arrow 1 from 0, 0.25 to PW, 0.25 nohead lw 1 dt 2 lc rgb DIM back
set label 3 "a coin" at PW, 0.25 left offset 0.6,0 font F8 tc rgb DIM
ASIDE = 0.06   # next to one another, so that equals show
plot DATES using (X[int($0)+1]+ASIDE):(CONSTANT[int($0)+1]) with points pt 5 ps dot(0.95) lc rgb GREY, \
     DATES using (X[int($0)+1]-ASIDE):(PRIOR[int($0)+1]) with points pt 6 ps dot(1.05) lw 1.3 lc rgb INK, \
     DATES using (X[int($0)+1]):(FORWARD[int($0)+1]) with points pt 7 ps dot(1.05) lc rgb hue(1)
unset label; unset arrow 1
do for [i=1:N] { unset arrow 100+i }

set tmargin at screen 1-sy(T2); set bmargin at screen 1-sy(T2+PH2)
set logscale y
LEAST = 10**floor(log10(LEAST)+1e-9)
set yrange [LEAST*0.7:MOST*1.5]
unset ytics; set ytics nomirror out scale 0.6 font F8; set ytics ()
v = LEAST
while (v < 1.5*MOST) { set ytics add ((v < 1 ? sprintf("%g", v) : thousands(v+0.5)) v); v = v*10 }
do for [i=1:N] { set arrow 1000+i from X[i], graph 0 to X[i], graph 1 nohead lw 0.5 lc rgb "#E2E2E2" back }
set arrow 1 from 0, 100 to PW, 100 nohead lw 1 dt 2 lc rgb DIM back
set label 4 "rough below" at PW, 100 left offset 0.6,0 font F8 tc rgb DIM
plot DATES using (X[int($0)+1]):(ESS[int($0)+1]) with lines lw 1.2 lc rgb hue(1), \
     DATES using (X[int($0)+1]):(ESS[int($0)+1]) with points pt 7 ps dot(0.8) lc rgb hue(1)
unset multiplot
