# scores.gp - how well each rule gives the answers on record
# scores.csv: answers: a group; rule: a row; brier low_brier high_brier: a bar with its 95 % interval; n skill: said beside it
HERE = system("dirname '".ARG0."'")."/"
load HERE."words.gp"
load HERE."rows.gp"
F = DIR."/scores.csv"
if (!readable(F)) { print "scores.gp: cannot read ".F; exit status 1 }
MISSING = lacks(F, "rule answers n brier low_brier high_brier skill")
if (MISSING ne "") { print "scores.gp: no column ".MISSING." in ".F; exit status 1 }
if (rows(F) == 0) { eval only_words("no answers that could be scored"); exit }
GROUPED = first_of(F, "answers", "", 100)
eval room_for(rows(F), 1)
LAST = ""; MAX = 0
rule(r) = r eq "prior" ? "before learning" : r eq "in_sample" ? "given all answers (says nothing by itself)" : r eq "without_answer" ? "given all other answers" : \
  r eq "without_scenario" ? "given the answers of other scenarios" : r eq "forward" ? "given those of earlier dates" : r eq "constant" ? "the share of the other answers" : \
  r eq "own_yes" ? "own offers accepted, others by their share" : spaced(r)
most(v) = is_there(v) && v > MAX ? v : MAX
row(i) = (N = i, GROUP[i] = LAST eq strcol("answers") ? "" : strcol("answers") eq "all" ? "All answers" : "Without answers to own offers", LAST = strcol("answers"), \
  LABEL[i] = rule(strcol("rule")), NOTE[i] = sprintf("%g", column("n")).(is_there(column("skill")) ? sprintf("; %.2f", column("skill")) : ""), \
  AT[i] = column("brier"), FROM[i] = column("low_brier"), TO[i] = column("high_brier"), MAX = most(column("brier")), MAX = most(column("high_brier")), \
  TINT[i] = strcol("rule") eq "constant" || strcol("rule") eq "own_yes" ? GREY : hue(1), 0)
stats GROUPED using (row(int($0)+1)) nooutput
BARS = 1; PERCENT = 0; XHI = MAX > 0 ? 1.05*MAX : 1
XNAME = "Brier score: mean square of the error, lower is better"
NOTED = "answers;\nskill against a constant"
SUB = "How well each rule gives the answers on record (whiskers: 95 % interval; grey: rules that know no model)"
load HERE."draw_rows.gp"
