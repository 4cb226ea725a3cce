# front.gp - what packages are worth to the parties over no deal, at mean preferences, and the front: a panel for each two
# packages.csv: surplus_PARTY: the place
#               accept_all: the colour; pareto: 1 on the front
#               red_lines_PARTY: how many of its red lines are crossed; a grey cross if any are, since it is not on offer
# solutions.csv: solution, before_PARTY (or surplus_PARTY, if it is older): lettered diamonds; may have no rows
# proposals.csv: proposal, at_mean_PARTY: numbered discs; red_lines_PARTY: said in the list; may have no rows
#                (older files have surplus_PARTY only, means over draws, which is said)
HERE = system("dirname '".ARG0."'")."/"
load HERE."style.gp"
PACKS = DIR."/packages.csv"; SOLS = DIR."/solutions.csv"; PROPS = DIR."/proposals.csv"
if (!readable(PACKS)) { print "front.gp: cannot read ".PACKS; exit status 1 }
ROWS = rows(PACKS)
if (ROWS == 0) { print "front.gp: no packages in ".PACKS; exit status 1 }
NPARTY = words(PARTIES)
if (NPARTY < 2) { print "front.gp: needs two parties"; exit status 1 }
MISSING = lacks(PACKS, each("surplus_", PARTIES)." accept_".DEAL." pareto")
if (MISSING ne "") { print "front.gp: no column ".MISSING." in ".PACKS; exit status 1 }
# of more than two parties, those to whom some package is worth more than another; six panels at most
MOVED = system("awk -F, -v names='".PARTIES."' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i - NF; n = split(names, name, \" \"); next } " \
  ."{ for (k = 1; k <= n; k++) { v = $(NF + at[\"surplus_\" name[k]]); if (NR == 2 || v < lo[k]) lo[k] = v; if (NR == 2 || v > hi[k]) hi[k] = v } } " \
  ."END { for (k = 1; k <= n; k++) if (n == 2 || hi[k] - lo[k] > 1e-9) print name[k] }' '".PACKS."' | tr '\\n' ' '")
ALIKE = ""
do for [k=1:NPARTY] { same = 1; do for [j=1:words(MOVED)] { if (word(MOVED, j) eq word(PARTIES, k)) { same = 0 } }; if (same) { ALIKE = ALIKE.(ALIKE eq "" ? "" : ", ").PARTY[k] } }
if (words(MOVED) < 2) { MOVED = PARTIES; ALIKE = "" }
NQ = words(MOVED) > 4 ? 4 : words(MOVED)
# of more than four, those who want what is most unlike: the two whose worths correlate least over packages, and whoever
# correlates least with those that are chosen
CHOSEN = NQ == words(MOVED) ? MOVED : system("awk -F, -v names='".MOVED."' -v most=4 '" \
  ."NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i - NF; m = split(names, name, \" \"); next } " \
  ."{ n++; for (j = 1; j <= m; j++) { v[j] = $(NF + at[\"surplus_\" name[j]]); s[j] += v[j]; for (k = 1; k <= j; k++) p[j, k] += v[j] * v[k] } } " \
  ."function r(j, k) { return j < k ? r(k, j) : (p[j, k] - s[j]*s[k]/n) / sqrt((p[j, j] - s[j]*s[j]/n) * (p[k, k] - s[k]*s[k]/n)) } " \
  ."END { low = 2; for (j = 1; j <= m; j++) for (k = 1; k < j; k++) if (r(j, k) < low) { low = r(j, k); a = j; b = k } in_[a] = in_[b] = 1; " \
  ."for (c = 2; c < most; c++) { low = 99; for (j = 1; j <= m; j++) if (!(j in in_)) { t = 0; for (k in in_) t += r(j, k + 0); if (t < low) { low = t; a = j } } in_[a] = 1 } " \
  ."for (j = 1; j <= m; j++) if (j in in_) print name[j] }' '".PACKS."' | tr '\\n' ' '")
