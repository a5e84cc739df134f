#!/usr/bin/env python3
"""desk_axe.py GLEANER: starts the desk beside GLEANER on a folder with the sample, visits every page of a teacher, a librarian and a technician in headless
Chromium, wide, narrow and dark, before and after acts, and has axe-core (package axe-core-python) look at each. Prints each violation, each page that is wider
than its window, each answer that is another than expected, each act that nothing came of, and each route that was never looked at; exit 1 where there is one."""
import json, os, re, select, shutil, subprocess, sys, tempfile, time, axe_core_python

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GLEANER = os.path.abspath(sys.argv[1])
DESK = os.path.join(os.path.dirname(GLEANER), "gleaner-desk")
AXE = open(os.path.join(list(axe_core_python.__path__)[0], "axe.min.js")).read()
FIRST, NOW = "2026-09-07T05:00:00Z", "2026-09-14T06:00:00Z"
VIEWS = [(1280, "light"), (390, "light"), (1280, "dark")]
PAGES = {
    "rivera": ["/", "/class/5A", "/review/5A", "/review/5A/held", "/strips/5A", "/strips-together/5A", "/learner/ana", "/learner/nia", "/find", "/find?words=moon",
               "/find?words=zzzz", "/rules", "/why/ana", "/why/ana/NHKN3", "/as/ana", "/as/ana?to=guardian", "/as/ana/mail", "/as/ana/page", "/print/5A",
               "/print/5A?edition=2026-09-07", "/print/5A/packet?edition=2026-09-07", "/print/5A/page?edition=2026-09-07", "/print/5A/page/ana?edition=2026-09-07", "/print/5A/packet", "/nowhere", "/learner/farid", "/feeds"],
    "library": ["/feeds", "/feeds/5A/held"], "office": ["/status", "/history", "/sessions"],
    None: ["/", "/invite/ABC", "/stop", "/stop/K7QMX2VRB9TDHWNJ4C8FZPYS3G"],
}
# What is answered otherwise than with the page: another class's learner is nobody's to see; lists that wait are not printed.
STATUS = {"/nowhere": 404, "/print/5A/packet": 404, "/learner/farid": 403, "/invite/ABC": 403, (None, "/"): 401, ("rivera", "/feeds"): 403}
# What is done on a page before a button is pressed, so that the states after acts, refusals among them, are looked at too.
OLD = "document.querySelectorAll('input[name=seen]').forEach((one) => { one.value = '0123456789abcdef'; })"
def fill(field, text): return "document.querySelector('%s').value = '%s'" % (field, text)
ACTS = {
    "rivera": [("/review/5A", "", "#row-1-swap"), ("/review/5A", "", "#row-1-pin"), ("/review/5A", "", "#row-1-veto"), ("/review/5A", "", ".notice button"),
               ("/review/5A", OLD, "#row-1-swap"), ("/review/5A", "", "form[action$=hold] button"), ("/review/5A", "", "#approve-all"),
               ("/strips/5A", "document.querySelector('input[name=tick]').checked = true", "form.card button.main"),
               ("/strips/5A", fill("#strip-line", "zz"), "form[action$=line] button"),
               ("/learner/ana", fill("#minutes", "20"), "form:has(#minutes) button"), ("/learner/ana", fill("#minutes", "many"), "form:has(#minutes) button"),
               ("/learner/ana", OLD, "form:has(#dial) button"), ("/learner/ana", fill("#say-about", "bridges"), "form[action$=say] button"),
               ("/find?words=moon", "", "form[action=\"/pin\"] button.main"), ("/rules", fill("#veto-topic", "spiders"), "form[action=\"/rules/veto\"] button"),
               ("/", "", "form[action=\"/keys\"] button"), ("/review/5A", fill("#frame-language", "es"), "form[action=\"/language\"] button"),
               ("/", "", "form[action=\"/leave\"] button")],
    "library": [("/feeds", "", "form[action=\"/feeds/pause\"] button")],
}

