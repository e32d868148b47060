#!/usr/bin/env python3
"""Compares every report's HTML with its XML: the same figures, exact and as shown, and the same rows.

    same.py FOLDER

Reads both with Python's standard library alone. Each named figure (in sentences, headline figures and
proofs) and each cell of each table must stand in both with the same exact value and the same text.
A chart's numbers need no table of their own in the HTML where a table beside shows all of them.
A figure that several reports of one folder name for the same days has one exact value in all of them.
"""

import collections
import html.parser
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

NAMESPACE = "{urn:anchang:report:1}"


def folded(text):
    return re.sub(r"\s+", " ", text or "").strip()


class Page(html.parser.HTMLParser):
    """Figures and tables of an HTML report, in order."""

    VALUES = ("data", "abbr", "time")

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.figures = []
        self.tables = []
        self.table = None
        self.cell = None
        self.value = None
        self.quiet = 0

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag in ("footer", "style", "svg") or (tag == "span" and found.get("class") == "unseen"):
            self.quiet += 1
        if tag in self.VALUES:
            exact = found.get("value", found.get("data-value", found.get("datetime")))
            self.value = {"of": found.get("data-of"), "exact": exact, "text": "",
                          "missing": tag == "abbr"}
        if tag == "table":
            self.table = {"of": found.get("data-of"), "keys": [], "rows": []}
        elif tag == "th" and "data-key" in found and self.table:
            self.table["keys"].append(found["data-key"])
        elif tag == "tr" and self.table is not None:
            self.table["rows"].append([])
        elif tag in ("td", "th") and self.table is not None:
            self.cell = {"exact": None, "text": "", "missing": False, "small": 0}
        elif tag == "small" and self.cell is not None:
            self.cell["small"] += 1

    def handle_endtag(self, tag):
        if tag in self.VALUES and self.value is not None:
            value, self.value = self.value, None
            value["text"] = folded(value["text"])
            if self.cell is not None:
                self.cell["exact"] = value["exact"]
                self.cell["missing"] = value["missing"]
            if value["of"] and not self.quiet:
                self.figures.append((value["of"], value["exact"], value["text"]))
        elif tag == "small" and self.cell is not None:
            self.cell["small"] -= 1
        elif tag in ("td", "th") and self.table is not None and self.cell is not None:
            cell, self.cell = self.cell, None
            if self.table["rows"]:
                self.table["rows"][-1].append((cell["exact"], folded(cell["text"]), cell["missing"]))
        elif tag == "table" and self.table is not None:
            table, self.table = self.table, None
            table["rows"] = [row for row in table["rows"] if row]
            if table["keys"] and not self.quiet:
                self.tables.append(table)
        if tag in ("footer", "style", "svg") or (tag == "span" and self.quiet):
            self.quiet = max(self.quiet - 1, 0)

    def handle_data(self, text):
        if self.value is not None:
            self.value["text"] += text
        if self.cell is not None and not self.cell["small"]:
            self.cell["text"] += text


def exact(node):
    """The exact value of an XML element, as the HTML writes it; None where it is missing."""
    if "numerator" in node.attrib:
        return node.get("numerator") + "/" + node.get("denominator")
    return node.get("value")


def own_text(node):
    return folded(node.text)


def table_of(node):
    keys = [column.get("key") for column in node.iter(NAMESPACE + "column")]
    rows = []
    for row in node:
        if row.tag not in (NAMESPACE + "row", NAMESPACE + "total"):
            continue
        rows.append([(exact(cell), folded("".join(cell.itertext())))
                     for cell in row.iter(NAMESPACE + "cell")])
    return {"of": node.get("of"), "keys": keys, "rows": rows}


def same_cell(html_cell, xml_cell):
    (html_exact, html_text, is_missing), (xml_exact, xml_text) = html_cell, xml_cell
    if html_text != xml_text:
        return False
    if html_exact is None:      # words and days need no attribute
        return is_missing or xml_exact in (None, xml_text)
    return html_exact == xml_exact


def same_rows(a, b):
    return a["keys"] == b["keys"] and len(a["rows"]) == len(b["rows"]) and all(
        len(x) == len(y) and all(same_cell(p, q) for p, q in zip(x, y))
        for x, y in zip(a["rows"], b["rows"]))


def stands_beside(numbers, tables):
    """Whether a table shows every cell of a chart's numbers."""
    for table in tables:
        if table["of"] != numbers["of"] or not set(numbers["keys"]) <= set(table["keys"]):
            continue
        places = [table["keys"].index(key) for key in numbers["keys"]]
        if len(table["rows"]) >= len(numbers["rows"]) and all(
                all(place < len(shown) and shown[place][1] == cell[1]
                    for cell, place in zip(row, places))
                for row, shown in zip(numbers["rows"], table["rows"])):
            return True
    return False


