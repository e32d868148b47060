"""Rooms: released, sold, available. fp 15, 16, 17."""
from fractions import Fraction

import results
from figures import figure
from office import PARKING, UNFILLED
from periods import Window
from sales import signed_in

SOLD_STATUS = {'认购', '签约', '已售', '已认购', '已签约'}
RESERVED_STATUS = {'保留', '销控', '锁房', '预留'}


def homes(office):
    """Units that are no parking."""
    return [row for row in office.units if not any(word in (row.get('product') or '') for word in PARKING)]


def deal_rooms(office):
    """Rooms that any deals row mentions."""
    return {row.get('room') for row in office.usable('deals') if row.get('room')}


def given_up(deal):
    """The day from which a deal holds its room no more: exchanged for another, or cancelled."""
    swapped = deal.swap_day if deal.special == '换房' and not deal.successor else None
    return min((day for day in (swapped, deal.cancelled) if day), default=None)


def sold_rooms(office, day):
    """fp 15: rooms with a subscription on or before the day that is not cancelled by it.

    A room given back by a 换房 is free from that day; its successor's room is sold.
    """
    found = set()
    for deal in office.room_deals:
        ended = given_up(deal)
        if deal.room and deal.subscribed and deal.subscribed <= day and not (ended and ended <= day):
            found.add(deal.room)
    return found


class Stock:
    def __init__(self, office, day):
        self.office, self.day = office, day
        self.mentioned, self.sold_by_deals = deal_rooms(office), sold_rooms(office, day)
        self.basis = office.setting('去化口径', '推售')
        self.has_released = office.folder.has_column('units', 'released')
        self.has_permit = office.folder.has_column('units', 'permit')
        rows = homes(office)
        self.sold = [row for row in rows if self.is_sold(row)]
        self.released = [row for row in rows if self.is_sold(row) or self.is_released(row)]
        self.available = [row for row in self.released if not self.is_sold(row)]
        # The setting is of the denominator only (fp 16): what is released stays what it is.
        self.base = [row for row in rows if self.is_sold(row) or self.is_base(row)]
        self.reserved = [row for row in self.available if row.get('status') in RESERVED_STATUS]

    def is_sold(self, row):
        room = row.get('room-key')
        if room in self.mentioned:
            return room in self.sold_by_deals
        return row.get('status') in SOLD_STATUS                          # sold since ever

    def is_released(self, row):
        """fp 16: a blank date is not released."""
        for field, known in (('released', self.has_released), ('permit', self.has_permit)):
            if known:
                return row.get(field) is not None and row.get(field) <= self.day
        return True

    def is_base(self, row):
        if self.basis == '全部' or self.basis == '取证' and not self.has_permit:
            return True
        if self.basis == '取证':
            return row.get('permit') is not None and row.get('permit') <= self.day
        return self.is_released(row)


def unit_amount(row):
    """表价总价, else 表价 × 面积."""
    if row.get('list-total'):
        return row.get('list-total')
    if row.get('list-price') and row.get('area'):
        from values import half_away
        return half_away(Fraction(row.get('list-price') * row.get('area'), 100))
    return None


MEASURE = {'units': lambda rows: len(rows), 'area': lambda rows: sum(row.get('area') or 0 for row in rows),
           'amount': lambda rows: sum(unit_amount(row) or 0 for row in rows)}


def show(value, measure):
    return value if measure == 'units' else results.hundredths(value)


def three(name):
    for measure, of in MEASURE.items():
        @figure(f'stock.{name}.{measure}', 'units', scopes='date')
        def compute(f, measure=measure, of=of):
            rows = getattr(Stock(f.office, f.day), name)
            return results.scalar(show(of(rows), measure), {'units': '套', 'area': '㎡', 'amount': '元'}[measure])


for _name in ('released', 'sold', 'available'):
    three(_name)

for _measure, _of in MEASURE.items():
    @figure(f'stock.sell-through.{_measure}', 'units', scopes='date')
    def sell_through(f, measure=_measure, of=_of):
        stock = Stock(f.office, f.day)
        how = None if measure == 'units' else 'hundredths'
        return results.ratio(of(stock.sold), of(stock.base), top=how, bottom=how)


@figure('stock.months', 'units', 'deals', scopes='date')
def stock_months(f):
    """fp 17: available area over the mean signed area of the last N complete months (the setting, 6 by default) inside the data's span."""
    office, day = f.office, f.day
    first = office.first_day('deals')
    wanted = int(office.setting('去化月数', '6'))
    months, month = [], office.calendar.containing('month', day)
    if month.last > day:
        month = office.calendar.previous(month)
    while first and len(months) < wanted and month.first >= first:
        months.append(month)
        month = office.calendar.previous(month)
    if not months:
        return results.null('no complete month')
    signed = sum(deal.area or 0 for deal in signed_in(office, Window(months[-1].first, months[0].last)))
    if signed == 0:
        return results.null('nothing signed')
    return results.ratio(MEASURE['area'](Stock(office, day).available) * len(months), signed, top='hundredths', bottom='hundredths')


def stock_by(name, word_of):
    @figure('stock.by-' + name, 'units', scopes='date')
    def by(f):
        stock = Stock(f.office, f.day)
        counts = {}
        for key, rows in (('released', stock.released), ('sold', stock.sold), ('available', stock.available), ('reserved', stock.reserved),
                          ('base', stock.base)):
            for row in rows:
                counts.setdefault(word_of(row) or UNFILLED, {}).setdefault(key, []).append(row)
        lines = []
        for word in sorted(counts, key=lambda word: (-len(counts[word].get('released', [])), word)):
            released, sold, available, reserved, base = (len(counts[word].get(key, []))
                                                         for key in ('released', 'sold', 'available', 'reserved', 'base'))
            lines.append([word, released, sold, available, reserved, results.ratio(sold, base)])
        return results.table(['name', 'released', 'sold', 'available', 'reserved', 'sell-through'], lines)


stock_by('building', lambda row: row.get('building-key'))
stock_by('layout', lambda row: row.get('layout'))
stock_by('product', lambda row: row.get('product'))
