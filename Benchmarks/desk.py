#!/usr/bin/env python3
"""desk.py [--feeds FOLDER] [--seconds 60] [--half-open 0] [--no-run]: 24 teachers at the desk of a school of 600 learners, a request a second each, while runs
are at work. Prints the median and the 99th of 100 of the answers' times, what was refused, and the most memory that the desk had. Exit 1 where the 99th is not
under 300 ms, the memory not under 80 MB, or a request got no answer or one that no teacher should get. --half-open: so many connections beside that never end
a request; whichever is cut off comes again.

Needs release builds of gleaner and gleaner-desk. FOLDER: feeds beside the sample's, as SHARED/data/feeds/real."""
import argparse, http.client, os, random, re, shutil, socket, sqlite3, statistics, subprocess, sys, tempfile, threading, time, urllib.parse

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GLEANER, DESK = (os.path.join(ROOT, ".build/release", name) for name in ("gleaner", "gleaner-desk"))
NOW, LATER = "2026-09-14T05:00:00Z", "2026-09-14T06:00:00Z"
CLASSES, LEARNERS = 24, 25
MOST_MS, MOST_MB = 300, 80
# A page or a form done; somebody else has changed it, or a run is at work, and it is said.
ANSWERS, TOLD = {200, 303}, {409, 503}
LIKES = ["moons", "football", "bread", "bridges", "kites", "robots", "ocean", "chess", "music", "dogs"]

def gleaner(folder, *words):
    """What a command prints. One that fails, or is ended by a signal, ends this; 1 is that something is to be looked at."""
    result = subprocess.run([GLEANER, *words], cwd=folder, capture_output=True, text=True)
    if result.returncode not in (0, 1): sys.exit("gleaner %s: exit status %d\n%s" % (" ".join(words), result.returncode, result.stderr[-2000:]))
    return result.stdout

def school(folder, feeds):
    gleaner(os.path.dirname(folder), "init", folder, "--sample")
    rows = []
    for number in range(CLASSES):
        for learner in range(LEARNERS):
            name = "l%02d-%02d" % (number, learner)
            rows.append("%s,Learner %s,C%02d,5,%s@learners.example,,en,,25,%s,,,,%d,teacher,2026-09-01,yes,yes,yes"
                        % (name, name, number, name, LIKES[(number + learner) % 10], 4 + learner % 4))
    with open(folder + "/Config/learners.csv", "a") as file: file.write("\n".join(rows) + "\n")
    with open(folder + "/Config/classes.csv", "a") as file:
        for number in range(CLASSES): file.write("C%02d,Teacher %02d,t%02d@school.example,2,no\n" % (number, number, number))
    if feeds:
        path = folder + "/Config/gleaner.yaml"
        text = open(path).read().replace("  - Feeds/feeds.opml", "  - Feeds/feeds.opml\n  - {source: %s, audience: 1}" % os.path.abspath(feeds))
        open(path, "w").write(text)
    gleaner(folder, "learners", "import", "--now", NOW)
    gleaner(folder, "run", "--now", NOW)
    gleaner(folder, "ingest", "--now", LATER)
    gleaner(folder, "rank", "--edition", "2026-09-15", "--now", LATER)
    # Pages of a school without lists are quick, and tell nothing.
    base = sqlite3.connect(folder + "/Data/gleaner.sqlite")
    editions = dict(base.execute("SELECT edition, COUNT(*) FROM list WHERE json_array_length(body, '$.entries') > 0 GROUP BY edition"))
    articles = base.execute("SELECT COUNT(*) FROM item").fetchone()[0]
    base.close()
    if len(editions) < 2 or min(editions.values()) < CLASSES * LEARNERS: sys.exit("not everybody has a list: %s" % editions)
    print("%d articles; lists: %s" % (articles, ", ".join("%s %d" % each for each in sorted(editions.items()))), flush=True)

