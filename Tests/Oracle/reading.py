"""Bytes of the office's files -> typed rows, with the fate of every row.

A Row has `fate`: 'ok', 'skipped', 'rejected', 'duplicate', 'excluded'; the office decides later
between 'counted' and 'outside'.
"""
import json
import os
import re
import unicodedata

import values
import vocabulary

HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, 'aliases.json'), encoding='utf-8') as _file:
    ALIASES = json.load(_file)

# In the order of the table of kinds: it breaks the last tie.
KINDS = ['calls', 'visits', 'deals', 'competitors', 'receipts', 'units', 'targets', 'costs', 'staff', 'tasks',
         'milestones', 'cards', 'followups', 'patrols', 'scores', 'objections', 'texts', 'project', 'columns', 'words']
CHINESE_KINDS = {'calls': '来电', 'visits': '来访', 'deals': '成交', 'competitors': '竞品', 'receipts': '回款', 'units': '房源',
                 'targets': '指标', 'costs': '费用', 'staff': '置业顾问', 'tasks': '任务', 'milestones': '节点', 'cards': '认筹',
                 'followups': '回访', 'patrols': '巡场', 'scores': '考评', 'objections': '抗性说辞', 'texts': '文字',
                 'project': '项目设置', 'columns': '列名对照', 'words': '词语对照'}
HINTS = {'calls': ['来电', 'calls'], 'visits': ['来访', '到访', 'visits'], 'deals': ['成交', '认购', '签约', 'deals'],
         'competitors': ['竞品', '市调', 'competitors'], 'receipts': ['回款', 'receipts'], 'units': ['房源', '销控', 'units'],
         'targets': ['指标', '任务目标', 'targets'], 'costs': ['费用', '预算', 'costs'], 'staff': ['置业顾问', '人员', 'staff'],
         'tasks': ['任务', 'tasks'], 'milestones': ['节点', 'milestones'], 'cards': ['认筹', '意向', 'cards'],
         'followups': ['回访', '跟进', 'followups'], 'patrols': ['巡场', 'patrols'], 'scores': ['考评', 'scores'],
         'objections': ['抗性说辞', 'objections'], 'texts': ['文字', 'texts'], 'project': ['项目设置', 'project'],
         'columns': ['列名对照', 'columns'], 'words': ['词语对照', 'words']}
KEYS = {'calls': ['date'], 'visits': ['date'], 'deals': ['room', 'subscribed', 'signed', 'date'],
        'competitors': ['date', 'week', 'project'], 'receipts': ['date', 'amount'], 'units': ['room'],
        'targets': ['period', 'measure', 'target'], 'costs': ['date'], 'staff': ['name'], 'tasks': ['task'],
        'milestones': ['name', 'plan'], 'cards': ['card'], 'followups': ['date'], 'patrols': ['item', 'section'],
        'scores': ['staff', 'item'], 'objections': ['objection', 'answer'], 'texts': ['document', 'slot', 'text'],
        'project': ['setting', 'value'], 'columns': ['field', 'header'], 'words': ['field', 'word', 'standard']}
# Key sets any one of which makes a file of the kind complete; a later tie-break than the file name.
COMPLETE = {'deals': [['room', 'subscribed'], ['room', 'signed'], ['room', 'date']],
            'competitors': [['date', 'project'], ['week', 'project']]}
META = ('texts', 'project', 'columns', 'words')
NOBODY = vocabulary.marks('没有顾问')
GENERIC_DATE = '日期'                                     # fp 64
DATED = ['calls', 'visits', 'deals', 'receipts', 'competitors', 'costs', 'followups']     # fp 36

