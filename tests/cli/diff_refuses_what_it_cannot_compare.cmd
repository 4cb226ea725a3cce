. "$HERE/base.sh"
base >a.cfg
base union_no_deal= >wrong.cfg
negosim run a.cfg -q -n 50 -o one
mkdir empty
says negosim diff one
says negosim diff one one one
says negosim diff one nowhere
says negosim diff one empty
says negosim diff empty one
says negosim diff a.cfg wrong.cfg
says negosim diff one a.cfg --set union.no_deel=1
says negosim diff one a.cfg --plot
says negosim diff one a.cfg -o one
says negosim diff one a.cfg -o empty/..
ls
echo 'made by an older version, or changed since:'
cp -r one old && rm old/scenario.cfg && sed -i '/scenario.cfg/d' old/manifest.json
sed -i 's/\("[a-z_]*.csv": "fnv1a64:[0-9a-f]*"\),$/\1,/' old/manifest.json
awk '{ if (held != "" && $0 ~ /^ *}/) sub(/,$/, "", held); if (NR > 1) print held; held = $0 } END { print held }' old/manifest.json >m && mv m old/manifest.json
says negosim diff old a.cfg
cp -r one changed && echo '# mine' >>changed/scenario.cfg
says negosim diff changed a.cfg
echo 'of another build:'
cp -r one built && sed -i 's/"build": "[^"]*"/"build": "sha256:0"/' built/manifest.json
says negosim diff built a.cfg -q -o out
ls out
echo 'what is in the way stays:'
echo mine >out/changes.csv
says negosim diff one a.cfg -q -o out
says negosim diff one a.cfg -q -o out --force
ls out
