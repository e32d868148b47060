"""Launch day: demand, forecast, queue. fp 40, 41, 56."""
import re
from fractions import Fraction

import results
import stock
import values
from figures import figure
from periods import ONE


def valid_cards(office, day):
    """fp 40: not returned by the day; of a customer's several cards the earliest."""
    cards = [row for row in office.ok('cards') if not (row.get('returned') and row.get('returned') <= day)
             and not (row.get('issued') and row.get('issued') > day) and row in office.customer_of]
    cards.sort(key=lambda row: (row.get('issued') is None, row.get('issued'), row.order) if row.get('issued') else (True, None, row.order))
    chosen, seen = [], set()
    for card in cards:
        customer = office.customer_of[card]
        if customer not in seen:
            seen.add(customer)
            chosen.append(card)
    return chosen


def card_number(row):
    """fp 41: digits compared as numbers."""
    text = row.get('card') or ''
    return [int(part) if part.isdigit() else part for part in re.split(r'([0-9]+)', text)], row.order


def launch_supply(office, day):
    """Non-parking rooms whose 推售日期 is the 开盘日期; without the setting, or the column, all unsold rooms."""
    rooms = stock.homes(office)
    opening = office.setting('开盘日期')
    if opening and office.folder.has_column('units', 'released'):
        _, opening_day, _ = values.day(opening)
        return [row for row in rooms if row.get('released') == opening_day]
    sold = stock.Stock(office, day)
    return [row for row in rooms if not sold.is_sold(row)]


def choice_layout(office, row, field):
    """A room (its layout by the units file) or the name of a layout."""
    text = row.get(field)
    if not text:
        return None
    room = values.room(text)
    for unit in stock.homes(office):
        if unit.get('room-key') == room:
            return unit.get('layout') or '未填'
    return text


@figure('launch.demand', 'cards', 'units', scopes='date')
def launch_demand(f):
    office = f.office
    supply, first, second = {}, {}, {}
    for row in launch_supply(office, f.day):
        supply[row.get('layout') or '未填'] = supply.get(row.get('layout') or '未填', 0) + 1
    for card in valid_cards(office, f.day):
        for field, counts in (('unit-1', first), ('unit-2', second)):
            layout = choice_layout(office, card, field)
            if layout:
                counts[layout] = counts.get(layout, 0) + 1
    hot = Fraction(office.setting('热度阈值', '2'))
    lines = []
    for layout in sorted(set(supply) | set(first) | set(second), key=lambda word: (-supply.get(word, 0), word)):
        s, a, b = (counts.get(layout, 0) for counts in (supply, first, second))
        heat = None if s == 0 else '热' if Fraction(a, s) >= hot else '平' if a >= s else '冷'
        lines.append([layout, s, a, b, results.ratio(a, s), heat, min(a, s), a - s])
    return results.table(['layout', 'supply', 'first', 'second', 'ratio', 'heat', 'expected', 'gap'], lines)


@figure('launch.forecast', 'cards', scopes='date')
def launch_forecast(f):
    return expected_sales(f.office, f.day)


def expected_sales(office, day):
    """fp 56: Σ grade count × probability, kept as Σ/100."""
    total = 0
    for card in valid_cards(office, day):
        total += odds(office, grade_of(card))                            # blank is 0, whatever the odds of D
    return results.ratio(total, 100)


def queue_settings(office):
    size, minutes = office.setting('每批组数', '3'), office.setting('每批分钟', '3')
    start = re.fullmatch(r'(\d{1,2}):(\d{2})', office.setting('选房开始', '9:00'))
    if start is None:
        return None
    return int(size), int(minutes), int(start.group(1)) * 60 + int(start.group(2))


def clock(minutes):
    return f'{minutes // 60:02d}:{minutes % 60:02d}'


def queue(office, day):
    return sorted(valid_cards(office, day), key=lambda row: [(isinstance(part, str), part) for part in card_number(row)[0]])


@figure('launch.ballot-odds', 'cards', 'units', scopes='date')
def launch_ballot_odds(f):
    """Homes over registered parties. F41"""
    return results.ratio(len(launch_supply(f.office, f.day)), len(valid_cards(f.office, f.day)))


