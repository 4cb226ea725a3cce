# moved.gp - which numbers the record moves, and how far
# posterior_numbers.csv: path, scenario: a row; moved, low_moved, high_moved: its bar and interval, furthest
#                        first; prior_mean, mean: its number before and after
# As words.gp says, what comes from a file stays in arrays.
HERE = system("dirname '".ARG0."'")."/"
load HERE."words.gp"
NUMBERS = DIR."/posterior_numbers.csv"
if (!readable(NUMBERS)) { print "moved.gp: cannot read ".NUMBERS; exit status 1 }
MISSING = lacks(NUMBERS, "path scenario prior_mean mean moved low_moved high_moved")
if (MISSING ne "") { print "moved.gp: no column ".MISSING." in ".NUMBERS; exit status 1 }
MOST = 20; LEAST = 5   # rows that are shown; so many even where it may be sampling
N = rows(NUMBERS)
if (N == 0) { eval only_words("no uncertain numbers in these scenarios"); exit status 0 }

cell(name) = strcol(name) eq "" ? NaN : column(name)
array PATH[N]; array SCENARIO[N]; array BEFORE[N]; array AFTER[N]; array MOVED[N]; array LOW[N]; array HIGH[N]
moved(i) = (PATH[i] = strcol("path"), SCENARIO[i] = strcol("scenario"), BEFORE[i] = cell("prior_mean"), AFTER[i] = cell("mean"), \
  MOVED[i] = cell("moved"), LOW[i] = cell("low_moved"), HIGH[i] = cell("high_moved"), 1)
stats NUMBERS using (moved(int($0)+1)) nooutput
# those that stand first and have moved by more than sampling leaves open
surely(i) = LOW[i] > 0 || HIGH[i] < 0
CLEAR = 0
do for [i=1:N] { CLEAR = CLEAR + surely(i) }
SHOWN = CLEAR > MOST ? MOST : CLEAR < LEAST ? LEAST : CLEAR
SHOWN = SHOWN > N ? N : SHOWN

# in words
whose(path) = strstrt(path, ".") > 1 ? place(path[1:strstrt(path, ".")-1]) : 0
row(i) = (SCENARIO[i] eq "" ? "" : cut(spaced(SCENARIO[i]), 28).": ").cut(called(PATH[i]), 68)
# three digits of the larger of two numbers, as many after the point of the other
far(a, b) = abs(a) > abs(b) ? abs(a) : abs(b)
after_point(m) = m > 0 ? 2 - floor(log10(m)) : 2
rounded(v, n) = n > 6 ? sprintf("%.2e", v) : sprintf(sprintf("%%.%df", n < 0 ? 0 : n), v)
signed(v, n) = (v < 0 && rounded(-v, n) + 0 > 0 ? "−" : "").rounded(abs(v), n)
figures(a, b) = a == a && b == b ? signed(a, after_point(far(a, b)))." → ".signed(b, after_point(far(a, b))) : ""

# layout, in inches
ROW = 0.22; PW = 3.2
FIGURED = "mean before → after"; NAMES = 0.5; FIGURES = wide(FIGURED, 8); LEFT = 0; RIGHT = 0; ROLLS = 0; PALE = 0
array HAS[words(PARTIES)+1]
do for [p=1:words(PARTIES)+1] { HAS[p] = 0 }
do for [i=1:SHOWN] {
  w = wide(row(i), 8); NAMES = w > NAMES ? w : NAMES
  w = wide(figures(BEFORE[i], AFTER[i]), 8); FIGURES = w > FIGURES ? w : FIGURES
  do for [v in sprintf("%.9g %.9g %.9g", MOVED[i], LOW[i], HIGH[i])] { LEFT = v < LEFT ? v : LEFT; RIGHT = v > RIGHT ? v : RIGHT }
  ROLLS = ROLLS || is_line(PATH[i]); PALE = PALE || !surely(i)
  HAS[whose(PATH[i])+1] = 1
}
S = step(RIGHT-LEFT, 6)
BEGIN = floor(LEFT/S + 1e-9)*S; END = ceil(RIGHT/S - 1e-9)*S
END = END > BEGIN ? END : BEGIN + S
L = 0.15 + NAMES + 0.15
W = L + PW + 0.2 + FIGURES + 0.15
SUB = (CLEAR == 0 ? "The record moves no number by more than sampling leaves open; the first numbers of posterior_numbers.csv" \
  : "How far the record moves the mean of each number: those that move by more than sampling leaves open") \
  .". Whiskers: 95 % interval".(PALE && CLEAR > 0 ? "; pale: may be sampling" : "").". Colour: whose number it is"