SHOWN = ""; array NAMED[NQ]
do for [k=1:NQ] {
  SHOWN = SHOWN.(k > 1 ? " " : "").word(CHOSEN, k)
  do for [j=1:NPARTY] { if (word(PARTIES, j) eq word(CHOSEN, k)) { NAMED[k] = PARTY[j] } }
}
# Of a long file a sample is drawn: about SOME rows where many accept, SOME where few do, half as many
# that cross a red line, and the whole front.  Multiples of the golden ratio spread the sample evenly over every stride of the file.
# Columns are counted from the end, after the levels, which might hold commas.
SOME = NQ > 2 ? 1500 : 3000
PICK = "< awk -F, -v some=".sprintf("%d", SOME)." -v names='".each("surplus_", SHOWN)."' '" \
  ."FNR == 1 { for (i = 1; i <= NF; i++) { at[$i] = i - NF; if (!pass && $i ~ /^red_lines_/) red[i - NF] = 1 } pass++; limit = int(top/2) + 1; nq = split(names, name, \" \"); next } " \
  ."{ v = int(100 * $(NF + at[\"accept_".DEAL."\"])); r = 0; for (c in red) if ($(NF + c) > 0) r = 1 } " \
  ."pass == 1 && r { nred++; next } " \
  ."pass == 1 { top = v > top ? v : top; n[v]++; next } " \
  ."!counted { for (v0 in n) if (v0 + 0 >= limit) many += n[v0]; else few += n[v0]; counted = 1 } " \
  ."{ g = FNR * 0.6180339887498949; g -= int(g); p = $(NF + at[\"pareto\"]) } " \
  ."p == 1 || (r ? g * nred * 2 < some : g * (v >= limit ? many : few) < some) { printf \"%s,%s,%s\", $(NF + at[\"accept_".DEAL."\"]), p, r; for (q = 1; q <= nq; q++) printf \",%s\", $(NF + at[name[q]]); print \"\" }" \
  ."' '".PACKS."' '".PACKS."'"
unset datafile columnheaders
set table $DRAWN separator comma
plot PICK using 1:2:3:4:5:(NQ > 2 ? column(6) : 0):(NQ > 3 ? column(7) : 0) with table
unset table
if (|$DRAWN| == 0) { print "front.gp: no surpluses or pareto in ".PACKS; exit status 1 }
array LO[NQ]; array HI[NQ]
do for [k=1:NQ] { stats $DRAWN using (column(3+k)) nooutput name "S"; LO[k] = S_min; HI[k] = S_max }
stats $DRAWN using (column(3) == 0 ? column(1) : 0) nooutput name "A"
MOST = A_max
stats $DRAWN using 2 nooutput name "F"
NFRONT = F_sum
stats $DRAWN using 3 nooutput name "R"
NRED = R_sum
set datafile columnheaders

# markers: solutions that coincide share one; proposals each have theirs
NS = readable(SOLS) ? rows(SOLS) : 0
NP = readable(PROPS) ? rows(PROPS) : 0
M = NS + NP
array TEXT[M+1]; array SIGN[M+1]; array VALUE[(M+1)*NQ]   # of marker m to party k: (m-1)*NQ + k
array RAW[(NS+1)*NQ]; array SN[NS+1]; array BEYOND[NP+1]
BEFORE = lacks(SOLS, "before_".word(SHOWN, 1)) eq "" ? "before_" : "surplus_"
OLDER = NP > 0 && lacks(PROPS, each("at_mean_", SHOWN)) ne ""
if (NS > 0) { stats SOLS using (SN[int($0)+1] = spaced(strcol("solution")), 1) nooutput }
do for [k=1:NQ] { if (NS > 0) { stats SOLS using (RAW[int($0)*NQ+k] = column(BEFORE.word(SHOWN, k)), 1) nooutput } }
NM = 0
do for [s=1:NS] {
  same = 0
  do for [m=1:NM] {
    apart = 0
    do for [k=1:NQ] { apart = apart + abs(VALUE[(m-1)*NQ+k] - RAW[(s-1)*NQ+k]) }
    if (apart < 1e-9) { same = m }
  }
  if (same) { TEXT[same] = TEXT[same].", ".SN[s] } else {
    NM = NM + 1; TEXT[NM] = SN[s]; SIGN[NM] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[NM:NM]
    do for [k=1:NQ] { VALUE[(NM-1)*NQ+k] = RAW[(s-1)*NQ+k] }
  }
}
NSOL = NM
do for [p=1:NP] { BEYOND[p] = 0 }
if (NP > 0) { stats PROPS using (TEXT[NSOL+int($0)+1] = proposal(strcol("proposal")), 1) nooutput }
do for [k=1:NQ] { if (NP > 0) { stats PROPS using (VALUE[(NSOL+int($0))*NQ+k] = column((OLDER ? "surplus_" : "at_mean_").word(SHOWN, k)), 1) nooutput } }
do for [k=1:NPARTY] { if (NP > 0 && !OLDER) { stats PROPS using (BEYOND[int($0)+1] = BEYOND[int($0)+1] + column("red_lines_".word(PARTIES, k)), 1) nooutput } }
do for [p=1:NP] { NM = NM + 1; SIGN[NM] = sprintf("%d", p); TEXT[NM] = TEXT[NM].(BEYOND[p] > 0 ? " (crosses a red line)" : "") }
# the range holds both lines of no deal and all markers, with some room beyond them
do for [k=1:NQ] {
  do for [m=1:NM] { v = VALUE[(m-1)*NQ+k]; LO[k] = v < LO[k] ? v : LO[k]; HI[k] = v > HI[k] ? v : HI[k] }
  LO[k] = LO[k] > 0 ? 0 : LO[k]; HI[k] = HI[k] < 0.08 ? 0.08 : HI[k]; d = 0.06*(HI[k]-LO[k]); LO[k] = LO[k] - d; HI[k] = HI[k] + d
}

