# Each folder of run, bargain, sweep and merge has the scenario as one text, and the manifest each --set.
. "$HERE/base.sh"
base parties='parties = ( # who
@include "union.cfg"' union= union_weights= union_values= union_no_deal= firm='{ name = "firm"; values = { pay = { kind = "linear"; worst = 4; best = 0; }; jobs = { kind = "levels"; none = 1; some = 0.5; many = 0; }; };' \
    end='talks = { rounds = 5; parties = ( { name = "union"; strategy = "micro"; }, { name = "firm"; strategy = "micro"; } ); };' >a.cfg
cat >union.cfg <<'END'
{ name = "union"; /* the larger of two */ weights = { pay = 2; jobs = 1; };
  values = { pay = { kind = "linear"; worst = 0; best = 4; }; jobs = { kind = "levels"; none = 0; some = 0.5; many = 1; }; };
  no_deal = { uniform = (0.1, 0.3); };
},
END
negosim run a.cfg -q -n 50 -o run --set union.no_deal=0.2 --set 'issues.jobs=some'
negosim bargain a.cfg -q -n 50 -o bargain
negosim run -q -n 50 -o stdin --set union.no_deal=0.2 --set 'issues.jobs=some' - <<END
$(sed -e '/@include/r union.cfg' -e '/@include/d' a.cfg)
END
sweep() { negosim sweep a.cfg -q -n 50 --vary firm.reservation=0.1,0.2,0.3 "$@"; }
sweep -o sweep
for i in 1 2; do sweep -o shard_$i --shard $i/2; done
negosim merge shard_1 shard_2 -q -o merged
echo 'one text, which loads by itself:'
grep -v '^#negosim: ' run/scenario.cfg | grep -c -e include -e '#' -e '/\*'
grep "^#" run/scenario.cfg
for folder in bargain sweep shard_1 merged; do cmp run/scenario.cfg $folder/scenario.cfg; done
echo 'the same results by it, and the same text:'
rm a.cfg union.cfg
negosim run run/scenario.cfg -q -n 50 -o again --set union.no_deal=0.2 --set 'issues.jobs=some'
for file in run/*.csv run/scenario.cfg; do cmp "$file" "again/$(basename "$file")"; done
cmp run/proposals.csv stdin/proposals.csv
cmp run/packages.csv stdin/packages.csv
echo 'settings:'
for folder in run bargain sweep merged; do tr -d '\n' <$folder/manifest.json | grep -o '"settings": \[[^]]*\]'; done
echo 'one that was changed does not go into the whole, and is not replaced:'
echo '# mine' >>shard_1/scenario.cfg
cp shard_2/scenario.cfg kept
negosim merge shard_1 shard_2 -q -o merged
cmp kept merged/scenario.cfg
echo '# mine' >>run/scenario.cfg
says negosim run again/scenario.cfg -q -n 50 -o run
