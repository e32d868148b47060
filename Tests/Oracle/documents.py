"""What single documents ask for: the trend of patrols, protection that lapses, past periods of a person, the running plan,
registers compared, who was not won, stages and months of the costs, referred homes."""
from fractions import Fraction

import lists
import more
import results
import staff
import stock
import targets
import values
import work
from breakdowns import breakdown, tally
from figures import figure
from office import PARKING, UNASSIGNED, UNFILLED
from periods import ONE, Window
from planning import label, own_target, parts_of, planned_costs, spent_by, split, week_targets, whole_period
from sales import signed_in
from targets import CHINESE, MONEY, Conflict
from traffic import calls_in, converting_deal, first_parties_in, gross_in, parties_in


# ---------------------------------------------------------------------------- patrols

def marks_off(row):
    return row.get('off') or 0


@figure('patrols.trend', 'patrols', scopes='own')
def patrols_trend(f):
    """The eight weeks that end with the last counted day; a week without a patrol is unknown."""
    office, rows = f.office, []
    first = office.calendar.week_of(office.day).first - 49 * ONE
    for week in range(8):
        begin = first + 7 * week * ONE
        found = [row for row in office.ok('patrols') if row.get('date') and row.get('date') in Window(begin, min(begin + 6 * ONE, office.day))]
        full, off = sum(row.get('full') or 0 for row in found), sum(map(marks_off, found))
        cells = [len({row.get('date') for row in found}), len(found), len([row for row in found if marks_off(row) > 0]),
                 results.number(full), results.number(off), results.ratio(full - off, full)]
        rows.append([results.day(begin)] + (cells if found else [None] * 6))
    return results.table(['week', 'days', 'items', 'faults', 'full', 'off', 'rate'], rows)


@figure('patrols.faults', 'patrols')
def patrols_faults(f):
    rows = [row for row in f.office.ok('patrols') if marks_off(row) > 0 and (row.get('date') is None or row.get('date') in f.window)]
    rows.sort(key=lambda row: (row.get('date') is None, row.get('date') or f.office.day, row.order))
    return results.table(['day', 'section', 'item', 'full', 'off', 'note'],
                         [[results.day(row.get('date')), row.get('section'), row.get('item'), results.number(row.get('full')),
                           results.number(marks_off(row)), row.text('note') or None] for row in rows])


# ---------------------------------------------------------------------------- protection

PROTECTION = (('followups', '回访', '30'), ('visits', '来访', '7'), ('calls', '来电', '15'))


@figure('callbacks.expiring', 'visits', scopes='date')
def callbacks_expiring(f):
    """The last contact of every sort protects for its days; whose latest protection ends within the notice."""
    office, today = f.office, work.work_day(f.office)
    seen = min(today, office.as_of)
    notice = int(office.setting('将失效天数', '3'))
    bought = {deal.customer for deal in office.home_deals if deal.active(seen)}
    lines = []
    for customer, found in lists.contacts_of(office, seen).items():
        people = [office.people(row.get('staff')) for _, _, row in reversed(found) if office.people(row.get('staff'))]
        if customer in bought or not people:
            continue
        ends = []
        for at, (kind, way, days) in enumerate(PROTECTION):
            contacts = [day for day, _, row in found if row.source.kind == kind and not (kind == 'followups' and row.get('connected') is False)]
            if contacts:
                ends.append((max(contacts) + int(office.setting('保护天数' + way, days)) * ONE, -at, way, max(contacts)))
        if not ends:
            continue
        end, _, way, last = max(ends)
        if today <= end <= today + notice * ONE:
            level = lists.latest(found, 'level')
            lines.append((end, level[:1] if level else '~', customer.key,
                          [work.name_of(office, customer), '、'.join(people[0]), level, way, results.day(last), results.day(end),
                           (end - today).days, work.phone_of(office, customer)]))
    lines.sort(key=lambda line: line[:3])
    return results.table(['customer', 'staff', 'level', 'way', 'last', 'expires', 'left', 'phone'], [line[3] for line in lines])


# ---------------------------------------------------------------------------- past periods of a person

def card_totals(office, period):
    """person -> total of the appraisal written for exactly this period; None with a missing item or weights other than 100."""
    people = {}
    for row in office.ok('scores'):
        own = office.calendar.target_period(row.get('period'), None) if row.get('period') else None
        if own and own.same_days(period) and row.get('staff'):
            people.setdefault('、'.join(office.people(row.get('staff'))), []).append(row)
    totals = {}
    for person, rows in people.items():
        total = Fraction(0)
        for row in rows:
            score, weight = more.score_of(row), more.points(row, 'weight')
            total = None if score is None or weight is None or total is None else total + score * weight / 100
        totals[person] = total if sum(more.points(row, 'weight') or 0 for row in rows) == 100 else None
    return totals