DAY, MONEY, PRICE, AREA, COUNT, NUMBER, YES = 'day', 'money', 'price', 'area', 'count', 'number', 'yes'
WORD, WORDS_, STAFF, NAMES, PHONES, ROOM, TEXT, ID = 'word', 'words', 'staff', 'names', 'phones', 'room', 'text', 'id'
PERSON = 'person'
TYPES = {
    'calls': {'date': DAY, 'effective': YES},
    'visits': {'date': DAY, 'party': COUNT, 'price': PRICE, 'focus': WORDS_, 'objection': WORDS_, 'rival': WORDS_,
               'referrer': PERSON, 'unit-1': ROOM, 'unit-2': ROOM, 'area': WORD, 'budget': WORD},
    'deals': {'room': ROOM, 'subscribed': DAY, 'signed': DAY, 'date': DAY, 'due': DAY, 'cancelled': DAY, 'area': AREA,
              'unit-price': PRICE, 'subscribed-total': MONEY, 'signed-total': MONEY, 'total': MONEY, 'referrer': PERSON},
    'competitors': {'date': DAY, 'week': TEXT, 'project': WORD, 'unit-price': PRICE, 'total': MONEY, 'visits': COUNT,
                    'calls': COUNT, 'released': COUNT, 'sold': COUNT, 'sold-area': AREA, 'amount': MONEY, 'stock': COUNT,
                    'area': TEXT, 'discount': TEXT, 'activity': TEXT, 'commission': TEXT, 'surveyor': PERSON},
    'receipts': {'date': DAY, 'amount': MONEY, 'room': ROOM, 'status': TEXT},
    'units': {'room': ROOM, 'area': AREA, 'net-area': AREA, 'list-price': PRICE, 'list-total': MONEY, 'floor-total': MONEY,
              'permit': DAY, 'released': DAY, 'building': TEXT, 'unit-no': TEXT, 'floor': COUNT},
    'targets': {'period': TEXT, 'target': TEXT, 'weight': COUNT},
    'costs': {'date': TEXT, 'budget': MONEY, 'spent': MONEY},
    'staff': {'name': PERSON, 'alias': NAMES, 'joined': DAY, 'left': DAY},
    'tasks': {'due': DAY, 'created': DAY, 'staff': TEXT, 'status': WORD, 'urgent': YES, 'important': YES, 'task': TEXT,
              'standard': TEXT, 'checker': TEXT},
    'milestones': {'name': TEXT, 'plan': DAY, 'actual': DAY, 'forecast': DAY},
    'cards': {'card': ID, 'issued': DAY, 'returned': DAY, 'arrived': TEXT, 'chosen': TEXT, 'price': PRICE,
              'unit-1': TEXT, 'unit-2': TEXT, 'objection': WORDS_},
    'followups': {'date': DAY, 'due': DAY, 'connected': YES, 'content': TEXT},
    'patrols': {'date': DAY, 'full': NUMBER, 'off': NUMBER, 'item': TEXT},
    'scores': {'weight': NUMBER, 'target': NUMBER, 'actual': NUMBER, 'marks': NUMBER, 'cap': NUMBER, 'period': TEXT, 'item': TEXT},
    'objections': {'objection': WORD, 'answer': TEXT}, 'texts': {}, 'project': {}, 'columns': {}, 'words': {},
}
EVERYWHERE = {'customer-id': ID, 'record-id': ID, 'name': NAMES, 'phone': PHONES, 'staff': STAFF, 'note': TEXT,
              'created': DAY, 'deleted': YES, 'test': YES}


def field_type(kind, field):
    if field in TYPES[kind]:
        return TYPES[kind][field]
    if kind in META:
        return TEXT
    return EVERYWHERE.get(field, WORD)


# ---------------------------------------------------------------------------- bytes -> text -> records

# Where glibc's GB18030 (and GB18030-2005/2022) knows a character and Python's codec still gives a private one.
GB18030_MENDED = {0xe78d: 0xfe10, 0xe78e: 0xfe12, 0xe78f: 0xfe11, 0xe790: 0xfe13, 0xe791: 0xfe14, 0xe792: 0xfe15,
                  0xe793: 0xfe16, 0xe794: 0xfe17, 0xe795: 0xfe18, 0xe796: 0xfe19, 0xe7c7: 0x1e3f, 0xe816: 0x20087,
                  0xe817: 0x20089, 0xe818: 0x200cc, 0xe81e: 0x9fb4, 0xe826: 0x9fb5, 0xe82b: 0x9fb6, 0xe82c: 0x9fb7,
                  0xe831: 0x215d7, 0xe832: 0x9fb8, 0xe83b: 0x2298f, 0xe843: 0x9fb9, 0xe854: 0x9fba, 0xe855: 0x241fe,
                  0xe864: 0x9fbb}


