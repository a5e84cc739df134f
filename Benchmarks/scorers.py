#!/usr/bin/env python3
"""What the border to a scorer outside of the process costs: pairs of learner and article a second, for scorers that only add.

    swift build -c release --product scorer-speed && python3 Benchmarks/scorers.py

Each figure is the median of five whole runs: a child in a sandbox, 5,000 articles, learners in blocks as the rank stage asks.
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
program = root / ".build/release/scorer-speed"
RUNS = int(os.environ.get("RUNS", "5"))
# Folder, learners, learners at a time, the least pairs a second.
CASES = [("AddBinary", 16_000, 16, 5e6), ("AddBinary", 16_000, 128, 5e6), ("AddJSON", 256, 16, 0.15e6)]


def measure(name, learners, block):
    command = [program, root / "Benchmarks/scorers" / name, "5000", str(learners), str(block)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main():
    source = root / "Benchmarks/scorers/AddBinary"
    protocol = root / "Plugins/Templates/c"
    subprocess.run(["cc", "-O2", "-I", protocol, "-o", source / "scorer", source / "scorer.c", "-lm"], check=True)
    failed = False
    print(f"{'scorer':10} {'at a time':>9} {'pairs':>11} {'million/s':>10} {'host s':>7} {'scorer s':>8} {'ready ms':>8}")
    for name, learners, block, least in CASES:
        runs = [measure(name, learners, block) for _ in range(RUNS)]
        middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
        speed = middle["pairs"] / middle["seconds"]
        failed = failed or speed < least
        print(
            f"{name:10} {block:9} {middle['pairs']:11.0f} {speed / 1e6:10.2f} {middle['host_processor']:7.2f} "
            f"{middle['scorer_processor']:8.2f} {1000 * middle['ready']:8.1f}"
        )
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
