# exchanges.gp - two changes that go together, each given by one party and wanted by another
# exchanges.csv: proposal: a group, of its five best; giver_a issue_a level_a, giver_b ...: a row
#                gain_PARTY se_gain_PARTY: marks with intervals of 95 %; accept_all better: said beside it
HERE = system("dirname '".ARG0."'")."/"
load HERE."words.gp"
load HERE."rows.gp"
F = DIR."/exchanges.csv"
if (!readable(F)) { print "exchanges.gp: cannot read ".F; exit status 1 }
MISSING = lacks(F, "proposal giver_a issue_a level_a giver_b issue_b level_b better accept_".DEAL." ".each("gain_", PARTIES).each("se_gain_", PARTIES))
if (MISSING ne "") { print "exchanges.gp: no column ".MISSING." in ".F; exit status 1 }
if (rows(F) == 0) { eval only_words("no two changes are together a gain to all"); exit }
BEST = first_of(F, "proposal", "", 5)
eval room_for(counted(BEST), NPARTY)
LAST = ""; ROW = 0.36   # a line for each change
gives(side) = cut(party(strcol("giver_".side)), 14).": ".cut(issue(strcol("issue_".side)), 54)." → ".cut(level(strcol("issue_".side), strcol("level_".side)), 30)
row(i) = (N = i, GROUP[i] = i == 1 || LAST ne strcol("proposal") ? of_proposal(strcol("proposal")) : "", LAST = strcol("proposal"), \
  LABEL[i] = gives("a")."\n".gives("b"), NOTE[i] = percent(column("accept_".DEAL))."; ".percent(column("better")), 0)
gain(i, k, who) = (AT[mark_of(i, k)] = column("gain_".who), FROM[mark_of(i, k)] = column("gain_".who) - 1.96*column("se_gain_".who), \
  TO[mark_of(i, k)] = column("gain_".who) + 1.96*column("se_gain_".who), MAX = TO[mark_of(i, k)] > MAX ? TO[mark_of(i, k)] : MAX, MIN = FROM[mark_of(i, k)] < MIN ? FROM[mark_of(i, k)] : MIN, 0)
MIN = 0; MAX = 0
stats BEST using (row(int($0)+1)) nooutput
do for [k=1:NPARTY] { stats BEST using (gain(int($0)+1, k, word(PARTIES, k))) nooutput }
eval party_marks(0)
PERCENT = 0; SPAN = MAX - MIN > 0 ? MAX - MIN : 0.1; XLO = MIN - (MIN < 0 ? 0.05*SPAN : 0); XHI = MAX + 0.05*SPAN
XNAME = "utility, mean over draws"
NOTED = "share of draws: ".ACCEPT.";\na gain to all"
SUB = "What the best exchanges of two changes bring each party, who gives what in place of the terms as they are"
load HERE."draw_rows.gp"
