"""Calls and visits."""
from fractions import Fraction

import results
from figures import figure
from office import UNFILLED
from periods import ONE, Window


# ---------------------------------------------------------------------------- what happened in a window

def calls_in(office, window):
    return [row for row in office.calls if row.get('date') in window]


def parties_in(office, window):
    return [party for party in office.parties if party.day in window]


def first_parties_in(office, window):
    return [party for party in office.first_party.values() if party.day in window]


def rows_of(parties):
    return {row for party in parties for row in party.rows}


def gross_in(office, window):
    """Gross subscriptions of the window, parking apart (fp 4)."""
    return [deal for deal in office.home_deals if deal.subscribed in window]


def has_visited_from(office, customer, day):
    return [party for party in office.parties_of.get(customer, []) if party.day >= day]


# ---------------------------------------------------------------------------- calls

@figure('calls.count', 'calls')
def calls_count(f):
    rows = calls_in(f.office, f.window)
    return results.scalar(len(rows), '通', rows)


@figure('calls.customers', 'calls')
def calls_customers(f):
    rows = calls_in(f.office, f.window)
    return results.scalar(len({f.office.customer_of[row] for row in rows}), '组', rows)       # fp 48


@figure('calls.effective', 'calls')
def calls_effective(f):
    if not f.office.folder.has_column('calls', 'effective'):
        return results.null('no column')
    rows = [row for row in calls_in(f.office, f.window) if row.get('effective')]
    return results.scalar(len(rows), '通', rows)


@figure('calls.effective-rate', 'calls')
def calls_effective_rate(f):
    if not f.office.folder.has_column('calls', 'effective'):
        return results.null('no column')
    rows = calls_in(f.office, f.window)
    return results.ratio(len([row for row in rows if row.get('effective')]), len(rows), rows)


@figure('calls.visit-rate', 'calls', 'visits')
def calls_visit_rate(f):
    """Customers whose first call lies in the window, and those of them who visited on or after that day."""
    callers = [customer for customer, day in f.office.first_call.items() if day in f.window]
    came = [customer for customer in callers
            if has_visited_from(f.office, customer, f.office.first_call[customer])]
    return results.ratio(len(came), len(callers))


# ---------------------------------------------------------------------------- visits

@figure('visits.count', 'visits')
def visits_count(f):
    parties = parties_in(f.office, f.window)
    return results.scalar(len(parties), '组', rows_of(parties))


@figure('visits.first', 'visits')
def visits_first(f):
    parties = first_parties_in(f.office, f.window)
    return results.scalar(len(parties), '组', rows_of(parties))


@figure('visits.return', 'visits')
def visits_return(f):
    parties = [party for party in parties_in(f.office, f.window) if not party.first]
    return results.scalar(len(parties), '组', rows_of(parties))


@figure('visits.people', 'visits')
def visits_people(f):
    parties = parties_in(f.office, f.window)
    return results.scalar(sum(party.heads for party in parties), '人', rows_of(parties))      # fp 9


@figure('visits.return-share', 'visits')
def visits_return_share(f):
    parties = parties_in(f.office, f.window)
    return results.ratio(len([party for party in parties if not party.first]), len(parties), rows_of(parties))


def converting_deal(office, party):
    """fp 49: an active home subscription on or after the first visit, not cancelled by as-of."""
    for deal in office.home_deals:
        if deal.customer is party.customer and deal.subscribed and deal.subscribed >= party.day and deal.active(office.as_of):
            return deal
    return None


@figure('visits.first-conversion', 'visits', 'deals')
def visits_first_conversion(f):
    firsts = first_parties_in(f.office, f.window)
    return results.ratio(len([party for party in firsts if converting_deal(f.office, party)]), len(firsts))


@figure('visits.deal-rate', 'visits', 'deals')
def visits_deal_rate(f):
    return results.ratio(len(gross_in(f.office, f.window)), len(parties_in(f.office, f.window)))


@figure('visits.per-deal', 'visits', 'deals')
def visits_per_deal(f):
    return results.ratio(len(parties_in(f.office, f.window)), len(gross_in(f.office, f.window)))


def earliest_purchases(office, window):
    """Per buyer of the window his earliest gross subscription in it."""
    earliest = {}
    for deal in gross_in(office, window):
        known = earliest.get(deal.customer)
        if known is None or (deal.subscribed, deal.order) < (known.subscribed, known.order):
            earliest[deal.customer] = deal
    return earliest


def days_to_deal(office, window):
    """fp 47: days from the first visit; buyers without a visit on or before it are left out."""
    days = []
    for customer, deal in earliest_purchases(office, window).items():
        first = office.first_party.get(customer)
        if first and first.day <= deal.subscribed:
            days.append((deal.subscribed - first.day).days)
    return sorted(days)


def median(days):
    """fp 47, 90: an exact ratio."""
    if not days:
        return results.null('no cases')
    middle = len(days) // 2
    if len(days) % 2:
        return results.ratio(days[middle], 1)
    return results.ratio(days[middle - 1] + days[middle], 2)


@figure('visits.days-to-deal', 'visits', 'deals')
def visits_days_to_deal(f):
    return median(days_to_deal(f.office, f.window))


BANDS = (('当天', 0, 0), ('3天内', 1, 3), ('1周内', 4, 7), ('2周内', 8, 14), ('30天内', 15, 30), ('更长', 31, None))


@figure('visits.days-to-deal-bands', 'visits', 'deals')
def visits_days_to_deal_bands(f):
    days = days_to_deal(f.office, f.window)
    rows = []
    for name, low, high in BANDS:
        count = len([d for d in days if d >= low and (high is None or d <= high)])
        rows.append([name, count, results.ratio(count, len(days))])
    return results.table(['name', 'count', 'share'], rows)


@figure('visits.per-buyer', 'visits', 'deals')
def visits_per_buyer(f):
    """fp 57."""
    bought = earliest_purchases(f.office, f.window)
    parties = sum(len([party for party in f.office.parties_of.get(customer, []) if party.day <= deal.subscribed])
                  for customer, deal in bought.items())
    return results.ratio(parties, len(bought))


def days_of(window):
    day = window.first
    while day <= window.last:
        yield day
        day += ONE


def traffic_of(office, window):
    has_deals = office.has('deals')
    return [len(calls_in(office, window)) if office.has('calls') else None, len(parties_in(office, window)),
            len(first_parties_in(office, window)), len(gross_in(office, window)) if has_deals else None]


@figure('visits.daily', 'visits')
def visits_daily(f):
    first = f.window.first
    if f.scope == 'total':
        days = [office_day for kind in ('calls', 'visits', 'deals') for office_day in [f.office.first_day(kind)] if office_day]
        first = min(days + [f.window.last])                               # a period before all data is its last day
    rows = [[results.day(day)] + traffic_of(f.office, Window(day, day)) for day in days_of(Window(first, f.window.last))]
    return results.table(['day', 'calls', 'visits', 'first', 'deals'], rows)


@figure('visits.weekly', 'visits', scopes='own')
def visits_weekly(f):
    """The last 12 weeks, the one of the last counted day included and cut there."""
    this = f.office.calendar.week_of(f.office.day)
    rows = []
    for back in range(11, -1, -1):
        first = this.first - 7 * back * ONE
        last = min(first + 6 * ONE, f.office.day)
        rows.append([results.day(first)] + traffic_of(f.office, Window(first, last)))
    return results.table(['week', 'calls', 'visits', 'first', 'deals'], rows)
