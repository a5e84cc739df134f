#!/usr/bin/env python3
"""How feeds are fetched, as servers on loopback see it.

  fetching.py [GLEANER]

GLEANER (default .build/release/gleaner) reads 400 feeds on 50 hosts (ports of one machine) that answer after 20 ms. Told: seconds beside what the manners allow
(two requests at once a host), the most requests at once to a host, the most memory, and what a second run right after asks. Then 32 feeds of which 4 never
answer, with a timeout of 3 s; then 400 slow feeds, ended by Ctrl-C, and a run after that. Standard library only.
"""
import asyncio, collections, os, resource, signal, subprocess, sys, tempfile, threading, time

GLEANER = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/release/gleaner")


class Servers:
    """Servers on ports of their own; each counts its requests."""

    def __init__(self, count, delay, silent=0):
        self.count, self.delay, self.silent = count, delay, silent
        self.asked, self.now, self.most, self.ports = collections.Counter(), collections.Counter(), collections.Counter(), []
        self.ready = threading.Event()
        threading.Thread(target=lambda: asyncio.run(self.serve()), daemon=True).start()
        self.ready.wait()

    async def serve(self):
        for number in range(self.count):
            server = await asyncio.start_server(lambda r, w, n=number: self.answer(n, r, w), "127.0.0.1", 0)
            self.ports.append(server.sockets[0].getsockname()[1])
        self.ready.set()
        await asyncio.Event().wait()

    async def answer(self, number, reader, writer):
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                path = head.split()[1].decode()
                self.asked[number] += 1
                self.now[number] += 1
                self.most[number] = max(self.most[number], self.now[number])
                if number < self.silent:
                    await asyncio.sleep(3600)
                await asyncio.sleep(self.delay)
                self.now[number] -= 1
                items = "".join("<item><title>Article %d of %s</title><link>http://a.example%s/%d</link><description>%s</description></item>"
                                % (i, path, path, i, "Words of an article about this and that. " * 20) for i in range(20))
                body = ("<rss version='2.0'><channel><title>%s</title>%s</channel></rss>" % (path, items)).encode()
                writer.write(b"HTTP/1.1 200 OK\r\nCache-Control: max-age=3600\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


def school(feeds, timeout=20):
    folder = tempfile.mkdtemp()
    subprocess.run([GLEANER, "init", folder], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(folder + "/Feeds/feeds.opml", "w") as f:
        f.write("<opml version='2.0'><body>%s</body></opml>" % "".join("<outline xmlUrl='%s'/>" % a for a in feeds))
    text = open(folder + "/Config/gleaner.yaml").read()
    text = text.replace("allow-private-addresses: false", "allow-private-addresses: true").replace("timeout-seconds: 20", "timeout-seconds: %d" % timeout)
    open(folder + "/Config/gleaner.yaml", "w").write(text)
    return folder


def run(folder, interrupt=None):
    start = time.monotonic()
    p = subprocess.Popen([GLEANER, "ingest"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if interrupt:
        time.sleep(interrupt)
        p.send_signal(signal.SIGINT)
    out, err = p.communicate()
    return time.monotonic() - start, p.returncode, (out.splitlines() or [""])[-1], err


def main():
    servers = Servers(50, 0.02)
    feeds = ["http://127.0.0.1:%d/feed%d" % (p, n) for n in range(8) for p in servers.ports]
    folder = school(feeds)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    seconds, status, line, _ = run(folder)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print("400 feeds, 50 hosts, 20 ms: %.2f s (the manners alone: %.2f s), at most %d at once a host, %.0f MB; %s"
          % (seconds, 4 * 0.02, max(servers.most.values()), max(memory, before) / 1000, line))
    asked = sum(servers.asked.values())
    seconds, status, line, _ = run(folder)
    print("a second run: %d requests, %.2f s; %s" % (sum(servers.asked.values()) - asked, seconds, line))

    servers = Servers(32, 0.02, silent=4)
    seconds, status, line, _ = run(school(["http://127.0.0.1:%d/f" % p for p in servers.ports], timeout=3))
    print("32 feeds, 4 of them silent, timeout 3 s: %.2f s; %s" % (seconds, line))

    servers = Servers(50, 0.3)
    folder = school(["http://127.0.0.1:%d/feed%d" % (p, n) for n in range(8) for p in servers.ports])
    seconds, status, line, err = run(folder, interrupt=0.7)
    again = run(folder)
    print("Ctrl-C after 0.7 s: ended after %.2f s with %d; the next run: %s" % (seconds, status, again[2]))


main()
