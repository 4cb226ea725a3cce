. "$HERE/base.sh"
base >a.cfg
varies() {
    printf -- '%s\n' "$*"
    says negosim sweep a.cfg -q -n 10 "$@"
    ls
}
varies
for value in firm firm.reservation firm.reservation= =1 firm.reservaton=0:1:3 firm.reservation=all \
    firm.reservation=0:1 firm.reservation=1:0:3 firm.reservation=0:1:1 firm.reservation=0:x:3 \
    firm.reservation=0:1:2:3 firm.reservation=0.1,x firm.reservation=0.1,,0.2 firm.reservation=0.1,0.1 \
    firm.reservation=nan firm.weights.pay=-1:1:3 issues.job=all issues.jobs=few issues.jobs=0:2:3 \
    issues.pay=9 issues.hours=all; do
    varies --vary "$value"
done
varies --vary firm.reservation=0.1,0.2 --vary firm.reservation=0.3
varies --vary firm.reservation=0.1,0.2 --points 3
varies --vary firm.reservation=0.1:0.2 --design sobol
varies --vary firm.reservation=0.1:0.2 --design snow --points 3
varies --vary firm.reservation=0.1,0.2 --metrics zones
for shard in 0/3 4/3 1 1/0 x/3 1/3x; do
    varies --vary firm.reservation=0.1,0.2 --shard $shard
done
echo 'in the scenario'
for sweep in 'vary = ("firm.reservaton=1,2");' 'vary = ("firm.reservation=0:1");' 'vary = "x";' 'vary = (1);' '' \
    'vary = ("firm.reservation=0,1"); design = "snow";' 'vary = ("firm.reservation=0,1"); metrics = ("zones");' \
    'vary = ("firm.reservation=0,1"); points = 3;' 'vary = ("firm.reservation=0,1"); point = 3;'; do
    base end="sweep = { $sweep };" >a.cfg
    echo "$sweep"
    says negosim check -q a.cfg
    says negosim sweep -q a.cfg
done
ls
