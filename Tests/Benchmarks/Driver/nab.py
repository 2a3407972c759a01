"""The detector of `stow detect` on the Numenta Anomaly Benchmark, and others where some are given.

STOWAGE_BENCH_NAB names a copy of github.com/numenta/NAB, and STOWAGE_BENCH_STOW the tool. Peers are
in STOWAGE_BENCH_NAB_PEERS, one a line, as `NAME=PROGRAM`: each program takes a data file and a file
for its scores. None is part of this project: the libraries have other licences.

The results are left in the folder that STOWAGE_BENCH_NAB_RESULTS names, as the benchmark's own
scorer takes them: `run.py -d stowage --optimize --score --normalize`.
"""

import os
import pathlib
import statistics
import subprocess
import tempfile
import time

from htm import finished
from process import require

TITLE = "# Numenta Anomaly Benchmark"


def run(arguments):
    """Runs all of it, and returns the report."""
    folder = os.environ.get("STOWAGE_BENCH_NAB")
    stow = os.environ.get("STOWAGE_BENCH_STOW")
    require(folder, "STOWAGE_BENCH_NAB does not name a copy of github.com/numenta/NAB")
    require(stow, "STOWAGE_BENCH_STOW is not set; start this with Scripts/bench")
    data = pathlib.Path(folder) / "data"
    files = [path for path in sorted(data.glob("*/*.csv")) if arguments.only in str(path)]
    require(files, f"there is no file of data in {data} with '{arguments.only}' in its name")
    programs = {"stowage": [stow, "detect", "--quiet"]}
    for line in os.environ.get("STOWAGE_BENCH_NAB_PEERS", "").splitlines():
        name, _, program = line.partition("=")
        if program:
            programs[name.strip()] = [program.strip()]
    rounds = []
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        results = pathlib.Path(os.environ.get("STOWAGE_BENCH_NAB_RESULTS", scratch))
        while not finished(arguments, rounds, start):
            rounds.append(
                {name: measure(name, program, files, results) for name, program in programs.items()}
            )
    return report(files, programs, rounds)


def measure(name, program, files, results):
    """The seconds that a program takes for all files: on the clock, and of the processor."""
    clock, processor = 0.0, 0.0
    for path in files:
        scores = results / name / path.parent.name / f"{name}_{path.name}"
        scores.parent.mkdir(parents=True, exist_ok=True)
        command = [*program, str(path)] + (["-o"] if name == "stowage" else []) + [str(scores)]
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        require(process.returncode == 0, f"{name} failed on {path}")
        clock += time.monotonic() - start
        processor += usage.ru_utime + usage.ru_stime
    return clock, processor


def report(files, programs, rounds):
    rows = sum(sum(1 for line in path.open(encoding="utf-8") if line.strip()) - 1 for path in files)
    table = [
        "| detector | seconds | of the processor | rows/s by it | Stowage's time by its |",
        "|---|--:|--:|--:|--:|",
    ]
    for name in programs:
        clock = statistics.median(one[name][0] for one in rounds)
        seconds = statistics.median(one[name][1] for one in rounds)
        # Programs of one round had the same neighbors on the machine.
        share = statistics.median(one["stowage"][1] / one[name][1] for one in rounds)
        table.append(
            f"| {name} | {clock:,.1f} | {seconds:,.1f} | {rows / seconds:,.0f} | {share:.3f} |"
        )
    versions = "; ".join(os.environ.get("STOWAGE_BENCH_VERSIONS", "").splitlines())
    return (
        f"Made by `Scripts/bench nab` on {time.strftime('%Y-%m-%d', time.gmtime())}; rounds: "
        f"{len(rounds)}, medians, with the start of each process. Rows: {rows:,}, in "
        f"{', '.join(path.stem for path in files) if len(files) < 6 else f'{len(files)} files'}, "
        f"each file with a new detector.\n\n{versions}.\n\n" + "\n".join(table)
    )
