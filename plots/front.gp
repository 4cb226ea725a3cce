# front.gp - what packages are worth to two parties over no deal, and the front
# packages.csv: surplus_PARTY of the first two parties: the place (at mean preferences)
#               accept_all: the colour; pareto: 1 on the front
#               red_lines_PARTY: how many of its red lines are crossed; hollow circles if any are
# solutions.csv: solution, before_PARTY (or surplus_PARTY, if it is older): lettered diamonds; may have no rows
# proposals.csv: proposal, surplus_PARTY (means over draws): numbered discs; may have no rows
HERE = system("dirname '".ARG0."'")."/"
load HERE."style.gp"
PACKS = DIR."/packages.csv"; SOLS = DIR."/solutions.csv"; PROPS = DIR."/proposals.csv"
if (!readable(PACKS)) { print "front.gp: cannot read ".PACKS; exit status 1 }
ROWS = rows(PACKS)
if (ROWS == 0) { print "front.gp: no packages in ".PACKS; exit status 1 }
NPARTY = words(PARTIES)
if (NPARTY < 2) { print "front.gp: needs two parties"; exit status 1 }
A = word(PARTIES, 1); B = word(PARTIES, 2)
SA = "surplus_".A; SB = "surplus_".B
MISSING = lacks(PACKS, SA." ".SB." accept_all pareto")
if (MISSING ne "") { print "front.gp: no column ".MISSING." in ".PACKS; exit status 1 }
# Of a long file a sample is drawn: about SOME rows where many accept, SOME where few do, half as many
# that cross a red line, and the whole front.  Multiples of the golden ratio spread the sample evenly over every stride of the file.
# Columns are counted from the end, after the levels, which might hold commas.
SOME = 3000
PICK = "< awk -F, -v a=".SA." -v b=".SB." -v some=".sprintf("%d", SOME)." '" \
  ."FNR == 1 { for (i = 1; i <= NF; i++) { at[$i] = i - NF; if (!pass && $i ~ /^red_lines_/) red[i - NF] = 1 } pass++; limit = int(top/2) + 1; next } " \
  ."{ v = int(100 * $(NF + at[\"accept_all\"])); r = 0; for (c in red) if ($(NF + c) > 0) r = 1 } " \
  ."pass == 1 && r { nred++; next } " \
  ."pass == 1 { top = v > top ? v : top; n[v]++; next } " \
  ."!counted { for (v0 in n) if (v0 + 0 >= limit) many += n[v0]; else few += n[v0]; counted = 1 } " \
  ."{ g = FNR * 0.6180339887498949; g -= int(g); p = $(NF + at[\"pareto\"]) } " \
  ."p == 1 || (r ? g * nred * 2 < some : g * (v >= limit ? many : few) < some) { print $(NF + at[a]) \",\" $(NF + at[b]) \",\" $(NF + at[\"accept_all\"]) \",\" p \",\" r }" \
  ."' '".PACKS."' '".PACKS."'"
unset datafile columnheaders
set table $DRAWN separator comma
plot PICK using 1:2:3:4:5 with table
unset table
set datafile columnheaders
if (|$DRAWN| == 0) { print "front.gp: no ".SA.", ".SB." or pareto in ".PACKS; exit status 1 }
unset datafile columnheaders
stats $DRAWN using 1:2 nooutput name "S"
XLO = S_min_x; XHI = S_max_x; YLO = S_min_y; YHI = S_max_y
stats $DRAWN using 4 nooutput name "F"
NFRONT = F_sum
stats $DRAWN using 5 nooutput name "R"
NRED = R_sum
set datafile columnheaders

