#!/usr/bin/env python3
"""fuzz.py --program anchang [--seeds A-B] [--seconds N] [--jobs N] [--keep DIR]: broken offices for the built program.

Each seed makes one folder out of a fixture or a generated office and does something to it (mutations.py). Then it asks

- that `check`, `figures` and `report` end by a documented code, in time, without a word of a crash;
- that findings are JSON, figures are JSON, reports are XML, and nothing is left in the folder but reports;
- that for every file rows = counted + outside + duplicates + not counted + skipped + rejected;

and, where the folder can still be understood row by row, that the figures stay the same when its rows are shuffled, a
file is cut in two, and its files are written in another encoding, with other separators, line ends and quotes.
A failing seed is printed with what to type to see it again; `--keep DIR` keeps its folder."""

import argparse
import concurrent.futures
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [os.path.join(ROOT, "fixtures"), os.path.join(ROOT, "fixtures", "offices"), HERE]

from generate_office import Office                                                # noqa: E402
import mutations                                                                  # noqa: E402
from seeded import Seeded                                                         # noqa: E402
import sheets                                                                     # noqa: E402

TIMEOUT = 20
SETTINGS = ("项目设置", "词语对照", "列名对照", "columns", "words", "project", "文字")
FIXTURES = {
    "tiny": ("fixtures/tiny", "2026-W10", "2026-03-08"),
    "competitors": ("fixtures/competitors", "2026-W10", "2026-03-08"),
    "launch": ("fixtures/launch/small", "2026-W10", "2026-03-08"),
}
BALANCE = ["counted", "outside", "duplicates", "excluded", "skipped", "rejected"]


class Wrong(Exception):
    """What must not happen."""


