# dance.gp - one run of the talks: offers by worth to the first two sides, and by term over time
# offers.csv: day, by, act (offer, text, final, accept, event ...), event, surplus_PARTY, package, ISSUE
# terms.csv: issue, level: the levels of each issue: numbers stand at their value, others in their order
HERE = system("dirname '".ARG0."'")."/"
load HERE."style.gp"
OFFERS = DIR."/offers.csv"; TERMS = DIR."/terms.csv"
if (!readable(OFFERS)) { print "dance.gp: cannot read ".OFFERS; exit status 1 }
if (!readable(TERMS)) { print "dance.gp: cannot read ".TERMS; exit status 1 }
MISSING = lacks(OFFERS, "run day by act event package ".each("surplus_", PARTIES).each("", ISSUES))
if (MISSING ne "") { print "dance.gp: no column ".MISSING." in ".OFFERS; exit status 1 }
A = word(PARTIES, 1); B = word(PARTIES, 2); NP = words(PARTIES)

RUN = system("awk -F, 'NR == 2 { print $1 }' '".OFFERS."'")
NSAID = int(system("awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } $at[\"package\"] != \"\"' '".OFFERS."' | wc -l"))
if (NSAID == 0) {
  W = 6; H = 2; eval canvas(W, H)
  SUB = RUN eq "" ? "One run" : "Run ".RUN
  eval heading("SUB")
  set label 1 "no package is put forward in this run" at screen 0.5,0.4 center font F10 tc rgb DIM
  unset border; unset tics; unset key; set xrange [0:1]; set yrange [0:1]
  plot NaN notitle
  exit
}

# what an act is in the pictures: 0 an offer, 1 the mediator's text, 2 taken, 3 refused, 4 none of these.  What leaders
# accept and a body then refuses is not taken: only what is accepted after the last refusal
LASTNO = system("awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } $at[\"act\"] ~ /^(refuse|rejects)$/ { n = NR } END { print n + 0 }' '".OFFERS."'")
# of more than two sides each offer but the last is refused by somebody, and the last may be: then what is agreed is taken,
# and refusals are not drawn
TALKS = DIR."/talks.csv"; MANY = NP > 2
if (MANY) {
  AGREES = readable(TALKS) ? system("awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } $at[\"run\"] == \"".RUN."\" { print $at[\"ending\"] == \"agreement\"; exit }' '".TALKS."'") : "0"
  LASTNO = AGREES eq "1" ? system("awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } $at[\"act\"] ~ /^(offer|text|final)$/ { n = NR } END { print n + 0 }' '".OFFERS."'") : "1e9"
}
KIND = 'function kind(act, row) { return act == "offer" ? 0 : act == "final" || act == "text" || act == "draft" ? 1 : act == "accept" && row > '.LASTNO.' ? 2 : act == "refuse" || act == "rejects" ? '.(MANY ? "4" : "3").' : 4 } '
# the number of a side, one more for others
WHO = 'function whose(by,   i, side) { for (i = split("'.PARTIES.'", side, " "); i > 0; i--) if (side[i] == by) return i; return '.sprintf("%d", NP + 1).' } '
# each issue's levels, and what was said of it: issue number, day, who, act, place of the level
unset datafile columnheaders
set table $SAID separator comma
LOOK = "< awk -F, '".KIND.WHO.'FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; pass++; next } ' \
  .'pass == 1 { if (!($at["issue"] in seen)) { seen[$at["issue"]] = ++issues } k = seen[$at["issue"]]; level[k, count[k]++] = $at["level"]; name[k] = $at["issue"]; if ($at["level"] !~ /^[-+]?[0-9.]+(e[-+]?[0-9]+)?$/) words[k] = 1; next } ' \
  .'!placed++ { for (k = 1; k <= issues; k++) for (l = 0; l < count[k]; l++) place[k "," level[k, l]] = k in words ? l : level[k, l] } ' \
  .'$at["package"] != "" { who = whose($at["by"]); act = kind($at["act"], FNR); ' \
  .'for (k = 1; k <= issues; k++) print k "," $at["day"] "," who "," act "," place[k "," $at[name[k]]] "," $at["surplus_'.A.'"] "," $at["surplus_'.B.'"] }'."' '".TERMS."' '".OFFERS."'"