# markers: solutions that coincide share one; proposals each have theirs
NS = readable(SOLS) ? rows(SOLS) : 0
NP = readable(PROPS) ? rows(PROPS) : 0
array SN[NS+1]; array UX[NS+1]; array UY[NS+1]
array QN[NP+1]; array QX[NP+1]; array QY[NP+1]
BEFORE = lacks(SOLS, "before_".A) eq "" ? "before_" : "surplus_"
if (NS > 0) { stats SOLS using (SN[int($0)+1] = spaced(strcol("solution")), UX[int($0)+1] = column(BEFORE.A), UY[int($0)+1] = column(BEFORE.B), 1) nooutput }
if (NP > 0) { stats PROPS using (QN[int($0)+1] = spaced(strcol("proposal")), QX[int($0)+1] = column(SA), QY[int($0)+1] = column(SB), 1) nooutput }
M = NS + NP
array TEXT[M+1]; array MX[M+1]; array MY[M+1]; array SIGN[M+1]
NM = 0
do for [s=1:NS] {
  same = 0
  do for [m=1:NM] { if (abs(MX[m]-UX[s]) < 1e-9 && abs(MY[m]-UY[s]) < 1e-9) { same = m } }
  if (same) { TEXT[same] = TEXT[same].", ".SN[s] } else {
    NM = NM + 1; TEXT[NM] = SN[s]; MX[NM] = UX[s]; MY[NM] = UY[s]; SIGN[NM] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[NM:NM]
  }
}
NSOL = NM
do for [p=1:NP] { NM = NM + 1; TEXT[NM] = QN[p]; MX[NM] = QX[p]; MY[NM] = QY[p]; SIGN[NM] = sprintf("%d", p) }
do for [m=1:NM] {
  XLO = MX[m] < XLO ? MX[m] : XLO; XHI = MX[m] > XHI ? MX[m] : XHI
  YLO = MY[m] < YLO ? MY[m] : YLO; YHI = MY[m] > YHI ? MY[m] : YHI
}
# the range holds both lines of no deal, with some room beyond them
XLO = XLO > 0 ? 0 : XLO; XHI = XHI < 0.08 ? 0.08 : XHI; DX = 0.06*(XHI-XLO); XLO = XLO - DX; XHI = XHI + DX
YLO = YLO > 0 ? 0 : YLO; YHI = YHI < 0.08 ? 0.08 : YHI; DY = 0.06*(YHI-YLO); YLO = YLO - DY; YHI = YHI + DY

# layout, in inches
PW = 5.0; PH = 4.2; BAR = 1.4; COLUMN = 30
NAMES = 1.9
XNAME = fold(PARTY[1].": worth over no deal", letters(PW, 10), 2); YNAME = fold(PARTY[2].": worth over no deal", letters(PH, 10), 2)
LINE = LEAD*10/12; FOOT = 0.65 + LINE*newlines(XNAME)
L = 0.85 + LINE*newlines(YNAME)
W = L + PW + BAR + NAMES + 0.35
SUB = "What each package is worth over no deal, at mean preferences".(NPARTY > 2 ? sprintf(": the first two of %d parties, %s and %s", NPARTY, PARTY[1], PARTY[2]) : "")
T = titled(W, SUB) + 0.25
# the list at the right: its rows, counted before it is drawn
sampled = |$DRAWN| < ROWS
GAIN = "both gain over no deal:\n".fold(PARTY[1].", ".PARTY[2], COLUMN, 3)
LIST = 1.1 + 0.15*newlines(GAIN) + (NRED > 0 ? 0.23 : 0)
do for [m=1:NM] { TEXT[m] = wrap(TEXT[m], COLUMN); LIST = LIST + 0.23 + 0.15*newlines(TEXT[m]) }
LIST = LIST + (NSOL > 0 ? 0.4 : 0) + (NP > 0 ? 0.55 : 0)
PH = LIST > PH ? (LIST > 6 ? 6 : LIST) : PH
H = T + (PH + FOOT > LIST + 0.2 ? PH + FOOT : LIST + 0.2)

