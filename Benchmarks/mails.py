#!/usr/bin/env python3
"""mails.py [COUNT]   mails of twelve items, rendered and stored: gleaner's renderer beside Jinja2 and Python's email library.

Both get the same made-up lists in memory, make a text and an HTML part from templates of the same shape, put them together as
multipart/alternative and store the bytes in SQLite, 200 in a transaction, on one thread. Build `mail-speed` first
(swift build -c release --product mail-speed); needs the Python package jinja2. Processor time, medians of five rounds in turn. Then the whole
deliver stage over 10,000 and 100,000 learners (`--stage`): speed and the peak of memory.
"""
import json, os, re, resource, shutil, sqlite3, statistics, subprocess, sys, tempfile, time
from email.message import EmailMessage
from email.utils import format_datetime
from datetime import datetime, timezone
from urllib.parse import quote

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAM = os.path.join(ROOT, ".build", "release", "mail-speed")
CONFIG = os.path.join(ROOT, "Config")


def templates():
    """The shipped templates as Jinja2 reads them: the same literal text, loops and values."""
    import jinja2

    def convert(name):
        text = open(os.path.join(CONFIG, "templates", name)).read()
        text = re.sub(r"\{\{!.*?\}\}", "", text, flags=re.S)
        lists = {"items": "item", "notices": "notice", "data": "datum"}
        texts = {"notice": ["text"], "datum": ["text"]}
        output, stack, last = "", [], 0
        for tag in re.finditer(r"\{\{([#^/]?)([A-Za-z.]+)\}\}", text):
            output += text[last:tag.start()]
            last = tag.end()
            kind, key = tag.groups()

            def value(key):
                inner = next((s for s in reversed(stack) if s in ("item", "notice", "datum")), None)
                if inner in texts and key in texts[inner]:
                    return inner + "." + key
                return "item." + key if inner == "item" and not key.startswith("words.") and key not in ("start",) else key
            if kind == "#" and key in lists:
                output += "{%% for %s in %s %%}" % (lists[key], key)
                stack.append(lists[key])
            elif kind in "#^" and kind:
                output += "{%% if %s%s %%}" % ("not " if kind == "^" else "", value(key))
                stack.append("if")
            elif kind == "/":
                output += "{% endfor %}" if stack.pop() in ("item", "notice", "datum") else "{% endif %}"
            else:
                output += "{{ %s }}" % value(key)
        return output + text[last:]
    html = jinja2.Environment(autoescape=True, trim_blocks=True).from_string(convert("mail.html.mustache"))
    text = jinja2.Environment(autoescape=False, trim_blocks=True).from_string(convert("mail.txt.mustache"))
    return html, text


def words():
    return {key: "Some words of a template" for key in "why code more less tooEasy tooHard askTopic dataPromise stopHeading stopLink stopHow".split()}


def python_mails(lists, folder):
    html, text = templates()
    fixed = words()
    base = sqlite3.connect(os.path.join(folder, "python-%d.sqlite" % time.monotonic_ns()))
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA synchronous = FULL")
    base.execute("CREATE TABLE outbox (name TEXT PRIMARY KEY, edition TEXT, recipients TEXT, bytes BLOB, state TEXT)")
    wishes = "wishes@school.example"
    start = time.process_time()
    for number, listed in enumerate(lists):
        items = []
        for item in listed["items"]:
            about = "mailto:%s?subject=%s" % (wishes, quote("%s %d %s " % (listed["listCode"], item["place"], item["code"])))
            items.append(dict(item, minutes="%d minutes" % item["minutes"], level="about grade 5", reason=" ".join(item["reasons"]),
                              moreLink=about + "more", lessLink=about + "less", tooEasyLink=about + "too-easy",
                              tooHardLink=about + "too-hard", itemLang=None))
        stop = "mailto:%s?subject=%s" % (wishes, quote(listed["listCode"] + " stop"))
        values = dict(
            lang="en", dir="ltr", start="left", subject="%s, your reading list" % listed["name"], preheader=items[0]["title"],
            heading="A reading list for " + listed["name"], greeting="Hello %s! Here is what we picked for you." % listed["name"],
            overview="12 articles, 36 minutes in all", date="Monday, September 7, 2026", school="Riverside School", notices=[], items=items,
            data=[{"text": "Interests: volcanoes, chess"}, {"text": "Reading level: about grade 6"}], words=fixed, sayHeading="Tell us what you think",
            sayHow="Tap a word below an article.", sayHowText="Answer this mail with a word.", dataHeading="What we used to make this list",
            topicLink=stop, stopLink=stop, stopPlain="Write a mail.", listCode="List " + listed["listCode"], className="Class 5A", teacher="Ms Rivera",
            madeBy="Made by Riverside School.")
        message = EmailMessage()
        message["From"] = "Riverside School <reading@school.example>"
        message["To"] = "%s <learner%d@learners.example>" % (listed["name"], number)
        message["Reply-To"] = wishes
        message["Subject"] = values["subject"]
        message["Date"] = format_datetime(datetime(2026, 9, 7, 6, tzinfo=timezone.utc))
        message["Message-ID"] = "<%s@lists.school.example>" % listed["listCode"]
        message["List-Id"] = "<reading-lists.lists.school.example>"
        message["List-Unsubscribe"] = "<%s>" % stop
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(text.render(values))
        message.add_alternative(html.render(values), subtype="html")
        base.execute("INSERT INTO outbox VALUES (?, ?, ?, ?, ?)", ("mail/%d.eml" % number, listed["edition"], "[]", message.as_bytes(), "rendered"))
        if number % 200 == 199:
            base.commit()
    base.commit()
    return len(lists) / (time.process_time() - start)


def program(*arguments):
    out = subprocess.run([PROGRAM, *arguments], check=True, capture_output=True, text=True).stdout.split()
    return int(out[0]), float(out[1]), int(out[2])


def main():
    stage = "--stage" in sys.argv
    numbers = [a for a in sys.argv[1:] if a.isdigit()]
    count = int(numbers[0]) if numbers else 4000
    if not os.path.exists(PROGRAM):
        print("Build it first: swift build -c release --product mail-speed")
        return 2
    folder = tempfile.mkdtemp(prefix="gleaner-mails-")
    subprocess.run([PROGRAM, "make", folder, "100"], check=True)
    lines = subprocess.run([PROGRAM, "lists", folder, CONFIG, str(max(200, count // 8))], check=True, capture_output=True, text=True).stdout
    lists = [json.loads(line) for line in lines.splitlines()]
    ours, theirs = [], []
    for _ in range(5):
        mails, seconds, memory = program("render", folder, CONFIG, str(count))
        ours.append(mails / seconds)
        theirs.append(python_mails(lists, folder))
    a, b = statistics.median(ours), statistics.median(theirs)
    print("gleaner %.0f mails/s, Jinja2 and email %.0f mails/s: %.1f times (one core, processor time, medians of 5)" % (a, b, a / b), flush=True)
    shutil.rmtree(folder)
    for learners in (10_000, 100_000) if stage else ():
        folder = tempfile.mkdtemp(prefix="gleaner-mails-")
        subprocess.run([PROGRAM, "make", folder, str(learners)], check=True)
        start = time.monotonic()
        mails, seconds, memory = program("deliver", folder, CONFIG)
        print("deliver stage, %d learners: %d mails, %.0f mails/s of processor time, %.0f s in all, peak %d MB"
              % (learners, mails, mails / seconds, time.monotonic() - start, memory), flush=True)
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
