# days.gp - on which day the talks end in agreement
# days.csv: day; agrees: share of runs that agree on it, the bars
#           agreed, low, high: share that has by then, and its 95 % interval, the line and its band
#           Where nine of ten agreements come on one day there are no bars: the subtitle says which day
#           recorded: 1 on the day of the record, if there is one; date: optional, for the axis
HERE = system("dirname '".ARG0."'")."/"
load HERE."style.gp"
DAYS = DIR."/days.csv"
if (!readable(DAYS)) { print "days.gp: cannot read ".DAYS; exit status 1 }
MISSING = lacks(DAYS, "day agrees agreed low high recorded")
if (MISSING ne "") { print "days.gp: no column ".MISSING." in ".DAYS; exit status 1 }
N = rows(DAYS)
DATED = lacks(DAYS, "date") eq ""

array DATE[N]; RECORDED = -1; MOST = 0; ALL = 0; WHEN = ""
stats DAYS using (DATE[int($0)+1] = DATED ? strcol("date") : "", WHEN = column("agrees") <= MOST ? WHEN : DATED ? strcol("date") : "day ".strcol("day"), \
  MOST = column("agrees") > MOST ? column("agrees") : MOST, ALL = ALL + column("agrees"), 1) nooutput
stats DAYS using (RECORDED = column("recorded") == 1 ? column("day") : RECORDED, 1) nooutput
TOP = MOST > 0 ? 1.15*MOST : 1

# layout, in inches: bars above, the share by then below
PW = 6.2; PH = 1.9; GAP = 0.3; LH = 1.5
SET = MOST > 0 && MOST >= 0.9*ALL
L = 0.95
W = L + PW + 0.3
SUB = "When the talks end in agreement".(RECORDED >= 0 ? "; the dashed line is the day on record" : "") \
  .(SET ? sprintf(". %s agreements come on %s: %s of runs", MOST < ALL - 1e-9 ? percent(MOST/ALL)." of" : "All", WHEN, percent(MOST)) : "")
T = titled(W, SUB) + 0.15
if (SET) { PH = 0; GAP = 0 }
H = T + PH + GAP + LH + 0.6

eval canvas(W, H)
set multiplot
eval heading("SUB")
set xrange [-0.6:N-0.4]
unset key
# a tic every so many days
STEP = every(DATED ? 0.95 : 0.4, PW/N)
set xtics font F85
if (RECORDED >= 0) {
  set arrow 1 from first RECORDED, graph 0 to first RECORDED, graph 1 nohead dt 2 lw 1.4 lc rgb "#D55E00" front
}

set lmargin at screen sx(L); set rmargin at screen sx(L+PW)
if (!SET) {
  set tmargin at screen 1-sy(T); set bmargin at screen 1-sy(T+PH)
  set yrange [0:100*TOP]
  set ylabel "share of runs\nthat agree on the day" font F85 offset -0.8,0
  set ytics font F85 format "%g %%"
  set format x ""
  set xtics 0,STEP,N
  plot DAYS using "day":(100*column("agrees")):(0.8) with boxes fs solid 0.9 noborder lc rgb hue(1)
  unset label 1001; unset label 1002
}
set tmargin at screen 1-sy(T+PH+GAP); set bmargin at screen 1-sy(T+PH+GAP+LH)
set yrange [0:1]
set ylabel "share that has\nagreed by then" font F85 offset -0.8,0
set ytics ("0 %%" 0, "50 %%" 0.5, "100 %%" 1) font F85
set format x "%g"; set xtics 0,STEP,N
if (DATED) { set xtics (); do for [i=0:N-1:STEP] { set xtics add (DATE[i+1] i) } }
set xlabel DATED ? "" : "day" font F9
# what is agreed on a day is agreed from then on: steps
STEPS = "< awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print \"day,agreed,low,high\"; next } " \
  ."{ d = $at[\"day\"]; if (NR > 2) print d - 0.5 \",\" was; was = $at[\"agreed\"] \",\" $at[\"low\"] \",\" $at[\"high\"]; print d - 0.5 \",\" was; last = d } " \
  ."END { print last + 0.5 \",\" was }' '".DAYS."'"
plot STEPS using 1:3:4 with filledcurves fs solid 0.25 noborder lc rgb hue(1), \
     STEPS using 1:2 with lines lw 1.6 lc rgb hue(1)
unset multiplot
