#!/usr/bin/env python3
"""bench.py --program BIN [--rows 5000,100000,1000000] [--runs 5] [--curve FILE.svg]

The weekly report (identity, checks, rejects, all figures, HTML and XML) beside whatever other engines
are installed, which make figures only: wall time, processor time and peak memory, medians of runs that
take turns, and the ratio to the fastest of the others. The figures that both have must be equal."""
import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
MONDAY, PERIOD, AS_OF = "2025-11-17", "2025-W47", "2025-12-31"


def measure(command):
    """Wall seconds, processor seconds, peak MiB."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"failed: {' '.join(command)}")
    wall = time.perf_counter() - start
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def installed():
    engines = ["csv"]
    for name in ("duckdb", "polars"):
        if subprocess.run([sys.executable, "-c", f"import {name}"], capture_output=True).returncode == 0:
            engines.append(name)
    return engines


def check(program, folder, engine):
    """The figures that both have."""
    ids = ["visits.count", "calls.count", "concentration.customers.count",
           "concentration.customers.for80-count"]
    ours = json.loads(subprocess.run(
        [program, "figures", *ids, "--data", folder, "--as-of", AS_OF, "--period", PERIOD, "--format", "json"],
        capture_output=True, check=True).stdout)["figures"]
    theirs = json.loads(subprocess.run(
        [sys.executable, f"{HERE}/peers.py", engine, folder, MONDAY], capture_output=True, check=True).stdout)
    wanted = [theirs["visits"][0], theirs["calls"][0], theirs["customers"], theirs["for80"]]
    wanted_before = [theirs["visits"][1], theirs["calls"][1]]
    found = [ours[name]["value"] for name in ids]
    found_before = [ours[name]["previous"] for name in ids[:2]]
    if found != wanted or found_before != wanted_before:
        sys.exit(f"figures differ from {engine}: {found} {found_before}, not {wanted} {wanted_before}")


def size_of(folder):
    return sum(os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder))


def curve(points, path):
    """Wall time and memory over rows, both axes logarithmic."""
    import math
    width, height, left, top = 640, 320, 64, 24
    xs = [math.log10(p[0]) for p in points]

    def line(values, color, form, dy):
        logs = [math.log10(v) for v in values]
        low, high = math.floor(min(logs)), math.ceil(max(logs))
        place = [(left + (x - xs[0]) / (xs[-1] - xs[0]) * (width - left - 90),
                  top + (high - v) / (high - low) * (height - top - 48)) for x, v in zip(xs, logs)]
        dots = "".join(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{color}"/><text x="{x:.1f}" y="{y + dy:.1f}" '
            f'fill="{color}" text-anchor="middle">{form(value)}</text>' for (x, y), value in zip(place, values))
        path_ = " ".join(f"{x:.1f},{y:.1f}" for x, y in place)
        return f'<polyline points="{path_}" fill="none" stroke="{color}" stroke-width="2"/>{dots}'
    labels = "".join(
        f'<text x="{left + (x - xs[0]) / (xs[-1] - xs[0]) * (width - left - 90):.1f}" y="{height - 16}" '
        f'text-anchor="middle">{p[0]:,}</text>' for x, p in zip(xs, points))
    body = (line([p[1] for p in points], "#0b5c8a", lambda seconds: f"{seconds:.2f} s", -10)
            + line([p[3] for p in points], "#a8531a", lambda size: f"{size:.0f} MiB", 18))
    with open(path, "w", encoding="utf-8") as file:
        file.write(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" '
            f'font-size="12" role="img"><title>Weekly report: seconds and memory over rows of visits, both '
            f'logarithmic</title><rect width="100%" height="100%" fill="#fff"/>{labels}{body}</svg>\n')


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--program", required=True)
    options.add_argument("--rows", default="5000,100000,1000000")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--curve")
    options = options.parse_args()
    engines, points = installed(), []
    print("| visits | CSV MiB | engine | wall s | cpu s | peak MiB | wall, ours to it |")
    print("| ---: | ---: | --- | ---: | ---: | ---: | ---: |")
    for rows in map(int, options.rows.split(",")):
        folder = tempfile.mkdtemp(prefix="anchang-bench-")
        try:
            subprocess.run([sys.executable, f"{HERE}/generate.py", str(rows), folder], check=True)
            commands = {"anchang": [
                options.program, "report", "weekly", "--data", folder, "--as-of", AS_OF, "--period", PERIOD,
                "--out", os.path.join(folder, "out")]}
            for engine in engines:
                if engine == "csv" and rows > 1_000_000:
                    continue
                check(options.program, folder, engine)
                commands[engine] = [sys.executable, f"{HERE}/peers.py", engine, folder, MONDAY]
            size = size_of(folder) / 2 ** 20
            runs = {name: [] for name in commands}
            for _ in range(options.runs):
                for name, command in commands.items():
                    runs[name].append(measure(command))
            middle = {name: [statistics.median(column) for column in zip(*taken)] for name, taken in runs.items()}
            for name, (wall, cpu, peak) in middle.items():
                ratio = f"{middle['anchang'][0] / wall:.2f}" if name != "anchang" else ""
                print(f"| {rows:,} | {size:.1f} | {name} | {wall:.3f} | {cpu:.3f} | {peak:.0f} | {ratio} |", flush=True)
            points.append((rows, *middle["anchang"]))
        finally:
            shutil.rmtree(folder)
    if options.curve:
        curve(points, options.curve)


if __name__ == "__main__":
    main()