@figure('staff.history', 'deals', scopes='own')
def staff_history(f):
    office = f.office
    if f.window is None:
        return results.null('the period has not begun')
    kind = 'week' if office.period.kind == 'week' else 'month'
    steps = [office.calendar.containing(kind, office.day)]
    while len(steps) < 6:
        steps.insert(0, office.calendar.previous(steps[0]))
    people = [row[0] for row in staff.staff_ranking(f)['rows'] if row[0] != UNASSIGNED]
    lines = {person: [] for person in people}
    for step in steps:
        window = Window(step.first, min(step.last, office.day))
        past = step is not steps[-1]
        known = {of: office.has(of) and not (past and f.outside(window, [of])) for of in ('visits', 'deals', 'receipts', 'followups')}
        gross, signed, firsts = gross_in(office, window), signed_in(office, window), first_parties_in(office, window)
        visits, first = staff.credit_parties(parties_in(office, window)), staff.credit_parties(firsts)
        won = staff.credit_parties([party for party in firsts if converting_deal(office, party)])
        units, amount = staff.credit_units(gross), staff.credit_amount(gross, lambda deal: deal.amount)
        contracts, receipts = staff.credit_units(signed), staff.credit_receipts(office, window)
        due, done = staff.Credit(), staff.Credit()
        for row in staff.followups_due(office, window):
            due.count(office.people(row.get('staff')))
            if staff.followed_up(row):
                done.count(office.people(row.get('staff')))
        totals = card_totals(office, step)
        name = step.first.isoformat() if kind == 'week' else label(office, step)
        for person in people:
            cells = [('visits', results.number(visits.of(person))), ('visits', results.number(first.of(person))),
                     ('deals', results.number(units.of(person))), ('deals', results.hundredths(amount.of(person))),
                     ('deals', results.number(contracts.of(person))), ('receipts', results.hundredths(receipts.of(person))),
                     ('visits', results.ratio(won.of(person), first.of(person))), ('followups', results.ratio(done.of(person), due.of(person)))]
            lines[person].append([name, person] + [cell if known[of] else None for of, cell in cells] + [results.number(totals.get(person))])
    return results.table(['period', 'name', 'visits', 'first', 'units', 'amount', 'signed-units', 'receipts', 'first-conversion',
                          'followup-rate', 'score'], [line for person in people for line in lines[person]])


# ---------------------------------------------------------------------------- the running plan

def month_targets(office, measure, months, whole):
    """Of the year's breakdown, else their own, else parts of the whole."""
    year = office.calendar.containing('year', months[0].last)
    whole_year = own_target(office, measure, year)
    found = []
    for month in months:
        target = own_target(office, measure, month)
        if whole_year is not None:
            quarters = parts_of(office.calendar, 'quarter', year)
            for quarter, part in zip(quarters, split(office, measure, whole_year, quarters, False)):
                inside = parts_of(office.calendar, 'month', quarter)
                for other, number in zip(inside, split(office, measure, part, inside, False)):
                    target = number if other.same_days(month) else target
        found.append(target)
    if any(target is None for target in found):
        own = own_target(office, measure, whole)
        if own is None:
            return []
        found = split(office, measure, own, months, False)
    return list(zip(months, found))


def steps_of(office, measure):
    period, calendar = office.period, office.calendar
    if period.kind in ('year', 'total', 'range'):
        year = calendar.containing('year', office.day)
        return month_targets(office, measure, parts_of(calendar, 'month', year), year)
    if period.kind == 'quarter':
        months = month_targets(office, measure, parts_of(calendar, 'month', period), period)
    else:
        month = calendar.containing('month', office.day)
        months = month_targets(office, measure, [month], month)
    return [step for month, target in months for step in week_targets(office, measure, month, target)]


@figure('targets.course', 'targets', scopes='own')
def targets_course(f):
    office, rows = f.office, []
    if f.window is None:
        return results.null('the period has not begun')
    for m, measure in CHINESE.items():
        how = 'hundredths' if m in MONEY else None
        show = results.hundredths if m in MONEY else results.number
        try:
            steps = steps_of(office, measure)
        except Conflict:
            continue
        planned = 0
        for step, target in steps:
            planned += target
            actual = None
            if step.first <= office.day:
                actual = targets.actual_of(office, m, Window(steps[0][0].first, min(step.last, office.day)))
            cells = [None] * 3 if actual is None else [show(actual), show(planned - actual), results.ratio(actual, planned, top=how, bottom=how)]
            rows.append([results.day(step.last), measure, show(planned)] + cells)
    return results.table(['until', 'measure', 'target', 'actual', 'gap', 'rate'], rows)


