"""Online learning from file to model, and models from file to memory and back, against reductionml
0.1.0 from PyPI, which is installed into a folder of its own."""

import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

from htm import finished, number
from process import require

TITLE = "# Online learning"
PEER = pathlib.Path(__file__).resolve().parent / "reductionml_peer.py"
VERSION = "0.1.0"


def peer_python():
    """The Python that has reductionml, or None where it cannot be installed."""
    folder = pathlib.Path(__file__).resolve().parent.parent / ".build" / "reductionml"
    python = folder / "bin" / "python"
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", folder], check=True, stdout=sys.stderr)
            subprocess.run([python, "-m", "pip", "install", "--quiet", f"reductionml=={VERSION}"],
                           check=True, stdout=sys.stderr)
        subprocess.run([python, "-c", "import reductionml"], check=True)
        return python
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"reductionml {VERSION} cannot be installed, so it is left out: {error}",
              file=sys.stderr)
        return None


def words(count, names):
    return " ".join(f"{names}{random.randrange(2000)}:{random.gauss(0, 1):.3f}" for _ in range(count))


def config(typename, **others):
    return {"globalConfig": others, "entryReduction": {"typename": typename, "config": {}}}


def action(index):
    return {"x": {"id": str(index), "v": round(random.random(), 3)}}


def choice():
    count = random.randint(3, 8)
    label = {"action": random.randrange(count), "cost": random.random(), "probability": 0.25}
    shared = {"u": {f"k{index}": str(random.randrange(50)) for index in range(4)}}
    return json.dumps({"label": label, "shared": shared,
                       "actions": [action(index) for index in range(count)]})


def row():
    features = {"n": {f"f{random.randrange(2000)}": round(random.gauss(0, 1), 3) for _ in range(12)}}
    return json.dumps({"label": {"value": random.gauss(0, 1), "weight": 1.0}, "features": features})


def logged():
    count = random.randint(3, 8)
    context = {"u": {f"k{index}": str(random.randrange(50)) for index in range(4)},
               "_multi": [action(index) for index in range(count)]}
    return json.dumps({"_label_cost": random.random(), "_label_probability": 0.25,
                       "_labelIndex": random.randrange(count), "c": context})


def text_choice():
    count = random.randint(3, 8)
    chosen = random.randrange(count)
    lines = ["shared |u " + " ".join(f"k{index}{random.randrange(50)}" for index in range(4))]
    for index in range(count):
        label = f"0:{random.random():.3f}:0.25 " if index == chosen else ""
        lines.append(f"{label}|x id{index} v:{random.random():.3f}")
    return "\n".join(lines) + "\n"


# How often the rows of a workload stand in its file, so that the start of a program, which is in
# the figures of `stow`, is little of all.
REPEATED = 4

WORKLOADS = {
    "12 features": ("vw-text", config("Coin"), 200_000,
                    lambda: f"{random.gauss(0, 1):.3f} |f {words(12, 'f')}"),
    "3 namespaces": ("vw-text", config("Coin"), 200_000,
                     lambda: f"{random.gauss(0, 1):.3f} |a {words(4, 'f')} |b {words(4, 'g')} "
                             f"|c {words(4, 'h')}"),
    "100 features": ("vw-text", config("Coin"), 30_000,
                     lambda: f"{random.gauss(0, 1):.3f} |f {words(100, 'f')}"),
    "pairs of 10": ("vw-text", config("Coin", interactions=[[{"Name": "a"}, {"Name": "b"}]]), 50_000,
                    lambda: f"{random.gauss(0, 1):.3f} |a {words(10, 'f')} |b {words(10, 'g')}"),
    "triples of 6": ("vw-text", config("Coin", interactions=[[{"Name": name} for name in "abc"]]),
                     20_000, lambda: f"{random.gauss(0, 1):.3f} |a {words(6, 'f')} "
                                     f"|b {words(6, 'g')} |c {words(6, 'h')}"),
    "12 features of all digits": (
        "vw-text", config("Coin"), 100_000, lambda: f"{random.gauss(0, 1)} |f " + " ".join(
            f"f{random.randrange(2000)}:{random.gauss(0, 1)}" for _ in range(12))),
    "bandit, text": ("vw-text", config("CbExploreAdfSquareCb"), 50_000, text_choice),
    "JSON of 12 features": ("json", config("Coin"), 100_000, row),
    "bandit, JSON": ("json", config("CbExploreAdfSquareCb"), 50_000, choice),
    "bandit, DSJSON": ("dsjson", config("CbExploreAdfSquareCb"), 50_000, logged),
}


