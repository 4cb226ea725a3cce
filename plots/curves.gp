# curves.gp - how each answer moves along the numbers that change it most often: a row for each
#             answer, a panel for each number
# effects.csv: as study.gp has it
# curves.csv: output proposal party number: a curve; at: where along the number; mean low high: the
#             share of draws with a yes there, and its interval of 95 %; of completes and day their mean
HERE = system("dirname '".ARG0."'")."/"
load HERE."study.gp"
CURVES = DIR."/curves.csv"
if (!readable(CURVES)) { print "curves.gp: cannot read ".CURVES; exit status 1 }
MISSING = lacks(CURVES, "output proposal party number at mean low high")
if (MISSING ne "") { print "curves.gp: no column ".MISSING." in ".CURVES; exit status 1 }
ROWS = 4; COLS = 4
BINS = 16   # as many points have curves of numbers of any value; others have a point for each value

# curves of the file: question, number, its rows; the values it goes along, and those it takes
NR = rows(CURVES)
array OF[NR+1]; array ALONG[NR+1]; array FROM[NR+1]; array COUNT[NR+1]; array X0[NR+1]; array X1[NR+1]; array Y0[NR+1]; array Y1[NR+1]
asked_at(q) = q > NQ ? 0 : is_question(q) ? q : asked_at(q+1)
NC = 0; Q = 0
begin(row) = (Q = is_question(Q) ? Q : asked_at(1), (NC > 0 && OF[NC] == Q && ALONG[NC] eq strcol("number")) ? 0 : \
  (NC = NC + 1, OF[NC] = Q, ALONG[NC] = strcol("number"), FROM[NC] = row, COUNT[NC] = 0, X0[NC] = column("at"), X1[NC] = X0[NC], Y0[NC] = 1e300, Y1[NC] = -1e300, 0))
grow(x, low, high) = (COUNT[NC] = COUNT[NC] + 1, X0[NC] = x < X0[NC] ? x : X0[NC], X1[NC] = x > X1[NC] ? x : X1[NC], \
  Y0[NC] = low < Y0[NC] ? low : Y0[NC], Y1[NC] = high > Y1[NC] ? high : Y1[NC], 0)
if (NR > 0) { stats CURVES using (begin(int($0)), grow(column("at"), column("low"), column("high"))) nooutput }

# panels: the curve of each, and whose number it is
N = NA > ROWS ? ROWS : NA
array PANEL[N*COLS]; array WHOM[N*COLS]; array WIDTH[N]; array DEEP[N]; array HAS[words(PARTIES)+1]
do for [p=1:words(PARTIES)+1] { HAS[p] = 0 }
WIDEST = 1
do for [i=1:N] {
  q = ASKED[i]; WIDTH[i] = 0
  do for [r=FIRST[q]:FIRST[q]+shown(q, COLS)-1] {
    do for [c=1:NC] { if (OF[c] == q && ALONG[c] eq NUMBER[r]) {
      WIDTH[i] = WIDTH[i] + 1; PANEL[(i-1)*COLS+WIDTH[i]] = c; WHOM[(i-1)*COLS+WIDTH[i]] = place(WHOSE[r]); HAS[place(WHOSE[r])+1] = 1
    } }
  }
  WIDEST = WIDTH[i] > WIDEST ? WIDTH[i] : WIDEST
}

# a path on two lines, broken behind a dot or a blank
joint(s, n) = n < 1 ? 0 : s[n:n] eq "." || s[n:n] eq " " ? n : joint(s, n-1)
halves(s, n, k) = s[1:k > 0 ? k : n]."\n".cut(s[(k > 0 ? k : n)+1:*], n)
two(s, n) = strlen(s) <= n ? s : halves(s, n, joint(s, n))

# layout, in inches; titles of panels take DEEP of a row
PW = 1.85; PH = 1.15; GAP = 0.3; L = 0.62; FOOT = 0.36
NAMED = letters(PW+0.2, 8)
COLUMNS = WIDEST < 2 ? 2 : WIDEST
W = L + COLUMNS*PW + (COLUMNS-1)*GAP + 0.25
YESNO = is_answer(KIND[ASKED[1]])
SUB = (YESNO ? "How often the answer is yes, by the value of one number, all others drawn" : "Its mean, by the value of one number, all others drawn") \
  .": the numbers that change it most, from left to right. Bands and whiskers: 95 % interval. Colour: whose number it is"