plot LOOK using 1:2:3:4:5:6:7 with table
unset table
# the issues with a choice, their levels and titles
LIST(issue) = system("awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } $at[\"issue\"] == \"".issue."\" { printf \"%s \", $at[\"level\"] }' '".TERMS."'")
NI = words(ISSUES)
array LEVELS[NI]; array NUMERIC[NI]
ARE_NUMBERS(issue) = int(system("awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } $at[\"issue\"] == \"".issue."\" && $at[\"level\"] !~ /^[-+]?[0-9.]+(e[-+]?[0-9]+)?$/ { word = 1 } END { print 1 - word }' '".TERMS."'"))
SHOWN = ""; LONG = 0
do for [k=1:NI] { LEVELS[k] = LIST(word(ISSUES, k)); if (words(LEVELS[k]) > 1) {
  SHOWN = SHOWN.sprintf(" %d", k)
  NUMERIC[k] = ARE_NUMBERS(word(ISSUES, k))
  do for [l=1:words(LEVELS[k])] {
    w = wide(cut(level(word(ISSUES, k), word(LEVELS[k], l)), 40), 7.5); LONG = w > LONG ? w : LONG
  }
} }
NS = words(SHOWN)
# events with their days
MARKED = system("awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } $at[\"act\"] == \"event\" { print $at[\"day\"] \"|\" $at[\"event\"] } $at[\"act\"] ~ /^(pilot_works|pilot_fails|draft|final|no_final)$/ { print $at[\"day\"] \"|\" $at[\"act\"] } $at[\"act\"] ~ /^(ratifies|rejects)$/ { print $at[\"day\"] \"|\" $at[\"event\"] \"_\" $at[\"act\"] }' '".OFFERS."' | tr '\\n' ' '")
# the date of day 0: that of the first row, less its days
FIRST = system("awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } NR == 2 { print (\"date\" in at) ? $at[\"date\"] : \"\" }' '".OFFERS."'")
DAYS = real(system("awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } NR == 2 { print $at[\"day\"] }' '".OFFERS."'"))
FIRST = FIRST eq "" ? "" : strftime("%Y-%m-%d", strptime("%Y-%m-%d", FIRST) - 86400 * floor(DAYS))
LAST = real(system("awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } { d = $at[\"day\"] } END { print d }' '".OFFERS."'"))
LAST = LAST > 0 ? LAST : 1
NE = words(MARKED)
array EDAY[NE+1]; array ENAME[NE+1]
LISTING = 0
do for [e=1:NE] { w = word(MARKED, e); c = strstrt(w, "|"); EDAY[e] = real(w[1:c-1]); ENAME[e] = cut(spaced(w[c+1:*]), 44); w = wide("a  ".ENAME[e], 8); LISTING = w > LISTING ? w : LISTING }

# layout, in inches: worth at the left, terms at the right, events below the terms
PW = 3.6; PH = 3.6
TW = 3.9; TH = 0.62; TGAP = 0.3; NAMES = LONG + 0.25 < 0.8 ? 0.8 : LONG + 0.25
L = 0.9; TL = L + PW + 0.45 + NAMES
RIGHT = NE > 0 ? 0.35 + LISTING : 0.25
W = TL + TW + RIGHT
SUB = "Run ".RUN.": what the offers are worth to ".(NP == 2 ? "both sides" : PARTY[1]." and ".PARTY[2])." over no deal, and what they say of each term, by day".(FIRST eq "" ? "" : " (day 0 is ".FIRST.")")
T = titled(W, SUB) + 0.42
TALL = NS*(TH + TGAP)
LISTED = 0.3 + 0.2*NE
KEYS = NP > 6 ? 0.75 + 0.21*(NP + 3) : 1.45   # below the plane
H = T + (PH + KEYS > TALL + 0.35 ? PH + KEYS : TALL + 0.35)
H = H > T + LISTED ? H : T + LISTED

