# tradeoff.gp - boxes of worlds, how many of the worlds with an answer they have against how common it
#               is in them: a panel for each question
# tree.csv, trajectory.csv: as worlds.gp has them
HERE = system("dirname '".ARG0."'")."/"
load HERE."worlds.gp"
PANELS = 6
N = NA > PANELS ? PANELS : NA
COLUMNS = N < 3 ? N : N == 4 ? 2 : 3

# what is picked: its coverage and density; how many numbers boxes restrict, at most
array COVERED[NQ]; array DENSE[NQ]; array SHOWN[NQ]
do for [q=1:NQ] { SHOWN[q] = 0 }
MOST = 0
do for [i=1:N] { SHOWN[ASKED[i]] = 1 }
pick(q, row) = q == 0 || row != PICKED[q] ? 0 : (COVERED[q] = known(column("coverage")), DENSE[q] = known(column("density")), 0)
deepest(q, n) = (MOST = q > 0 && SHOWN[q > 0 ? q : 1] && column("box") == 1 && n > MOST ? n : MOST, 0)
Q = 0
stats STEPS_OF using (Q = question_at(Q), pick(Q, int($0)), deepest(Q, known(column("restricted")))) nooutput

# where the words for the picked box may stand, right end and middle: below it, right of it, in a
# corner, below the dashed line, above that line on the left.  Points that are in the way of each
SPOTS = 5; WORDS = N == 1 ? 0.28 : 0.4
array SPOTX[SPOTS*NQ]; array SPOTY[SPOTS*NQ]; array INWAY[SPOTS*NQ]
spot_at(q, k, x, y, fits) = (SPOTX[SPOTS*(q-1)+k] = x, SPOTY[SPOTS*(q-1)+k] = y, INWAY[SPOTS*(q-1)+k] = fits ? 0 : 1)
above(d, s) = d > s + 0.12 ? d + 0.1 : s + 0.22
do for [i=1:N] { q = ASKED[i]; if (PICKED[q] >= 0) {
  c = COVERED[q]; d = DENSE[q]; s = share(q)
  fits = spot_at(q, 1, c-0.02, d-0.1, c > WORDS && d > s + (c > 0.75 ? 0.26 : 0.34))
  fits = spot_at(q, 2, c+0.05+WORDS, above(d, s), c + 0.05 + WORDS < 1 && above(d, s) < 0.9)
  fits = spot_at(q, 3, 0.98, 0.9, d < 0.75)
  fits = spot_at(q, 4, c > WORDS ? c : WORDS, s-0.13, s > 0.25)
  fits = spot_at(q, 5, 0.02+WORDS, s+0.25, s < 0.6)
} }
in_way(q, k, x, y) = INWAY[SPOTS*(q-1)+k] = INWAY[SPOTS*(q-1)+k] + (abs(y - SPOTY[SPOTS*(q-1)+k]) < 0.095 && x > SPOTX[SPOTS*(q-1)+k] - WORDS && x < SPOTX[SPOTS*(q-1)+k] + 0.01)
all_in_way(q, x, y) = q == 0 || column("box") != 1 ? 0 : SHOWN[q] == 0 || PICKED[q] < 0 ? 0 : \
  (in_way(q, 1, x, y), in_way(q, 2, x, y), in_way(q, 3, x, y), in_way(q, 4, x, y), in_way(q, 5, x, y), 0)
Q = 0
stats STEPS_OF using (Q = question_at(Q), all_in_way(Q, known(column("coverage")), known(column("density")))) nooutput
place_for(q, k) = k > SPOTS ? 1 : INWAY[SPOTS*(q-1)+k] == 0 ? k : place_for(q, k+1)

# hues by how many numbers are restricted; the last is for that many or more
BLUES = "#B9BEC4 #A3CBE8 #5FA5CE #2482BC #005A93 #00294A"
FULL = words(BLUES) - 1
MOST = MOST > FULL ? FULL : int(MOST)
blue(n) = int("0x".word(BLUES, (n > FULL ? FULL : int(n)) + 1)[2:*])

# layout, in inches; questions take up to three lines above a panel, one more line says what is looked for
PW = N == 1 ? 3.4 : 2.3; PH = N == 1 ? 2.4 : 1.75; GAP = 0.45; L = 0.98; FOOT = 0.3
LINE = SUFFIX eq ".svg" ? 0.19 : 0.155
DEEP = 1
do for [i=1:N] { n = newlines(fold(asked(ASKED[i]), letters(PW, 9), 3)) + 1; DEEP = n > DEEP ? n : DEEP }
TITLES = LINE*DEEP + 0.26
ROWS = (N + COLUMNS - 1)/COLUMNS
FRAME = L + COLUMNS*PW + (COLUMNS-1)*GAP
W = FRAME + 0.3 < 5.9 ? 5.9 : FRAME + 0.3
SUB = "Each point is a box: the worlds in which a few numbers lie within ranges. To the right: it has more of all worlds with the answer that is looked for; " \
  ."upwards: more of its worlds have that answer. Ring: the box that the picture “boxes” shows"
