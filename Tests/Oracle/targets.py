"""Targets against actual figures. fp 10, 27, 28, 29, 82."""
from fractions import Fraction

import results
from figures import figure
from office import MEASURES
from periods import Window

MONEY = {'deals-amount', 'signed-amount', 'receipts-amount'}
FIGURE_OF = {'calls': 'calls.count', 'visits': 'visits.count', 'deals-units': 'deals.units', 'deals-amount': 'deals.amount',
             'signed-units': 'signed.units', 'signed-amount': 'signed.amount', 'receipts-amount': 'receipts.amount'}
CHINESE = {m: measure for measure, m in MEASURES.items()}


class Conflict(Exception):
    """Two rows for the same period, measure and person inside one file."""


def given(office, measure, period, person):
    """The target of exactly this period, measure and person; the later file wins."""
    rows = [row for row in office.ok('targets')
            if row.get('measure') == measure and row.get('period') and row.get('period').same_days(period)
            and row.get('target') is not None and target_person(office, row) == person]
    if not rows:
        return None
    last = max(row.source.name for row in rows)
    rows = [row for row in rows if row.source.name == last]
    if len(rows) > 1:
        raise Conflict
    return rows[0].get('target')


def target_person(office, row):
    people = office.people(row.get('staff'))
    return people[0] if people else None


def people_with_targets(office, measure, period):
    found = []
    for row in office.ok('targets'):
        person = target_person(office, row)
        if (person and person not in found and row.get('measure') == measure and row.get('period')
                and row.get('period').same_days(period) and row.get('target') is not None):
            found.append(person)
    return sorted(found)


def project_target(office, measure, period):
    """fp 28: the project row wins, else Σ of the persons; quarter and year else Σ of all their months."""
    own = given(office, measure, period, None)
    if own is not None:
        return own
    people = people_with_targets(office, measure, period)
    if people:
        return sum(given(office, measure, period, person) for person in people)
    if period.kind in ('quarter', 'year'):
        months, day = [], period.first
        while day <= period.last:
            month = office.calendar.containing('month', day)
            months.append(project_target(office, measure, month))
            day = month.last + (month.last.resolution)
        if all(month is not None for month in months):
            return sum(months)
    return None


def period_used(office, measure, scope):
    """(period, target) for the report; a day or week without its own target takes the month of the last counted day."""
    if scope != 'this':
        period = office.calendar.containing(scope, office.day)
        return period, project_target(office, measure, period)
    period = office.period
    target = project_target(office, measure, period)
    if target is None and period.kind in ('day', 'week'):
        month = office.calendar.containing('month', office.day)
        if project_target(office, measure, month) is not None:
            return month, project_target(office, measure, month)
    return period, target


def contradicted(office, measure, scope):
    """The period whose two targets contradict each other: the report's own, else the month it takes its target of."""
    if scope != 'this':
        return office.calendar.containing(scope, office.day)
    try:
        project_target(office, measure, office.period)
    except Conflict:
        return office.period
    return office.calendar.containing('month', office.day)


def kind_of(m):
    kind = FIGURE_OF[m].split('.')[0]
    return 'deals' if kind == 'signed' else kind


def actual_of(office, m, window):
    import figures
    frame = figures.Frame(office, 'this')
    frame.window = window
    if not office.has(kind_of(m)):
        return None
    value = figures.REGISTRY[FIGURE_OF[m]].compute(frame)['value']
    return int(Fraction(value) * 100) if m in MONEY else value


class Standing:
    """Everything about one measure. Money in fen."""

    def __init__(self, office, m, scope):
        self.m, self.money = m, m in MONEY
        self.conflict = False
        try:
            self.period, self.target = period_used(office, CHINESE[m], scope)
        except Conflict:                                     # an error, but the actual figure stands
            self.conflict, self.target = True, None
            self.period = contradicted(office, CHINESE[m], scope)
        day = office.day
        self.actual = actual_of(office, m, Window(self.period.first, min(self.period.last, day)))
        self.elapsed = (min(day, self.period.last) - self.period.first).days + 1
        self.length = len(self.period)
        self.left = max((self.period.last - day).days, 0)

    def show(self, value):
        return None if value is None else results.hundredths(value) if self.money else value

    @property
    def known(self):
        return self.target is not None and self.actual is not None

    def rate(self):
        if not self.known:
            return None
        how = 'hundredths' if self.money else None
        return results.ratio(self.actual, self.target, top=how, bottom=how)

    def gap(self):
        return self.target - self.actual if self.known else None

    def time_progress(self):
        return results.ratio(self.elapsed, self.length)

    def ahead(self):
        """rate − time progress, exact."""
        if not self.known or self.target == 0:
            return None
        return results.ratio(self.actual * self.length - self.elapsed * self.target, self.target * self.length)

    def needed(self):
        if not self.known or self.left == 0:
            return None
        return results.ratio(max(self.gap(), 0), self.left, top='hundredths' if self.money else None)


