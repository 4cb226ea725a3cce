. "$HERE/base.sh"
pay() { wrong "pay={ name = \"pay\"; $1 },"; }
wrong 'issues=issues = 3;' pay= jobs= issues_end=
wrong 'issues=issues = { };' pay= jobs= issues_end=
wrong 'issues=issues = ();' pay= jobs= issues_end=
wrong 'issues=' pay= jobs= issues_end=
wrong 'pay=3,'
wrong 'pay={ from = 0; to = 4; step = 1; },'
wrong 'pay={ name = "my pay"; from = 0; to = 4; step = 1; },'
wrong 'pay={ name = "jobs"; from = 0; to = 4; step = 1; },'
pay ''
pay 'from = 0; to = 4;'
pay 'from = 0; step = 1;'
pay 'from = 0; to = 4; step = 0;'
pay 'from = 0; to = 4; step = -1;'
pay 'from = 0; to = 4; step = 3;'
pay 'from = 4; to = 0; step = 1;'
pay 'from = 0; to = 1000; step = 1;'
pay 'from = 0; to = 10000; step = 1;'
pay 'from = 0; to = 1; step = 0.333333;'
pay 'levels = (20, 40, 60); nothing = 30;'
pay 'levels = (20, 40, 60); nothing = 10;'
pay 'from = "0"; to = 4; step = 1;'
pay 'from = -1e13; to = 4; step = 1;'
pay 'levels = 3;'
pay 'levels = ();'
pay 'levels = "one";'
pay 'levels = (1, 3, 2);'
pay 'levels = (1, 1);'
pay 'levels = (1, "two");'
pay 'levels = ("one", 2);'
pay 'levels = ("one", "one");'
pay 'levels = ("one", "two words");'
pay 'levels = { one = 1; };'
pay 'levels = (1, 2); from = 0; to = 4; step = 1;'
pay 'levels = (0, 1); only = "one";'
pay 'levels = (0, 1); only = (0, 1);'
pay 'unit = "%"; levels = (0, 1); only = "one";'
pay 'levels = ("a", "b"); only = 1;'
pay 'levels = ("a", "b"); only = "c";'
pay 'levels = ("apple", "pear"); nothing = "appel";'
pay 'levels = (0, 1); nothing = "one";'
pay 'levels = (0, 1); all = 0;'
pay 'levels = (0, 1); all = -1;'
pay 'levels = (0, 3); all = 2;'
pay 'levels = ("a", "b"); all = 1;'
pay 'levels = (0, 1); lasts = 0.5;'
pay 'levels = (0, 1); lasts = ((0, 0.5));'
pay 'levels = (0, 1); lasts = ((0, 0.5), (1, 1.5));'
pay 'levels = ("a", "b"); lasts = { a = 0.5; };'
pay 'levels = ("a", "b"); lasts = { a = 0.5; b = 2; };'
pay 'levels = ("a", "b"); lasts = { a = 0.5; b = 0.5; c = 0.5; };'
pay 'levels = ("a", "b"); lasts = ((0, 0.5));'
wrong 'pay={ name = "pay"; levels = (0, 1); lasts = ((0, 1), (1, 1)); },' 'jobs={ name = "jobs"; levels = ("none", "some", "many"); lasts = { none = 1; some = 1; many = 1; }; }'
pay 'levels = (0, 1); title = 3;'
pay 'levels = (0, 1); step = "x";'
pay 'levels = (0, 1); levles = 3;'
echo '33 issues'
i=0; while [ $i -lt 32 ]; do i=$((i + 1)); printf '{ name = "issue%d"; levels = (1, 2); },' $i; done >many
base pay="$(cat many)" >a.cfg
says negosim check -q a.cfg
echo '20 issues of 200 levels'
i=0; while [ $i -lt 20 ]; do i=$((i + 1)); printf '{ name = "issue%d"; from = 1; to = 200; step = 1; },' $i; done >many
base pay="$(cat many)" >a.cfg
says negosim check -q a.cfg
echo '10001 numbers'
base pay="{ name = \"pay\"; levels = ($(seq -s , 10001)); }," >a.cfg
says negosim check -q a.cfg
echo '10001 names'
base pay="{ name = \"pay\"; levels = ($(seq -s , 10001 | sed 's/[0-9][0-9]*/"a&"/g')); }," >a.cfg
says negosim check -q a.cfg
pay 'from = 0; to = 4; step = 1; by = "unoin";'
jobs() { wrong "jobs={ name = \"jobs\"; levels = (\"none\", \"some\", \"many\"); titles = $1; }"; }
jobs '{ some = "Einige Stellen, für ein Jahr"; }'
jobs '{ few = "a few"; }'
jobs '{ some = 3; }'
jobs '{ some = ""; }'
jobs '"some"'
pay 'from = 0; to = 4; step = 1; titles = { a = "b"; };'
jobs '{ none = "x"; some = "x"; }'
