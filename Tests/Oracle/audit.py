"""The entry audit: what the records of the period get wrong. fp 14, 73; rules and readings in DECISIONS.md."""
import re
import unicodedata
from datetime import timedelta
from fractions import Fraction

import identity
import results
import stock
import values
from figures import figure
from office import PARKING, UNASSIGNED
from traffic import parties_in

# rule -> shown name
MISSING, LATE, CLASH, NO_VISIT, FIRST, PRICE, TWICE, CHANNEL, NO_SALE, ORDER = (
    '缺项', '录入不及时', '撞单', '成交无来访', '首复访不符', '单价与总价不符', '一房两卖', '未知渠道', '退房无认购', '日期先后颠倒')
# what assembly remarked, and states of the last counted day
(NO_DAY, SWAP, RENAMED, SUCCESSOR, VOID, CONVERSION, DIRECT, ADVANCED, SHARED, ID_OF_TWO, STATUS) = (
    '退房缺日期', '换房', '更名', '换房或更名的后一笔', '作废', '转签约', '直接签约', '旧状态已更新', '号码多人共用', '客户编号两人共用',
    '房态与成交不符')
REQUIRED = {'calls': ('name', 'phone', 'channel', 'staff'), 'visits': ('name', 'phone', 'channel', 'staff', 'level'),
            'deals': ('name', 'phone', 'area', 'staff')}
HEADERS = {'name': '客户姓名', 'phone': '联系电话', 'channel': '认知途径', 'staff': '置业顾问', 'level': '意向级别', 'area': '建筑面积'}


def parking_rows(office):
    """Deals rows of parking: they enter no figure but their own. fp 4"""
    found = {row for row in office.rows('deals')
             if any(word in (row.get('product') or office.unit_product.get(row.get('room')) or '') for word in PARKING)}
    for deal in office.deals:
        for row in deal.rows:
            (found.add if deal.parking else found.discard)(row)
    return found


def event_rows(office, kind, window):
    """Counted rows with an event of the kind in the window (deals: the first date)."""
    parking = parking_rows(office) if kind == 'deals' else ()
    return [row for row in office.ok(kind) if office.first_date(row) is not None and office.first_date(row) in window
            and office.first_date(row) <= office.as_of and row not in parking]


def is_filled(row, field):
    """Something readable is written; an unreadable number is 未填. fp 12"""
    text = row.text(field)
    if values.is_empty(text, name_like=field in ('name', 'phone', 'staff')):
        return False
    if field == 'phone':
        whole = re.sub(r'\d+(\.\d+)?E\+?\d+', '', unicodedata.normalize('NFKC', text), flags=re.I)
        return re.search(r'[0-9]', whole) is not None
    return row.get(field) not in (None, [])


def required_cells(office, window):
    """(row, field, filled) for every required field whose column the file has."""
    for kind, fields in REQUIRED.items():
        for row in event_rows(office, kind, window):
            for field in fields:
                if row.source.has(field):
                    yield row, field, is_filled(row, field)


def left_by(office, person, day):
    return any(person == office.person(row.get('name') or '') and row.get('left') and row.get('left') < day
               for row in office.staff_rows)


def holds(deal, day):
    """The room is the buyer's: not given back for another one."""
    given_back = deal.swap_day if deal.special == '换房' else None
    return deal.active(day) and not (given_back and given_back <= day)