class InputError(Exception):
    """A file that cannot be used at all."""


def decode(data):
    """BOM, then strict UTF-8, then GB18030. A bad byte becomes a surrogate: its row is rejected."""
    if not data:
        raise InputError('file is empty')
    if data.startswith(b'\xef\xbb\xbf'):
        return data[3:].decode('utf-8', 'surrogateescape'), 'UTF-8 BOM'
    if data.startswith(b'\xff\xfe'):
        return data[2:].decode('utf-16-le', 'surrogatepass'), 'UTF-16LE'
    if data.startswith(b'\xfe\xff'):
        return data[2:].decode('utf-16-be', 'surrogatepass'), 'UTF-16BE'
    if data.count(0) * 4 > len(data):
        raise InputError('UTF-16 without a byte order mark')
    try:
        return data.decode('utf-8'), 'UTF-8'
    except UnicodeDecodeError:
        pass
    # A good UTF-8 file with a few bad bytes stays UTF-8: more three-byte characters than bad bytes.
    loose = data.decode('utf-8', 'surrogateescape')
    bad = sum(1 for ch in loose if 0xdc80 <= ord(ch) <= 0xdcff)
    good = sum(1 for ch in loose if 0x800 <= ord(ch) < 0xd800 or 0xe000 <= ord(ch))
    if good > bad:
        return loose, 'UTF-8'
    text = data.decode('gb18030', 'surrogateescape')
    return text.translate(GB18030_MENDED), 'GB18030'


def records(text, separator):
    """RFC 4180 with doubled quotes and line breaks in quotes; a quote inside an unquoted field is text.

    Yields (line, fields, closed). closed is False for a record whose quote is never closed: it is the last.
    """
    position, line, length = 0, 1, len(text)
    while position < length:
        start_line, fields, closed = line, [], True
        while True:
            if position < length and text[position] == '"':
                position += 1
                parts = []
                while True:
                    end = text.find('"', position)
                    if end < 0:
                        closed = False
                        parts.append(text[position:])
                        position = length
                        break
                    parts.append(text[position:end])
                    position = end + 1
                    if text.startswith('"', position):
                        parts.append('"')
                        position += 1
                        continue
                    break
                value = ''.join(parts)
                line += len(re.findall('\r\n|\n|\r', value))
            else:
                value = ''
            end = position
            while end < length and text[end] not in (separator, '\n', '\r'):
                end += 1
            fields.append(value + text[position:end])
            position = end
            if position < length and text[position] == separator:
                position += 1
                continue
            break
        yield start_line, fields, closed
        if not closed:
            return
        if text.startswith('\r\n', position):
            position += 2
        elif position < length:
            position += 1
        line += 1


# ---------------------------------------------------------------------------- headers

def clean_header(text):
    """(name, unit): NFKC, no blanks, no zero-width, a trailing bracket cut and kept as the unit."""
    name = unicodedata.normalize('NFKC', text).translate(values.ZERO_WIDTH)
    name = re.sub(r'\s', '', name)
    unit = None
    while True:
        match = re.fullmatch(r'(.+)[(\[【]([^()\[\]【】]*)[)\]】]', name)
        if not match:
            return name.casefold(), unit
        name = match.group(1)
        unit = match.group(2) if unit is None or values.money_unit(unit) is None else unit


def spellings(field):
    return {field, field.replace('-', '_'), field.replace('-', '')}


def built_in(kind):
    """cleaned header -> field, for one kind."""
    table = {}
    common = ALIASES['common']
    if kind not in DATED + ['cards', 'units', 'tasks']:
        common = {field: common[field] for field in ('deleted', 'test')} if kind not in META else {}
    for field, headers in list(ALIASES['kinds'][kind].items()) + list(common.items()):
        for header in list(headers) + sorted(spellings(field)):
            table.setdefault(clean_header(header)[0], field)
    key = KEYS[kind]
    if 'date' in key or kind == 'patrols':
        table.setdefault(GENERIC_DATE, 'date')           # fp 64
    return table


BUILT_IN = {kind: built_in(kind) for kind in KINDS}
SOLE = {}                                               # header -> kinds that know it
for _kind in KINDS:
    for _header in BUILT_IN[_kind]:
        SOLE.setdefault(_header, set()).add(_kind)


