"""Spatial pooling in Swift, and in another program where one is given.

STOWAGE_BENCH_PEER may name a program that takes `sp FILE BOOST` and prints `learn_steps_per_s` and
`infer_steps_per_s`, each with its number on a line, for the inputs in the file. None is part of this
project: the libraries that it could be written for have other licences.
"""

import os
import pathlib
import statistics
import subprocess
import tempfile
import time

from process import require

TITLE = "# Spatial pooling and temporal memory"

WORKLOADS = {
    "sp boost 0": (["inputs", "sp"], ["sp", "FILE", "0"]),
    "sp boost 3": (["inputs", "sp"], ["sp", "FILE", "3"]),
}


def run(arguments):
    """Runs all of it, and returns the report."""
    programs = {"Swift": os.environ.get("STOWAGE_BENCH_HTM")}
    require(programs["Swift"], "STOWAGE_BENCH_HTM is not set; start this with Scripts/bench")
    if os.environ.get("STOWAGE_BENCH_PEER"):
        programs["peer"] = os.environ["STOWAGE_BENCH_PEER"]
    chosen = {name: work for name, work in WORKLOADS.items() if arguments.only in name}
    require(chosen, f"no line of htm contains '{arguments.only}'")
    rounds = []
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        while not finished(arguments, rounds, start):
            rounds.append(
                {
                    (name, who): measure(path, work, programs["Swift"], pathlib.Path(folder))
                    for name, work in chosen.items()
                    for who, path in programs.items()
                }
            )
    return report(chosen, programs, rounds)


def finished(arguments, rounds, start):
    if arguments.rounds is not None:
        return len(rounds) >= arguments.rounds
    return bool(rounds) and time.monotonic() > start + arguments.seconds


def measure(program, work, maker, folder):
    """The figures that a program prints for a workload."""
    inputs, command = work
    path = folder / f"{inputs[1]}.txt"
    if not path.exists():
        path.write_text(output([maker, *inputs]), encoding="utf-8")
    lines = output([program, *(str(path) if word == "FILE" else word for word in command)])
    return {name: float(value) for name, value in (line.split() for line in lines.splitlines())}


def output(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    require(done.returncode == 0, f"'{' '.join(command)}' ended with {done.returncode}")
    return done.stdout


def report(chosen, programs, rounds):
    parts = [how_it_was_made(rounds, programs)]
    for name in chosen:
        ours = [one[name, "Swift"] for one in rounds]
        table = ["| figure | Swift |", "|---|--:|"]
        if "peer" in programs:
            table = ["| figure | Swift | peer | Swift by peer, median (range) |", "|---|--:|--:|--:|"]
        for figure in ours[0]:
            if figure == "checksum":
                continue
            row = f"| {figure} | {number(statistics.median(one[figure] for one in ours))} |"
            theirs = [one.get((name, "peer"), {}).get(figure) for one in rounds]
            if "peer" in programs and None in theirs:
                row += " | |"
            elif "peer" in programs:
                ratios = [mine[figure] / his for mine, his in zip(ours, theirs)]
                row += (
                    f" {number(statistics.median(theirs))} | **{statistics.median(ratios):.2f}** "
                    f"({min(ratios):.2f}–{max(ratios):.2f}) |"
                )
            table.append(row)
        parts.append(f"## {name}\n\n" + "\n".join(table))
    return "\n\n".join(parts)


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def how_it_was_made(rounds, programs):
    versions = "; ".join(os.environ.get("STOWAGE_BENCH_VERSIONS", "").splitlines())
    peer = os.environ.get("STOWAGE_BENCH_PEER_NAME", os.path.basename(programs.get("peer", "")))
    against = f" `peer` is {peer}, given the same inputs and parameters." if peer else ""
    return (
        f"Made by `Scripts/bench htm` on {time.strftime('%Y-%m-%d', time.gmtime())}; rounds: "
        f"{len(rounds)}, in each of which the programs run in turn. Figures are medians over the "
        "rounds, by the clock on the wall and taken by the programs themselves; saving and loading "
        "are in memory, each a median of seven. 1000 inputs of 20 out of 1024 bits; 2048 columns "
        "with potentialPct 0.85, 40 of them active, synPermActiveInc 0.04, synPermInactiveDec "
        f"0.006, synPermConnected 0.14.{against}\n\n{versions}."
    )
