# coalitions.gp - with a rule: what each set of parties that is enough would agree among its members
# coalitions.csv: coalition member_PARTY: a row, of the first sixteen; surplus_PARTY: marks, crosses where the party is not a member
#                 share_of_draws: said beside it
HERE = system("dirname '".ARG0."'")."/"
load HERE."words.gp"
load HERE."rows.gp"
F = DIR."/coalitions.csv"
if (!readable(F)) { print "coalitions.gp: cannot read ".F; exit status 1 }
MISSING = lacks(F, "coalition share_of_draws solved ".each("surplus_", PARTIES).each("member_", PARTIES))
if (MISSING ne "") { print "coalitions.gp: no column ".MISSING." in ".F; exit status 1 }
if (rows(F) == 0) { eval only_words("no set of parties is enough"); exit }
SHOWN = 16
BEST = "< head -n ".sprintf("%d", SHOWN+1)." '".F."'"
eval room_for(counted(BEST), 2*NPARTY)
# of many parties those that are not in it, where these are fewer
is_in(s, k) = strstrt(" ".s." ", " ".word(PARTIES, k)." ") > 0
titles(s, in, k) = k > NPARTY ? "" : (is_in(s, k) == in ? ", ".cut(PARTY[k], 20) : "").titles(s, in, k+1)
coalition(s) = NPARTY > 4 && 2*words(s) > NPARTY && words(s) < NPARTY ? "all but ".titles(s, 0, 1)[3:*] : titles(s, 1, 1)[3:*]
MIN = 0; MAX = 0
row(i) = (N = i, LABEL[i] = coalition(strcol("coalition")), NOTE[i] = percent(column("share_of_draws")), 0)
worth(i, k, name) = (v = column("surplus_".name), AT[mark_of(i, column("member_".name) == 1 ? k : NPARTY+k)] = v, MIN = v < MIN ? v : MIN, MAX = v > MAX ? v : MAX, 0)
stats BEST using (row(int($0)+1)) nooutput
do for [k=1:NPARTY] { stats BEST using (worth(int($0)+1, k, word(PARTIES, k))) nooutput }
do for [i=1:N] { LABEL[i] = fold(LABEL[i], 60, 2) }
eval party_marks(0)
do for [k=1:NPARTY] { SHAPE[NPARTY+k] = 2; SHADE[NPARTY+k] = hue(k) }
KEYS = NPARTY + 1; KEY[KEYS] = "cross: not a member"; KEYHUE[KEYS] = INK; KEYMARK[KEYS] = 2
LANES = NPARTY; ROW = NPARTY > 4 ? 0.36 : 0.27
PERCENT = 0; SPAN = MAX - MIN > 0 ? MAX - MIN : 0.1; XLO = MIN - 0.08*SPAN; XHI = MAX + 0.08*SPAN
XNAME = "worth over no deal, mean over draws"
NOTED = "draws in which some package\nsuits each member"
SUB = "What each coalition that is just enough would agree among its members (their Nash solution), and what that is worth to each party"
REST = rows(F) > SHOWN ? sprintf("left out: %d more, which coalitions.csv has", rows(F) - SHOWN) : ""
load HERE."draw_rows.gp"
