# A body that asks for more than there is: leaders accept, the party does not.  The firm's offer is its own, by its title.
. "$HERE/base.sh"
base 'union_no_deal=no_deal = 0.5; bodies = ( { name = "members"; veto = true; no_deal = 0.9; } );' \
    'firm=}, { name = "firm"; title = "The Firm"; assumption = "made up"; values = { pay = { kind = "linear"; worst = 4; best = 0; }; jobs = { kind = "levels"; none = 1; some = 0.5; many = 0; }; };' \
    'end=proposals = ( { name = "a"; by = "the firm"; terms = { pay = 2; jobs = "many"; }; answers = { union = { said = "accepts"; by = "leaders"; doubt = 0.1; }; firm = "accepts"; }; }, { name = "b"; by = "somebody"; terms = { pay = 2; jobs = "many"; }; answers = { union = "refuses"; firm = "disputed"; }; } );' >a.cfg
negosim run a.cfg -v -n 100 -o out | sed -n '/^Proposals/,/^Where/p' | grep -E '^  [ab] |Accepted by|On record|Read as'
awk -F, 'NR == 1 { n = split($0, name) }
    NR > 1 { for (i = 1; i <= n; i++) cell[i] = cell[i] " [" $i "]" }
    END { for (i = 1; i <= n; i++) if (name[i] ~ /^(accept|leaders|if_kept|recorded|answer|by|own|doubt)_/) print name[i] cell[i] }' out/proposals.csv
