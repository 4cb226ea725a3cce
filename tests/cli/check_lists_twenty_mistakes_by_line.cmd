. "$HERE/base.sh"
base union_more='wrong1 = 1; wrong2 = 2;' union_weights='weights = { pay = -1; jobs = 1; };' \
    top='nothing = 1;' end='run = { draws = 0; };' >a.cfg
says negosim check a.cfg
echo 'twenty-five'
more=$(for i in 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do echo "wrong$i = 1;"; done)
base end="$more" >a.cfg
says negosim check a.cfg
echo 'run stops at the first'
says negosim run a.cfg
ls -A
