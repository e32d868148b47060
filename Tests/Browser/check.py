#!/usr/bin/env python3
"""Opens every report of a folder in headless Chromium and looks for what a reader would see.

    check.py FOLDER [--pictures DIR]

At desk width in light and dark, at phone width, and on paper: nothing runs out of the window or of
its chart, no two labels of a chart overlap, text has contrast, headings, ids, links and tables are
sound, nothing is loaded from elsewhere, no policy is broken. Exit code 1 where anything is found.
Printed, every headline figure can be found as text, rows stay whole, and the pages are A4 and as many as
the report is meant to have. A proof sheet has a box to tick for every row it lists, and the head of its rows
on every page that has some. Needs Chromium, poppler's pdftotext and Python's standard library.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile

from chromium import Browser

VIEWS = [("desk", 1280, "light", False), ("dark", 1280, "dark", False), ("phone", 375, "light", True),
         ("phone-dark", 375, "dark", True)]

# Runs in the page, as tall as its content; returns lines of complaint.
CHECKS = r"""
(() => {
  const found = [];
  const add = (text) => { if (found.length < 60) found.push(text); };
  const words = (node) => (node.textContent || '').trim().replace(/\s+/g, ' ').slice(0, 30);
  const seen = (node) => node.getClientRects().length > 0 && getComputedStyle(node).visibility !== 'hidden';
  const width = document.documentElement.clientWidth;

  if (document.documentElement.scrollWidth > width)
    add(`page is ${document.documentElement.scrollWidth} px wide in a window of ${width}`);
  for (const node of document.querySelectorAll('body *')) {
    if (!seen(node) || node.closest('.frame, .contents, .unseen, .skip, svg') && !node.matches('.frame, svg')) continue;
    const box = node.getBoundingClientRect();
    if (box.right > width + 1 || box.left < -1)
      add(`<${node.tagName.toLowerCase()}> "${words(node)}" runs out of the window: ${Math.round(box.left)}..${Math.round(box.right)}`);
  }

  // A desk is wide enough for every table but the boards of rooms.
  if (width >= 1000) for (const node of document.querySelectorAll('.frame'))
    if (seen(node) && !node.querySelector('.board') && node.scrollWidth > node.clientWidth + 1)
      add(`table "${words(node.querySelector('caption') || node)}" is ${node.scrollWidth - node.clientWidth} px too wide for a desk`);

  // Headings, ids, links.
  const h1 = document.querySelectorAll('h1').length;
  if (h1 !== 1) add(`${h1} h1`);
  let level = 0;
  for (const node of document.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
    const next = +node.tagName[1];
    if (next > level + 1) add(`heading level skipped before "${words(node)}"`);
    level = next;
  }
  const ids = new Set();
  for (const node of document.querySelectorAll('[id]')) {
    if (ids.has(node.id)) add(`id ${node.id} twice`);
    ids.add(node.id);
  }
  for (const node of document.querySelectorAll('a[href]')) {
    const target = node.getAttribute('href');
    if (/^\.\/[^\/]+\.html$/.test(target)) continue;   // another report of the same folder
    if (!target.startsWith('#')) add(`link out of the page: ${target}`);
    else if (!ids.has(target.slice(1))) add(`link without target: ${target}`);
  }
  for (const name of ['script', 'img', 'iframe', 'link', 'object', 'embed', 'form', 'base'])
    if (document.querySelector(name)) add(`a <${name}> element`);
  for (const node of document.querySelectorAll('*'))
    for (const attribute of node.attributes)
      if (/^on/i.test(attribute.name) || attribute.name === 'style') add(`attribute ${attribute.name}`);
  for (const node of document.querySelectorAll('table')) {
    if (!node.caption || !words(node.caption)) add('table without caption');
    for (const head of node.querySelectorAll('th')) if (!head.scope) add(`th without scope: "${words(head)}"`);
  }

  // Charts: named, inside their frame, readable, labels apart.
  for (const svg of document.querySelectorAll('svg')) {
    if (/NaN|Infinity|e[+-]\d/.test([...svg.querySelectorAll('*')].map((n) => [...n.attributes].filter((a) => /^(d|[xy][12]?|c[xy]|r|width|height)$/.test(a.name)).map((a) => a.value).join(' ')).join(' ')))
      add('a coordinate is no number');
    if (svg.getAttribute('role') === 'img') {
      const named = (svg.getAttribute('aria-labelledby') || '').split(' ').filter(Boolean);
      if (named.length === 0 || named.some((id) => !words(document.getElementById(id) || svg.cloneNode(false)))) add('chart without name');
    }
    if (!seen(svg)) continue;
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].map((node) => [node, node.getBoundingClientRect()]);
    const scale = svg.viewBox.baseVal && svg.viewBox.baseVal.width ? frame.width / svg.viewBox.baseVal.width : 1;
    for (const [node, box] of texts) {
      const label = [...node.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data).join('');
      if (box.left < frame.left - 1.5 || box.right > frame.right + 1.5 || box.top < frame.top - 2 || box.bottom > frame.bottom + 3)
        add(`chart label "${label}" leaves its chart`);
      const size = parseFloat(getComputedStyle(node).fontSize) * scale;
      if (size < 9.5) add(`chart label "${label}" is ${size.toFixed(1)} px`);
    }
    for (let i = 0; i < texts.length; i++) for (let j = i + 1; j < texts.length; j++) {
      const [a, b] = [texts[i][1], texts[j][1]];
      const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (x > 1.5 && y > 5) add(`chart labels overlap: "${texts[i][0].lastChild.data}" and "${texts[j][0].lastChild.data}"`);
    }
  }

  // Contrast of every text with what lies under it.
  const parse = (color) => { const m = color.match(/[\d.]+/g); return m ? m.map(Number) : null; };
  const light = ([r, g, b]) => {
    const f = (v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
    return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b);
  };
  const over = (a, b, alpha) => a.slice(0, 3).map((v, i) => v * alpha + b[i] * (1 - alpha));
  const page = parse(getComputedStyle(document.querySelector('.paper') || document.body).backgroundColor);
  const under = (node, box) => {
    if (node.tagName === 'text') {
      const x = box.left + box.width / 2, y = box.top + box.height / 2;
      for (const rect of [...node.closest('svg').querySelectorAll('rect')].reverse()) {
        const r = rect.getBoundingClientRect();
        if (r.left <= x && x <= r.right && r.top <= y && y <= r.bottom) {
          const style = getComputedStyle(rect), fill = parse(style.fill);
          if (fill && (fill.length < 4 || fill[3] > 0)) return over(fill, page, +style.opacity);
        }
      }
      return page;
    }
    for (let at = node; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color && (color.length < 4 || color[3] > 0)) return color;
    }
    return [255, 255, 255];
  };
  const complained = new Set();
  for (const node of document.querySelectorAll('body *')) {
    if (![...node.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) || !seen(node)) continue;
    if (node.closest('.unseen, .skip, title, desc')) continue;
    const style = getComputedStyle(node);
    const ink = parse(node.namespaceURI.endsWith('svg') ? style.fill : style.color);
    const ground = under(node, node.getBoundingClientRect());
    if (!ink || !ground) continue;
    const [a, b] = [light(ink), light(ground)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    const key = `${style.color}${style.fill}${ground}`;
    if (ratio < 4.5 && !complained.has(key)) {
      complained.add(key);
      add(`contrast ${ratio.toFixed(2)} of "${words(node)}" (${node.tagName.toLowerCase()}.${node.getAttribute('class') || ''})`);
    }
  }
  return found;
})()
"""

# Runs in the page as paper sees it, as wide as A4 between its margins.
PAPER_CHECKS = r"""
(() => [...document.querySelectorAll('.paper *')].filter((node) => {
  if (node.closest('svg') && node.tagName !== 'svg' || node.closest('.unseen')) return false;
  const box = node.getBoundingClientRect();
  return box.width > 0 && box.right > document.documentElement.clientWidth + 2;
}).slice(0, 8).map((node) => `<${node.tagName.toLowerCase()}> "${(node.textContent || '').trim().slice(0, 30)}" is cut at the right edge by ${Math.round(node.getBoundingClientRect().right - document.documentElement.clientWidth)} px`))()
"""

# Runs on paper too: tables that run over their column, rows that could be cut between two pages.
ROW_CHECKS = r"""
(() => [...document.querySelectorAll('.frame > table')].filter((table) =>
  table.getBoundingClientRect().right > table.parentElement.getBoundingClientRect().right + 1.5)
  .slice(0, 4).map((table) => `table "${table.textContent.trim().slice(0, 30)}" is wider than its column`)
  .concat([...document.querySelectorAll('tbody tr')].filter((row) => {
  const box = row.getBoundingClientRect();
  return box.height > 0 && (getComputedStyle(row).breakInside !== 'avoid' || box.height > 900);
}).slice(0, 4).map((row) => `row "${row.textContent.trim().slice(0, 30)}" can be cut between pages`)))()
"""

# What must be readable in the printed file: the headline figures and the titles of the sections.
HEADLINES = r"""
(() => [...document.querySelectorAll('.figure data, .lead b.v data, main > section:not(.proofs) h2')]
  .map((node) => node.textContent.trim()).filter((text) => text))()
