#!/usr/bin/env python3
"""How fast feeds are parsed, beside the plain C scan of libxml2 and beside feedparser.

    python3 Benchmarks/parsing.py FOLDER [ROUNDS]

FOLDER holds feeds. Only those in it that are well-formed XML are read, for `xmllint --sax` stops at the first error. Each
figure is the median over the rounds (7 unless told) of the processor time of a whole process on one thread; the rounds go through all
programs in turn, so that a busy minute of the machine meets each of them. Needs `swift build -c release`, xmllint (libxml2-utils), and for the last
line feedparser (PyPI) in the Python that runs this.
"""
import importlib.util
import os
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
RELEASE = os.path.join(HERE, "..", ".build", "release")
FEEDPARSER = "import sys, feedparser\nfor path in sys.argv[1:]:\n    feedparser.parse(open(path, 'rb').read())\n"


def measure(command):
    """Processor seconds, wall seconds and peak memory (MB) of a process."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit("%s ended with status %d" % (" ".join(command[:3]), status))
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024


def well_formed(folder):
    files = sorted(os.path.join(b, n) for b, _, names in os.walk(folder) for n in names)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return [f for f in files if subprocess.run(["xmllint", "--noout", f], **quiet).returncode == 0]


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    files = well_formed(sys.argv[1])
    size = sum(os.path.getsize(f) for f in files) / 1e6
    programs = {
        "xmllint --sax --noout": ["xmllint", "--sax", "--noout"],
        "parsing to fields": [os.path.join(RELEASE, "parsing-speed"), "fields"],
        "parsing, all text cleaned": [os.path.join(RELEASE, "parsing-speed"), "cleaned"],
        "gleaner feeds parse --json": [os.path.join(RELEASE, "gleaner"), "feeds", "parse", "--json"],
    }
    figures = {name: [] for name in programs}
    for _ in range(rounds):
        for name, command in programs.items():
            figures[name].append(measure(command + files))
    if importlib.util.find_spec("feedparser"):
        figures["feedparser"] = [measure([sys.executable, "-c", FEEDPARSER, *files])]
    else:
        print("feedparser is not there: pip install feedparser to compare with it.")
    median = {name: [statistics.median(column) for column in zip(*runs)] for name, runs in figures.items()}
    plain = median["xmllint --sax --noout"][0]
    print("%d well-formed files, %.1f MB, %d rounds\n" % (len(files), size, rounds))
    print("| | processor s | MB/s | of xmllint's speed | times feedparser | peak MB |\n|---|---|---|---|---|---|")
    for name, (seconds, _, memory) in median.items():
        slow = "%.0f" % (median["feedparser"][0] / seconds) if "feedparser" in median else "-"
        print("| %s | %.2f | %.0f | %.2f | %s | %.0f |" % (name, seconds, size / seconds, plain / seconds, slow, memory))
    return 0


if __name__ == "__main__":
    sys.exit(main())
