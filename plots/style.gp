# style.gp - the look that all pictures share: terminals, colours, text measures, badges
#
# A script loads this first, reads its data, decides on a size W x H in inches, and only then says
# `eval canvas(W, H)`, which opens OUT (.png, .svg or .pdf).  Everything is laid out in inches.
if (!exists("DIR") || !exists("OUT") || !exists("PARTIES")) {
  print "usage: gnuplot -e \"DIR='RESULTS'; OUT='PICTURE.{png,svg,pdf}'; PARTIES='a b'; ISSUES='x y'; PARTY_TITLES='A<tab>B'; ISSUE_TITLES='X<tab>Y'; AXES=''; TITLE=''; \" SCRIPT.gp"
  exit status 2
}
if (!exists("AXES")) { AXES = "" }
if (!exists("TITLE")) { TITLE = "" }
if (!exists("ISSUES")) { ISSUES = "" }
if (!exists("PARTY_TITLES")) { PARTY_TITLES = "" }
if (!exists("ISSUE_TITLES")) { ISSUE_TITLES = "" }
if (!exists("DEAL")) { DEAL = "all" }   # "rule": the scenario has a rule of agreement; columns of what would be agreed end so
if (!exists("WIDE")) { WIDE = "" }
if (!exists("LACKING")) { LACKING = "" }
if (!exists("TITLED")) { array TITLED[1] = [""]; array TITLE_OF[1] = [""] }
set encoding utf8
set minussign
set datafile separator comma
set datafile columnheaders
set datafile missing NaN

# files
readable(f) = system("test -r '".f."' && echo yes") eq "yes"
# the first of some columns that a file lacks, or ""
lacks(f, names) = system("awk -F, -v need='".names."' '{ for (i = 1; i <= NF; i++) has[$i] = 1; n = split(need, name, \" \"); " \
  ."for (i = 1; i <= n; i++) if (!(name[i] in has)) { print name[i]; exit } exit }' '".f."'")
each(prefix, names) = words(names) == 0 ? "" : prefix.word(names, 1)." ".each(prefix, words(names) > 1 ? names[strlen(word(names, 1))+2:*] : "")
rows(f) = int(system("sed 1d '".f."' | grep -c . || true"))

# terminals: font(9) is 9 pt on paper in each of them
SUFFIX = OUT[strlen(OUT)-3:*]
UNIT = SUFFIX eq ".svg" ? 12./9 : SUFFIX eq ".pdf" ? 0.75 : 11./9
FONT = "DejaVu Sans"
POINT = SUFFIX eq ".svg" ? 0.6 : SUFFIX eq ".pdf" ? 0.71 : 1.   # the same for points: ps dot(1)
dot(size) = size * POINT
font(pt) = sprintf("%s,%.1f", FONT, pt * UNIT)
F12 = font(12); F10 = font(10); F9 = font(9); F95 = font(9.5); F85 = font(8.5); F8 = font(8); F75 = font(7.5)
canvas(w, h) = ( \
  SUFFIX eq ".svg" ? sprintf("set terminal svg size %d,%d noenhanced font '%s' background rgb 'white' linewidth 1.2 rounded; ", w*96, h*96, font(9)) : \
  SUFFIX eq ".pdf" ? sprintf("set terminal pdfcairo size %.3f,%.3f noenhanced font '%s' fontscale 1 linewidth 1.6 rounded; ", w, h, font(9)) : \
  sprintf("set terminal pngcairo size %d,%d noenhanced font '%s' fontscale 1.3 linewidth 1.9 pointscale 1.5 rounded background rgb 'white'; ", w*160, h*160, font(9))) \
  ."set output OUT"
# a length in inches as a share of the picture
sx(inch) = inch / W
sy(inch) = inch / H

