# endings.gp - how the talks end
# endings.csv: ending, cause (may be empty): a bar, where runs is not 0; share: its length; low, high: 95 % interval
HERE = system("dirname '".ARG0."'")."/"
load HERE."style.gp"
ENDS = DIR."/endings.csv"
if (!readable(ENDS)) { print "endings.gp: cannot read ".ENDS; exit status 1 }
MISSING = lacks(ENDS, "ending cause runs share low high")
if (MISSING ne "") { print "endings.gp: no column ".MISSING." in ".ENDS; exit status 1 }
# those that occur; causes hold no commas
FOUND = "< awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print; next } $at[\"runs\"] > 0' '".ENDS."'"
N = int(system(FOUND[3:*]." | sed 1d | grep -c . || true"))
if (N == 0) { print "endings.gp: no endings in ".ENDS; exit status 1 }

array NAME[N]
stats FOUND using (NAME[int($0)+1] = spaced(strcol("ending")).(strcol("cause") eq "" ? "" : ": ".spaced(strcol("cause"))), 1) nooutput
NAMES = 0
do for [i=1:N] { NAME[i] = cut(NAME[i], 44); w = wide(NAME[i], 9.5); NAMES = w > NAMES ? w : NAMES }

# layout, in inches
BAR = 0.3
PW = 4.2; PH = N*BAR + 0.12
L = 0.15 + NAMES + 0.15
W = L + PW + 0.75
SUB = "How the talks end, share of runs; whiskers: 95 % interval"
T = titled(W, SUB) + 0.08
H = T + PH + 0.55

eval canvas(W, H)
eval heading("SUB")
set lmargin at screen sx(L); set rmargin at screen sx(L+PW)
set tmargin at screen 1-sy(T); set bmargin at screen 1-sy(T+PH)
set xrange [0:1]; set yrange [PH:0]
unset ytics; unset key
set grid noytics xtics
set xtics ("0 %%" 0, "20 %%" 0.2, "40 %%" 0.4, "60 %%" 0.6, "80 %%" 0.8, "100 %%" 1) font F85
set xlabel "share of runs" font F9
at(i) = 0.06 + (i-0.5)*BAR
do for [i=1:N] { set label 100+i NAME[i] at screen sx(L-0.1), 1-sy(T+at(i)) right noenhanced font F95 tc rgb INK }
y(i) = at(int(i)+1)
# an agreement in the first colour, all that is none in grey
colour(name) = name eq "agreement" ? 0x0072B2 : 0x8A8A8A
h = BAR*0.36
plot FOUND using (0):(y($0)):(0):(column("share")):(y($0)-h):(y($0)+h):(colour(strcol("ending"))) with boxxyerror fs solid 0.85 noborder lc rgb variable, \
     FOUND using (column("share")):(y($0)):(column("low")):(column("high")) with xerrorbars pt -1 lw 1.2 lc rgb INK, \
     FOUND using (column("high")):(y($0)):(percent(column("share"))) with labels left offset 0.6,0 font F8 tc rgb INK