class Teacher(threading.Thread):
    def __init__(self, port, number, link, until, seed):
        super().__init__(daemon=True)
        self.port, self.until, self.random = port, until, random.Random(seed)
        self.name_of_class = "C%02d" % number
        self.learner = "l%02d-%02d" % (number, 3)
        self.times, self.status, self.problems, self.strip = [], {}, [], None
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.connection.request("POST", urllib.parse.urlparse(link).path)
        answer = self.connection.getresponse(); answer.read()
        self.cookie = answer.getheader("set-cookie").split(";")[0]

    def ask(self, method, path, form=None):
        headers = {"Cookie": self.cookie, "Origin": "http://127.0.0.1:%d" % self.port}
        body = None
        if form is not None:
            body = urllib.parse.urlencode(form, doseq=True)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        started = time.monotonic()
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse(); text = answer.read().decode()
        self.times.append((time.monotonic() - started, method + " " + path.split("?")[0].split("/")[1]))
        self.status[answer.status] = self.status.get(answer.status, 0) + 1
        return text

    def run(self):
        time.sleep(self.random.random())
        token = None
        while time.monotonic() < self.until:
            started = time.monotonic()
            kind = self.random.random()
            if kind < .2: path = "/"
            elif kind < .45: path = "/review/" + self.name_of_class
            elif kind < .6: path = "/learner/" + self.learner
            elif kind < .7: path = "/class/" + self.name_of_class
            elif kind < .75: path = "/find?words=" + self.random.choice(LIKES)
            elif kind < .85 or not token: path = "/strips/" + self.name_of_class
            else: path = None
            try:
                if path:
                    text = self.ask("GET", path)
                    found = re.search(r'name="token" value="([0-9a-f]+)"', text)
                    if found: token = found.group(1)
                    self.strip = self.form(text) or self.strip
                elif kind < .95 and self.strip: self.tick()
                else: self.ask("POST", "/learner/%s/say" % self.learner, {"token": token, "wish": "more", "about": self.random.choice(LIKES), "by": "learner"})
            except (OSError, http.client.HTTPException) as problem:
                self.problems.append("%s: %r" % (path or "POST", problem)); self.connection.close()
            time.sleep(max(0, 1 - (time.monotonic() - started)))

    def form(self, text):
        """The boxes of the strip that a page shows, and what goes with them."""
        found = re.search(r'<form method="post" action="(/strips/[^"]+)" class="card">(.*?)</form>', text, re.S)
        if not found or 'name="tick"' not in found.group(2): return None
        return (found.group(1), re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', found.group(2)), re.findall(r'name="tick" value="(\w+)"', found.group(2)))

    def tick(self):
        path, hidden, boxes = self.strip
        self.strip = None
        self.ask("POST", path, [*hidden, *(("tick", box) for box in self.random.sample(boxes, 2))])

class HalfOpen(threading.Thread):
    """Connections that say nothing, or begin and never end; whichever is cut off comes again."""
    BEGINNINGS = [b"", b"GET / HTTP/1.1\r\nHost: ", b"POST /leave HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\na="]

    def __init__(self, port, count, until):
        super().__init__(daemon=True)
        self.port, self.until, self.least = port, until, count
        self.halves = [self.begin(number) for number in range(count)]

    def begin(self, number):
        half = socket.create_connection(("127.0.0.1", self.port), timeout=5)
        half.sendall(self.BEGINNINGS[number % 3]); half.setblocking(False)
        return half

    def run(self):
        while time.monotonic() < self.until:
            gone = 0
            for number, half in enumerate(self.halves):
                try:
                    while half.recv(65536): pass
                except BlockingIOError: continue
                except OSError: pass
                gone += 1; half.close()
                try: self.halves[number] = self.begin(number)
                except OSError: pass
            self.least = min(self.least, len(self.halves) - gone)
            time.sleep(.2)

def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--feeds"); options.add_argument("--seconds", type=int, default=60)
    options.add_argument("--half-open", type=int, default=0); options.add_argument("--no-run", action="store_true")
    options = options.parse_args()
    base = tempfile.mkdtemp(); folder = base + "/school"; desk = None
    try:
        school(folder, options.feeds)
        links = [gleaner(folder, "desk", "invite", "t%02d@school.example" % number, "--now", LATER).strip() for number in range(CLASSES)]
        desk = subprocess.Popen([DESK, "--config", folder, "--listen", "127.0.0.1:0", "--now", LATER], stderr=subprocess.PIPE, text=True)
        port = int(re.search(r"127\.0\.0\.1:(\d+)", desk.stderr.readline()).group(1))
        threading.Thread(target=lambda: [None for _ in desk.stderr], daemon=True).start()
        until = time.monotonic() + options.seconds
        teachers = [Teacher(port, number, links[number], until, number) for number in range(CLASSES)]
        halves = HalfOpen(port, options.half_open, until)
        halves.start()
        for teacher in teachers: teacher.start()
        runs = 0
        while not options.no_run and time.monotonic() < until - 1:
            gleaner(folder, "run", "--edition", "2026-10-%02d" % (1 + runs % 28), "--now", LATER); runs += 1
        for teacher in teachers: teacher.join(options.seconds + 60)
        status = open("/proc/%d/status" % desk.pid).read()
        peak = int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) / 1024
        times = sorted(time for teacher in teachers for time, _ in teacher.times)
        answers = {}
        for teacher in teachers:
            for code, count in teacher.status.items(): answers[code] = answers.get(code, 0) + count
        kinds = {}
        for teacher in teachers:
            for one, kind in teacher.times: kinds.setdefault(kind, []).append(one)
        if not times: sys.exit("no request was answered: " + "; ".join(problem for teacher in teachers for problem in teacher.problems[:1]))
        last, problems = times[int(len(times) * .99)] * 1000, [problem for teacher in teachers for problem in teacher.problems]
        # A teacher who was cut short has asked for less than a request a second, less what a slow answer takes.
        short = len(times) < .8 * options.seconds * CLASSES
        good = last < MOST_MS and peak < MOST_MB and not problems and not short and set(answers) <= ANSWERS | TOLD
        print("%d requests, %d runs beside; median %.0f ms, 99th %.0f ms, longest %.0f ms; peak %.0f MB; answers %s; %d without an answer%s%s"
              % (len(times), runs, statistics.median(times) * 1000, last, times[-1] * 1000, peak, answers, len(problems),
                 "; %d half-open connections beside" % options.half_open if options.half_open else "", "" if good else "; NOT as it should be"))
        for problem in problems[:5]: print("  " + problem)
        for kind, each in sorted(kinds.items()):
            print("  %-16s %5d  median %4.0f ms  99th %4.0f ms" % (kind, len(each), statistics.median(each) * 1000, sorted(each)[int(len(each) * .99)] * 1000))
        return 0 if good else 1
    finally:
        if desk: desk.terminate(); desk.wait(20)
        shutil.rmtree(base, ignore_errors=True)

sys.exit(main())
