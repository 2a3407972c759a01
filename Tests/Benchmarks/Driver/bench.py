"""Runs a suite of benchmarks and prints its report. Called by Scripts/bench, which builds first.

A suite is a module with `TITLE` and `run(arguments)`, which returns the report: see official.py. To
add one, write the module and name it in SUITES.
"""

import argparse
import pathlib
import sys

import codable
import htm
import nab
import official
import reductions
import tensor
from process import BenchmarkError

SUITES = {"codable": codable, "htm": htm, "nab": nab, "official": official,
          "reductions": reductions, "tensor": tensor}
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


def write(title, report):
    """Puts a report into the results, in place of the one with the same title."""
    text = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
    parts = [part.strip() for part in text.split("\n# ") if part.strip()]
    parts = [part if part.startswith("# ") else f"# {part}" for part in parts]
    kept = [part for part in parts if part.splitlines()[0] != title]
    whole = sorted([*kept, f"{title}\n\n{report}"])
    RESULTS.write_text("\n\n".join(whole) + "\n", encoding="utf-8")


def main():
    arguments = parse_arguments()
    suite = SUITES[arguments.suite]
    report = suite.run(arguments)
    print(report)
    if arguments.write:
        write(suite.TITLE, report)


if __name__ == "__main__":
    try:
        main()
    except BenchmarkError as error:
        sys.exit(f"bench: {error}")
