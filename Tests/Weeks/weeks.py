#!/usr/bin/env python3
"""weeks.py --program anchang: Monday's batch, week by week, on a folder that grows.

Plays fixtures/weekly-growing as an office lives it: every Sunday a few more exports, every Monday
`report weekly --period last-week`. Every report is compared with truth.csv, which the fixture's generator
computes from its own story, and every late row with late.csv. Then the batch is made to fail in all the ways
that a Monday knows, and last week's files must stay byte for byte."""

import argparse
import csv
import datetime
import hashlib
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
import zoneinfo

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SPACE = "{urn:anchang:report:1}"
FIGURES = [("calls.count", "calls"), ("visits.count", "visits"), ("visits.first", "first"), ("deals.units", "deals"),
           ("deals.amount", "amount"), ("signed.units", "signed"), ("cancelled.units", "cancelled")]
problems = []


def expect(condition, message):
    if not condition:
        problems.append(message)
        print("WRONG " + message)


def run(arguments, program, **changes):
    """Runs the program in an environment as bare as cron's."""
    environment = {"PATH": "/usr/bin:/bin", "ANCHANG_TEMPLATES": os.path.join(ROOT, "report-templates"), **changes.pop("env", {})}
    return subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, timeout=60, **changes)


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def digests(folder):
    result = {}
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        with open(os.path.join(folder, name), "rb") as file:
            result[name] = hashlib.sha256(file.read()).hexdigest()
    return result


def values(path):
    """Value by figure of a report in XML."""
    root = ET.parse(path).getroot()
    return {node.get("of"): node.get("value") for node in root.iter() if node.get("of") and node.get("value") is not None}


def rows_of(path, figure):
    for node in ET.parse(path).getroot().iter(SPACE + "table"):
        if node.get("of") == figure:
            return [{cell.get("key"): cell.get("value") for cell in row.findall(SPACE + "cell")} for row in node.findall(SPACE + "row")]
    return []


def balances(path):
    for file in ET.parse(path).getroot().iter(SPACE + "file"):
        number = {key: int(file.get(key)) for key in ("rows", "counted", "outside", "duplicates", "excluded", "skipped", "rejected")}
        yield file.get("name"), number


def day(text):
    return datetime.date.fromisoformat(text)


def weekly(folder, monday, out, sunday):
    return ["report", "weekly", "--data", folder, "--period", "last-week", "--today", str(monday), "--as-of", str(sunday),
            "--out", out, "--lang", "zh"]


def grow(program, temporary, truth, late):
    """The ten Mondays: figures, balance, overlap, one summary line."""
    out = os.path.join(temporary, "reports")
    issued = {}
    for number, week in enumerate(truth, 1):
        folder = os.path.join(temporary, "growing", f"{number:02d}")
        sunday = day(week["to"])
        before = digests(out)
        done = run(weekly(folder, sunday + datetime.timedelta(days=1), out, sunday), program)
        expect(done.returncode == 0, f"{week['week']}: ends with {done.returncode}: {done.stderr[-300:]}")
        name = f"十周-weekly-{week['week']}"
        expect(done.stdout.splitlines() == [f"{out}/{name}.html", f"{out}/{name}.xml"], f"{week['week']}: wrote {done.stdout!r}")
        expect(sum("写出" in line for line in done.stderr.splitlines()) == 1, f"{week['week']}: one summary line")
        expect(all(digests(out)[old] == sum_ for old, sum_ in before.items()), f"{week['week']}: an earlier week's file changed")
        issued[week["week"]] = path = os.path.join(out, name + ".xml")
        found = values(path)
        for figure, column in FIGURES:
            expect(found.get(figure) == week[column], f"{week['week']} {figure}: {found.get(figure)}, the story says {week[column]}")
        seen = rows = 0
        for file, n in balances(path):
            expect(n["rows"] == sum(n[key] for key in n if key != "rows"), f"{week['week']} {file}: the balance does not add up")
            seen += n["duplicates"]
            rows += n["rows"]
        expect(number == 1 or seen > 0, f"{week['week']}: no row of the overlap counts as a duplicate")
        print(f"{week['week']}: {rows} rows, {seen} of the overlap, seven figures as in the story")
    return issued