def canonical_field(kind, text):
    """fp 75: the canonical name and the canonical Chinese header are accepted (aliases too)."""
    return BUILT_IN[kind].get(clean_header(text)[0])


class OfficeColumns:
    """columns.csv: kind -> cleaned export header -> [(field, unit)]."""

    def __init__(self):
        self.table = {kind: {} for kind in KINDS}

    def add(self, kind, field, header, unit):
        self.table[kind].setdefault(clean_header(header)[0], []).append((field, unit or None))

    def fields(self, kind, header):
        """[(field, unit of columns.csv or None)] of one cleaned header."""
        own = self.table[kind].get(header)
        if own:
            return own
        field = BUILT_IN[kind].get(header)
        return [(field, None)] if field else []


def resolve_kind_name(text):
    folded = values.fold(text).casefold()
    for kind in KINDS:
        if folded == kind or folded == CHINESE_KINDS[kind] or folded in HINTS[kind]:
            return kind
    return None


def known_headers(headers, office_columns, kind):
    return [header for header in headers if header and office_columns.fields(kind, header)]


def kind_of(headers, file_name, office_columns):
    """The kind with most known headers, at least two, one of them a key; the file name breaks ties. fp 64."""
    name = unicodedata.normalize('NFC', file_name).casefold()
    candidates = []
    for order, kind in enumerate(KINDS):
        known = known_headers(headers, office_columns, kind)
        if len(known) < 2:
            continue
        hinted = any(hint in name for hint in HINTS[kind])
        fields = {field for header in known for field, _ in office_columns.fields(kind, header)}
        key = [header for header in known if header != GENERIC_DATE
               and any(field in KEYS[kind] for field, _ in office_columns.fields(kind, header))]
        if not key:
            if GENERIC_DATE not in known:
                continue
            own = [h for h in known if h != GENERIC_DATE and
                   (SOLE.get(h) == {kind} or h in office_columns.table[kind])]
            if not own and not hinted:
                continue
        complete = any(set(keys) <= fields for keys in COMPLETE.get(kind, [KEYS[kind]]))
        candidates.append((-len(known), not hinted, not complete, order, kind))
    return min(candidates)[4] if candidates else None


# ---------------------------------------------------------------------------- rows

class Row:
    def __init__(self, source, line, fields):
        self.source, self.line, self.fields = source, line, fields
        self.fate, self.reason = 'ok', None
        self.cells = {}                                  # field -> text as typed, trimmed
        self.values = {}                                 # field -> typed value, only when readable and not empty
        self.hour = None
        self.identical_to = None

    def get(self, field, default=None):
        return self.values.get(field, default)

    def text(self, field):
        return self.cells.get(field, '')

    @property
    def order(self):
        return (self.source.name, self.line)

    def __repr__(self):
        return f'{self.source.name}:{self.line}'


class Source:
    def __init__(self, name, data):
        self.name, self.data = name, data
        self.kind, self.encoding, self.separator = None, None, None
        self.titles, self.columns, self.rows, self.notes = [], [], [], []
        self.header = []

    def has(self, field):
        return any(field in [f for f, _ in fields] for _, fields, _ in self.columns)


TOTAL_WORDS = vocabulary.marks('合计行')


def is_total_or_footer(fields):
    """fp 61: total words exact, footers by prefix, END only exact."""
    for field in fields:
        text = re.sub(r'\s', '', values.fold(field))
        if not text:
            continue
        word = text.removesuffix(':').casefold()
        if word in TOTAL_WORDS:
            return True
        if text.startswith(('制表人', '审核人', '审批')):
            return True
        if text.startswith(('备注:', '说明:')):
            return True
        return text.upper() in ('END', 'ENDOFFILE', 'ENDOFREPORT')
    return False