class Browser:
    """Headless Chromium by its own protocol over a pipe."""
    def __init__(self):
        (to_read, self.to), (self.back, back_write) = os.pipe(), os.pipe()
        self.folder = tempfile.mkdtemp()
        def place():
            os.dup2(to_read, 103); os.dup2(back_write, 104); os.dup2(103, 3); os.dup2(104, 4)
        self.process = subprocess.Popen(["chromium", "--headless=new", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe", "--no-first-run",
                                         "--disable-background-networking", "--user-data-dir=" + self.folder, *(["--no-sandbox"] if os.geteuid() == 0 else []),
                                         "about:blank"], preexec_fn=place, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read); os.close(back_write)
        self.number, self.bytes, self.session, self.loaded, self.status = 0, b"", None, set(), {}
        page = [t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page"][0]
        self.session = self.call("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime"): self.call(domain + ".enable")
        self.call("Page.setLifecycleEventsEnabled", enabled=True)
    def message(self):
        while b"\0" not in self.bytes:
            if not select.select([self.back], [], [], 60)[0]: sys.exit("the browser says nothing for a minute")
            part = os.read(self.back, 1 << 20)
            if not part: sys.exit("the browser has ended")
            self.bytes += part
        one, self.bytes = self.bytes.split(b"\0", 1)
        return json.loads(one)
    def note(self, event):
        told = event.get("params", {})
        if event.get("method") == "Page.lifecycleEvent" and told["name"] == "load": self.loaded.add(told["loaderId"])
        if event.get("method") == "Network.responseReceived" and told["type"] == "Document": self.status[told["loaderId"]] = told["response"]["status"]
    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session: message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number: return answer.get("result", {})
            self.note(answer)
    def visit(self, address):
        """Opens a page; gives the answer's status."""
        load = self.call("Page.navigate", url=address)["loaderId"]
        while load not in self.loaded: self.note(self.message())
        return self.status.get(load)
    def unlock(self):
        """A document in a sandbox runs no script, and so no axe: the same document takes its place without one."""
        if self.value("self.origin") != "null": return
        document = "<!DOCTYPE html>" + self.value("document.documentElement.outerHTML")
        self.visit("about:blank")
        self.call("Page.setDocumentContent", frameId=self.call("Page.getFrameTree")["frameTree"]["frame"]["id"], html=document)
    def value(self, script): return self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True).get("result", {}).get("value")
    def press(self, button):
        """Presses a button; whether an answer took the page's place, with the script as without."""
        if not self.value("(() => { const one = document.querySelector('%s'); if (!one) return false; document.querySelector('main').dataset.before = 'yes'; "
                          "one.click(); return true; })()" % button): return False
        until = time.monotonic() + 20
        while time.monotonic() < until:
            if self.value("document.readyState === 'complete' && !!document.querySelector('main:not([data-before])')"): return True
            time.sleep(.05)
        return False
    def view(self, width, scheme):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 500)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    def end(self):
        self.call("Browser.close"); self.process.wait(20); shutil.rmtree(self.folder, ignore_errors=True)

def run(*words, folder): return subprocess.run([GLEANER, *words], cwd=folder, capture_output=True, text=True).stdout

faults, looked, seen = [], 0, set()

def fault(*words):
    faults.append(words)
    print(": ".join(str(word) for word in words), flush=True)

def look(browser, what, width):
    """What axe says of what the browser has before it, and whether it is wider than its window."""
    global looked
    looked += 1
    seen.add(browser.value("location.pathname"))
    browser.unlock()
    browser.value(AXE)
    found = browser.value("axe.run(document, {resultTypes: ['violations']}).then((r) => JSON.stringify({p: r.passes.length, "
                          "v: r.violations.map((x) => [x.id, x.impact, x.nodes[0].html.slice(0, 120)])}))")
    found = json.loads(found) if isinstance(found, str) else {"p": 0, "v": []}
    if not found["p"]: fault(what, "axe gave no result")
    # A mail has no landmarks: it stands in a frame, or in a program for mails.
    for one in found["v"]:
        if not (what.startswith("/as/ana/mail") and one[0] in ("landmark-one-main", "region")): fault(what, one)
    # Documents for paper are as wide as paper.
    inner, over = browser.value("innerWidth"), browser.value("document.documentElement.scrollWidth - innerWidth")
    if over > 0 and not what.startswith("/print/5A/pa"): fault(what, "%d px wider than its window" % over)
    if inner != width and over <= 0: fault(what, "looked at %s px wide" % inner)