@figure('launch.batches', 'cards', scopes='date')
def launch_batches(f):
    settings = queue_settings(f.office)
    if settings is None:
        return results.null('no batch settings')
    size, minutes, start = settings
    cards = queue(f.office, f.day)
    lines = []
    for first in range(0, len(cards), size):
        batch = cards[first:first + size]
        number = first // size
        lines.append([number + 1, clock(start + number * minutes), batch[0].get('card'), batch[-1].get('card'), len(cards) - first])
    return results.table(['batch', 'clock', 'from', 'to', 'waiting'], lines)


@figure('launch.clock', 'cards', scopes='date')
def launch_clock(f):
    settings = queue_settings(f.office)
    if settings is None:
        return results.null('no batch settings')
    size, minutes, start = settings
    return results.table(['card', 'clock'], [[card.get('card'), clock(start + rank // size * minutes)]
                                             for rank, card in enumerate(queue(f.office, f.day))])


def erlang_c(servers, load):
    """The chance to wait, by the recursion of Erlang B; exact."""
    blocked = Fraction(1)
    for k in range(1, servers + 1):
        blocked = load * blocked / (k + load * blocked)
    return blocked / (1 - (load / servers) * (1 - blocked))


@figure('launch.stations', scopes='date')
def launch_stations(f):
    lines = []
    for name, value in f.office.folder.settings.items():
        match = re.fullmatch(r'工位:(.+)', name)
        rates = re.fullmatch(r'([\d.]+)/([\d.]+)(?:/(\d+))?', value)
        if not match or not rates:
            continue
        arrivals, minutes = Fraction(rates.group(1)), Fraction(rates.group(2))
        load = arrivals * minutes / 60
        planned = -((-load * 5) // 4)                                    # ceil(a / 0.8)
        there = planned if rates.group(3) is None else int(rates.group(3))
        wait = erlang_c(there, load) * minutes / (there - load) if load < there else '不足'
        lines.append([match.group(1), results.number(arrivals), results.number(minutes), results.number(load), int(planned),
                      wait if isinstance(wait, str) else results.number(wait)])
    return results.table(['zone', 'arrivals', 'minutes', 'load', 'planned', 'wait'], lines) if lines else results.null('no stations')


@figure('launch.price-curve', 'cards', scopes='date')
def launch_price_curve(f):
    """P(p) = valid answers whose highest acceptable price is p or more."""
    prices = [card.get('price') for card in valid_cards(f.office, f.day) if card.get('price')]
    lines = []
    for price in sorted(set(prices)):
        count = len([other for other in prices if other >= price])
        lines.append([results.hundredths(price), count, results.ratio(count, len(prices))])
    return results.table(['price', 'count', 'share'], lines)


# ---------------------------------------------------------------------------- heat, grades, prices, choices

GRADES = (('A', '80'), ('B', '80'), ('C', '50'), ('D', '0'))


def odds(office, grade):
    """Percent, as the settings write it: 80, 80 % and 0.8 are one. fp 56"""
    default = dict(GRADES).get(grade)
    if default is None:
        return Fraction(0)
    text = office.setting('成交概率' + grade, default)
    value = Fraction(text.rstrip('%'))
    return value * 100 if '%' not in text and value <= 1 else value


def grade_of(card):
    return (card.get('level') or '未填')[0] if (card.get('level') or '')[:1] in ('A', 'B', 'C', 'D') else '未填'


@figure('launch.grades', 'cards', scopes='date')
def launch_grades(f):
    cards = valid_cards(f.office, f.day)
    names = [name for name, _ in GRADES] + (['未填'] if any(grade_of(card) == '未填' for card in cards) else [])
    rows = []
    for name in names:
        count = len([card for card in cards if grade_of(card) == name])
        part = odds(f.office, name)
        rows.append([name, count, results.ratio(count, len(cards)), results.ratio(part, 100), results.ratio(count * part, 100)])
    return results.table(['name', 'count', 'share', 'odds', 'expected'], rows)


@figure('launch.heat', 'cards', 'units', scopes='date')
def launch_heat(f):
    """How often each released room is named: 热 from the threshold, 平 from one, else 冷."""
    office, cards = f.office, valid_cards(f.office, f.day)
    hot = Fraction(office.setting('热度阈值', '2'))
    rows = []
    for unit in sorted(launch_supply(office, f.day), key=lambda row: row.order):
        first, second = (len([card for card in cards if card.get(field) and values.room(card.get(field)) == unit.get('room-key')])
                         for field in ('unit-1', 'unit-2'))
        rows.append([unit.get('room-key'), unit.get('building-key'), unit.get('floor'), '热' if first >= hot else '平' if first >= 1 else '冷', first, second,
                     unit.get('layout')])
    return results.table(['room', 'building', 'floor', 'state', 'first', 'second', 'layout'], rows)


@figure('launch.suggested-price', 'cards', 'units', scopes='date')
def launch_suggested_price(f):
    """The highest price p with forecast × P(p) ≥ supply."""
    prices = [card.get('price') for card in valid_cards(f.office, f.day) if card.get('price')]
    expected = launch_forecast(f)
    forecast = Fraction(expected['numerator']) / expected['denominator']
    supply = len(launch_supply(f.office, f.day))
    enough = [price for price in set(prices)
              if forecast * len([other for other in prices if other >= price]) >= supply * len(prices)]
    if not enough or not supply:
        return results.null('too few')
    return results.scalar(results.hundredths(max(enough)), '元/㎡')


def layouts(office, day):
    """Every layout of the supply or of a choice, most supply first."""
    supply, named = {}, set()
    for row in launch_supply(office, day) if office.has('units') else []:
        supply[row.get('layout') or '未填'] = supply.get(row.get('layout') or '未填', 0) + 1
    for card in valid_cards(office, day):
        named |= {choice_layout(office, card, field) for field in ('unit-1', 'unit-2')} - {None}
    return sorted(set(supply) | named, key=lambda word: (-supply.get(word, 0), word)), supply


@figure('launch.choices', 'cards', scopes='date')
def launch_choices(f):
    pairs = {}
    for card in valid_cards(f.office, f.day):
        first = choice_layout(f.office, card, 'unit-1')
        if first:
            pair = first, choice_layout(f.office, card, 'unit-2') or '无次选'
            pairs[pair] = pairs.get(pair, 0) + 1
    names, _ = layouts(f.office, f.day)
    return results.table(['layout', 'second', 'count'], [[first, second, pairs.get((first, second), 0)]
                                                         for first in names for second in names + ['无次选']])


# ---------------------------------------------------------------------------- the day itself

SCHEDULE = (('T−60…−45', -60), ('T−32', -32), ('T−30', -30), ('T−21', -21), ('T−14', -14), ('T−10', -10), ('T−7', -7), ('T−5', -5),
            ('T−4…−3', -4), ('T−3…−1', -3), ('T', 0), ('T', 0), ('T+1…+7', 1))


@figure('launch.schedule', scopes='date')
def launch_schedule(f):
    opening = f.office.setting('开盘日期')
    if not opening:
        return results.null('no launch day')
    return results.table(['day', 'date'], [[name, results.day(values.day(opening)[1] + offset * ONE)] for name, offset in SCHEDULE])


# item, use for each party, reserve, days before the launch: the house's list in DECISIONS.md
MATERIALS = (('号码牌', 1, 10, 5), ('选房须知', 1, 20, 5), ('价格表', 1, 20, 5), ('房源确认单', 1, 10, 5), ('封号贴', 2, 10, 5), ('认购书', 1, 20, 4),
             ('资料袋', 1, 20, 4), ('饮用水（瓶）', Fraction(200, 150), 0, 3), ('礼品', 1, 5, 3))


@figure('launch.materials', 'cards', scopes='date')
def launch_materials(f):
    count = len(valid_cards(f.office, f.day))
    opening = f.office.setting('开盘日期')
    day = values.day(opening)[1] if opening else None
    return results.table(['item', 'ratio', 'quantity', 'owner', 'due'],                 # owners are written in by hand
                         [[item, results.number(ratio), int(-(-(ratio * count + reserve) // 1)), None, results.day(day - before * ONE) if day else None]
                          for item, ratio, reserve, before in MATERIALS])
