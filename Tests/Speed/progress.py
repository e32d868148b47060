#!/usr/bin/env python3
"""progress.py BIN: a long file shows on a terminal how far it is read, and takes the line away; a pipe
gets nothing of it."""
import os
import pty
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def on_terminal(command):
    """What the command writes to a terminal."""
    child, terminal = pty.fork()
    if child == 0:
        os.execv(command[0], command)
    written = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        written += part
    os.waitpid(child, 0)
    return written.decode("utf-8", "replace")


def main():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, f"{HERE}/generate.py", "1600000", folder], check=True)
        command = [os.path.abspath(sys.argv[1]), "figures", "visits.count", "--data", folder, "--as-of",
                   "2025-12-31", "--period", "2025-W47"]
        shown = on_terminal(command)
        if "来访.csv █" not in shown or "%" not in shown:
            sys.exit(f"nothing of the reading was shown: {shown[:300]!r}")
        last = shown.rindex("%")
        if "\r\x1b[K" not in shown[last:]:
            sys.exit("the line was not taken away")
        for told in (on_terminal([*command, "--quiet"]), subprocess.run(command, capture_output=True, text=True).stderr):
            if "█" in told or "\x1b" in told:
                sys.exit(f"shown where no person looks: {told[:300]!r}")


main()
