# boxes.gp - in which worlds an answer is mostly what is looked for: a few numbers, each within a range
# tree.csv, trajectory.csv: as worlds.gp has them
# boxes.csv: output proposal party phase: a question; box, from 1: coverage density mass; a row for each
#            number that it restricts: from to, on a line from lowest to highest; in: of what has no order;
#            quasi_p, repeats: how firm that is
HERE = system("dirname '".ARG0."'")."/"
load HERE."worlds.gp"
BOXES = DIR."/boxes.csv"
if (!readable(BOXES)) { print "boxes.gp: cannot read ".BOXES; exit status 1 }
MISSING = lacks(BOXES, "output proposal party box coverage density mass number from to lowest highest in quasi_p repeats")
if (MISSING ne "") { print "boxes.gp: no column ".MISSING." in ".BOXES; exit status 1 }
PANELS = 6; DEEPEST = 3; MOST = 12   # questions; boxes of one; rows of a box

# rows of the file, and of each box of a question the first and how many
NR = rows(BOXES)
array NUMBER[NR+1]; array FROM[NR+1]; array TO[NR+1]; array LOWEST[NR+1]; array HIGHEST[NR+1]; array IN[NR+1]; array BYLUCK[NR+1]; array REPEATS[NR+1]
NB = DEEPEST*NQ
array START[NB]; array COUNT[NB]; array COVERAGE[NB]; array DENSITY[NB]; array MASS[NB]
do for [b=1:NB] { COUNT[b] = 0 }
HAS_PHASE = HAS_PHASE && lacks(BOXES, "phase") eq ""
slot(q, box) = q > 0 && box >= 1 && box <= DEEPEST ? DEEPEST*(q-1) + int(box) : 0
begin(b, row) = b == 0 ? 0 : (START[b] = COUNT[b] == 0 ? row : START[b], COUNT[b] = COUNT[b] + 1, \
  COVERAGE[b] = known(column("coverage")), DENSITY[b] = known(column("density")), MASS[b] = known(column("mass")), 0)
limit(row) = (NUMBER[row] = strcol("number"), IN[row] = strcol("in"), FROM[row] = column("from"), TO[row] = column("to"), \
  LOWEST[row] = column("lowest"), HIGHEST[row] = column("highest"), BYLUCK[row] = column("quasi_p"), REPEATS[row] = known(column("repeats")), 0)
Q = 0
if (NR > 0) { stats BOXES using (Q = question_at(Q), limit(int($0)+1), begin(slot(Q, column("box")), int($0)+1)) nooutput }

# limits in words, with as many digits as tell a hundredth of the whole range apart
is_number(v) = v == v   # NaN is not
span(r) = is_number(LOWEST[r]) && is_number(HIGHEST[r]) ? HIGHEST[r] - LOWEST[r] : 0
digits(r) = span(r) > 0 ? ceil(2 - log10(span(r))) : 3
bare(s) = s[strlen(s):*] eq "0" ? bare(s[1:strlen(s)-1]) : s[strlen(s):*] eq "." ? s[1:strlen(s)-1] : s
plain(v, d) = d > 6 || abs(v) >= 1e7 ? sprintf("%.3g", v) : d <= 0 ? sprintf("%.0f", v) : bare(sprintf(sprintf("%%.%df", d), v))
written(v, r) = (v < 0 && plain(-v, digits(r)) ne "0" ? "−" : "").plain(abs(v), digits(r))
either(s) = strlen(s) < 2 ? (s eq " " ? " or " : s eq "_" ? " " : s) : either(s[1:strlen(s)/2]).either(s[strlen(s)/2+1:*])
within(r) = IN[r] ne "" ? either(IN[r]) : is_number(FROM[r]) && is_number(TO[r]) ? written(FROM[r], r)." to ".written(TO[r], r) : \
  is_number(FROM[r]) ? written(FROM[r], r)." or more" : is_number(TO[r]) ? written(TO[r], r)." or less" : ""
luck(r) = !is_number(BYLUCK[r]) ? "" : BYLUCK[r] < 0.001 ? "<0.001" : sprintf("%.3f", BYLUCK[r])
# whose a number is: the party with which its path begins
first_of(path, at) = at > 0 ? path[1:at-1] : path
whose(path) = place(first_of(path, strstrt(path, ".")))
headline(q) = asked(q).": yes in ".percent(YES[q])." of worlds"
# a box, in words: those from the second on are found among the worlds that are in none before
box_words(b, answer) = "in ".percent(DENSITY[b])." of the worlds (".percent(MASS[b])." of all) in which all of this holds; among them are ".percent(COVERAGE[b])." of all worlds with a ".answer
title(q, k) = k == 1 ? (sought(q) eq "no" ? "No " : "Yes ").box_words(slot(q, k), sought(q)) : \
  "Of the worlds that are left, ".sought(q)." ".box_words(slot(q, k), sought(q))

