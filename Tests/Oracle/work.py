"""The day's work: tasks, milestones, call-backs, patrols; costs and referrals; entries in time. fp 42, 43, 44, 73."""
import re

import audit
import identity
import results
import values
from figures import figure
from office import UNASSIGNED
from periods import ONE, Window
from sales import signed_amounts, signed_in
from traffic import gross_in

DONE = {'完成', '已完成', '已结束', 'done', '是', '√'}
ENDED = {'已终止', '取消', '已取消'}


def work_day(office):
    """fp 42: the period's last day when it is a day, else the last counted day."""
    return office.period.last if office.period.kind == 'day' else office.day


def owners(row):
    return [name for name in re.split(r'[、,;/\s]+', row.get('staff') or '') if name]


def is_open(row):
    status = row.get('status') or ''
    return status not in DONE and status.casefold() != 'done' and status not in ENDED


def is_valid(row):
    return len(owners(row)) == 1 and row.get('due') is not None and bool(row.get('standard'))


def tasks_list(name, chosen):
    @figure('tasks.' + name, 'tasks', scopes='date')
    def tasks(f):
        today = work_day(f.office)
        rows = [row for row in f.office.ok('tasks') if chosen(row, today, f.office)]
        rows.sort(key=lambda row: (row.get('due') is None, row.get('due') or today, row.order))
        return results.table(['task', 'due', 'staff', 'standard', 'status'],
                             [[row.get('task'), results.day(row.get('due')), '、'.join(owners(row)) or None, row.get('standard'),
                               row.get('status')] for row in rows])


tasks_list('today', lambda row, today, office: is_open(row) and row.get('due') == today)
tasks_list('open', lambda row, today, office: is_open(row))
tasks_list('overdue', lambda row, today, office: is_open(row) and row.get('due') is not None and row.get('due') < today)
tasks_list('invalid', lambda row, today, office: is_open(row) and not is_valid(row))

COUNTED = re.compile('[一二两三四五六七八九十百千万半][份页个套组家处次天人条张批户轮遍场通封项台本周日月年小分名位件点层栋间版成倍]')
CRITERIA = re.compile('全|齐|逐|每|各|均|都|无|零|不|没有|一致|完成|到位|签|确认|通过|合格|归档|入库|提交|上交|交到|发出|上线|给出|写明|列出|列明|'
                      '达到|以上|以内|以下')
ENGLISH = {'all', 'every', 'each', 'no', 'none', 'complete', 'completed', 'done', 'signed', 'confirmed', 'passed', 'filed', 'delivered',
           'submitted'}


def is_measurable(standard, office):
    """A quantity, or a word that is either so or not; the office's own words too."""
    own = [word for word in re.split(r'[ 、，,;；/]+', office.setting('可衡量词', '') or '') if word]
    return bool(any(word in standard for word in own) or re.search(r'\d', standard) or COUNTED.search(standard) or CRITERIA.search(standard)
                or ENGLISH & set(re.split(r'[\W\d_]+', standard.casefold())))


def is_done(row):
    status = row.get('status') or ''
    return status in DONE or status.casefold() == 'done'


def is_unchecked(row):
    checkers = [name for name in re.split(r'[、,;/\s]+', row.get('checker') or '') if name]
    return set(checkers) <= set(owners(row))


tasks_list('vague', lambda row, today, office: is_open(row) and bool(row.get('standard')) and not is_measurable(row.get('standard'), office))
tasks_list('unchecked', lambda row, today, office: is_done(row) and is_unchecked(row))


@figure('milestones.due', 'milestones', scopes='date')
def milestones_due(f):
    today = work_day(f.office)
    rows = [row for row in f.office.ok('milestones') if row.get('plan') and not (row.get('actual') and row.get('actual') <= today)]
    rows.sort(key=lambda row: (row.get('plan'), row.order))
    return results.table(['name', 'plan', 'days'], [[row.get('name'), results.day(row.get('plan')), (row.get('plan') - today).days] for row in rows])


