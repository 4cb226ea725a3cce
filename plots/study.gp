# study.gp - what the pictures of a sensitivity share: its questions, and the numbers that change them
#
# A script loads this after it has set HERE.  As words.gp says, what comes from a file stays in arrays.
# effects.csv: output proposal party: a question, with a row for each number: number, whose, and how
#              often it changes the answer: flips low_flips high_flips; most often first
load HERE."words.gp"
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
asked(q) = is_answer(KIND[q]) ? "Whether ".said(q) : KIND[q] eq "completes" ? "The chance that ".said(q).", once signed" : "The".said(q)[4:*]
# of a question, the first of its numbers; none where chance may have done it all, which is said
shown(q, most) = CLEAR[q] == 0 ? 0 : MOVED[q] > most ? most : MOVED[q]
nothing(q) = MOVED[q] == 0 ? "no number changes it" : "no single number changes it by more than chance"

# the questions about all that are yes or no; without any, the others: ASKED[1] to ASKED[NA]
array ASKED[NQ+1]
NA = 0
do for [q=1:NQ] { if (is_answer(KIND[q]) && WHO[q] eq "") { NA = NA + 1; ASKED[NA] = q } }
if (NA == 0) { do for [q=1:NQ] { if (WHO[q] eq "") { NA = NA + 1; ASKED[NA] = q } } }

if (NQ == 0) { eval only_words("no uncertain numbers in this scenario"); exit status 0 }   # of the script that loads this, too