def seconds(command):
    """The time of a program, from its start to its end: by the clock, and by the processor."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    require(child.returncode == 0, f"'{command[0]} {command[1]}' ended with {child.returncode}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime}


def printed(command):
    text = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    return {name: float(value) for name, value in (line.split() for line in text.splitlines())}


def run(arguments):
    """Runs all of it, and returns the report."""
    stow = os.environ.get("STOWAGE_BENCH_STOW")
    program = os.environ.get("STOWAGE_BENCH_REDUCTIONS")
    require(stow and program, "this is started with Scripts/bench")
    python = peer_python()
    random.seed(1)
    figures, start, rounds = {}, time.monotonic(), []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        files = {}
        for name, (form, settings, count, make) in WORKLOADS.items():
            if arguments.only not in name:
                continue
            path = folder / f"{len(files)}"
            rows = "".join(f"{make()}\n" for _ in range(count))
            path.write_text(rows * REPEATED, encoding="utf-8")
            path.with_suffix(".config").write_text(json.dumps(settings), encoding="utf-8")
            files[name] = path
        while not finished(arguments, rounds, start):
            for name, path in files.items():
                measure(figures, name, path, stow, program, python)
            rounds.append(None)
    return report(figures, len(rounds), python)


def measure(figures, name, path, stow, program, python):
    form, _, count, _ = WORKLOADS[name]
    count *= REPEATED
    settings, model = str(path.with_suffix(".config")), str(path.with_suffix(".model"))
    own = str(path.with_suffix(".stow"))
    data = ["-d", str(path), "--data-format", form, "--quiet"]

    def add(figure, mine, peer):
        figures.setdefault((name, figure), []).append((mine, peer))

    def peer(what):
        if python is None:
            return None
        return printed([str(python), str(PEER), what, str(path), form, settings, model])

    def add_rates(what, mine, theirs):
        for clock, unit in (("wall", "rows/s"), ("cpu", "rows/s of the processor")):
            add(f"{what} {unit}", count / mine[clock], theirs and count / theirs[clock])

    trained = seconds([stow, "train", *data, "-c", settings, "-o", own])
    add_rates("learn", trained, peer("train"))
    subprocess.run([stow, "import-model", own, "-o", own + ".flex", "--model-format=reductionml"],
                   check=True)
    predicted = seconds([stow, "predict", *data, "-i", own, "-p", own + ".predictions"])
    add_rates("predict", predicted, peer("predict"))
    mine = printed([program, own + ".flex"])
    theirs = {}
    if python is not None:
        theirs = printed([str(python), str(PEER), "model", "-", form, "-", own + ".flex"])
    for figure, value in mine.items():
        # Our own formats are compared with the binary one of reductionml.
        kind = figure.replace("packed", "reductionml").replace("binary", "reductionml")
        add(figure.replace("_", " "), value, theirs.get(kind))


def report(figures, rounds, python):
    table, last = [], None
    for (name, figure), values in figures.items():
        if name != last:
            table += ["", f"## {name}", "", "| figure | stow | reductionml | stow by reductionml |",
                      "|---|--:|--:|--:|"]
            last = name
        mine = statistics.median(value for value, _ in values)
        cells = ["", ""]
        if values[0][1] is not None:
            ratios = [one / other for one, other in values]
            cells = [number(statistics.median(other for _, other in values)),
                     f"**{statistics.median(ratios):.2f}** ({min(ratios):.2f}–{max(ratios):.2f})"]
        table.append(f"| {figure} | {number(mine)} | {' | '.join(cells)} |")
    versions = "; ".join(os.environ.get("STOWAGE_BENCH_VERSIONS", "").splitlines())
    missing = "" if python else " reductionml could not be installed, so it is left out."
    return (
        f"Made by `Scripts/bench reductions` on {time.strftime('%Y-%m-%d', time.gmtime())}; rounds: "
        f"{rounds}, medians. Rows go from a file to a model in a file, and "
        "predictions from a file to a file: by `stow` with the start of the program, and by "
        f"reductionml {VERSION} from PyPI in a loop of Python without it: its API for Python, a call for "
        f"each row, is what its users have. Each file has its rows {REPEATED} times. `stow` uses two processors, "
        "one to parse. Loading and saving a model is from bytes in memory and to them, in the "
        "processor's time; Stowage's own formats stand beside reductionml's binary one. Less is "
        f"better for ms and bytes.{missing}\n\n{versions}.\n" + "\n".join(table)
    )
