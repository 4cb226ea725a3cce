# errors.gp - how far each rule is from what was agreed
# errors.csv: rule: a row, nearest first; error, low_error, high_error: its dot and interval; rms: its hollow dot
#             issues, less_compromise, low_less_compromise, high_less_compromise: in figures
#             a rule that says nothing of any issue is left out, which is said
# As words.gp says, what comes from a file stays in arrays.
HERE = system("dirname '".ARG0."'")."/"
load HERE."words.gp"
ERRORS = DIR."/errors.csv"
if (!readable(ERRORS)) { print "errors.gp: cannot read ".ERRORS; exit status 1 }
MISSING = lacks(ERRORS, "rule issues error low_error high_error rms less_compromise low_less_compromise high_less_compromise")
if (MISSING ne "") { print "errors.gp: no column ".MISSING." in ".ERRORS; exit status 1 }
NR = rows(ERRORS)
if (NR == 0) { eval only_words("no outcomes on record"); exit status 0 }

cell(name) = strcol(name) eq "" ? NaN : column(name)
array RULE[NR]; array ISSUES_OF[NR]; array ERROR[NR]; array LOW[NR]; array HIGH[NR]; array RMS[NR]; array LESS[NR]; array LOWER[NR]; array UPPER[NR]
end(v) = v == v ? v : cell("error")   # of an interval that is not known, nothing to see
rule(i) = (RULE[i] = strcol("rule"), ISSUES_OF[i] = column("issues"), ERROR[i] = cell("error"), LOW[i] = end(cell("low_error")), HIGH[i] = end(cell("high_error")), \
  RMS[i] = cell("rms"), LESS[i] = cell("less_compromise"), LOWER[i] = cell("low_less_compromise"), UPPER[i] = cell("high_less_compromise"), 1)
stats ERRORS using (rule(int($0)+1)) nooutput
# in words
called_rule(name) = name eq "nash" ? "Nash solution" : name eq "kalai_smorodinsky" ? "Kalai-Smorodinsky" : name eq "egalitarian" ? "egalitarian" : \
  name eq "utilitarian" ? "utilitarian" : name eq "compromise" ? "compromise" : name eq "best" ? "accepted most often" : \
  name eq "middle" ? "middle of the range" : name eq "reference" ? "nothing changes" : cut(spaced(name), 30)
is_compromise(i) = RULE[i] eq "compromise"
signed(v) = sprintf("%s%.1f", v <= -0.05 ? "−" : v >= 0.05 ? "+" : "", abs(v))
less(i) = is_compromise(i) || !(LESS[i] == LESS[i]) ? "" : signed(LESS[i]).(LOWER[i] <= UPPER[i] ? " (".signed(LOWER[i])." to ".signed(UPPER[i]).")" : "")
on(i) = sprintf("%s", thousands(ISSUES_OF[i]))
# those that say something, nearest first: ROW_OF[1] to ROW_OF[N]
array ROW_OF[NR]; N = 0; SILENT = ""
do for [i=1:NR] {
  if (ISSUES_OF[i] > 0 && ERROR[i] == ERROR[i]) {
    N = N + 1; at = N
    while (at > 1 && ERROR[ROW_OF[at > 1 ? at-1 : 1]] > ERROR[i]) { ROW_OF[at] = ROW_OF[at-1]; at = at - 1 }
    ROW_OF[at] = i
  } else { SILENT = SILENT.(SILENT eq "" ? "" : ", ").called_rule(RULE[i]) }
}
if (N == 0) { eval only_words("no rule says anything of what was agreed"); exit status 0 }