def compare(html_path, xml_path):
    page = Page()
    with open(html_path, encoding="utf-8") as file:
        page.feed(file.read())
    root = ElementTree.parse(xml_path).getroot()
    found = []

    in_proofs = {id(node) for part in root.iter(NAMESPACE + "proofs") for node in part.iter()}
    named = [NAMESPACE + tag for tag in ("value", "metric", "actual", "target", "rate", "elapsed")]
    in_tables = {id(node) for tag in ("table", "board") for part in root.iter(NAMESPACE + tag)
                 for node in part.iter()}
    figures = collections.Counter()
    for node in root.iter():
        if node.tag in named and node.get("of") and id(node) not in in_tables:
            figures[(node.get("of"), exact(node), own_text(node))] += 1
    shown = collections.Counter(page.figures)
    # Proofs show a quotient with both sides, and the compared value of a headline figure may stand
    # in words: every pair of one side must stand in the other, whatever the number of times.
    cells = {(cell.get("of"), exact(cell), folded("".join(cell.itertext())))
             for cell in root.iter(NAMESPACE + "cell") if cell.get("of")}
    for key in sorted(set(shown) - set(figures) - cells, key=str):
        found.append(f"only in the HTML: {key}")
    page_values = {(of, value) for of, value, _ in page.figures}
    for node in root.iter():
        if node.tag not in named or not node.get("of") or id(node) in in_tables:
            continue
        key = (node.get("of"), exact(node))
        if id(node) in in_proofs or key in page_values:
            continue
        found.append(f"only in the XML: {key} {own_text(node)!r}")

    charts = {id(table) for chart in root.iter(NAMESPACE + "chart")
              for table in chart.iter(NAMESPACE + "table")}
    all_tables = list(root.iter(NAMESPACE + "table"))
    tables = [(table_of(node), id(node) in charts) for node in all_tables]
    plain = [table for table, _ in tables]
    rest = list(page.tables)
    for table, is_chart in sorted(tables, key=lambda entry: entry[1]):
        # A chart without any number says so in words.
        if not table["rows"] or is_chart and all(
                cell[0] is None for row in table["rows"] for cell in row[1:]):
            continue
        at = next((i for i, other in enumerate(rest) if same_rows(other, table)), None)
        if at is not None:
            rest.pop(at)
        elif not (is_chart and stands_beside(table, [t for t in plain if t is not table])):
            near = next((t for t in rest if t["keys"] == table["keys"] and t["of"] == table["of"]), None)
            detail = ""
            if near:
                for x, y in zip(near["rows"], table["rows"]):
                    pairs = [(p, q) for p, q in zip(x, y) if not same_cell(p, q)]
                    if pairs:
                        detail = f": {pairs[0]}"
                        break
            found.append(f"table {table['of']} {table['keys']} differs{detail}")
    for table in rest:
        found.append(f"table only in the HTML: {table['of']} {table['keys']}")
    count = sum(figures.values()) + sum(len(row) for table in plain for row in table["rows"])
    return found, count


def named_values(xml_path):
    """What a report names: (project, first day, last day, as-of, figure) and exact value."""
    root = ElementTree.parse(xml_path).getroot()
    head = tuple(root.get(name) for name in ("project", "from", "to", "as-of"))
    for node in root.iter():
        if node.tag == NAMESPACE + "value" and node.get("of"):
            yield head + (node.get("of"),), exact(node)


def disagreements(pages):
    """Figures that stand in several reports of a folder with different values, and how many stand in several."""
    known = collections.defaultdict(lambda: collections.defaultdict(set))
    for path in pages:
        for key, value in named_values(path[:-5] + ".xml"):
            known[(os.path.dirname(path),) + key][value].add(os.path.basename(path))
    several = {key: values for key, values in known.items() if len(set().union(*values.values())) > 1}
    return [f"{key[-1]}: {dict(values)}" for key, values in several.items() if len(values) > 1], len(several)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    pages = sorted(
        os.path.join(folder, name) for folder, _, names in os.walk(sys.argv[1])
        for name in names if name.endswith(".html") and os.path.exists(
            os.path.join(folder, name[:-5] + ".xml")))
    if not pages:
        sys.exit(f"no report in both forms in {sys.argv[1]}")
    wrong = total = 0
    for path in pages:
        found, count = compare(path, path[:-5] + ".xml")
        wrong += len(found)
        total += count
        if found:
            print(os.path.basename(path))
        for line in found[:12]:
            print("  " + line)
    different, several = disagreements(pages)
    for line in different:
        print("not one value in all reports: " + line)
    print(f"{len(pages)} reports in both forms, {total} figures and cells, {wrong} differ")
    print(f"{several} figures stand in several reports of a set, {len(different)} of them differ")
    sys.exit(1 if wrong or different else 0)


if __name__ == "__main__":
    main()