T = titled(W, SUB) + 0.16
TOP = T + 0.3
NOTE = (NA > N ? left_out(NA-N, "trajectory.csv") : "").(NA > N && NS > 0 ? "; " : "").SAME
H = TOP + ROWS*(TITLES + PH + FOOT) + 0.3 + (NOTE eq "" ? 0 : 0.25)
x(i) = L + ((i-1) % COLUMNS)*(PW+GAP)
y(i) = TOP + ((i-1)/COLUMNS)*(TITLES+PH+FOOT) + TITLES
lowest_row(i) = i + COLUMNS > N

eval canvas(W, H)
eval heading("SUB")
# key: a point for each number of restricted numbers
NAMED = "numbers that a box restricts:"
set label 900 NAMED at screen sx(0.15), 1-sy(T) left font F85 tc rgb INK
at = 0.15 + wide(NAMED, 8.5) + 0.15
do for [k=0:MOST] {
  set label 900+2*k+1 "" at screen sx(at), 1-sy(T) point pt 7 ps dot(0.9) lc rgb blue(k)
  set label 900+2*k+2 sprintf(k == FULL ? "%d or more" : "%d", k) at screen sx(at+0.09), 1-sy(T) left font F85 tc rgb INK
  at = at + 0.36
}
set label 1 "coverage: share of the worlds with that answer that are in the box" at screen sx(L), sy(NOTE eq "" ? 0.17 : 0.42) left font F9 tc rgb INK
set label 2 "density: share of the worlds\nin the box that have it" at screen sx(0.2), 1-sy((y(1)+y(N)+PH)/2.) center rotate by 90 font F9 tc rgb INK
if (NOTE ne "") { set label 3 NOTE at screen sx(0.15), sy(0.17) left font F85 tc rgb DIM }
do for [i=1:N] {
  q = ASKED[i]
  title = fold(asked(q), letters(PW, 9), 3)
  set label 10+i title at screen sx(x(i)), 1-sy(y(i)-LINE*(newlines(title)+1)-0.2) left noenhanced font F9 tc rgb INK
  set label 20+i "looked for: ".sought(q) at screen sx(x(i)), 1-sy(y(i)-0.17) left font F85 tc rgb DIM
}
set multiplot
unset key
set xrange [0:1]; set yrange [0:1]
set grid xtics ytics
do for [i=1:N] {
  q = ASKED[i]
  set lmargin at screen sx(x(i)); set rmargin at screen sx(x(i)+PW)
  set tmargin at screen 1-sy(y(i)); set bmargin at screen 1-sy(y(i)+PH)
  if (lowest_row(i)) { set xtics ("0 %%" 0, "" 0.25, "50 %%" 0.5, "" 0.75, "100 %%" 1) font F8 } else { set xtics ("" 0, "" 0.25, "" 0.5, "" 0.75, "" 1) }
  if ((i-1) % COLUMNS == 0) { set ytics ("0 %%" 0, "" 0.25, "50 %%" 0.5, "" 0.75, "100 %%" 1) font F8 } else { set ytics ("" 0, "" 0.25, "" 0.5, "" 0.75, "" 1) }
  s = share(q)
  set arrow 1 from 0, s to 1, s nohead lw 1 dt 2 lc rgb GREY back
  set label 4 "all worlds: ".percent(s) at 0.02, s left offset 0,(s < 0.88 ? 0.55 : -0.6) font F75 tc rgb DIM front
  if (PICKED[q] < 0) { set label 5 "no box clear of chance" at 0.98, 0.93 right font F8 tc rgb DIM }
  if (PICKED[q] >= 0) {
    c = COVERED[q]; d = DENSE[q]
    k = place_for(q, 1)
    lx = SPOTX[SPOTS*(q-1)+k]; ly = SPOTY[SPOTS*(q-1)+k]
    set label 5 "coverage ".percent(c)."\ndensity ".percent(d) at lx, ly offset 0,0.4 right front font F8 tc rgb INK
    if (k > 2) { set arrow 2 from lx-0.02, ly+(ly > d ? -0.12 : 0.08) to c, d nohead lw 0.7 lc rgb DIM back }
    set label 6 "" at c, d point pt 6 ps dot(2) lw 1.6 lc rgb INK front
  }
  f = FIRST[q]; l = LAST[q]
  plot STEPS_OF using (column("coverage")):(column("density")) every ::f::l with lines lw 0.8 lc rgb GREY, \
       STEPS_OF using (column("coverage")):(column("density")):(blue(known(column("restricted")))) every ::f::l with points pt 7 ps dot(0.75) lc rgb variable
  unset label; unset object; unset arrow
}
unset multiplot
