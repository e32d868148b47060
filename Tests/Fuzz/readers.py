#!/usr/bin/env python3
"""readers.py --program FuzzReaders [--seconds N] [--keep DIR] [--renew]: libFuzzer over what reads bytes and cells.

The corpus is `corpus.txt`, one input a line in base64; with the cells of mutations.py and the heads of the fixtures it is
where libFuzzer begins. First every input of it is run once, then new ones for the given time, with a fixed seed. `--renew`
writes the smallest inputs that reach all that was reached back into `corpus.txt`. What ends the program badly is kept in DIR."""

import argparse
import base64
import glob
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, HERE)

import mutations                                                                  # noqa: E402

CORPUS = os.path.join(HERE, "corpus.txt")
# An input this long holds a header and some rows; longer ones only cost time.
LENGTH = 400
# `detect_leaks=0`: the leak check needs ptrace, which containers forbid.
ENVIRONMENT = dict(os.environ, ASAN_OPTIONS="detect_leaks=0", UBSAN_OPTIONS="halt_on_error=1")


def seeds():
    """Hand-made inputs: hostile cells for the value readers, small files for the scanner, encodings and loader."""
    for cell in mutations.CELLS:
        for first in (b"\x00", b"\x16", b"\x21"):
            yield b"v" + first + cell.encode("utf-8")[:LENGTH]
    for piece in mutations.PIECES:
        yield b"r\x00\x05" + piece + b"a,b\n" + piece
        yield b"e\x00\x05" + piece + "来访,安\n".encode("gb18030") + piece
    for path in sorted(glob.glob(os.path.join(ROOT, "fixtures", "tiny", "*.csv"))):
        data = open(path, "rb").read()[:LENGTH]
        for number in range(6):
            yield b"o" + bytes([number]) + data


def kept():
    with open(CORPUS, encoding="ascii") as lines:
        return [base64.b64decode(line) for line in lines]


def fill(folder, inputs):
    os.makedirs(folder)
    for number, data in enumerate(inputs):
        with open(os.path.join(folder, f"{number:05}"), "wb") as target:
            target.write(data)


def run(program, arguments):
    done = subprocess.run([program] + arguments, env=ENVIRONMENT, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, check=False)
    return done.returncode, done.stderr.decode("utf-8", "replace")


def renew(program, folders, folder):
    """The corpus as few and as short inputs."""
    small = os.path.join(folder, "small")
    os.makedirs(small)
    status, text = run(program, ["-merge=1", "-use_counters=0", f"-max_len={LENGTH}", small] + folders)
    if status:
        sys.exit(text[-3000:])
    inputs = sorted((open(path, "rb").read() for path in glob.glob(os.path.join(small, "*"))), key=lambda data: (data[:1], len(data), data))
    with open(CORPUS, "w", encoding="ascii") as target:
        target.writelines(base64.b64encode(data).decode("ascii") + "\n" for data in inputs)
    print(f"{len(inputs)} inputs in {os.path.relpath(CORPUS, ROOT)}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--keep", default="/tmp")
    parser.add_argument("--renew", action="store_true")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    folder = tempfile.mkdtemp(prefix="anchang-readers-")
    try:
        corpus, found = os.path.join(folder, "corpus"), os.path.join(folder, "found")
        fill(corpus, kept() + list(seeds()))
        os.makedirs(found)
        status, text = run(program, [
            found, corpus, "-seed=1", f"-max_total_time={options.seconds}", f"-max_len={LENGTH}", "-timeout=5", "-rss_limit_mb=3000",
            f"-artifact_prefix={options.keep}/reader-", "-print_final_stats=0", "-use_value_profile=0"])
        if status:
            print(text[-4000:])
            return 1
        print(text.strip().split("\n")[-1], f"({len(os.listdir(corpus))} to begin with, {len(os.listdir(found))} new ones)")
        if options.renew:
            renew(program, [corpus, found], folder)
        return 0
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
