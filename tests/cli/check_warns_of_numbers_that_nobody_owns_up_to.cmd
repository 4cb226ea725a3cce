. "$HERE/base.sh"
base union='{ name = "union";' union_weights='weights = { pay = { uniform = (1, 2); sources = ("001", "003"); }; jobs = 1; };' >a.cfg
says negosim check a.cfg
says negosim check -q --strict a.cfg
echo 'with an assumption for all:'
base >a.cfg
says negosim check -q --strict a.cfg
echo 'one source for all, and a nearer assumption before it:'
alone='union={ name = "union";' firm='firm=}, { name = "firm"; values = { assumption = "guessed"; pay = { kind = "linear"; worst = 4; best = 0; }; jobs = { kind = "levels"; none = 1; some = 0.5; many = 0; }; };'
base scenario='scenario = { name = "base"; sources = ("paper", "letter"); };' "$alone" "$firm" >a.cfg
says negosim check --strict a.cfg
echo 'one assumption for all, also in lists, bodies and talks:'
more='bodies = ( { name = "members"; quota = 3; noise = 0.1; blocs = ( { name = "young"; seats = 5; no_deal = 0.1; } ); } ); red_lines = ( { issue = "pay"; levels = 0; probability = 0.5; } );'
talks='talks = { rounds = 3; breakdown = 0.1; parties = ( { name = "union"; strategy = "polynomial"; exponent = 2; }, { name = "firm"; strategy = "micro"; } ); };'
base scenario='scenario = { name = "base"; assumption = "an exercise"; };' "$alone" "$firm" union_more="$more" end="$talks" >a.cfg
says negosim check -q --strict a.cfg
echo 'what is blank owns up to nothing:'
for blank in 'assumption = "";' 'assumption = " \t\n";' 'sources = ();' 'sources = ("", " ");'; do
    printf '%s\n' "$blank"
    base union="{ name = \"union\"; $blank" >a.cfg
    says negosim check -q a.cfg
    base scenario='scenario = { name = "base"; assumption = "an exercise"; };' union="{ name = \"union\"; $blank" >a.cfg
    says negosim check -q --strict a.cfg
done
