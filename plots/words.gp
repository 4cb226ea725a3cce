# words.gp - what pictures of a study share: questions in words, whose a number is, keys
#
# A script loads this after it has set HERE.  What comes from a file is never part of code or of a
# command of the shell: it stays in arrays.  A question q is KIND[q] PROPOSAL[q] WHO[q], which the
# script fills.
load HERE."style.gp"

# in words
is_answer(kind) = kind ne "completes" && kind ne "day"
quoted(name) = "“".proposal(name)."”"
accepts(who, name) = who eq "" ? agreed("all accept ".quoted(name), quoted(name)." passes") : cut(party(who), 24)." accepts ".quoted(name)
would_be(name) = agreed("All accept ".quoted(name), quoted(name)." passes")
party(name) = place(name) > 0 ? PARTY[place(name)] : spaced(name)
said(q) = KIND[q] eq "zone" ? "some package ".SUITS : KIND[q] eq "best" ? agreed("all accept the package accepted most often", "the package that passes most often passes") : \
  KIND[q] eq "accepts" ? accepts(WHO[q], PROPOSAL[q]) : KIND[q] eq "agreement" ? "the talks end in agreement" : \
  KIND[q] eq "completes" ? quoted(PROPOSAL[q])." is carried out" : KIND[q] eq "day" ? "the day on which the talks end" : spaced(KIND[q])
# what decides whether a red line or a position holds: its roll
is_line(path) = strlen(path) > 5 && path[strlen(path)-4:*] eq ".roll" && (strstrt(path, "red_lines.") > 0 || strstrt(path, "positions.") > 0)
called(path) = is_line(path) ? "whether ".path[1:strlen(path)-5]." holds" : path
left_out(n, file) = sprintf("left out: %d more question%s, which %s has", n, n == 1 ? "" : "s", file)

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

# a picture of words only
only_words(text) = "W = 6; H = 2; eval canvas(W, H); eval heading(\"''\"); set label 1 \"".text."\" at screen 0.5,0.4 center font F10 tc rgb DIM; " \
  ."unset border; unset tics; unset key; set xrange [0:1]; set yrange [0:1]; plot NaN notitle"