# text: width on paper in inches (DejaVu Sans is about 0.57 em a letter), cut and wrapped.  Characters of WIDE, as
# Chinese ones, take two columns; `in_columns` is how many characters n columns hold
columns(s) = WIDE eq "" ? strlen(s) : strlen(s) + doubles(s)
doubles(s) = strlen(s) < 2 ? s ne "" && strstrt(WIDE, s) > 0 : doubles(s[1:strlen(s)/2]) + doubles(s[strlen(s)/2+1:*])
in_columns(s, n) = WIDE eq "" ? n : shorter(s, n, n)
shorter(s, n, k) = columns(s[1:k]) <= n ? k : shorter(s, n, k - (columns(s[1:k]) - n + 1)/2)
wide(text, pt) = columns(text) * pt * 0.57 / 72
MARK = "\342\200\216"   # of direction, around a title from right to left
cut(text, n) = columns(text) > n ? text[1:in_columns(text, n-1)]."…".(text[1:1] eq MARK ? MARK : "") : text
space(s, n) = n < 1 ? 0 : s[n:n] eq " " ? n : space(s, n-1)
broken(s, n, k, m) = k > 0 ? s[1:k-1]."\n".wrap(s[k+1:*], n) : s[1:m]."\n".wrap(s[m+1:*], n)
wrap(s, n) = columns(s) <= n ? s : broken(s, n, space(s, in_columns(s, n)+1), in_columns(s, n))
# lines of about the same length: as narrow as the number of lines allows, unless a word would break
even(s, n) = n > 8 && newlines(wrap(s, n-1)) == newlines(wrap(s, n)) && strlen(wrap(s, n-1)) == strlen(wrap(s, n)) ? even(s, n-1) : wrap(s, n)
# at most k lines; where that is too few, the last one is cut
fold(s, n, k) = newlines(wrap(s, n)) < k ? even(s, n) : clipped(s, n, k)
clipped(s, n, k) = columns(s) <= n ? s : k <= 1 ? cut(s, n) : clip_at(s, n, k, space(s, in_columns(s, n)+1))
clip_at(s, n, k, at) = at > 0 ? s[1:at-1]."\n".clipped(s[at+1:*], n, k-1) : s[1:in_columns(s, n)]."\n".clipped(s[in_columns(s, n)+1:*], n, k-1)
# by halves: gnuplot allows no deep recursion
newlines(s) = strlen(s) < 2 ? s eq "\n" : newlines(s[1:strlen(s)/2]) + newlines(s[strlen(s)/2+1:*])
spaced(s) = strlen(s) < 2 ? (s eq "_" ? " " : s) : spaced(s[1:strlen(s)/2]).spaced(s[strlen(s)/2+1:*])
# labels of tics are formats
tic(s) = strlen(s) < 2 ? (s eq "%" ? "%%" : s) : tic(s[1:strlen(s)/2]).tic(s[strlen(s)/2+1:*])
# every how many-th label is written, so that they stand `need` inches apart
every(need, cell) = nice(need/cell, 1)
nice(n, i) = i > words(STEPS) ? ceil(n) : int(word(STEPS, i)) >= n ? int(word(STEPS, i)) : nice(n, i+1)
STEPS = "1 2 4 5 10 20 40 50 100 200 400 500 1000"
LEAD = SUFFIX eq ".svg" ? 0.25 : 0.21   # from one line of the title to the next
# title above subtitle, flush left; `titled` is what it takes in inches, `heading` sets it
letters(inch, pt) = int(inch / wide("x", pt))
titled(w, sub) = 0.34 + LEAD*newlines(wrap(TITLE, letters(w-0.3, 12))) + 0.19*(1 + newlines(even(sub, letters(w-0.3, 9))))
heading(sub) = "set label 1001 wrap(TITLE, letters(W-0.3, 12)) at screen sx(0.15), 1-sy(0.17) left noenhanced font F12 tc rgb INK; " \
  ."set label 1002 even(".sub.", letters(W-0.3, 9)) at screen sx(0.15), 1-sy(0.43+LEAD*newlines(wrap(TITLE, letters(W-0.3, 12)))) left noenhanced font F9 tc rgb DIM"

# titles of parties and issues, with a tab between; without them, their names
array PARTY[words(PARTIES)+1]; array ISSUE[words(ISSUES)+1]
do for [i=1:words(PARTIES)] { PARTY[i] = word(PARTIES, i) }
do for [i=1:words(ISSUES)] { ISSUE[i] = word(ISSUES, i) }
i = 1; text = ""
do for [c=1:strlen(PARTY_TITLES)] {
  s = PARTY_TITLES[c:c]
  if (s ne "\t") { text = text.s }
  if ((s eq "\t" || c == strlen(PARTY_TITLES)) && i <= words(PARTIES)) { if (text ne "") { PARTY[i] = text }; i = i + 1; text = "" }
}
i = 1; text = ""
do for [c=1:strlen(ISSUE_TITLES)] {
  s = ISSUE_TITLES[c:c]
  if (s ne "\t") { text = text.s }
  if ((s eq "\t" || c == strlen(ISSUE_TITLES)) && i <= words(ISSUES)) { if (text ne "") { ISSUE[i] = text }; i = i + 1; text = "" }
}
# what no font has the letters of is called by its name; a viewer of an SVG file has fonts of its own
strange(s) = strlen(s) < 2 ? s ne "" && strstrt(LACKING, s) > 0 : strange(s[1:strlen(s)/2]) || strange(s[strlen(s)/2+1:*])
boxed(s) = strlen(s) < 2 ? (strange(s) ? "□" : s) : boxed(s[1:strlen(s)/2]).boxed(s[strlen(s)/2+1:*])
if (SUFFIX eq ".svg") { LACKING = "" }
if (LACKING ne "") {
  do for [i=1:words(PARTIES)] { if (strange(PARTY[i])) { PARTY[i] = spaced(word(PARTIES, i)) } }
  do for [i=1:words(ISSUES)] { if (strange(ISSUE[i])) { ISSUE[i] = spaced(word(ISSUES, i)) } }
  do for [i=1:|TITLED|] { if (strange(TITLE_OF[i])) { TITLED[i] = "" } }
  TITLE = boxed(TITLE)
}
issue(name) = issue_from(name, 1)
issue_from(name, i) = i > words(ISSUES) ? name : word(ISSUES, i) eq name ? ISSUE[i] : issue_from(name, i+1)

