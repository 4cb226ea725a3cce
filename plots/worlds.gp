# worlds.gp - what the pictures of discover share: its questions, and how often their answer is yes
#
# A script loads this after it has set HERE.  As words.gp says, what comes from a file stays in arrays.
# tree.csv: output proposal party phase: a question; yes: in its node 0, the share of worlds
# trajectory.csv: of such a question looks_for, the answer that boxes are of; of the first search
#                 (box) the steps, of which one may be picked: coverage density mass restricted
load HERE."words.gp"
TREE = DIR."/tree.csv"; STEPS_OF = DIR."/trajectory.csv"
if (!readable(TREE)) { print "worlds.gp: cannot read ".TREE; exit status 1 }
if (!readable(STEPS_OF)) { print "worlds.gp: cannot read ".STEPS_OF; exit status 1 }
MISSING = lacks(TREE, "output proposal party node yes")
if (MISSING ne "") { print "worlds.gp: no column ".MISSING." in ".TREE; exit status 1 }
MISSING = lacks(STEPS_OF, "output proposal party looks_for box coverage density mass restricted picked")
if (MISSING ne "") { print "worlds.gp: no column ".MISSING." in ".STEPS_OF; exit status 1 }

# questions: KIND PROPOSAL WHO PHASE; the share of YES; of those whose answer varies, which is looked
# for, and the steps of the first search: FIRST to LAST of its rows; the PICKED one, -1 for none
NQ = 0; MOST_Q = rows(TREE) + 1
array KIND[MOST_Q]; array PROPOSAL[MOST_Q]; array WHO[MOST_Q]; array PHASE[MOST_Q]; array YES[MOST_Q]
array LOOKS[MOST_Q]; array FIRST[MOST_Q]; array LAST[MOST_Q]; array PICKED[MOST_Q]
known(v) = v >= 0 ? v : 0   # nothing from an empty cell
HAS_PHASE = lacks(TREE, "phase") eq "" && lacks(STEPS_OF, "phase") eq ""
phase(row) = HAS_PHASE ? strcol("phase") : ""
is_question(q) = q > 0 && KIND[q] eq strcol("output") && PROPOSAL[q] eq strcol("proposal") && WHO[q] eq strcol("party") && PHASE[q] eq phase(0)
asked_at(q) = q > NQ ? 0 : is_question(q) ? q : asked_at(q+1)
# that of a row, most often that of the row before
question_at(q) = is_question(q) ? q : asked_at(1)
question(yes) = (NQ = NQ + 1, KIND[NQ] = strcol("output"), PROPOSAL[NQ] = strcol("proposal"), WHO[NQ] = strcol("party"), PHASE[NQ] = phase(0), \
  YES[NQ] = yes, LOOKS[NQ] = "", FIRST[NQ] = -1, LAST[NQ] = -1, PICKED[NQ] = -1, 0)
step_of(q, row) = q == 0 || column("box") != 1 ? 0 : (LOOKS[q] = strcol("looks_for"), FIRST[q] = FIRST[q] < 0 ? row : FIRST[q], LAST[q] = row, \
  PICKED[q] = column("picked") == 1 ? row : PICKED[q], 0)
if (rows(TREE) > 0) { stats TREE using (column("node") == 0 ? question(known(column("yes"))) : 0) nooutput }
Q = 0
if (rows(STEPS_OF) > 0) { stats STEPS_OF using (Q = question_at(Q), step_of(Q, int($0))) nooutput }

# in words: a chance counts as a yes from one half on
asked(q) = "Whether ".(KIND[q] eq "completes" ? quoted(PROPOSAL[q]).", once signed, is likelier carried out than not" : \
  KIND[q] eq "breaks" ? quoted(PROPOSAL[q])." is likelier to break down in phase ".phase_title(PHASE[q]).", once there, than not" : said(q))
sought(q) = LOOKS[q] eq "no" ? "no" : "yes"   # what is not "yes" came from no file of ours
share(q) = LOOKS[q] eq "no" ? 1 - YES[q] : YES[q]
apart(q) = "no ranges that are all clear of chance set the worlds with a ".sought(q)." apart"

# the questions about all whose answer varies, breakdowns only where there are no others: ASKED[1] to
# ASKED[NA]; NS whose answer is the same in all worlds
array ASKED[NQ+1]
NA = 0; NS = 0
varies(q) = FIRST[q] >= 0
do for [q=1:NQ] { if (KIND[q] ne "breaks" && WHO[q] eq "") { if (varies(q)) { NA = NA + 1; ASKED[NA] = q } else { NS = NS + 1 } } }
if (NA == 0) { do for [q=1:NQ] { if (KIND[q] eq "breaks" && varies(q)) { NA = NA + 1; ASKED[NA] = q } } }
SAME = NS == 0 ? "" : sprintf("left out: %d question%s whose answer is the same in all worlds", NS, NS == 1 ? "" : "s")

if (NA == 0) { eval only_words("every answer is the same in all worlds"); exit status 0 }   # of the script that loads this, too