def surnames(row):
    return {values.surname(name) for name in row.get('name', [])}


def owner_of_id(owners, row):
    """The first with the id; where it belongs to several people (fp 22) the first with the surname beside a number."""
    if len({id(customer) for customer, _ in owners}) > 1 and surnames(row) and identity.full_phones(row):
        return next((customer for customer, names in owners if names & surnames(row)), None)
    return owners[0][0] if owners else None


def followup_customers(office):
    """Follow-up row -> customer, by id or full phone; follow-ups join nobody.

    Who is known from follow-ups only is none: he may be a known customer under a masked number.
    """
    if hasattr(office, 'followed'):
        return office.followed
    by_id, by_phone = {}, {}
    kinds = ('calls', 'visits', 'deals', 'cards')
    for row, customer in sorted(office.customer_of.items(), key=lambda item: (kinds.index(item[0].source.kind), item[0].order)):
        if row.get('customer-id'):
            by_id.setdefault(row.get('customer-id'), []).append((customer, surnames(row)))
        for number in identity.full_phones(row):
            by_phone.setdefault(number, customer)
    found = {}
    for row in office.ok('followups'):
        if row.get('date') is None:
            continue
        customer = owner_of_id(by_id.get(row.get('customer-id'), ()), row)
        for number in identity.full_phones(row):
            customer = customer or by_phone.get(number)
        if customer is not None:
            found[row] = customer
    office.followed = found
    return found


def earliest(office, rows):
    """The first by day, then file and line; rows without a day come last."""
    return min(rows, key=lambda row: (office.first_date(row) is None, office.first_date(row) or office.as_of, row.order))


def name_of(office, customer):
    """As his earliest deal names him, else his first visit, call, card or follow-up that writes a name; else his number, else his id."""
    def rows_with(test):
        for kind in ('deals', 'visits', 'calls', 'cards'):
            rows = [row for row in customer.rows if row.source.kind == kind and test(row)]
            if rows:
                return earliest(office, rows)
        return None
    row = rows_with(lambda row: row.get('name'))
    if row is None:
        rows = [row for row, known in followup_customers(office).items() if known is customer and row.get('name') and row.get('date') <= office.as_of]
        row = earliest(office, rows) if rows else None
    if row is not None:
        return '、'.join(row.get('name'))
    row = rows_with(lambda row: identity.full_phones(row) or identity.masked_phones(row))
    if row is not None:
        return '、'.join(identity.full_phones(row)) or row.text('phone')
    row = rows_with(lambda row: re.fullmatch(r'[\d ]+', values.fold(row.text('phone'))))          # no key, but all that is known of him
    if row is not None:
        return values.fold(row.text('phone')).replace(' ', '')
    row = rows_with(lambda row: row.get('customer-id'))
    return row.get('customer-id') if row is not None else None


def phone_of(office, customer):
    """The numbers of his first record that has any, by kind as for names, follow-ups last; None without."""
    followups = [row for row, known in followup_customers(office).items() if known is customer]
    for kind in ('deals', 'visits', 'calls', 'cards', 'followups'):
        rows = [row for row in (followups if kind == 'followups' else customer.rows)
                if row.source.kind == kind and (any(row.get('phone', ())) or re.fullmatch(r'[\d ]+', values.fold(row.text('phone'))))]
        if rows:
            row = earliest(office, rows)
            return '、'.join(identity.full_phones(row)) or values.fold(row.text('phone'))
    return None


def wishes(office, customer, day):
    """First visit, the latest wanted layout, the objections of the latest visit that names some."""
    parties = [party for party in office.parties_of.get(customer, []) if party.day <= day]
    layouts = [party.single('layout') for party in parties if party.single('layout')]
    objections = [party.united('objection') for party in parties if party.united('objection')]
    return (results.day(parties[0].day) if parties else None, layouts[-1] if layouts else None,
            '、'.join(objections[-1]) if objections else None)


