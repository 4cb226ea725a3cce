. "$HERE/base.sh"
number() {
    wrong "union_no_deal=no_deal = $1;"
    rm -rf results
    negosim check -q a.cfg 2>/dev/null && negosim run -q -n 100 a.cfg && cat results/base/*.csv | tr , "\n" | grep -i -e "^-*nan" -e "^-*inf"
}
number 1e16
number '1e308'
number '{ uniform = (-1e308, 1e308); }'
number '{ normal = (0, 1e308); }'
number "{ lognormal = (30, 10); }"
number '{ lognormal = (800, 1); }'
number '{ lognormal = (0, 100); }'
number '{ gamma = (10000, 1e308); }'
number '{ exponential = 1e308; }'
number '{ triangular = (-1e308, 0, 1e308); }'
number '{ discrete = (-1e308, 1e308); }'
echo done
