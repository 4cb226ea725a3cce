. "$HERE/base.sh"
echo 'quotes'
wrong 'scenario=scenario = { name = “base”; };'
wrong "scenario=scenario = { name = 'base'; };"
wrong 'scenario=scenario = { name = «base»; };'
wrong 'scenario=scenario = { name = ‚base‘; };'
wrong 'scenario=scenario = { name = base; };'
wrong 'scenario=scenario = { name = "base"; title = "the “plain” and the ‘single’ are fine 25% <in> text"; };'
wrong 'scenario=scenario = { name = "base"; title = "so "called" deal"; };'
echo 'numbers'
for number in 25% '25 %' 0,3 -12,75 1,000 1/3 '2 / 8' 1/0 2k 1.5M 4km ½ −0.2 '- 0.2' '$5' 5€ '10 000' inf; do
    wrong "union_no_deal=no_deal = $number;"
done
wrong "$(printf 'union_no_deal=no_deal =\302\2400.2;')"
wrong 'union_weights=    weights = { pay = 2,5; jobs = 1; };'
wrong 'union_no_deal=no_deal = 1// a comment'
echo 'words'
for word in yes No on off TRUE none; do
    wrong "union={ name = \"union\"; assumption = \"x\"; bargains = $word;"
done
wrong 'jobs={ name = "jobs"; levels = (none, some, many); }'
wrong 'scenario=scenario = { name = "base"; as_of = 2024-03-01; };'
echo 'from the command line'
sets union.no_deal=0,3 union.no_deal=30% union.no_deal=1/3 union.no_deal=2k union.bargains=yes
echo 'other kinds of file'
text '{\n  "scenario": { "name": "x" }\n}\n'
text 'scenario = {\n  "name": "x"\n};\n'
text 'issues = ( { name = "x"; "levels": (0, 1); } );\n'
text '# a comment\n<?xml version="1.0"?>\n<scenario name="x"/>\n'
text '[scenario]\nname = "x"\n'
text 'scenario.name = "x";\n'
text 'scenario:\n  - name: x\n'
text 'scenario = { name = "x"; };\r# a comment\rissues = ();\r'
text 'scenario = { name = "x";\r\n title = "two\rlines"; };\r\n'
text 'scenario = { name = "x"; };\r\nissues = ();\r\n'
