say() { negosim "$@"; echo "exit $?" >&2; }
exec 2>&1
say chek a.cfg
say solve a.cfg
say ''
say --verbose
say -x
say check
say run
say bargain a.cfg b.cfg
say plot
say init
say init a b
say fields a
say check --strct a.cfg
say check --draws=5 a.cfg
say run --strict a.cfg
say run --drwas=5 a.cfg
say run --xyzzy a.cfg
say run -x a.cfg
say run --= a.cfg
say run -qx a.cfg
say run --quiet=yes a.cfg
say run a.cfg --draws
say run a.cfg -n
say run a.cfg -n -5
say run a.cfg -n 0
say run a.cfg -n 1e-6
say run a.cfg -n 5000000000
say run a.cfg -n ''
say run a.cfg -n 18446744073709551617
say run a.cfg -s -1
say run a.cfg -s 9000000000000001
say run a.cfg -j 0
say run a.cfg -j 1025
say run a.cfg --top=0
say run a.cfg --format gif
say run a.cfg --progress often
say run a.cfg --axes a,b
say run a.cfg --axes
say check a.cfg $(i=0; while [ $i -lt 65 ]; do i=$((i + 1)); echo --set a.b=1; done)
say check -- --strict