class Case:
    """One seed: its folder and what is asked about it."""

    def __init__(self, program, seed, folder):
        self.program, self.seed, self.folder = program, seed, folder
        self.rng = Seeded(seed * 1000003 + 17)
        self.runs = 0
        self.files, self.period, self.as_of = self.office()

    def office(self):
        """Files of the office before anything is done to it."""
        kind = self.rng.below(5)
        if kind < 3:
            source, period, as_of = FIXTURES[self.rng.pick(sorted(FIXTURES))]
            names = sorted(glob.glob(os.path.join(ROOT, source, "*.csv")))
            files = {os.path.basename(n): open(n, "rb").read() for n in names if not n.endswith("expected.csv")}
            return files, period, as_of
        office = Office(self.rng.below(1 << 30))
        files = {name: data for name, data in office.build() if name.endswith(".csv")}
        return files, f"{office.first}..{office.last}", str(office.as_of)

    # -- the program

    def run(self, arguments, codes):
        self.runs += 1
        command = [self.program] + arguments
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC",
                       "ANCHANG_TEMPLATES": os.path.join(ROOT, "report-templates")}
        try:
            done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            raise Wrong(f"no end within {TIMEOUT} s: {' '.join(command)}")
        if done.returncode not in codes:
            raise Wrong(f"ends by {done.returncode}: {' '.join(command)}\n{done.stderr.decode('utf-8', 'replace')[-1500:]}")
        for word in (b"Fatal error", b"Sanitizer", b"runtime error:"):
            if word in done.stderr or word in done.stdout:
                raise Wrong(f"{word.decode()}: {' '.join(command)}\n{done.stderr.decode('utf-8', 'replace')[-1500:]}")
        return done

    def data(self, folder):
        return ["--data", folder, "--period", self.period, "--as-of", self.as_of]

    def figures(self, folder, quick=False):
        """Every figure as JSON; None when the folder was refused."""
        done = self.run(["figures", "--format", "json", "--diagnostics", "json"] + self.data(folder), (0, 2))
        for line in done.stderr.decode("utf-8").split("\n")[:-1]:
            try:
                json.loads(line)
            except ValueError:
                raise Wrong(f"not JSON on standard error: {line[:300]}")
        if done.returncode == 2:
            if done.stdout:
                raise Wrong("refused, but with output")
            return None
        try:
            figures = json.loads(done.stdout, parse_constant=lambda word: float("nan"))["figures"]
        except ValueError as error:
            raise Wrong(f"figures are not JSON: {error}")
        self.balance(figures["data.balance"])
        return figures

    def balance(self, table):
        for row in table["rows"]:
            cells = dict(zip(table["columns"], row))
            if cells["rows"] is not None and cells["rows"] != sum(cells[c] for c in BALANCE):
                raise Wrong(f"the balance does not add up: {cells}")

    def survives(self, folder):
        """Every command on whatever there is."""
        self.run(["check", "--rejects", os.path.join(self.folder, "rejects.csv")] + self.data(folder), (0, 2))
        file = self.rng.pick(sorted(os.listdir(folder)))
        self.run(["columns", os.path.join(folder, file)], (0, 2))
        self.run(["check", "--data", os.path.join(folder, file)], (0, 2))
        answer = self.run(["why", f"{file}:{self.rng.between(1, 20)}"] + self.data(folder), (0, 2, 64))
        if answer.returncode == 64 and b" lines\n" not in answer.stderr and b" has no line " not in answer.stderr:
            raise Wrong(f"why {file} refused: {answer.stderr.decode('utf-8', 'replace')[-500:]}")
        self.run(["explain", self.rng.pick(["visits.first-conversion", "deals.amount", "visits.by-channel", "deals.list", "competitors.summary"])] + self.data(folder), (0, 2))
        out = os.path.join(self.folder, "out")
        shutil.rmtree(out, ignore_errors=True)
        name = self.rng.pick(["weekly", "weekly", "competitors", "audit", "launch", "customers"])
        done = self.run(["report", name, "--out", out] + self.data(folder), (0, 2))
        left = sorted(os.listdir(out)) if os.path.isdir(out) else []
        if done.returncode == 2 and left:
            raise Wrong(f"failed, but left {left}")
        for file in left:
            path = os.path.join(out, file)
            if file.endswith(".xml"):
                try:
                    xml.etree.ElementTree.parse(path)
                except xml.etree.ElementTree.ParseError as error:
                    raise Wrong(f"{file} is not XML: {error}")
            elif file.endswith(".html"):
                text = open(path, encoding="utf-8").read()
                for word in ('="NaN', '="nan', '="inf', '="-inf', "onerror=alert(1)>"):
                    if word in text:
                        raise Wrong(f"{file} holds {word}")
            elif file != "rejects.csv":
                raise Wrong(f"left behind: {file}")

    # -- the folder

    def write(self, name, files):
        folder = os.path.join(self.folder, name)
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        for file, data in files.items():
            with open(os.path.join(folder, file), "wb") as target:
                target.write(data)
        return folder

    def broken(self):
        """Bytes changed: nothing is known of such a folder but that it must be survived."""
        names = sorted(self.files)
        for _ in range(self.rng.between(1, 3)):
            name = self.rng.pick(names)
            if self.rng.chance(12):
                self.files[name] = mutations.noise(self.rng)
            else:
                others = [self.files[n] for n in names] + [mutations.noise(self.rng)]
                self.files[name] = mutations.bytes_changed(self.rng, self.files[name], others)
        folder = self.write("broken", self.files)
        self.figures(folder)
        self.survives(folder)

    def dented(self):
        """Cells, rows and columns changed; then the same figures must come from the same rows written otherwise."""
        for name in sorted(self.files):
            if self.rng.chance(15 if name.startswith(SETTINGS) else 40):
                sheet = sheets.Sheet(self.files[name])
                mutations.cells_changed(self.rng, sheet)
                if self.rng.chance(20):
                    mutations.shape_changed(self.rng, sheet)
                self.files[name] = sheet.write()
        folder = self.write("dented", self.files)
        figures = self.figures(folder)
        if self.rng.chance(30):
            self.survives(folder)
        variants = [self.shuffled, self.cut, self.respelled]
        for variant in variants:
            files = variant()
            if files is not None:
                other = self.figures(self.write("other", files))
                self.compare(figures, other, variant.__name__)

    def rows_of(self, name):
        """The sheet of a file of dated rows; None where order or files have a meaning, or nothing can be told."""
        if name.startswith(SETTINGS) or sheets.decoded(self.files[name]) is None:
            return None
        sheet = sheets.Sheet(self.files[name])
        return sheet if sheet.rows else None

    def shuffled(self):
        files = dict(self.files)
        for name in sorted(files):
            sheet = self.rows_of(name)
            if sheet:
                sheets.shuffled(self.rng, sheet)
                files[name] = sheet.write()
        return files

    def cut(self):
        names = [n for n in sorted(self.files) if n.startswith(("来电", "来访", "成交", "回款"))]
        if not names:
            return None
        name = self.rng.pick(names)
        sheet = self.rows_of(name)
        if not sheet or not sheets.can_be_cut(sheet):
            return None
        files = dict(self.files)
        rows, second = sheet.rows, sheets.halves(self.rng, sheet)
        # "+" stands before ".": the two halves stand where the file stood.
        for part, file in ((False, name.replace(".csv", "+.csv")), (True, name)):
            sheet.rows = [row for row, side in zip(rows, second) if side is part]
            files[file] = sheet.write()
        return files

    def respelled(self):
        files = dict(self.files)
        for name in sorted(files):
            sheet = self.rows_of(name)
            if sheet:
                files[name] = sheet.write(
                    encoding=self.rng.pick(sheets.ENCODINGS), separator=self.rng.pick([",", "\t", ";", "|"]) if len(sheet.header) > 1 else None,
                    line_end=self.rng.pick(["\n", "\r\n", "\r"]), quote_all=self.rng.chance(50))
        return files

    def compare(self, figures, other, what):
        if (figures is None) != (other is None):
            raise Wrong(f"{what}: refused in one spelling only")
        if figures is None:
            return
        for name in figures:
            # Tables that name lines of files differ with the lines.
            if name.startswith("data.") or (isinstance(figures[name], dict) and "line" in figures[name].get("columns", [])):
                continue
            one, two = comparable(figures[name]), comparable(other[name])
            if one != two:
                raise Wrong(f"{what}: {name}\n  {json.dumps(one, ensure_ascii=False)[:1500]}\n  {json.dumps(two, ensure_ascii=False)[:1500]}")

    def play(self):
        if self.rng.chance(50):
            self.broken()
        else:
            self.dented()