def hits(office, window):
    """[(row, rule, value, expected, consultants)]"""
    found = []

    def hit(row, rule, value, expected, people=None):
        people = office.people(row.get('staff')) if people is None else people
        found.append((row, rule, value, expected, '、'.join(people) or None))

    for row, field, filled in required_cells(office, window):
        if not filled:
            hit(row, MISSING, None, HEADERS[field])
    for kind in REQUIRED:
        for row in event_rows(office, kind, window):
            created = row.get('created')
            if created and created > office.first_date(row):
                hit(row, LATE, results.day(created), results.day(office.first_date(row)))
            channel = row.get('channel')
            if channel and not office.folder.folding.known(kind, 'channel', channel):
                hit(row, CHANNEL, channel, '词语对照或内置渠道词')
    for party in parties_in(office, window):
        first = office.first_party[party.customer]
        if party is not first and party.staff and first.staff and not set(party.staff) & set(first.staff) and not all(
                left_by(office, person, party.day) for person in first.staff):
            hit(party.rows[0], CLASH, '、'.join(party.staff), '、'.join(first.staff), party.staff)
        # of several rows of a party the first that is written tells its kind (fp 9)
        marked = [row for row in party.rows if row.get('kind')]
        expected = '首访' if party.first else '复访'
        if marked and marked[0].get('kind') in ('首访', '复访') and marked[0].get('kind') != expected:
            hit(marked[0], FIRST, marked[0].get('kind'), expected)
    for deal in office.home_deals:
        if deal.subscribed in window:
            parties = office.parties_of.get(deal.customer, [])
            if office.has('visits') and not any(party.day <= deal.subscribed for party in parties):
                hit(deal.sub_row, NO_VISIT, results.day(deal.subscribed), '认购当日或以前有来访')
            check_price(deal, hit)
            for other in office.home_deals:
                if other is not deal and other.room and other.room == deal.room and holds(other, deal.subscribed) and (
                        other.subscribed, other.order) < (deal.subscribed, deal.order):
                    hit(deal.sub_row, TWICE, deal.room, f'{other.sub_row.source.name}:{other.sub_row.line}')
                    break
        if deal.cancelled in window and (deal.subscribed is None or deal.subscribed > office.as_of):
            hit(deal.cancel_row, NO_SALE, results.day(deal.cancelled), '应有认购或签约')
        if deal.subscribed and deal.subscribed <= office.as_of and not deal.direct:
            for day, event_row in ((deal.signed, deal.sign_row), (deal.cancelled, deal.cancel_row)):
                if day in window and day < deal.subscribed:
                    hit(event_row, ORDER, results.day(day), results.day(deal.subscribed))
    remarks(office, window, hit)
    found.sort(key=lambda line: (line[0].order, line[1]))
    return found


def check_price(deal, hit):
    """单价 against total / area; the row of the subscription first."""
    rows = [deal.sub_row] + sorted(deal.rows, key=lambda row: row.order)

    def first(field):
        return next(((row.get(field), row) for row in rows if row.get(field)), (None, None))

    price, row = first('unit-price')
    total = first('subscribed-total')[0] or first('total')[0] or first('signed-total')[0]
    if price and total and deal.area:
        own = Fraction(total * 100, deal.area)
        if abs(own - price) > 100:                                       # over 1 元/㎡
            hit(row, PRICE, results.hundredths(price), results.hundredths(values.half_away(own)))


def remarks(office, window, hit):
    """How rows of deals with a date in the window were read. fp 2, 3, 14"""
    parking = parking_rows(office)

    def seen(row):
        return row not in parking and any(day in window for day in office.deal_dates(row))

    for row in office.rows('deals'):
        if row.fate == 'duplicate' and (row.reason or '').startswith('same deal in ') and seen(row):
            hit(row, ADVANCED, row.reason.removeprefix('same deal in '), '同一成交以后一文件为准')
    for row in office.void_rows:
        if seen(row):
            hit(row, VOID, '作废', '不计入')
    for deal in office.room_deals:
        row = min(deal.rows, key=lambda row: row.order)
        stages = [day for day in (deal.subscribed, deal.signed, deal.cancelled) if day and day <= office.as_of]
        if not stages or not seen(row):
            continue
        if deal.successor:
            hit(row, SUCCESSOR, deal.room, '只计原成交')
            continue
        if deal.special and not (deal.swap_day and deal.swap_day > office.as_of):
            hit(row, SWAP if deal.special == '换房' else RENAMED, deal.room, '按原日期计入')
        if '转签约' in (row.get('cancel-kind'), row.get('status')) and not (row.get('cancelled') and row.get('cancelled') > office.as_of):
            hit(row, CONVERSION, results.day(row.get('cancelled')), '转签约不是退房')
        if deal.direct and deal.signed <= office.as_of:
            hit(row, DIRECT, results.day(deal.signed), '签约当日视同认购')
        if deal.by_status and deal.cancelled <= office.as_of:
            hit(row, NO_DAY, results.day(deal.cancelled), '缺退房日期，按最后阶段日计')


