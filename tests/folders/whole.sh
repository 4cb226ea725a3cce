#!/bin/sh
# whole.sh - whatever happens to a command, its folder has the old results or the new ones, whole, and
# whatever else is there stays: commands at once, killed at every call, with errors injected into
# calls, stopped by signals; and a checkpoint with each of its bits turned over
#
#   [STEP=N] whole.sh PROGRAM FAIL_CALL FLIP SCENARIO [PART...]      parts: pairs kills errors signals bits
#
# With STEP every N-th call, and every N-th bit, only, from one that depends on the program: a longer look
# is had without.
#
# FAIL_CALL is fail_call.c as a library, FLIP flip.c.  Prints a line of counts for each part.
set -u
program=$(realpath "$1") library=$(realpath "$2") flip=$(realpath "$3") scenario=$(realpath "$4")
shift 4
parts=${*:-pairs kills errors signals bits}
scratch=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d) # in memory, since fsync takes its time
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99
wrong=0
step=${STEP:-1}
first=$(($(cksum <"$program" | cut -d' ' -f1) % step + 1)) # what is tried moves with the program

wrong() {
    echo "WRONG: $*: $(head -c 300 said)"
    find x -name '*' | sort | head -40
    wrong=$((wrong + 1))
    [ $wrong -lt 10 ] || exit 1
}

# gnuplot takes its time, and what it draws does not matter here.
mkdir bin
cat >bin/gnuplot <<'TEXT'
#!/bin/sh
out=${2#*OUT = \'}
cksum <packages.csv >"${out%%\'*}"
TEXT
chmod +x bin/gnuplot
PATH=$scratch/bin:$PATH
export PATH

# The commands that write a folder: COMMAND SEED; each prints nothing and makes folder x.
draws=5
for seed in 1 2; do
    for i in 1 2; do
        "$program" sweep "$scenario" -q -n 5 -j1 -s $seed --vary union.reservation=0.3:0.6:4 --shard $i/2 -o $seed.$i || exit 1
    done
done
command() {
    case $1 in
    run) "$program" run "$scenario" -q -n $draws -j1 -s "$2" -o x ;;
    bargain) "$program" bargain "$scenario" -q -n $draws -j1 -s "$2" -o x ;;
    merge) "$program" merge "$2.1" "$2.2" -q -o x ;;
    sweep) "$program" sweep "$scenario" -q -n $draws -j1 -s "$2" --vary union.reservation=0.3:0.6:4 -o x --resume --force ;;
    plot) "$program" plot x -q ;;
    esac
}

# Files of a user's beside the results, some called as a table or a picture might be.
users='notes.txt scenario.csv draws.csv front.svg title.csv'
add_users() { for file in $users; do echo "$file is mine" >"x/$file"; done; }
users_are_there() { for file in $users; do [ "$(cat "x/$file" 2>/dev/null)" = "$file is mine" ] || return 1; done; }

# What results a folder has: the names and contents of all files, that of the manifest but for times.
results() {
    [ -f "$1/manifest.json" ] || return 0
    (cd "$1" && grep -v -e '"ended"' -e elapsed_s manifest.json | cksum && cksum -- *.csv *.png 2>/dev/null)
}

# COMMAND: folders COMMAND.old and COMMAND.new with results, and with a user's files, and what is in them.
prepare() {
    rm -rf x "$1.old" "$1.new"
    if [ "$1" = plot ]; then command run 1; else command "$1" 1; fi || exit 1
    add_users
    cp -r x "$1.old"
    command "$1" 2 || exit 1
    mv x "$1.new"
    old=$(results "$1.old") new=$(results "$1.new")
    [ "$old" != "$new" ] || { echo "$1: old and new results are alike"; exit 1; }
}
begin() { rm -rf x; [ ! -e "$1.old" ] || cp -r "$1.old" x; }

# After something happened to COMMAND: sets now to old, new, due (new, on their way) or mixed.
look() {
    there=$(results x)
    now=mixed
    if [ ! -e x/.partial/manifest.json ]; then
        [ "$there" != "$old" ] || now=old
        [ "$there" != "$new" ] || now=new
    elif [ ! -e x/manifest.json ] || [ "$there" = "$old" ]; then
        now=due
    fi
    [ $now != mixed ] || wrong "$1: neither old nor new results"
    users_are_there || wrong "$1: a user's file is gone"
}

# The same again ends with the new results, and nothing else.
go_on() {
    command "$1" 2 >said 2>&1 || wrong "$2: the same command again: exit $?"
    [ "$(results x)" = "$new" ] || wrong "$2: the same command again does not end with the new results"
    users_are_there || wrong "$2: a user's file is gone at last"
    [ ! -e x/.partial ] && [ ! -e x/.partial.trial ] || wrong "$2: something is left behind"
}

# Sets calls: how many COMMAND makes.
calls_of() {
    begin "$1"
    calls=$( (LD_PRELOAD=$library; export LD_PRELOAD; command "$1" 2 9>&1 >/dev/null))
    [ "$calls" -gt 50 ] || { echo "$1: only $calls calls were seen"; exit 1; }
}