@figure('callbacks.due', 'visits', scopes='date')
def callbacks_due(f):
    """fp 43."""
    office, today = f.office, work_day(f.office)
    seen = min(today, office.as_of)
    events = {}                                                          # customer -> [(day, order, row, is contact)]
    for row in office.calls:
        if row.get('date') <= seen:
            events.setdefault(office.customer_of[row], []).append((row.get('date'), 0, row.order, row, True))
    for party in office.parties:
        if party.day <= seen:
            for row in party.rows:
                events.setdefault(party.customer, []).append((party.day, 1, row.order, row, True))
    for row, customer in followup_customers(office).items():
        if row.get('date') <= seen:
            events.setdefault(customer, []).append((row.get('date'), 2, row.order, row, row.get('connected') is not False))
    bought = {deal.customer for deal in office.home_deals if deal.active(seen)}
    lines = []
    for customer, found in events.items():
        if customer in bought:
            continue
        found.sort(key=lambda event: (event[0], event[2]))              # fp 88
        levels = [event[3].get('level') for event in found if event[3].get('level')]
        contacts = [event for event in found if event[4]]
        level = levels[-1] if levels else None
        if not contacts or not level or level[0] not in 'ABC':
            continue
        level = level[0]
        days = int(office.setting('回访天数' + level, {'A': '7', 'B': '15', 'C': '30'}[level]))
        last = contacts[-1][0]
        due = last + days * ONE
        if due <= today:
            people = [office.people(event[3].get('staff')) for event in reversed(found) if office.people(event[3].get('staff'))]
            lines.append((due, levels[-1][:1], customer.key, [name_of(office, customer), '、'.join(people[0]) if people else UNASSIGNED, levels[-1],
                                                   results.day(last), results.day(due), (today - due).days, phone_of(office, customer),
                                                   *wishes(office, customer, seen)]))
    lines.sort(key=lambda line: line[:3])
    return results.table(['customer', 'staff', 'level', 'last', 'due', 'overdue', 'phone', 'first', 'layout', 'objection'], [line[3] for line in lines])


@figure('patrols.score', 'patrols')
def patrols_score(f):
    found = {}
    for row in f.office.ok('patrols'):
        if row.get('date') is None or row.get('date') in f.window:
            found.setdefault(row.get('section') or '未填', []).append(row)
    lines = []
    for section, rows in found.items():
        full, off = sum(row.get('full') or 0 for row in rows), sum(row.get('off') or 0 for row in rows)
        lines.append([section, results.number(full), results.number(off), results.number(full - off)])
    return results.table(['section', 'full', 'off', 'score'], lines)


# ---------------------------------------------------------------------------- costs and referrals

@figure('costs.ratio', 'costs', 'deals', scopes='own')
def costs_ratio(f):
    """Spent / signed amount of the year to date."""
    window = f.office.scopes.window('year')
    spent = sum(row.get('spent') or 0 for row in f.office.ok('costs') if row.get('date') and row.get('date') in window)
    return results.ratio(spent, signed_amounts(signed_in(f.office, window)), top='hundredths', bottom='hundredths')


def referred(office, window):
    return [deal for deal in gross_in(office, window) if office.deal_referrer(deal)]


@figure('referrals.deals', 'deals')
def referrals_deals(f):
    deals = referred(f.office, f.window)
    return results.scalar(len(deals), '套', {deal.sub_row for deal in deals})


@figure('referrals.share', 'deals')
def referrals_share(f):
    return results.ratio(len(referred(f.office, f.window)), len(gross_in(f.office, f.window)))


# ---------------------------------------------------------------------------- entries

@figure('audit.timely-rate')
def timely_rate(f):
    """fp 73: entered on the day of the event; only files with 录入时间."""
    due = done = 0
    for kind in ('calls', 'visits', 'deals'):
        for row in audit.event_rows(f.office, kind, f.window):
            event = f.office.first_date(row)
            if row.source.has('created'):
                due += 1
                done += row.get('created') == event
    if not any(f.office.folder.has_column(kind, 'created') for kind in ('calls', 'visits', 'deals')):
        return results.null('no column')
    return results.ratio(done, due)
