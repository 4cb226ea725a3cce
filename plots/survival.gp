# survival.gp - how long each agreement would live, and what would have been delivered
# survival.csv: proposal: a row of panels; day alive: a line; alive_likely: the area, a share of draws
#               moment: `lasting` is after the last phase
# deliveries.csv: proposal issue unit delivered agreed: a bar each, at the last phase; half: said beside it
# (older files have neither alive_likely nor half: these are left out)
HERE = system("dirname '".ARG0."'")."/"
load HERE."style.gp"
LIFE = DIR."/survival.csv"; GIVEN = DIR."/deliveries.csv"
if (!readable(LIFE)) { print "survival.gp: cannot read ".LIFE; exit status 1 }
if (!readable(GIVEN)) { print "survival.gp: cannot read ".GIVEN; exit status 1 }
MISSING = lacks(LIFE, "proposal phase moment day alive")
if (MISSING ne "") { print "survival.gp: no column ".MISSING." in ".LIFE; exit status 1 }
MISSING = lacks(GIVEN, "proposal phase issue unit day delivered agreed")
if (MISSING ne "") { print "survival.gp: no column ".MISSING." in ".GIVEN; exit status 1 }
NR = rows(LIFE)
LIKELY = lacks(LIFE, "alive_likely") eq ""; HALF = lacks(GIVEN, "half") eq ""
SUB = "Once signed: the chance that the agreement is alive, mean over draws (line)".(LIKELY ? ", the share of draws in which it is more likely alive than not (area)" : "") \
  .", and what would have been delivered by its end, mean over draws (bars)"
if (NR == 0) {
  W = 6; H = 2; eval canvas(W, H)
  eval heading("SUB")
  set label 1 "no proposals in this scenario" at screen 0.5,0.3 center font F10 tc rgb DIM
  unset border; unset tics; unset key; set xrange [0:1]; set yrange [0:1]
  plot NaN notitle
  exit
}
array NAME[NR]; array FIRST[NR]; array COUNT[NR]; array DAY[NR]; array WHAT[NR]; array MOMENT[NR]
NP = 0
entry(row) = (DAY[row+1] = column("day"), WHAT[row+1] = strcol("phase"), MOMENT[row+1] = strcol("moment"), \
  (NP == 0 || NAME[NP] ne strcol("proposal")) ? (NP = NP + 1, NAME[NP] = strcol("proposal"), FIRST[NP] = row, COUNT[NP] = 1, 0) : \
  (COUNT[NP] = COUNT[NP] + 1, 0))
stats LIFE using (entry(int($0))) nooutput
LAST = DAY[NR] > 0 ? DAY[NR] : 1; N = COUNT[1]
FINAL = WHAT[N]   # the last phase

# the area of a proposal: level through the days of a phase, then a step
steps(name) = "< awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; print \"d,l\"; next } $c[\"proposal\"] != \"".name."\" || $c[\"moment\"] == \"lasting\" { next } " \
  ."$c[\"moment\"] == \"ended\" { print $c[\"day\"] \",\" l } { l = $c[\"alive_likely\"]; print $c[\"day\"] \",\" l }' '".LIFE."'"

# deliveries at the last phase, proposal after proposal
NG = rows(GIVEN); NG = NG > 0 ? NG : 1
array OF[NG]; array ISSUES_OF[NG]; array MEASURE[NG]; array GOT[NG]; array ALL[NG]; array MORE[NG]
ND = 0
given(row) = strcol("phase") eq FINAL && column("agreed") > 0 ? (ND = ND + 1, OF[ND] = strcol("proposal"), ISSUES_OF[ND] = strcol("issue"), \
  MEASURE[ND] = strcol("unit"), GOT[ND] = column("delivered"), MORE[ND] = HALF ? column("half") : 0, ALL[ND] = column("agreed"), 0) : 0
if (rows(GIVEN) > 0) { stats GIVEN using (given(int($0))) nooutput }
amount(i) = sprintf("%.3g of %g %s", GOT[i], ALL[i], MEASURE[i])
NAMES = 0; MOST = 1
do for [p=1:NP] {
  n = 0
  do for [i=1:ND] { if (OF[i] eq NAME[p]) { n = n + 1; w = wide(cut(issue(ISSUES_OF[i]), 34), 8); NAMES = w > NAMES ? w : NAMES } }
  MOST = n > MOST ? n : MOST
}

