"""Runs a program and measures it from outside, so that no program times itself."""

import dataclasses
import os
import statistics
import subprocess
import time


class BenchmarkError(Exception):
    """Something that makes the figures worthless; the text is for the person who runs this."""


def require(condition, text):
    if not condition:
        raise BenchmarkError(text)


@dataclasses.dataclass(frozen=True)
class Run:
    """Seconds of one run, and what it printed."""

    cpu: float
    wall: float
    output: str


class Program:
    """An executable, with what it costs to start it, which is taken off from each run."""

    def __init__(self, path):
        self.path = path
        self.start = Run(0, 0, "")

    @classmethod
    def from_environment(cls, variable):
        path = os.environ.get(variable)
        require(path, f"{variable} is not set; start this with Scripts/bench")
        return cls(path)

    def measure_start(self, arguments):
        runs = [self._run(arguments) for _ in range(11)]
        self.start = Run(
            statistics.median(run.cpu for run in runs),
            statistics.median(run.wall for run in runs),
            "",
        )

    def run(self, arguments):
        run = self._run(arguments)
        return Run(run.cpu - self.start.cpu, run.wall - self.start.wall, run.output)

    def _run(self, arguments):
        begin = time.monotonic()
        child = subprocess.Popen([self.path, *arguments], stdout=subprocess.PIPE, text=True)
        # To the end of the output, so that the pipe never fills; these programs print one line.
        output = child.stdout.read()
        child.stdout.close()
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - begin
        # Told to subprocess, which else would wait for a child that is gone.
        child.returncode = os.waitstatus_to_exitcode(status)
        command = " ".join([os.path.basename(self.path), *arguments])
        require(child.returncode == 0, f"'{command}' ended with {child.returncode}")
        return Run(usage.ru_utime + usage.ru_stime, wall, output.strip())