def comparable(figure):
    """A figure without what depends on where a row stands: the order of the rows of lists."""
    if not isinstance(figure, dict) or "rows" not in figure or not isinstance(figure["rows"], list):
        return figure
    return dict(figure, rows=sorted(figure["rows"], key=lambda row: json.dumps(row, ensure_ascii=False)))


def play(program, seed, keep):
    folder = tempfile.mkdtemp(prefix=f"anchang-fuzz-{seed}-")
    try:
        case = Case(program, seed, folder)
        case.play()
        return seed, case.runs, None
    except Wrong as error:
        if keep:
            shutil.copytree(folder, os.path.join(keep, str(seed)), dirs_exist_ok=True)
        return seed, 0, str(error)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--seeds", default="1-100")
    parser.add_argument("--seconds", type=int, default=3600, help="stop after this time, however many seeds are left")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep")
    options = parser.parse_args()
    first, _, last = options.seeds.partition("-")
    seeds = range(int(first), int(last or first) + 1)
    program = os.path.abspath(options.program)
    begin, runs, done, failed = time.monotonic(), 0, 0, 0
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        waiting = iter(seeds)
        futures = {pool.submit(play, program, s, options.keep) for _, s in zip(range(options.jobs * 2), waiting)}
        while futures:
            finished, futures = concurrent.futures.wait(futures, return_when=concurrent.futures.FIRST_COMPLETED)
            for future in finished:
                seed, count, error = future.result()
                runs, done = runs + count, done + 1
                if error:
                    failed += 1
                    print(f"seed {seed}: {error}\n  again: Tests/Fuzz/fuzz.py --program {options.program} --seeds {seed} --keep /tmp/fuzz", flush=True)
                seed = next(waiting, None) if time.monotonic() - begin < options.seconds else None
                if seed is not None:
                    futures.add(pool.submit(play, program, seed, options.keep))
    print(f"{done - failed} passed, {failed} failed")
    print(f"{runs} runs of the program in {time.monotonic() - begin:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
