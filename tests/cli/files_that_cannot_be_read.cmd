. "$HERE/base.sh"
mkdir folder
says negosim check nowhere.cfg
says negosim check folder
says negosim check nowhere/a.cfg
base >a.cfg
says negosim check a.cfg/b.cfg
says negosim check ''
says negosim run nowhere.cfg
says negosim check -q a.cfg nowhere.cfg a.cfg
