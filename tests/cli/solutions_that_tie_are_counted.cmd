# Four ways to divide three pears: two are as near to the middle, and which is written first must not matter.
divide() { cat <<TEXT
scenario = { name = "pears"; };
issues = ( { name = "hers"; nothing = "none"; levels = ($1); } );
parties = (
  { name = "ann"; assumption = "made up"; weights = { hers = 1; }; values = { hers = { kind = "levels"; none = 0; one = 0.3; two = 0.7; three = 1; }; }; reservation = 0.1; },
  { name = "bob"; assumption = "made up"; weights = { hers = 1; }; values = { hers = { kind = "levels"; none = 1; one = 0.7; two = 0.3; three = 0; }; }; reservation = 0.1; } );
TEXT
}
divide '"none", "one", "two", "three"' >up.cfg
divide '"three", "two", "one", "none"' >down.cfg
for way in up down; do
    negosim run $way.cfg -n 40 -v -o $way | sed -n '/Where/,/^$/p'
    cat $way/solutions.csv
    grep utilitarian $way/solution_levels.csv
done
