# caps.gp - why each party refuses the package that is looked at
# caps.csv: party: a group; cap what: a row; share low high: a bar with its 95 % interval; missing: said beside it
HERE = system("dirname '".ARG0."'")."/"
load HERE."words.gp"
load HERE."rows.gp"
F = DIR."/caps.csv"
if (!readable(F)) { print "caps.gp: cannot read ".F; exit status 1 }
MISSING = lacks(F, "party cap what share low high missing")
if (MISSING ne "") { print "caps.gp: no column ".MISSING." in ".F; exit status 1 }
if (rows(F) == 0) { eval only_words("nobody ever refuses it"); exit }
BEST = first_of(F, "party", "share", 8)
eval room_for(counted(BEST), 1)
LAST = ""; MAX = 0
why(cap, what) = cap eq "red_line" ? called(what) : cap eq "body" ? "its ".body(strcol("party"), what)." refuses" : \
  cap eq "word" ? "it does not believe that all is kept" : cap eq "surplus" ? "worth less than no deal" : spaced(cap)
row(i) = (N = i, GROUP[i] = i > 1 && LAST eq strcol("party") ? "" : party(strcol("party")), LAST = strcol("party"), \
  LABEL[i] = strcol("cap") eq "red_line" ? strcol("what") : why(strcol("cap"), strcol("what")), \
  NOTE[i] = percent(column("share")).(!is_there(column("missing")) ? "" : sprintf("; lacks %.2g", column("missing"))), \
  AT[i] = column("share"), FROM[i] = column("low"), TO[i] = column("high"), MAX = column("high") > MAX ? column("high") : MAX, TINT[i] = tint(place(strcol("party"))), 0)
stats BEST using (row(int($0)+1)) nooutput
BARS = 1; XHI = scale_end(MAX)
XNAME = "share of draws"
NOTED = "share of draws; utility that\nit lacks there, mean"
SUB = "Why each party refuses the package that is looked at, each refusal counted once (whiskers: 95 % interval)"
load HERE."draw_rows.gp"