def restated(program, temporary, truth, late, issued):
    """Every later folder against every issued report: exactly the late rows are late."""
    number = {}
    for kind, stem, column in (("calls", "来电", "来电编号"), ("visits", "来访", "来访编号")):
        for name in os.listdir(os.path.join(temporary, "growing", "10")):
            if name.startswith(stem):
                for line, row in enumerate(table(os.path.join(temporary, "growing", "10", name)), 2):
                    number[(name, str(line))] = row[column]
    checked = whys = 0
    for position, week in enumerate(truth, 1):
        for known in sorted({min(position + 1, 10), 10}):
            if known <= position:
                continue
            out = os.path.join(temporary, "audit")
            folder = os.path.join(temporary, "growing", f"{known:02d}")
            done = run(["report", "audit", "weekly", "--data", folder, "--period", week["week"], "--as-of", truth[known - 1]["to"],
                        "--since", issued[week["week"]], "--out", out, "--quiet"], program)
            expect(done.returncode == 0, f"{week['week']} again: {done.stderr[-300:]}")
            found = {number.get((row["file"], row["line"]), f"{row['file']}:{row['line']}")
                     for row in rows_of(f"{out}/十周-audit-{week['week']}.xml", "data.late")}
            expected = {row["id"] for row in late if week["from"] <= row["day"] <= week["to"] and row["first in"] != "never"
                        and position < int(row["first in"]) <= known}
            expect(found == expected, f"{week['week']} from folder {known:02d}: late {sorted(found)}, the story says {sorted(expected)}")
            checked += len(expected)
            # diff must name the same rows as the reason, and count rows by kind as the figures do.
            done = run(["diff", issued[week["week"]], f"{out}/十周-weekly-{week['week']}.xml", "--data", folder, "--format", "json"], program)
            told = json.loads(done.stdout) if done.returncode == 0 else {"causes": [], "changes": []}
            named = {number.get(tuple(cause["place"].rsplit(":", 1)), cause["place"]) for cause in told["causes"] if cause["cause"] == "late"}
            expect(named == expected, f"{week['week']} from folder {known:02d}: diff names {sorted(named)} as late")
            changed = {change["figure"]: change for change in told["changes"]}
            for figure, kind in (("calls.count", "LD"), ("visits.count", "LF")):
                rows = {number.get(tuple(row["place"].rsplit(":", 1))) for row in changed.get(figure, {}).get("rows", [])}
                if figure in changed:
                    expect({row for row in expected if row.startswith(kind)} <= rows, f"{week['week']} {figure}: changed by {rows}")
                    whys += 1
            for figure, change in changed.items():
                expect(not figure.startswith(("visits.first", "deals.sign-rate")) or change["rows"], f"{week['week']} {figure} changed and no row says why")
            if known == 10:
                final = values(f"{out}/十周-weekly-{week['week']}.xml")
                for figure, column in FIGURES[:3]:
                    expect(final.get(figure) == week[column + "-final"], f"{week['week']} {figure} in the end: {final.get(figure)}")
    print(f"late rows: {checked} found where the story has them, none beside them; {whys} restated counts name their rows")


def cells(path):
    """What is shown, by figure, and for tables by figure, row and column."""
    found = {}
    for node in ET.parse(path).getroot().iter():
        if node.tag == SPACE + "table" and node.get("of"):
            rows = [row for row in node if row.tag in (SPACE + "row", SPACE + "total")]
            for row in rows:
                named = {cell.get("key"): "".join(cell.itertext()) for cell in row.findall(SPACE + "cell")}
                name = named.get("name", next(iter(named.values()), ""))
                for key, shown in named.items():
                    found.setdefault(f"{node.get('of')} / {name} / {key}", shown)
        elif node.get("of") and node.tag != SPACE + "cell":
            found.setdefault(node.get("of"), "".join(node.itertext()))
    return found


