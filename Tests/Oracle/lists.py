"""Lists of people and homes: who came, who may be won back, owners by stage, rooms sold twice, whom a rival got."""
import audit
import competitors
import identity
import results
import work
from figures import figure
from office import UNASSIGNED
from traffic import gross_in, parties_in


@figure('visits.list', 'visits')
def visits_list(f):
    office = f.office
    gross = gross_in(office, f.window) if office.has('deals') else []
    rows = []
    bought = {}
    for deal in gross:
        bought.setdefault((deal.customer, deal.subscribed), []).append(deal)
    for party in parties_in(office, f.window):
        rooms = [deal.room for deal in bought.get((party.customer, party.day), []) if deal.room]
        rows.append([work.name_of(office, party.customer), '首访' if party.first else '复访', party.single('channel'), party.single('layout'),
                     party.single('level'), '、'.join(party.united('objection')) or None, '、'.join(rooms) or None,
                     '、'.join(party.staff) or UNASSIGNED, results.day(party.day)])
    return results.table(['customer', 'times', 'channel', 'layout', 'level', 'objection', 'bought', 'staff', 'day'], rows)


def contacts_of(office, day):
    """customer -> [(day, order, row)] of calls, counted visits and follow-ups up to the day, in order."""
    events = {}
    for row in office.calls:
        if row.get('date') <= day:
            events.setdefault(office.customer_of[row], []).append((row.get('date'), row.order, row))
    for party in office.parties:
        if party.day <= day:
            for row in party.rows:
                events.setdefault(party.customer, []).append((party.day, row.order, row))
    for row, customer in work.followup_customers(office).items():
        if row.get('date') <= day:
            events.setdefault(customer, []).append((row.get('date'), row.order, row))
    return {customer: sorted(found, key=lambda event: event[:2]) for customer, found in events.items()}


def latest(found, field):
    for _, _, row in reversed(found):
        if row.get(field) not in (None, '', []):
            return row.get(field)
    return None


@figure('customers.revivable', 'visits', scopes='date')
def customers_revivable(f):
    """Visitors without a standing subscription whose latest level is A, B or C."""
    office, day = f.office, f.day
    bought = {deal.customer for deal in office.home_deals if deal.active(day)}
    lines = []
    for customer, found in contacts_of(office, day).items():
        parties = [party for party in office.parties_of.get(customer, []) if party.day <= day]
        level = latest(found, 'level')
        if not parties or customer in bought or not level or level[0] not in 'ABC':
            continue

        layout = next((party.single('layout') for party in reversed(parties) if party.single('layout')), None)
        objections = []
        for party in parties:
            objections += [word for word in party.united('objection') if word not in objections]
        people = [office.people(row.get('staff')) for _, _, row in reversed(found) if office.people(row.get('staff'))]
        visit = parties[-1].day
        lines.append((level[0], -visit.toordinal(), customer.key,
                      [work.name_of(office, customer), level[0], layout, '、'.join(objections) or None, len(parties), results.day(visit),
                       (day - visit).days, '、'.join(people[0]) if people else UNASSIGNED]))
    lines.sort(key=lambda line: line[:3])
    return results.table(['customer', 'level', 'layout', 'objection', 'visits', 'last', 'days', 'staff'], [line[3] for line in lines])


STAGES = ('已认购未签约', '已签约未齐款', '按揭办理中', '已齐款')


@figure('owners.stages', 'deals', 'receipts', scopes='date')
def owners_stages(f):
    """Homes that are not given back: not signed, not paid, loan pending, paid."""
    office, day = f.office, f.day
    stages = {name: [0, 0, 0] for name in STAGES}
    for deal in office.home_deals:
        if not deal.active(day):
            continue
        start = min([date for date in (deal.subscribed, deal.signed) if date])
        received = sum(amount for row, amount in office.receipts
                       if deal.room and row.get('room') == deal.room and start <= row.get('date') <= day)
        signed = deal.signed is not None and deal.signed <= day
        amount = (deal.signed_amount if signed else deal.amount) or 0
        payment = deal.first_value('payment') or ''
        if not signed:
            stage = STAGES[0]
        elif received >= amount > 0:
            stage = STAGES[3]
        elif any(word in payment for word in ('按揭', '公积金', '贷款')):
            stage = STAGES[2]
        else:
            stage = STAGES[1]
        for at, value in enumerate((1, amount, received)):
            stages[stage][at] += value
    return results.table(['name', 'count', 'amount', 'received'],
                         [[name, count, results.hundredths(amount), results.hundredths(received)]
                          for name, (count, amount, received) in stages.items()])


@figure('stock.sold-twice', 'deals', scopes='date')
def stock_sold_twice(f):
    """Rooms that two or more subscriptions hold at once."""
    office, held = f.office, {}
    for deal in office.home_deals:
        if deal.room and audit.holds(deal, f.day):
            held.setdefault(deal.room, []).append(deal)
    rows = []
    for room in sorted(held):
        if len(held[room]) > 1:
            for deal in sorted(held[room], key=lambda deal: (deal.subscribed, deal.order)):
                rows.append([room, '、'.join(deal.first_value('name') or []) or None, '、'.join(deal.staff) or UNASSIGNED,
                             results.day(deal.subscribed), results.hundredths(deal.amount)])
    return results.table(['room', 'customer', 'staff', 'subscribed', 'amount'], rows)


@figure('competitors.lost-by-rival', 'visits')
def lost_by_rival(f):
    """The customers of competitors.lost by the rival they name; hot are those whose latest level is A or B."""
    office = f.office
    if not office.folder.has_column('visits', 'rival'):
        return results.null('no column')
    bought = {deal.customer for deal in office.home_deals if deal.active(f.day)}
    contacts = contacts_of(office, f.day)
    named, last = {}, {}
    for party in parties_in(office, f.window):
        if party.customer not in bought:
            for name in party.united('rival'):
                if name != '无':
                    named.setdefault(name, set()).add(party.customer)
                    last[name] = max(last.get(name, party.day), party.day)
    hot = {name: len([customer for customer in customers if (latest(contacts[customer], 'level') or ' ')[0] in 'AB'])
           for name, customers in named.items()}
    return results.table(['name', 'count', 'hot', 'last'], [[name, len(named[name]), hot[name], results.day(last[name])]
                                                            for name in sorted(named, key=lambda name: (-len(named[name]), name))])
