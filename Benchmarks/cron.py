#!/usr/bin/env python3
"""cron.py   lets Debian's cron run the line that `gleaner schedule install --cron` writes, every minute instead of every ten, and waits for the tick.

Needs root and the Debian package cron. Installs the file of a folder in a temporary place, starts a cron daemon of its own where none runs, and removes both.
Prints one line; exit status 1 when no tick came within 150 seconds, 3 where it cannot be tried here.
"""
import os, shutil, signal, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GLEANER = os.path.join(ROOT, ".build", "release", "gleaner")
NAME = "it's 100% school"


def running():
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/comm" % pid) as file:
                if file.read().strip() == "cron":
                    return True
        except OSError:
            pass
    return False


def main():
    cron = shutil.which("cron") or "/usr/sbin/cron"
    if os.geteuid() != 0 or not os.path.exists(cron):
        print("needs root and the Debian package cron")
        return 3
    path = tempfile.mkdtemp(prefix="gleaner-cron-")
    os.chmod(path, 0o755)
    school = os.path.join(path, NAME)
    subprocess.run([GLEANER, "init", school, "--sample"], check=True, stdout=subprocess.DEVNULL)
    config = os.path.join(school, "Config", "gleaner.yaml")
    with open(config) as file:
        text = file.read()
    # Every day, due at a minute that is over at most a few minutes: whatever the clock says, the first tick writes the schedule down.
    with open(config, "w") as file:
        file.write(text[: text.index("\nschedules:")] + "\nschedules:\n  daily: {days: [every day], time: 12:00, time-zone: UTC}\n")
    written = subprocess.run([GLEANER, "schedule", "install", "--cron"], cwd=school, check=True, capture_output=True, text=True).stdout
    table = written.split("Wrote ", 1)[1].strip()
    with open(table) as file:
        text = file.read()
    with open(table, "w") as file:
        file.write(text.replace("*/10", "*", 1))
    daemon = None if running() else subprocess.Popen([cron, "-f"])
    store = os.path.join(school, "Data", "gleaner.sqlite")
    start = time.monotonic()
    try:
        while time.monotonic() - start < 150 and not os.path.exists(store):
            time.sleep(1)
    finally:
        if daemon:
            daemon.send_signal(signal.SIGTERM)
            daemon.wait()
        with open(table, "w") as file:
            file.write(text)
        subprocess.run([GLEANER, "schedule", "uninstall"], cwd=school, check=True, stdout=subprocess.DEVNULL)
    came = os.path.exists(store)
    gone = not os.path.exists(table)
    shutil.rmtree(path)
    print("cron's tick %s after %.0f s, for a folder called \"%s\"; uninstall %s" % (
        "came" if came else "did not come", time.monotonic() - start, NAME, "removed the file" if gone else "left the file"))
    return 0 if came and gone else 1


if __name__ == "__main__":
    sys.exit(main())