y = titled(W, SUB) + 0.16
KEYS = 0; x = 0.15
do for [p=1:words(PARTIES)+1] { k = p <= words(PARTIES) ? p : 0; if (HAS[k+1]) {
  KEYS = KEYS + 1; KEY[KEYS] = owner(k); KEYHUE[KEYS] = tint(k)
  y = keyed(KEYS, 0.15, W-0.15, x, y); x = KX[KEYS] + key_width(KEYS)
} }
T = y + 0.4
PH = SHOWN*ROW + 0.08
NOTE = ROLLS ? "“whether x holds”: a roll from 0 to 1, and x holds where it is below the probability; to the left: likelier to hold" : ""
LEFTOUT = CLEAR > SHOWN ? sprintf("left out: %d more number%s that move%s so, which posterior_numbers.csv has", CLEAR-SHOWN, CLEAR-SHOWN == 1 ? "" : "s", CLEAR-SHOWN == 1 ? "s" : "") : ""
NOTE = even(NOTE, letters(W-0.3, 8.5))
LINES = (NOTE eq "" ? 0 : 1 + newlines(NOTE)) + (LEFTOUT ne "")
H = T + PH + 0.6 + (LINES ? 0.06 : 0) + 0.2*LINES

eval canvas(W, H)
eval heading("SUB")
do for [k=1:KEYS] { eval square(k, 900+k) }
set lmargin at screen sx(L); set rmargin at screen sx(L+PW)
set tmargin at screen 1-sy(T); set bmargin at screen 1-sy(T+PH)
set xrange [BEGIN:END]; set yrange [PH:0]
unset key; unset ytics
set border 1
set grid noytics xtics
set xtics S font F8
set label 4 "how far the mean moves, in standard deviations before learning" at screen sx(L+PW/2), 1-sy(T+PH+0.42) center font F9 tc rgb INK
set label 1 FIGURED at screen sx(L+PW+0.2), 1-sy(T-0.1) left font F8 tc rgb DIM
set label 2 NOTE at screen sx(0.15), sy(0.17+0.2*(LINES-1)) left font F85 tc rgb DIM
if (LEFTOUT ne "") { set label 3 LEFTOUT at screen sx(0.15), sy(0.17) left font F85 tc rgb DIM }
set arrow 1 from 0, 0 to 0, PH nohead lw 1 lc rgb INK front
h = ROW*0.34
line(i) = 0.04 + (i-0.5)*ROW
do for [i=1:SHOWN] {
  set label 100+i row(i) at screen sx(L-0.1), 1-sy(T+line(i)) right noenhanced font F8 tc rgb INK
  set label 200+i figures(BEFORE[i], AFTER[i]) at screen sx(L+PW+0.2), 1-sy(T+line(i)) left font F8 tc rgb INK
  if (MOVED[i] == MOVED[i]) {
    set object 100+i rectangle from 0, line(i)-h to MOVED[i], line(i)+h fs solid (surely(i) ? 0.85 : 0.35) noborder fc rgb tint(whose(PATH[i]))
    if (LOW[i] <= HIGH[i]) { set arrow 100+i from LOW[i], line(i) to HIGH[i], line(i) heads size screen sx(0.035), 90 lw 1.2 lc rgb INK front }
  }
}
plot NaN notitle
