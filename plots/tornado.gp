# tornado.gp - which number, drawn anew alone, changes each answer most often: a panel for each answer
# effects.csv: as study.gp has it
HERE = system("dirname '".ARG0."'")."/"
load HERE."study.gp"
MOST = 10; PANELS = 6   # bars of a panel; panels

N = NA > PANELS ? PANELS : NA
array BARS[N]; array TOP[N]
YESNO = is_answer(KIND[ASKED[1]])
# the length of a bar: the share of draws; of what is no yes or no, its typical change
length(v) = YESNO ? v : sqrt(v)
NAMES = 0.5; LONGEST = 0; PALE = 0
array HAS[words(PARTIES)+1]
do for [p=1:words(PARTIES)+1] { HAS[p] = 0 }
do for [i=1:N] {
  q = ASKED[i]
  BARS[i] = shown(q, MOST)
  do for [r=FIRST[q]:FIRST[q]+BARS[i]-1] {
    w = wide(cut(called(NUMBER[r]), 56), 8); NAMES = w > NAMES ? w : NAMES
    HAS[place(WHOSE[r])+1] = 1; PALE = PALE || LOW[r] <= 0
    LONGEST = length(HIGH[r]) > LONGEST ? length(HIGH[r]) : LONGEST
  }
}
LONGEST = LONGEST > 0 ? LONGEST : 1

# layout, in inches
BAR = 0.2; PW = 3.6
L = 0.15 + NAMES + 0.15
W = L + PW + 0.75
SUB = (YESNO ? "How often drawing one number anew, all others kept, changes the answer" : "By how much drawing one number anew, all others kept, changes it") \
  .": the numbers that do most. Whiskers: 95 % interval".(PALE ? "; pale: may be chance" : "").". Colour: whose number it is"
y = titled(W, SUB) + 0.16
KEYS = 0; x = 0.15
do for [p=1:words(PARTIES)+1] { k = p <= words(PARTIES) ? p : 0; if (HAS[k+1]) {
  KEYS = KEYS + 1; KEY[KEYS] = owner(k); KEYHUE[KEYS] = tint(k)
  y = keyed(KEYS, 0.15, W-0.15, x, y); x = KX[KEYS] + key_width(KEYS)
} }
y = y + 0.1
do for [i=1:N] {
  TOP[i] = y + 0.36
  y = TOP[i] + (BARS[i] > 0 ? BARS[i]*BAR + 0.08 : 0.2) + 0.06
}
H = y + 0.6 + (NA > N ? 0.25 : 0)

eval canvas(W, H)
eval heading("SUB")
do for [k=1:KEYS] { eval square(k, 900+k) }
do for [i=1:N] {
  set label 10+i cut(asked(ASKED[i]), letters(W-0.3, 9.5)) at screen sx(0.15), 1-sy(TOP[i]-0.16) left noenhanced font F95 tc rgb INK
  if (BARS[i] == 0) { set label 20+i nothing(ASKED[i]) at screen sx(0.3), 1-sy(TOP[i]+0.06) left font F85 tc rgb DIM }
}
if (NA > N) { set label 3 left_out(NA-N, "effects.csv") at screen sx(0.15), sy(0.17) left font F85 tc rgb DIM }
S = step(LONGEST, 5); END = ceil(LONGEST/S - 1e-9)*S
DAYS = KIND[ASKED[1]] eq "day"
UNIT = DAYS ? "days, root mean square" : YESNO ? "share of draws" : "percentage points, root mean square"
figure(v) = DAYS ? sprintf("%.1f", v) : !YESNO ? sprintf(END >= 0.1 ? "%.0f" : "%.1f", 100*v) : END >= 0.1 && v >= 0.0095 ? percent(v) : v < 0.0005 ? "<0.1 %" : sprintf("%.1f %%", 100*v)
h = BAR*0.38
line(r) = 0.04 + (r+0.5)*BAR
LAST = 0
do for [i=1:N] { LAST = BARS[i] > 0 ? i : LAST }
set multiplot
unset key; unset ytics
set grid noytics xtics
set lmargin at screen sx(L); set rmargin at screen sx(L+PW)
set xrange [0:END]
do for [i=1:N] { if (BARS[i] > 0) {
  PH = BARS[i]*BAR + 0.08
  set tmargin at screen 1-sy(TOP[i]); set bmargin at screen 1-sy(TOP[i]+PH)
  set yrange [PH:0]
  set xtics () font F85
  do for [j=0:int(END/S+0.5)] { set xtics add (i < LAST ? "" : sprintf(DAYS || !YESNO ? "%g" : "%g %%%%", j*S*(DAYS ? 1 : 100)) j*S) }
  if (i == LAST) { set xlabel UNIT font F9 tc rgb INK }
  do for [b=0:BARS[i]-1] {
    r = FIRST[ASKED[i]] + b
    v = length(FLIPS[r]); low = length(LOW[r]); high = length(HIGH[r])
    set label 100+b cut(called(NUMBER[r]), 56) at screen sx(L-0.1), 1-sy(TOP[i]+line(b)) right noenhanced font F8 tc rgb INK
    set object 100+b rectangle from 0, line(b)-h to v, line(b)+h fs solid (low > 0 ? 0.85 : 0.35) noborder fc rgb tint(place(WHOSE[r]))
    set arrow 100+b from low, line(b) to high, line(b) heads size screen sx(0.035), 90 lw 1.2 lc rgb INK front
    set label 200+b figure(v) at high, line(b) left offset 0.6,0 font F8 tc rgb INK
  }
  plot NaN notitle
  unset label; unset object; unset arrow
} }
if (LAST == 0) {
  unset border; unset tics; set yrange [0:1]
  plot NaN notitle
}
unset multiplot