def states(office):
    """Numbers and ids that join nobody, statuses against the deals: (row, rule, value, expected, consultants)."""
    found = []
    order = {kind: at for at, kind in enumerate(('calls', 'visits', 'deals', 'cards'))}
    rows = sorted(office.customer_of, key=lambda row: (order[row.source.kind], row.order))
    numbers, ids = {}, {}
    for row in rows:
        for number in identity.full_phones(row):
            numbers.setdefault(number, []).append(row)
        if row.get('customer-id'):
            ids.setdefault(row.get('customer-id'), []).append(row)

    def staff(row):
        return '、'.join(office.people(row.get('staff'))) or None

    for number, same in numbers.items():
        if len({name for row in same for name in identity.surnames(row)}) > 5:
            found.append((same[0], SHARED, number, '至多五个姓氏，超过的不作合并依据', staff(same[0])))
    for name, same in ids.items():
        people = {office.customer_of[same[0]]}
        for row in same:
            if office.customer_of[row] not in people:
                people.add(office.customer_of[row])
                found.append((same[0], ID_OF_TWO, name, '一个编号一位客户', staff(same[0])))
    mentioned = {row.get('room') for row in office.usable('deals') if row.get('room')}
    for row in stock.homes(office) if office.has('units') else ():
        status, room = row.get('status'), row.get('room-key')
        is_sold = room in stock.sold_rooms(office, office.day)
        if room in mentioned and status and (status in stock.SOLD_STATUS) != is_sold:
            holder = [deal for deal in office.room_deals if deal.room == room and holds(deal, office.day)]
            # Of a room sold twice the contract, of a renamed one the new name.
            holder.sort(key=lambda deal: (bool(deal.signed and deal.signed <= office.day), deal.successor))
            people = '、'.join(office.people(holder[-1].staff_cell)) or None if holder else None
            found.append((row, STATUS, status, '已售' if is_sold else '未售', people))
    return found


def all_hits(f):
    lines = hits(f.office, f.window)
    if f.scope not in ('previous', 'last-year') and f.window.last == f.office.day:
        lines = sorted(lines + states(f.office), key=lambda line: (line[0].order, line[1]))
    return lines


@figure('audit.hits')
def audit_hits(f):
    return results.table(['file', 'line', 'rule', 'value', 'expected', 'staff'],
                         [[row.source.name, row.line, rule, value, expected, staff]
                          for row, rule, value, expected, staff in all_hits(f)])


@figure('audit.summary')
def audit_summary(f):
    count = {}
    for _, rule, _, _, _ in all_hits(f):
        count[rule] = count.get(rule, 0) + 1
    return results.table(['rule', 'count'], [[rule, count[rule]] for rule in sorted(count, key=lambda rule: (-count[rule], rule))])


@figure('audit.complete-rate')
def audit_complete_rate(f):
    cells = list(required_cells(f.office, f.window))
    return results.ratio(len([cell for cell in cells if cell[2]]), len(cells))


# These only list how a row was read; everything else is to be corrected.
READINGS = {SWAP, RENAMED, SUCCESSOR, VOID, CONVERSION, DIRECT, ADVANCED}


@figure('audit.corrections')
def audit_corrections(f):
    """Due on the third day after the last counted day."""
    due = results.day(min(f.window.last, f.office.day) + timedelta(days=3))
    return results.table(['file', 'line', 'rule', 'expected', 'staff', 'due'],
                         [[row.source.name, row.line, rule, expected, staff or UNASSIGNED, due]
                          for row, rule, value, expected, staff in all_hits(f) if rule not in READINGS])