def routes():
    """The pages that the desk's own source names."""
    for base, _, names in os.walk(os.path.join(ROOT, "Sources/Desk")):
        for name in names:
            for path in re.findall(r'DeskRoute\(\s*\.get,\s*"([^"]+)"', open(os.path.join(base, name)).read()):
                if path != "/healthz": yield path

base = tempfile.mkdtemp(); folder = base + "/school"
desk = None
try:
    run("init", folder, "--sample", folder=base)
    for name, old, new in (("gleaner.yaml", "librarians: []", "librarians: [library@school.example]"), ("gleaner.yaml", "technicians: []", "technicians: [office@school.example]"),
                           ("classes.csv", "rivera@school.example,2,no", "rivera@school.example,2,yes")):
        path = folder + "/Config/" + name
        text = open(path).read().replace(old, new); open(path, "w").write(text)
    # Somebody who is not profiled gets the class page.
    with open(folder + "/Config/learners.csv", "a") as file: file.write("nia,Nia Berg,5A,5,,,en,,30,,,,,,,,no,,no\n")
    run("learners", "import", "--now", FIRST, folder=folder); run("ingest", "--now", FIRST, folder=folder); run("rank", "--now", FIRST, folder=folder)
    run("review", "--class", "5A", "--approve", "--now", FIRST, folder=folder); run("deliver", "--now", FIRST, folder=folder)
    run("ingest", "--now", NOW, folder=folder); run("rank", "--now", NOW, folder=folder)
    desk = subprocess.Popen([DESK, "--config", folder, "--listen", "127.0.0.1:0", "--now", NOW], stderr=subprocess.PIPE, text=True)
    said = desk.stderr.readline()
    if "127.0.0.1:" not in said: sys.exit("the desk did not begin: " + said[:300])
    site = "http://127.0.0.1:" + re.search(r"127\.0\.0\.1:(\d+)", said).group(1)
    for who, pages in PAGES.items():
        browser = Browser()
        browser.view(*VIEWS[0])
        if who:
            link = run("desk", "invite", who + "@school.example", "--now", NOW, folder=folder).strip()
            browser.visit(site + "/invite/" + link.rsplit("/", 1)[1])
            look(browser, "the link", 1280)
            if not browser.press("main button"): fault("the link", "nobody came in")
            if not browser.value("document.querySelectorAll('nav a').length"): fault("the link", "who came in has no way on")
        for width, scheme in VIEWS:
            browser.view(width, scheme)
            for page in pages:
                what = "%s %d %s" % (page, width, scheme)
                status, expected = browser.visit(site + page), STATUS.get((who, page), STATUS.get(page, 200))
                if status != expected: fault(what, "answered %s, not %d" % (status, expected))
                look(browser, what, width)
        for page, before, button in ACTS.get(who, []):
            what = "%s after %s" % (page, button)
            # What is undone is what was done a moment ago.
            if not button.startswith(".notice"):
                browser.view(*VIEWS[0]); browser.visit(site + page)
            browser.value(before or "0")
            if not browser.press(button): fault(what, "nothing came of it")
            for width, scheme in VIEWS:
                browser.view(width, scheme); look(browser, "%s, %d %s" % (what, width, scheme), width)
        browser.end()
    for route in routes():
        pattern = re.sub(r":\w+", "[^/]+", route) + "$"
        if not any(re.match(pattern, path) for path in seen): fault(route, "never looked at")
    print("%d pages and states looked at, %d faults" % (looked, len(faults)))
finally:
    if desk: desk.terminate(); desk.wait(20)
    shutil.rmtree(base, ignore_errors=True)
sys.exit(1 if faults or not looked else 0)