eval canvas(W, H)
eval heading("SUB")
set lmargin at screen sx(L); set rmargin at screen sx(L+PW)
set tmargin at screen 1-sy(T); set bmargin at screen 1-sy(T+PH)
set xrange [XLO:XHI]; set yrange [YLO:YHI]
set xlabel XNAME font F10
set ylabel YNAME font F10
set xtics font F85; set ytics font F85
unset key
CROSSED = "#B8B8B8"
set object 1 rectangle from first 0,0 to first XHI,YHI behind fc rgb "#EAF3E7" fs solid noborder
set arrow 1 from 0,YLO to 0,YHI nohead dt 3 lw 1.2 lc rgb DIM
set arrow 2 from XLO,0 to XHI,0 nohead dt 3 lw 1.2 lc rgb DIM
set label 1 "no deal" at first 0, screen 1-sy(T-0.1) center font F8 tc rgb DIM
set label 2 "no deal" at screen sx(L+PW+0.1), first 0 center rotate by 90 font F8 tc rgb DIM

eval "set palette defined (".DEPTH.")"
set cbrange [0:1]; set cbtics scale 0 font F85
set cbtics ("0 %%" 0, "20 %%" 0.2, "40 %%" 0.4, "60 %%" 0.6, "80 %%" 0.8, "100 %%" 1)
set colorbox user origin screen sx(L+PW+0.27), 1-sy(T+PH) size screen sx(0.16), screen sy(PH) noborder
set label 4 "package accepted by all, share of draws" at screen sx(L+PW+1.06), 1-sy(T+PH/2) center rotate by 90 font F85 tc rgb INK

# the list: packages and front, solutions, proposals
LX = L + PW + BAR; y = T + 0.1
set label 10 "" at screen sx(LX+0.1), 1-sy(y) point pt 7 ps dot(0.6) lc rgb "#5FA5CE"
set label 11 (sampled ? "packages (a sample of\nthe ".thousands(ROWS).")" : "packages") at screen sx(LX+0.27), 1-sy(y) left font F8 tc rgb INK
y = y + (sampled ? 0.37 : 0.23)
set label 12 "" at screen sx(LX+0.1), 1-sy(y) point pt 6 ps dot(0.8) lc rgb INK
set label 13 "front" at screen sx(LX+0.27), 1-sy(y) left font F8 tc rgb INK
if (NPARTY == 2) { set arrow 3 from screen sx(LX), 1-sy(y) to screen sx(LX+0.2), 1-sy(y) nohead lw 1.2 lc rgb INK }
y = y + 0.23
if (NRED > 0) {
  set label 17 "" at screen sx(LX+0.1), 1-sy(y) point pt 6 ps dot(0.5) lw 0.7 lc rgb CROSSED
  set label 18 "crosses a red line" at screen sx(LX+0.27), 1-sy(y) left font F8 tc rgb INK
  y = y + 0.23
}
set object 2 rectangle from screen sx(LX), 1-sy(y+0.07) to screen sx(LX+0.2), 1-sy(y-0.07) fc rgb "#E2EFDE" fs solid noborder
set label 16 GAIN at screen sx(LX+0.27), 1-sy(y) left noenhanced font F8 tc rgb INK
y = y + 0.15*newlines(GAIN)
do for [m=1:NM] {
  if (m == 1 && NSOL > 0) { y = y + 0.36; set label 14 "Solutions" at screen sx(LX), 1-sy(y) left font F85 tc rgb DIM }
  if (m == NSOL+1) { y = y + 0.36; set label 15 "Proposals\n(means over draws)" at screen sx(LX), 1-sy(y) left font F85 tc rgb DIM; y = y + 0.16 }
  y = y + 0.23
  if (m <= NSOL) { eval diamond(5000+10*m, spot(LX+0.03, y), 1.0); eval badge(5002+10*m, spot(LX+0.2, y), SIGN[m]) } else { eval badge(5000+10*m, spot(LX+0.1, y), SIGN[m]) }
  set label 5006+10*m TEXT[m] at screen sx(LX+(m <= NSOL ? 0.36 : 0.27)), 1-sy(y) left noenhanced font F8 tc rgb INK
  y = y + 0.15*newlines(TEXT[m])
}

