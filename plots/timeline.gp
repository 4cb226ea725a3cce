# timeline.gp - several scenarios, by date: whether some package suits all, and who accepts what was proposed
# timeline.csv: as_of, scenario: a group of rows; what, proposal: a row
#               accept_all, low_all, high_all: its dot and interval; accept_PARTY, low_, high_: the parties'
#               answer_PARTY: what the record says; may be empty
# Time runs down: each row then has room for its name, however close two dates are.
HERE = system("dirname '".ARG0."'")."/"
load HERE."style.gp"
TIMES = DIR."/timeline.csv"
if (!readable(TIMES)) { print "timeline.gp: cannot read ".TIMES; exit status 1 }
MISSING = lacks(TIMES, "as_of scenario what proposal accept_all low_all high_all ".each("accept_", PARTIES).each("low_", PARTIES).each("high_", PARTIES).each("answer_", PARTIES))
if (MISSING ne "") { print "timeline.gp: no column ".MISSING." in ".TIMES; exit status 1 }
N = rows(TIMES)

NPARTY = words(PARTIES)
array DATE[N]; array SCENARIO[N]; array WHAT[N]; array NAME[N]; array Y[N]; array SAID[N*NPARTY]
array ALL[N]; array ZONE[N]
stats TIMES using (DATE[int($0)+1] = strcol("as_of"), SCENARIO[int($0)+1] = strcol("scenario"), WHAT[int($0)+1] = strcol("what"), \
  NAME[int($0)+1] = proposal_of(strcol("scenario"), strcol("proposal")), ALL[int($0)+1] = column("accept_all"), 1) nooutput
do for [k=1:NPARTY] { stats TIMES using (SAID[int($0)*NPARTY+k] = strcol("answer_".word(PARTIES, k)), 1) nooutput }
ANSWERS = 0; NAMES = 0
do for [i=1:N] {
  NAME[i] = WHAT[i] eq "zone" ? "some package ".SUITS : WHAT[i] eq "best" ? agreed("accepted", "passes")." most often" : cut(NAME[i], 44)
  w = wide(DATE[i]."   ".SCENARIO[i], 9.5) - 0.15; NAMES = w > NAMES ? w : NAMES
  w = wide(NAME[i], 9); NAMES = w > NAMES ? w : NAMES
  do for [k=1:NPARTY] { ANSWERS = ANSWERS || SAID[(i-1)*NPARTY+k] ne "" }
}

# layout, in inches: a heading for each scenario, then its rows
ROW = 0.31; HEAD = 0.3; SPACE = 0.16
y = 0.02; GROUPS = 0
do for [i=1:N] {
  if (WHAT[i] eq "zone") { y = y + (i > 1 ? SPACE : 0) + HEAD }
  Y[i] = y + ROW/2
  if (WHAT[i] eq "zone") { GROUPS = GROUPS + 1; ZONE[GROUPS] = i }
  y = y + ROW
}
PW = 4.6; PH = y + 0.08
ANSWER = 0.85   # of a party's column
L = 0.15 + 0.15 + NAMES + 0.2
RIGHT = 0.65 + (ANSWERS ? 0.15 + NPARTY*ANSWER : 0)
W = L + PW + RIGHT
SUB = "Share of draws in which ".agreed("all accept, and each party", "each party accepts, and in which it passes")."; bars: 95 % interval; dotted: some package ".SUITS.", from date to date"
T = titled(W, SUB) + 0.42
H = T + PH + 0.55

