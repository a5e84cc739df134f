#!/usr/bin/env python3
"""copies.py [ITEMS [NEW]]   what near-copies cost: an archive of ITEMS (100,000) articles, then NEW (1,000) more of which every fifth is
an edited copy of one that is there. Prints a table. All texts are made up here, the same ones in every run.
"""
import os, random, resource, shutil, sqlite3, subprocess, sys, tempfile, time
from xml.sax.saxutils import escape

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
GLEANER = os.path.join(ROOT, ".build", "release", "gleaner")
ITEMS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
NEW = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
A_FEED = 100
chance = random.Random(1)
SMALL = "the of to and a in that for on with as was were is are by at from it its his her their had have has been will would".split()
PARTS = "ba ce di fo gu har lin mon ner pil ros ster tan vel wick sor".split()
WORDS = [a + b + c for a in PARTS for b in PARTS for c in ("t", "ler", "ming", "n", "ders", "k", "sh", "ring", "st", "lo", "ve", "p")]
WEIGHTS = [1 / (rank + 20) for rank in range(len(WORDS))]
TOTALS = [0.0]
for weight in WEIGHTS:
    TOTALS.append(TOTALS[-1] + weight)
TOTALS = TOTALS[1:]


def sentence():
    content = iter(chance.choices(WORDS, cum_weights=TOTALS, k=20))
    words = [chance.choice(SMALL) if chance.random() < 0.45 else next(content) for _ in range(chance.randint(9, 20))]
    if chance.random() < 0.3:
        words[-2] = words[-2].capitalize()
    return words[0].capitalize() + " " + " ".join(words[1:]) + "."


def story():
    """A title and sentences; a third of all stories are teasers, as in feeds at large."""
    kind = chance.random()
    count = chance.randint(1, 3) if kind < 0.36 else chance.randint(4, 12) if kind < 0.7 else chance.randint(13, 60)
    return " ".join(chance.choices(WORDS, k=6)).capitalize(), [sentence() for _ in range(count)]


def edited(title, sentences):
    copy = list(sentences)
    for _ in range(chance.randint(1, 2)):
        edit = chance.randint(0, 4)
        if edit == 0:
            copy[0] = "By %s. %s" % (chance.choice(WORDS).capitalize(), copy[0])
        elif edit == 1:
            copy.append("Read more")
        elif edit == 2:
            copy.insert(chance.randint(0, len(copy)), sentence())
        elif edit == 3 and len(copy) > 3:
            del copy[chance.randint(1, len(copy) - 1)]
        else:
            copy = [text.replace(" and ", " – and ") for text in copy]
    return " ".join(chance.choices(WORDS, k=5)).capitalize(), copy


def write_feed(folder, name, stories):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>%s</title><language>en</language>' % name)
        for number, (title, sentences) in enumerate(stories):
            file.write(
                "<item><title>%s</title><link>https://%s.example/%d</link><guid>%d</guid>"
                "<pubDate>2026-09-0%dT0%d:00:00Z</pubDate><description>%s</description></item>"
                % (escape(title), name.split(".")[0], number, number, number % 6 + 1, number % 9, escape(" ".join(sentences))))
        file.write("</channel></rss>")


def ingest(folder, now):
    start = time.monotonic()
    process = subprocess.Popen([GLEANER, "ingest", "--now", now], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit("gleaner ingest failed: " + output)
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def school(feeds):
    folder = tempfile.mkdtemp(prefix="gleaner-copies-")
    shutil.copytree(os.path.join(ROOT, "Config"), os.path.join(folder, "Config"))
    with open(os.path.join(HERE, "real-class", "gleaner.yaml")) as source, open(os.path.join(folder, "Config", "gleaner.yaml"), "w") as target:
        target.write(source.read().replace("FEEDS", feeds))
    return folder


def count(folder, sql):
    base = sqlite3.connect(os.path.join(folder, "Data", "gleaner.sqlite"))
    value = base.execute(sql).fetchone()[0]
    base.close()
    return value


def main():
    feeds = tempfile.mkdtemp(prefix="gleaner-copies-feeds-")
    alone = tempfile.mkdtemp(prefix="gleaner-copies-alone-")
    kept = []
    for feed in range(ITEMS // A_FEED):
        stories = [story() for _ in range(A_FEED)]
        kept += [one for one in chance.sample(stories, 3) if sum(len(text.split()) for text in one[1]) >= 30]
        write_feed(feeds, "a%d.xml" % feed, stories)
    first, second = school(feeds), school(alone)
    rows = [("%d articles into an empty store" % ITEMS, ingest(first, "2026-09-07T06:00:00Z"))]
    rows.append(("again, with nothing new", ingest(first, "2026-09-07T12:00:00Z")))
    copies = 0
    for feed in range(NEW // A_FEED):
        stories = []
        for number in range(A_FEED):
            if number % 5 == 0:
                stories.append(edited(*chance.choice(kept)))
                copies += 1
            else:
                stories.append(story())
        for folder in (feeds, alone):
            write_feed(folder, "b%d.xml" % feed, stories)
    before = count(first, "SELECT COUNT(*) FROM nearCopy")
    rows.append(("%d new ones into a store of %d" % (NEW, ITEMS), ingest(first, "2026-09-08T06:00:00Z")))
    rows.append(("the same %d into an empty store" % NEW, ingest(second, "2026-09-08T06:00:00Z")))
    print("| | seconds | of a processor | MB |\n|---|---|---|---|")
    for name, (seconds, busy, memory) in rows:
        print("| %s | %.2f | %.2f | %.0f |" % (name, seconds, busy, memory))
    fresh = "SELECT COUNT(DISTINCT version) FROM nearCopy JOIN itemVersion ON number = version WHERE url LIKE 'https://b%'"
    print("\nOf %d edited copies %d were linked; %d links among the archive's own articles." % (copies, count(first, fresh), before))
    size = "SELECT SUM(pgsize) FROM dbstat WHERE name %s 'copyMark'"
    print("Marks: %.1f an article." % (count(first, "SELECT COUNT(*) FROM copyMark") / count(first, "SELECT COUNT(*) FROM item")))
    try:
        print("Index: %.0f MB of a store of %.0f MB." % (count(first, size % "=") / 1e6, count(first, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") / 1e6))
    except sqlite3.OperationalError:
        pass
    for folder in (feeds, alone, first, second):
        shutil.rmtree(folder)


main()
