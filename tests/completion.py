#!/usr/bin/env python3
"""completion.py PROGRAM SCENARIO [SHELL...] - what Tab makes of a line, in bash, zsh and fish on a terminal

Each line is typed, Tabs and all, into an interactive shell in which `negosim` prints its arguments. Shells that are
not there are said, and left out; those that are named must be there.
"""
import os, pty, select, shutil, subprocess, sys, tempfile, time

LINES = {  # \t is Tab; then the arguments that must come out
    "negosim ru\twage_r\t--thr\t2": "run wage_round.cfg --threads=2",
    "negosim run wage_round.cfg --set issues.jo\ttwo\t-q": "run wage_round.cfg --set issues.jobs=two_years -q",
    "negosim run wage_round.cfg --set=issues.jo\ttwo\t": "run wage_round.cfg --set=issues.jobs=two_years",
    "negosim check wage_round.cfg --set union.reser\t0.3": "check wage_round.cfg --set union.reservation=0.3",
    "negosim sweep wage_round.cfg --vary union.reser\t0.3:0.5:3 --des\tlh\t": "sweep wage_round.cfg --vary union.reservation=0.3:0.5:3 --design=lhs",
    "negosim reach wage_round.cfg --want un\t0.6 --prog\tal\t": "reach wage_round.cfg --want union=0.6 --progress=always",
    "negosim run wage_round.cfg --out=some_f\t": "run wage_round.cfg --out=some_folder",
    "negosim plot some_f\t": "plot some_folder",
    "negosim run some_folder/ot\t-q": "run some_folder/other.cfg -q",
    "negosim help back\t": "help backtest",
}
START = {
    "bash": ["--norc", "--noprofile", "-i"],
    "zsh": ["-f", "-i"],
}
FIRST = {
    "bash": "PS1='ready''> '; bind 'set enable-bracketed-paste off'; source <(negosim completion bash)\n",
    "zsh": "autoload -Uz compinit; compinit -u -d dump; source <(negosim completion zsh); PS1='ready''> '\n",
}


def read_until(file, what, seconds=20):
    seen, end = "", time.monotonic() + seconds
    while what not in seen:
        if not select.select([file], [], [], max(0, end - time.monotonic()))[0]:
            raise SystemExit(f"no {what!r} in time; got {seen!r}")
        seen += os.read(file, 65536).decode(errors="replace")
    return seen


def on_terminal(shell, environment):
    child, file = pty.fork()
    if child == 0:
        os.execvpe(shell, [shell] + START[shell], environment)
    os.write(file, FIRST[shell].encode())
    read_until(file, "ready> ")
    wrong = 0
    for line, want in LINES.items():
        os.write(file, (line + "\n").encode())
        seen = read_until(file, "<end>")
        got = seen[seen.rindex("<begin>") + 7 : seen.rindex("<end>")]
        if got.rstrip("/") != want:  # zsh takes the slash of a folder back at the end of a line
            print(f"{shell}: {line!r} became {got!r}, not {want!r}")
            wrong += 1
        if "ready> " not in seen[seen.rindex("<end>") :]:
            read_until(file, "ready> ")
    os.write(file, b"exit\n")
    os.close(file)
    os.waitpid(child, 0)
    return wrong


def in_fish(environment):
    """fish says itself how a line goes on: the last word, a Tab at a time."""
    wrong = 0
    for line, want in LINES.items():
        parts, typed = line.split("\t"), ""
        for part in parts[:-1]:
            typed += part
            ask = "negosim completion fish | source; complete -C (cat)"
            found = subprocess.run(["fish", "--no-config", "-c", ask], input=typed, text=True, capture_output=True, env=environment)
            words = [one.split("\t")[0] for one in found.stdout.splitlines()]
            typed = typed[: typed.rindex(" ") + 1] + (words[0] if len(words) == 1 else f"<{words}>")
            typed += "" if typed[-1] in "=/" else " "
        typed += parts[-1]
        if typed.strip().rstrip("/") != "negosim " + want:
            print(f"fish: {line!r} became {typed!r}, not {want!r}")
            wrong += 1
    return wrong


program, scenario, named = os.path.realpath(sys.argv[1]), sys.argv[2], sys.argv[3:]
wrong, done = 0, []
with tempfile.TemporaryDirectory() as scratch:
    os.makedirs(f"{scratch}/bin")
    os.makedirs(f"{scratch}/some_folder")
    shutil.copy(scenario, scratch)
    shutil.copy(scenario, f"{scratch}/some_folder/other.cfg")
    with open(f"{scratch}/bin/negosim", "w") as out:
        out.write(f"""#!/bin/sh
case $1 in --complete | completion) exec "{program}" "$@" ;; esac
printf '<%s>%s<%s>\\n' begin "$*" end
""")
    os.chmod(f"{scratch}/bin/negosim", 0o755)
    environment = dict(os.environ, PATH=f"{scratch}/bin:{os.environ['PATH']}", TERM="dumb", HOME=scratch, COLUMNS="500", LC_ALL="C")
    os.chdir(scratch)
    for shell in ["bash", "zsh", "fish"]:
        if shutil.which(shell):
            wrong += in_fish(environment) if shell == "fish" else on_terminal(shell, environment)
            done.append(shell)
        elif shell in named:
            print(f"{shell} is not there")
            wrong += 1
    os.chdir("/")
print(f"{len(LINES)} lines completed in {', '.join(done)}")
sys.exit(wrong > 0 or not done)
