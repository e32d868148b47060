"""Cell values: one function a type. Each returns (state, value) with state one of
'ok', 'empty', 'bad' (unreadable), 'band' (a range: text, never summed).

Money is integer fen, area integer 1/100 square metre, everything else exact too.
"""
import datetime
import re
import unicodedata
from fractions import Fraction

import vocabulary

ZERO_WIDTH = dict.fromkeys(map(ord, '\u200b\u200c\u200d\u2060\ufeff\u00ad'), None)
EMPTY = vocabulary.marks('未填') | {''}
EXCEL_ERRORS = vocabulary.marks('表格错误值')
SEPARATORS = re.compile('[、,;/|\n\r]+')          # after NFKC: full-width forms are folded


def trim(text):
    """Blanks, U+3000, NBSP, zero-width characters and the guards of Excel exports go."""
    text = text.strip(' \t\r\n\u3000\u00a0\u200b\u200c\u200d\u2060\ufeff')
    guarded = re.fullmatch(r'="(.*)"', text, re.S)
    if guarded:
        return trim(guarded.group(1))
    if text.startswith("'"):
        return trim(text[1:])
    return text


def fold(text):
    """The text used for comparing: width folded (NFKC), zero-width characters removed, trimmed."""
    return unicodedata.normalize('NFKC', trim(text)).translate(ZERO_WIDTH).strip()


def half_away(value):
    """One rounding, half away from zero."""
    value = Fraction(value)
    whole, rest = divmod(abs(value), 1)
    if rest * 2 >= 1:
        whole += 1
    return int(whole) if value >= 0 else -int(whole)


def is_empty(text, name_like=False):
    folded = fold(text)
    if folded.upper() in EMPTY:
        return True
    return name_like and folded == '无'


# ---------------------------------------------------------------------------- numbers

PLAIN = re.compile(r'(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?|\.\d+', re.ASCII)


def plain_number(text):
    """A plain decimal, thousands separators allowed; None for anything else (nan, 1e5, 0x10 …)."""
    if PLAIN.fullmatch(text) is None:
        return None
    return Fraction(text.replace(',', ''))


def signed_number(text):
    """Also -5, +5, 5- and the accountant's (5)."""
    inner = re.fullmatch(r'\((.*)\)', text)
    if inner:
        number = plain_number(inner.group(1).strip())
        return None if number is None else -number
    for sign in '-−':
        if text.startswith(sign):
            number = plain_number(text[1:].strip())
            return None if number is None else -number
        if text.endswith(sign):
            number = plain_number(text[:-1].strip())
            return None if number is None else -number
    if text.startswith('+'):
        return plain_number(text[1:].strip())
    return plain_number(text)


BAND = re.compile(r'\d.*[-~—–至到]\s*\d|以下|以上|以内|起$|左右|^[<>≤≥约]|\d\+$')


def looks_like_band(text):
    return BAND.search(text) is not None


MONEY_UNITS = {'元': 1, '圆': 1, '万': 10 ** 4, '万元': 10 ** 4, 'w': 10 ** 4, '亿': 10 ** 8, '亿元': 10 ** 8,
               '千元': 10 ** 3, '元整': 1, '万元整': 10 ** 4, '百万元': 10 ** 6, '百万': 10 ** 6}


def money_unit(unit):
    """Yuan per one of the unit of a header's bracket; None when it names no money."""
    if unit is None:
        return None
    unit = re.sub(r'/(m2|㎡|平米|平|平方米|套|月|年|组)$', '', fold(unit).replace(' ', ''))
    unit = re.sub(r'^单位[::]', '', unit)
    return MONEY_UNITS.get(unit.lower())


def money(text, header_unit=None):
    """Integer fen. The unit of the cell wins over the unit of the header, else yuan."""
    folded = fold(text).replace(' ', '')
    if is_empty(text):
        return 'empty', None
    body = re.sub(r'/(m2|平米|平方米|平|套)$', '', folded)
    negative_brackets = re.fullmatch(r'\((.*)\)', body)
    if negative_brackets:
        body = negative_brackets.group(1)
    body = re.sub(r'^([-−+]?)(?:[¥￥]|RMB|CNY)', r'\1', body, flags=re.I)
    unit = None
    match = re.fullmatch(r'(.*?)(百万元|百万|万元整|元整|万元|亿元|千元|万|亿|元|圆|w)', body, re.I)
    if match:
        body, unit = match.group(1), MONEY_UNITS[match.group(2).lower()]
    number = signed_number(body)
    if number is None:
        return ('band', folded) if looks_like_band(folded) else ('bad', None)
    if negative_brackets:
        number = -number
    factor = unit or money_unit(header_unit) or 1
    # fp 62: rounded once to fen, half away from zero
    return 'ok', half_away(number * factor * 100)


