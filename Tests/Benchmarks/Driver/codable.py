"""Codable types through our coders, and through those of Foundation."""

import os
import statistics
import time

from htm import finished, number, output
from process import require

TITLE = "# Codable types"

WORKLOADS = {
    "records": "20,000 records of six fields, one of them missing in three out of four",
    "wide": "2,000 records of eighteen fields, with short arrays and a dictionary",
    "tree": "8,191 objects in a tree, each with its name, a number and an array of others",
    "doubles": "500,000 random numbers in an array",
    "strings": "50,000 texts of 6 to 70 letters",
}

OURS = ["binary", "packed"]
THEIRS = ["json", "plist"]


def run(arguments):
    """Runs all of it, and returns the report."""
    program = os.environ.get("STOWAGE_BENCH_CODABLE")
    require(program, "STOWAGE_BENCH_CODABLE is not set; start this with Scripts/bench")
    chosen = [name for name in WORKLOADS if arguments.only in name]
    require(chosen, f"no line of codable contains '{arguments.only}'")
    rounds = []
    start = time.monotonic()
    while not finished(arguments, rounds, start):
        rounds.append({name: measure(program, name) for name in chosen})
    return report(chosen, rounds)


def measure(program, workload):
    """The figures of each coder for a workload."""
    lines = (line.split() for line in output([program, workload]).splitlines())
    return {(coder, figure): float(value) for coder, figure, value in lines}


def report(chosen, rounds):
    parts = [how_it_was_made(rounds)]
    for name in chosen:
        runs = [one[name] for one in rounds]
        table = [
            "| coder | encode, ms | decode, ms | bytes | encode by JSON | decode by JSON |"
            " size by JSON |",
            "|---|--:|--:|--:|--:|--:|--:|",
        ]
        for coder in OURS + THEIRS:
            row = f"| {coder} |"
            ratios = ""
            for figure in ("encode_ms", "decode_ms", "bytes"):
                row += f" {number(median(runs, coder, figure))} |"
                by_json = [run[coder, figure] / run["json", figure] for run in runs]
                ratios += f" **{statistics.median(by_json):.2f}** |"
            table.append(row + ratios)
        encode, decode = (median(runs, "values", part) for part in ("encode_ms", "decode_ms"))
        share = (
            f"Of this, making values of the type takes {number(encode)} ms, and the type of values "
            f"{number(decode)} ms."
        )
        parts.append(f"## {name}\n\n{WORKLOADS[name]}.\n\n" + "\n".join(table) + f"\n\n{share}")
    return "\n\n".join(parts)


def median(runs, coder, figure):
    return statistics.median(run[coder, figure] for run in runs)


def how_it_was_made(rounds):
    versions = "; ".join(os.environ.get("STOWAGE_BENCH_VERSIONS", "").splitlines())
    return (
        f"Made by `Scripts/bench codable` on {time.strftime('%Y-%m-%d', time.gmtime())}; rounds: "
        f"{len(rounds)}, in each of which the coders take turns seven times. Figures are medians, "
        "by the clock on the wall, in memory. `binary` and `packed` are CapnProtoEncoder and "
        "CapnProtoDecoder, with header and checksums; `json` and `plist` (binary) are those of "
        "Foundation. Ratios below one are in favour of the coder. What was decoded is compared "
        f"with what was encoded every time.\n\n{versions}."
    )