kills() {
    for name in run bargain merge sweep plot fresh; do
        label=$name
        if [ $name = fresh ]; then # a folder that is not there before
            name=run label='run into a new folder'
            prepare run
            rm -rf run.old && (cd run.new && rm $users)
            old='' users='' new=$(results run.new)
        else
            prepare $name
        fi
        calls_of $name
        k=$first n_old=0 n_new=0 n_due=0 began=$(now_us)
        begin $name && command $name 2 >said 2>&1
        takes=$(($(now_us) - began))
        while [ $k -le "$calls" ]; do
            begin $name
            (LD_PRELOAD=$library KILL_AT=$k; export LD_PRELOAD KILL_AT; command $name 2 >said 2>&1)
            take_in "$name killed before call $k"
            k=$((k + step))
        done
        while [ $k -le $points ]; do
            after=$((takes * (k - calls) / (points - calls)))
            begin $name
            (LD_PRELOAD=$library SIGNAL=9 SIGNAL_AFTER=$after; export LD_PRELOAD SIGNAL SIGNAL_AFTER
            command $name 2 >said 2>&1)
            take_in "$name killed after $after us"
            k=$((k + 1))
        done
        echo "kills: $label up to point $((k - 1)), of its $calls calls every $step-th: old results $n_old times, new $n_new, new on their way $n_due; mixed or lost 0"
    done
}

# At least so many kills a command: what there are fewer calls are moments, spread over its time.
points=261

# Counts what a kill led to, and goes on from there.
take_in() {
    look "$1"
    case $now in
    old) n_old=$((n_old + 1)) ;;
    new) n_new=$((n_new + 1)) ;;
    due) # whoever comes next, even to read, brings them to their place
        n_due=$((n_due + 1))
        "$program" merge x -q -o y >said 2>&1
        [ "$(results x)" = "$new" ] || wrong "$1: a reader finds other than the new results"
        ;;
    esac
    go_on $name "$1"
}

# Each call fails once, with EIO; some with EXDEV, too, and some with all later ones (EROFS).
errors() {
    total=0
    for name in run bargain merge sweep plot; do
        prepare $name
        calls_of $name
        k=$first n=0 n_old=0 n_new=0 n_due=0
        while [ $k -le "$calls" ]; do
            for with in 5 18 all; do
                [ $((k / step % 4)) = 0 ] || [ $with = 5 ] || continue
                begin $name
                (LD_PRELOAD=$library FAIL_AT=$k FAIL_WITH=$with
                [ $with != all ] || { FAIL_WITH=30 FAIL_ALL=1; export FAIL_ALL; }
                export LD_PRELOAD FAIL_AT FAIL_WITH; command $name 2 >said 2>&1)
                status=$?
                n=$((n + 1))
                look "$name, error $with in call $k"
                if [ $status = 0 ]; then
                    [ $now = new ] || wrong "$name, error $with in call $k: exit 0, but the results are $now"
                elif [ ! -s said ] && [ $with != all ]; then
                    wrong "$name, error $with in call $k: exit $status without a word"
                elif [ $now = due ] && [ $with != all ]; then
                    grep -q 'new results wait' said || wrong "$name, error $with in call $k: where the results are is not said"
                    [ "$(results x)" = "$old" ] || wrong "$name, error $with in call $k: old results are not put back"
                fi
                case $now in old) n_old=$((n_old + 1)) ;; new) n_new=$((n_new + 1)) ;; due) n_due=$((n_due + 1)) ;; esac
                go_on $name "$name, error $with in call $k"
            done
            k=$((k + step))
        done
        echo "errors: $n in every $step-th of $calls calls of $name: old results $n_old times, new $n_new, new on their way $n_due; mixed or lost 0"
        total=$((total + n))
    done
    echo "errors: $total"
}

# Two at once: one of them is done as if alone, or both one after the other.
pairs() {
    n=0 both=0 draws=1000
    set -- run/run run/bargain bargain/bargain merge/merge run/merge
    while [ $n -lt 200 ]; do
        for pair; do
            a=${pair%/*} b=${pair#*/}
            rm -rf x
            mkdir x && add_users
            "$program" run "$scenario" -q -n 5 -j1 -o x --force || exit 1 # results, and a user's files
            (command $a 1 >said 2>&1) & first=$!
            (command $b 2 >said2 2>&1) & second=$!
            wait $first; one=$?
            wait $second; two=$?
            n=$((n + 1))
            for text in $one,said $two,said2; do
                case $text in
                0,*) ;;
                4,*) grep -q 'is at work' "${text#*,}" || wrong "pair $pair: $(cat "${text#*,}")" ;;
                *) wrong "pair $pair: exit ${text%,*}: $(cat "${text#*,}")" ;;
                esac
            done
            [ $one = 0 ] || [ $two = 0 ] || wrong "pair $pair: neither was done"
            [ $((one + two)) != 0 ] || both=$((both + 1))
            there=$(results x)
            { [ $one = 0 ] && [ "$there" = "$(alone $a 1)" ]; } || { [ $two = 0 ] && [ "$there" = "$(alone $b 2)" ]; } ||
                wrong "pair $pair: the results are those of neither"
            users_are_there || wrong "pair $pair: a user's file is gone"
            [ ! -e x/.partial ] || wrong "pair $pair: something is left behind"
        done
    done
    echo "pairs: $n at once, of which both were done one after the other $both times, else one was told who is at work; mixed 0"
}

