# A partner of ann's leaves over either package, at a cost of 0.25: of (0.30, 0.80) is left (0.05, 0.80), and of
# (0.36, 0.12) is left (0.11, 0.12), whose least gain is larger; before it is smaller.
cat >a.cfg <<'TEXT'
scenario = { name = "two"; };
issues = ( { name = "text"; levels = ("none", "first", "second"); } );
parties = (
  { name = "ann"; assumption = "made up"; weights = { text = 1; }; values = { text = { kind = "levels"; none = 0; first = 0.30; second = 0.36; }; }; reservation = 0;
    bodies = ( { name = "partner"; leaves = 0.25; no_deal = 1; } ); },
  { name = "bob"; assumption = "made up"; weights = { text = 1; }; values = { text = { kind = "levels"; none = 0; first = 0.80; second = 0.12; }; }; reservation = 0; } );
TEXT
negosim run a.cfg -q -n 10 -o r
cat r/solutions.csv