def reasons(program, temporary, truth, late):
    """`diff --data` names a late row beside a figure if and only if the figure is another without the row: the row is
    taken out of every file that has it, the report made again, and every changed cell compared."""
    folder = os.path.join(temporary, "growing", "10")
    tried = named = 0
    for position, week in list(enumerate(truth, 1))[1:5]:
        old = os.path.join(temporary, "reports", f"十周-weekly-{week['week']}.xml")
        out, without = os.path.join(temporary, "again"), os.path.join(temporary, "without")
        arguments = ["report", "weekly", "--period", week["week"], "--as-of", week["to"], "--format", "xml", "--quiet"]
        run([*arguments, "--data", folder, "--out", out], program)
        new = os.path.join(out, f"十周-weekly-{week['week']}.xml")
        done = run(["diff", old, new, "--data", folder, "--format", "json", "--lang", "zh"], program)
        changes = json.loads(done.stdout)["changes"]
        for change in changes:
            expect(change["explained"], f"{week['week']} {change['figure']}: the rows do not tell all of it")
        now = cells(new)
        for row in late:
            if row["day"] > week["to"] or row["first in"] == "never" or int(row["first in"]) <= position:
                continue
            column, stem = ("来电编号", "来电") if row["id"].startswith("LD") else ("来访编号", "来访")
            shutil.rmtree(without, ignore_errors=True)
            shutil.copytree(folder, without)
            places = set()
            for name in os.listdir(without):
                if name.startswith(stem):
                    path = os.path.join(without, name)
                    with open(path, encoding="utf-8-sig") as file:
                        lines = file.read().split("\n")
                    at = lines[0].rstrip("\r").split(",").index(column)
                    for number, line in enumerate(lines):
                        if number and line.rstrip("\r").split(",")[at:at + 1] == [row["id"]]:
                            places.add(f"{name}:{number + 1}")
                            lines[number] = ""
                    with open(path, "w", encoding="utf-8") as file:
                        file.write("\n".join(lines))
            run([*arguments, "--data", without, "--out", os.path.join(temporary, "other")], program)
            other = cells(os.path.join(temporary, "other", f"十周-weekly-{week['week']}.xml"))
            tried += 1
            for change in changes:
                figure = change["figure"]
                if figure not in now and figure not in other or figure.startswith(("audit.", "staff.praise")):
                    continue                                  # rows of those have more than one cell for a name
                told = [reason for reason in change["rows"] if reason["place"] in places]
                differs = now.get(figure, "—") != other.get(figure, "—")
                if differs:
                    expect(told, f"{week['week']} {figure}: {row['id']} made it another and is not named")
                for reason in told:
                    named += 1
                    expect(reason["without"] is None or reason["without"] == other.get(figure, "—"),
                           f"{week['week']} {figure}: without {row['id']} {other.get(figure)}, diff says {reason['without']}")
    expect(named > 100, "late rows are named beside figures")
    print(f"reasons: {tried} reports made again without a late row, {named} times it is named and nowhere else")


