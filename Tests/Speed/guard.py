#!/usr/bin/env python3
"""guard.py --program BIN [--write]: instructions of a few runs, as valgrind counts them, against
limits.txt. More than a tenth above what is written there fails; a tenth below asks for new limits.
GB18030 may cost half as much again as UTF-8.
Processor time would depend on the machine and what else it does; instructions do not."""
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
LIMITS = f"{HERE}/limits.txt"
UTF8 = "one figure of 20000 visits"
GB18030 = "one figure of 20000 visits in GB18030"
OFFICE = ["--data", "fixtures/office-week", "--as-of", "2026-11-22", "--period", "2026-W47"]


def runs(folder):
    year = f"{folder}/year"
    subprocess.run([sys.executable, f"{HERE}/generate.py", "20000", year], check=True)
    scope = ["--as-of", "2025-12-31", "--period", "2025-W47"]
    long = ["--data", year, *scope]
    os.mkdir(f"{folder}/gb18030")
    for name in os.listdir(year):
        with open(f"{year}/{name}", encoding="utf-8", newline="") as file:
            text = file.read()
        with open(f"{folder}/gb18030/{name}", "w", encoding="gb18030", newline="") as file:
            file.write(text)
    return {
        "weekly report of the office's week": ["report", "weekly", *OFFICE, "--out", f"{folder}/out"],
        "one figure of the office's week": ["figures", "visits.count", *OFFICE],
        "weekly report of 20000 visits": ["report", "weekly", *long, "--out", f"{folder}/out"],
        UTF8: ["figures", "visits.count", *long],
        GB18030: ["figures", "visits.count", "--data", f"{folder}/gb18030", *scope],
    }


def instructions(program, command, folder):
    result = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/callgrind", program, *command],
        capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    found = re.search(r"I\s+refs:\s+([\d,]+)", result.stderr)
    if not found:
        sys.exit(f"valgrind counted nothing: {result.stderr[-500:]}")
    return int(found[1].replace(",", ""))


def main():
    program = sys.argv[sys.argv.index("--program") + 1]
    with tempfile.TemporaryDirectory() as folder:
        # The symbols of the debugger are more than valgrind reads.
        plain = f"{folder}/anchang"
        subprocess.run(["strip", "-g", "-o", plain, program], check=True)
        found = {name: instructions(plain, command, folder) for name, command in runs(folder).items()}
    if "--write" in sys.argv:
        with open(LIMITS, "w", encoding="utf-8") as file:
            for name, count in found.items():
                file.write(f"{count / 1e6:.0f} {name}\n")
        return
    failed = False
    with open(LIMITS, encoding="utf-8") as file:
        limits = {name: float(count) for count, name in (line.strip().split(" ", 1) for line in file)}
    for name, count in found.items():
        millions, limit = count / 1e6, limits[name]
        verdict = "too many" if millions > limit * 1.1 else "write a lower limit" if millions < limit * 0.9 else "ok"
        failed = failed or verdict == "too many"
        print(f"{millions:8.0f} million instructions, written {limit:.0f}: {verdict}: {name}")
    ratio = found[GB18030] / found[UTF8]
    print(f"GB18030 to UTF-8: {ratio:.2f}")
    if ratio > 1.5:
        sys.exit("GB18030 costs more than one and a half times what UTF-8 costs")
    if failed:
        sys.exit("slower than written in Tests/Speed/limits.txt by more than a tenth")


main()
