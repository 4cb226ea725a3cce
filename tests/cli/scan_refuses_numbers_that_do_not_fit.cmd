. "$HERE/base.sh"
for number in 4294967296 2147483648 -2147483649 0x80000000 99999999999999999999 \
    9223372036854775808L 0xffffffffffffffffL 1e999 -1e999 1.2.3 1e 3x 0xg 5LLL 1_000 .; do
    wrong "end=run = { draws = $number; };"
done
