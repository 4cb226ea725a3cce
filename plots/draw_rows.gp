# draw_rows.gp - draws the rows that a script has put into the arrays of rows.gp
ABOVE = 0.34   # a heading above a row
# of a label or note with two lines, each
after(s) = s[strstrt(s, "\n")+1:*]
line_of(s) = strstrt(s, "\n") > 0 ? s[1:strstrt(s, "\n")-1] : s
label_wide(s) = wide(line_of(s), 8) > wide(after(s), 8) ? wide(line_of(s), 8) : wide(after(s), 8)
label_cut(s, n) = strstrt(s, "\n") > 0 ? cut(line_of(s), n)."\n".cut(after(s), n) : cut(s, n)
NAMES = 0.5; NOTES = NOTED eq "" ? 0 : 1.2*wide(NOTED, 7.5)/(1 + newlines(NOTED))
array PLACE[N]
y = 0.05
do for [i=1:N] {
  if (GROUP[i] ne "") { y = y + ABOVE; w = wide(cut(GROUP[i], 64), 9.5) - 0.2; NAMES = w > NAMES ? w : NAMES }
  PLACE[i] = y + ROW/2; y = y + ROW
  w = label_wide(label_cut(LABEL[i], 98)); NAMES = w > NAMES ? w : NAMES
  w = label_wide(label_cut(NOTE[i], 70)); NOTES = w > NOTES ? w : NOTES
}
PW = 3.4; PH = y + 0.05
L = 0.3 + NAMES + 0.1
W = L + PW + 0.3 + (NOTES > 0 ? NOTES + 0.2 : 0.3)
y = titled(W, SUB) + 0.14; x = 0.15
do for [k=1:KEYS] { y = keyed(k, 0.15, W-0.15, x, y); x = KX[k] + key_width(k) }
T = y + (KEYS > 0 ? 0.14 : 0) + (NOTED eq "" ? 0.02 : 0.16*(1 + newlines(NOTED)))
H = T + PH + 0.6 + (REST eq "" ? 0 : 0.2)

eval canvas(W, H)
eval heading("SUB")
do for [k=1:KEYS] {
  if (KEYMARK[k] == 0) { eval square(k, 900+k) } else {
    set label 900+k "" at screen sx(KX[k]+0.07), 1-sy(KY[k]) point pt KEYMARK[k] ps dot(0.9) lc rgb KEYHUE[k]
    set label 950+k cut(KEY[k], 36) at screen sx(KX[k]+0.19), 1-sy(KY[k]) left noenhanced font F85 tc rgb INK
  }
}
if (NOTED ne "") { set label 4 NOTED at screen sx(L+PW+0.3), 1-sy(T-0.06-0.12*newlines(NOTED)) left font F75 tc rgb DIM }
if (REST ne "") { set label 5 REST at screen sx(0.15), sy(0.17) left noenhanced font F85 tc rgb DIM }
set lmargin at screen sx(L); set rmargin at screen sx(L+PW)
set tmargin at screen 1-sy(T); set bmargin at screen 1-sy(T+PH)
set xrange [XLO:XHI]; set yrange [PH:0]   # y in inches from the top of the frame
unset ytics; unset key
set border 1 back lw 0.8 lc rgb INK
set grid noytics xtics
S = step(XHI - XLO, 7)
set xtics S font F85 format PERCENT ? "" : "%g"
if (PERCENT) { set xtics (); do for [j=int(floor(XLO/S+1e-9)):int(ceil(XHI/S-1e-9))] { if (j*S >= XLO - 1e-9 && j*S <= XHI + 1e-9) { set xtics add (sprintf("%g %%%%", 100*j*S) j*S) } } }
set xlabel XNAME font F9
set arrow 1 from (XLO > 0 ? XLO : 0), graph 0 to (XLO > 0 ? XLO : 0), graph 1 nohead lw 0.8 lc rgb INK back
h = ROW*0.36
do for [i=1:N] {
  y = PLACE[i]
  if (GROUP[i] ne "") { set label 10000+i cut(GROUP[i], letters(W-0.3, 9.5)) at screen sx(0.15), 1-sy(T+y-ROW/2-0.13) left noenhanced font F95 tc rgb INK }
  set label 20000+i label_cut(LABEL[i], 98) at screen sx(L-0.1), 1-sy(T+y-0.07*newlines(LABEL[i])) right noenhanced font F8 tc rgb INK
  if (NOTE[i] ne "") { set label 30000+i label_cut(NOTE[i], 70) at screen sx(L+PW+0.3), 1-sy(T+y-0.07*newlines(NOTE[i])) left noenhanced font F8 tc rgb INK }
  do for [k=1:NS] {
    p = mark_of(i, k); v = AT[p]; tag = 40000 + p
    if (is_there(v)) {
      lane = BARS || FLAT ? y : y + ((k-1) % LANES + 1 - (LANES+1)/2.)*ROW*0.5/LANES
      if (BARS) { set object tag rectangle from (v > 0 ? 0 : v), y-h to (v > 0 ? v : 0), y+h fs solid 0.85 noborder fc rgb TINT[i] }
      if (is_there(FROM[p]) && is_there(TO[p])) { set arrow tag from FROM[p], lane to TO[p], lane nohead lw 1.2 lc rgb (BARS ? INK : SHADE[k]) front }
      if (!BARS) { set label tag "" at first v, lane point pt SHAPE[k] ps dot(0.9) lc rgb SHADE[k] front }
    }
  }
}
plot NaN notitle
