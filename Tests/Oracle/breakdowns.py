"""Breakdowns by the words of a field. fp 18, 19, 51, 71, 72, 77."""
import re
from fractions import Fraction

import results
import values
from figures import figure
from office import UNASSIGNED, UNFILLED
from sales import amounts
from traffic import calls_in, first_parties_in, gross_in, parties_in

WEEKDAYS = ('周一', '周二', '周三', '周四', '周五', '周六', '周日')
NATURAL = {'age', 'level', 'weekday', 'hour', 'area-band', 'total-band', 'budget-band'}
MULTI = {'objection', 'focus', 'rival'}


def weekday(day):
    return WEEKDAYS[day.isoweekday() - 1]


def hour_text(hour):
    return None if hour is None else f'{hour:02d}:00'


BUDGET_WORDS = re.compile('以下|以内|不超过|以上|左右|之间|总价|预算|人民币|约|起|至|到|元|[-~–—～－ +\u3000]')


def budget_band(text):
    """Bands of 50万; of two numbers the middle, 以下 just below; a bare number under 10,000 is 万元."""
    if not text:
        return UNFILLED
    found = re.findall(r'([0-9.,]+)\s*([万亿]?)', text)
    rest = re.sub(r'[0-9.,]+\s*[万亿]?', '', text)
    while rest and (match := BUDGET_WORDS.match(rest)):
        rest = rest[match.end():]
    numbers = []
    for digits, unit in found:
        digits = digits.replace(',', '')
        if not re.fullmatch(r'\d+(\.\d*)?|\.\d+', digits):
            return '其他写法'
        numbers.append((Fraction(digits.rstrip('.') if not digits.startswith('.') else '0' + digits), unit or found[-1][1]))
    if rest or len(numbers) not in (1, 2):
        return '其他写法'
    yuan = [number * {'万': 10000, '亿': 10 ** 8, '': 10000 if number < 10000 else 1}[unit] for number, unit in numbers]
    if yuan[0] > yuan[-1]:
        return '其他写法'
    middle = (yuan[0] + yuan[-1]) / 2
    at = int(middle // 500000)
    if len(yuan) == 1 and re.search('以下|以内|不超过', text) and middle == at * 500000 and at:
        at -= 1
    return '1000万以上' if at >= 20 else f'{at * 50}-{at * 50 + 50}万'


def party_words(party, field):
    """fp 72: the party's own cells; blank is 未填."""
    if field == 'weekday':
        return [weekday(party.day)]
    if field == 'hour':
        return [hour_text(party.hour) or UNFILLED]
    if field == 'budget-band':
        return [budget_band(party.single('budget'))]
    if field in MULTI:
        return party.united(field) or [UNFILLED]
    return [party.single(field) or UNFILLED]


def deal_words(office, deal, field):
    """The buyer's words."""
    if field == 'channel':
        return [office.deal_channel(deal)]                               # fp 19
    if field in MULTI:
        return office.buyer_words(deal, field) or [UNFILLED]             # fp 18
    if field == 'weekday':
        return [office.buyer_value(deal, lambda party: weekday(party.day)) or UNFILLED]
    if field == 'hour':
        return [office.buyer_value(deal, lambda party: hour_text(party.hour)) or UNFILLED]
    if field == 'budget-band':
        return [budget_band(office.buyer_value(deal, lambda party: party.single('budget')))]
    return [office.buyer_value(deal, lambda party: party.single(field)) or UNFILLED]


def natural_key(word):
    """Age bands, hours and generated bands by their first number; 未填 last."""
    if word == UNFILLED:
        return (2, 0, word)
    if word in WEEKDAYS:
        return (0, WEEKDAYS.index(word), word)
    number = re.search(r'\d+', word)
    if number:
        below = bool(re.search('以下|以内|<', word))
        return (0, int(number.group()) * 2 - below, word)
    return (1, 0, word)


def level_key(word):
    """A before B; within a letter + before plain before −; 未填 last."""
    match = re.fullmatch(r'([A-Z])([0-9]?)([+-]?)', word)
    if match:
        return (0, match.group(1), {'+': 0, '': 1, '-': 2}[match.group(3)], match.group(2), word)
    return (2, '', 0, '', word) if word == UNFILLED else (1, '', 0, '', word)


def ordered(words, count, field):
    if field == 'level':
        return sorted(words, key=level_key)
    if field == 'contact':                                               # 7天内 before 8-15天 …, 超过60天 last
        return sorted(words, key=lambda word: (word.startswith('超过'), int(re.search(r'\d+', word).group())))
    if field in NATURAL:
        return sorted(words, key=natural_key)
    return sorted(words, key=lambda word: (-count.get(word, 0), word))   # fp 77


def tally(items, words_of, weight=lambda item: 1):
    found = {}
    for item in items:
        for word in words_of(item):
            found[word] = found.get(word, 0) + weight(item)
    return found


def visits_columns(office, window, field):
    columns = {'count': tally(parties_in(office, window), lambda party: party_words(party, field)),
               'first': tally(first_parties_in(office, window), lambda party: party_words(party, field))}
    if office.has('deals'):
        deals = gross_in(office, window)
        columns['deals'] = tally(deals, lambda deal: deal_words(office, deal, field))
        if field == 'channel':
            columns['amount'] = tally(deals, lambda deal: deal_words(office, deal, field), lambda deal: deal.amount or 0)
    if field == 'channel' and office.has('calls'):
        columns['calls'] = tally(calls_in(office, window), lambda row: [row.get('channel') or UNFILLED])
    return columns


def breakdown(f, kinds, field, columns_of, total_of, extra=()):
    """Rows for every word with any non-zero column in the period or the compared one."""
    office = f.office
    this = columns_of(office, f.window)
    comparable = f.previous is not None and not f.outside(f.previous, kinds)
    before = columns_of(office, f.previous) if comparable else {}
    words = {word for column in list(this.values()) + list(before.values()) for word, value in column.items() if value}
    total = total_of(office, f.window)
    header = ['name', 'count', 'share'] + (['previous', 'change'] if f.scope == 'this' else []) + list(extra)
    rows = []
    for word in ordered(words, this['count'], field):
        count = this['count'].get(word, 0)
        row = [word, results.number(count), results.ratio(count, total)]
        if f.scope == 'this':
            previous = before['count'].get(word, 0) if comparable else None
            row += [results.number(previous), results.change(count, previous)]
        for key in extra:
            if key not in this:
                row.append(None)
            elif key == 'amount':
                row.append(results.hundredths(this[key].get(word, 0)))
            else:
                row.append(results.number(this[key].get(word, 0)))
        rows.append(row)
    return results.table(header, rows)


@figure('calls.by-channel', 'calls')
def calls_by_channel(f):
    return breakdown(f, ['calls'], 'channel',
                     lambda office, window: {'count': tally(calls_in(office, window), lambda row: [row.get('channel') or UNFILLED])},
                     lambda office, window: len(calls_in(office, window)))


def visits_by(field):
    extra = ('first', 'deals') + (('calls', 'amount') if field == 'channel' else ())

    @figure('visits.by-' + field, 'visits')
    def by(f):
        return breakdown(f, ['visits'], field, lambda office, window: visits_columns(office, window, field),
                         lambda office, window: len(parties_in(office, window)), extra)


VISIT_FIELDS = ('channel', 'district', 'age', 'purpose', 'family', 'occupation', 'product', 'layout', 'area', 'budget', 'budget-band',
                'level', 'payment', 'times', 'objection', 'focus', 'rival', 'weekday', 'hour')
for _field in VISIT_FIELDS:
    visits_by(_field)


# ---------------------------------------------------------------------------- deals

# Half-open: the lower bound belongs to the band.
AREA_BANDS = ((None, 90, '90㎡以下'), (90, 120, '90-120㎡'), (120, 144, '120-144㎡'), (144, None, '144㎡以上'))
TOTAL_BANDS = ((None, 100, '100万以下'), (100, 200, '100-200万'), (200, 300, '200-300万'), (300, 500, '300-500万'), (500, None, '500万以上'))


def band(value, bands, unit):
    """value in hundredths; the bands in whole units."""
    if not value:
        return UNFILLED
    for low, high, name in bands:
        if (low is None or value >= low * unit) and (high is None or value < high * unit):
            return name
    return UNFILLED


def deal_word(office, deal, field):
    if field == 'channel':
        return office.deal_channel(deal)
    if field in ('district', 'age', 'purpose'):
        return deal_words(office, deal, field)[0]
    if field == 'layout':
        return deal.layout or UNFILLED
    if field == 'product':
        return deal.product or UNFILLED
    if field == 'payment':
        return deal.payment or UNFILLED
    if field == 'area-band':
        return band(deal.area, AREA_BANDS, 100)
    if field == 'total-band':
        return band(deal.amount, TOTAL_BANDS, 100 * 10000)
    if field == 'building':
        return office.building_of(deal.room) or UNFILLED
    raise KeyError(field)


def deals_by(field):
    @figure('deals.by-' + field, 'deals')
    def by(f):
        return breakdown(f, ['deals'], field,
                         lambda office, window: {'count': tally(gross_in(office, window), lambda deal: [deal_word(office, deal, field)])},
                         lambda office, window: len(gross_in(office, window)))


for _field in ('channel', 'district', 'age', 'purpose', 'layout', 'product', 'area-band', 'total-band', 'payment', 'building'):
    deals_by(_field)


def staff_credit(deals):
    """Each of n consultants has 1/n of a unit; Σ + 未分配 = the project."""
    found = {}
    for deal in deals:
        people = deal.staff or [UNASSIGNED]
        for person in people:
            found[person] = found.get(person, 0) + Fraction(1, len(people))
    return found


@figure('deals.by-staff', 'deals')
def deals_by_staff(f):
    return breakdown(f, ['deals'], 'staff', lambda office, window: {'count': staff_credit(gross_in(office, window))},
                     lambda office, window: len(gross_in(office, window)))
