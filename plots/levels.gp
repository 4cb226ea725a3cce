# levels.gp - how often the levels of each issue are accepted: a panel for each issue
# levels.csv: issue, level: the panel, and the place along its axis
#             best_accept_PARTY, best_accept_all: of the package with this level that all accept most often: thick lines
#             accept_PARTY, accept_all: mean over all packages with this level: thin lines
HERE = system("dirname '".ARG0."'")."/"
load HERE."style.gp"
LEVELS = DIR."/levels.csv"
if (!readable(LEVELS)) { print "levels.gp: cannot read ".LEVELS; exit status 1 }
MISSING = lacks(LEVELS, "issue level accept_".DEAL." best_accept_".DEAL." ".each("accept_", PARTIES))
if (MISSING ne "") { print "levels.gp: no column ".MISSING." in ".LEVELS; exit status 1 }
if (rows(LEVELS) == 0) { print "levels.gp: no levels in ".LEVELS; exit status 1 }
NPARTY = words(PARTIES)
BEST = lacks(LEVELS, each("best_accept_", PARTIES)) eq ""   # older files have it of all only: means then

# issues in the order of the file: name, number of levels, longest label
NR = rows(LEVELS)
array NAME[NR]; array COUNT[NR]; array LONG[NR]; array FIRST[NR]
NI = 0
long(row) = columns(level(strcol("issue"), strcol("level")))
entry(row) = (NI == 0 || NAME[NI] ne strcol("issue")) ? \
  (NI = NI + 1, NAME[NI] = strcol("issue"), COUNT[NI] = 1, LONG[NI] = long(0), FIRST[NI] = row, 0) : \
  (COUNT[NI] = COUNT[NI] + 1, LONG[NI] = long(0) > LONG[NI] ? long(0) : LONG[NI], 0)
stats LEVELS using (entry(int($0))) nooutput

# layout, in inches: panels PW x PH, each row as deep as its longest slanted label
NC = NI <= 4 ? (NI == 4 ? 2 : NI) : NI <= 6 ? 3 : NI <= 8 ? 4 : NI == 9 ? 3 : 4
NROW = (NI + NC - 1) / NC
PW = NC == 1 ? 4.2 : NC == 2 ? 2.9 : NC == 3 ? 2.35 : 1.9
PH = NROW == 1 ? 2.4 : NROW == 2 ? 1.7 : 1.35
GAP = 0.3
array TURN[NI]; array STEP[NI]
array DEPTH[NROW]; array TOP[NROW]   # below and above the panels of a row
do for [r=1:NROW] { DEPTH[r] = 0.22; TOP[r] = 0.3 }
LINE = LEAD*9.5/12
L = 0.62
do for [i=1:NI] {
  LONG[i] = LONG[i] > 36 ? 36 : LONG[i]
  w = LONG[i] * wide("x", 8); c = PW / COUNT[i]
  TURN[i] = w + 0.08 > c && (w > 0.4 || COUNT[i] <= 8)   # else every other number will do
  STEP[i] = every(TURN[i] ? 0.17 : w + 0.08, c)
  r = (i-1)/NC + 1
  NAME[i] = fold(issue(NAME[i]), letters(PW+0.15, 9.5), 3)
  d = 0.3 + LINE*newlines(NAME[i])
  TOP[r] = d > TOP[r] ? d : TOP[r]
  d = TURN[i] ? w*0.71 + 0.14 : 0.22
  DEPTH[r] = d > DEPTH[r] ? d : DEPTH[r]
  hang = TURN[i] ? w*0.71 - c/2 + 0.1 : 0
  if (i % NC == 1 || NC == 1) { L = hang > L ? hang : L }
}
W = L + NC*PW + (NC-1)*GAP + 0.2
who(k) = k <= NPARTY ? word(PARTIES, k) : DEAL
array KEY[NPARTY+2]
do for [p=1:NPARTY] { KEY[p] = PARTY[p] }
KEY[NPARTY+1] = agreed("all parties", "passes"); KEY[NPARTY+2] = "mean of all packages with the level"
SUB = BEST ? "Share of draws in which each party".agreed(", and all, accept the package that all accept", " accepts the package that passes")." most often among those with this level".agreed("", ", and in which it passes")."; thin: mean of all packages with it" \
  : "Share of draws in which each party".agreed(", and all, accept", " accepts")." packages with this level".agreed("", ", and in which they pass").": mean of all packages with it"