def zones(program, temporary, truth):
    """The same bytes wherever the machine stands; the right week by its own clock."""
    folder, sunday = os.path.join(temporary, "growing", "10"), day(truth[-1]["to"])
    first = None
    for zone, others in (("Asia/Shanghai", {}), ("Pacific/Kiritimati", {"LANG": "C"}), ("America/Los_Angeles", {"LC_ALL": "zh_CN.UTF-8"}),
                         (":no/such", {"LC_ALL": "tr_TR.UTF-8"}), ("", {"LC_ALL": "POSIX"})):
        out = os.path.join(temporary, "zone")
        run(weekly(folder, sunday + datetime.timedelta(days=1), out, sunday), program, env={"TZ": zone, **others})
        found = digests(out)
        first = first or found
        expect(found == first and len(found) == 2, f"TZ={zone} {others}: other bytes")
    for zone in ("Pacific/Kiritimati", "Etc/GMT+12", "Asia/Shanghai"):
        here = zoneinfo.ZoneInfo(zone)
        names = []
        for attempt in (0, 1):                               # midnight may pass between the two clocks
            today = datetime.datetime.now(here).date()
            iso = (today - datetime.timedelta(days=7)).isocalendar()
            out = os.path.join(temporary, f"clock{attempt}-{zone.replace('/', '-')}")
            run(["report", "weekly", "--data", folder, "--period", "last-week", "--out", out, "--quiet"], program, env={"TZ": zone})
            names = [name.rsplit("-weekly-", 1)[1].split(".")[0] for name in digests(out)]
            if names == [f"{iso[0]}-W{iso[1]:02d}"] * 2:
                break
        expect(names == [f"{iso[0]}-W{iso[1]:02d}"] * 2, f"last week by the clock of {zone}: {names}")
    print("time zones and locales: the same bytes, the week of the machine's own clock")


