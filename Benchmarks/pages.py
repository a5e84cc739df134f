#!/usr/bin/env python3
"""What pages tell of articles that a feed only teases: level, minutes and topics before and after.

  pages.py DATA [GLEANER]

DATA has items.jsonl, items_truth.jsonl and the pages (NAME.html.gz). The teasers among the items become a feed whose links lead to a server on loopback that
has the pages; GLEANER (default .build/release/gleaner) reads it once with `text: feed` and once with `text: page`. Standard library only.
"""
import gzip, html, http.server, json, os, re, sqlite3, statistics, subprocess, sys, tempfile, threading

DATA = sys.argv[1]
GLEANER = os.path.abspath(sys.argv[2] if len(sys.argv) > 2 else ".build/release/gleaner")
TOPICS = ["space", "animals", "history", "sport", "music", "food", "politics", "technology", "health", "science", "books", "games", "travel", "nature"]


def lines(name):
    return [json.loads(l) for l in open(os.path.join(DATA, name), encoding="utf-8") if l.strip()]


class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        path = os.path.join(DATA, os.path.basename(self.path) + ".html.gz")
        found = os.path.exists(path)
        body = gzip.open(path).read() if found else b""
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def main():
    truth = {t["id"]: t for t in lines("items_truth.jsonl")}
    items = [i for i in lines("items.jsonl") if truth[i["id"]]["isTeaser"]]
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    name = {i["id"]: i["page"].replace(".html.gz", "") for i in items}
    feed = "".join("<item><guid>%s</guid><title>%s</title><link>http://127.0.0.1:%d/%s</link><description>%s</description></item>"
                   % (i["id"], html.escape(i["title"]), server.server_address[1], name[i["id"]], html.escape(i["html"])) for i in items)
    for text in ("feed", "page"):
        folder = tempfile.mkdtemp()
        subprocess.run([GLEANER, "init", folder], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        open(folder + "/Feeds/f.xml", "w").write("<rss version='2.0'><channel><title>Teasers</title>%s</channel></rss>" % feed)
        path = folder + "/Config/gleaner.yaml"
        yaml = open(path).read().replace("  - Feeds/feeds.opml\n", "  - {source: Feeds/f.xml, audience: 3, text: %s}\n" % text, 1)
        open(path, "w").write(yaml.replace("allow-private-addresses: false", "allow-private-addresses: true"))
        # A host is asked for twenty pages a run.
        for _ in range(2):
            subprocess.run([GLEANER, "ingest"], cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        rows = sqlite3.connect(folder + "/Data/gleaner.sqlite").execute("SELECT url, words, minutes, level FROM currentItem").fetchall()
        of = {name[i["id"]]: truth[i["id"]]["words"] for i in items}
        true = [of[r[0].rsplit("/", 1)[1]] for r in rows]
        close = sum(abs(r[1] - t) <= .15 * t for r, t in zip(rows, true))
        gives = 0
        for topic in TOPICS:
            out = subprocess.run([GLEANER, "topics", "show", topic], cwd=folder, capture_output=True, text=True).stdout
            found = re.search(r"Would be given to who likes it: (\d+)", out)
            gives += int(found.group(1)) if found else 0
        levels = [r[3] for r in rows if r[3] is not None]
        print("text: %-4s  %d articles, %d with a level (median %s), words within 15 %% of the whole article's in %d, minutes %d to %d (median %g), "
              "articles given for %d topics: %d" % (text, len(rows), len(levels), "%.1f" % statistics.median(levels) if levels else "-", close,
                                                   min(r[2] for r in rows), max(r[2] for r in rows), statistics.median(r[2] for r in rows), len(TOPICS), gives))


main()
