. "$HERE/base.sh"
for number in 2147483647 0x7f 1000000000L 1e3 1E+3 +5 5. 1000L 1000LL; do
    wrong "end=run = { draws = $number; };"
done