eval canvas(W, H)
set multiplot
eval heading("SUB")
unset datafile columnheaders

# worth: each side's offers as a path; the light part of the plane is better than no deal for both
XLO = 0; XHI = 0.05; YLO = 0; YHI = 0.05
stats $SAID using 6 nooutput name "X"
stats $SAID using 7 nooutput name "Y"
XLO = X_min < XLO ? X_min : XLO; XHI = X_max > XHI ? X_max : XHI
YLO = Y_min < YLO ? Y_min : YLO; YHI = Y_max > YHI ? Y_max : YHI
DX = 0.07*(XHI-XLO); XLO = XLO-DX; XHI = XHI+DX; DY = 0.07*(YHI-YLO); YLO = YLO-DY; YHI = YHI+DY
set lmargin at screen sx(L); set rmargin at screen sx(L+PW)
set tmargin at screen 1-sy(T); set bmargin at screen 1-sy(T+PH)
set xrange [XLO:XHI]; set yrange [YLO:YHI]
set xlabel fold(PARTY[1].": worth over no deal", letters(PW, 10), 2) font F10
set ylabel fold(PARTY[2].": worth over no deal", letters(PH, 10), 2) font F10
set xtics font F85; set ytics font F85
set object 1 rectangle from first 0,0 to first XHI,YHI behind fc rgb "#EAF3E7" fs solid noborder
set arrow 1 from 0,YLO to 0,YHI nohead dt 3 lw 1.2 lc rgb DIM
set arrow 2 from XLO,0 to XHI,0 nohead dt 3 lw 1.2 lc rgb DIM
set key at screen sx(L), 1-sy(T+PH+0.62) left top Left reverse horizontal font F85 maxrows 1
if (NP > 6) { set key vertical maxrows NP+4 }
mine(k) = ($1 == 1 && $3 == k && $4 == 0)
COUNTS = system("awk -F, '".KIND.WHO."NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } { a = $at[\"act\"]; w = $at[\"by\"]; " \
  ."k = kind(a, NR); n[whose(w)] += k == 0; n[k + ".NP."] += k > 0 && k < 4 } END { for (i = 1; i <= ".NP." + 3; i++) printf \"%d \", n[i] }' '".OFFERS."'")
# (a layer that is not drawn is read all the same, and must have points)
some(k) = times(int(word(COUNTS, k)) > 0)
PATHS = NP > 6 ? 2 : NP   # of many sides those of the two to whom it is worth that; of others the points
plot for [k=1:PATHS] for [j=1:some(k)] $SAID using (!some(k) || mine(k) ? $6 : NaN):7 with linespoints pt mark(k) ps dot(0.7) lw 1 lc rgb hue(k) title PARTY[k]." offers", \
     for [k=PATHS+1:NP] for [j=1:some(k)] $SAID using (k > NP || !some(k) || mine(k) ? $6 : NaN):7 with points pt mark(k) ps dot(0.7) lc rgb hue(k) title PARTY[k > NP ? 1 : k]." offers", \
     for [j=1:some(NP+1)] $SAID using (!some(NP+1) || ($1 == 1 && $4 == 1) ? $6 : NaN):7 with linespoints pt 7 ps dot(0.8) lw 1 lc rgb GREY title "the mediator's text", \
     for [j=1:some(NP+2)] $SAID using (!some(NP+2) || ($1 == 1 && $4 == 2) ? $6 : NaN):7 with points pt 12 ps dot(2) lw 1.6 lc rgb INK title MANY ? "agreed" : "accepted", \
     for [j=1:some(NP+3)] $SAID using (!some(NP+3) || ($1 == 1 && $4 == 3) ? $6 : NaN):7 with points pt 2 ps dot(1.4) lw 1.6 lc rgb INK title "refused"