# ---------------------------------------------------------------------------- registers

def holders_of(office):
    """room -> the deal that holds it; of two the signed one."""
    day, found = office.day, {}
    successors = [deal for deal in office.room_deals if deal.successor]
    for deal in office.deals + successors:
        ended = stock.given_up(deal)
        if not deal.room or not deal.subscribed or deal.subscribed > day or (ended and ended <= day):
            continue
        other = found.get(deal.room)
        if other is None or not (other.signed and other.signed <= day) or (deal.signed and deal.signed <= day):
            found[deal.room] = deal
    return found


def price_of(office, deal):
    return (deal.signed_amount if deal.signed and deal.signed <= office.day else None) or deal.amount


class Registers:
    def __init__(self, office):
        self.office, self.holders, self.books = office, holders_of(office), []
        if office.has('units') and office.folder.has_column('units', 'status'):
            homes = [row for row in office.units if not any(word in (row.get('product') or '') for word in PARKING)]
            self.rooms = {row.get('room-key') for row in homes}
            self.books.append(('units', '房源表（状态已售）', {room for room, deal in self.holders.items() if not deal.parking},
                               {row.get('room-key') for row in homes if row.get('status') in stock.SOLD_STATUS}))
        if office.has('receipts'):
            self.money = {}
            for row, amount in office.receipts:
                if row.get('room') and row.get('date') <= office.day:
                    self.money[row.get('room')] = self.money.get(row.get('room'), 0) + amount
            self.books.append(('receipts', '回款表（净收房款）', set(self.holders), {room for room, amount in self.money.items() if amount > 0}))


@figure('audit.registers', 'deals', scopes='date')
def audit_registers(f):
    return results.table(['name', 'deals', 'register', 'both', 'only-deals', 'only-register'],
                         [[name, len(sold), len(written), len(sold & written), len(sold - written), len(written - sold)]
                          for _, name, sold, written in Registers(f.office).books])


@figure('audit.unreconciled', 'deals', scopes='date')
def audit_unreconciled(f):
    office = f.office
    registers = Registers(office)
    ever = {deal.room for deal in office.room_deals}
    rows = []

    def add(room, name, problem, amount):
        deal = registers.holders.get(room)
        rows.append([room, name, problem, results.hundredths(amount), ('、'.join(deal.staff) or UNASSIGNED) if deal else None])

    for kind, _, sold, written in registers.books:
        name = {'units': '房源', 'receipts': '回款'}[kind]
        for room in sorted(sold - written):
            problem = ('成交表已售，没有收到房款' if kind == 'receipts' else
                       '成交表已售，房源表不是已售' if room in registers.rooms else '成交表已售，房源表没有这间')
            add(room, name, problem, price_of(office, registers.holders[room]))
        for room in sorted(written - sold):
            if kind == 'units':
                add(room, name, '房源表已售，成交表没有', None)
            else:
                add(room, name, '已退房，房款未退清' if room in ever else '有房款，成交表没有', registers.money[room])
        for room in sorted(sold & written):
            price = price_of(office, registers.holders[room])
            if kind == 'receipts' and price and registers.money[room] > price:
                add(room, name, '收款多于房价', registers.money[room] - price)
    return results.table(['room', 'register', 'problem', 'amount', 'staff'], rows)


# ---------------------------------------------------------------------------- not won

AGES = ((7, '7天内'), (15, '8-15天'), (30, '16-30天'), (60, '31-60天'), (None, '超过60天'))


def lost_customers(office, window):
    bought = {deal.customer for deal in office.home_deals if deal.active(office.day)}
    found = []
    for party in parties_in(office, window):
        if party.customer not in bought and party.customer not in found:
            found.append(party.customer)
    return found


def customer_words(office, customer, field):
    """All that his visits up to the last counted day tell; several words where the field has several, else the latest."""
    before = [party for party in office.parties_of.get(customer, []) if party.day <= office.day]
    if field == 'layout':
        words = [party.single('layout') for party in before if party.single('layout')]
        return words[-1:] or [UNFILLED]
    words = []
    for party in before:
        words += [word for word in party.united(field) if word not in words]
    return words or [UNFILLED]


def lost_by(field, words_of):
    @figure('customers.lost-by-' + field, 'visits')
    def lost(f):
        contacts = lists.contacts_of(f.office, f.office.day)
        return breakdown(f, ['visits'], field,
                         lambda office, window: {'count': tally(lost_customers(office, window), lambda one: words_of(office, one, contacts))},
                         lambda office, window: len(lost_customers(office, window)))


