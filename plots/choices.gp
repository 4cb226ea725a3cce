# choices.gp - of reach: the packages that are picked, and who accepts them
# choices.csv: pick: a group, of its three best; pick_rank package and the levels: a row
#              accept_PARTY accept_all: marks, of all with low_all high_all, an interval of 95 %
# A file of that name of infer has other columns: the choices of two numbers of the record, and how well they do
HERE = system("dirname '".ARG0."'")."/"
load HERE."words.gp"
load HERE."rows.gp"
F = DIR."/choices.csv"
if (!readable(F)) { print "choices.gp: cannot read ".F; exit status 1 }
if (lacks(F, "doubt scale without_scenario_brier prior_brier") eq "") {
  eval room_for(rows(F), 2)
  MAX = 0
  row(i) = (N = i, LABEL[i] = sprintf("doubt %.3g, scale %.3g", column("doubt"), column("scale")), \
    AT[mark_of(i, 1)] = column("prior_brier"), AT[mark_of(i, 2)] = column("without_scenario_brier"), \
    MAX = column("prior_brier") > MAX ? column("prior_brier") : MAX, MAX = column("without_scenario_brier") > MAX ? column("without_scenario_brier") : MAX, 0)
  stats F using (row(int($0)+1)) nooutput
  SHAPE[1] = 6; SHADE[1] = INK; SHAPE[2] = 7; SHADE[2] = hue(1)
  KEYS = 2; KEY[1] = "before learning"; KEY[2] = "given the answers of other scenarios"
  do for [k=1:2] { KEYHUE[k] = SHADE[k]; KEYMARK[k] = SHAPE[k] }
  PERCENT = 0; XHI = scale_end(MAX); XNAME = "Brier score over all answers: lower is better"
  SUB = "How well the record is given under other choices of its two numbers; the best was not chosen in advance"
  load HERE."draw_rows.gp"
  exit
}
MISSING = lacks(F, "pick pick_rank accept_".DEAL." low_all high_all ".each("accept_", PARTIES).each("", ISSUES))
if (MISSING ne "") { print "choices.gp: no column ".MISSING." in ".F; exit status 1 }
if (rows(F) == 0) { eval only_words("no package is picked"); exit }
BEST = first_of(F, "pick", "", 3)
eval room_for(counted(BEST), NPARTY+1)
array FIRST[words(ISSUES)+1]
LAST = ""
kind(p) = p eq "reaches" ? "Reach what is wanted" : p eq "nearest" ? "Come nearest to what is wanted" : p eq "fewest" ? "With the fewest changes" : \
  p eq "least_share" ? "By the share of the party that accepts least often" : p eq "worst_fifth" ? "By the worst fifth of draws" : p eq "apart" ? "Far apart from each other" : spaced(p)
row(i) = (N = i, GROUP[i] = LAST eq strcol("pick") ? "" : kind(strcol("pick")), LAST = strcol("pick"), \
  LABEL[i] = sprintf("%d: package %.0f", column("pick_rank"), column("package")), NOTE[i] = "", \
  AT[mark_of(i, NPARTY+1)] = column("accept_".DEAL), FROM[mark_of(i, NPARTY+1)] = column("low_all"), TO[mark_of(i, NPARTY+1)] = column("high_all"), 0)
stats BEST using (row(int($0)+1)) nooutput
do for [k=1:NPARTY] { stats BEST using (AT[mark_of(int($0)+1, k)] = column("accept_".word(PARTIES, k)), 1) nooutput }
# the terms in which a package is unlike the first
term(i, k, name) = (FIRST[k] = i == 1 ? strcol(name) : FIRST[k], i > 1 && strcol(name) ne FIRST[k] ? (NOTE[i] = NOTE[i].(NOTE[i] eq "" ? "" : "; ").cut(issue(name), 34).":"." ".level(name, strcol(name)), 0) : 0)
do for [k=1:words(ISSUES)] { stats BEST using (term(int($0)+1, k, word(ISSUES, k))) nooutput }
do for [i=2:N] { NOTE[i] = NOTE[i] eq "" ? "the same package" : fold(NOTE[i], 70, 2) }
ROW = 0.36
NOTE[1] = "this one"
eval party_marks(1)
XNAME = "share of draws"
NOTED = "terms unlike the first"
SUB = "Who accepts the packages that were picked (".agreed("of all", "passes").": interval of 95 %, as the best of all packages)"
load HERE."draw_rows.gp"
