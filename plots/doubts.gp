# doubts.gp - whose doubts decide, and doubts about what: each answer's variance as a bar, by parties
#             and by kinds of numbers
# effects.csv: as study.gp has it
# groups.csv: output proposal party: a row of bars; grouping: which bar; group: a piece of it;
#             share: its length; low_share high_share: its interval of 95 %; flips: how often the group
#             changes the answer
HERE = system("dirname '".ARG0."'")."/"
load HERE."study.gp"
GROUPS = DIR."/groups.csv"
if (!readable(GROUPS)) { print "doubts.gp: cannot read ".GROUPS; exit status 1 }
MISSING = lacks(GROUPS, "output proposal party grouping group share low_share high_share flips")
if (MISSING ne "") { print "doubts.gp: no column ".MISSING." in ".GROUPS; exit status 1 }
MOST = 60      # rows of bars
WIDEST = 0.5   # of a share's interval: wider ones say nothing

# pieces of bars, and what is known of each question: whether all its shares are known well enough,
# and whether anything moves it; sums of what is drawn, which may be a little more than 1
NR = rows(GROUPS)
array OF[NR+1]; array BAR[NR+1]; array GROUP[NR+1]; array SHARE[NR+1]
array KNOWN[NQ]; array MOVES[NQ]; array SUM[2*NQ]
do for [q=1:NQ] { KNOWN[q] = 1; MOVES[q] = 0; SUM[2*q-1] = 0; SUM[2*q] = 0 }
bar_of(grouping) = grouping eq "party" ? 1 : grouping eq "kind" ? 2 : 0
asked_at(q) = q > NQ ? 0 : is_question(q) ? q : asked_at(q+1)
NP = 0; Q = 0
piece(q, bar) = q == 0 || bar == 0 ? 0 : (NP = NP + 1, OF[NP] = q, BAR[NP] = bar, GROUP[NP] = strcol("group"), SHARE[NP] = clip(column("share")), \
  KNOWN[q] = KNOWN[q] && column("high_share") - column("low_share") < WIDEST, MOVES[q] = MOVES[q] || column("flips") > 0, \
  SUM[2*q-2+bar] = SUM[2*q-2+bar] + SHARE[NP], 0)
if (NR > 0) { stats GROUPS using (Q = is_question(Q) ? Q : asked_at(1), piece(Q, bar_of(strcol("grouping")))) nooutput }
is_drawn(q) = MOVES[q] && KNOWN[q] && SUM[2*q-1] > 0 && SUM[2*q] > 0

# kinds have hues of their own (Tol's muted ones), always the same
KINDS = "weights values red_lines no_deal bodies phases readings talks"
ABOUT = "#332288 #88CCEE #882255 #CC6677 #117733 #999933 #DDCC77 #44AA99"
kind(name) = kind_from(name, 1)
kind_from(name, i) = i > words(KINDS) ? 0 : word(KINDS, i) eq name ? i : kind_from(name, i+1)
piece_hue(k) = BAR[k] == 1 ? tint(place(GROUP[k])) : kind(GROUP[k]) > 0 ? word(ABOUT, kind(GROUP[k])) : GREY
channel(h, i) = int("0x".h[i:i+1])
is_dark(h) = 0.3*channel(h, 2) + 0.59*channel(h, 4) + 0.11*channel(h, 6) < 130

# layout, in inches: two columns of bars; a line between proposals
N = NQ > MOST ? MOST : NQ
ROW = 0.23; PW = 3.1; GAP = 0.55
array Y[N+1]
NAMES = 1
do for [i=1:N] { w = wide(cut(said(i), 52), 8.5); NAMES = w > NAMES ? w : NAMES }
L = 0.15 + NAMES + 0.12
W = L + 2*PW + GAP + 0.35
left(b) = L + (b-1)*(PW+GAP)
ALL = 1
do for [i=1:N] { ALL = ALL && is_drawn(i) }
SUB = "Whose doubts decide: each bar is the whole doubt about an answer (its variance), split by whose numbers it comes from, and by what these are about".(ALL ? "" : ". " \
  ."Grey words: the answer changes too rarely to split the doubt, or not at all")
