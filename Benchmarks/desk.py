#!/usr/bin/env python3
"""desk.py [--feeds FOLDER] [--seconds 60] [--half-open 0] [--no-run]: 24 teachers at the desk of a school of 600 learners, a request a second each, while runs
are at work. Prints the median and the 99th of 100 of the answers' times, what was refused, and the most memory that the desk had.

Needs release builds of gleaner and gleaner-desk. FOLDER: feeds beside the sample's, as SHARED/data/feeds/real."""
import argparse, http.client, os, random, re, shutil, socket, statistics, subprocess, sys, tempfile, threading, time, urllib.parse

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GLEANER, DESK = (os.path.join(ROOT, ".build/release", name) for name in ("gleaner", "gleaner-desk"))
NOW, LATER = "2026-09-14T05:00:00Z", "2026-09-14T06:00:00Z"
CLASSES, LEARNERS = 24, 25
LIKES = ["moons", "football", "bread", "bridges", "kites", "robots", "ocean", "chess", "music", "dogs"]

def gleaner(folder, *words, check=True):
    result = subprocess.run([GLEANER, *words], cwd=folder, capture_output=True, text=True)
    if check and result.returncode == 2: sys.exit(result.stderr)
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

class Teacher(threading.Thread):
    def __init__(self, port, number, link, until, seed):
        super().__init__(daemon=True)
        self.port, self.until, self.random = port, until, random.Random(seed)
        self.name_of_class = "C%02d" % number
        self.learner = "l%02d-%02d" % (number, 3)
        self.times, self.status = [], {}
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
            elif kind < .5: path = "/review/" + self.name_of_class
            elif kind < .7: path = "/learner/" + self.learner
            elif kind < .8: path = "/class/" + self.name_of_class
            elif kind < .9 or not token: path = "/strips/" + self.name_of_class
            else: path = None
            if path:
                text = self.ask("GET", path)
                found = re.search(r'name="token" value="([0-9a-f]+)"', text)
                if found: token = found.group(1)
                seen = re.search(r'action="/strips/[^"]*"[^>]*>\s*<input[^>]*>\s*<input type="hidden" name="seen" value="([^"]*)"', text)
                if seen: self.seen = seen.group(1)
            else:
                self.ask("POST", "/learner/%s/say" % self.learner, {"token": token, "wish": "more", "about": self.random.choice(LIKES), "by": "learner"})
            time.sleep(max(0, 1 - (time.monotonic() - started)))

def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--feeds"); options.add_argument("--seconds", type=int, default=60)
    options.add_argument("--half-open", type=int, default=0); options.add_argument("--no-run", action="store_true")
    options = options.parse_args()
    base = tempfile.mkdtemp(); folder = base + "/school"
    try:
        school(folder, options.feeds)
        links = [gleaner(folder, "desk", "invite", "t%02d@school.example" % number, "--now", LATER).strip() for number in range(CLASSES)]
        desk = subprocess.Popen([DESK, "--config", folder, "--listen", "127.0.0.1:0", "--now", LATER], stderr=subprocess.PIPE, text=True)
        port = int(re.search(r"127\.0\.0\.1:(\d+)", desk.stderr.readline()).group(1))
        threading.Thread(target=lambda: [None for _ in desk.stderr], daemon=True).start()
        until = time.monotonic() + options.seconds
        teachers = [Teacher(port, number, links[number], until, number) for number in range(CLASSES)]
        halves = []
        for _ in range(options.half_open):
            half = socket.create_connection(("127.0.0.1", port)); half.send(b"GET / HTTP/1.1\r\nHost: "); halves.append(half)
        for teacher in teachers: teacher.start()
        runs = 0
        while not options.no_run and time.monotonic() < until - 1:
            gleaner(folder, "run", "--edition", "2026-10-%02d" % (1 + runs % 28), "--now", LATER, check=False); runs += 1
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
        print("%d requests, %d runs beside; median %.0f ms, 99th %.0f ms, longest %.0f ms; peak %.0f MB; answers %s"
              % (len(times), runs, statistics.median(times) * 1000, times[int(len(times) * .99)] * 1000, times[-1] * 1000, peak, answers))
        for kind, each in sorted(kinds.items()):
            print("  %-16s %5d  median %4.0f ms  99th %4.0f ms" % (kind, len(each), statistics.median(each) * 1000, sorted(each)[int(len(each) * .99)] * 1000))
        desk.terminate(); desk.wait(20)
    finally:
        shutil.rmtree(base, ignore_errors=True)

main()