"""

# Pages of the sample office's documents. A sheet for one day has exactly as many as it promises; the
# others may differ by a little with the fonts of the machine.
SHEETS = {"morning": 1, "patrol": 1, "meeting": 2, "evening": 2, "daily": 2}
PAGES = {
    "appraisal": (11, 13), "audit": (3, 5), "callbacks": (4, 7), "competitors": (3, 6),
    "concentration": (3, 5), "customers": (7, 12), "launch": (3, 8), "launch-results": (2, 6),
    "market": (3, 5), "monthly": (7, 11), "owners": (2, 4), "placement": (2, 4), "planning": (3, 5),
    "proposal": (5, 7), "resolution": (3, 5), "targets": (3, 7), "weekly": (7, 9)}


def paper_pages(path, text):
    """Least and most pages of a report; None where its period is longer than it is made for."""
    match = re.search(r'<body class="report-([a-z-]+)', text)
    name = match.group(1) if match else ""
    if name in SHEETS:
        days = re.search(r"-(\d{4}-\d\d-\d\d)\.html$", path)
        return (SHEETS[name],) * 2 if days or name == "meeting" else None
    if name not in PAGES:
        return None
    least, most = PAGES[name]
    return least, most + (1 if re.search(r'<html lang="en', text) else 0)   # English words are longer


LEFTOVERS = [r"NaN", r"\binf\b", r"Optional\(", r"\bnil\b", r"\{[a-z-]+\}(?![^<]*</style>)", "\ufffd",
             r"(?<!w3\.org/)https?:", r"<script", r">-0(?![0-9.])"]


A4 = (595, 842)   # points


def check_size(pdf):
    """Every page is A4, upright or lying."""
    sizes = {tuple(sorted(round(float(number)) for number in box.split()[2:]))
             for box in re.findall(rb"/MediaBox\s*\[([^\]]*)\]", pdf)}
    return [f"paper: a page of {size} points" for size in sizes if size != A4] if sizes else ["paper: no page"]


def check_proof(text, printed):
    """What makes a printed proof sheet one that can be ticked off."""
    found = []
    rows = re.findall(r"<th[^>]*>[^<]*\.csv:\d+</th>", text)
    counts = [int(count) for count in re.findall(r"<h2>[^<]* · (\d+) (?:行|rows)</h2>", text)]
    boxes = printed.count("□")
    if not counts or sum(counts) != len(rows) or len(rows) != boxes:
        found.append(f"paper: {counts} rows told, {len(rows)} listed, {boxes} boxes to tick")
    for number, page in enumerate(printed.split("\f"), 1):
        if "□" in page and not re.search(r"文件:行|file:line", page):
            found.append(f"paper: rows without their head on page {number}")
    return found


def check(browser, path, pictures):
    found = []
    name = os.path.splitext(os.path.basename(path))[0]
    text = open(path, encoding="utf-8").read()
    body = re.sub(r"<style>.*?</style>", "", text, flags=re.S)
    body = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", body)   # a checksum may spell anything
    for pattern in LEFTOVERS:
        match = re.search(pattern, body)
        if match:
            found.append(f"text: left over {match.group(0)!r}")
    is_proof = '<body class="report-proof' in text     # lists every row, however many
    if len(text.encode()) > 300_000 and not is_proof:
        found.append(f"size: {len(text.encode())} bytes, too many for a report")
    for view, width, scheme, phone in VIEWS:
        browser.size(width, 900, scheme, phone)
        complaints, requests = browser.open(path)
        found += [f"{view}: {line}" for line in complaints]
        found += [f"{view}: asks for {url}" for url in requests[1:]]
        height = browser.run("document.documentElement.scrollHeight")
        browser.size(width, min(max(int(height), 900), 16000), scheme, phone)
        found += [f"{view}: {line}" for line in browser.run(CHECKS)]
        if pictures:
            browser.picture(os.path.join(pictures, f"{name}-{view}.png"), full=False)
    is_landscape = re.search(r'<body class="[^"]*landscape', text) is not None
    browser.size(1009 if is_landscape else 680, 900)
    browser.call("Emulation.setEmulatedMedia", media="print")
    found += [f"paper: {line}" for line in browser.run(PAPER_CHECKS) + browser.run(ROW_CHECKS)]
    headlines = browser.run(HEADLINES)
    browser.size(1280, 900)
    browser.call("Emulation.setEmulatedMedia", media="")
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(pictures or folder, name + ".pdf")
        pdf = browser.pdf(file)
        printed = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True).stdout
    found += check_size(pdf)
    if is_proof:
        found += check_proof(text, printed)
    printed = re.sub(r"\s+", "", printed)
    for headline in headlines:
        if re.sub(r"\s+", "", headline) not in printed:
            found.append(f"paper: {headline!r} is not in the printed text")
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
    expected = paper_pages(path, text) or (1, 99)
    if not expected[0] <= pages <= expected[1]:
        found.append(f"paper: {pages} pages, expected {expected[0]} to {expected[1]}")
    return found, pages


def main():
    parser = argparse.ArgumentParser(description="Checks a folder of reports in headless Chromium.")
    parser.add_argument("folder")
    parser.add_argument("--pictures", help="folder for screenshots and PDF files")
    parser.add_argument("--chromium", help="path of the browser")
    options = parser.parse_args()
    reports = sorted(
        os.path.join(folder, name) for folder, _, names in os.walk(options.folder)
        for name in names if name.endswith(".html"))
    if not reports:
        sys.exit(f"no report (*.html) in {options.folder}")
    if options.pictures:
        os.makedirs(options.pictures, exist_ok=True)
    browser = Browser(options.chromium)
    count = 0
    try:
        for path in reports:
            found, pages = check(browser, path, options.pictures)
            count += len(found)
            print(f"{os.path.basename(path)}: {len(found)} found, {pages} pages on paper")
            for line in found:
                print("  " + line)
    finally:
        browser.close()
    sys.exit(1 if count else 0)


if __name__ == "__main__":
    main()
