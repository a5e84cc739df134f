#!/usr/bin/env python3
"""commands.py [LEARNERS ...] [--runs 3] [--gleaner PATH] [--other PATH] [--keep FOLDER]

What a person waits for, whole commands as processes of their own, at the sizes that are given (30 2000 20000): a school of invented
learners, 2,000 invented articles, one edition that is out. For each command the median of so many runs, and beside it how many times
what it takes with the first number of learners; then how large the store is. `--other`: another gleaner, each in a school of its own, so
that two versions are measured side by side.
"""
import argparse, os, re, shutil, statistics, tempfile

import archive, deliver
from deliver import day, measured

deliver.ARTICLES = 2_000
# Those about one learner or one class may not grow with the school.
ONE = {"review", "say", "pin", "explain", "stop", "learners show", "learners show, by name", "preview"}


def token_of(gleaner, folder, learner, now):
    measured([gleaner, "preview", learner, "--now", now], folder)
    mail = open(os.path.join(folder, "Data", "preview", "manual@" + now[:10], learner, "mail.eml"), newline="").read()
    return re.search(r"[?&]t=([A-Z0-9]+)", mail.replace("\r\n ", "").replace("\r\n\t", "")).group(1)


def size(folder):
    data = os.path.join(folder, "Data")
    return sum(os.path.getsize(os.path.join(data, name)) for name in os.listdir(data) if name.startswith("gleaner.sqlite"))


def rows(gleaner, learners, runs, keep):
    folder = keep and os.path.join(keep, str(learners)) or tempfile.mkdtemp(prefix="gleaner-commands-")
    now, found = day(0), {}

    def one(title, *command, times=1):
        seconds = [measured([gleaner, *command, "--now", now], folder)[0] for _ in range(times)]
        found[title] = statistics.median(seconds)

    deliver.school(folder, learners, 6)
    one("learners import, all new", "learners", "import")
    one("run", "run")
    one("deliver, again", "deliver", times=runs)
    stored = size(folder)
    learner, name = "l000010", "Learner 10"
    token = token_of(gleaner, folder, learner, now)
    text = measured([gleaner, "explain", learner, "--now", now], folder)[3]
    code = re.search(r"\(([0-9A-Z]{5})\) —", text).group(1)
    one("review", "review", "--class", "C0", times=runs)
    # The first class reviews its lists: they go out now, and with them the addresses that stop them.
    measured([gleaner, "review", "--class", "C0", "--approve", "--now", now], folder)
    measured([gleaner, "deliver", "--now", now], folder)
    one("say", "say", learner, "more", "chess", times=runs)
    one("pin", "pin", code, "--learner", learner, times=runs)
    one("explain", "explain", learner, times=runs)
    one("preview", "preview", learner, times=runs)
    one("stop", "stop", token, times=runs)
    one("learners show", "learners", "show", learner, times=runs)
    one("learners show, by name", "learners", "show", name, times=runs)
    one("learners import, unchanged", "learners", "import", times=runs)
    measured([gleaner, "say", learner, "more", code, "--now", day(1)], folder)
    one("evaluate --store", "evaluate", "--store")
    one("status", "status", times=runs)
    if not keep:
        shutil.rmtree(folder, ignore_errors=True)
    return found, stored


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("learners", nargs="*", type=int, default=[30, 2_000, 20_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--gleaner", default=os.path.join(archive.ROOT, ".build", "release", "gleaner"))
    parser.add_argument("--other")
    parser.add_argument("--keep")
    given = parser.parse_args()
    for gleaner in [given.gleaner] + ([given.other] if given.other else []):
        print("%s" % gleaner, flush=True)
        first, failed = None, []
        for learners in given.learners:
            found, stored = rows(gleaner, learners, given.runs, given.keep)
            first = first or (learners, found)
            print("  %d learners; the store after one edition: %.0f MB" % (learners, stored / 1e6))
            for title, seconds in found.items():
                times = seconds / first[1][title]
                mark = ""
                if title in ONE and times > 1.3:
                    mark, _ = "  more than 1.3", failed.append(title)
                print("    %-28s %8.3f s  %6.2f times%s" % (title, seconds, times, mark), flush=True)
        print("  grow with the school: %s" % (", ".join(sorted(set(failed))) or "none of those about one learner or class"), flush=True)


if __name__ == "__main__":
    main()
