# How many threads can be made, and how long a sweep takes, depends on the machine.
. "$HERE/base.sh"
exec 2>&1
# A sanitizer needs more address space than the limits leave: skipped there.
(ulimit -v 200000 && negosim --version) >/dev/null 2>&1 || exit 77
base >a.cfg
echo 'a huge sweep wants --force:'
huge() {
    negosim sweep a.cfg -q "$@" 2>&1 | sed 's/about.*threads/about .../'
}
huge --vary union.no_deal=0:1:10000 --vary firm.weights.pay=1:2:10000 --vary firm.weights.jobs=1:2:10000
huge --vary union.no_deal=0:1 --design sobol --points 1e9
ls -A results 2>/dev/null
echo 'fewer threads, the same results:'
negosim run -q -n 100000 -j 2 a.cfg -o two
(ulimit -v 2000000 && negosim run -q -n 100000 -j 1000 a.cfg -o many) 2>&1 | sed 's/with [0-9]*/with .../'
cmp two/packages.csv many/packages.csv
echo 'memory by the limit of address space:'
(ulimit -v 200000 && negosim run -q -n 1000000000 --draw-table -j 1 a.cfg) 2>&1 | sed 's/need [^ ]* GiB/need .../'
