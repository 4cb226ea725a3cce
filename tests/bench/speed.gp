# speed.gp - the picture of docs/speed.md, from what tests/bench printed
#
#   gnuplot -c tests/bench/speed.gp BENCH.txt docs/speed.png
set terminal pngcairo size 1120,640 noenhanced font 'DejaVu Sans,11' fontscale 1.1 linewidth 1.6 background rgb 'white'
set output ARG2
set title "Counting who accepts what: pairs of a package and a draw in a second, on one core" font 'DejaVu Sans,12' tc rgb '#303030'
set logscale y
set yrange [2e7:1e11]
set format y "10^%T"
set ytics ("0.1 billion" 1e8, "1 billion" 1e9, "10 billion" 1e10, "100 billion" 1e11) tc rgb '#303030'
set xrange [-0.6:2.6]
set xtics ("10,000 packages" 0, "100,000" 1, "1,000,000" 2) nomirror tc rgb '#303030'
set border 3 lc rgb '#303030'
set grid y lt 1 lw 0.5 lc rgb '#E2E2E2'
set key outside right top Left reverse
rate(word) = "< sed -n 's/.*packages: .*".word." \\([0-9.e+]*\\).*/\\1/p' '".ARG1."'"
plot for [i=1:3] rate(word("loop sums kernel", i)) using ($0 + (i-2)*0.26):1:(0.24) with boxes fs solid noborder \
         lc rgb word("#8A8A8A #E69F00 #0072B2", i) title (i == 1 ? "plain loop" : i == 2 ? "loop with prefix sums" : "negosim"), \
     for [i=1:3] rate(word("loop sums kernel", i)) using ($0 + (i-2)*0.26):($1*1.25):(sprintf("%.2g", $1/1e9)) with labels font 'DejaVu Sans,10' tc rgb '#303030' notitle
