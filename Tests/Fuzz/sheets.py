"""A small reader of exports for the fuzzer: enough to shuffle rows, cut files and write them again.

It shares nothing with the program and understands only what our own fixtures and generated offices hold."""

import csv
import io
import re

ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16-le", "utf-16-be"]
MARKS = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


def decoded(data):
    """(text, encoding) of well-formed bytes; None when there is no such encoding."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if data.startswith(mark):
            try:
                return data[len(mark):].decode(encoding.removesuffix("-sig")), encoding
            except UnicodeDecodeError:
                return None
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            pass
    return None


def encoded(text, encoding):
    if encoding in MARKS:
        return MARKS[encoding] + text.encode(encoding)
    return text.encode(encoding)


class Sheet:
    """Title lines, header, rows, and how they are written."""

    def __init__(self, data):
        self.text, self.encoding = decoded(data)
        line_end = re.search(r"\r\n|\n|\r", self.text)
        self.line_end = line_end.group() if line_end else "\n"
        self.separator = max(",\t;|", key=self.text.count)
        records = list(csv.reader(io.StringIO(self.text, newline=""), delimiter=self.separator))
        width = max((len(r) for r in records), default=0)
        first = next((n for n, r in enumerate(records[:20]) if sum(c.strip() != "" for c in r) >= max(2, width * 2 // 3)), 0)
        self.above, self.header, self.rows = records[:first], records[first] if records else [], records[first + 1:]

    def write(self, encoding=None, separator=None, line_end=None, quote_all=False):
        separator, line_end = separator or self.separator, line_end or self.line_end

        def field(text):
            if quote_all or any(c in text for c in ('"', "\r", "\n", separator)):
                return '"' + text.replace('"', '""') + '"'
            return text

        lines = [separator.join(map(field, row)) or '""' * len(row) for row in self.above + [self.header] + self.rows]
        return encoded("".join(line + line_end for line in lines), encoding or self.encoding)


DATE_HEADER = re.compile(r"日期|时间|日$|date|time|created|周次", re.I)
OTHER_TIES = re.compile(r"编号|单据|房号|房源|room|record|customerId|客户编码|竞品|楼盘|抗性$|案名|project|姓名$|人员$", re.I)


def day_key(cell):
    """The same for all spellings of one day: month and day, the smaller first; the year is left out."""
    numbers = re.findall(r"\d+", cell)
    if not numbers:
        return None
    if len(numbers[0]) == 8:
        numbers = [numbers[0][4:6], numbers[0][6:]]
    elif len(numbers[0]) == 5:
        import datetime
        day = datetime.date(1899, 12, 30) + datetime.timedelta(days=int(numbers[0]))
        numbers = [str(day.month), str(day.day)]
    elif len(numbers) >= 3:
        numbers = numbers[0:2] if len(numbers[2]) == 4 else numbers[1:3]
    return "day", *sorted(int(n) for n in numbers[:2])


def groups(sheet):
    """For each row a number; rows of one number must keep their order and their file.

    Rows of one day, one room, one record or one rival are tied: for them the rules name a first or a later row."""
    parent = list(range(len(sheet.rows)))

    def find(n):
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    seen = {}
    for n, row in enumerate(sheet.rows):
        ties = [("row", *[c.strip() for c in row])]
        for header, cell in zip(sheet.header, row):
            header, cell = header.strip(), cell.strip(" \t\u3000'=\"")
            if not cell:
                continue
            if DATE_HEADER.search(header):
                ties.append(day_key(cell) or ("day?", cell))
            elif OTHER_TIES.search(header) and header != "客户姓名":
                ties.append((header, re.sub(r"\W|_", "", cell)))
        for tie in ties:
            parent[find(n)] = find(seen.setdefault(tie, n))
    return [find(n) for n in range(len(sheet.rows))]


def shuffled(rng, sheet):
    """The rows in another order; tied rows keep theirs."""
    tie = groups(sheet)
    order = rng.shuffled(range(len(tie)))
    waiting = {}
    for n in range(len(tie)):
        waiting.setdefault(tie[n], []).append(n)
    for queue in waiting.values():
        queue.reverse()
    sheet.rows = [sheet.rows[waiting[tie[n]].pop()] for n in order]


def halves(rng, sheet):
    """Which rows go to the second of two files; tied rows stay together."""
    tie = groups(sheet)
    side = {}
    for group in tie:
        side.setdefault(group, rng.chance(50))
    return [side[group] for group in tie]


def can_be_cut(sheet):
    """Days such as 03/04/2026 are understood by their whole column: such a file cannot be cut."""
    return bool(sheet.rows) and not any(re.match(r"\s*\d{1,2}[/.-]\d{1,2}([/.-]\d{4})?\b", c) for r in sheet.rows for c in r)