def failures(program, temporary, truth):
    """Ways to fail; the files of the last good run stay as they were and nothing is left beside them."""
    folder, sunday = os.path.join(temporary, "growing", "10"), day(truth[-1]["to"])
    out = os.path.join(temporary, "last-week")
    arguments = weekly(folder, sunday + datetime.timedelta(days=1), out, sunday)
    expect(run(arguments, program).returncode == 0, "the run before the failures")
    before = digests(out)

    def stays(what, done, code):
        expect(done.returncode == code, f"{what}: ends with {done.returncode}, not {code}: {done.stderr[-200:]}")
        expect(bool(done.stderr.strip()), f"{what}: says nothing")
        expect(digests(out) == before, f"{what}: last week's files changed, or something is left beside them")

    stays("no such folder", run([*arguments, "--data", folder + "/none"][:2] + ["--data", folder + "/none", *arguments[4:]], program), 2)
    stays("no such option", run([*arguments, "--perod", "x"], program), 64)
    broken = os.path.join(temporary, "broken")
    os.makedirs(broken)
    with open(os.path.join(broken, "weekly.xml"), "w", encoding="utf-8") as file:
        file.write('<report xmlns="urn:anchang:report:1" name="weekly" title="x" period="week"><p>{visits.cuont}</p></report>')
    stays("a misspelt template", run([*arguments, "--templates", broken], program), 3)
    spoilt = os.path.join(temporary, "spoilt")
    os.makedirs(spoilt)
    for name in os.listdir(folder):
        os.symlink(os.path.join(folder, name), os.path.join(spoilt, name))
    with open(os.path.join(spoilt, "来访补.csv"), "w", encoding="utf-8") as file:
        file.write("来访时间,客户姓名,联系电话\n2026-02-30,赵一,19900009999\n")
    stays("a rejected row with --strict", run(["report", "weekly", "--data", spoilt, *arguments[4:], "--strict"], program), 2)
    limit = lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN), resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000)))
    stays("a file that may not grow (as on a full disk)", run(arguments, program, preexec_fn=limit), 4)
    # Less and less memory: done as ever, or one message and 70; 127 is a system that cannot start a program.
    for size in (800, 400, 300, 250, 220, 200, 180, 160, 140, 120, 100):
        few = lambda: resource.setrlimit(resource.RLIMIT_AS, (size << 20, size << 20))
        done = run(arguments, program, preexec_fn=few)
        if done.returncode not in (0, 127):
            stays(f"{size} MiB of memory", done, 70)
            expect("not enough memory" in done.stderr, f"{size} MiB of memory: {done.stderr[-300:]}")
    expect(digests(out) == before, "runs with little memory")
    # What the runtime does when it gets none, at a moment that does not depend on the machine: while it waits for input.
    # It aborts, or trips over its own message; tripping while there is memory is a fault that must be seen as one.
    for number, limit, code in ((signal.SIGABRT, None, 70), (signal.SIGSEGV, 1 << 20, 70), (signal.SIGSEGV, None, -signal.SIGSEGV)):
        waiting = subprocess.Popen([program, "report", "weekly", "--data", "-", *arguments[4:]], text=True, stdin=subprocess.PIPE,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                   preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0)),
                                   env={"PATH": "/usr/bin:/bin", "ANCHANG_TEMPLATES": os.path.join(ROOT, "report-templates")})
        time.sleep(0.5)
        if limit:
            resource.prlimit(waiting.pid, resource.RLIMIT_AS, (limit, limit))
        waiting.send_signal(number)
        _, said = waiting.communicate(timeout=30)
        expect(waiting.returncode == code, f"{number} with {limit or 'enough'} bytes of memory: {waiting.returncode} {said[-200:]}")
        expect(("not enough memory" in said) == (code == 70), f"{number} with {limit or 'enough'} bytes: {said[-200:]}")
        expect(digests(out) == before, "a run that got no memory")
    moved = os.path.join(temporary, "moved")
    os.rename(out, moved)
    with open(out, "w") as file:
        file.write("a file where the folder should be")
    done = run(arguments, program)
    os.remove(out)
    os.rename(moved, out)
    stays("a file in place of the folder", done, 4)
    if os.getuid() != 0:
        os.chmod(out, 0o555)
        done = run(arguments, program)
        os.chmod(out, 0o755)
        stays("a folder without the right to write", done, 4)
    # Killed at 24 moments of the run: old or new, never half. The new report has other bytes (one visit more).
    more = os.path.join(temporary, "more")
    os.makedirs(more)
    for name in os.listdir(folder):
        os.symlink(os.path.join(folder, name), os.path.join(more, name))
    with open(os.path.join(more, "来访补.csv"), "w", encoding="utf-8") as file:
        file.write(f"来访时间,客户姓名,联系电话\n{sunday},赵一,19900009999\n")
    there = os.path.join(temporary, "there")
    new = weekly(more, sunday + datetime.timedelta(days=1), there, sunday)
    began = time.monotonic()
    run(new, program)
    took = time.monotonic() - began
    after = digests(there)
    expect(after != before, "one visit more gives another report")
    new[new.index(there)] = out
    states = set()
    for moment in range(24):
        process = subprocess.Popen([program, *new], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   env={"PATH": "/usr/bin:/bin", "ANCHANG_TEMPLATES": os.path.join(ROOT, "report-templates")})
        time.sleep(took * moment / 22)
        process.kill()
        process.wait()
        found = {name: sum_ for name, sum_ in digests(out).items() if not name.startswith(".")}
        for name, sum_ in found.items():
            expect(sum_ in (before[name], after[name]), f"killed at {moment}/22: {name} is neither the old file nor the new one")
        states.add(found == before)
    expect(True in states, "no run was killed before it wrote")
    with open(os.path.join(out, f".anchang-{process.pid}-0.tmp"), "w") as file:
        file.write("left by a killed run")
    done = run(arguments, program)
    left = [name for name in os.listdir(out) if name.startswith(".")]
    expect(digests(out) == before, "the run after a killed one")
    expect(not left, f"left over by killed runs after the next good one: {left}")
    print("failures: old files stay, exit codes 2 3 4 64 70, killed at 24 moments")


