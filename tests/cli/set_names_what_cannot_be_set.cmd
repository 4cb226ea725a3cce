. "$HERE/base.sh"
sets union union= =3 '' union.no_deal union.no_deal= \
    unio.no_deal=1 union.no_dea=1 union.no_deal.uniform.low=1 nobody.no_deal=1 \
    union.no_deal=high union.no_deal='"high"' union.no_deal=true union.no_deal=nan \
    union.no_deal='{ normal = 1; }' union.no_deal='{ normal = (1, 2); ' union.no_deal='(1' \
    union.no_deal='1; union.title = "x"' union.no_deal=4294967296 union.no_deal='@include "a"' \
    union.no_deal='"' union.no_deal='1 /*' 'union.no_deal=# 1' 'union.no_deal=two words' \
    union.weights.hours=1 union.weights=1 union.values.jobs.few=1 union.values.jobs.none=2 \
    issues.pay=some issues.jobs=3 issues.jobs=few issues.hours=3 issues=3 issues.pay.only.x=3 \
    union=1 'texts=()' run=1 scenario=x parties=1 run.drawz=5 run.draws=0 run.draws=x scenario.name='"a b"' \
    union..no_deal=1 .=1 union.=1 '.union=1' 'union.9x=1' 'union.a b=1' union.name.x=1
echo 'a long path'
says negosim check -q a.cfg --set "$(printf '%0300d' 0)=1"
echo 'a long value'
says negosim check -q a.cfg --set "union.no_deal=$(printf '%05000d' 0)" 2>&1