def open_source(name, data, office_columns, forced_kind=None):
    source = Source(name, data)
    text, source.encoding = decode(data)
    text = text.replace('\x00', '')
    if text.startswith('\ufeff'):
        text = text[1:]
    first_line_offset = 0
    match = re.match(r'"?sep=(.|\t)"?(\r\n|\n|\r)', text, re.I)
    separators = [',', '\t', ';', '|']
    if match:                                            # an order for Excel, not data
        separators = [match.group(1)]
        text = text[match.end():]
        first_line_offset = 1
    found = None
    for wanted in (3, 2):
        best = None
        for separator in separators:
            for index, (line, fields, closed) in enumerate(records(text, separator)):
                if index >= 20:
                    break
                headers = [clean_header(field)[0] for field in fields]
                most = max(len(known_headers(headers, office_columns, kind)) for kind in
                           ([forced_kind] if forced_kind else KINDS))
                if most >= wanted:
                    if best is None or (index, -most) < best[:2]:
                        best = (index, -most, separator)
                    break
        if best:
            found = best
            break
    if found is None:
        source.notes.append('not used: no known header row')
        source.rows = None
        return source
    index, _, source.separator = found
    everything = list(records(text, source.separator))
    source.titles = [' '.join(fields) for _, fields, _ in everything[:index]]
    source.header = everything[index][1]
    cleaned = [clean_header(field) for field in source.header]
    source.kind = forced_kind or kind_of([name_ for name_, _ in cleaned], name, office_columns)
    if source.kind is None:
        source.notes.append('not used: kind not known')
        source.rows = None
        return source
    taken = {}
    for position, (header, unit) in enumerate(cleaned):
        fields = [(field, own_unit or unit) for field, own_unit in office_columns.fields(source.kind, header)] if header else []
        for field, _ in fields:
            if field in taken:
                raise InputError(f'{name}: columns {taken[field]} and {header} are both {field}')
            taken[field] = header
        source.columns.append((position, fields, header))
    width = max((i + 1 for i, (header, _) in enumerate(cleaned) if header), default=0)
    header_text = [values.fold(field) for field in source.header]
    for line, fields, closed in everything[index + 1:]:
        row = Row(source, line + first_line_offset, fields)
        source.rows.append(row)
        folded = [values.fold(field) for field in fields]
        # fp 37: blank, total, footer and repeated header come before the field count
        if not any(folded):
            row.fate, row.reason = 'skipped', 'blank'
        elif is_total_or_footer(fields):
            row.fate, row.reason = 'skipped', 'total'
        elif folded[:width] == header_text[:width]:
            row.fate, row.reason = 'skipped', 'repeated header'
        elif not closed:
            row.fate, row.reason = 'rejected', 'quote never closed'
        elif any(0xd800 <= ord(ch) <= 0xdfff or ch == '\ufffd' for field in fields for ch in field):
            row.fate, row.reason = 'rejected', 'bad byte'
        elif len(fields) < width or any(folded[width:]):
            row.fate, row.reason = 'rejected', f'{len(fields)} fields, expected {width}'
        if row.fate != 'ok':
            continue
        for position, targets, _ in source.columns:
            if position < len(fields):
                for field, _ in targets:
                    row.cells[field] = values.trim(fields[position])
    return source


# ---------------------------------------------------------------------------- words

class Folding:
    """words.csv first and final, then the built-in list; an unknown word stays as its own. fp 25, fp 76"""

    def __init__(self):
        self.own = {}                                    # (field, folded word) -> standard word

    def add(self, field, word, standard):
        self.own[(field, values.fold(word).casefold())] = values.fold(standard)

    def known(self, kind, field, text):
        folded = values.fold(text).casefold()
        return (field, folded) in self.own or folded in built_in_words(kind, field) or \
            folded in {word.casefold() for (f, _), word in self.own.items() if f == field}

    def word(self, kind, field, text):
        folded = values.fold(text)
        own = self.own.get((field, folded.casefold()))
        if own is not None:
            return own
        if field == 'level':
            letter = re.fullmatch(r'([A-Za-z][0-9]?[+-]?)(级|类)?', folded)
            if letter:
                return letter.group(1).upper()
        return built_in_words(kind, field).get(folded.casefold(), folded)

    def split(self, kind, field, text):
        """Words of a multi-valued cell: 、，,;/| and blanks between known words. The whole cell may be a known word."""
        folded = values.fold(text)
        if self.known(kind, field, folded):
            return [self.word(kind, field, folded)]
        found = []
        for part in values.SEPARATORS.split(folded):
            part = part.strip()
            pieces = part.split()
            if len(pieces) > 1 and all(self.known(kind, field, piece) for piece in pieces):
                parts = pieces
            else:
                parts = [part]
            for piece in parts:
                if piece and not values.is_empty(piece):
                    word = self.word(kind, field, piece)
                    if word not in found:
                        found.append(word)
        return found


