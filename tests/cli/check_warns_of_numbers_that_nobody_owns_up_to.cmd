. "$HERE/base.sh"
base union='{ name = "union";' union_weights='weights = { pay = { uniform = (1, 2); sources = ("001", "003"); }; jobs = 1; };' >a.cfg
says negosim check a.cfg
says negosim check -q --strict a.cfg
echo 'with an assumption for all:'
base >a.cfg
says negosim check -q --strict a.cfg
