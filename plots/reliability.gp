# reliability.gp - whether answers are "accepts" as often as the chances stated of it say: a panel for
#                  each rule that states them
# reliability.csv: rule: a panel; p, rate: a step of its curve and a dot, its size by n; low, high: the band
# scores.csv, where it is there: of the rule, over all answers: n brier low_brier high_brier mcb dsc
# As words.gp says, what comes from a file stays in arrays.
HERE = system("dirname '".ARG0."'")."/"
load HERE."words.gp"
CHANCES = DIR."/reliability.csv"; SCORES = DIR."/scores.csv"
if (!readable(CHANCES)) { print "reliability.gp: cannot read ".CHANCES; exit status 1 }
MISSING = lacks(CHANCES, "rule p rate low high n")
if (MISSING ne "") { print "reliability.gp: no column ".MISSING." in ".CHANCES; exit status 1 }
SCORED = readable(SCORES)
if (SCORED) {
  MISSING = lacks(SCORES, "rule answers n brier low_brier high_brier mcb dsc")
  if (MISSING ne "") { print "reliability.gp: no column ".MISSING." in ".SCORES; exit status 1 }
}
N = rows(CHANCES)
if (N == 0) { eval only_words("no answers on record"); exit status 0 }
MOST = 6   # panels

# panels, of rows next to each other: FIRST to LAST
cell(name) = strcol(name) eq "" ? NaN : column(name)
array RULE[N]; array FIRST[N]; array LAST[N]; array SCORE[N]; array PARTS[N]; array OF[N]
array P[N]; array RATE[N]; array LOW[N]; array HIGH[N]; array ON[N]
NR = 0
panel(row) = NR > 0 && RULE[NR > 0 ? NR : 1] eq strcol("rule") ? 0 : (NR = NR + 1, RULE[NR] = strcol("rule"), FIRST[NR] = row, SCORE[NR] = "", PARTS[NR] = "", OF[NR] = "", 0)
chance(row) = (panel(row), LAST[NR] = row, P[row] = cell("p"), RATE[row] = cell("rate"), LOW[row] = cell("low"), HIGH[row] = cell("high"), ON[row] = cell("n"), 1)
stats CHANCES using (chance(int($0)+1)) nooutput
NP = NR > MOST ? MOST : NR

# in words
called_rule(rule) = rule eq "prior" ? "As the scenarios give it" : rule eq "without_scenario" ? "Learned from the other scenarios" : \
  rule eq "without_answer" ? "Learned from the other answers" : rule eq "forward" ? "Learned from earlier dates" : rule eq "in_sample" ? "Learned from all answers, itself included" : cut(spaced(rule), 40)
interval(low, high) = low >= 0 && high >= 0 ? sprintf(" (%.3f to %.3f)", low, high) : ""
parts(mcb, dsc) = mcb >= 0 && dsc >= 0 ? sprintf("miscalibration %.3f, discrimination %.3f", mcb, dsc) : ""
of(n) = n > 0 ? sprintf("%s answer%s", thousands(n), n == 1 ? "" : "s") : ""
score(i) = i > NR || strcol("answers") ne "all" ? 0 : RULE[i] ne strcol("rule") ? score(i+1) : \
  (SCORE[i] = sprintf("Brier score %.3f", column("brier")).interval(cell("low_brier"), cell("high_brier")), PARTS[i] = parts(cell("mcb"), cell("dsc")), OF[i] = of(column("n")), 0)
if (SCORED) { if (rows(SCORES) > 0) { stats SCORES using (score(1)) nooutput } }

# layout, in inches
PW = NP == 1 ? 3.4 : 2.75; GAP = 0.55; L = 0.85; LINE = SUFFIX eq ".svg" ? 0.19 : 0.165
COLUMNS = NP < 3 ? NP : NP == 4 ? 2 : 3
ROWS = (NP + COLUMNS - 1)/COLUMNS
HEAD = 0.2 + (SCORED ? 2*LINE : 0) + 0.16; FOOT = 0.62
FRAME = L + COLUMNS*PW + (COLUMNS-1)*GAP
W = FRAME + 0.3
SUB = "How often answers are “accepts” at each chance of it that was stated. Above the dashed line: accepted more often than stated. " \
  ."Band: where 95 % of such curves lie if the chances are right"
