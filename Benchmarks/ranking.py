#!/usr/bin/env python3
"""ranking.py [LEARNERSxITEMS ...] [--gleaner PATH] [--keep FOLDER]

The rank stage, end to end: for each size a school of invented learners (grade, three to six interests, every third with needs, every
second with strengths, every third with things said of topics and articles) and invented articles of 200 words, ingested before. Measured
is `gleaner rank` as a process of its own with all scorers that ship: the store is read, the text of the articles analysed, every learner
ranked, lists with reasons and records written. Printed: seconds, processor seconds, peak memory, pairs of learner and article a second.
The second figure of each size is the same stage for the next edition, when the articles' text is on the shelf.

Without sizes: 500x2000 5000x5000. A district: 100000x5000. In proportion: 1250x5000 5000x5000 20000x5000.
"""
import argparse, csv, os, shutil, subprocess, sys, tempfile

import archive

FIRST, SECOND = "2026-09-07T06:00:00Z", "2026-09-08T06:00:00Z"


def school(folder, learners, items, gleaner):
    writer = archive.Writer()
    chance = writer.random
    archive.config(folder)
    with open(os.path.join(folder, "Config", "learners.csv"), "w") as file:
        rows = csv.writer(file)
        rows.writerow(["learner_id", "name", "class", "grade", "interests", "strengths", "needs", "consent"])
        for number in range(learners):
            # People share interests: some topics are much more loved than others.
            def topics(most):
                return ";".join(writer.topics[min(249, int(chance.paretovariate(0.6)) - 1)][chance.randrange(3)] for _ in range(most))
            rows.writerow(["l%06d" % number, "Learner %d" % number, "C%d" % (number // 30), 4 + number % 9, topics(chance.randint(3, 6)),
                           topics(2) if number % 2 else "", topics(2) if number % 3 == 0 else "", "yes"])
    with open(os.path.join(folder, "Config", "classes.csv"), "w") as file:
        file.write("class,teacher\n" + "".join("C%d,Teacher %d\n" % (number, number) for number in range(learners // 30 + 1)))
    feeds = os.path.join(folder, "Feeds", "archive")
    os.makedirs(feeds, exist_ok=True)
    writer.feeds(feeds, 0, items, each=100)
    with open(os.path.join(folder, "Config", "wishes.csv"), "w") as file:
        rows = csv.writer(file)
        rows.writerow(["learner_id", "item", "wish", "topic", "by"])
        for number in range(0, learners, 3):
            rows.writerow(["l%06d" % number, "https://archive.example/%d" % chance.randrange(items), "more", "", "learner"])
            rows.writerow(["l%06d" % number, "", chance.choice(["more", "less", "never"]), writer.topics[chance.randrange(250)][0], "learner"])
    for command in (["learners", "import"], ["ingest"], ["say", "--strip", "Config/wishes.csv"]):
        subprocess.run([gleaner, *command, "--now", FIRST], cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", default=["500x2000", "5000x5000"])
    parser.add_argument("--gleaner", default=os.path.join(archive.ROOT, ".build", "release", "gleaner"))
    parser.add_argument("--keep")
    given = parser.parse_args()
    for size in given.sizes:
        learners, items = (int(number) for number in size.split("x"))
        folder = given.keep or tempfile.mkdtemp(prefix="gleaner-ranking-")
        if not os.path.exists(os.path.join(folder, "Data")):
            school(folder, learners, items, given.gleaner)
        for name, now in (("first", FIRST), ("next edition", SECOND)):
            seconds, _ = archive.measure("%s, %s" % (size, name), [given.gleaner, "rank", "--now", now], folder)
            print("    %.1f million pairs a second" % (learners * items / seconds / 1e6), flush=True)
        if not given.keep:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
