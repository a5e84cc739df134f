#!/usr/bin/env python3
"""Time and memory of reading many feeds in one run: memory must not grow with their number.

    python3 Benchmarks/many_feeds.py [FEEDS]

Makes a working folder with generated feeds of ten articles each (10,000 unless told), reads a tenth of them and then all into an empty
store, and all once more unchanged. Needs `swift build -c release --product gleaner`.
"""
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
GLEANER = os.path.join(HERE, "..", ".build", "release", "gleaner")
NOW = "2026-09-07T05:00:00Z"
dice = random.Random(1)
WORDS = ["".join(dice.choice("bcdfgklmnprstv") + dice.choice("aeiou") for _ in range(dice.randint(1, 4))) for _ in range(5000)]


def text(count):
    return " ".join(dice.choice(WORDS) for _ in range(count))


def feed(number):
    items = "".join(
        "<item><title>%s</title><link>https://f%d.example/%d</link><guid>%d-%d</guid>"
        "<pubDate>Mon, %02d Jun 2026 10:00:00 GMT</pubDate><description>%s</description></item>"
        % (text(6), number, k, number, k, k + 1, text(150)) for k in range(10))
    return "<rss version='2.0'><channel><title>Feed %d</title><link>https://f%d.example/</link>%s</channel></rss>" % (
        number, number, items)


def measure(folder, feeds):
    start = time.monotonic()
    process = subprocess.Popen([GLEANER, "ingest", "--now", NOW, feeds], cwd=folder, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit("gleaner ingest ended with status %d" % status)
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10000
    with tempfile.TemporaryDirectory() as base:
        school = os.path.join(base, "school")
        subprocess.run([GLEANER, "init", school], check=True, stdout=subprocess.DEVNULL)
        for name, size in (("few", count // 10), ("all", count)):
            os.mkdir(os.path.join(base, name))
            for number in range(size):
                with open(os.path.join(base, name, "f%06d.xml" % number), "w") as file:
                    file.write(feed(number))
        print("| | feeds | articles | processor s | seconds | peak MB |\n|---|---|---|---|---|---|")
        for label, name, size in (("new", "few", count // 10), ("new", "all", count), ("unchanged", "all", count)):
            if label == "new":
                shutil.rmtree(os.path.join(school, "Data"), ignore_errors=True)
            print("| %s | %d | %d | %.1f | %.1f | %.0f |" % ((label, size, size * 10) + measure(school, os.path.join(base, name))))


if __name__ == "__main__":
    main()