def area(text, header_unit=None):
    """Integer 1/100 square metre."""
    if is_empty(text):
        return 'empty', None
    folded = fold(text).replace(' ', '')
    body = re.sub(r'(m2|平方米|平米|平|m²)$', '', folded, flags=re.I)
    number = signed_number(body)
    if number is None:
        return ('band', folded) if looks_like_band(folded) else ('bad', None)
    return 'ok', half_away(number * 100)


COUNT_UNITS = re.compile(r'(组|套|人次|人|次|通|批|户|个|台|位|间|张|分|层|楼|F|天|%)$')


def count(text, approximate=False):
    if is_empty(text):
        return 'empty', None
    body = fold(text).replace(' ', '')
    if approximate:                                   # competitors only: 约30组 is 30
        body = re.sub(r'^约', '', body)
        body = re.sub(r'(左右|\+)$', '', body)
    body = COUNT_UNITS.sub('', body)
    if approximate:
        body = re.sub(r'(左右|\+)$', '', body)
    number = signed_number(body)
    if number is None:
        return ('band', body) if looks_like_band(body) else ('bad', None)
    if number.denominator != 1:
        return 'bad', None
    return 'ok', int(number)


def number(text):
    """A plain number or percent, exact."""
    if is_empty(text):
        return 'empty', None
    body = fold(text).replace(' ', '')
    if body.endswith('%'):
        value = signed_number(body[:-1])
        return ('bad', None) if value is None else ('ok', value / 100)
    value = signed_number(COUNT_UNITS.sub('', body).removesuffix('分'))
    return ('bad', None) if value is None else ('ok', value)


YES = vocabulary.marks('是')
NO = vocabulary.marks('否')


def yes_no(text):
    folded = fold(text).upper()
    if folded in YES:
        return 'ok', True
    if folded in NO:
        return 'ok', False
    if is_empty(text):
        return 'empty', None
    return 'bad', None


# ---------------------------------------------------------------------------- days

TIME = re.compile(r'^(上午|下午|中午|晚上|凌晨|早上|AM|PM)?\s*(\d{1,2})\s*[:点时]\s*(?:(\d{1,2})\s*(?:分|:\s*(\d{1,2})(?:\.\d+)?秒?)?)?\s*(AM|PM)?$', re.I)
WEEKDAY = re.compile(r'\(?(?:周|星期|礼拜)[一二三四五六日天]\)?|\(?\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b\)?', re.I)
EPOCH = datetime.date(1899, 12, 30)


def make_day(year, month, day):
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def clock(text):
    """'' -> (True, None); a time -> (True, hour); anything else -> (False, None)."""
    text = text.strip().lstrip('T').strip()
    if text == '':
        return True, None
    match = TIME.match(text)
    if not match:
        return False, None
    half, hour, minute, second, tail = match.groups()
    hour, minute, second = int(hour), int(minute or 0), int(second or 0)
    half = (half or tail or '').upper()
    if minute > 59 or second > 59 or hour > 24:
        return False, None
    if hour == 24:
        return (minute == 0 and second == 0), 23     # 24:00 counts on the day written, in its last hour
    if half in ('下午', '晚上', 'PM', '中午') and hour < 12 and not (half == '中午' and hour >= 10):
        hour += 12
    elif half in ('上午', '凌晨', '早上', 'AM') and hour == 12:
        hour = 0
    return True, hour


def day(text, year_hint=None, order=None):
    """(state, date, hour). order: 'dmy' or 'mdy' decided for the column, None when not known."""
    if is_empty(text):
        return 'empty', None, None
    body = WEEKDAY.sub('', fold(text)).strip()
    if body in ('0', '0.0') or re.match(r'^(1900[-/.]0?1[-/.]0?0|9999[-/.]12[-/.]31)', body):
        return 'empty', None, None
    # fp 89: 8 digits are yyyymmdd; 20000 to 80000 an Excel serial, also with decimals
    if re.fullmatch(r'\d{5}(\.\d+)?', body, re.ASCII):
        serial = Fraction(body)
        if 20000 <= serial <= 80000:
            whole, rest = divmod(serial, 1)
            return 'ok', EPOCH + datetime.timedelta(days=int(whole)), int(rest * 24) if rest else None
        return 'bad', None, None
    patterns = (
        (r'(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)', 'ymd'), (r'(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)', 'ymd'),
        (r'(\d{4})\.(\d{1,2})\.(\d{1,2})(?!\d)', 'ymd'), (r'(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?', 'ymd'),
        (r'(\d{4})(\d{2})(\d{2})(?!\d)', 'ymd'),
        (r'(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)', 'order'),
        (r'(\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)', 'short'), (r'(\d{1,2})[-/.](\d{1,2})[-/.](\d{2})(?!\d)', 'short'),
        (r'(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?', 'md'), (r'(\d{1,2})[-/.](\d{1,2})(?![\d.])', 'md'),
    )
    for pattern, shape in patterns:
        match = re.match(pattern, body, re.ASCII)
        if not match:
            continue
        parts = [int(part) for part in match.groups()]
        if shape == 'ymd':
            found = make_day(*parts)
        elif shape == 'order':
            if order == 'dmy':
                found = make_day(parts[2], parts[1], parts[0])
            elif order == 'mdy':
                found = make_day(parts[2], parts[0], parts[1])
            else:
                found = None
        elif shape == 'short':
            if order == 'dmy':
                found = make_day(2000 + parts[2], parts[1], parts[0])
            elif order == 'mdy':
                found = make_day(2000 + parts[2], parts[0], parts[1])
            else:                                       # yy/M/d as 20yy
                found = make_day(2000 + parts[0], parts[1], parts[2]) if len(match.group(1)) == 2 else None
        else:
            found = make_day(year_hint, *parts) if year_hint else None
        readable, hour = clock(body[match.end():])
        if found is None or not readable or not (1900 < found.year < 2200):
            return 'bad', None, None
        return 'ok', found, hour
    return 'bad', None, None


