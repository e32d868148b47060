"""What happens to files between an office and us: changed bytes, changed cells, changed lines.

Every function takes a `Seeded` generator, so a seed gives the same files on every machine."""

# Cells that have broken readers before, and some that only look harmless.
CELLS = [
    "", " ", "\u3000", "-", "—", "/", "无", "未知", "(空)", "NULL", "#REF!", "#N/A", "0", "-0", "1", "-1", "+5", "007",
    "99999999999999999999", "9223372036854775807", "-9223372036854775808", "92233720368547758.07", "0.005", "-2.5", "1e308",
    "1.38E+10", "nan", "inf", "0x10", "１２，０００", "٣", "1,2,3", "1,280,000.00", "￥128万", "128.5万元", "1.2亿", "999999999亿",
    "(1,234.50)", "130-140万", "450万以下", "89.25平米", "120㎡", "12.5%", "0.125", "200%", "-5%", "约30组", "30组", "三",
    "2026-03-02", "2026/3/2", "2026.3.2", "20260302", "2026年3月2日", "26/3/2", "3月2日", "2026-02-29", "2026-13-02", "0000-00-00",
    "9999-12-31", "1900-01-00", "2026-03-08 24:00", "2026-03-08 24:30", "2026-03-02 下午3点半", "45356", "45356.604167", "80001",
    "2026-W10", "2026-W54", "2026Q4", "2026-11", "11月", "1990-01-01", "2099-12-31",
    "19900000001", "+8619900000001", "0086-199-0000-0001", "199****0001", "***********", "11111111111", "021-12345678",
    '="19900000001"', "'19900000001", "19900000001/19900000002", "19900000001、", "1990000000", "199000000012",
    "张三", "张三/李四", "张三、李四、", "王 五", "王\u00a0五", "王\u200b五", "陈默（离职）", "e\u0301", "\u00e9", "𠮷", "䶮", "👨‍👩‍👧", "\u202eabc",
    "a\u0008b", "\ufffe", "\ufeff", "<img src=x onerror=alert(1)>", "&amp;", "]]>", "{visits.count}", "../../x", "=1+1", "@SUM(A1)",
    "合计", "小计", "Total", "备注：", "制表人", "END", "sep=;", "A" * 3000, "安" * 3000, '"', '""', 'a"b"c', "a\nb", "a\r\nb", "a,b", "a\tb",
    "认购", "签约", "退房", "挞定", "换房", "更名", "作废", "转签约", "车位", "储藏间", "特殊来访", "同行", "是", "否", "√", "×",
]
# Bytes and sequences that have a meaning somewhere.
PIECES = [
    b"\x00", b'"', b'""', b",", b"\t", b";", b"|", b"\n", b"\r", b"\r\n", b"\n\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff",
    b"\xa0", b"\xc3", b"\xe6\x9d", b"\xf0\x9f\x98", b"\xed\xa0\x80", b"\xc0\x80", b"\xf5\x80\x80\x80", b"\x81", b"\x81\x30", b"\x81\x30\x81",
    b"\x84\x31\xa4\x37", b"\xfe\x9f", b"\x95\x34\xb2\x35", b"\xa3\xac", b"\xef\xbc\x8c", b"\xe2\x80\x8b", b"\xc2\xa0", b"\xef\xbf\xbe", b"\x08", b"\x1a",
    b"\x7f", b"\xc2\x85", b"\xe2\x80\xa8", b"sep=;\n", b"sep=,\r\n", b"=", b"'", b"-" * 300, b"9" * 400, b'"' * 65, b"," * 300, b"\n" * 300,
]


def bytes_changed(rng, data, others):
    """The bytes of a file after one to six accidents."""
    data = bytearray(data)
    for _ in range(rng.between(1, 6)):
        at = rng.below(len(data) + 1)
        upto = min(len(data), at + rng.pick([1, 1, 2, 7, 40, 400]))
        kind = rng.below(10)
        if kind == 0 and data:
            data[at % len(data)] ^= 1 << rng.below(8)
        elif kind == 1 and data:
            data[at % len(data)] = rng.below(256)
        elif kind == 2:
            del data[at:upto]
        elif kind in (3, 4):
            data[at:at] = rng.pick(PIECES)
        elif kind == 5:
            data[at:at] = bytes(rng.below(256) for _ in range(rng.pick([1, 3, 30, 300])))
        elif kind == 6:
            data[at:at] = data[at:upto] * rng.between(1, 4)
        elif kind == 7:
            del data[at:]
        elif kind == 8:
            lines = bytes(data).split(b"\n")
            a, b = rng.below(len(lines)), rng.below(len(lines))
            lines[a], lines[b] = lines[b], lines[a]
            data = bytearray(b"\n".join(lines))
        else:
            other = rng.pick(others)
            start = rng.below(len(other) + 1)
            data[at:at] = other[start:start + rng.pick([10, 100, 1000])]
    return bytes(data)


def noise(rng):
    """Bytes of no file at all, more or less like text."""
    kind = rng.below(4)
    length = rng.pick([0, 1, 2, 3, 64, 1000, 20000])
    if kind == 0:
        return bytes(rng.below(256) for _ in range(min(length, 1000)))
    if kind == 1:
        return b"".join(rng.pick(PIECES) for _ in range(min(length, 64)))
    if kind == 2:
        return "".join(rng.pick(CELLS) + rng.pick([",", ",", "\n", ""]) for _ in range(min(length, 200))).encode("utf-8")
    return "来访时间,客户姓名,联系电话\n".encode("utf-8") + bytes(rng.pick(b'0123456789-,"\n\r /:\xe6\x9d\xa5') for _ in range(min(length, 3000)))


def cells_changed(rng, sheet):
    """One to twelve cells of a sheet replaced, by hostile ones or by others of their column; sometimes a whole row."""
    rows = sheet.rows
    if not rows:
        return
    for _ in range(rng.between(1, 12)):
        row = rng.pick(rows)
        if not row:
            continue
        column = rng.below(len(row))
        kind = rng.below(8)
        if kind < 3:
            row[column] = rng.pick(CELLS)
        elif kind < 6:
            other = rng.pick(rows)
            row[column] = other[column] if column < len(other) else ""
        elif kind == 6:
            rows.insert(rng.below(len(rows) + 1), list(row))
        else:
            row[column] = ""


def shape_changed(rng, sheet):
    """A column dropped, doubled, renamed or moved; a row cut or lengthened; a title or a total row."""
    kind = rng.below(8)
    width = len(sheet.header)
    column = rng.below(width)
    table = [sheet.header] + sheet.rows
    if kind == 0:
        for row in table:
            del row[column:column + 1]
    elif kind == 1:
        for row in table:
            if column < len(row):
                row.append(row[column])
    elif kind == 2:
        sheet.header[column] = rng.pick(CELLS + sheet.header)
    elif kind == 3:
        target = rng.below(width)
        for row in table:
            if max(column, target) < len(row):
                row[column], row[target] = row[target], row[column]
    elif kind == 4 and sheet.rows:
        row = rng.pick(sheet.rows)
        del row[rng.below(len(row) + 1):]
    elif kind == 5 and sheet.rows:
        rng.pick(sheet.rows).extend([""] * rng.below(3) + [rng.pick(CELLS)])
    elif kind == 6:
        sheet.above.insert(0, [rng.pick(CELLS)])
    else:
        sheet.rows.append(["合计"] + [rng.pick(["", "", "3", "3000000"]) for _ in range(width - 1)])
