"""The entry audit: what the records of the period get wrong. fp 14, 73; rules and readings in DECISIONS.md."""
from fractions import Fraction

import results
import values
from figures import figure
from traffic import parties_in

# rule -> shown name
MISSING, LATE, CLASH, NO_VISIT, FIRST, PRICE, TWICE, CHANNEL, NO_SALE, ORDER = (
    '缺项', '录入不及时', '撞单', '成交无来访', '首复访不符', '单价与总价不符', '一房两卖', '未知渠道', '退房无认购', '日期先后颠倒')
REQUIRED = {'calls': ('name', 'phone', 'channel', 'staff'), 'visits': ('name', 'phone', 'channel', 'staff', 'level'),
            'deals': ('name', 'phone', 'area', 'staff')}


def event_rows(office, kind, window):
    """Counted rows with an event of the kind in the window (deals: the first date)."""
    return [row for row in office.ok(kind) if office.first_date(row) is not None and office.first_date(row) in window
            and office.first_date(row) <= office.as_of]


def required_cells(office, window):
    """(row, field, filled) for every required field whose column the file has."""
    for kind, fields in REQUIRED.items():
        for row in event_rows(office, kind, window):
            for field in fields:
                if row.source.has(field):
                    filled = not values.is_empty(row.text(field), name_like=field in ('name', 'phone', 'staff'))
                    yield row, field, filled


def hits(office, window):
    """[(row, rule, value, expected, consultants)]"""
    found = []

    def hit(row, rule, value, expected):
        found.append((row, rule, value, expected, '、'.join(office.people(row.get('staff'))) or None))

    for row, field, filled in required_cells(office, window):
        if not filled:
            hit(row, MISSING, None, field)
    for kind in REQUIRED:
        for row in event_rows(office, kind, window):
            created = row.get('created')
            if created and created > office.first_date(row):
                hit(row, LATE, results.day(created), results.day(office.first_date(row)))
            channel = row.get('channel')
            if channel and not office.folder.folding.known(kind, 'channel', channel):
                hit(row, CHANNEL, channel, None)
    for party in parties_in(office, window):
        first = office.first_party[party.customer]
        if party is not first and party.staff and first.staff and not set(party.staff) & set(first.staff):
            hit(party.rows[0], CLASH, '、'.join(party.staff), '、'.join(first.staff))
        for row in party.rows[:1]:                                       # later rows of the day are the same party
            expected = '首访' if party.first else '复访'
            if row.get('kind') in ('首访', '复访') and row.get('kind') != expected:
                hit(row, FIRST, row.get('kind'), expected)
    for deal in office.home_deals:
        row = deal.rows[0]
        if deal.subscribed in window:
            parties = office.parties_of.get(deal.customer, [])
            if office.has('visits') and not any(party.day <= deal.subscribed for party in parties):
                hit(deal.sub_row, NO_VISIT, None, None)
            price, total = deal.positive('unit-price', row), (deal.positive('subscribed-total', row) or deal.positive('total', row)
                                                              or deal.positive('signed-total', row))
            if price and total and deal.area:
                own = Fraction(total * 100, deal.area)
                if abs(own - price) > 100:                               # over 1 元/㎡
                    hit(row, PRICE, results.hundredths(price), results.hundredths(values.half_away(own)))
            for other in office.home_deals:
                if other is not deal and other.room and other.room == deal.room and other.active(deal.subscribed) and (
                        other.subscribed, other.order) < (deal.subscribed, deal.order):
                    hit(deal.sub_row, TWICE, deal.room, str(other.rows[0]))
                    break
        if deal.cancelled in window and deal.subscribed is None:
            hit(deal.cancel_row, NO_SALE, None, None)
        if deal.subscribed and not deal.direct:
            for day, event_row in ((deal.signed, deal.sign_row), (deal.cancelled, deal.cancel_row)):
                if day in window and day < deal.subscribed:
                    hit(event_row, ORDER, results.day(day), results.day(deal.subscribed))
    found.sort(key=lambda line: (line[0].order, line[1], line[3] or ''))
    return found


@figure('audit.hits')
def audit_hits(f):
    return results.table(['file', 'line', 'rule', 'value', 'expected', 'staff'],
                         [[row.source.name, row.line, rule, value, expected, staff]
                          for row, rule, value, expected, staff in hits(f.office, f.window)])


@figure('audit.summary')
def audit_summary(f):
    count = {}
    for _, rule, _, _, _ in hits(f.office, f.window):
        count[rule] = count.get(rule, 0) + 1
    return results.table(['rule', 'count'], [[rule, count[rule]] for rule in sorted(count, key=lambda rule: (-count[rule], rule))])


@figure('audit.complete-rate')
def audit_complete_rate(f):
    cells = list(required_cells(f.office, f.window))
    return results.ratio(len([cell for cell in cells if cell[2]]), len(cells))
