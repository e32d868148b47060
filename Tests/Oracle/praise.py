"""What people are praised, warned and paid by: first and last of every measure, appraisal totals, their entries."""
from fractions import Fraction

import audit
import more
import results
import staff
import targets
from figures import figure
from office import UNASSIGNED
from sales import signed_in
from traffic import converting_deal, first_parties_in, gross_in


class Measure:
    """One measure of a window: the value of a person (None where he cannot be compared), shown and of the project."""

    def __init__(self, name, value, show, whole):
        self.name, self.value, self.show, self.whole = name, value, show, whole


def people_of(f):
    """Everyone named in a counted row of the period or employed in it. fp 32"""
    office, key = f.office, f.scope
    if not hasattr(office, 'ranked'):
        office.ranked = {}
    if key not in office.ranked:
        office.ranked[key] = [row[0] for row in staff.staff_ranking(f)['rows'] if row[0] != UNASSIGNED]
    return office.ranked[key]


def measures(f):
    office, window = f.office, f.window
    gross, signed = gross_in(office, window), signed_in(office, window)
    units, amount = staff.credit_units(gross), staff.credit_amount(gross, lambda deal: deal.amount)
    contracts = staff.credit_amount(signed, lambda deal: deal.signed_amount)
    money = results.hundredths
    found = [Measure('认购套数', units.of, lambda person: results.number(units.of(person)), len(gross)),
             Measure('认购金额', amount.of, lambda person: money(amount.of(person)), money(sum(deal.amount or 0 for deal in gross))),
             Measure('签约金额', contracts.of, lambda person: money(contracts.of(person)),
                     money(sum(deal.signed_amount or 0 for deal in signed)))]
    if office.has('visits'):
        firsts = first_parties_in(office, window)
        bought = [party for party in firsts if converting_deal(office, party)]
        first, won = staff.credit_parties(firsts), staff.credit_parties(bought)
        fewest = int(office.setting('排名最少首访', '5'))

        def conversion(person):
            if first.of(person) == 0 or first.of(person) < fewest:
                return None
            return won.of(person) / Fraction(first.of(person))
        found.append(Measure('首访转化率', conversion, lambda person: results.ratio(won.of(person), first.of(person)),
                             results.ratio(len(bought), len(firsts))))
    if office.has('followups'):
        due_rows = staff.followups_due(office, window)
        due, done = staff.Credit(), staff.Credit()
        for row in due_rows:
            due.count(office.people(row.get('staff')))
            if staff.followed_up(row):
                done.count(office.people(row.get('staff')))
        found.append(Measure('跟进及时率', lambda person: done.of(person) / Fraction(due.of(person)) if due.of(person) else None,
                             lambda person: results.ratio(done.of(person), due.of(person)),
                             results.ratio(len([row for row in due_rows if staff.followed_up(row)]), len(due_rows))))
    return found


@figure('staff.praise', 'deals')
def staff_praise(f):
    """The three best ranks of every measure, above nothing; and who gained most on the period before."""
    people, rows = people_of(f), []
    for measure in measures(f):
        places = staff.ranks(measure.value, people)
        for person in sorted(places, key=lambda person: (places[person], person)):
            if places[person] <= 3 and measure.value(person) > 0:
                rows.append([measure.name, places[person], person, measure.show(person), None])
    before = f.previous
    if f.scope == 'this' and not f.outside(before, ['deals']):
        now = staff.credit_amount(gross_in(f.office, f.window), lambda deal: deal.amount)
        then = staff.credit_amount(gross_in(f.office, before), lambda deal: deal.amount)
        gains = {person: now.of(person) - then.of(person) for person in people}
        most = max(gains.values(), default=0)
        if most > 0:
            rows += [['进步最大（认购金额）', 1, person, results.hundredths(now.of(person)), results.hundredths(most)]
                     for person in sorted(people) if gains[person] == most]
    return results.table(['measure', 'rank', 'name', 'value', 'change'], rows)


@figure('staff.behind', 'deals')
def staff_behind(f):
    """The last of every measure where somebody is better, and who is behind the time of his month's target (fp 82)."""
    people, rows = people_of(f), []
    for measure in measures(f):
        values = {person: measure.value(person) for person in people if measure.value(person) is not None}
        if values and min(values.values()) < max(values.values()):
            rows += [[person, measure.name, measure.show(person), measure.whole]
                     for person in sorted(values) if values[person] == min(values.values())]
    month = f.office.calendar.containing('month', f.window.last)
    passed = Fraction((f.window.last - month.first).days + 1, len(month))
    for person in sorted(people):
        rate = targets.person_rate(f.office, person, f.window.last)
        if rate and rate.get('value', 0) is not None and Fraction(rate['numerator']) / Fraction(rate['denominator']) < passed:
            rows.append([person, '月指标完成率（对时间进度）', rate, results.ratio((f.window.last - month.first).days + 1, len(month))])
    return results.table(['name', 'measure', 'value', 'expected'], rows)


@figure('staff.scores', 'scores', scopes='own')
def staff_scores(f):
    """The totals of the appraisal, ranked; without a total last, with the reason."""
    found = []
    by_person = {}
    for row in more.staff_scorecard(f)['rows']:
        by_person.setdefault(row[0], []).append(row)
    for person, rows in by_person.items():
        items, last = rows[:-1], rows[-1]
        total = None if last[6] is None else Fraction(last[6]) if not isinstance(last[6], dict) else Fraction(
            last[6]['numerator'], last[6]['denominator'])
        reason = None
        if total is None:
            reason = '有项目缺分' if any(row[6] is None for row in items) else '权重合计不是100'
        found.append((person, total, reason))
    places = staff.ranks(dict((person, total) for person, total, _ in found).get, [person for person, _, _ in found])
    found.sort(key=lambda line: (line[1] is None, -(line[1] or 0), line[0]))
    return results.table(['name', 'total', 'rank', 'reason'],
                         [[person, results.number(total), places.get(person), reason] for person, total, reason in found])


# How a row was read is no mistake to correct.
READINGS = {audit.SWAP, audit.RENAMED, audit.SUCCESSOR, audit.VOID, audit.CONVERSION, audit.DIRECT, audit.ADVANCED}


@figure('audit.by-staff')
def audit_by_staff(f):
    """Hits, those to correct, rows entered, complete and timely cells; what several share is shared equally."""
    office = f.office
    count, errors, rows, filled, cells, done, due = (staff.Credit() for _ in range(7))
    for _, rule, _, _, people in audit.all_hits(f):
        people = people.split('、') if people else []
        count.count(people)
        if rule not in READINGS:
            errors.count(people)
    for kind in audit.REQUIRED:
        for row in audit.event_rows(office, kind, f.window):
            people = office.people(row.get('staff'))
            rows.count(people)
            if row.source.has('created'):
                due.count(people)
                if row.get('created') == office.first_date(row):
                    done.count(people)
    for row, _, full in audit.required_cells(office, f.window):
        cells.count(office.people(row.get('staff')))
        if full:
            filled.count(office.people(row.get('staff')))
    named = set(count.shares) | set(rows.shares)
    timely = any(office.folder.has_column(kind, 'created') for kind in audit.REQUIRED)
    order = sorted(named, key=lambda person: (person == UNASSIGNED, -errors.of(person), person))
    return results.table(['name', 'count', 'errors', 'rows', 'complete-rate', 'timely-rate'],
                         [[person, results.number(count.of(person)), results.number(errors.of(person)), results.number(rows.of(person)),
                           results.ratio(filled.of(person), cells.of(person)),
                           results.ratio(done.of(person), due.of(person)) if timely else None] for person in order])
