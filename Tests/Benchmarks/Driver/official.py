"""Cap'n Proto's official benchmark: carsales, catrank and eval, in C++ and in Swift."""

import dataclasses
import os
import statistics
import sys
import time

from process import Program, require

TITLE = "# Cap'n Proto's official benchmark, Swift against C++"

# Starts a program without giving it work.
EMPTY_RUN = ["eval", "object", "reuse", "none", "0"]

GOALS = {"none": 1.25, "packed": 0.9}

# Iterations, and the sum of the answers after so many.
CASES = {
    "carsales": (20_000, 1_660_236_427_826),
    "catrank": (1_000, 53_787),
    "eval": (200_000, 34_873_754_406_050),
}

# What the official program prints for bytes mode after so many iterations.
TOTALS = {
    ("carsales", "reuse", "none"): 240_441_160,
    ("carsales", "reuse", "packed"): 167_543_591,
    ("carsales", "no-reuse", "none"): 288_388_032,
    ("carsales", "no-reuse", "packed"): 183_893_700,
    ("catrank", "reuse", "none"): 200_449_344,
    ("catrank", "reuse", "packed"): 187_781_681,
    ("catrank", "no-reuse", "none"): 215_937_960,
    ("catrank", "no-reuse", "packed"): 193_981_509,
    ("eval", "reuse", "none"): 218_207_200,
    ("eval", "reuse", "packed"): 67_695_823,
    ("eval", "no-reuse", "none"): 218_207_200,
    ("eval", "no-reuse", "packed"): 67_695_823,
}


@dataclasses.dataclass(frozen=True)
class Line:
    """One line of the tables."""

    case: str
    mode: str
    reuse: str
    compression: str

    @property
    def name(self):
        return f"{self.case} {self.mode} {self.reuse} {self.compression}"

    @property
    def iterations(self):
        return CASES[self.case][0]

    @property
    def expected(self):
        """What a program has to print if it did the official work: bytes and sum of answers."""
        passed = TOTALS[self.case, self.reuse, self.compression] if self.mode == "bytes" else 0
        return f"{passed} {CASES[self.case][1]}"

    def run(self, program):
        run = program.run([*self.name.split(), str(self.iterations)])
        require(
            run.output == self.expected,
            f"{os.path.basename(program.path)} {self.name}: "
            f"printed '{run.output}' and not '{self.expected}', so it did other work",
        )
        return run


def run(arguments):
    """Runs all of it, and returns the report."""
    chosen = [line for line in lines() if arguments.only in line.name]
    require(chosen, f"no line of official contains '{arguments.only}'")
    programs = [
        Program.from_environment("STOWAGE_BENCH_CXX"),
        Program.from_environment("STOWAGE_BENCH_SWIFT"),
    ]
    for program in programs:
        program.measure_start(EMPTY_RUN)
    rounds = measure(chosen, programs, arguments)
    return report(chosen, rounds, programs)


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


def lines():
    return [
        Line(case, mode, reuse, compression)
        for case in CASES
        for mode, compression in [("object", "none"), ("bytes", "none"), ("bytes", "packed")]
        for reuse in ["reuse", "no-reuse"]
    ]


def report(lines, rounds, programs):
    parts = [how_it_was_made(rounds, programs)]
    medians = {}
    for case in CASES:
        rows = [line for line in lines if line.case == case]
        if not rows:
            continue
        parts.append(f"## {case}")
        table = [
            "| mode | memory | compression | C++ µs | Swift µs | ratio, median (range) | wall |",
            "|---|---|---|--:|--:|--:|--:|",
        ]
        for line in rows:
            cxx, swift = zip(*(one[line] for one in rounds))
            ratios = [b.cpu / a.cpu for a, b in zip(cxx, swift)]
            medians[line] = statistics.median(ratios)
            wall = statistics.median(b.wall / a.wall for a, b in zip(cxx, swift))
            table.append(
                f"| {line.mode} | {line.reuse} | {line.compression} "
                f"| {microseconds(line, cxx)} | {microseconds(line, swift)} "
                f"| **{medians[line]:.2f}** ({min(ratios):.2f}–{max(ratios):.2f}) "
                f"| {wall:.2f} |"
            )
        parts.append("\n".join(table))
    parts.append(geometric_means(medians))
    return "\n\n".join(parts)


def microseconds(line, runs):
    value = statistics.median(run.cpu for run in runs) / line.iterations * 1e6
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def geometric_means(medians):
    table = ["## Geometric means of the ratios", "", "| compression | ratio | goal |", "|---|--:|--:|"]
    for compression, goal in GOALS.items():
        ratios = [ratio for line, ratio in medians.items() if line.compression == compression]
        if ratios:
            mean = statistics.geometric_mean(ratios)
            table.append(f"| {compression} | **{mean:.2f}** | {goal} |")
    return "\n".join(table)


def how_it_was_made(rounds, programs):
    starts = [f"{program.start.cpu * 1e3:.1f} ms" for program in programs]
    versions = "; ".join(os.environ.get("STOWAGE_BENCH_VERSIONS", "").splitlines())
    return (
        f"Made by `Scripts/bench`; rounds: {len(rounds)}. A round runs every line once, C++ and "
        "Swift in turn, each in a process of its own. Times are user and system time of the "
        "process per iteration, medians over the rounds; a ratio is Swift's time by C++'s in the "
        "same round, and below 1 Swift is faster; `wall` is the ratio of the times on the clock. "
        f"What a process needs to start (C++ {starts[0]}, Swift {starts[1]}) is taken off. Both "
        "programs draw the same random numbers and use the same libcapnp, and each run has to "
        "pass the byte total of the official program, or there is no table.\n\n"
        f"{versions}."
    )