y = titled(W, SUB) + 0.16
KEYS = 0; x = 0.15
do for [p=1:words(PARTIES)+1] { k = p <= words(PARTIES) ? p : 0; if (HAS[k+1]) {
  KEYS = KEYS + 1; KEY[KEYS] = owner(k); KEYHUE[KEYS] = tint(k)
  y = keyed(KEYS, 0.15, W-0.15, x, y); x = KX[KEYS] + key_width(KEYS)
} }
array TOP[N]
y = y + 0.1
do for [i=1:N] {
  DEEP[i] = WIDTH[i] > 0 ? 0.2 : 0
  do for [j=1:WIDTH[i]] { DEEP[i] = strlen(called(ALONG[PANEL[(i-1)*COLS+j]])) > NAMED ? 0.34 : DEEP[i] }
  TOP[i] = y + 0.32 + DEEP[i]
  y = TOP[i] + (WIDTH[i] > 0 ? PH + FOOT : 0.2)
}
H = y + 0.1 + (NA > N ? 0.25 : 0)

eval canvas(W, H)
eval heading("SUB")
do for [k=1:KEYS] { eval square(k, 900+k) }
do for [i=1:N] {
  set label 10+i cut(asked(ASKED[i]), letters(W-0.3, 9.5)) at screen sx(0.15), 1-sy(TOP[i]-0.16-DEEP[i]) left noenhanced font F95 tc rgb INK
  if (WIDTH[i] == 0) { set label 20+i nothing(ASKED[i]) at screen sx(0.3), 1-sy(TOP[i]+0.06) left font F85 tc rgb DIM }
}
if (NA > N) { set label 3 left_out(NA-N, "curves.csv") at screen sx(0.15), sy(0.17) left font F85 tc rgb DIM }
DAYS = KIND[ASKED[1]] eq "day"
least(a, b) = a < b ? a : b
held(v) = DAYS ? v : v < 0 ? 0 : v > 1 ? 1 : v   # an interval may reach further than shares do
tics_in(x0, x1, s) = floor(x1/s + 1e-9) - ceil(x0/s - 1e-9) + 1
set multiplot
unset key; unset xlabel
set grid noxtics ytics
do for [i=1:N] {
  low = 1e300; high = -1e300
  do for [j=1:WIDTH[i]] { c = PANEL[(i-1)*COLS+j]; low = least(low, Y0[c]); high = -least(-high, -Y1[c]) }
  do for [j=1:WIDTH[i]] {
    c = PANEL[(i-1)*COLS+j]; colour = tint(WHOM[(i-1)*COLS+j])
    x = L + (j-1)*(PW+GAP)
    set lmargin at screen sx(x); set rmargin at screen sx(x+PW)
    set tmargin at screen 1-sy(TOP[i]); set bmargin at screen 1-sy(TOP[i]+PH)
    name = two(called(ALONG[c]), NAMED)
    set label 6 name at screen sx(x), 1-sy(TOP[i]-0.13-0.14*newlines(name)) left noenhanced font F8 tc rgb INK
    SPAN = X1[c] - X0[c]; FEW = COUNT[c] < BINS
    EDGE = SPAN > 0 ? SPAN*(FEW ? 0.1 : 0.02) : 1
    set xrange [X0[c]-EDGE:X1[c]+EDGE]
    set xtics scale 0.6 font F75
    if (is_line(ALONG[c])) {
      set xrange [0:1]
      set xtics ("" -1)
      set label 7 "it holds" at graph 0, screen 1-sy(TOP[i]+PH+0.14) left font F75 tc rgb INK
      set label 8 "it does not" at graph 1, screen 1-sy(TOP[i]+PH+0.14) right font F75 tc rgb INK
    } else {
      S = step(SPAN, 4)
      S = SPAN > 0 && tics_in(X0[c]-EDGE, X1[c]+EDGE, S) < 2 ? step(SPAN, 5) : S
      if (SPAN > 0) { set xtics S format "%g" } else { set xtics (sprintf("%g", X0[c]) X0[c]) }
    }
    if (DAYS) {
      set yrange [low-(high-low)*0.05-1e-9:high+(high-low)*0.05+1e-9]
      set ytics step(high-low, 4) font F8
      set format y (j == 1 ? "%g" : "")
    } else {
      set yrange [0:1]
      if (j == 1) { set ytics ("0 %%" 0, "" 0.25, "50 %%" 0.5, "" 0.75, "100 %%" 1) font F8 } else { set ytics ("" 0, "" 0.25, "" 0.5, "" 0.75, "" 1) font F8 }
    }
    f = FROM[c]; l = f + COUNT[c] - 1
    plot for [k=1:times(!FEW)] CURVES using "at":(held(column("low"))):(held(column("high"))) every ::f::l with filledcurves fs transparent solid 0.25 noborder lc rgb colour, \
         for [k=1:times(FEW)] CURVES using "at":"mean":(held(column("low"))):(held(column("high"))) every ::f::l with yerrorbars pt -1 lw 1.4 lc rgb colour, \
         CURVES using "at":"mean" every ::f::l with linespoints lw (FEW ? 0.8 : 2) pt (FEW ? 7 : -1) ps dot(0.9) lc rgb colour
    unset label; unset object
  }
}
if (KEYS == 0) {
  unset border; unset tics; set xrange [0:1]; set yrange [0:1]
  plot NaN notitle
}
unset multiplot
