. "$HERE/base.sh"
echo '65 brackets deep'
{ printf 'a = '; printf '%065d' 0 | tr 0 '('; printf '%065d' 0 | tr 0 ')'; echo ';'; } >a.cfg
says negosim check -q a.cfg
echo '100,000 brackets deep'
{ printf 'a = '; printf '%0100000d' 0 | tr 0 '('; } >a.cfg
says negosim check -q a.cfg
echo '4097 members of the file'
i=0; while [ $i -le 4096 ]; do i=$((i + 1)); echo "a$i = 1;"; done >a.cfg
says negosim check -q a.cfg
echo '4097 members of a group'
{ echo 'scenario = {'; cat a.cfg; echo '};'; } >b.cfg
says negosim check -q b.cfg