eval canvas(W, H)
eval heading("SUB")
set lmargin at screen sx(L); set rmargin at screen sx(L+PW)
set tmargin at screen 1-sy(T); set bmargin at screen 1-sy(T+PH)
set yrange [PH:0]; set xrange [0:1]
unset ytics; unset key
set grid noytics xtics
set errorbars 0.5
set xtics ("0 %%" 0, "20 %%" 0.2, "40 %%" 0.4, "60 %%" 0.6, "80 %%" 0.8, "100 %%" 1) font F85
set xlabel "share of draws" font F9
# whose mark is which, above the frame
x = L
do for [k=1:NPARTY+1] {
  name = k <= NPARTY ? cut(PARTY[k], 24) : WHOEVER
  set label 10+2*k "" at screen sx(x+0.06), 1-sy(T-0.16) point pt (k <= NPARTY ? mark(k) : 7) ps dot(1) lc rgb (k <= NPARTY ? hue(k) : INK)
  set label 11+2*k name at screen sx(x+0.17), 1-sy(T-0.16) left noenhanced font F85 tc rgb INK
  x = x + 0.17 + wide(name, 8.5) + 0.25
}
answer(k) = L + PW + 0.65 + 0.15 + (k-0.5)*ANSWER
set label 7 WHOEVER at screen sx(L+PW+0.12), 1-sy(T-0.14) left font F8 tc rgb DIM
if (ANSWERS) {
  set label 8 "on record" at screen sx(answer((NPARTY+1)/2.)), 1-sy(T-0.3) center font F8 tc rgb DIM
  do for [k=1:NPARTY] { set label 200+k cut(PARTY[k], 12) at screen sx(answer(k)), 1-sy(T-0.14) center noenhanced font F8 tc rgb DIM }
}
do for [i=1:N] {
  if (WHAT[i] eq "zone") {
    set label i+300 (DATE[i] eq "" ? "" : DATE[i]."   ").spaced(SCENARIO[i]) at screen sx(0.15), 1-sy(T+Y[i]-ROW/2-HEAD/2+0.02) left noenhanced font F95 tc rgb INK
    if (i > 1) { set arrow i from screen sx(0.15), 1-sy(T+Y[i]-ROW/2-HEAD-SPACE/4) to screen sx(W-0.15), 1-sy(T+Y[i]-ROW/2-HEAD-SPACE/4) nohead lw 0.5 lc rgb "#D0D0D0" back }
  }
  set label 10000+i NAME[i] at screen sx(0.3), 1-sy(T+Y[i]) left noenhanced font F9 tc rgb (WHAT[i] eq "proposal" ? DIM : INK)
  do for [k=1:NPARTY] {
    if (SAID[(i-1)*NPARTY+k] ne "") {
      set label 20000+i*20+k SAID[(i-1)*NPARTY+k] at screen sx(answer(k)), 1-sy(T+Y[i]) center noenhanced font F8 tc rgb INK
    }
  }
  set label 30000+i percent(ALL[i]) at screen sx(L+PW+0.12), 1-sy(T+Y[i]) left noenhanced font F8 tc rgb INK
}
# a thin line from date to date: the share of draws in which some package suits all
do for [k=2:GROUPS] {
  set arrow 1000+k from first ALL[ZONE[k-1]], first Y[ZONE[k-1]] to first ALL[ZONE[k]], first Y[ZONE[k]] nohead lw 1 dt 3 lc rgb GREY back
}
at(row) = Y[int(row)+1]
# below one another, all last: who is equal stays apart; rows without parties have theirs in the middle
side(k) = (k - (NPARTY+2)/2.) * 0.2/(NPARTY+1)
middle(row) = WHAT[int(row)+1] eq "zone" ? 0 : side(NPARTY+1)
party(begin, k) = column(begin.word(PARTIES, k))
plot for [k=1:NPARTY] TIMES using (party("accept_", k)):(at($0)+side(k)):(party("low_", k)):(party("high_", k)) with xerrorbars pt -1 lw 1 lc rgb hue(k), \
     for [k=1:NPARTY] TIMES using (party("accept_", k)):(at($0)+side(k)) with points pt mark(k) ps dot(0.8) lc rgb hue(k), \
     TIMES using (column("accept_all")):(at($0)+middle($0)):(column("low_all")):(column("high_all")) with xerrorbars pt -1 lw 1.6 lc rgb INK, \
     TIMES using (column("accept_all")):(at($0)+middle($0)) with points pt 7 ps dot(1) lc rgb INK