# layout, in inches: panels, the scale of colours, a list
NPAIR = NQ*(NQ-1)/2
array PA[NPAIR]; array PB[NPAIR]
n = 0
do for [i=1:NQ] { do for [j=i+1:NQ] { n = n + 1; PA[n] = i; PB[n] = j } }
NC = NPAIR > 1 ? 2 : 1; NROW = (NPAIR + NC - 1)/NC
PW = NPAIR > 1 ? 3.7 : 5.0; PH = NPAIR > 1 ? 3.2 : 4.2; BAR = 1.4; COLUMN = 30
NAMES = 1.9
XLINES = 0; YLINES = 0
do for [k=1:NQ] { n = newlines(fold(NAMED[k].": worth over no deal", letters(PW, 10), 2)); XLINES = n > XLINES ? n : XLINES; n = newlines(fold(NAMED[k].": worth over no deal", letters(PH, 10), 2)); YLINES = n > YLINES ? n : YLINES }
LINE = LEAD*10/12; FOOT = 0.65 + LINE*XLINES + (NPAIR > 1 ? 0.15 : 0); SIDE = 0.85 + LINE*YLINES + (NPAIR > 1 ? 0.15 : 0)
GRID = NC*(SIDE + PW)
W = GRID + BAR + NAMES + 0.35
SUB = "What each package is worth over no deal, at mean preferences".(NPAIR > 1 ? sprintf(": a panel for each two of %s%d parties%s", words(MOVED) > NQ ? sprintf("%d of ", NQ) : "", words(MOVED), words(MOVED) > NQ ? ", those whose wishes differ most" : "") : "") \
  .(ALIKE eq "" ? "" : "; left out: ".ALIKE.", to whom every package is worth the same")
T = titled(W, SUB) + 0.25
# the list at the right: its rows, counted before it is drawn
sampled = |$DRAWN| < ROWS
GAIN = "both gain over no deal".(NPARTY > 2 && ALIKE eq "" ? ",\nif ".agreed("the others agree", "enough others agree") : "")
OFFLINE = "beyond a red line:\nnot on offer"
LIST = 1.1 + 0.15*newlines(GAIN) + (NRED > 0 ? 0.38 : 0)
do for [m=1:NM] { TEXT[m] = wrap(TEXT[m], COLUMN); LIST = LIST + 0.23 + 0.15*newlines(TEXT[m]) }
LIST = LIST + (NSOL > 0 ? 0.4 : 0) + (NP > 0 ? 0.4 + (OLDER ? 0.16 : 0) : 0)
PH = NPAIR == 1 && LIST > PH ? (LIST > 6 ? 6 : LIST) : PH
TALL = NROW*(PH + FOOT)
H = T + (TALL > LIST + 0.2 ? TALL : LIST + 0.2)
px(n) = SIDE + ((n-1) % NC)*(SIDE + PW)   # left and top of a panel
py(n) = T + ((n-1)/NC)*(PH + FOOT)