def one(name, m, read, unit=''):
    @figure(f'targets.{m}.{name}', 'targets', scopes='months')
    def compute(f):
        standing = Standing(f.office, m, f.scope)
        if standing.conflict and name != 'actual':
            return results.null('two targets in one file')
        if standing.target is None and name != 'actual':
            return results.null('no target')
        value = read(standing)
        if isinstance(value, dict):
            return value
        return results.null('not known') if value is None else results.scalar(value, unit)


for _m in FIGURE_OF:
    one('target', _m, lambda s: s.show(s.target))
    one('actual', _m, lambda s: s.show(s.actual))
    one('rate', _m, lambda s: s.rate())
    one('gap', _m, lambda s: s.show(s.gap()))
    one('time-progress', _m, lambda s: s.time_progress())
    one('ahead', _m, lambda s: s.ahead())
    one('needed-a-day', _m, lambda s: s.needed())


@figure('targets.summary', 'targets', scopes='months')
def targets_summary(f):
    rows = []
    for m in FIGURE_OF:
        s = Standing(f.office, m, f.scope)
        if s.target is not None:
            rows.append([CHINESE[m], s.show(s.target), s.show(s.actual), s.rate(), s.show(s.gap()), s.time_progress(), s.ahead(), s.needed()])
    return results.table(['measure', 'target', 'actual', 'rate', 'gap', 'time-progress', 'ahead', 'needed-a-day'], rows)


# ---------------------------------------------------------------------------- persons

def person_actual(office, m, person, window):
    import staff
    from sales import signed_in
    from traffic import gross_in, parties_in
    credit = {
        'calls': lambda: staff.credit_calls(office, window),
        'visits': lambda: staff.credit_parties(parties_in(office, window)),
        'deals-units': lambda: staff.credit_units(gross_in(office, window)),
        'deals-amount': lambda: staff.credit_amount(gross_in(office, window), lambda deal: deal.amount),
        'signed-units': lambda: staff.credit_units(signed_in(office, window)),
        'signed-amount': lambda: staff.credit_amount(signed_in(office, window), lambda deal: deal.signed_amount),
        'receipts-amount': lambda: staff.credit_receipts(office, window)}[m]()
    return credit.of(person)


def person_rate(office, person, day):
    """fp 82: 认购金额 of the month of the last counted day, else 认购套数."""
    if not office.has('targets'):
        return None
    month = office.calendar.containing('month', day)
    window = Window(month.first, day)
    for measure in ('认购金额', '认购套数'):
        try:
            target = given(office, measure, month, person)
        except Conflict:
            return None
        if target is not None:
            m = MEASURES[measure]
            how = 'hundredths' if m in MONEY else None
            return results.ratio(person_actual(office, m, person, window), target, top=how, bottom=how)
    return None


@figure('targets.by-staff', 'targets', scopes='months')
def targets_by_staff(f):
    """Each person's targets of the report's period, else of the month of the last counted day."""
    rows = []
    for m, measure in CHINESE.items():
        if f.scope == 'this':
            period = f.office.period
            if not people_with_targets(f.office, measure, period) and period.kind in ('day', 'week'):
                period = f.office.calendar.containing('month', f.office.day)
        else:
            period = f.office.calendar.containing(f.scope, f.office.day)
        window = Window(period.first, min(period.last, f.office.day))
        for person in people_with_targets(f.office, measure, period):
            try:
                target = given(f.office, measure, period, person)
            except Conflict:
                continue
            actual = person_actual(f.office, m, person, window)
            money = m in MONEY
            how = 'hundredths' if money else None
            show = results.hundredths if money else results.number
            known = [show(actual), results.ratio(actual, target, top=how, bottom=how), show(target - actual)]
            if not f.office.has(kind_of(m)):                             # nothing is known of it: no 0
                known = [None] * 3
            rows.append((person, list(CHINESE).index(m), [person, measure, show(target), *known]))
    rows.sort(key=lambda row: row[:2])
    return results.table(['name', 'measure', 'target', 'actual', 'rate', 'gap'], [row[2] for row in rows])