# badges stand beside their points: the first of some places that is clear of points and badges
array BX[NM+1]; array BY[NM+1]
do for [m=1:NM] { MX[m] = (MX[m]-XLO)/(XHI-XLO)*PW; MY[m] = (MY[m]-YLO)/(YHI-YLO)*PH }
do for [m=1:NM] {
  placed = 0
  do for [try=0:47] {
    if (!placed) {
      reach = 0.24 + 0.13*(try/8); turn = pi/4 + (try % 8)*pi/4 + (try/8)*pi/8
      bx = MX[m] + reach*cos(turn); by = MY[m] + reach*sin(turn)
      clear = bx > 0.12 && bx < PW-0.12 && by > 0.12 && by < PH-0.12
      do for [o=1:NM] {
        if (o != m && (bx-MX[o])**2 + (by-MY[o])**2 < 0.19**2) { clear = 0 }
        if (o < m) { if ((bx-BX[o])**2 + (by-BY[o])**2 < 0.25**2) { clear = 0 } }
      }
      if (clear || try == 47) { BX[m] = bx; BY[m] = by; placed = 1 }
    }
  }
  p = sprintf("screen %.5f, screen %.5f", sx(L+MX[m]), 1-sy(T+PH-MY[m]))
  b = sprintf("screen %.5f, screen %.5f", sx(L+BX[m]), 1-sy(T+PH-BY[m]))
  # a line from the point's edge to the disc's
  dx = BX[m] - MX[m]; dy = BY[m] - MY[m]; d = sqrt(dx**2 + dy**2); u = 0.06/d; v = 1 - 0.095/d
  s = sprintf("screen %.5f, screen %.5f", sx(L+MX[m]+dx*u), 1-sy(T+PH-MY[m]-dy*u))
  e = sprintf("screen %.5f, screen %.5f", sx(L+MX[m]+dx*v), 1-sy(T+PH-MY[m]-dy*v))
  eval sprintf("set arrow %d from %s to %s nohead lw 2.4 lc rgb 'white' front", 1000+m, s, e)
  eval sprintf("set arrow %d from %s to %s nohead lw 0.9 lc rgb INK front", 2000+m, s, e)
  if (m <= NSOL) { eval diamond(100+10*m, p, 1.4) } else { eval sprintf("set label %d '' at %s point pt 7 ps dot(1) lc rgb 'white' front; set label %d '' at %s point pt 7 ps dot(0.7) lc rgb INK front", 100+10*m, p, 101+10*m, p) }
  eval badge(103+10*m, b, SIGN[m])
}

DOT = dot(ROWS < 500 ? 0.6 : 0.4)
EDGE = dot(NFRONT < 200 ? 0.8 : 0.5)
RING = NFRONT < 200 ? "#303030" : "#70303030"
unset datafile columnheaders
# layers that are not drawn have points, too: gnuplot reads them and would complain
plot for [k=1:times(NRED > 0)] $DRAWN using ($5 == (NRED > 0) ? $1 : NaN):2 with points pt 6 ps dot(0.5) lw 0.7 lc rgb CROSSED, \
     for [k=1:times(NRED < |$DRAWN|)] $DRAWN using ($5 == (NRED == |$DRAWN|) ? $1 : NaN):2:3 with points pt 7 ps DOT lc palette, \
     for [k=1:times(NFRONT > 0 && NPARTY == 2)] $DRAWN using ($4 == (NFRONT > 0) ? $1 : NaN):2 smooth unique with lines lw 1.2 lc rgb INK, \
     for [k=1:times(NFRONT > 0)] $DRAWN using ($4 == (NFRONT > 0) ? $1 : NaN):2:3 with points pt 7 ps EDGE lc palette, \
     for [k=1:times(NFRONT > 0)] $DRAWN using ($4 == (NFRONT > 0) ? $1 : NaN):2 with points pt 6 ps EDGE lw 0.6 lc rgb RING
