"""Runs a suite of benchmarks and prints its report. Called by Scripts/bench, which builds first.

A suite is a module with `lines()`, `report(lines, rounds)` and `TITLE`: see official.py. To add
one, write the module and name it in SUITES.
"""

import argparse
import pathlib
import sys
import time

import official
from process import BenchmarkError, Program, require

SUITES = {"official": official}
RESULTS = pathlib.Path(__file__).resolve().parent.parent / "RESULTS.md"


def parse_arguments():
    parser = argparse.ArgumentParser(prog="Scripts/bench")
    parser.add_argument("suite", nargs="?", choices=sorted(SUITES), default="official")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--seconds", type=float, default=120)
    length.add_argument("--rounds", type=int)
    parser.add_argument("--only", default="", metavar="TEXT")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    if arguments.write and arguments.only:
        parser.error("--write is for whole suites")
    if arguments.rounds is not None and arguments.rounds < 1:
        parser.error("--rounds begins at 1")
    return arguments


def measure(lines, programs, arguments):
    """A list of rounds. Each runs every line once, the programs in turn, so that what slows the
    machine down for a while falls on both of them and on all lines."""
    start = time.monotonic()
    rounds = []
    while True:
        round_start = time.monotonic()
        rounds.append({line: [line.run(program) for program in programs] for line in lines})
        now = time.monotonic()
        print(f"round {len(rounds)}: {now - round_start:.1f} s", file=sys.stderr)
        if arguments.rounds is not None:
            finished = len(rounds) >= arguments.rounds
        else:
            finished = now + (now - round_start) > start + arguments.seconds
        if finished:
            return rounds


def main():
    arguments = parse_arguments()
    suite = SUITES[arguments.suite]
    lines = [line for line in suite.lines() if arguments.only in line.name]
    require(lines, f"no line of {arguments.suite} contains '{arguments.only}'")
    programs = [
        Program.from_environment("STOWAGE_BENCH_CXX"),
        Program.from_environment("STOWAGE_BENCH_SWIFT"),
    ]
    for program in programs:
        program.measure_start(suite.EMPTY_RUN)
    rounds = measure(lines, programs, arguments)
    report = suite.report(lines, rounds, programs)
    print(report)
    if arguments.write:
        RESULTS.write_text(f"{suite.TITLE}\n\n{report}\n", encoding="utf-8")


if __name__ == "__main__":
    try:
        main()
    except BenchmarkError as error:
        sys.exit(f"bench: {error}")
