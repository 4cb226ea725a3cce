. "$HERE/base.sh"
pair() {
    wrong "end=correlations = ( $1 );" 'union_weights=weights = { pay = { uniform = (1, 2); }; jobs = { uniform = (1, 2); }; };'
}
wrong 'end=correlations = 3;'
pair '3'
pair '{ }'
pair '{ between = ("union.weights.pay", "union.weights.jobs"); }'
pair '{ between = "union.weights.pay"; rho = 0.5; }'
pair '{ between = ("union.weights.pay"); rho = 0.5; }'
pair '{ between = ("union.weights.pay", 3); rho = 0.5; }'
pair '{ between = ("union.weights.pay", "union.weight.jobs"); rho = 0.5; }'
pair '{ between = ("union.weights.pay", "something"); rho = 0.5; }'
pair '{ between = ("union.weights.pay", "firm.weights.pay"); rho = 0.5; }'
pair '{ between = ("union.weights.pay", "union.weights.pay"); rho = 0.5; }'
pair '{ between = ("union.weights.pay", "union.weights.jobs"); rho = 1.5; }'
pair '{ between = ("union.weights.pay", "union.weights.jobs"); rho = "high"; }'
pair '{ between = ("union.weights.pay", "union.weights.jobs"); rho = 1; }'
pair '{ between = ("union.weights.pay", "union.weights.jobs"); rho = 0.5; }, { between = ("union.weights.jobs", "union.weights.pay"); rho = -0.5; }'
pair '{ between = ("union.weights.pay", "union.weights.jobs"); rho = 0.9; }, { between = ("union.weights.pay", "union.no_deal"); rho = 0.9; }, { between = ("union.weights.jobs", "union.no_deal"); rho = -0.9; }'
echo '65 parameters'
points=$(i=4; while [ $i -lt 70 ]; do i=$((i + 1)); printf ', (%d, { uniform = (0, 1); })' $i; done)
pairs=$(i=1; while [ $i -lt 66 ]; do printf '{ between = ("union.values.pay.points.%d.1", "union.values.pay.points.%d.1"); rho = 0.1; },' $i $((i + 1)); i=$((i + 2)); done)
base pay_value="pay = { kind = \"points\"; points = ((0, 0)$points); };" end="correlations = ( ${pairs%,} );" >a.cfg
says negosim check -q a.cfg
