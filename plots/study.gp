# study.gp - what the pictures of a sensitivity share: questions in words, whose a number is, keys
#
# A script loads this after it has set HERE.  What comes from a file is never part of code or of a
# command of the shell: it stays in arrays.
# effects.csv: output proposal party: a question, with a row for each number: number, whose, and how
#              often it changes the answer: flips low_flips high_flips; most often first
load HERE."style.gp"
EFFECTS = DIR."/effects.csv"
if (!readable(EFFECTS)) { print "study.gp: cannot read ".EFFECTS; exit status 1 }
MISSING = lacks(EFFECTS, "output proposal party number whose flips low_flips high_flips")
if (MISSING ne "") { print "study.gp: no column ".MISSING." in ".EFFECTS; exit status 1 }
NE = rows(EFFECTS)
array NUMBER[NE+1]; array WHOSE[NE+1]; array FLIPS[NE+1]; array LOW[NE+1]; array HIGH[NE+1]
# questions: KIND PROPOSAL WHO; the MOVED first of their rows, from FIRST on, change something; CLEAR
# of these by more than chance
array KIND[NE+1]; array PROPOSAL[NE+1]; array WHO[NE+1]; array FIRST[NE+1]; array MOVED[NE+1]; array CLEAR[NE+1]
NQ = 0
clip(v) = v > 0 ? v : 0   # nothing from an empty cell, too
is_question(q) = q > 0 && KIND[q] eq strcol("output") && PROPOSAL[q] eq strcol("proposal") && WHO[q] eq strcol("party")
question(row) = is_question(NQ) ? 0 : (NQ = NQ + 1, KIND[NQ] = strcol("output"), PROPOSAL[NQ] = strcol("proposal"), WHO[NQ] = strcol("party"), \
  FIRST[NQ] = row, MOVED[NQ] = 0, CLEAR[NQ] = 0, 0)
effect(row) = (question(row), NUMBER[row] = strcol("number"), WHOSE[row] = strcol("whose"), FLIPS[row] = clip(column("flips")), \
  LOW[row] = clip(column("low_flips")), HIGH[row] = clip(column("high_flips")), MOVED[NQ] = MOVED[NQ] + (FLIPS[row] > 0), \
  CLEAR[NQ] = CLEAR[NQ] + (LOW[row] > 0), 0)
if (NE > 0) { stats EFFECTS using (effect(int($0)+1)) nooutput }

# in words
is_answer(kind) = kind ne "completes" && kind ne "day"
quoted(name) = "“".spaced(name)."”"
accepts(who) = who eq "" ? "all accept" : cut(party(who), 24)." accepts"
party(name) = place(name) > 0 ? PARTY[place(name)] : spaced(name)
said(q) = KIND[q] eq "zone" ? "some package suits all" : KIND[q] eq "best" ? "all accept the package accepted most often" : \
  KIND[q] eq "accepts" ? accepts(WHO[q])." ".quoted(PROPOSAL[q]) : KIND[q] eq "agreement" ? "the talks end in agreement" : \
  KIND[q] eq "completes" ? quoted(PROPOSAL[q])." is carried out" : KIND[q] eq "day" ? "the day on which the talks end" : spaced(KIND[q])
asked(q) = is_answer(KIND[q]) ? "Whether ".said(q) : KIND[q] eq "completes" ? "The chance that ".said(q).", once signed" : "The".said(q)[4:*]
# what decides whether a red line or a position holds: its roll
is_line(path) = strlen(path) > 5 && path[strlen(path)-4:*] eq ".roll" && (strstrt(path, "red_lines.") > 0 || strstrt(path, "positions.") > 0)
called(path) = is_line(path) ? "whether ".path[1:strlen(path)-5]." holds" : path
# of a question, the first of its numbers; none where chance may have done it all, which is said
shown(q, most) = CLEAR[q] == 0 ? 0 : MOVED[q] > most ? most : MOVED[q]
nothing(q) = MOVED[q] == 0 ? "no number changes it" : "no single number changes it by more than chance"
left_out(n, file) = sprintf("left out: %d more question%s, which %s has", n, n == 1 ? "" : "s", file)

# the questions about all that are yes or no; without any, the others: ASKED[1] to ASKED[NA]
array ASKED[NQ+1]
NA = 0
do for [q=1:NQ] { if (is_answer(KIND[q]) && WHO[q] eq "") { NA = NA + 1; ASKED[NA] = q } }
if (NA == 0) { do for [q=1:NQ] { if (WHO[q] eq "") { NA = NA + 1; ASKED[NA] = q } } }

# whose: the place of a party, 0 for numbers that are nobody's
place(name) = place_from(name, 1)
place_from(name, i) = i > words(PARTIES) ? 0 : word(PARTIES, i) eq name ? i : place_from(name, i+1)
owner(i) = i > 0 ? PARTY[i] : "nobody's"
tint(i) = i > 0 ? hue(i) : GREY

# keys: squares with names from left to right, on as many lines as it takes.  `keyed` finds their
# places from X0 to X1 and down from Y; `square` sets one, with tags from `tag` on
MANY = words(PARTIES) + 12
array KEY[MANY]; array KEYHUE[MANY]; array KX[MANY]; array KY[MANY]
key_width(k) = 0.2 + wide(cut(KEY[k], 36), 8.5) + 0.2
keyed(k, x0, x1, x, y) = x + key_width(k) > x1 + 0.2 && x > x0 ? keyed(k, x0, x1, x0, y + 0.21) : (KX[k] = x, KY[k] = y, y)
square(k, tag) = sprintf("set object %d rectangle from %s to %s fs solid 0.85 noborder fc rgb KEYHUE[%d]; set label %d cut(KEY[%d], 36) at %s left noenhanced font F85 tc rgb INK", \
  tag, spot(KX[k], KY[k]+0.06), spot(KX[k]+0.13, KY[k]-0.06), k, tag, k, spot(KX[k]+0.19, KY[k]))

# a round step: at most n of them reach to `most`
step_from(e, most, n) = most <= n*e ? e : most <= 2*n*e ? 2*e : most <= 5*n*e ? 5*e : 10*e
step(most, n) = most > 0 ? step_from(10**floor(log10(1.0*most/n)), most, n) : 1

# a picture of words only
if (NQ == 0) {
  W = 6; H = 2; eval canvas(W, H)
  eval heading("''")
  set label 1 "no uncertain numbers in this scenario" at screen 0.5,0.4 center font F10 tc rgb DIM
  unset border; unset tics; unset key; set xrange [0:1]; set yrange [0:1]
  plot NaN notitle
  exit status 0   # of the script that loads this, too
}
