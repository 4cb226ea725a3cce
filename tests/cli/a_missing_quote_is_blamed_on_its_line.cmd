. "$HERE/base.sh"
echo 'a word follows where the text seems to end'
wrong 'union={ name = "union; assumption = "made up";'
wrong 'union={ name = "union"; assumption = "made up;'
wrong 'jobs={ name = "jobs"; levels = ("none, "some", "many"); }'
wrong 'jobs={ name = "jobs"; levels = ("none", "some", "many); }'
wrong 'jobs={ name = "jobs"; levels = ("none", some", "many"); }'
wrong 'scenario=scenario = { name = "base"; title = "A base; };'
echo 'something else follows'
text 'scenario = {\n  name = "x;\n  title = " y z";\n};\n'
text 'scenario = {\n  name = "x;\n  title = "";\n  as_of = "2024-01-01";\n};\n'
text 'texts = (\n  { id = "1; },\n  { id = "(2)"; } );\n'
echo 'texts over several lines are fine'
wrong 'union={ name = "union"; assumption = "if a = b
and c = d, then: a + c = b + d" "; so";'
wrong 'union={ name = "union"; assumption = "if a = b
and c = d"; bargain = true;'
