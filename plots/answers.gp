# answers.gp - each answer on record, beside the chances of "accepts" before and after learning
# answers.csv: scenario, date: a group of rows; proposal, party, own, said, answers, accepts: a row
#              prior: its hollow dot; without_scenario, or without_answer where there is one scenario
#              only: its filled dot; may be empty, as in a backtest that does not learn
# As in a timeline, time runs down.  As words.gp says, what comes from a file stays in arrays.
HERE = system("dirname '".ARG0."'")."/"
load HERE."words.gp"
ANSWERS = DIR."/answers.csv"
if (!readable(ANSWERS)) { print "answers.gp: cannot read ".ANSWERS; exit status 1 }
MISSING = lacks(ANSWERS, "scenario date proposal party own said prior without_answer without_scenario answers accepts")
if (MISSING ne "") { print "answers.gp: no column ".MISSING." in ".ANSWERS; exit status 1 }
MOST = 60   # rows
N = rows(ANSWERS)
if (N == 0) { eval only_words("no answers on record"); exit status 0 }
SHOWN = N > MOST ? MOST : N

cell(name) = strcol(name) eq "" ? NaN : column(name)
known(v) = v >= 0   # not of an empty cell
array SCENARIO[N]; array DATE[N]; array WHO[N]; array NAME[N]; array RECORD[N]; array RECORDED[N]; array SAID[N]
array PRIOR[N]; array BY_ANSWER[N]; array BY_SCENARIO[N]; array LEARNED[N]; array Y[N]; array HEADED[N]
# where the record's mark is, and its words; a disputed answer has none: -1 is out of sight
share(row) = strcol("said") eq "accepts" ? 1 : strcol("said") eq "refuses" ? 0 : strcol("said") eq "counted" && column("answers") > 0 ? column("accepts")/column("answers") : -1
counted(row) = strcol("said") eq "counted" ? thousands(column("accepts"))." of ".thousands(column("answers"))." accept" : strcol("said")
own(row) = strcol("own") eq "1" ? " (own offer)" : ""
answer(i) = (SCENARIO[i] = strcol("scenario"), DATE[i] = strcol("date"), WHO[i] = strcol("party"), \
  NAME[i] = cut(party(strcol("party")), 24).": ".cut(proposal_of(strcol("scenario"), strcol("proposal")), 40).own(i), SAID[i] = strcol("said"), RECORD[i] = counted(i), \
  RECORDED[i] = share(i), PRIOR[i] = cell("prior"), BY_ANSWER[i] = cell("without_answer"), BY_SCENARIO[i] = cell("without_scenario"), 1)
stats ANSWERS using (answer(int($0)+1)) nooutput
# what is learned from other scenarios; where there is one only, from other answers
SEVERAL = 0; OTHERS = 0; LEARNS = 0
do for [i=1:N] { SEVERAL = SEVERAL || SCENARIO[i] ne SCENARIO[1]; OTHERS = OTHERS || known(BY_SCENARIO[i]) }
OTHERS = SEVERAL && OTHERS
do for [i=1:N] { LEARNED[i] = OTHERS ? BY_SCENARIO[i] : BY_ANSWER[i]; LEARNS = LEARNS || known(LEARNED[i]) }
if (!LEARNS) { do for [i=1:N] { LEARNED[i] = PRIOR[i] } }   # gnuplot reads what is not drawn, too

# layout, in inches: a heading for each scenario, then its rows
ROW = 0.22; HEAD = 0.27; SPACE = 0.13; PW = 4.4; EDGE = 0.035
RING = 1.5; DOT = 0.9; DIAMOND = 1.3
NAMES = 0.5; SAYS = 0.6; y = 0; DISPUTED = 0
do for [i=1:SHOWN] {
  HEADED[i] = i == 1 || SCENARIO[i] ne SCENARIO[i > 1 ? i-1 : 1]
  if (HEADED[i]) {
    y = y + (i > 1 ? SPACE : 0) + HEAD
    w = wide(DATE[i]."   ".SCENARIO[i], 9.5) - 0.15; NAMES = w > NAMES ? w : NAMES
  }
  Y[i] = y + ROW/2; y = y + ROW
  w = wide(NAME[i], 8.5); NAMES = w > NAMES ? w : NAMES
  w = wide(RECORD[i], 8.5); SAYS = w > SAYS ? w : SAYS
  DISPUTED = DISPUTED || SAID[i] eq "disputed"
}
PH = y + 0.08
L = 0.15 + 0.15 + NAMES + 0.15
W = L + PW + 0.12 + SAYS + 0.15
SUB = (LEARNS ? "The chance of “accepts” for each answer on record, as the scenarios give it and learned from the other ".(OTHERS ? "scenarios" : "answers") \
  : "The chance of “accepts” that the scenarios give each answer on record").". Colour: the party"
T = titled(W, SUB) + 0.42
H = T + PH + 0.58 + (N > SHOWN ? 0.22 : 0)