def day_order(texts):
    """d/m against m/d for a whole column; None when nothing decides (then such cells are rejects)."""
    first_big = second_big = False
    for text in texts:
        match = re.match(r'(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}(?!\d)', WEEKDAY.sub('', fold(text)).strip(), re.ASCII)
        if match:
            first_big |= int(match.group(1)) > 12
            second_big |= int(match.group(2)) > 12
    if first_big and not second_big:
        return 'dmy'
    if second_big and not first_big:
        return 'mdy'
    return None


# ---------------------------------------------------------------------------- phones and names

def phones(text):
    """(full numbers, masked numbers as (first digits, last digits)). fp 21, fp 60."""
    full, masked = [], []
    if is_empty(text, name_like=True):
        return full, masked
    for part in re.split('[、,;/\n\r]+', unicodedata.normalize('NFKC', text).translate(ZERO_WIDTH)):
        part = trim(part).replace(' ', '')
        if re.fullmatch(r'\d+\.0', part, re.ASCII):
            part = part[:-2]                            # a number column saved with decimals
        if re.fullmatch(r'\d+(\.\d+)?E\+?\d+', part, re.I):
            continue                                    # lost in Excel, never a key
        part = re.sub(r'^(\+86|0086|86-)-?', '', part)
        mask = re.search(r'[*xX•●×]+', part)
        if mask and re.search(r'\d', part):
            before = re.sub(r'\D', '', part[:mask.start()])
            after = re.sub(r'\D', '', part[mask.end():])
            if before and after:
                masked.append((before, after))
            continue
        digits = re.sub(r'\D', '', part, flags=re.ASCII)
        digits = ''.join(ch for ch in digits if ch in '0123456789')
        if len(digits) == 13 and digits.startswith('861'):
            digits = digits[2:]
        if is_phone_key(digits) and digits not in full:
            full.append(digits)
    return full, masked


def is_phone_key(digits):
    # fp 21: 11 digits starting 1, or a landline of 7 to 12 digits; never all digits equal
    if len(set(digits)) <= 1:
        return False
    return 7 <= len(digits) <= 12


def names(text):
    """All names of a cell, folded."""
    if is_empty(text, name_like=True):
        return []
    found = []
    for part in SEPARATORS.split(fold(text)):
        part = part.strip()
        if part and not is_empty(part, name_like=True) and part not in found:
            found.append(part)
    return found


# fp 20: two-character surnames
DOUBLE_SURNAMES = ('欧阳', '上官', '司马', '诸葛', '东方', '皇甫', '尉迟', '公孙', '慕容', '司徒', '令狐', '夏侯')


def surname(name):
    name = re.sub(r'(先生|女士)$', '', name)
    for double in DOUBLE_SURNAMES:
        if name.startswith(double):
            return double
    return name[:1]


LEAVER = re.compile(r'(\(离职\)|-离职|已离职)$')         # fp 66, after NFKC


def staff_name(name):
    return LEAVER.sub('', name).strip()


# ---------------------------------------------------------------------------- rooms

def room(text):
    """fp 59: NFKC, blanks removed, 号楼/栋/幢/#/单元/室 become "-" or nothing."""
    if is_empty(text, name_like=True):
        return None
    body = re.sub(r'\s', '', fold(text))
    body = re.sub(r'号楼|栋|幢|#|单元', '-', body)
    body = body.replace('室', '')
    body = re.sub(r'-+', '-', body).strip('-')
    return body or None


def building(room_key):
    return room_key.split('-')[0] if room_key and '-' in room_key else None