# What COMMAND SEED makes by itself, beside a user's files.
alone() {
    [ -e "alone.$1.$2" ] || (
        mkdir aside && cd aside && mkdir x && ln -s ../1.1 ../1.2 ../2.1 ../2.2 . && add_users && rm -f said
        "$program" run "$scenario" -q -n 5 -j1 -o x --force && command "$1" "$2" && results x >"../alone.$1.$2"
        cd .. && rm -rf aside
    )
    cat "alone.$1.$2"
}

now_us() { echo $(($(date +%s%N) / 1000)); }

signals() {
    n=0 n_old=0 n_new=0 n_due=0 n_whole=0 draws=1000
    for name in run bargain sweep merge; do
        prepare $name
        begin $name
        began=$(now_us)
        command $name 2
        takes=$(($(now_us) - began))
        i=0
        while [ $i -lt 100 ]; do
            case $((i % 4)) in 0) signal=1 ;; 1) signal=2 ;; 2) signal=15 ;; 3) signal=3 ;; esac # HUP INT TERM QUIT
            after=$(($(od -An -N2 -tu2 /dev/urandom) * takes / 65536))
            begin $name
            (LD_PRELOAD=$library SIGNAL=$signal SIGNAL_AFTER=$after; export LD_PRELOAD SIGNAL SIGNAL_AFTER
            ulimit -c 0; command $name 2 >said 2>&1)
            status=$?
            look "$name, signal $signal after $after us"
            case $status in
            0) [ $now = new ] || wrong "$name, signal $signal after $after us: exit 0, but the results are $now"
                n_whole=$((n_whole + 1)) ;;
            $((128 + signal))) ;;
            *) wrong "$name, signal $signal after $after us: exit $status" ;;
            esac
            case $now in old) n_old=$((n_old + 1)) ;; new) n_new=$((n_new + 1)) ;; due) n_due=$((n_due + 1)) ;; esac
            go_on $name "$name, signal $signal after $after us"
            i=$((i + 1)) n=$((n + 1))
        done
    done
    echo "signals: $n at random moments: old results $n_old times, new $n_new, new on their way $n_due; too late $n_whole times; mixed or lost 0"
}

# A sweep that was killed when two of its four rows were done; then each bit of its journal, and of the
# text, turned over.
bits() {
    prepare sweep
    calls_of sweep
    k=$calls
    while [ $k -gt 0 ]; do
        rm -rf x
        (LD_PRELOAD=$library KILL_AT=$k; export LD_PRELOAD KILL_AT; command sweep 2 >said 2>&1)
        [ "$(wc -l 2>/dev/null <x/.partial/checkpoint)" != 13 ] || [ -e x/.partial/manifest.json ] || break
        k=$((k - 1))
    done
    [ $k -gt 0 ] || { echo "no sweep was killed in its middle"; exit 1; }
    rm -rf half
    mv x half
    turn_over 0 >even & turn=$!
    turn_over 1 >odd || wrong=$((wrong + 1))
    wait $turn || wrong=$((wrong + 1))
    grep -h WRONG even odd
    cat even odd | awk '$1 == "bits" { n += $2; right += $3; refused += $4 } END {
        print "bits: " n " of checkpoint and text: gone on with rightly " right " times, refused " refused "; silently wrong 0" }'
}

# Those of even numbers, or odd ones.
turn_over() {
    n=0 right=0 refused=0
    mkdir turn.$1 && cd turn.$1 || exit 99
    for file in checkpoint sweep.csv; do
        bit=$1 last=$(($(wc -c <../half/.partial/$file) * 8))
        while [ $bit -lt $last ]; do
            rm -rf x
            cp -r ../half x
            "$flip" x/.partial/$file $bit || exit 1
            if "$program" sweep "$scenario" -q -n 5 -j1 -s 2 --vary union.reservation=0.3:0.6:4 -o x --resume >said 2>&1; then
                cmp -s x/sweep.csv ../sweep.new/sweep.csv || wrong "bit $bit of $file: exit 0, but other rows"
                right=$((right + 1))
            else
                [ $? = 4 ] && [ -s said ] && [ ! -e x/sweep.csv ] || wrong "bit $bit of $file"
                refused=$((refused + 1))
            fi
            n=$((n + 1)) bit=$((bit + 2 * step))
        done
    done
    cd ..
    echo "bits $n $right $refused"
    [ $wrong = 0 ]
}

for part in $parts; do $part; done
[ $wrong = 0 ] || echo "$wrong wrong"
[ $wrong = 0 ]
