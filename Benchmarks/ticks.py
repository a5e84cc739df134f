#!/usr/bin/env python3
"""ticks.py [COUNT]   what `gleaner run --due` costs when nothing is due: median and largest of COUNT (30) ticks, time and memory.

A year of editions lies in the ledger, three schedules stand in the configuration, and an .ics file of holidays. Prints one line; exit status 1 when
the median of the processor time is over 50 ms (the clock's depends on who else is at work) or the memory over 45 MB.
"""
import os, shutil, sqlite3, statistics, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GLEANER = os.path.join(ROOT, ".build", "release", "gleaner")
SCHEDULES = """
schedules:
  daily: {days: [weekdays], time: 06:30, time-zone: Europe/Madrid, holidays: [Config/free.ics, 2026-12-23..2027-01-06]}
  weekly: {days: [monday], time: 07:15, review: 14:00 3 days before, time-zone: America/New_York}
  twice: {cron: '30 6 1,15 * *', time-zone: Australia/Lord_Howe}
operation: {alerts-to: tech@school.example}
"""
ICS = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + "".join(
    "BEGIN:VEVENT\r\nUID:%d\r\nDTSTART;VALUE=DATE:2026%02d13\r\nSUMMARY:Free\r\nEND:VEVENT\r\n" % (m, m) for m in range(1, 13)
) + "END:VCALENDAR\r\n"


def folder():
    path = tempfile.mkdtemp(prefix="gleaner-ticks-")
    school = os.path.join(path, "school")
    subprocess.run([GLEANER, "init", school, "--sample"], check=True, stdout=subprocess.DEVNULL)
    config = os.path.join(school, "Config", "gleaner.yaml")
    with open(config) as file:
        text = file.read()
    with open(config, "w") as file:
        file.write(text[: text.index("\nschedules:")] + SCHEDULES)
    with open(os.path.join(school, "Config", "free.ics"), "w") as file:
        file.write(ICS)
    return path, school


def tick(school, now):
    start = time.monotonic()
    process = subprocess.Popen([GLEANER, "run", "--due", "--quiet", "--now", now], cwd=school, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, (time.monotonic() - start) * 1000, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def main(count):
    path, school = folder()
    # What these first ticks have to tell is of no interest here.
    subprocess.run([GLEANER, "learners", "import", "--now", "2026-09-01T00:00:00Z"], cwd=school, check=True, stdout=subprocess.DEVNULL)
    tick(school, "2026-09-01T00:00:00Z")
    tick(school, "2026-09-01T04:30:00Z")
    tick(school, "2026-11-03T12:00:00Z")
    ticks = [tick(school, "2026-11-03T12:%02d:00Z" % (minute % 60)) for minute in range(count)]
    good = all(status == 0 for status, _, _, _ in ticks)
    clock, cpu, memory = (statistics.median(t[i] for t in ticks) for i in (1, 2, 3))
    base = sqlite3.connect(os.path.join(school, "Data", "gleaner.sqlite"))
    editions = base.execute("SELECT COUNT(*) FROM scheduledEdition").fetchone()[0]
    base.close()
    shutil.rmtree(path)
    print("a tick with nothing due: %.0f ms (processor %.0f ms, slowest %.0f ms), %.0f MB; %d editions in the ledger" % (
        clock, cpu, max(t[1] for t in ticks), memory, editions))
    return 0 if good and cpu < 50 and memory < 45 else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 30))
