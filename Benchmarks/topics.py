"""What families of topics cost: a school whose learners name every topic of the lexicon, with the lexicon and with an empty one.

    swift build -c release
    python3 Benchmarks/topics.py FEEDS [LEARNERS]

FEEDS is a folder of saved feeds. Prints seconds, seconds of processor and MB of each command; three editions, so that the first
one's reading of the archive is seen apart. Needs nothing beside Python.
"""
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GLEANER = os.path.join(ROOT, ".build/release/gleaner")


def topics():
    """The first name of each topic."""
    text = open(os.path.join(ROOT, "Config/topics/en.yaml"), encoding="utf-8").read()
    return [name.strip(" '\"") for name in re.findall(r"^  names: \[([^,\]]+)", text, re.M)]


def make(folder, feeds, learners, has_lexicon):
    config = os.path.join(folder, "Config")
    os.makedirs(config)
    for name in os.listdir(os.path.join(ROOT, "Config")):
        own = os.path.join(ROOT, "Config", name)
        if name in ("templates", "reasons"):
            shutil.copytree(own, os.path.join(config, name))
        elif name.endswith("-words.txt"):
            shutil.copy(own, config)
    settings = open(os.path.join(ROOT, "Benchmarks/real-class/gleaner.yaml"), encoding="utf-8").read()
    with open(os.path.join(config, "gleaner.yaml"), "w", encoding="utf-8") as file:
        file.write(settings.replace("FEEDS", os.path.abspath(feeds)))
    if has_lexicon:
        shutil.copytree(os.path.join(ROOT, "Config/topics"), os.path.join(config, "topics"))
    else:
        os.makedirs(os.path.join(config, "topics"))
        for language in ("en", "es"):
            with open(os.path.join(config, "topics", language + ".yaml"), "w", encoding="utf-8") as file:
                file.write("# none\n")
    chance, names = random.Random(3), topics()
    with open(os.path.join(config, "learners.csv"), "w", encoding="utf-8") as file:
        file.write("learner_id,name,class,grade,language,interests,avoid,needs,consent\n")
        for number in range(learners):
            liked = ";".join(chance.choice(names) for _ in range(4))
            file.write(f"l{number},L {number},C{number // 25},{3 + number % 9},en,{liked},{chance.choice(names)},,yes\n")


def run(folder, *words):
    start = time.monotonic()
    child = subprocess.Popen([GLEANER, *words], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    took = time.monotonic() - start
    code = os.waitstatus_to_exitcode(status)
    print(f"  {words[0]:9}{took:7.2f} s {used.ru_utime + used.ru_stime:7.2f} s of processor "
          f"{used.ru_maxrss / 1024:5.0f} MB" + (f", code {code}" if code else ""))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    learners = int(sys.argv[2]) if len(sys.argv) > 2 else 600
    for has_lexicon in (True, False):
        print(f"{learners} learners, {'the lexicon' if has_lexicon else 'no lexicon'}:")
        with tempfile.TemporaryDirectory() as folder:
            make(folder, sys.argv[1], learners, has_lexicon)
            run(folder, "learners", "import", "--now", "2026-09-07T05:00:00Z")
            run(folder, "ingest", "--now", "2026-09-07T05:00:00Z")
            for day in (8, 9, 10):
                run(folder, "rank", "--now", f"2026-09-{day:02}T05:00:00Z")


main()