def projects(program, temporary, truth):
    """Several projects in one run: each its own report, whatever a project is called, and nothing outside --out."""
    names = ["云溪里", "../../etc/passwd", "a/b\\c", "..", "bell\x07 and\ttab", "~root", "-rf", "CON", "名" * 150, "$(touch x)", "x\u202etxt.exe"]
    base = os.path.join(temporary, "batch")
    folders = []
    for position, name in enumerate(names):
        folder = os.path.join(base, f"project {position}")
        os.makedirs(folder)
        with open(os.path.join(folder, "来访.csv"), "w", encoding="utf-8") as file:
            file.write("来访时间,客户姓名,联系电话\n" + "".join(f"2026-03-10,赵一,199000000{n:02d}\n" for n in range(position + 1)))
        with open(os.path.join(folder, "项目设置.csv"), "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["设置", "值"], ["项目名称", name]])
        folders.append(folder)
    os.makedirs(os.path.join(base, "empty"))
    with open(os.path.join(base, "list.txt"), "w", encoding="utf-8") as file:
        file.write("# projects of the group\n\n" + "".join(os.path.basename(folder) + "\n" for folder in folders[2:]) + "empty\n")
    before = {path for path, _, _ in os.walk(temporary)}
    out = os.path.join(base, "out", "deep")
    done = run(["report", "weekly", "--data", folders[0], "--data", folders[1], "--list", os.path.join(base, "list.txt"), "--period", "last-week",
                "--today", "2026-03-16", "--as-of", "2026-03-15", "--out", out, "--format", "xml"], program, cwd=base)
    expect(done.returncode == 2, f"several projects, one of them empty: ends with {done.returncode}: {done.stderr[-300:]}")
    made = sorted(os.listdir(out))
    expect(len(made) == len(names), f"several projects: {len(made)} reports of {len(names)}: {made}")
    counts = sorted(int(values(os.path.join(out, name))["visits.count"]) for name in made)
    expect(counts == list(range(1, len(names) + 1)), f"each report its own project's visits: {counts}")
    for name in made:
        expect(os.path.isfile(os.path.join(out, name)) and len(name.encode()) <= 255 and not any(ord(c) < 32 or c in "/\\:\u202e" for c in name)
               and not name.startswith((".", "-", "~")), f"the name of a file: {name!r}")
    expect({path for path, _, _ in os.walk(temporary)} - before == {os.path.dirname(out), out}, "a folder was made outside --out")
    expect(sorted(os.listdir(base)) == sorted(["empty", "list.txt", "out"] + [os.path.basename(folder) for folder in folders]), "something lies outside --out")
    print(f"several projects: {len(names)} with hostile names and an empty one, each its own report inside --out")


def scheduled(program, temporary, truth):
    """The README's crontab line and systemd units, as its user would set them up, in a bare environment."""
    prefix = os.path.join(temporary, "usr-local")
    os.makedirs(os.path.join(prefix, "bin"))
    shutil.copy(program, os.path.join(prefix, "bin", "anchang"))
    shutil.copytree(os.path.join(ROOT, "report-templates"), os.path.join(prefix, "share", "anchang", "report-templates"))
    office = os.path.join(temporary, "srv-office")
    shutil.copytree(os.path.join(temporary, "growing", "10"), os.path.join(office, "data"))
    with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
        readme = file.read()
    line = re.search(r"```cron\n(.*?)\n```", readme, re.S).group(1)
    when, command = line.split(None, 5)[:5], line.split(None, 5)[5]
    expect(when == ["30", "9", "*", "*", "1"] and "%" not in command, f"the crontab line: {line}")
    units = dict(re.findall(r"# /etc/systemd/system/(\S+)\n(.*?)(?=\n# /etc|\Z)", re.search(r"```ini\n(.*?)```", readme, re.S).group(1), re.S))
    place = lambda text: text.replace("/usr/local", prefix).replace("/srv/office", office)
    exec_start = re.search(r"ExecStart=(.*)", units["anchang-weekly.service"]).group(1)
    expect(exec_start == command, "cron and systemd run different commands")
    expect("OnCalendar=Mon 09:30" in units["anchang-weekly.timer"], "the timer's hour")
    for language in ("C", "zh_CN.UTF-8", None):
        bare = {"HOME": "/", "LOGNAME": "office", "SHELL": "/bin/sh", "PATH": "/usr/bin:/bin", "TZ": "Asia/Shanghai"}
        if language:
            bare["LANG"] = language
        done = subprocess.run(["/bin/sh", "-c", place(command)], env=bare, cwd="/", capture_output=True, text=True, timeout=60)
        summary = done.stderr.splitlines()[-1:] or [""]
        expect(done.returncode == 0 and ("写出 2 份文件" in summary[0]), f"the crontab line under LANG={language}: {done.returncode} {summary}")
    expect(len(os.listdir(os.path.join(office, "reports"))) == 2, f"the crontab line made {os.listdir(os.path.join(office, 'reports'))}")
    if shutil.which("systemd-analyze"):
        folder = os.path.join(temporary, "units")
        os.makedirs(folder)
        for name, text in units.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(place(text).replace("User=office\n", ""))
        done = subprocess.run(["systemd-analyze", "verify", *(os.path.join(folder, name) for name in sorted(units))], capture_output=True, text=True)
        said = [line for line in done.stderr.splitlines() if "anchang" in line]
        expect(not said, f"systemd-analyze verify: {said}")
        done = subprocess.run(["systemd-analyze", "calendar", "Mon 09:30"], capture_output=True, text=True)
        expect(done.returncode == 0, "systemd-analyze calendar")
    print("the README's crontab line and systemd units run as they stand")
    return os.path.join(prefix, "bin", "anchang")


def disks(program, temporary, truth):
    """A disk that is really full, and a folder of somebody else."""
    os.chmod(temporary, 0o755)
    folder, sunday = os.path.join(temporary, "growing", "10"), day(truth[-1]["to"])
    disk = os.path.join(temporary, "disk")
    os.makedirs(disk)
    make = " ".join(f"'{word}'" for word in [program, *weekly(folder, sunday + datetime.timedelta(days=1), disk + "/out", sunday)])
    script = f"""mount -t tmpfs -o size=400k tmpfs '{disk}' || exit 77
{make} >/dev/null 2>&1 || exit 78
cd '{disk}/out' && sha256sum * >../before && head -c 400000 /dev/zero >../ballast 2>/dev/null
{make.replace("'--lang' 'zh'", "'--lang' 'en'")} >/dev/null 2>'{temporary}/said'
code=$?
cd '{disk}/out' && sha256sum --quiet -c ../before && test "$(ls -A | wc -l)" = 2 && exit $code
exit 79"""
    done = subprocess.run(["unshare", "-r", "-m", "/bin/sh", "-c", script], capture_output=True, text=True) if shutil.which("unshare") else None
    if done is None or done.returncode == 77 or "unshare:" in done.stderr:
        print("a full disk: no small disk can be mounted here, not tried")
    else:
        with open(os.path.join(temporary, "said"), encoding="utf-8") as file:
            expect(done.returncode == 4 and "No space left" in file.read(), f"a full disk: {done.returncode} {done.stderr[-200:]}")
        print("a full disk: exit 4, last week's files as they were, nothing left")
    if os.getuid() == 0 and shutil.which("setpriv"):
        out = os.path.join(temporary, "theirs")
        arguments = weekly(folder, sunday + datetime.timedelta(days=1), out, sunday)
        run(arguments, program)
        before = digests(out)
        nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        done = subprocess.run([*nobody, program, *arguments], env={"PATH": "/usr/bin:/bin"}, cwd="/", capture_output=True, text=True)
        expect(done.returncode == 4 and digests(out) == before, f"a folder without the right to write: {done.returncode} {done.stderr[-200:]}")
        print("a folder of somebody else: exit 4, files as they were")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    program = os.path.abspath(parser.parse_args().program)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as temporary:
        subprocess.run([sys.executable, os.path.join(ROOT, "fixtures/weekly-growing/generate.py"), os.path.join(temporary, "growing")], check=True)
        truth = table(os.path.join(temporary, "growing", "truth.csv"))
        late = table(os.path.join(temporary, "growing", "late.csv"))
        issued = grow(program, temporary, truth, late)
        restated(program, temporary, truth, late, issued)
        reasons(program, temporary, truth, late)
        zones(program, temporary, truth)
        failures(program, temporary, truth)
        projects(program, temporary, truth)
        disks(scheduled(program, temporary, truth), temporary, truth)
    print(f"{len(problems)} wrong, {time.monotonic() - began:.0f} s")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