# layout, in inches
ROW = 0.27; PW = 4; DOT = 0.9; RING = 1.35
NAMES = 0.5; MOST = 10; LESSES = 0
do for [k=1:N] {
  i = ROW_OF[k]
  w = wide(called_rule(RULE[i]), 9); NAMES = w > NAMES ? w : NAMES
  w = wide(less(i), 8.5); LESSES = w > LESSES ? w : LESSES
  MOST = ERROR[i] > MOST ? ERROR[i] : MOST
  MOST = HIGH[i] > MOST ? HIGH[i] : MOST
  MOST = RMS[i] > MOST ? RMS[i] : MOST
}
MOST = MOST > 100 ? 100 : MOST
S = step(MOST, 8); END = ceil(MOST/S - 1e-9)*S
L = 0.15 + NAMES + 0.15
ON = 0.75   # of the column of issues
LESSES = LESSES > 0 && LESSES < 1.5 ? 1.5 : LESSES
W = L + PW + 0.15 + ON + LESSES + 0.15
SUB = "How far what each rule says is from what was agreed, in points of 100 of an issue's range. Bars: 95 % interval of the mean. " \
  .(LESSES > 0 ? "At the right, how much further off than the compromise, over issues of which both say something" : "At the right, the issues of which it says something")
T = titled(W, SUB) + 0.6
PH = N*ROW + 0.08
H = T + PH + 0.58 + (SILENT eq "" ? 0 : 0.22)

eval canvas(W, H)
eval heading("SUB")
set lmargin at screen sx(L); set rmargin at screen sx(L+PW)
set tmargin at screen 1-sy(T); set bmargin at screen 1-sy(T+PH)
set xrange [0:END]; set yrange [PH:0]
set border 1
unset key; unset ytics
set grid noytics xtics
set errorbars 0.6
set xtics S font F8
set label 4 "points of 100" at screen sx(L+PW/2), 1-sy(T+PH+0.42) center font F9 tc rgb INK
# which mark is which, above the frame; columns
array KEYS[2]; KEYS[1] = "mean error"; KEYS[2] = "root of the mean square error"
x = 0.15
do for [k=1:2] {
  set label 10+2*k "" at screen sx(x+0.06), 1-sy(T-0.36) point pt (k == 1 ? 7 : 6) ps dot(k == 1 ? DOT : RING) lw 1.1 lc rgb INK
  set label 11+2*k KEYS[k] at screen sx(x+0.18), 1-sy(T-0.36) left font F85 tc rgb INK
  x = x + 0.18 + wide(KEYS[k], 8.5) + 0.22
}
set label 1 "issues" at screen sx(L+PW+0.15+0.5), 1-sy(T-0.1) right font F8 tc rgb DIM
if (LESSES > 0) { set label 2 "further off by" at screen sx(L+PW+0.15+ON), 1-sy(T-0.1) left font F8 tc rgb DIM }
if (SILENT ne "") { set label 3 cut("left out, as they say nothing of any issue: ".SILENT, letters(W-0.3, 8.5)) at screen sx(0.15), sy(0.17) left noenhanced font F85 tc rgb DIM }
line(k) = 0.04 + (k-0.5)*ROW
array AT[NR]
do for [i=1:NR] { AT[i] = NaN }
do for [k=1:N] {
  i = ROW_OF[k]; AT[i] = line(k)
  set label 100+k called_rule(RULE[i]) at screen sx(L-0.1), 1-sy(T+line(k)) right noenhanced font F9 tc rgb INK
  set label 200+k on(i) at screen sx(L+PW+0.15+0.5), 1-sy(T+line(k)) right font F85 tc rgb INK
  set label 300+k less(i) at screen sx(L+PW+0.15+ON), 1-sy(T+line(k)) left font F85 tc rgb INK
  if (is_compromise(i)) { set arrow 1 from ERROR[i], 0 to ERROR[i], PH nohead lw 0.9 dt 3 lc rgb GREY back }
}
colour(i) = int("0x".(is_compromise(i) ? INK : hue(1))[2:*])
plot ERRORS using (RMS[int($0)+1]):(AT[int($0)+1]):(colour(int($0)+1)) with points pt 6 ps dot(RING) lw 1.1 lc rgb variable, \
     ERRORS using (ERROR[int($0)+1]):(AT[int($0)+1]):(LOW[int($0)+1]):(HIGH[int($0)+1]):(colour(int($0)+1)) with xerrorbars pt -1 lw 1.6 lc rgb variable, \
     ERRORS using (ERROR[int($0)+1]):(AT[int($0)+1]):(colour(int($0)+1)) with points pt 7 ps dot(DOT) lc rgb variable
