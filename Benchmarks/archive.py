#!/usr/bin/env python3
"""archive.py [--items 100000] [--new 1000] [--gleaner PATH] [--keep FOLDER]

What a night costs on a large archive: makes an archive of invented articles (random words from invented topics, 200 words
each on the mean), ingests and ranks it once for a class of thirty, adds new articles, and measures the next ranking: the
text of the new articles is read, all are scored for every learner, and lists are made. Seeded; prints seconds and
peak memory of each step.
"""
import argparse, json, os, random, shutil, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SYLLABLES = [c + v for c in "bcdfghklmnprstvz" for v in "aeiou"]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=100_000)
    parser.add_argument("--new", type=int, default=1_000)
    parser.add_argument("--gleaner", default=os.path.join(ROOT, ".build", "release", "gleaner"))
    parser.add_argument("--keep")
    return parser.parse_args()


class Writer:
    """Articles of 250 topics over 40,000 words that are as unequally frequent as those of a language."""

    def __init__(self):
        self.random = random.Random(7)
        words = set()
        while len(words) < 40_000:
            words.add("".join(self.random.choices(SYLLABLES, k=self.random.randint(2, 4))))
        self.words = sorted(words)
        self.random.shuffle(self.words)
        self.weights = [1 / (rank + 10) for rank in range(len(self.words))]
        self.topics = [self.random.sample(self.words, 400) for _ in range(250)]

    def article(self, number):
        topic = self.random.choice(self.topics)
        length = self.random.randint(100, 300)
        half = length // 2
        text = [topic[min(399, int(self.random.paretovariate(1)) - 1)] for _ in range(half)]
        text += self.random.choices(self.words, cum_weights=self.cumulative(), k=length - half)
        self.random.shuffle(text)
        return {"id": "n%d" % number, "url": "https://archive.example/%d" % number, "title": " ".join(text[:6]).capitalize(),
                "content_text": " ".join(text) + ".", "date_published": "2026-08-%02dT06:00:00Z" % (1 + number % 28), "language": "en"}

    def cumulative(self):
        if not hasattr(self, "_cumulative"):
            total, self._cumulative = 0, []
            for weight in self.weights:
                total += weight
                self._cumulative.append(total)
        return self._cumulative

    def feeds(self, folder, first, count, each=2_000):
        for start in range(first, first + count, each):
            items = [self.article(n) for n in range(start, min(start + each, first + count))]
            feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Archive %d" % start, "items": items}
            with open(os.path.join(folder, "feed-%d.json" % start), "w") as file:
                json.dump(feed, file)


def measure(name, command, folder):
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    talk = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds, megabytes = time.monotonic() - start, usage.ru_maxrss / 1024
    print("%-58s %6.1f s (processor %5.1f s) %6.0f MB" % (name, seconds, usage.ru_utime + usage.ru_stime, megabytes), flush=True)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(talk[-2_000:])
    return seconds, megabytes


def config(folder):
    os.makedirs(os.path.join(folder, "Config"), exist_ok=True)
    os.makedirs(os.path.join(folder, "Feeds"), exist_ok=True)
    for name in ("templates", "reasons"):
        shutil.copytree(os.path.join(ROOT, "Config", name), os.path.join(folder, "Config", name), dirs_exist_ok=True)
    with open(os.path.join(folder, "Config", "gleaner.yaml"), "w") as file:
        file.write("feeds:\n  - {source: Feeds/archive, audience: 0}\nlists: {max-age-days: none}\n"
                   "suitability: {held-words: none}\nfetching: {max-megabytes: 100}\n"
                   "scorers:\n  InterestMatch: {weight: 3}\n  ReadingLevel: {weight: 2}\n  Freshness: {weight: 1}\n  NeedsMatch: {weight: 1}\n")


def main():
    given = arguments()
    folder = given.keep or tempfile.mkdtemp(prefix="gleaner-archive-")
    config(folder)
    writer = Writer()
    with open(os.path.join(folder, "Config", "learners.csv"), "w") as file:
        file.write("learner_id,name,class,grade,interests,consent\n")
        for number in range(30):
            wants = ";".join(topic[0] for topic in writer.random.sample(writer.topics, 5))
            file.write("l%d,Learner %d,7A,7,%s,yes\n" % (number, number, wants))
    with open(os.path.join(folder, "Config", "classes.csv"), "w") as file:
        file.write("class,teacher\n7A,Ms Rivera\n")
    archive = os.path.join(folder, "Feeds", "archive")
    os.makedirs(archive, exist_ok=True)
    writer.feeds(archive, 0, given.items)
    gleaner, first, second = given.gleaner, "2026-09-07T06:00:00Z", "2026-09-08T06:00:00Z"
    measure("import the class", [gleaner, "learners", "import", "--now", first], folder)
    measure("ingest %d articles" % given.items, [gleaner, "ingest", "--now", first], folder)
    measure("rank for the first time: read all, learn meanings", [gleaner, "rank", "--now", first], folder)
    writer.feeds(archive, given.items, given.new)
    measure("ingest %d new articles" % given.new, [gleaner, "ingest", "--now", second], folder)
    seconds, megabytes = measure("rank: read the new ones, score all, 30 lists", [gleaner, "rank", "--now", second], folder)
    if not given.keep:
        shutil.rmtree(folder, ignore_errors=True)
    good = seconds < 10 and megabytes < 1_000
    print(json.dumps({"seconds": round(seconds, 1), "megabytes": round(megabytes), "good": good}))
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
