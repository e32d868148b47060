#!/usr/bin/env python3
"""The lines 各节 of report-templates/DOCUMENTS.md: what feeds each section of each document.

    sections.py [--write]

Compares them with the templates, or writes them anew. A section is computed, typed (a slot of the
texts file, else a ruled box) or a fixed list.
"""

import glob
import os
import re
import sys
import xml.etree.ElementTree as tree

SPACE = "{urn:anchang:report:1}"
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "report-templates")
PAGE = os.path.join(FOLDER, "DOCUMENTS.md")
WORDS = {"{period.name}": "本期", "{period.next}": "下期", "{period.previous}": "上期", "{each.name}": "每人一页",
         "{each.project}": "每个竞品", "{each.staff}": "每位顾问"}


def nodes(root):
    """All elements below, those of included parts with them."""
    for child in root:
        yield child
        if child.tag == SPACE + "include":
            yield from nodes(tree.parse(os.path.join(FOLDER, "parts", child.get("part") + ".xml")).getroot())
        else:
            yield from nodes(child)


def is_computed(node):
    name = node.tag.replace(SPACE, "")
    if name in ("table", "chart", "metrics", "board") or name in ("list", "timeline", "checklist") and node.get("of"):
        return True
    if name == "p":
        return re.search(r"\{(?!period|project|as-of|day|rules)[a-z]", node.text or "") is not None
    return name == "item" and any(node.get(check) for check in ("none", "some", "filled"))


def fed_by(section):
    found = list(nodes(section))
    words = ["算"] if any(map(is_computed, found)) else []
    if any(node.tag == SPACE + "item" and not is_computed(node) for node in found):
        words.append("固定条目")
    slots = [f"`{node.get('slot')}`" for node in found if node.tag == SPACE + "fill"]
    if slots:
        words.append("填 " + " ".join(slots))
    return "，".join(words) or "说明"


def title(section):
    text = re.sub(r"^[一二三四五六七八九十]+、", "", section.get("title"))
    for mark, word in WORDS.items():
        text = text.replace(mark, word)
    return text


def line(root):
    parts = [f"{title(child)}（{fed_by(child)}）" for child in root if child.tag == SPACE + "section"]
    slots = [f"`{child.get('slot')}`" for child in root if child.tag == SPACE + "fill"]
    if slots:
        parts.append("末尾（填 " + " ".join(slots) + "）")
    return "- 各节：" + "；".join(parts) + "。\n"


def main():
    with open(PAGE, encoding="utf-8") as file:
        page = file.read()
    for path in sorted(glob.glob(os.path.join(FOLDER, "*.xml"))):
        root = tree.parse(path).getroot()
        if root.tag != SPACE + "report":
            continue
        start = page.find(f"· `{root.get('name')}`")
        if start < 0:
            sys.exit(f"DOCUMENTS.md has no entry for {root.get('name')}")
        end = page.index("![", start)
        entry = re.sub(r"- 各节：.*\n", "", page[start:end]).rstrip("\n")
        page = page[:start] + entry + "\n" + line(root) + "\n" + page[end:]
    if "--write" in sys.argv:
        with open(PAGE, "w", encoding="utf-8") as file:
            file.write(page)
        return
    with open(PAGE, encoding="utf-8") as file:
        if file.read() != page:
            sys.exit("report-templates/DOCUMENTS.md is out of date: make write-references")


if __name__ == "__main__":
    main()