eval canvas(W, H)
eval heading("SUB")
# which mark is which, above the frame
array KEYS[4]; array KEYMARK[4]
KEYS[1] = LEARNS ? "before learning" : "as the scenarios give it"; KEYMARK[1] = 6
KEYS[2] = LEARNS ? "learned from the other ".(OTHERS ? "scenarios" : "answers") : ""; KEYMARK[2] = 7
KEYS[3] = "on record"; KEYMARK[3] = 13
KEYS[4] = DISPUTED ? "disputed: scores nothing" : ""; KEYMARK[4] = 0
x = 0.15
do for [k=1:4] { if (KEYS[k] ne "") {
  if (KEYMARK[k] > 0) { set label 10+2*k "" at screen sx(x+0.06), 1-sy(T-0.16) point pt KEYMARK[k] ps dot(k == 1 ? RING : k == 2 ? DOT : DIAMOND) lw 1.1 lc rgb INK } else {
    set label 10+2*k "?" at screen sx(x+0.06), 1-sy(T-0.16) center font F10 tc rgb INK
  }
  set label 11+2*k KEYS[k] at screen sx(x+0.18), 1-sy(T-0.16) left font F85 tc rgb INK
  x = x + 0.18 + wide(KEYS[k], 8.5) + 0.22
} }
if (N > SHOWN) { set label 8 sprintf("left out: %d more answer%s, which answers.csv has", N-SHOWN, N-SHOWN == 1 ? "" : "s") at screen sx(0.15), sy(0.17) left font F85 tc rgb DIM }
# the middle of the row, or next to it where a dot is there
near(i, x) = abs(PRIOR[i]-x) < 0.04 || abs(LEARNED[i]-x) < 0.04
free(i, k) = k > 5 ? 0.5 : near(i, 0.5+word("0 0.06 -0.06 0.12 -0.12", k)) ? free(i, k+1) : 0.5+word("0 0.06 -0.06 0.12 -0.12", k)
do for [i=1:SHOWN] {
  if (HEADED[i]) {
    set label i+100 (DATE[i] eq "" ? "" : DATE[i]."   ").spaced(SCENARIO[i]) at screen sx(0.15), 1-sy(T+Y[i]-ROW/2-HEAD/2+0.03) left noenhanced font F95 tc rgb INK
    if (i > 1) { set arrow i from screen sx(0.15), 1-sy(T+Y[i]-ROW/2-HEAD-SPACE/4) to screen sx(W-0.15), 1-sy(T+Y[i]-ROW/2-HEAD-SPACE/4) nohead lw 0.5 lc rgb "#D0D0D0" back }
  }
  set label 200+i NAME[i] at screen sx(0.3), 1-sy(T+Y[i]) left noenhanced font F85 tc rgb INK
  set label 300+i RECORD[i] at screen sx(L+PW+0.12), 1-sy(T+Y[i]) left noenhanced font F85 tc rgb INK
  if (SAID[i] eq "disputed") { set label 400+i "?" at free(i, 1), Y[i] center front font F10 tc rgb INK }
}
set lmargin at screen sx(L); set rmargin at screen sx(L+PW)
set tmargin at screen 1-sy(T); set bmargin at screen 1-sy(T+PH)
set yrange [PH:0]; set xrange [-EDGE:1+EDGE]
set border 1
unset ytics; unset key
set grid noytics xtics
set xtics ("0 %%" 0, "20 %%" 0.2, "40 %%" 0.4, "60 %%" 0.6, "80 %%" 0.8, "100 %%" 1) font F85
set label 1 "chance of “accepts”" at screen sx(L+PW/2), 1-sy(T+PH+0.42) center font F9 tc rgb INK
set arrow 99 from 0.5, 0 to 0.5, PH nohead lw 0.8 dt 3 lc rgb GREY back
rgb(i) = int("0x".tint(place(WHO[i]))[2:*])
plot for [k=1:times(LEARNS)] ANSWERS using (PRIOR[int($0)+1]):(Y[int($0)+1]):(LEARNED[int($0)+1]-PRIOR[int($0)+1]):(0):(rgb(int($0)+1)) every ::0::SHOWN-1 with vectors nohead lw 1.4 lc rgb variable, \
     ANSWERS using (PRIOR[int($0)+1]):(Y[int($0)+1]) every ::0::SHOWN-1 with points pt 7 ps dot(RING) lc rgb "white", \
     ANSWERS using (RECORDED[int($0)+1]):(Y[int($0)+1]) every ::0::SHOWN-1 with points pt 13 ps dot(DIAMOND) lc rgb INK, \
     ANSWERS using (PRIOR[int($0)+1]):(Y[int($0)+1]):(rgb(int($0)+1)) every ::0::SHOWN-1 with points pt 6 ps dot(RING) lw 1.1 lc rgb variable, \
     for [k=1:times(LEARNS)] ANSWERS using (LEARNED[int($0)+1]):(Y[int($0)+1]):(rgb(int($0)+1)) every ::0::SHOWN-1 with points pt 7 ps dot(DOT) lc rgb variable