def age_words(office, customer, contacts):
    days = [day for day, _, row in contacts[customer] if not (row.source.kind == 'followups' and row.get('connected') is False)]
    age = (office.day - max(days)).days
    return [next(name for bound, name in AGES if bound is None or age <= bound)]


lost_by('level', lambda office, one, contacts: [lists.latest(contacts[one], 'level') or UNFILLED])
lost_by('contact', age_words)
for _field in ('objection', 'layout', 'rival'):
    lost_by(_field, lambda office, one, contacts, field=_field: customer_words(office, one, field))


# ---------------------------------------------------------------------------- costs

@figure('costs.by-stage', 'costs', scopes='plan')
def costs_by_stage(f):
    if not f.office.folder.has_column('costs', 'stage'):
        return results.null('no column')
    rows = planned_costs(f.office, whole_period(f))
    whole = sum(row.get('budget') or 0 for row in rows)
    stages = list(dict.fromkeys(row.get('stage') or UNFILLED for row in rows))
    lines = []
    for stage in stages:
        own = [row for row in rows if (row.get('stage') or UNFILLED) == stage]
        budget, spent = sum(row.get('budget') or 0 for row in own), sum(spent_by(f.office, row) for row in own)
        days = [row.get('date') for row in own]
        lines.append([stage, results.day(min(days)), results.day(max(days)), results.hundredths(budget),
                      results.ratio(budget, whole, top='hundredths', bottom='hundredths'), results.hundredths(spent),
                      results.ratio(spent, budget, top='hundredths', bottom='hundredths')])
    return results.table(['name', 'from', 'to', 'budget', 'share', 'spent', 'rate'], lines)


@figure('costs.by-month', 'costs', scopes='own')
def costs_by_month(f):
    """Items (channels where there is no column of items) by month, in the year of the last counted day."""
    office = f.office
    rows = planned_costs(office, office.calendar.containing('year', office.day))
    field = 'item' if office.folder.has_column('costs', 'item') else 'channel'
    months = sorted({office.calendar.containing('month', row.get('date')).first for row in rows})
    months = [office.calendar.containing('month', day) for day in months]
    names = tally(rows, lambda row: [row.get(field) or UNFILLED], lambda row: row.get('budget') or 0)
    lines = []
    for name in sorted(names, key=lambda name: (-names[name], name)):
        for month in months:
            own = [row for row in rows if (row.get(field) or UNFILLED) == name and month.first <= row.get('date') <= month.last]
            lines.append([name, label(office, month), results.hundredths(sum(row.get('budget') or 0 for row in own)),
                          results.hundredths(sum(spent_by(office, row) for row in own))])
    return results.table(['name', 'month', 'budget', 'spent'], lines)


@figure('costs.expected', 'targets', scopes='own')
def costs_expected(f):
    """What the target of units needs at the office's own rates to date, and the budget of the same days over each."""
    office = f.office
    try:
        period, target = targets.period_used(office, '认购套数', 'this')
    except Conflict:
        return results.null('two targets in one file')
    if target is None:
        return results.null('no target')
    window = office.scopes.window('total')
    visits, units, calls = len(parties_in(office, window)), len(gross_in(office, window)), len(calls_in(office, window))
    steps = [('认购套数', target)]
    if units and visits:
        needed = -(-target * visits // units)
        steps.append(('来访（倒推）', needed))
        if calls:
            steps.append(('来电（倒推）', -(-needed * calls // visits)))
    budget = sum(row.get('budget') or 0 for row in planned_costs(office, period)) if office.has('costs') else None
    return results.table(['measure', 'expected', 'budget', 'cost'],
                         [[name, number, results.hundredths(budget),
                           None if budget is None else results.ratio(budget, number, top='hundredths')] for name, number in steps])


# ---------------------------------------------------------------------------- referred homes

@figure('referrals.list', 'deals')
def referrals_list(f):
    office = f.office
    deals = sorted(work.referred(office, f.window), key=lambda deal: (deal.subscribed, deal.order))
    rows = []
    for deal in deals:
        first = office.first_party.get(deal.customer)
        rows.append([deal.room, '、'.join(dict.fromkeys(values.names(office.deal_referrer(deal)))),
                     '、'.join(deal.first_value('name') or []) or None, results.day(first.day) if first else None, ('是' if first.single('referrer') else '否') if first else None,
                     results.day(deal.subscribed), results.day(deal.signed) if deal.signed and deal.signed <= f.window.last else None,
                     results.hundredths(deal.amount)])
    return results.table(['room', 'referrer', 'customer', 'first', 'named', 'subscribed', 'signed', 'amount'], rows)
