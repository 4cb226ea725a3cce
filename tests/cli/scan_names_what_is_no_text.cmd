. "$HERE/base.sh"
text '\0357\0273\0277scenario = { };\n'
text 'scenario = {\n  name = "a\0000b"; };\n'
text '\0000'
text 'scenario = { name = "a\\x00b"; };\n'
text 'scenario = {\n  title = "caf\0351"; };\n'
echo 'more than 4 MiB'
dd if=/dev/zero bs=1048576 count=5 2>/dev/null | tr '\000' ' ' >a.cfg
says negosim check -q a.cfg
echo 'a program'
cp /bin/sh a.cfg
says negosim check -q a.cfg
