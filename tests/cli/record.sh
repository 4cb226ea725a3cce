# record.sh - a family of three wage rounds with answers on record; sourced by cases about learning
#
# What the parties are is in union.cfg and firm.cfg, which all rounds include; each round says what a strike would have
# brought then, and what was answered.
family() {
    cat >union.cfg <<'END'
    assumption = "made up";
    weights = { pay = { uniform = (1, 3); }; jobs = { uniform = (0.5, 2); }; };
    values = { pay = { kind = "linear"; worst = 0; best = 4; }; jobs = { kind = "levels"; none = 0; some = { uniform = (0.2, 0.8); }; many = 1; }; };
END
    cat >firm.cfg <<'END'
    assumption = "made up";
    weights = { pay = { uniform = (1, 3); }; jobs = 1; };
    values = { pay = { kind = "linear"; worst = 4; best = 0; }; jobs = { kind = "levels"; none = 1; some = 0.5; many = 0; }; };
END
    round spring 2021-03-01 '{ name = "first"; by = "firm"; terms = { pay = 1; jobs = "none"; }; answers = { union = "refuses"; firm = "accepts"; }; },
        { name = "second"; by = "mediator"; terms = { pay = 2; jobs = "some"; }; answers = { union = "accepts"; firm = "refuses"; }; }' 'outcome = { pay = 2; jobs = "none"; };'
    round summer 2022-06-01 '{ name = "offer"; by = "firm"; terms = { pay = 1; jobs = "some"; }; answers = { union = "refuses"; }; }' 'outcome = { pay = 2.5; };'
    round winter 2023-12-01 '{ name = "ballot"; by = "mediator"; terms = { pay = 3; jobs = "none"; }; answers = { union = { accepts = 7; refuses = 3; }; firm = "disputed"; }; }' ''
}

# round NAME DATE PROPOSALS MORE
round() {
    cat >"$1.cfg" <<END
scenario = { name = "$1"; as_of = "$2"; };
issues = ( { name = "pay"; unit = "%"; from = 0; to = 4; step = 1; nothing = 0; }, { name = "jobs"; levels = ("none", "some", "many"); } );
parties = ( { name = "union"; title = "The union";
@include "union.cfg"
    reservation = { normal = (0.4, 0.1); assumption = "made up"; };
  }, { name = "firm"; title = "The firm";
@include "firm.cfg"
    reservation = { normal = (0.4, 0.1); assumption = "made up"; };
  } );
proposals = ( $3 );
$4
run = { draws = 400; };
END
}