NMAX = 0
do for [i=1:LAST[NP]] { NMAX = ON[i] > NMAX ? ON[i] : NMAX }
SUB = SUB.(NMAX > 1 ? ". Dots: larger for more answers" : "")
T = titled(W, SUB) + 0.05
H = T + ROWS*(HEAD + PW + FOOT) + 0.03 + (NR > NP ? 0.22 : 0)
x(i) = L + ((i-1) % COLUMNS)*(PW+GAP)
y(i) = T + ((i-1)/COLUMNS)*(HEAD+PW+FOOT) + HEAD

# steps from half-way to half-way between neighbours; one chance alone is a short step
EDGE = 0.02
set print $STEPS
print "panel,p,rate,low,high"
do for [k=1:NP] {
  f = FIRST[k]; l = LAST[k]
  do for [i=f:l] {
    a = i > f ? (P[i-1]+P[i])/2. : f == l ? P[i]-EDGE : P[i]
    b = i < l ? (P[i]+P[i+1])/2. : f == l ? P[i]+EDGE : P[i]
    print sprintf("%d,%.6f,%.6f,%.6f,%.6f", k, a, RATE[i], LOW[i], HIGH[i])
    print sprintf("%d,%.6f,%.6f,%.6f,%.6f", k, b, RATE[i], LOW[i], HIGH[i])
  }
}
set print

eval canvas(W, H)
eval heading("SUB")
do for [k=1:NP] {
  set label 10*k+10 called_rule(RULE[k]) at screen sx(x(k)), 1-sy(y(k)-HEAD+0.14) left noenhanced font F95 tc rgb INK
  set label 10*k+11 SCORE[k] at screen sx(x(k)), 1-sy(y(k)-HEAD+0.14+LINE+0.02) left font F85 tc rgb DIM
  set label 10*k+12 PARTS[k] at screen sx(x(k)), 1-sy(y(k)-HEAD+0.14+2*LINE+0.02) left font F85 tc rgb DIM
}
if (NR > NP) { set label 3 sprintf("left out: %d more rule%s, which reliability.csv has", NR-NP, NR-NP == 1 ? "" : "s") at screen sx(0.15), sy(0.17) left font F85 tc rgb DIM }
size(n) = dot(NMAX > 1 ? 0.3 + 1.1*sqrt(n/NMAX) : 0.5)
set multiplot
unset key
set samples 2
set xrange [0:1]; set yrange [0:1]
set grid xtics ytics
set xtics ("0 %%" 0, "" 0.25, "50 %%" 0.5, "" 0.75, "100 %%" 1) font F8
do for [k=1:NP] {
  set lmargin at screen sx(x(k)); set rmargin at screen sx(x(k)+PW)
  set tmargin at screen 1-sy(y(k)); set bmargin at screen 1-sy(y(k)+PW)
  if ((k-1) % COLUMNS == 0) {
    set ytics ("0 %%" 0, "" 0.25, "50 %%" 0.5, "" 0.75, "100 %%" 1) font F8
    set ylabel "share that accept" font F9 tc rgb INK
  } else {
    set ytics ("" 0, "" 0.25, "" 0.5, "" 0.75, "" 1)
    unset ylabel
  }
  set xlabel "stated chance of “accepts”" font F9 tc rgb INK
  set label 1 OF[k] at 0.98, 0.05 right front font F8 tc rgb DIM
  f = FIRST[k]; l = LAST[k]
  plot $STEPS using (column("p")):(column("low")):(column("high")) every ::2*(f-1)::2*l-1 with filledcurves fs solid noborder lc rgb "#D5E3EE", \
       x with lines lw 1 dt 2 lc rgb DIM, \
       $STEPS using (column("p")):(column("rate")) every ::2*(f-1)::2*l-1 with lines lw 2 lc rgb hue(1), \
       CHANCES using (P[int($0)+f]):(RATE[int($0)+f]):(size(ON[int($0)+f])) every ::f-1::l-1 with points pt 7 ps variable lc rgb "#003B66"
  unset label
}
unset multiplot
