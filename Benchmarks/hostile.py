#!/usr/bin/env python3
"""hostile.py [WORD...]   what hostile documents cost: `gleaner feeds parse` (release build) over made-up ones, as a table.

Each document is written to a temporary folder, read by a process of its own, and removed; lists of feeds are read by
`gleaner feeds list`. The table has the document's size, the seconds of the processor, the peak of memory above the document's size
(the program's own 33 MB included), how many entries were kept, and whether the good one at the document's end was among them. Below
it stands the worst of each kind. With words: only documents with one of them in their name.
"""
import os, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GLEANER = os.environ.get("GLEANER", os.path.join(ROOT, ".build", "release", "gleaner"))
SECONDS, MEGABYTES = 1.0, 64
MB = 1_000_000
PEAS = "<item><title>Peas</title><link>https://example.org/peas</link></item>"
CASES = {}
NAMESPACES = 'xmlns:media="http://search.yahoo.com/mrss/" xmlns:dcterms="http://purl.org/dc/terms/"'


def case(name):
    def add(make):
        CASES[name] = make
        return make
    return add


def times(text, count):
    """A text so many times, in pieces of about a megabyte."""
    piece = max(1, MB // max(1, len(text)))
    while count > 0:
        yield text * min(piece, count)
        count -= piece


def numbered(form, count, step=10_000):
    """A form filled with 0, 1, 2 …"""
    for start in range(0, count, step):
        yield "".join(form.replace("%d", str(n)) for n in range(start, min(count, start + step)))


def parts(*pieces):
    for piece in pieces:
        if isinstance(piece, str):
            yield piece
        else:
            yield from piece


def rss(*pieces, before="", end=PEAS):
    return parts(before + '<rss version="2.0" %s><channel><title>Hostile</title>' % NAMESPACES, *pieces, end + "</channel></rss>")


def item(*pieces, tag="description"):
    return parts("<item><title>First</title><%s>" % tag, *pieces, "</%s></item>" % tag)


def html(*pieces):
    """An item whose body is this HTML."""
    return item("<![CDATA[", *pieces, "]]>")


# Entities.

@case("entities: a billion laughs")
def _():
    names = "".join('<!ENTITY l%d "%s">' % (n, "&l%d;" % (n - 1) * 10) for n in range(1, 12))
    return rss("<item><title>&l11;</title></item>", before='<!DOCTYPE r [<!ENTITY l0 "lol">%s]>' % names)


@case("entities: quadratic blow-up, a million references")
def _():
    return rss(item(times("&a;", MB)), before='<!DOCTYPE r [<!ENTITY a "%s">]>' % ("x" * 250))


@case("entities: one of 50 MB")
def _():
    return parts('<!DOCTYPE r [<!ENTITY a "', times("x", 50 * MB), '">]>', rss(item(times("&a;", 1000))))


@case("entities: external and parameter")
def _():
    return rss("<item><title>&a;&b;</title></item>", before='<!DOCTYPE r SYSTEM "file:///etc/passwd" [<!ENTITY a SYSTEM "file:///etc/passwd">'
               '<!ENTITY % p SYSTEM "http://192.0.2.1/p.dtd">%p;<!ENTITY % q "<!ENTITY b \'x\'>">%q;]>')


@case("entities: a million declarations")
def _():
    return parts("<!DOCTYPE r [", numbered('<!ENTITY a%d "x">', MB), "]>", rss())


@case("entities: a million unknown references")
def _():
    return rss(item(numbered("&a%d;", MB)))


# Depth.

@case("depth: 100,000 in a description")
def _():
    return rss(item(times("<a>", 100_000), "x", times("</a>", 100_000)))


@case("depth: 100,000 around the items")
def _():
    return parts("<rss><channel>", times("<a>", 100_000), PEAS, times("</a>", 100_000), "</channel></rss>")


@case("depth: 100,000 items, one inside the other")
def _():
    return rss(times("<item>", 100_000), PEAS, times("</item>", 100_000), end="")


@case("depth: 200 open, ten million end tags of others")
def _():
    return rss(item(times("<b>", 195), times("</a>", 10 * MB)))


@case("depth: 100,000 bases, each longer")
def _():
    return rss(times('<a xml:base="%s/">' % ("y" * 60_000), 190), times("<item><title>a</title><link>b</link></item>", 20_000), end="")


# Long texts.

@case("text: 100 MB plain in a description")
def _():
    return rss(item(times("word ", 20 * MB)))


@case("text: 100 MB escaped HTML in a description")
def _():
    return rss(item(times("&lt;p&gt;word&lt;/p&gt; ", 100 * MB // 24)))


@case("text: 100 MB CDATA in a description")
def _():
    return rss(item("<![CDATA[", times("<p>word</p> ", 100 * MB // 12), "]]>"))


@case("text: 100 MB plain in a title")
def _():
    return rss(parts("<item><title>", times("word ", 20 * MB), "</title></item>"))


@case("text: 100 MB escaped HTML in a title")
def _():
    return rss(parts("<item><title>", times("&lt;b&gt;word&lt;/b&gt; ", 100 * MB // 24), "</title></item>"))


@case("text: 100 MB CDATA in a title")
def _():
    return rss(parts("<item><title><![CDATA[", times("<b>word</b> ", 100 * MB // 12), "]]></title></item>"))


@case("text: 100 MB of elements in a description")
def _():
    return rss(item(times("<p>word</p> ", 100 * MB // 12)))


@case("text: 100 MB of CDATA sections")
def _():
    return rss(item(times("<![CDATA[x]]>", 100 * MB // 13)))


@case("text: 100 MB of references")
def _():
    return rss(item(times("&#65;&eacute;", 100 * MB // 13)))


@case("text: 90 bodies of 1 MB")
def _():
    return rss(*[item(times("word ", 199_000)) for _ in range(90)])


@case("text: 90 bodies of 1 MB of HTML")
def _():
    return rss(*[item("<![CDATA[", times("<p>word</p> ", 83_000), "]]>") for _ in range(90)])


@case("text: 90 titles of 1 MB")
def _():
    return rss(*[parts("<item><title>", times("word ", 199_000), "</title></item>") for _ in range(90)])


@case("text: a comment of 100 MB")
def _():
    return rss("<!--", times("word ", 20 * MB), "-->")


@case("text: 100 MB before the root")
def _():
    return parts(times("<a> ", 25 * MB), rss())


@case("text: 100 MB after the root")
def _():
    return parts(rss(), times("<a> ", 25 * MB))


@case("text: 100 MB of white space")
def _():
    return rss(times(" \n", 50 * MB))


@case("text: 100 MB in an unknown element")
def _():
    return rss("<item><x>", times("word ", 20 * MB), "</x></item>")


# Marks that end nothing.

for mark in ["<!--", "<![CDATA[", "<?x ", "<!DOCTYPE ", "<!DOCTYPE a [", '<a b="', "<a b='\" ", "<", "&", "]]>", "\0", "</rss>", "</a>", "<a ", "<item ", "<a b=c "]:
    CASES["marks: 20 MB of %s" % mark.replace("\0", "NUL")] = lambda mark=mark: parts(
        "<rss><channel>", times(mark, 20 * MB // len(mark)), PEAS)
for mark in ["<!--", "<!DOCTYPE ", "<!DOCTYPE a [", "<!DOCTYPE a [<!ENTITY ", "<?x ", "<a b=\"", "<", "<!DOCTYPE a '"]:
    CASES["marks: 20 MB of %s before the root" % mark] = lambda mark=mark: parts(
        times(mark, 20 * MB // len(mark)), "<rss><channel>", PEAS)

# Attributes and names.

for tag in ["rss", "item", "x"]:
    CASES["attributes: a million on one %s" % tag] = lambda tag=tag: parts(
        "" if tag == "rss" else "<rss><channel>", "<%s " % tag, numbered("a%d='x' ", MB), ">",
        "<channel>" if tag == "rss" else "</%s>" % tag, PEAS)


@case("attributes: one name a million times")
def _():
    return rss("<item ", times("a='x' ", MB), "></item>")


@case("attributes: a million namespaces on one element")
def _():
    return rss("<item ", numbered("xmlns:a%d='urn:%d' ", MB), "></item>")


@case("attributes: a value of 100 MB")
def _():
    return rss("<item about='", times("word ", 20 * MB), "'></item>")


@case("attributes: 60 each on 100,000 elements")
def _():
    return rss(times("<x " + " ".join("a%d='x'" % n for n in range(60)) + "/>", 100_000))


@case("attributes: a million distinct names")
def _():
    return rss(numbered("<x a%d='x'/>", MB))


@case("names: 300,000 distinct elements")
def _():
    return rss(numbered("<a%d>x</a%d>", 300_000))


@case("names: 300,000 distinct elements in items")
def _():
    return rss(numbered("<item><a%d>x</a%d></item>", 300_000))


@case("names: 300,000 distinct prefixes, undeclared")
def _():
    return rss(numbered("<a%d:title>x</a%d:title>", 300_000))


@case("names: 300,000 distinct namespaces")
def _():
    return rss(numbered("<x xmlns='urn:%d'/>", 300_000))


@case("names: 300,000 distinct prefixes, declared")
def _():
    return rss(numbered("<p%d:x xmlns:p%d='urn:%d'/>", 300_000))


@case("names: one of 50 MB")
def _():
    return rss("<", times("a", 50 * MB), ">x</", times("a", 50 * MB), ">")


@case("names: 2,000 of 40 KB")
def _():
    return rss(*[parts("<a%d" % n, "b" * 40_000, "/>") for n in range(2_000)])


# Items and lists.

@case("items: a million empty")
def _():
    return rss(times("<item/>", MB))


@case("items: a million empty, closed by tags")
def _():
    return rss(times("<item></item>", MB))


@case("items: a million never closed")
def _():
    return rss(times("<item>", MB))


@case("items: a million small")
def _():
    return rss(numbered("<item><title>Article %d</title><link>https://example.org/%d</link></item>", MB))


@case("items: 20,000 of 5 KB")
def _():
    return rss(*[item(times("word ", 1000)) for _ in range(19_999)])


for name, value in {
    "tags": "<category>t%d</category>", "tags in attributes": "<category term='t%d'/>", "authors": "<author>a%d</author>",
    "enclosures": "<enclosure url='https://example.org/%d.mp3'/>", "extensions": "<x:a>%d</x:a>", "links": "<link href='https://example.org/%d'/>",
    "titles": "<title>t%d</title>", "levels": "<dcterms:educationLevel>%d</dcterms:educationLevel>", "pictures": "<media:thumbnail url='https://example.org/%d.png'/>",
}.items():
    CASES["lists: a million %s of one item" % name] = lambda value=value: rss("<item>", numbered(value, MB), "</item>")


@case("lists: 200 tags each of 20,000 items")
def _():
    return rss(times("<item>" + "".join("<category>t%d</category>" % n for n in range(200)) + "</item>", 19_999))


@case("lists: 200 extensions each of 10,000 items")
def _():
    return rss(times("<item>" + "".join("<x%d>x</x%d>" % (n, n) for n in range(200)) + "</item>", 10_000))


@case("lists: tags of 60 KB in attributes, 90 MB")
def _():
    return rss(times("<item>" + "<category term='%s'/>" % ("t" * 60_000) + "</item>", 1_500))


@case("lists: a million keywords")
def _():
    return rss("<item><media:keywords>", numbered("k%d,", 120_000), "</media:keywords></item>")


# HTML in bodies: 30 of them, each up to the bound of a field.

BODIES = {
    "100,000 deep": "<div>", "unclosed b": "<b>", "unclosed table": "<table>", "unclosed a": "<a href='x'>", "unclosed li": "<li>", "unclosed p": "<p>",
    "unclosed td": "<table><tr><td>", "unclosed select": "<select><option>", "unclosed form": "<form>", "unclosed font": "<font><i><u>", "end tags": "</div>", "end tags of p": "</p>",
    "comments without end": "<!--", "comment ends": "-->", "ampersands": "&", "less-thans": "<", "quotes without end": "<a href=\"", "quotes and ends": "<a href=\">", "apostrophes": "<a href='>x",
    "references": "&eacute;", "unknown references": "&eacutx;", "numbers": "&#65;", "instructions": "<?x", "declarations": "<!x", "CDATA": "<![CDATA[ ", "scripts": "<script>", "scripts, closed": "<script>x</script>",
    "styles": "<style>", "textareas": "<textarea>", "titles": "<title>", "plaintext": "<plaintext>", "bodies": "<body>", "frames": "<frameset>", "pre": "<pre>\n", "pictures": "<img src=x alt=y>", "breaks": "<br>",
    "share links": "<a href='https://twitter.com/share?x'>x</a>", "mixed": "<p><b><table><tr><td><a>",
}
for name, mark in BODIES.items():
    CASES["html: " + name] = lambda mark=mark: rss(*[html(mark * (MB // len(mark))) for _ in range(30)])


@case("html: a million attributes")
def _():
    return rss(html("<p ", numbered("a%d=x ", MB), ">x"))


@case("html: attributes, 4 KB a tag, 30 bodies")
def _():
    tag = "<p " + " ".join("a%d=x" % n for n in range(560)) + ">"
    return rss(*[html(tag * (MB // len(tag))) for _ in range(30)])


@case("html: 100,000 distinct elements, 30 bodies")
def _():
    return rss(*[html(numbered("<a%d>", 120_000)) for _ in range(30)])


@case("html: 100,000 distinct attributes, 30 bodies")
def _():
    return rss(*[html(numbered("<a b%d=''>", 80_000)) for _ in range(30)])


@case("html: a data picture of 1 MB, 30 bodies")
def _():
    return rss(*[html("<img src='data:image/png;base64,", "A" * (MB - 100), "'>x") for _ in range(30)])


# Dates and addresses.

@case("dates: one of 1 MB")
def _():
    return rss("<item><pubDate>", times("12 ", MB // 3), "</pubDate></item>")


@case("dates: a million bad ones")
def _():
    return rss(numbered("<item><pubDate>Smarch %d, at noon or so</pubDate></item>", 20_000 - 1), "<item>", numbered("<pubDate>Smarch %d, at noon or so</pubDate>", MB), "</item>", end="")


@case("dates: a million of many words")
def _():
    return rss("<item>", times("<pubDate>%s</pubDate>" % ("éèabcä 1 " * 9), MB // 4), "</item>")


@case("addresses: one of 1 MB")
def _():
    return rss("<item><link>https://example.org/", times("../a", MB // 4), "</link></item>")


@case("addresses: 60 KB, relative, in attributes")
def _():
    return rss(times("<item><link rel='alternate' href='/%s'/></item>" % ("a/../" * 12_000), 1_000))


@case("addresses: a base of 60 KB under 20,000 links")
def _():
    base = "https://example.org/" + "a/" * 30_000
    return parts('<rss xml:base="%s"><channel>' % base, times("<item><link>b</link></item>", 20_000), "</channel></rss>")


@case("addresses: a base of 2 KB under a million links")
def _():
    base = "https://example.org/" + "a/" * 1_000
    return parts('<rss xml:base="%s"><channel>' % base, times("<item>" + "<enclosure url='b'/>" * 50 + "</item>", 20_000), "</channel></rss>")


# Encodings.

def encoded(name, label=None):
    def make():
        head = '<?xml version="1.0" encoding="%s"?>' % (label or name)
        body = rss(item(times("wörd ", 8 * MB)), before=head)
        return (piece.encode(name, "replace") for piece in body)
    return make


CASES["encodings: UTF-16, 80 MB"] = encoded("utf-16-le")
CASES["encodings: UTF-32, 160 MB"] = encoded("utf-32-be")
CASES["encodings: windows-1252, 40 MB"] = encoded("windows-1252")
CASES["encodings: KOI8-R, 40 MB"] = encoded("koi8-r")
CASES["encodings: GB18030, 48 MB"] = encoded("gb18030")
CASES["encodings: Shift JIS, 40 MB"] = encoded("shift-jis")
CASES["encodings: a mark and 100 MB of UTF-8"] = lambda: (p.encode() for p in parts("\ufeff", rss(item(times("word ", 20 * MB)))))
CASES["encodings: 100 MB of UTF-8 with one bad byte"] = lambda: parts(
    (p.encode() for p in ["<rss><channel>"]), (p.encode() for p in item(times("word ", 20 * MB))), [b"<item><title>\xff</title></item>"], [(PEAS + "</channel></rss>").encode()])
CASES["encodings: 50 MB of bad bytes"] = lambda: parts(
    [b"<rss><channel><item><title>"], (b"\xff\x80" * (MB // 2) for _ in range(50)), [b"</title></item>" + PEAS.encode() + b"</channel></rss>"])
CASES["encodings: windows-1252, 50 MB of high bytes"] = lambda: parts(
    [b"<?xml version='1.0' encoding='windows-1252'?><rss><channel><item><title>"], (b"\xff\x80" * (MB // 2) for _ in range(50)), [b"</title></item>" + PEAS.encode() + b"</channel></rss>"])

# JSON.

GOOD = '{"id":"9","title":"Peas","url":"https://example.org/peas"}'


def feed(*pieces, end=GOOD):
    return parts('{"version":"https://jsonfeed.org/version/1.1","title":"Hostile","items":[', *pieces, end + "]}")


CASES["json: 100,000 arrays deep"] = lambda: feed('{"id":"1","x":', times("[", 100_000), times("]", 100_000), "},")
CASES["json: 100,000 objects deep"] = lambda: feed('{"id":"1","x":', times('{"a":', 100_000), "1", times("}", 100_000), "},")
CASES["json: a million arrays that never end"] = lambda: feed(times("[", MB))
CASES["json: a number of 50 MB"] = lambda: feed('{"id":', times("9", 50 * MB), "},")
CASES["json: a million numbers"] = lambda: feed('{"id":"1","tags":[', numbered("%d,", MB), "0]},")
CASES["json: a million empty items"] = lambda: feed(times("{},", MB))
CASES["json: 30 million empty items"] = lambda: feed(times("{},", 30 * MB))
CASES["json: a million small items"] = lambda: feed(numbered('{"id":"%d","title":"Article %d","url":"https://example.org/%d"},', MB))
CASES["json: a million keys"] = lambda: feed('{"id":"1",', numbered('"k%d":1,', MB), '"a":1},')
CASES["json: a million keys of the feed"] = lambda: parts("{", numbered('"k%d":1,', MB), "".join(feed())[1:])
CASES["json: a text of 100 MB"] = lambda: feed('{"id":"1","content_html":"', times("<p>word</p> ", 100 * MB // 12), '"},')
CASES["json: a title of 100 MB"] = lambda: feed('{"id":"1","title":"', times("word ", 20 * MB), '"},')
CASES["json: 90 texts of 1 MB"] = lambda: feed(*[parts('{"id":"1","content_text":"', times("word ", 199_000), '"},') for _ in range(90)])
CASES["json: 100 MB of escapes"] = lambda: feed('{"id":"1","content_text":"', times("\\u0041\\n", 100 * MB // 8), '"},')
CASES["json: a million authors"] = lambda: feed('{"id":"1","authors":[', numbered('{"name":"a%d"},', MB), "{}]},")
CASES["json: a million attachments"] = lambda: feed('{"id":"1","attachments":[', numbered('{"url":"https://example.org/%d"},', MB), "{}]},")
CASES["json: a million tags in a text"] = lambda: feed('{"id":"1","tags":"', numbered("t%d,", MB), '"},')
CASES["json: quotes without end"] = lambda: feed(times('{"', 10 * MB))
CASES["json: commas"] = lambda: feed(times(",", 50 * MB))
CASES["json: garbage"] = lambda: feed(times("}:x ", 12 * MB))
CASES["json: not a feed, 100 MB of numbers"] = lambda: parts('{"items":[', times("[1,2],", 100 * MB // 6), "0]}")


# Lists of feeds, up to the 20 MB that a fetched document may have.

PEAS_OUTLINE = '<outline text="Peas" xmlUrl="https://example.org/feed.xml"/>'


def opml(*pieces, before=""):
    return parts(before + '<opml version="2.0" xmlns:gleaner="urn:gleaner:feeds"><body>', *pieces, PEAS_OUTLINE + "</body></opml>")


CASES["lists of feeds: 100,000 deep"] = lambda: opml(times("<outline>", 100_000))
CASES["lists of feeds: 300,000 feeds"] = lambda: opml(numbered('<outline xmlUrl="https://example.org/%d"/>', 300_000))
CASES["lists of feeds: 200,000 bad audiences"] = lambda: opml(times('<outline xmlUrl="https://example.org/a" gleaner:audience="x"/>', 200_000))
CASES["lists of feeds: a title of 19 MB"] = lambda: opml('<outline text="', times("word ", 3_800_000), '" xmlUrl="https://example.org/a"/>')
CASES["lists of feeds: a million attributes"] = lambda: opml("<outline ", numbered("a%d='x' ", MB), "/>")
CASES["lists of feeds: entities of entities"] = lambda: opml(times('<outline xmlUrl="&b;"/>', 100_000), before='<!DOCTYPE opml [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>')


def main():
    if not os.path.exists(GLEANER):
        print("Build a release first: make build")
        return 2
    words = sys.argv[1:]
    print("| document | MB | seconds | MB above it | entries | the good one |\n|---|---|---|---|---|---|")
    worst, over, count = {}, 0, 0
    for name, make in CASES.items():
        if words and not any(word in name for word in words):
            continue
        with tempfile.TemporaryDirectory(prefix="gleaner-hostile-") as folder:
            run = measure_list if name.startswith("lists of feeds") else measure_feed
            row = run(folder, make)
        print("| %s | %.1f | %.2f | %.0f | %s | %s |" % (name.replace("|", "\\|"), row["size"], row["seconds"], row["above"], row["entries"], row["good"]), flush=True)
        kind = name.split(":")[0]
        cases, seconds, above = worst.get(kind, (0, (0, ""), (0, "")))
        worst[kind] = (cases + 1, max(seconds, (row["seconds"], name)), max(above, (row["above"], name)))
        over += row["seconds"] > SECONDS or row["above"] > MEGABYTES
        count += 1
    print("\n| kind | documents | most seconds | | most MB above | |\n|---|---|---|---|---|---|")
    for kind, (cases, seconds, above) in worst.items():
        print("| %s | %d | %.2f | %s | %.0f | %s |" % (kind, cases, seconds[0], seconds[1].split(": ", 1)[1], above[0], above[1].split(": ", 1)[1]))
    print("\n%d of %d over %.0f s or %d MB" % (over, count, SECONDS, MEGABYTES))
    return 0


def write(path, make):
    """Writes a document in a process of its own: what this one has used would count as the memory of its children."""
    child = os.fork()
    if child == 0:
        with open(path, "wb") as file:
            for piece in make():
                file.write(piece if isinstance(piece, bytes) else piece.encode())
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        raise SystemExit("could not write " + path)


def measure_feed(folder, make):
    path = os.path.join(folder, "document")
    write(path, make)
    row = measure(path, ["feeds", "parse", "--json", path], folder)
    entries, good = kept(path + ".out")
    return {**row, "entries": row.get("failure", entries), "good": "kept" if good else "–"}


def measure_list(folder, make):
    school = os.path.join(folder, "school")
    subprocess.run([GLEANER, "init", school], check=True, stdout=subprocess.DEVNULL)
    path = os.path.join(school, "Feeds", "feeds.opml")
    write(path, make)
    row = measure(path, ["feeds", "list"], school)
    with open(path + ".out") as file:
        lines = file.readlines()
    return {**row, "entries": row.get("failure", len(lines)), "good": "kept" if any("Peas" in line for line in lines) else "–"}


def measure(path, arguments, folder):
    size = os.path.getsize(path) / MB
    with open(path + ".out", "wb") as out:
        # No document may take a minute; what takes longer is ended and said.
        process = subprocess.Popen(["timeout", "60", GLEANER, *arguments], cwd=folder, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    row = {"size": size, "seconds": usage.ru_utime + usage.ru_stime, "above": usage.ru_maxrss * 1024 / MB - size}
    if process.returncode != 0:
        row["failure"] = "exit %d" % process.returncode
    return row


def kept(path):
    """How many entries the output has, and whether the good one is among them; read in pieces."""
    entries, good, rest = 0, False, b""
    with open(path, "rb") as file:
        while piece := file.read(MB):
            piece = rest + piece
            cut = max(0, len(piece) - 32)
            entries += piece.count(b'"enclosures":[', 0, cut + 13)
            good = good or b'"title":"Peas"' in piece
            rest = piece[cut:]
    return entries + rest.count(b'"enclosures":['), good


if __name__ == "__main__":
    sys.exit(main())