BUILT_IN_WORDS = {field: {values.fold(word).casefold(): standard for word, standard in table.items()}
                  for field, table in vocabulary.WORDS.items()}


def built_in_words(kind, field):
    """The list of a field, or of a field of one kind."""
    return BUILT_IN_WORDS.get(f'{kind}.{field}') or BUILT_IN_WORDS.get(field, {})


# ---------------------------------------------------------------------------- typing the cells

def year_of_titles(source, year_option):
    if year_option:
        return year_option
    years = {int(year) for title in source.titles for year in re.findall(r'(?<!\d)(20\d\d)(?!\d)', values.fold(title))}
    return years.pop() if len(years) == 1 else None


def type_rows(source, folding, year_option=None, date_order=None):
    kind = source.kind
    year_hint = year_of_titles(source, year_option)
    units = {field: unit for _, fields, _ in source.columns for field, unit in fields}
    order = {}
    for field in units:
        if field_type(kind, field) == DAY:
            order[field] = date_order if date_order in ('dmy', 'mdy') else values.day_order(
                row.text(field) for row in source.rows if row.fate == 'ok')
    for row in source.rows:
        if row.fate == 'ok':
            type_row(row, kind, units, order, year_hint, folding)


def type_row(row, kind, units, order, year_hint, folding):
    def reject(field):
        if row.fate == 'ok':
            row.fate, row.reason = 'rejected', f'{field}: {row.text(field)!r}'

    for field in units:
        text = row.text(field)
        what = field_type(kind, field)
        state, value = 'ok', None
        if what == DAY:
            state, value, hour = values.day(text, year_hint, order.get(field))
            if field == 'date':
                row.hour = hour
        elif what in (MONEY, PRICE):
            state, value = values.money(text, units[field])
        elif what == AREA:
            state, value = values.area(text, units[field])
        elif what == COUNT:
            state, value = values.count(text, approximate=kind == 'competitors')
        elif what == NUMBER:
            state, value = values.number(text)
        elif what == YES:
            state, value = values.yes_no(text)
        elif what == ROOM:
            value = values.room(text)
        elif what == NAMES:
            value = values.names(text)
        elif what == STAFF:
            value = [name for name in values.names(text) if name not in NOBODY]
        elif what == PHONES:
            value = values.phones(text)
        elif what in (PERSON, ID):
            value = None if values.is_empty(text, name_like=True) else values.fold(text)
        elif what == TEXT:
            value = None if values.is_empty(text) else values.fold(text)
        elif what == WORDS_:
            value = None if values.is_empty(text) else folding.split(kind, field, text)
        elif values.is_empty(text):
            value = None
        elif field == 'channel':                         # fp 52: several words, the first one
            words = folding.split(kind, field, text)
            value = words[0] if words else None
        else:
            value = folding.word(kind, field, text)
        if what in (PERSON, ID, TEXT, ROOM, WORD) and values.fold(text).upper() in values.EXCEL_ERRORS:
            state, value = 'bad', None
        # fp 12: which cells reject a row
        if state == 'bad':
            in_key = field in KEYS[kind]
            strict = kind in ('deals', 'receipts', 'units') and what in (DAY, MONEY, PRICE, AREA)
            if in_key or strict:
                reject(field)
        if state == 'ok' and value not in (None, [], ([], [])):
            row.values[field] = value
        if state == 'band':
            row.cells[field + '.band'] = value
    if kind == 'deals':
        for field in ('subscribed-total', 'signed-total', 'total'):
            if row.get(field, 0) < 0:                    # fp 68
                reject(field)


# ---------------------------------------------------------------------------- duplicates across files

def content(row):
    """fp 24: all cells except 序号, after trimming and width folding, column by header."""
    cells = {}
    for position, field in enumerate(row.fields):
        header = re.sub(r'\s', '', values.fold(row.source.header[position])) if position < len(row.source.header) else ''
        text = values.fold(field)
        if header != '序号' and text:
            cells[header] = text
    return tuple(sorted(cells.items()))


