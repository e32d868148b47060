"""The consultants: credit, ranking, follow-ups. fp 30, 31, 32, 66, 82, 83, 86."""
from fractions import Fraction

import results
import targets
from concentration import split_fen
from figures import figure
from office import UNASSIGNED
from periods import Window
from sales import cancelled_in, receipts_in, signed_in
from traffic import calls_in, converting_deal, first_parties_in, gross_in, parties_in


class Credit:
    """Shares by person: exact fractions of counts, whole fen of money."""

    def __init__(self):
        self.shares = {}

    def count(self, people, amount=1):
        people = people or [UNASSIGNED]
        for person in people:
            self.shares[person] = self.shares.get(person, 0) + Fraction(amount, len(people))

    def money(self, people, fen):
        for person, part in split_fen(fen, people or [UNASSIGNED]):
            self.shares[person] = self.shares.get(person, 0) + part

    def of(self, person):
        return self.shares.get(person, 0)


def credit_calls(office, window):
    credit = Credit()
    for row in calls_in(office, window):
        credit.count(office.people(row.get('staff')))
    return credit


def credit_parties(parties):
    credit = Credit()
    for party in parties:
        credit.count(party.staff)
    return credit


def credit_units(deals):
    credit = Credit()
    for deal in deals:
        credit.count(deal.staff)
    return credit


def credit_amount(deals, amount_of):
    credit = Credit()
    for deal in deals:
        credit.money(deal.staff, amount_of(deal) or 0)
    return credit


def receipt_people(office, row):
    """fp 30: the staff of the latest deal of that room subscribed on or before the receipt's date. Parking earns no credit (fp 4)."""
    latest = None
    for deal in office.room_deals:
        if deal.room and deal.room == row.get('room') and deal.subscribed and deal.subscribed <= row.get('date'):
            if latest is None or (deal.subscribed, deal.order) >= (latest.subscribed, latest.order):
                latest = deal
    return [] if latest is None or latest.parking else latest.staff


def credit_receipts(office, window):
    credit = Credit()
    for row, amount in receipts_in(office, window):
        credit.money(receipt_people(office, row), amount)
    return credit


# ---------------------------------------------------------------------------- follow-ups

def followups_due(office, window):
    """fp 83: rows whose 应回访日期 lies in the window."""
    return [row for row in office.ok('followups') if row.get('due') and row.get('due') in window]


def followed_up(row):
    # A contact after the due day, so also one after as-of, is none: the row stays in the denominator.
    return row.get('date') is not None and row.get('date') <= row.get('due') and row.get('connected') is not False


@figure('followups.rate', 'followups')
def followups_rate(f):
    rows = followups_due(f.office, f.window)
    return results.ratio(len([row for row in rows if followed_up(row)]), len(rows), rows)


# ---------------------------------------------------------------------------- ranking

def employed(office, window):
    names = []
    for row in office.staff_rows:
        name = office.person(row.get('name')) if row.get('name') else None
        joined, left = row.get('joined'), row.get('left')
        if name and name not in names and (joined is None or joined <= window.last) and (left is None or left >= window.first):
            names.append(name)
    return names


def ranks(value_of, people):
    """Standard competition ranking 1-2-2-4; None is unranked."""
    ranked = [person for person in people if value_of(person) is not None]
    return {person: 1 + len([other for other in ranked if value_of(other) > value_of(person)]) for person in ranked}


@figure('staff.ranking', 'deals')
def staff_ranking(f):
    office, window = f.office, f.window
    gross, signed, cancelled = gross_in(office, window), signed_in(office, window), cancelled_in(office, window)
    firsts = first_parties_in(office, window)
    due = followups_due(office, window)
    columns = {
        'calls': credit_calls(office, window), 'visits': credit_parties(parties_in(office, window)), 'first': credit_parties(firsts),
        'units': credit_units(gross), 'amount': credit_amount(gross, lambda deal: deal.amount),
        'signed-units': credit_units(signed), 'signed-amount': credit_amount(signed, lambda deal: deal.signed_amount),
        'cancelled': credit_units(cancelled), 'receipts': credit_receipts(office, window)}
    converted = credit_parties([party for party in firsts if converting_deal(office, party)])
    due_credit, done_credit = Credit(), Credit()
    for row in due:
        due_credit.count(office.people(row.get('staff')))
        if followed_up(row):
            done_credit.count(office.people(row.get('staff')))
    people = set(employed(office, window))
    for credit in list(columns.values()) + [due_credit]:
        people |= set(credit.shares)
    for row in office.ok('followups'):
        if row.get('date') in window and row.get('date'):
            people |= set(office.people(row.get('staff')))
    people.discard(UNASSIGNED)
    unassigned = any(credit.of(UNASSIGNED) for credit in list(columns.values()) + [due_credit])

    minimum = int(office.setting('排名最少首访', '5'))
    units, amount, first = columns['units'], columns['amount'], columns['first']

    def conversion(person):
        if first.of(person) == 0 or first.of(person) < minimum:
            return None
        return converted.of(person) / Fraction(first.of(person))

    def unknown(kind):
        """No file of the kind, or a compared period before its first dated row (fp 80)."""
        return not office.has(kind) or f.scope in ('previous', 'last-year') and f.outside(window, [kind])

    rank_units, rank_amount = ranks(units.of, people), ranks(amount.of, people)
    rank_conversion = ranks(conversion, people)
    rows = []
    order = sorted(people, key=lambda person: (-units.of(person), -amount.of(person), person))
    for person in order + ([UNASSIGNED] if unassigned else []):
        row = [person]
        for key, credit in columns.items():
            money = key in ('amount', 'signed-amount', 'receipts')
            known = {'calls': 'calls', 'visits': 'visits', 'first': 'visits', 'receipts': 'receipts'}.get(key)
            if known and unknown(known):
                row.append(None)
            else:
                row.append(results.hundredths(credit.of(person)) if money else results.number(credit.of(person)))
        row.append(None if unknown('visits') else results.ratio(converted.of(person), first.of(person)))                # fp 86
        row.append(None if unknown('followups') else results.ratio(done_credit.of(person), due_credit.of(person)))
        row.append(targets.person_rate(office, person, window.last) if person != UNASSIGNED else None)
        row += [ranking.get(person) for ranking in (rank_units, rank_amount, rank_conversion)]
        rows.append(row)
    return results.table(['name'] + list(columns) + ['first-conversion', 'followup-rate', 'target-rate', 'rank-units', 'rank-amount',
                                                     'rank-conversion'], rows)
