#!/usr/bin/env python3
"""kills.py [--every N] [--most N] [--only COMMAND] [--jobs N] [--program PATH]   ends commands before each of their writes, syncs, renames and unlinks.

Each command is run over the same small school again and again under strace, which kills it as it enters its first, second, third … write, fsync,
rename and so on (the call is then not made, so that all calls before it are what the disk has), or lets such calls fail: EIO once, or ENOSPC from
there on. Then the command is run once more, as a person or timer would, and what follows it. The outbox must have the same bytes, the store the same
rows and a good integrity check, and nothing half made may lie about. The last line has the sums; exit status 1 if anything differs.

--every N: every Nth point of each kind of call; 1: all. Default: so many that --most (24) are left of each kind. strace is a Debian package.
"""
import argparse, collections, concurrent.futures, filecmp, hashlib, json, os, re, shutil, sqlite3, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
WRITES = ["write", "pwrite64", "writev", "pwritev", "fsync", "fdatasync", "ftruncate", "rename", "renameat", "renameat2", "link", "linkat", "symlink",
          "unlink", "unlinkat", "rmdir", "mkdir", "mkdirat", "copy_file_range", "sendfile", "chmod", "fchmod", "fchmodat", "fallocate"]
# A call that fails: how, and whether it goes on failing.
FAILS = {"write": ("ENOSPC", "+"), "pwrite64": ("ENOSPC", "+"), "fsync": ("EIO", ""), "fdatasync": ("EIO", ""), "rename": ("ENOSPC", ""),
         "renameat2": ("ENOSPC", ""), "unlink": ("EIO", ""), "unlinkat": ("EIO", ""), "ftruncate": ("ENOSPC", ""), "mkdir": ("ENOSPC", "+"),
         "link": ("ENOSPC", ""), "rmdir": ("EIO", "")}

IMPORTED, MONDAY = "2026-09-04T08:00:00Z", "2026-09-07T05:00:00Z"
MADE, SENT, LATER, OLD = "2026-09-04T13:00:00Z", "2026-09-07T04:31:00Z", "2026-09-14T05:00:00Z", "2026-11-30T05:00:00Z"

LEARNERS = """learner_id,name,class,grade,email,guardian_email,language,dial,minutes,interests,avoid,needs,level,consent,guardian_consent,under13
m1,Made Up One,5A,5,m1@learners.example,g1@families.example,en;es,,30,moons;ocean,spiders,,6.5,yes,yes,yes
m2,Made Up Two,5A,5,m2@learners.example,g2@families.example,en,,25,football;robots,,physics,4.5,yes,yes,yes
m3,Made Up Three,9B,9,m3@learners.example,,en,4,30,bridges,,history,7,yes,,no
m4,Made Up Four,9B,9,m4@learners.example,,en,1,20,bread,,,8,yes,,no
"""
CLASSES = "class,teacher,teacher_email,dial,review\n5A,Teacher of 5A,t5@school.example,2,no\n9B,Teacher of 9B,t9@school.example,3,yes\n"
STRIP = "learner_id,item,wish,topic,by\nm1,,more,volcanoes,learner\nm2,,more,black holes,learner\nm3,,never,ships,learner\n"
SETTINGS = """school: {name: Made Up School, time-zone: UTC, language: en, languages: [en, es]}
feeds: [Feeds/feeds.opml]
suitability: {held-words: Config/held-words}
mail: {from: "Made Up School <reading@school.example>", to: both, bundles: true, one-click: "https://school.example/stop"}
forms: [print, json, csv]
schedules:
  weekly: {days: [monday], time: "04:30", review: "13:00 3 days before", if-not-reviewed: hold}
operation: {keep-days: 60}
"""

# `done`: what the command may say where the one that was ended had done it all.
Command = collections.namedtuple("Command", "name before line after done", defaults=[None])


