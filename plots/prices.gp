# prices.gp - single changes of each proposal's terms: what they bring each party, and how often all would accept
# prices.csv: proposal: a group, of its eight changes with which all accept most often
#             issue from to: a row; carried_PARTY se_carried_PARTY, without phases kept_: marks with intervals of 95 %
#             accept_all change_all: said beside it
HERE = system("dirname '".ARG0."'")."/"
load HERE."words.gp"
load HERE."rows.gp"
F = DIR."/prices.csv"
if (!readable(F)) { print "prices.gp: cannot read ".F; exit status 1 }
GAIN = lacks(F, each("carried_", PARTIES)) eq "" ? "carried_" : "kept_"
MISSING = lacks(F, "proposal issue from to accept_".DEAL." change_".DEAL." ".each(GAIN, PARTIES).each("se_".GAIN, PARTIES))
if (MISSING ne "") { print "prices.gp: no column ".MISSING." in ".F; exit status 1 }
if (rows(F) == 0) { eval only_words("no term can be changed alone"); exit }
BEST = first_of(F, "proposal", "accept_".DEAL, 8)
eval room_for(counted(BEST), NPARTY)
LAST = ""
row(i) = (N = i, GROUP[i] = i == 1 || LAST ne strcol("proposal") ? of_proposal(strcol("proposal")) : "", LAST = strcol("proposal"), \
  LABEL[i] = cut(issue(strcol("issue")), 34).": ".change(level(strcol("issue"), strcol("from")), level(strcol("issue"), strcol("to"))), \
  NOTE[i] = percent(column("accept_".DEAL)).", ".points(column("change_".DEAL)), 0)
gain(i, k, who) = (AT[mark_of(i, k)] = column(GAIN.who), FROM[mark_of(i, k)] = column(GAIN.who) - 1.96*column("se_".GAIN.who), \
  TO[mark_of(i, k)] = column(GAIN.who) + 1.96*column("se_".GAIN.who), MIN = column(GAIN.who) < MIN ? column(GAIN.who) : MIN, MAX = column(GAIN.who) > MAX ? column(GAIN.who) : MAX, 0)
MIN = 0; MAX = 0
stats BEST using (row(int($0)+1)) nooutput
do for [k=1:NPARTY] { stats BEST using (gain(int($0)+1, k, word(PARTIES, k))) nooutput }
eval party_marks(0)
PERCENT = 0; SPAN = MAX - MIN > 0 ? MAX - MIN : 0.1; XLO = MIN - 0.08*SPAN; XHI = MAX + 0.08*SPAN
XNAME = "utility, mean over draws"
NOTED = ACCEPT
SUB = "What one change brings each party over the terms as they are".(GAIN eq "carried_" ? ", as it would be carried out" : "").", of the eight changes with which ".ACCEPT." most often"
load HERE."draw_rows.gp"
