"""commands.py - what whole commands cost, beside what one would otherwise do with numpy

    commands.py PROGRAM [REPEATS]     prints medians, as multiples of the first line, and memory

Each line is a command from its start to its last file, on one thread: a median of REPEATS (5), taken
in turns, so that a busy minute of a shared machine meets all of them.
"""
import os
import resource
import statistics
import subprocess
import sys
import tempfile

program, repeats = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5
here = os.path.dirname(os.path.abspath(__file__))
scenarios = os.path.join(here, "..", "..", "scenarios")
scratch = tempfile.TemporaryDirectory()


def made(script, name, *arguments):
    path = os.path.join(scratch.name, name)
    with open(path, "w") as out:
        subprocess.run(["sh", os.path.join(here, script), *map(str, arguments)], stdout=out, check=True)
    return path


def negosim(command, scenario, *arguments):
    return [program, command, scenario, "-q", "-j1", "--force", "-o", os.path.join(scratch.name, "out"), *arguments]


def python(script, *arguments):
    return [sys.executable, os.path.join(here, script), *map(str, arguments)]


def cost(command):
    """Seconds of the processor, and the largest memory in MB, of one run."""
    r, w = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        os.execvp(command[0], command)
    os.close(r), os.close(w)
    _, status, used = os.wait4(pid, 0)
    if status != 0:
        sys.exit("failed: " + " ".join(command))
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


million, lines = (10, 10, 10, 10, 10, 10), []
shape, domain = made("shape.sh", "shape.cfg", 100, *million), made("domain.sh", "domain.cfg", *million)
small = made("shape.sh", "small.cfg", 1000, 9, 10, 10)
lines.append(("run wage_round", negosim("run", os.path.join(scenarios, "wage_round.cfg"))))
for name in sorted(os.listdir(scenarios)):
    if name.endswith(".cfg") and name != "wage_round.cfg":
        lines.append(("run " + name[:-4], negosim("run", os.path.join(scenarios, name), "-n", "1000")))
for name in sorted(os.listdir(scenarios)):
    path = os.path.join(scenarios, name)
    if name.endswith(".cfg") and "\ntalks = " in open(path).read():
        lines.append(("bargain " + name[:-4], negosim("bargain", path, "-n", "1000")))
lines.append(("map of 10^6 packages, 100 draws", negosim("run", shape, "--top", "1000")))
lines.append(("  the same with numpy, counts only", python("map.py", 100, *million)))
lines.append(("one draw of a domain of 10^6 packages", negosim("run", domain, "-n", "1", "--top", "1000")))
lines.append(("  the same with numpy", python("domain.py", *million)))
lines.append(("a sweep of 100 points, 900 packages", negosim(
    "sweep", small, "--vary", "a.reservation=0.3:0.6:100", "--metrics", "zone,best")))
lines.append(("  one of its points with numpy, counts only", python("map.py", 1000, 9, 10, 10)))

found = {name: [] for name, _ in lines}
for _ in range(repeats):
    for name, command in lines:
        found[name].append(cost(command))
unit = statistics.median(seconds for seconds, _ in found[lines[0][0]])
for name, _ in lines:
    seconds = statistics.median(s for s, _ in found[name])
    spread = sorted(s for s, _ in found[name])
    print(f"{name:46} {seconds / unit:8.2f}  ({spread[0] / unit:.2f} to {spread[-1] / unit:.2f})"
          f"  {max(m for _, m in found[name]):6.0f} MB")