T = titled(W, SUB) + 0.16
KEYS = 0; LINE = T + 0.24
array HAS[words(KINDS)+1]; array OWNS[words(PARTIES)+1]
do for [k=1:words(KINDS)+1] { HAS[k] = 0 }
do for [p=1:words(PARTIES)+1] { OWNS[p] = 0 }
do for [k=1:NP] { if (is_drawn(OF[k]) && OF[k] <= N && SHARE[k] > 0) {
  if (BAR[k] == 1) { OWNS[place(GROUP[k])+1] = 1 } else { HAS[kind(GROUP[k])+1] = 1 }
} }
x = left(1); y = T + 0.24
do for [p=1:words(PARTIES)+1] { k = p <= words(PARTIES) ? p : 0; if (OWNS[k+1]) {
  KEYS = KEYS + 1; KEY[KEYS] = owner(k); KEYHUE[KEYS] = tint(k)
  y = keyed(KEYS, left(1), left(1)+PW, x, y); x = KX[KEYS] + key_width(KEYS)
} }
LINE = y
x = left(2); y = T + 0.24
do for [p=1:words(KINDS)+1] { k = p <= words(KINDS) ? p : 0; if (HAS[k+1]) {
  KEYS = KEYS + 1; KEY[KEYS] = k > 0 ? spaced(word(KINDS, k)) : "others"; KEYHUE[KEYS] = k > 0 ? word(ABOUT, k) : GREY
  y = keyed(KEYS, left(2), left(2)+PW, x, y); x = KX[KEYS] + key_width(KEYS)
} }
TOP = (y > LINE ? y : LINE) + 0.2
y = TOP
do for [i=1:N] {
  y = y + (i > 1 && (PROPOSAL[i] ne PROPOSAL[i-1] || KIND[i] ne KIND[i-1]) ? 0.12 : 0)
  Y[i] = y; y = y + ROW
}
PH = y - TOP
H = y + 0.4 + (NQ > N ? 0.25 : 0)

eval canvas(W, H)
eval heading("SUB")
do for [k=1:KEYS] { eval square(k, 900+k) }
set label 5 "whose numbers" at screen sx(left(1)), 1-sy(T) left font F95 tc rgb INK
set label 6 "numbers about what" at screen sx(left(2)), 1-sy(T) left font F95 tc rgb INK
if (NQ > N) { set label 3 left_out(NQ-N, "groups.csv") at screen sx(0.15), sy(0.17) left font F85 tc rgb DIM }
do for [i=1:N] {
  set label 10+i cut(said(i), 52) at screen sx(L-0.1), 1-sy(Y[i]+ROW/2) right noenhanced font F85 tc rgb (WHO[i] eq "" ? INK : DIM)
  if (i > 1 && Y[i] > Y[i-1] + 1.1*ROW) { set arrow i from screen sx(0.15), 1-sy(Y[i]-0.06) to screen sx(W-0.15), 1-sy(Y[i]-0.06) nohead lw 0.5 lc rgb "#D0D0D0" back }
  if (!is_drawn(i)) { set label 100+i MOVES[i] ? "too rare to split" : "no number changes it" at screen sx(left(1)+0.08), 1-sy(Y[i]+ROW/2) left font F8 tc rgb DIM }
}
# pieces, side by side in the order of the file
x = 0; SO = 0
do for [k=1:NP] { if (is_drawn(OF[k]) && OF[k] <= N) {
  q = OF[k]
  x = SO == 2*q-2+BAR[k] ? x : left(BAR[k])
  SO = 2*q-2+BAR[k]
  w = PW*SHARE[k]/SUM[SO]
  if (w > 0.004) { set object 2000+k rectangle from screen sx(x), 1-sy(Y[q]+ROW-0.025) to screen sx(x+w), 1-sy(Y[q]+0.025) fs solid 0.85 border rgb "white" fc rgb piece_hue(k) lw 0.6 }
  if (w > 0.34) { set label 2000+k percent(SHARE[k] > 1 ? SHARE[k]/SUM[SO] : SHARE[k]) at screen sx(x+w/2), 1-sy(Y[q]+ROW/2) center front font F8 tc rgb (is_dark(piece_hue(k)) ? "#FFFFFF" : INK) }
  x = x + w
} }
unset key; unset ytics; unset border; unset grid
set xrange [0:1]; set yrange [0:1]
set tmargin at screen 1-sy(TOP); set bmargin at screen 1-sy(TOP+PH+0.03)
set xtics ("0 %%" 0, "" 0.25, "50 %%" 0.5, "" 0.75, "100 %%" 1) font F85
set multiplot
do for [b=1:2] {   # headings, bars and key once
  set lmargin at screen sx(left(b)); set rmargin at screen sx(left(b)+PW)
  plot NaN notitle
  unset label; unset object; unset arrow
}
unset multiplot