def commands():
    """What is killed: the commands before it, its own line, and what is run after it to see what it came to."""
    imported = [["learners", "import", "--now", IMPORTED], ["SECRET"]]
    ran = imported + [["run", "--now", MONDAY]]
    made = imported + [["run", "--due", "--now", MADE]]
    approved = [["review", "--class", name, "--approve", "--now", MADE] for name in ("5A", "9B")]
    again = [["run", "--now", LATER]]
    return [
        Command("import", [], ["learners", "import", "--now", IMPORTED], [["SECRET"], ["run", "--now", MONDAY]]),
        Command("import --full", imported + [["NEW-ROSTER"]], ["learners", "import", "--full", "--yes", "--now", IMPORTED], [["run", "--now", MONDAY]]),
        Command("ingest", imported, ["ingest", "--now", MONDAY], [["run", "--now", MONDAY]]),
        Command("run", imported, ["run", "--now", MONDAY], []),
        Command("run, the week after", ran, ["run", "--now", LATER], []),
        Command("run --due, lists for review", imported, ["run", "--due", "--now", MADE], [["run", "--due", "--now", SENT]]),
        Command("run --due, lists go out", made + approved, ["run", "--due", "--now", SENT], []),
        Command("approve", made, ["review", "--class", "9B", "--approve", "--now", MADE], [["run", "--due", "--now", SENT]]),
        Command("approve, after the time", made + [["run", "--due", "--now", SENT]], ["review", "--class", "9B", "--approve", "--now", MONDAY],
                [["run", "--due", "--now", "2026-09-07T05:10:00Z"]]),
        Command("say", ran, ["say", "m1", "more", "volcanoes", "--now", LATER], again),
        Command("say, a cry for help", ran, ["say", "m1", "more", "how to kill myself", "--now", LATER], again),
        Command("say --strip", ran, ["say", "--strip", "Config/wishes.csv", "--now", LATER], again),
        Command("pin", ran, ["pin", "ITEM", "--class", "5A", "--now", LATER], again),
        Command("stop", ran, ["stop", "TOKEN", "--now", LATER], again, "no list goes to whom this token was made for"),
        Command("feeds add", imported, ["feeds", "add", "Feeds/extra.xml", "--audience", "3"], [["run", "--now", MONDAY]], "is on Feeds/feeds.opml already"),
        Command("prune", ran, ["schedule", "prune", "--now", OLD], []),
        Command("schedule pause", made, ["schedule", "pause", "weekly", "--now", MADE], [["run", "--due", "--now", SENT]]),
        Command("schedule skip", made, ["schedule", "skip", "2026-09-14", "--schedule", "weekly", "--now", MADE], [["run", "--due", "--now", "2026-09-14T05:00:00Z"]]),
        Command("init", ["EMPTY"], ["init", "school", "--sample"], [], "is a working folder already"),
        Command("init --missing", ["EMPTY", ["init", "school", "--sample"], ["LOSE"]], ["init", "school", "--missing"], []),
    ]


