#!/usr/bin/env python3
"""deliver.py [LEARNERS ...] [--places 6] [--commands] [--editions 1] [--gleaner PATH] [--keep FOLDER]

A night at size, whole commands: for each number of learners a school of invented learners, each with a mail address and consent, whose
lists were made by `gleaner rank` over 600 invented articles. Measured is `gleaner deliver` as a process of its own: lists read, judged
again, rendered, stored, put into the outbox. Printed: mails a second of processor time, seconds, peak memory; then the same command
again, with nothing new to put out.

`--editions N`: so many editions were made and put out before the one that is measured. `--commands`: also what a person waits for at
that size: review, explain, learners show, say, stop, preview, status, each as a process of its own.

Without numbers: 2500 5000 10000 20000.
"""
import argparse, csv, os, re, shutil, subprocess, sys, tempfile

import archive

ARTICLES = 600
CONFIG = """school: {name: Invented School, time-zone: UTC, language: en}
feeds:
  - {source: Feeds/archive, audience: 0}
lists: {max-age-days: none, places: %d}
suitability: {held-words: none}
fetching: {max-megabytes: 100}
scorers:
  InterestMatch: {weight: 3}
  ReadingLevel: {weight: 2}
  Freshness: {weight: 1}
  NeedsMatch: {weight: 1}
mail:
  from: Invented School <reading@school.example>
  list-domain: lists.school.example
  one-click: https://school.example/stop
schedules:
  weekly: {days: [monday], time: "06:30", max-late: 6 hours}
"""


def day(number):
    return "2026-%02d-%02dT06:00:00Z" % (9 + number // 28, 1 + number % 28)


def school(folder, learners, places):
    writer = archive.Writer()
    chance = writer.random
    archive.config(folder)
    with open(os.path.join(folder, "Config", "gleaner.yaml"), "w") as file:
        file.write(CONFIG % places)
    with open(os.path.join(folder, "Config", "learners.csv"), "w") as file:
        rows = csv.writer(file)
        rows.writerow(["learner_id", "name", "class", "grade", "interests", "needs", "email", "guardian_email", "consent", "under13"])
        for number in range(learners):
            wants = ";".join(chance.choice(writer.topics)[chance.randrange(3)] for _ in range(chance.randint(3, 6)))
            needs = chance.choice(writer.topics)[0] if number % 3 == 0 else ""
            rows.writerow(["l%06d" % number, "Learner %d" % number, "C%d" % (number // 30), 4 + number % 9, wants, needs,
                           "l%06d@learners.example" % number, "g%06d@families.example" % number, "yes", "no"])
    with open(os.path.join(folder, "Config", "classes.csv"), "w") as file:
        # The teacher of the first class sees its lists before they go out.
        file.write("class,teacher,teacher_email,dial,review\n")
        for number in range(learners // 30 + 1):
            file.write("C%d,Teacher %d,,2,%s\n" % (number, number, "no" if number else "yes"))
    feeds = os.path.join(folder, "Feeds", "archive")
    os.makedirs(feeds, exist_ok=True)
    writer.feeds(feeds, 0, ARTICLES, each=50)


def measured(command, folder):
    """Seconds, processor seconds, peak megabytes, output."""
    output = tempfile.TemporaryFile("w+")
    start = archive.time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT, text=True)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = archive.time.monotonic() - start
    output.seek(0)
    text = output.read()
    if os.waitstatus_to_exitcode(status) > 1:
        sys.exit("%s\n%s" % (" ".join(command), text[-2_000:]))
    measured.system = usage.ru_stime
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


def commands(gleaner, folder, now, edition):
    learner = "l000040"
    measured([gleaner, "preview", learner, "--now", now], folder)
    mail = open(os.path.join(folder, "Data", "preview", edition, learner, "mail.eml"), newline="").read()
    token = re.search(r"[?&]t=([A-Z0-9]+)", mail.replace("\r\n ", "").replace("\r\n\t", "")).group(1)
    name = "Learner %d" % int(learner[1:])
    for title, command in (
            ("learners show, by id", ["learners", "show", learner]), ("learners show, by name", ["learners", "show", name]),
            ("say", ["say", learner, "more", "chess"]), ("explain", ["explain", learner]), ("preview", ["preview", learner]),
            ("review of a class", ["review", "--class", "C0"]), ("review, approved", ["review", "--class", "C0", "--approve"]),
            ("stop", ["stop", token]), ("status", ["status"]), ("schedule prune, nothing old", ["schedule", "prune"])):
        seconds, processor, megabytes, _ = measured([gleaner, *command, "--now", now], folder)
        print("    %-28s %7.2f s (processor %6.2f s) %5.0f MB" % (title, seconds, processor, megabytes), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("learners", nargs="*", type=int, default=[2_500, 5_000, 10_000, 20_000])
    parser.add_argument("--places", type=int, default=6)
    parser.add_argument("--editions", type=int, default=1)
    parser.add_argument("--commands", action="store_true")
    parser.add_argument("--gleaner", default=os.path.join(archive.ROOT, ".build", "release", "gleaner"))
    parser.add_argument("--keep")
    given = parser.parse_args()
    gleaner = given.gleaner
    made = []
    for learners in given.learners:
        folder = given.keep or tempfile.mkdtemp(prefix="gleaner-deliver-")
        made.append(folder)
        if not os.path.exists(os.path.join(folder, "Data")):
            school(folder, learners, given.places)
            for command in (["learners", "import"], ["ingest"]):
                measured([gleaner, *command, "--now", day(0)], folder)
        for number in range(given.editions):
            now = day(number)
            if number > 0 and number < given.editions - 1:
                measured([gleaner, "rank", "--now", now], folder)
                measured([gleaner, "deliver", "--now", now], folder)
                continue
            seconds, processor, megabytes, _ = measured([gleaner, "rank", "--now", now], folder)
            print("%6d learners, edition %d: rank %.1f s (processor %.1f s), %.0f MB" % (learners, number + 1, seconds, processor, megabytes), flush=True)
            seconds, processor, megabytes, text = measured([gleaner, "deliver", "--now", now], folder)
            mails = len(os.listdir(os.path.join(folder, "Outbox", "manual@" + now[:10], "mail")))
            print("    deliver  %6d mails, %5.0f a second of processor, %.1f s (processor %.1f s, of that the system's %.1f s), %.0f MB"
                  % (mails, mails / processor, seconds, processor, measured.system, megabytes), flush=True)
            seconds, processor, megabytes, _ = measured([gleaner, "deliver", "--now", now], folder)
            print("    again    %.2f s (processor %.2f s), %.0f MB" % (seconds, processor, megabytes), flush=True)
        if given.commands:
            commands(gleaner, folder, day(given.editions - 1), "manual@" + day(given.editions - 1)[:10])
    # At the end: ext4 without a journal is slow to make files for minutes after it has removed many.
    for folder in [] if given.keep else made:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
