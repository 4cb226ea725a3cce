# Ten seats for three, and a title; what `rules` may not say, and what is said of proposals that break them.
seats() { cat <<TEXT
scenario = { name = "seats"; };
issues = ( { name = "a"; from = 0; to = 10; step = 1; }, { name = "b"; from = 0; to = 10; step = 1; },
  { name = "c"; from = 0; to = 10; step = 1; }, { name = "chair"; nothing = "none"; levels = ("none", "first"); } );
parties = ( $(party first a), $(party second b) );
rules = ( $1 );
$2
TEXT
}
party() { echo "{ name = \"$1\"; assumption = \"own\"; reservation = 0.2; weights = { a = 0; b = 0; c = 0; chair = 0; $2 = 1; };
  values = { $(for k in a b c; do echo "$k = { kind = \"linear\"; worst = 0; best = 10; }; "; done) chair = { kind = \"levels\"; none = 0; first = 1; }; }; }" |
    sed "s/ $2 = 0;//"; }
says() { seats "$@" >seats.cfg; negosim check -q seats.cfg; }
says '{ sum = ("a", "chairs"); equals = 10; }'
says '{ sum = ("a", "b", "a"); equals = 10; }'
says '{ sum = ("a", "chair"); equals = 10; }'
says '{ sum = (); equals = 10; }, { sum = (1, "b"); equals = 10; }'
says '{ sum = ("a", "b"); times = (1, 2, 3); equals = 10; }, { sum = ("a", "b"); times = (1, 0); equals = 10; }'
says '{ sum = ("a", "b"); }, { sum = ("a", "b"); equals = 1; at_most = 2; }, { sum = ("a", "b"); at_least = 3; at_most = 2; }'
says '{ sum = ("a", "b"); equal = 10; }'
says '{ sum = ("a", "b"); equals = 10; }, { sum = ("b", "c"); equals = 10; }'
says '{ sum = ("a", "b", "c"); times = (3, 3, 3); equals = 7; }'
says '{ sum = ("a", "b", "c"); at_least = 40; }'
says '{ sum = ("a", "b"); equals = 20; }, { sum = ("b", "c"); at_most = 5; }'
says '{ sum = ("a", "b"); equals = 10; }, { sum = ("b"); at_most = 8; }'
seats '{ sum = ("a", "b", "c"); at_most = 900; }' | sed 's/to = 10;/to = 900;/' >seats.cfg
negosim check -q seats.cfg
gone='vocabulary = ( { name = "gone"; levels = (2, 4); nothing = 4; } );' # 2 * 4 is above 7; the others hold
says '{ sum = ("gone"); times = (2); at_most = 7; }, { sum = ("gone"); equals = 4; }, { sum = ("gone"); at_least = 3; }' "$gone"
equal='{ sum = ("a", "b", "c"); equals = 10; note = "all of them"; }'
says "$equal" 'proposals = ( { name = "even"; by = "first"; terms = { a = 3; b = 3; c = 3; chair = "none"; }; } );'
says "$equal" 'forbidden = ( { a = { below = 11; }; b = { below = 11; }; } );'
says "$equal" 'proposals = ( { name = "even"; by = "first"; terms = { a = ((3, 0.5), (4, 0.5)); b = 3; c = 3; chair = "none"; }; } );'
negosim check seats.cfg | sed -n '2,4p'