# titles of levels, proposals, phases and bodies: TITLED has their keys, TITLE_OF the titles.  What has none there, as in
# older folders, is called by its name.  Another scenario of the folder may have a title of its own
title_at(key) = int(sum [i=1:|TITLED|] (TITLED[i] eq key ? i : 0))
called_at(i, name) = i > 0 ? TITLE_OF[i] : spaced(name)
proposal(name) = called_at(title_at("proposal.".name), name)
level(issue, name) = called_at(title_at("level.".issue.".".name), name)
phase_title(name) = called_at(title_at("phase.".name), name)
body(party, name) = called_at(title_at("body.".party.".".name), name)
proposal_of(scenario, name) = title_at(scenario.":proposal.".name) > 0 ? TITLE_OF[title_at(scenario.":proposal.".name)] : proposal(name)

# that a package would be agreed: how it is said where all must accept, and by a rule
agreed(all, rule) = DEAL eq "rule" ? rule : all
ACCEPT = agreed("all accept", "it passes"); SUITS = agreed("suits all", "passes"); WHOEVER = agreed("all", "passes")

# shares as per cent, as the summary words them: 0 and 100 only when exact
number(v) = v <= 0 ? "0" : v >= 1 ? "100" : v <= 0.005 ? "<1" : v >= 0.995 ? ">99" : sprintf("%.0f", 100*v)
thousands(n) = n < 1000 ? sprintf("%d", n) : thousands(int(n)/1000).sprintf(",%03d", int(n)%1000)
percent(v) = number(v)." %"

# Okabe-Ito colours: safe for colour-blind readers.  Parties take theirs in order.
INK = "#303030"; DIM = "#6A6A6A"; GREY = "#8A8A8A"; BANNED = "#DADADA"
HUES = "#0072B2 #E69F00 #009E73 #CC79A7 #56B4E9 #D55E00 #B8A800"
MARKS = "5 9 13 11 4 8 12"
hue(i) = word(HUES, (i-1) % words(HUES) + 1)
mark(i) = int(word(MARKS, (i-1) % words(MARKS) + 1))
# perceptually uniform (gnuplot 5.4 has no built-in viridis)
VIRIDIS = "0 '#440154', 1 '#472D7B', 2 '#3B528B', 3 '#2C728E', 4 '#21918C', 5 '#28AE80', 6 '#5EC962', 7 '#ADDC30', 8 '#FDE725'"
# from pale to dark blue, for points on white; grey is for those that cross a red line
DEPTH = "0 '#C4D9E9', 1 '#9CC4DF', 2 '#5FA5CE', 3 '#0072B2', 4 '#003B66'"

# a round step: at most n of them reach to `most`
step_from(e, most, n) = most <= n*e ? e : most <= 2*n*e ? 2*e : most <= 5*n*e ? 5*e : 10*e
step(most, n) = most > 0 ? step_from(10**floor(log10(1.0*most/n)), most, n) : 1

# a scale of colours from 0 to the round share that holds `most`, not to 100 %: `scale_end` is its end, `scaled` sets it
scale_end(most) = most <= 0 ? 0.05 : ceil(most/step(most, 5) - 1e-9)*step(most, 5) > 1 ? 1 : ceil(most/step(most, 5) - 1e-9)*step(most, 5)
scale_tics(k, n, s) = k > n ? "" : (k > 0 ? ", " : "").sprintf("'%g %%%%' %g", 100*k*s, k*s).scale_tics(k+1, n, s)
scaled(most) = sprintf("set cbrange [0:%g]; set cbtics scale 0 font F85; set cbtics (", scale_end(most)) \
  .scale_tics(0, int(scale_end(most)/step(scale_end(most), 5) + 0.5), step(scale_end(most), 5)).")"

# badges: a letter or number in a white disc with a dark edge; tags are multiples of 10
badge(tag, at, text) = sprintf("set label %d '' at %s point pt 7 ps %g lc rgb INK front; set label %d '' at %s point pt 7 ps %g lc rgb 'white' front; set label %d '%s' at %s center front font F75 tc rgb INK", \
  tag, at, DISC, tag+1, at, DISC*0.86, tag+2, text, at)
diamond(tag, at, size) = sprintf("set label %d '' at %s point pt 13 ps %g lc rgb 'white' front; set label %d '' at %s point pt 13 ps %g lc rgb INK front", \
  tag, at, dot(size*1.35), tag+1, at, dot(size))
DISC = dot(2.4)
times(x) = x ? 1 : 0   # for [k=1:times(x)] draws a layer once or, where it would be empty, not at all
spot(x, y) = sprintf("screen %.5f, screen %.5f", sx(x), 1-sy(y))

# light frame: left and bottom only, ticks outwards, faint grid below the data
set border 3 back lw 0.8 lc rgb INK
set tics nomirror out scale 0.6 textcolor rgb INK
set grid back lt 1 lw 0.5 lc rgb "#E2E2E2"
set xlabel textcolor rgb INK noenhanced
set ylabel textcolor rgb INK noenhanced
set key noenhanced nobox samplen 1.6 spacing 1.15 textcolor rgb INK