# layout, in inches: name, limits in words, line with bar between lowest and highest, luck, repeats
N = NA > PANELS ? PANELS : NA
ROW = 0.22; PW = 2.1; ENDS = 0.62; LUCK = 0.62; AGAIN = 0.72
NAMES = 0.5; LIMITS = 0.8; ANY = 0; LATER = 0
array HAS[words(PARTIES)+1]
do for [p=1:words(PARTIES)+1] { HAS[p] = 0 }
array SHOWN[NB]
do for [i=1:N] { do for [k=1:DEEPEST] {
  b = slot(ASKED[i], k); SHOWN[b] = COUNT[b] > MOST ? MOST : COUNT[b]
  ANY = ANY || SHOWN[b] > 0; LATER = LATER || (k > 1 && SHOWN[b] > 0)
  if (COUNT[b] > 0) { do for [r=START[b]:START[b]+COUNT[b]-1] {
    w = wide(cut(NUMBER[r], 56), 8); NAMES = w > NAMES ? w : NAMES
    w = IN[r] eq "" ? wide(within(r), 8) : 0; LIMITS = w > LIMITS ? w : LIMITS
    HAS[whose(NUMBER[r])+1] = 1
  } }
} }
LN = 0.3 + NAMES                # names end here,
LW = LN + 0.3                   # limits begin,
LP = LW + LIMITS + 0.1 + ENDS   # and the line
W = LP + PW + ENDS + LUCK + AGAIN + 0.2
PW = W < 7.7 ? PW + 7.7 - W : PW   # a box in words then takes one line
W = W < 7.7 ? 7.7 : W
LQ = LP + PW + ENDS + LUCK; LA = LQ + AGAIN
SUB = "Where the rarer answer, yes or no, is common".(ANY ? ": a few numbers, each within a range. Thin line: all values of the number; bar: those of the box; tick: its limit. " \
  ."By luck: the chance that so few of the worlds beyond the limit have that answer (quasi-p). Found again: by searches in random halves of the worlds. Colour: whose number it is" \
  .(LATER ? "; paler: a second box, a third" : "") : "")
T = titled(W, SUB) + 0.16
KEYS = 0; x = 0.15
do for [p=1:words(PARTIES)+1] { k = p <= words(PARTIES) ? p : 0; if (HAS[k+1]) {
  KEYS = KEYS + 1; KEY[KEYS] = owner(k); KEYHUE[KEYS] = tint(k)
  T = keyed(KEYS, 0.15, W-0.15, x, T); x = KX[KEYS] + key_width(KEYS)
} }
HEAD = letters(W-0.3, 9.5); BOXHEAD = letters(1.1*(W-0.5), 8.5)   # they have many narrow letters
LINE = SUFFIX eq ".svg" ? 0.195 : 0.165   # between lines of a heading
array Y[N]; array YB[NB]
y = T + (ANY ? 0.3 : 0)
do for [i=1:N] {
  y = y + (i > 1 ? 0.22 : 0.06); Y[i] = y
  y = y + LINE*newlines(fold(headline(ASKED[i]), HEAD, 2)) + 0.24
  if (COUNT[slot(ASKED[i], 1)] == 0) { y = y + 0.22 }
  do for [k=1:DEEPEST] { b = slot(ASKED[i], k); if (SHOWN[b] > 0) {
    YB[b] = y
    y = y + LINE*newlines(fold(title(ASKED[i], k), BOXHEAD, 2)) + 0.22 + ROW*(SHOWN[b] + (COUNT[b] > SHOWN[b])) + 0.08
  } }
}
NOTE = (NA > N ? left_out(NA-N, "boxes.csv") : "").(NA > N && NS > 0 ? "; " : "").SAME
H = y + 0.12 + (NOTE eq "" ? 0 : 0.25)

