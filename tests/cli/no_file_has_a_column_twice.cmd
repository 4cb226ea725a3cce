# Whatever is called as some column of some file, or as a part of one: check refuses it, or no file has a column twice.
exec 2>&1
results() { # of a.cfg, all there are
    rm -rf out
    negosim run a.cfg -q -n 1 --draw-table -o out/run
    negosim bargain a.cfg -q -n 1 --against micro -o out/talks
    negosim sweep a.cfg -q -n 1 --vary talks.breakdown=0 --metrics zone,best,proposals,talks -o out/sweep
}
columns() { # that are words, a line each: FILE COLUMN
    for file in out/*/*.csv; do
        head -n 1 "$file" | tr ',' '\n' | grep -v '[.]' | sed "s|^|$file |"
    done
}
original() {
    sed '/^ *#/d' "$ROOT/scenarios/wage_round.cfg"
}
rename() { # WAS FILE, a name a line
    refused=0 taken=0
    while read -r name; do
        original | sed "s/\b$1\b/$name/g" >a.cfg
        if negosim check -q a.cfg >said 2>&1; then
            taken=$((taken + 1))
            results
            columns | sort | uniq -d
        else
            refused=$((refused + 1))
            grep -Evq "cannot be called '$name'|duplicate setting|is there twice" said && cat said
        fi
    done <"$2"
    [ $refused -gt 0 ] && [ $taken -gt 0 ] && echo "$1: some are refused, the others make no column twice"
}
original >a.cfg
results
columns | cut -d' ' -f2 | sort -u >names
# (every second one, since there are hundreds: which ones is in the alphabet's hands)
awk 'NR % 2' names >half && rename hours half
sed -n 's/^[a-z]*_\([a-z]\)/\1/p' names | sort -u | awk 'NR % 2' >parts
rename union parts
