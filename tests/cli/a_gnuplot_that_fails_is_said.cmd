. "$HERE/base.sh"
base >a.cfg
mkdir bin "it's"
printf '#!/bin/sh\nexit 1\n' >bin/gnuplot
chmod +x bin/gnuplot
PATH=$PWD/bin:$PATH
negosim run -q -n 10 a.cfg -o out
negosim run -q -n 10 a.cfg -o "it's/out"
says negosim plot out
negosim plot "it's/out" 2>&1 | sed "s|: /.*it's|: .../it's|"
ls -A out "it's/out"