phase_room(days) = letters(PW*days/(LAST*1.06), 7.5) < 4 ? 4 : letters(PW*days/(LAST*1.06), 7.5)
# layout, in inches: survival left, deliveries right
PW = 3.1; PH = 0.3*MOST < 1.5 ? 1.5 : 0.3*MOST
BW = 1.9; L = 0.7; BL = L + PW + 0.45 + NAMES
ENOUGH = HALF ? 1.25 : 0   # a column of shares
SAID = 0.9
do for [i=1:ND] { w = wide(amount(i), 8); SAID = w > SAID ? w : SAID }
W = BL + BW + 0.2 + SAID + ENOUGH + 0.2
T = titled(W, SUB) + 0.05
H = T + NP*(PH + 1.05)
eval canvas(W, H)
eval heading("SUB")
set multiplot
unset key
do for [p=1:NP] {
  y = T + (p-1)*(PH+1.05) + 0.42
  set tmargin at screen 1-sy(y); set bmargin at screen 1-sy(y+PH)
  # survival
  set lmargin at screen sx(L); set rmargin at screen sx(L+PW)
  set label 3 cut(proposal(NAME[p]), letters(W-L-1.2, 9.5)) at screen sx(L), 1-sy(y-0.28) left noenhanced font F95 tc rgb INK
  set border 3 back lw 0.8 lc rgb INK
  set xrange [0:LAST*1.06]; set yrange [0:1]
  set xtics autofreq font F8; set ytics ("0 %%" 0, "" 0.25, "50 %%" 0.5, "" 0.75, "100 %%" 1) font F8
  set format x "%g"; set xlabel "days after signing" font F85; set grid noxtics ytics
  f = FIRST[p]; l = f + COUNT[p] - 2
  do for [i=1:N-1] { if (MOMENT[i] eq "performed") {
    set label 300+i cut(phase_title(WHAT[i]), phase_room(DAY[i+1]-DAY[i])) at first DAY[i]+LAST*0.01, graph 1.05 left noenhanced font F75 tc rgb DIM
    set arrow 300+i from first DAY[i], graph 0 to first DAY[i], graph 1 nohead lw 0.6 dt (6,6) lc rgb "#B0B0B0" back
  } }
  plot for [k=1:times(LIKELY)] steps(NAME[p]) using 1:2 with filledcurves y1=0 fs transparent solid 0.2 noborder lc rgb hue(1), \
       LIFE using "day":"alive" every ::f::l with steps lw 2.4 lc rgb hue(1), \
       LIFE using "day":"alive" every ::(l+1)::(l+1) with points pt 7 ps dot(1.1) lc rgb hue(6), \
       LIFE using "day":"alive":(" lasts") every ::(l+1)::(l+1) with labels right offset -0.8,0 font F75 tc rgb hue(6)
  unset arrow; unset label
  # deliveries
  n = 0; first = 0
  do for [i=1:ND] { if (OF[i] eq NAME[p]) { n = n + 1; first = first == 0 ? i : first } }
  if (n > 0) {
    set lmargin at screen sx(BL); set rmargin at screen sx(BL+BW)
    set xrange [0:1]; set yrange [n+0.4:0.4]
    unset ytics; set xtics ("0 %%" 0, "50 %%" 0.5, "100 %%" 1) font F8
    set xlabel "of what is agreed" font F85; set grid xtics noytics
    do for [i=1:n] {
      k = first+i-1
      set label 400+i fold(issue(ISSUES_OF[k]), 34, 2) at graph 0, first i right offset -0.6,0 noenhanced font F8 tc rgb INK
      set object 400+i rectangle from first 0, first i-0.28 to first GOT[k]/ALL[k], first i+0.28 fs solid 0.85 noborder fc rgb hue(3)
      if (HALF) { set label 500+i percent(MORE[k]) at screen sx(W-0.75), first i center font F8 tc rgb INK }
      set label 450+i amount(k) at graph 1, first i left offset 0.6,0 noenhanced font F8 tc rgb INK
    }
    if (HALF) { set label 399 "half or more in\nthis share of draws" at screen sx(W-0.75), 1-sy(y-0.28) center font F75 tc rgb DIM }
    plot NaN notitle
    unset object; unset arrow
    unset label; set ytics nomirror out scale 0.6
  }
}
unset multiplot
