"""A large tensor: what saving it, mapping it and reading it takes."""

import os
import pathlib
import statistics
import tempfile
import time

from htm import finished, number, output
from process import require

TITLE = "# Large tensors"
MEGABYTES = 256


def run(arguments):
    """Runs all of it, and returns the report."""
    program = os.environ.get("STOWAGE_BENCH_TENSOR")
    require(program, "STOWAGE_BENCH_TENSOR is not set; start this with Scripts/bench")
    rounds = []
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        path = str(pathlib.Path(folder) / "tensor.stow")
        while not finished(arguments, rounds, start):
            lines = output([program, path, str(MEGABYTES)]).splitlines()
            rounds.append({name: float(value) for name, value in (line.split() for line in lines)})
    return report(arguments, rounds)


def report(arguments, rounds):
    names = [name.removesuffix("_ms") for name in rounds[0] if name.endswith("_ms")]
    table = ["| step | ms | MB read by calls | MB of own memory |", "|---|--:|--:|--:|"]
    for name in names:
        if arguments.only not in name:
            continue
        figures = [
            number(statistics.median(one[key] for one in rounds)) if key in rounds[0] else "–"
            for key in (f"{name}_ms", f"{name}_read", f"{name}_own")
        ]
        table.append(f"| {name.replace('_', ' ')} | {' | '.join(figures)} |")
    versions = "; ".join(os.environ.get("STOWAGE_BENCH_VERSIONS", "").splitlines())
    return (
        f"Made by `Scripts/bench tensor` on {time.strftime('%Y-%m-%d', time.gmtime())}; rounds: "
        f"{len(rounds)}, medians. A tensor of {MEGABYTES} MB of single precision in the binary "
        "format; saving includes the flush to the disk, and the file is still in the system's cache "
        "when it is loaded. What is mapped counts as neither read nor own: a file that is loaded "
        f"without verifying it is not even touched.\n\n{versions}.\n\n" + "\n".join(table)
    )
