. "$HERE/base.sh"
mkdir -p family/shared elsewhere
base issues='@include "shared/issues.cfg"' pay='' jobs='' issues_end='' >family/a.cfg
base | sed -n 3,6p >family/shared/issues.cfg
says negosim check -q family/a.cfg
cd elsewhere
says negosim check -q ../family/a.cfg
says negosim check -q "$PWD/../family/a.cfg"
cd ../family
says negosim check -q a.cfg
says negosim check -q - <a.cfg
echo 'a mistake in the included file'
base pay='{ name = "pay"; };' | sed -n 3,6p >shared/issues.cfg
says negosim check -q a.cfg
base pay='{ nam = "pay"; },' | sed -n 3,6p >shared/issues.cfg
says negosim check -q a.cfg
echo 'the same, from elsewhere'
cd ../elsewhere
says negosim check -q ../family/a.cfg
echo 'a mistake after an include'
base | sed -n 3,6p >../family/shared/issues.cfg
sed 's/reservation/reservaton/' ../family/a.cfg >../family/b.cfg
says negosim check -q ../family/b.cfg
