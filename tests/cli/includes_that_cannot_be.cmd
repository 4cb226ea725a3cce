. "$HERE/base.sh"
mkdir folder
text 'a = @include "b.cfg"\n'
text 'a = 1; @include "b.cfg"\n'
text '@include b.cfg\n'
text '@include "b.cfg\n'
text '@include ""\n'
text '@include "b\\c.cfg"\n'
text '@included "b.cfg"\n'
text 'a = 1;\n@include "b.cfg"\n'
text '\n@include "folder"\n'
text '@include "/etc/passwd"\n'
text '@include "a.cfg"\n'
printf '@include "a.cfg"\n' >b.cfg
text '@include "b.cfg"\n'
printf 'a = 1;\nb = (;\n' >b.cfg
text '@include "b.cfg"\n'
printf 'a = 1;\nb = 4294967296;\n' >b.cfg
text '@include "b.cfg"\n'
echo '65 of them'
: >b.cfg
i=0; while [ $i -lt 65 ]; do i=$((i + 1)); echo '@include "b.cfg"'; done >a.cfg
says negosim check -q a.cfg
echo 'a long name'
printf '@include "%0300d"\n' 0 >a.cfg
says negosim check -q a.cfg
echo 'many times over'
for i in 1 2 3 4 5 6 7; do
    for k in 1 2 3 4 5 6 7 8; do echo "@include \"level$((i + 1))\""; done >level$i
done
: >level8
echo '@include "level1"' >a.cfg
says timeout 10 negosim check -q a.cfg
