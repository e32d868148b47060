"""Launch day: demand, forecast, queue. fp 40, 41, 56."""
import re
from fractions import Fraction

import results
import stock
import values
from figures import figure


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
    """Non-parking rooms whose 推售日期 is the 开盘日期; without the setting all unsold rooms."""
    rooms = stock.homes(office)
    opening = office.setting('开盘日期')
    if opening:
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
    for unit in office.units:
        if unit.get('room-key') == room:
            return unit.get('layout')
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
    """fp 56: Σ grade count × probability, kept as Σ/100."""
    total = 0
    for card in valid_cards(f.office, f.day):
        grade = (card.get('level') or 'D')[0]
        default = {'A': '80', 'B': '80', 'C': '50'}.get(grade, '0')
        text = f.office.setting('成交概率' + grade, default).rstrip('%') if grade in 'ABCD' else '0'
        probability = Fraction(text)
        if '%' not in f.office.setting('成交概率' + grade, '%') and probability <= 1:
            probability *= 100                                           # 0.8 for 80 %
        total += probability
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
        lines.append([number + 1, clock(start + number * minutes), batch[0].get('card'), batch[-1].get('card')])
    return results.table(['batch', 'clock', 'from', 'to'], lines)


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
        rates = re.fullmatch(r'([\d.]+)/([\d.]+)', value)
        if not match or not rates:
            continue
        arrivals, minutes = Fraction(rates.group(1)), Fraction(rates.group(2))
        load = arrivals * minutes / 60
        planned = -((-load * 5) // 4)                                    # ceil(a / 0.8)
        wait = erlang_c(planned, load) * minutes / (planned - load) if load < planned else None
        lines.append([match.group(1), results.number(arrivals), results.number(minutes), results.number(load), int(planned),
                      results.number(wait)])
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