eval canvas(W, H)
set multiplot
eval heading("SUB")
unset key
CROSSED = "#A8A8A8"
eval "set palette defined (".DEPTH.")"
eval scaled(MOST)
set colorbox user origin screen sx(GRID+0.27), 1-sy(T+PH) size screen sx(0.16), screen sy(PH) noborder
set label 4 "package ".agreed("accepted by all", "passes").", share of draws" at screen sx(GRID+1.06), 1-sy(T+PH/2) center rotate by 90 font F85 tc rgb INK

# the list: packages and front, solutions, proposals
LX = GRID + BAR; y = T + 0.1
set label 10 "" at screen sx(LX+0.1), 1-sy(y) point pt 7 ps dot(0.6) lc rgb "#5FA5CE"
set label 11 (sampled ? "packages (a sample of\nthe ".thousands(ROWS).")" : "packages") at screen sx(LX+0.27), 1-sy(y) left font F8 tc rgb INK
y = y + (sampled ? 0.37 : 0.23)
set label 12 "" at screen sx(LX+0.1), 1-sy(y) point pt 6 ps dot(0.8) lc rgb INK
set label 13 "front".(NPARTY > 2 ? " (of all parties)" : "") at screen sx(LX+0.27), 1-sy(y) left font F8 tc rgb INK
if (NPARTY == 2) { set arrow 3 from screen sx(LX), 1-sy(y) to screen sx(LX+0.2), 1-sy(y) nohead lw 1.2 lc rgb INK }
y = y + 0.23
if (NRED > 0) {
  set label 17 "" at screen sx(LX+0.1), 1-sy(y) point pt 2 ps dot(0.5) lw 0.8 lc rgb CROSSED
  set label 18 OFFLINE at screen sx(LX+0.27), 1-sy(y) left font F8 tc rgb INK
  y = y + 0.38
}
set object 2 rectangle from screen sx(LX), 1-sy(y+0.07) to screen sx(LX+0.2), 1-sy(y-0.07) fc rgb "#E2EFDE" fs solid noborder
set label 16 GAIN at screen sx(LX+0.27), 1-sy(y) left noenhanced font F8 tc rgb INK
y = y + 0.15*newlines(GAIN)
do for [m=1:NM] {
  if (m == 1 && NSOL > 0) { y = y + 0.36; set label 14 "Solutions" at screen sx(LX), 1-sy(y) left font F85 tc rgb DIM }
  if (m == NSOL+1) { y = y + 0.36; set label 15 "Proposals".(OLDER ? "\n(means over draws)" : "") at screen sx(LX), 1-sy(y) left font F85 tc rgb DIM; y = y + (OLDER ? 0.16 : 0) }
  y = y + 0.23
  if (m <= NSOL) { eval diamond(500000+10*m, spot(LX+0.03, y), 1.0); eval badge(500002+10*m, spot(LX+0.2, y), SIGN[m]) } else { eval badge(500000+10*m, spot(LX+0.1, y), SIGN[m]) }
  set label 500006+10*m TEXT[m] at screen sx(LX+(m <= NSOL ? 0.36 : 0.27)), 1-sy(y) left noenhanced font F8 tc rgb INK
  y = y + 0.15*newlines(TEXT[m])
}