unset object 1; unset arrow 1; unset arrow 2; unset key; unset label 1001; unset label 1002

# terms: one strip an issue, its levels from below in the order of the scenario
do for [e=1:NE] { set arrow 100+e from first EDAY[e], graph 0 to first EDAY[e], graph 1 nohead dt 2 lw 0.9 lc rgb "#D55E00" back }
set xlabel ""; set ylabel ""
set lmargin at screen sx(TL); set rmargin at screen sx(TL+TW)
# letters above the strips; events on one day share a place
do for [e=1:NE] {
  same = 0; do for [o=1:e-1] { same = same + (abs(EDAY[o]-EDAY[e]) < LAST/40.) }
  set label 300+e "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ"[e:e] at screen sx(TL + TW*(EDAY[e]+0.02*LAST)/(1.04*LAST) + 0.09*same), 1-sy(T-0.27) center font F8 tc rgb "#D55E00"
  set label 400+e "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ"[e:e]."  ".ENAME[e] at screen sx(TL+TW+0.15), 1-sy(T+0.1+0.2*(e-1)) left noenhanced font F8 tc rgb INK
}
do for [s=1:NS] {
  k = int(word(SHOWN, s)); n = words(LEVELS[k]); top = T + (s-1)*(TH+TGAP)
  set tmargin at screen 1-sy(top); set bmargin at screen 1-sy(top+TH)
  set label 200 cut(ISSUE[k], 60) at graph 0, screen 1-sy(top-0.1) left noenhanced font F8 tc rgb DIM
  place(l) = NUMERIC[k] ? real(word(LEVELS[k], l)) : l - 1
  lowest = place(1); highest = place(1)
  do for [l=2:n] { v = place(l); lowest = v < lowest ? v : lowest; highest = v > highest ? v : highest }
  high = (highest - lowest)*TH/(TH - 0.24)   # of the strip, in units of the levels
  set xrange [-0.02*LAST:1.02*LAST]; set yrange [(lowest+highest-high)/2.:(lowest+highest+high)/2.]
  set ytics () font F75
  # as many names as fit, both ends among them
  last = lowest - high
  do for [l=1:n] {
    v = place(l); room = 0.11*high/TH
    if (v == lowest || v == highest || (abs(v - last) >= room && abs(highest - v) >= room && v - lowest >= room)) {
      set ytics add (tic(cut(level(word(ISSUES, k), word(LEVELS[k], l)), 40)) v); last = v
    }
  }
  set xtics font F75
  if (s < NS) { set format x "" } else { set format x "%g"; set xlabel "day" font F85 }
  plot for [p=1:NP] for [j=1:some(p)] $SAID using (!some(p) || ($1 == k && $3 == p && $4 == 0) ? $2 : NaN):($5 + 0.1*high/NP*(p-(NP+1)/2.)) with linespoints pt mark(p) ps dot(0.5) lw 1 lc rgb hue(p), \
       for [j=1:some(NP+1)] $SAID using (!some(NP+1) || ($1 == k && $4 == 1) ? $2 : NaN):5 with points pt 7 ps dot(0.7) lc rgb GREY, \
       for [j=1:some(NP+2)] $SAID using (!some(NP+2) || ($1 == k && $4 == 2) ? $2 : NaN):5 with points pt 12 ps dot(1.4) lw 1.4 lc rgb INK, \
       for [j=1:some(NP+3)] $SAID using (!some(NP+3) || ($1 == k && $4 == 3) ? $2 : NaN):5 with points pt 2 ps dot(1) lw 1.4 lc rgb INK
  if (s == 1) { do for [e=1:NE] { unset label 300+e; unset label 400+e } }
}
unset multiplot