eval canvas(W, H)
eval heading("SUB")
do for [k=1:KEYS] { eval square(k, 900+k) }
if (ANY) {
  set label 920 "by luck" at screen sx(LQ), 1-sy(Y[1]) right font F8 tc rgb DIM
  set label 921 "found again" at screen sx(LA), 1-sy(Y[1]) right font F8 tc rgb DIM
}
if (NOTE ne "") { set label 922 NOTE at screen sx(0.15), sy(0.17) left font F85 tc rgb DIM }
# a row: its name, its limits, and how firm they are; of numbers a bar, which has ticks where it ends
# before the line does
h = ROW*0.3
place_of(v, r) = LP + PW*(v - LOWEST[r])/span(r)
inside(x) = x < LP ? LP : x > LP+PW ? LP+PW : x
TAG = 1000
do for [i=1:N] {
  q = ASKED[i]
  set label 10+i fold(headline(q), HEAD, 2) at screen sx(0.15), 1-sy(Y[i]) left noenhanced font F95 tc rgb INK
  if (i > 1) { set arrow i from screen sx(0.15), 1-sy(Y[i]-0.18) to screen sx(W-0.15), 1-sy(Y[i]-0.18) nohead lw 0.5 lc rgb "#D0D0D0" back }
  if (COUNT[slot(q, 1)] == 0) { set label 20+i apart(q) at screen sx(0.3), 1-sy(Y[i]+0.24+LINE*newlines(fold(headline(q), HEAD, 2))) left font F85 tc rgb DIM }
  do for [k=1:DEEPEST] { b = slot(q, k); if (SHOWN[b] > 0) {
    words_of = fold(title(q, k), BOXHEAD, 2)
    set label 100+b words_of at screen sx(0.3), 1-sy(YB[b]) left font F85 tc rgb INK
    y = YB[b] + LINE*newlines(words_of) + 0.22 + ROW/2 - 0.06
    done = 0
    # as in the summary, what searches find most often comes first
    do for [m=0:10] { do for [r=START[b]:START[b]+COUNT[b]-1] { if (REPEATS[r] == 10-m && done < MOST) {
      TAG = TAG + 10; done = done + 1
      colour = tint(whose(NUMBER[r]))
      set label TAG cut(NUMBER[r], 56) at screen sx(LN), 1-sy(y) right noenhanced font F8 tc rgb INK
      set object TAG+1 rectangle from screen sx(LN+0.09), 1-sy(y+0.05) to screen sx(LN+0.19), 1-sy(y-0.05) fs solid 0.85 noborder fc rgb colour
      set label TAG+1 cut(within(r), IN[r] eq "" ? 99 : letters(LQ-LUCK-LW, 8)) at screen sx(LW), 1-sy(y) left noenhanced font F8 tc rgb INK
      set label TAG+2 luck(r) at screen sx(LQ), 1-sy(y) right font F8 tc rgb INK
      set label TAG+3 sprintf("%d of 10", REPEATS[r]) at screen sx(LA), 1-sy(y) right font F8 tc rgb INK
      if (span(r) > 0) {
        set label TAG+4 written(LOWEST[r], r) at screen sx(LP-0.07), 1-sy(y) right font F75 tc rgb DIM
        set label TAG+5 written(HIGHEST[r], r) at screen sx(LP+PW+0.07), 1-sy(y) left font F75 tc rgb DIM
        x0 = is_number(FROM[r]) ? inside(place_of(FROM[r], r)) : LP
        x1 = is_number(TO[r]) ? inside(place_of(TO[r], r)) : LP+PW
        set arrow TAG from screen sx(LP), 1-sy(y) to screen sx(x0), 1-sy(y) nohead lw 0.8 lc rgb GREY back
        set arrow TAG+3 from screen sx(x1), 1-sy(y) to screen sx(LP+PW), 1-sy(y) nohead lw 0.8 lc rgb GREY back
        set object TAG rectangle from screen sx(x0), 1-sy(y+h) to screen sx(x1), 1-sy(y-h) fs solid (k == 1 ? 0.85 : k == 2 ? 0.5 : 0.3) noborder fc rgb colour
        if (is_number(FROM[r])) { set arrow TAG+1 from screen sx(x0), 1-sy(y+1.4*h) to screen sx(x0), 1-sy(y-1.4*h) nohead lw 1.6 lc rgb INK front }
        if (is_number(TO[r])) { set arrow TAG+2 from screen sx(x1), 1-sy(y+1.4*h) to screen sx(x1), 1-sy(y-1.4*h) nohead lw 1.6 lc rgb INK front }
      }
      y = y + ROW
    } } }
    if (COUNT[b] > SHOWN[b]) { set label 500+b sprintf("and %d more, which boxes.csv has", COUNT[b]-SHOWN[b]) at screen sx(LW), 1-sy(y) left font F8 tc rgb DIM }
  } }
}
unset border; unset tics; unset key; unset grid
set xrange [0:1]; set yrange [0:1]
plot NaN notitle