DOT = dot(ROWS < 500 ? 0.6 : 0.4)
EDGE = dot(NFRONT < 200 ? 0.8 : 0.5)
RING = NFRONT < 200 ? "#303030" : "#70303030"
array MX[NM+1]; array MY[NM+1]; array BX[NM+1]; array BY[NM+1]
unset datafile columnheaders
do for [n=1:NPAIR] {
a = PA[n]; b = PB[n]; L = px(n); Y = py(n)
XLO = LO[a]; XHI = HI[a]; YLO = LO[b]; YHI = HI[b]
set lmargin at screen sx(L); set rmargin at screen sx(L+PW)
set tmargin at screen 1-sy(Y); set bmargin at screen 1-sy(Y+PH)
set xrange [XLO:XHI]; set yrange [YLO:YHI]
set xlabel fold(NAMED[a].": worth over no deal", letters(PW, 10), 2) font F10
set ylabel fold(NAMED[b].": worth over no deal", letters(PH, 10), 2) font F10
set xtics font F85; set ytics font F85
set object 1 rectangle from first 0,0 to first XHI,YHI behind fc rgb "#EAF3E7" fs solid noborder
set arrow 1 from 0,YLO to 0,YHI nohead dt 3 lw 1.2 lc rgb DIM
set arrow 2 from XLO,0 to XHI,0 nohead dt 3 lw 1.2 lc rgb DIM
set label 1 "no deal" at first 0, screen 1-sy(Y-0.1) center font F8 tc rgb DIM
set label 2 "no deal" at screen sx(L+PW+0.1), first 0 center rotate by 90 font F8 tc rgb DIM

# badges stand beside their points: the first of some places that is clear of points and badges
do for [m=1:NM] { MX[m] = (VALUE[(m-1)*NQ+a]-XLO)/(XHI-XLO)*PW; MY[m] = (VALUE[(m-1)*NQ+b]-YLO)/(YHI-YLO)*PH }
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
  here = sprintf("screen %.5f, screen %.5f", sx(L+MX[m]), 1-sy(Y+PH-MY[m]))
  at = sprintf("screen %.5f, screen %.5f", sx(L+BX[m]), 1-sy(Y+PH-BY[m]))
  # a line from the point's edge to the disc's
  dx = BX[m] - MX[m]; dy = BY[m] - MY[m]; d = sqrt(dx**2 + dy**2); u = 0.06/d; v = 1 - 0.095/d
  s = sprintf("screen %.5f, screen %.5f", sx(L+MX[m]+dx*u), 1-sy(Y+PH-MY[m]-dy*u))
  e = sprintf("screen %.5f, screen %.5f", sx(L+MX[m]+dx*v), 1-sy(Y+PH-MY[m]-dy*v))
  eval sprintf("set arrow %d from %s to %s nohead lw 2.4 lc rgb 'white' front", 1000+m, s, e)
  eval sprintf("set arrow %d from %s to %s nohead lw 0.9 lc rgb INK front", 2000+m, s, e)
  if (m <= NSOL) { eval diamond(100+10*m, here, 1.4) } else { eval sprintf("set label %d '' at %s point pt 7 ps dot(1) lc rgb 'white' front; set label %d '' at %s point pt 7 ps dot(0.7) lc rgb INK front", 100+10*m, here, 101+10*m, here) }
  eval badge(103+10*m, at, SIGN[m])
}

# layers that are not drawn have points, too: gnuplot reads them and would complain
plot for [k=1:times(NRED > 0)] $DRAWN using ($3 == (NRED > 0) ? column(3+a) : NaN):(column(3+b)) with points pt 2 ps dot(0.5) lw 0.8 lc rgb CROSSED, \
     for [k=1:times(NRED < |$DRAWN|)] $DRAWN using ($3 == (NRED == |$DRAWN|) ? column(3+a) : NaN):(column(3+b)):1 with points pt 7 ps DOT lc palette, \
     for [k=1:times(NFRONT > 0 && NPARTY == 2)] $DRAWN using ($2 == (NFRONT > 0) ? column(3+a) : NaN):(column(3+b)) smooth unique with lines lw 1.2 lc rgb INK, \
     for [k=1:times(NFRONT > 0)] $DRAWN using ($2 == (NFRONT > 0) ? column(3+a) : NaN):(column(3+b)):1 with points pt 7 ps EDGE lc palette, \
     for [k=1:times(NFRONT > 0)] $DRAWN using ($2 == (NFRONT > 0) ? column(3+a) : NaN):(column(3+b)) with points pt 6 ps EDGE lw 0.6 lc rgb RING
unset label; unset object; unset colorbox
do for [m=1:NM] { unset arrow 1000+m; unset arrow 2000+m }
unset arrow 3
}
unset multiplot
