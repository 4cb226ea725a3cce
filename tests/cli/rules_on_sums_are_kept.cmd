# Rules on sums against the same scenario with a line of `forbidden` for each combination that they leave out, which
# awk lists: all must be the same but the numbers of packages, and what is said of changes of one term.
scenario() { cat <<TEXT
scenario = { name = "rules"; };
issues = ( { name = "a"; levels = (0, 1, 2, 3, 4); $1 }, { name = "b"; levels = (0, 0.5, 1.5, 2, 3); },
  { name = "c"; from = 0; to = 3; step = 1; }, { name = "door"; nothing = "shut"; levels = ("shut", "ajar", "open"); },
  { name = "x"; levels = (0, 2, 4); }, { name = "y"; levels = (0, 1, 5); } );
parties = ( $(party ann 4 0 0 true), $(party bob 0 3 1 true), $(party cy 1 0 5 false) );
proposals = ( { name = "first"; by = "ann"; terms = { a = 1; b = 2; c = 3; door = "shut"; x = 0; y = 5; }; },
  { name = "second"; by = "bob"; terms = { a = 2; b = 0.5; c = 2; door = "open"; x = 4; y = 1; }; } );
talks = { rounds = 12; parties = ( { name = "ann"; strategy = "polynomial"; exponent = 0.3; }, { name = "bob"; strategy = "micro"; } ); $2 };
$3
TEXT
}
party() { cat <<TEXT
{ name = "$1"; assumption = "made up"; bargains = $5;
  weights = { a = { uniform = (1, 3); }; b = 2; c = { uniform = (0.5, 2); }; door = 1; x = 1; y = 0.5; };
  values = { a = { kind = "linear"; worst = $((4 - $2)); best = $2.1; }; b = { kind = "linear"; worst = $((3 - $3)); best = $3.1; };
    c = { kind = "power"; worst = 0; best = 3; exponent = 0.5; }; door = { kind = "levels"; shut = 0.$2; ajar = 1; open = 0.$4; };
    x = { kind = "linear"; worst = $((4 - $2)); best = $2.1; }; y = { kind = "linear"; worst = $((5 - $4)); best = $4.1; }; };
  interactions = ( { a = { above = 1; }; door = "open"; adds = 0.1; }, { x = 4; y = 1; adds = -0.05; } );
  red_lines = ( { issue = "c"; levels = { above = 2; }; probability = 0.$3; } ); reservation = { uniform = (0.2, 0.5); }; }
TEXT
}
rules='rules = ( { sum = ("a", "b", "c"); times = (1, 2, 1); at_least = 4; at_most = 8; note = "the pot"; },
    { sum = ("y", "x"); equals = 5; }, { sum = ("x", "b"); at_most = 5; } );'
bans=$(awk 'BEGIN { nb = split("0 0.5 1.5 2 3", B); nx = split("0 2 4", X); ny = split("0 1 5", Y); print "forbidden = ("
    for (a = 0; a < 5; a++) for (b = 1; b <= nb; b++) for (c = 0; c < 4; c++) {
        s = a + 2 * B[b] + c; if (s < 4 || s > 8) printf "%s{ a = %d; b = %s; c = %d; }", n++ ? ",\n" : "", a, B[b], c }
    for (x = 1; x <= nx; x++) for (y = 1; y <= ny; y++) if (X[x] + Y[y] != 5) printf ",\n{ x = %s; y = %s; }", X[x], Y[y]
    for (x = 1; x <= nx; x++) for (b = 1; b <= nb; b++) if (X[x] + B[b] > 5) printf ",\n{ x = %s; b = %s; }", X[x], B[b]
    print ");" }')
compare() {
    { scenario "$@"; echo "$rules"; } >rules.cfg
    { scenario "$@"; echo "$bans"; } >bans.cfg
    rm -rf rules bans rules.talks bans.talks
    for side in rules bans; do
        negosim run $side.cfg -q -n 100 --top all -o $side
        negosim bargain $side.cfg -q -n 40 -o $side.talks
        cut -d, -f 2- $side/packages.csv | sort >$side.packages # rules order them otherwise
        cut -d, -f 1-8 $side/proposals.csv >$side.proposals
    done
    cmp rules.packages bans.packages && echo "$(($(wc -l <rules.packages) - 1)) packages"
    cmp rules.proposals bans.proposals && sed 's/,[^,]*$//' rules.proposals
    for table in solutions solution_levels decides; do cmp rules/$table.csv bans/$table.csv; done
    for table in endings terms; do cmp rules.talks/$table.csv bans.talks/$table.csv; done
}
compare
echo "the issue that decides what lasts is in them, which are bans then:"
compare 'nothing = 0; lasts = ((0, 0.2), (4, 0.9));'
echo "in phases:"
compare 'by = "ann";' '' 'phases = ( { name = "now"; days = 30; }, { name = "then"; days = 60; shock = 0.1; } );'