class Judge:
    def __init__(self, options):
        self.options, self.program = options, options.program
        self.home = tempfile.mkdtemp(prefix="gleaner-kills-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)

    def gleaner(self, folder, line, trace=None):
        line = [self.token(folder) if word == "TOKEN" else self.item(folder) if word == "ITEM" else word for word in line]
        process = subprocess.run((trace or []) + [self.program, *line], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
        return process.returncode, process.stderr.decode(errors="replace") + process.stdout.decode(errors="replace")

    def step(self, folder, line):
        """A command, or what a person does between two."""
        if line == ["NEW-ROSTER"]:
            with open(os.path.join(folder, "Config", "learners.csv"), "w") as file:
                file.write(LEARNERS.replace("moons;ocean", "moons;comets").replace("Made Up Four", "Made Up Fourth").replace("m2,", "m5,"))
        elif line == ["SECRET"]:
            # One secret for all trials: what is made with it must be the same bytes.
            with open(os.path.join(folder, "Data", "secret"), "w") as file:
                file.write("0123456789abcdef" * 4)
            os.chmod(os.path.join(folder, "Data", "secret"), 0o600)
        elif line == ["LOSE"]:
            shutil.rmtree(os.path.join(folder, "school", "Config", "templates"))
            with open(os.path.join(folder, "school", "Config", "reasons", "es.yaml"), "r+") as file:
                file.truncate(len(file.read()) // 2)
        else:
            return self.gleaner(folder, line)
        return 0, ""

    def school(self, path):
        os.makedirs(os.path.join(path, "Config"))
        for name in ("templates", "reasons", "held-words"):
            source, target = os.path.join(ROOT, "Config", name), os.path.join(path, "Config", name)
            shutil.copytree(source, target) if os.path.isdir(source) else shutil.copy(source, target)
        shutil.copytree(os.path.join(ROOT, "Feeds"), os.path.join(path, "Feeds"))
        with open(os.path.join(path, "Feeds", "sport.rdf")) as source, open(os.path.join(path, "Feeds", "extra.xml"), "w") as target:
            target.write(source.read().replace("feeds.example.org", "more.example.org").replace("tag:", "tag:more"))
        for name, text in (("learners.csv", LEARNERS), ("classes.csv", CLASSES), ("wishes.csv", STRIP), ("gleaner.yaml", SETTINGS)):
            with open(os.path.join(path, "Config", name), "w") as file:
                file.write(text)

    def prepare(self, command):
        folder = os.path.join(self.home, re.sub(r"\W+", "-", command.name), "before")
        os.makedirs(folder)
        if command.before[:1] != ["EMPTY"]:
            self.school(folder)
        for line in command.before:
            if line == "EMPTY":
                continue
            status, said = self.step(folder, line)
            if status != 0:
                raise SystemExit("could not prepare '%s': %s: %s" % (command.name, " ".join(line), said))
        return folder

    @staticmethod
    def token(folder):
        for base, _, names in sorted(os.walk(os.path.join(folder, "Outbox"))):
            for name in sorted(names):
                if name == "m1-guardian.eml":
                    with open(os.path.join(base, name)) as mail:
                        text = re.sub(r"\r?\n ", " ", mail.read())
                    return re.search(r"List-Unsubscribe: <https://school\.example/stop[^>]*?([A-Za-z0-9]+)>", text).group(1)
        raise SystemExit("there is no mail with a token")

    @staticmethod
    def item(folder):
        base = sqlite3.connect(os.path.join(folder, "Data", "gleaner.sqlite"))
        code = base.execute("SELECT code FROM item ORDER BY id LIMIT 1").fetchone()[0]
        base.close()
        return code

    # What a folder has come to.

    def state(self, folder):
        files, left = {}, []
        for top in ("Outbox", "Feeds", "Config", "school"):
            for base, folders, names in os.walk(os.path.join(folder, top)):
                for name in names:
                    path = os.path.join(base, name)
                    with open(path, "rb") as file:
                        files[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
        known = {"run.lock", "write.lock", "secret", "store.made", "gleaner.sqlite", "gleaner.sqlite-wal", "gleaner.sqlite-shm", "logs", "scorers", "Data", "Config", "Feeds",
                 "Outbox", "Plugins", "school"}
        for top in (".", "Data"):
            there = os.path.join(folder, top)
            left += [os.path.join(top, n) for n in (os.listdir(there) if os.path.isdir(there) else []) if n not in known]
        left += [name for name in files if name.endswith(".part") or "/." in name]
        return {"files": files, "left": sorted(left), "rows": self.rows(folder)}

    @staticmethod
    def rows(folder):
        path = os.path.join(folder, "Data", "gleaner.sqlite")
        if not os.path.exists(path):
            return {}
        base = sqlite3.connect(path)
        rows = {"integrity": base.execute("PRAGMA integrity_check").fetchall()}
        tables = [r[0] for r in base.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")]
        for table in tables:
            # The ledger of runs, and what they found, tell of the kills. A list and what was given name the run that made them; how
            # lists are numbered is nobody's business.
            if table in ("run", "finding"):
                continue
            if table in ("listItem", "listDecision"):
                columns = [r[1] for r in base.execute("PRAGMA table_info(%s)" % table) if r[1] not in ("list", "number")]
                own = ", ".join('own."%s"' % n for n in columns)
                rows[table] = sorted(repr(r) for r in base.execute(
                    "SELECT list.edition, list.learner, %s FROM %s own JOIN list ON list.number = own.list" % (own, table)))
                continue
            names = [r[1] for r in base.execute("PRAGMA table_info(%s)" % table)
                     if (table, r[1]) not in (("list", "run"), ("list", "number"), ("givenEarlier", "run"))]
            if table == "scheduledEdition":
                # That a call failed is told there.
                rows["failures"] = sorted(repr(r) for r in base.execute("SELECT schedule, date, reason, failures FROM scheduledEdition"))
                names = [n for n in names if n not in ("reason", "failures")]
            rows[table] = sorted(repr(r) for r in base.execute("SELECT %s FROM %s" % (", ".join('"%s"' % n for n in names), table)))
        base.close()
        return rows

    def difference(self, found, wanted, fails=None):
        said = []
        if found["left"]:
            said.append("left over: " + ", ".join(found["left"][:3]))
        for name in sorted(set(found["files"]) | set(wanted["files"])):
            if found["files"].get(name) != wanted["files"].get(name) and name not in found["left"]:
                what = "missing" if name not in found["files"] else "too many" if name not in wanted["files"] else "other bytes"
                said.append("%s: %s" % (name, what))
        for table in sorted(set(found["rows"]) | set(wanted["rows"])):
            a, b = found["rows"].get(table, []), wanted["rows"].get(table, [])
            if a != b and not (fails and table == "failures"):
                more = list((collections.Counter(a) - collections.Counter(b)).elements())
                less = list((collections.Counter(b) - collections.Counter(a)).elements())
                said.append("table %s: +%d -%d %s" % (table, len(more), len(less), (more or less)[0][:300] if more or less else ""))
        return said

    # One command.

    def trial(self, command, before, wanted, number, call, count, fails):
        top = os.path.join(self.home, re.sub(r"\W+", "-", command.name), "trial-%d" % number)
        folder, log = os.path.join(top, "folder"), os.path.join(top, "log")
        shutil.copytree(before, folder, symlinks=True)
        tamper = "error=%s" % fails[0] if fails else "signal=SIGKILL"
        when = "%d%s" % (count, fails[1] if fails else "")
        # Not with --seccomp-bpf: it makes fewer stops, and strace 6.1 then sends no signal.
        status, said = self.gleaner(folder, command.line, ["strace", "-f", "-o", log, "-e", "trace=" + call, "-e", "inject=%s:%s:when=%s" % (call, tamper, when)])
        with open(log, errors="replace") as file:
            text = file.read()
        hit = "(INJECTED)" in text if fails else status in (-9, 137)
        problems = []
        if hit:
            status, again = self.gleaner(folder, command.line)
            if status != 0 and not (command.done and command.done in again):
                problems.append("again: exit status %d: %s" % (status, again.strip()[-200:]))
            for line in command.after:
                status, later = self.step(folder, line)
                if status != 0:
                    problems.append("%s: exit status %d: %s" % (" ".join(line), status, later.strip()[-200:]))
            problems += self.difference(self.state(folder), wanted, fails)
        # What is different is kept to be looked at where somebody asks for it.
        if problems and self.options.keep:
            shutil.copytree(top, os.path.join(self.options.keep, re.sub(r"\W+", "-", command.name), "%s-%d%s" % (call, count, "-" + fails[0] if fails else "")), symlinks=True, dirs_exist_ok=True)
        shutil.rmtree(top)
        return hit, problems

    def points(self, command, before):
        """How often each call is made, the most of any thread: strace counts for each thread by itself."""
        top = os.path.join(self.home, "count")
        folder, log = os.path.join(top, "folder"), os.path.join(top, "log")
        shutil.copytree(before, folder, symlinks=True)
        status, said = self.gleaner(folder, command.line, ["strace", "-f", "-o", log, "-e", "trace=" + ",".join(WRITES)])
        if status != 0:
            raise SystemExit("'%s' does not work untouched: %s" % (command.name, said))
        threads = collections.defaultdict(collections.Counter)
        with open(log, errors="replace") as file:
            for line in file:
                found = re.match(r"(\d+) +(\w+)\(", line)
                if found:
                    threads[found.group(2)][found.group(1)] += 1
        shutil.rmtree(top)
        return {call: (max(counts.values()), sum(counts.values())) for call, counts in threads.items()}

    def reference(self, command, before):
        """What the command comes to untouched; made twice, for what differs by itself tells nothing."""
        states = []
        for number in range(2):
            folder = os.path.join(self.home, "reference", "folder")
            shutil.copytree(before, folder, symlinks=True)
            for line in [command.line, *command.after]:
                status, said = self.step(folder, line)
                if status != 0:
                    raise SystemExit("'%s' does not work untouched: %s: %s" % (command.name, " ".join(line), said))
            states.append(self.state(folder))
            shutil.rmtree(folder)
        own = self.difference(states[1], states[0])
        if own:
            raise SystemExit("'%s' differs by itself: %s" % (command.name, "; ".join(own)))
        return states[0]

    def judge(self, command):
        before = self.prepare(command)
        wanted = self.reference(command, before)
        points = self.points(command, before)
        jobs = []
        sums = collections.defaultdict(lambda: [0, 0, 0])
        for call, (most, _) in sorted(points.items()):
            every = self.options.every or max(1, -(-most // self.options.most))
            counts = sorted(set(list(range(1, most + 1, every)) + [most]))
            jobs += [(call, count, None) for count in counts]
            if call in FAILS and not self.options.no_errors:
                jobs += [(call, count, FAILS[call]) for count in counts]
        different = []
        with concurrent.futures.ThreadPoolExecutor(self.options.jobs) as pool:
            futures = {pool.submit(self.trial, command, before, wanted, number, *job): job for number, job in enumerate(jobs)}
            for future in concurrent.futures.as_completed(futures):
                call, count, fails = futures[future]
                hit, problems = future.result()
                kind = call + (" " + fails[0] if fails else "")
                sums[kind][0] += hit
                sums[kind][1] += hit and not problems
                sums[kind][2] += bool(problems)
                if problems:
                    different.append((call, count, fails, problems))
        told = ", ".join("%s %d/%d of %d" % (kind, same, hits, points[kind.split()[0]][1]) for kind, (hits, same, _) in sorted(sums.items()))
        hits, same, other = (sum(s[i] for s in sums.values()) for i in range(3))
        print("%-28s %4d ended or failed, %4d same, %3d different   (%s)" % (command.name, hits, same, other, told), flush=True)
        for call, count, fails, problems in sorted(different, key=lambda d: (d[0], d[1]))[: self.options.show]:
            print("    %s %d%s: %s" % (call, count, " " + fails[0] if fails else "", "; ".join(problems)[:600]), flush=True)
        shutil.rmtree(os.path.dirname(before))
        return hits, same, other


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=0)
    parser.add_argument("--most", type=int, default=24)
    parser.add_argument("--only", default="")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--show", type=int, default=6)
    parser.add_argument("--keep", default="")
    parser.add_argument("--no-errors", action="store_true")
    parser.add_argument("--program", default=os.path.join(ROOT, ".build", "release", "gleaner"))
    options = parser.parse_args()
    if not shutil.which("strace"):
        print("strace is not installed (Debian package strace).")
        return 3
    if not os.path.exists(options.program):
        print("There is no %s. Build a release first: make build" % options.program)
        return 2
    judge = Judge(options)
    try:
        sums = [judge.judge(command) for command in commands() if not options.only or command.name.split(",")[0] == options.only or command.name == options.only]
    finally:
        shutil.rmtree(judge.home)
    hits, same, other = (sum(s[i] for s in sums) for i in range(3))
    print("%d commands: %d ended or failed, %d same, %d different" % (len(sums), hits, same, other))
    return 1 if other else 0


if __name__ == "__main__":
    sys.exit(main())
