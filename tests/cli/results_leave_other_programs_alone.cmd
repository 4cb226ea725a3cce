# A manifest.json makes a folder ours when a negosim wrote it.
. "$HERE/base.sh"
exec 2>&1
base >a.cfg
run() { says negosim run -q -n 10 a.cfg -o app "$@"; }
for manifest in '{ "name": "An app", "icons": [] }' '{ "program": "another" }' '[ "program", "negosim" ]' \
    '{ "program": "negosim", ' '"program": "negosim"' ''; do
    rm -rf app && mkdir app
    printf '%s\n' "$manifest" >app/manifest.json
    echo precious >app/map.png && echo precious >app/levels.csv
    run
    cat app/*
done
echo 'with --force it is kept under another name:'
run --force
ls -A app
cat app/*.kept app/map.png
run
echo 'a manifest that leads elsewhere, or lists what was never there:'
mkdir sub && echo precious >sub/file && echo precious >plain
for name in ../plain ../sub/file .hidden /etc/hostname '' manifest.json; do
    rm -rf led && mkdir led && echo precious >led/.hidden
    hash=$(sed -n 's/.*"levels.csv": "\(fnv.*\)".*/\1/p' app/manifest.json)
    printf '{ "program": "negosim", "files": { "%s": "%s", "none.csv": "%s", "odd.csv": 3 } }\n' "$name" "$hash" "$hash" >led/manifest.json
    cp app/levels.csv led/.hidden && cp app/levels.csv plain && cp app/levels.csv sub/file
    negosim run -q -n 10 a.cfg -o led && cmp app/levels.csv plain && cmp app/levels.csv sub/file && cmp app/levels.csv led/.hidden
done
echo 'results of a version that listed no files:'
mkdir old && echo 1 >old/levels.csv
echo '{ "program": "negosim", "version": "0.3.0", "rows": { "levels.csv": 1 } }' >old/manifest.json
says negosim run -q -n 10 a.cfg -o old
says negosim run -q -n 10 a.cfg -o old --force
ls -A old