def mark_identical(rows):
    """fp 24, fp 78: across files a row counts as often as in the file where it occurs most; earlier files first."""
    kept = {}
    by_file = {}
    for row in sorted(rows, key=lambda r: r.order):
        by_file.setdefault(row.source.name, []).append(row)
    for name in sorted(by_file):
        here = {}
        for row in by_file[name]:
            key = content(row)
            here[key] = here.get(key, 0) + 1
            if here[key] <= kept.get(key, 0):
                row.fate, row.reason = 'duplicate', 'identical row of an earlier file'
        for key, number in here.items():
            kept[key] = max(kept.get(key, 0), number)


def mark_same_record_id(rows):
    """The same record id in two files: the later file name wins."""
    last = {}
    for row in rows:
        if row.fate == 'ok' and row.get('record-id'):
            key = row.get('record-id')
            last[key] = max(last.get(key, ''), row.source.name)
    for row in rows:
        if row.fate == 'ok' and row.get('record-id') and row.source.name < last[row.get('record-id')]:
            row.fate, row.reason = 'duplicate', 'the record id is in a later file'


# ---------------------------------------------------------------------------- the folder

class Folder:
    def __init__(self, path, year=None, date_order=None):
        self.sources, self.errors, self.unused = [], [], []
        self.office_columns, self.folding, self.settings = OfficeColumns(), Folding(), {}
        names = []
        if os.path.isdir(path):
            for name in sorted(os.listdir(path)):
                if name.lower().endswith(('.csv', '.tsv', '.txt')) and os.path.isfile(os.path.join(path, name)):
                    names.append((name, os.path.join(path, name)))
        else:
            names.append((os.path.basename(path), path))
        opened = []
        for name, full in names:
            with open(full, 'rb') as file:
                opened.append((name, file.read()))
        # The office's own header names come before everything else.
        for name, data in opened:
            source = self.attempt(name, data, quiet=True)
            if source and source.kind == 'columns':
                self.read_columns(source)
        for name, data in opened:
            source = self.attempt(name, data)
            if source is None:
                continue
            if source.rows is None:
                self.unused.append(source)
            else:
                self.sources.append(source)
        for source in self.sources:
            if source.kind == 'words':
                self.read_words(source)
            elif source.kind == 'project':
                for row in source.rows:
                    if row.fate == 'ok':
                        self.settings[values.fold(row.text('setting'))] = values.fold(row.text('value'))
        for source in self.sources:
            type_rows(source, self.folding, year, date_order)

    def mark_duplicates(self):
        """Once every reject is known."""
        for kind in KINDS:
            rows = [row for row in self.all_rows(kind) if row.fate == 'ok']
            mark_identical(rows)
            if kind in DATED or kind == 'cards':
                mark_same_record_id(rows)

    def attempt(self, name, data, quiet=False):
        try:
            return open_source(name, data, self.office_columns)
        except InputError as error:
            if not quiet:
                self.errors.append(f'{name}: {error}')
            return None

    def read_columns(self, source):
        for row in source.rows:
            if row.fate != 'ok':
                continue
            kind = resolve_kind_name(row.text('kind'))
            field = canonical_field(kind, row.text('field')) if kind else None
            if field is None:
                self.errors.append(f'{row}: unknown column {row.text("kind")} {row.text("field")}')
                continue
            self.office_columns.add(kind, field, row.text('header'), values.fold(row.text('unit')))

    def read_words(self, source):
        for row in source.rows:
            if row.fate != 'ok':
                continue
            fields = {BUILT_IN[kind][clean_header(row.text('field'))[0]] for kind in KINDS
                      if clean_header(row.text('field'))[0] in BUILT_IN[kind]}
            for field in fields:
                self.folding.add(field, row.text('word'), row.text('standard'))

    def all_rows(self, kind):
        return [row for source in self.sources if source.kind == kind for row in source.rows]

    def has(self, kind):
        return any(source.kind == kind for source in self.sources)

    def has_column(self, kind, field):
        return any(source.kind == kind and source.has(field) for source in self.sources)

    def setting(self, name, default=None):
        return self.settings.get(name) or default