NKEY = NPARTY + (BEST ? 2 : 1)
T0 = titled(W, SUB)
# the key: entries from left to right, on as many lines as it takes
array KX[NPARTY+2]; array KY[NPARTY+2]
x = 0.15; y = T0 + 0.14
do for [k=1:NKEY] {
  w = 0.42 + wide(cut(KEY[k], 40), 8.5) + 0.26
  if (x + w > W && x > 0.2) { x = 0.15; y = y + 0.22 }
  KX[k] = x; KY[k] = y; x = x + w
}
T = y + 0.2
H = T + 0.1
do for [r=1:NROW] { H = H + TOP[r] + PH + DEPTH[r] }

eval canvas(W, H)
eval heading("SUB")
colour(k) = k <= NPARTY ? hue(k) : INK
dots(k) = k <= NPARTY ? mark(k) : 7
THICK = 2.2; THIN = 0.9
do for [k=1:NKEY] {
  set arrow k from screen sx(KX[k]), 1-sy(KY[k]) to screen sx(KX[k]+0.34), 1-sy(KY[k]) nohead lw (k <= NPARTY+1 ? THICK : THIN) lc rgb (k <= NPARTY+1 ? colour(k) : GREY)
  if (k > NPARTY+1) { set arrow k dt (6,6) }
  if (k <= NPARTY+1) { set label 100+2*k "" at screen sx(KX[k]+0.17), 1-sy(KY[k]) point pt dots(k) ps dot(0.85) lc rgb colour(k) front }
  set label 101+2*k cut(KEY[k], 40) at screen sx(KX[k]+0.42), 1-sy(KY[k]) left noenhanced font F85 tc rgb INK
}
set multiplot
unset key
set border 3 back lw 0.8 lc rgb INK
set yrange [0:1]
set style data linespoints
Y0 = T
do for [i=1:NI] {
  c = (i-1) % NC; r = (i-1)/NC + 1
  if (c == 0 && r > 1) { Y0 = Y0 + TOP[r-1] + PH + DEPTH[r-1] }
  x = L + c*(PW+GAP); y = Y0 + TOP[r]
  set lmargin at screen sx(x); set rmargin at screen sx(x+PW)
  set tmargin at screen 1-sy(y); set bmargin at screen 1-sy(y+PH)
  set xrange [-0.5:COUNT[i]-0.5]
  set label 3 NAME[i] at screen sx(x), 1-sy(y-0.13-LINE*newlines(NAME[i])) left noenhanced font F95 tc rgb INK
  if (TURN[i]) { set xtics rotate by 45 right } else { set xtics norotate autojustify }
  set xtics () ; set xtics font F8 noenhanced scale 0.6
  set grid noxtics ytics
  if (c == 0) { set ytics ("0 %%" 0, "" 0.25, "50 %%" 0.5, "" 0.75, "100 %%" 1) } else { set ytics ("" 0, "" 0.25, "" 0.5, "" 0.75, "" 1) }
  set ytics font F8
  f = FIRST[i]; l = f + COUNT[i] - 1
  do for [k=0:COUNT[i]-1:STEP[i]] {
    stats LEVELS using (s = level(strcol("issue"), strcol("level")), 1) every ::(f+k)::(f+k) nooutput
    set xtics add (tic(cut(s, 36)) k)
  }
  ps = dot(COUNT[i] > 20 ? 0.3 : 0.85)
  plot for [k=1:NPARTY+1] for [j=1:times(BEST)] LEVELS using 0:(column("accept_".who(k))) every ::f::l with lines lw THIN dt (6,6) lc rgb colour(k), \
       for [k=1:NPARTY+1] LEVELS using 0:(column((BEST ? "best_" : "")."accept_".who(k))) every ::f::l lw THICK pt dots(k) ps ps lc rgb colour(k)
  if (i == 1) {   # heading and key once
    unset arrow; unset label
  }
}
unset multiplot
