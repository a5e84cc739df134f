#!/usr/bin/env python3
"""desk_axe.py GLEANER: starts the desk beside GLEANER on a folder with the sample, visits every page of a teacher, a librarian and a technician in headless
Chromium, wide, narrow and dark, before and after acts, and has axe-core (package axe-core-python) look at each. Prints each violation and each page that is wider
than its window; exit 1 where there is one."""
import json, os, re, shutil, subprocess, sys, tempfile, axe_core_python

GLEANER = os.path.abspath(sys.argv[1])
DESK = os.path.join(os.path.dirname(GLEANER), "gleaner-desk")
AXE = open(os.path.join(list(axe_core_python.__path__)[0], "axe.min.js")).read()
FIRST, NOW = "2026-09-07T05:00:00Z", "2026-09-14T06:00:00Z"
PAGES = {
    "rivera": ["/", "/class/5A", "/review/5A", "/review/5A/held", "/strips/5A", "/learner/ana", "/find", "/find?words=moon", "/rules", "/why/ana", "/why/ana/NHKN3",
               "/as/ana", "/as/ana?to=guardian", "/print/5A", "/print/5A?edition=2026-09-07", "/nowhere"],
    "library": ["/feeds", "/feeds/5A/held"], "office": ["/status", "/history", "/sessions"], None: ["/", "/stop/ABC"],
}
# What is pressed on a page, so that the states after acts are looked at too.
ACTS = [("/review/5A", "#row-1-swap"), ("/review/5A", "#row-1-veto"), ("/review/5A", "#approve-all"), ("/strips/5A", "form.card button.main"),
        ("/learner/ana", "form[action$=correct] button")]

class Browser:
    """Headless Chromium by its own protocol over a pipe."""
    def __init__(self):
        (to_read, self.to), (self.back, back_write) = os.pipe(), os.pipe()
        self.folder = tempfile.mkdtemp()
        def place():
            os.dup2(to_read, 103); os.dup2(back_write, 104); os.dup2(103, 3); os.dup2(104, 4)
        self.process = subprocess.Popen(["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run",
                                         "--user-data-dir=" + self.folder, "about:blank"], preexec_fn=place, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read); os.close(back_write)
        self.number, self.bytes, self.events, self.session = 0, b"", [], None
        page = [t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page"][0]
        self.session = self.call("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime"): self.call(domain + ".enable")
    def message(self):
        while b"\0" not in self.bytes: self.bytes += os.read(self.back, 1 << 20)
        one, self.bytes = self.bytes.split(b"\0", 1)
        return json.loads(one)
    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session: message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number: return answer.get("result", {})
            self.events.append(answer)
    def visit(self, address):
        self.events = []
        self.call("Page.navigate", url=address)
        while not any(e.get("method") == "Page.loadEventFired" for e in self.events): self.events.append(self.message())
    def value(self, script): return self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True).get("result", {}).get("value")
    def end(self):
        self.call("Browser.close"); self.process.wait(20); shutil.rmtree(self.folder, ignore_errors=True)

def run(*words, folder): return subprocess.run([GLEANER, *words], cwd=folder, capture_output=True, text=True).stdout

def look(browser, what):
    browser.value(AXE)
    found = json.loads(browser.value("axe.run(document, {resultTypes: ['violations']}).then((r) => JSON.stringify({p: r.passes.length, "
                                     "v: r.violations.map((x) => [x.id, x.impact, x.nodes[0].html.slice(0, 120)])}))"))
    over = browser.value("document.documentElement.scrollWidth - innerWidth")
    for fault in found["v"]: print("%s: %s" % (what, fault))
    if over > 0: print("%s: %d px wider than its window" % (what, over))
    return 1 if found["v"] or over > 0 or not found["p"] else 0

base = tempfile.mkdtemp(); folder = base + "/school"; faults = looked = 0
desk = None
try:
    run("init", folder, "--sample", folder=base)
    for name, old, new in (("gleaner.yaml", "librarians: []", "librarians: [library@school.example]"), ("gleaner.yaml", "technicians: []", "technicians: [office@school.example]"),
                           ("classes.csv", "rivera@school.example,2,no", "rivera@school.example,2,yes")):
        path = folder + "/Config/" + name
        text = open(path).read().replace(old, new); open(path, "w").write(text)
    run("learners", "import", "--now", FIRST, folder=folder); run("ingest", "--now", FIRST, folder=folder); run("rank", "--now", FIRST, folder=folder)
    run("review", "--class", "5A", "--approve", "--now", FIRST, folder=folder); run("deliver", "--now", FIRST, folder=folder)
    run("ingest", "--now", NOW, folder=folder); run("rank", "--now", NOW, folder=folder)
    desk = subprocess.Popen([DESK, "--config", folder, "--listen", "127.0.0.1:0", "--now", NOW], stderr=subprocess.PIPE, text=True)
    site = "http://127.0.0.1:" + re.search(r"127\.0\.0\.1:(\d+)", desk.stderr.readline()).group(1)
    for who, pages in PAGES.items():
        browser = Browser()
        if who:
            link = run("desk", "invite", who + "@school.example", "--now", NOW, folder=folder).strip()
            browser.visit(site + "/invite/" + link.rsplit("/", 1)[1])
            faults += look(browser, "the link"); looked += 1
            browser.events = []
            browser.value("document.querySelector('main button').click()")
            while not any(e.get("method") == "Page.loadEventFired" for e in browser.events): browser.events.append(browser.message())
        for width, scheme in ((1280, "light"), (390, "light"), (1280, "dark")):
            browser.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 500)
            browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
            for page in pages:
                browser.visit(site + page); faults += look(browser, "%s %d %s" % (page, width, scheme)); looked += 1
        if who == "rivera":
            for page, button in ACTS:
                browser.visit(site + page)
                browser.value("document.querySelector('%s').click()" % button)
                browser.value("new Promise((done) => { let n = 0; const look = () => document.querySelector('.notice') || n++ > 100 ? done(1) : setTimeout(look, 100); look(); })")
                faults += look(browser, "%s after %s" % (page, button)); looked += 1
        browser.end()
    print("%d pages and states looked at, %d with a fault" % (looked, faults))
finally:
    if desk: desk.terminate(); desk.wait(20)
    shutil.rmtree(base, ignore_errors=True)
sys.exit(1 if faults or not looked else 0)
