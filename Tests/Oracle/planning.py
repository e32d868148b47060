"""Plans: the year's targets broken down, media by stage, result and break-even. fp 10, 27, 28."""
from fractions import Fraction

import results
import values
from breakdowns import tally
from figures import figure
from office import MEASURES, UNFILLED
from periods import ONE, Window
from sales import signed_amounts, signed_in
from targets import CHINESE, MONEY, Conflict, project_target
from traffic import calls_in, gross_in, parties_in


def largest_remainder(whole, weights, step=1):
    """Integers (of whole yuan whole yuan) that add up; what is left goes to the largest remainders, ties to the upper one."""
    if step > 1 and whole % step == 0:
        return [part * step for part in largest_remainder(whole // step, weights)]
    total = sum(weights)
    exact = [Fraction(whole * weight) / total for weight in weights]
    parts = [int(value // 1) for value in exact]
    order = sorted(range(len(weights)), key=lambda at: (-(exact[at] - parts[at]), at))
    for at in order[:whole - sum(parts)]:
        parts[at] += 1
    return parts


def step_of(measure):
    return 100 if MEASURES[measure] in MONEY else 1


def weight_of(office, measure, period):
    rows = [row for row in office.ok('targets') if row.get('measure') == measure and row.get('period')
            and row.get('period').same_days(period) and row.get('weight')]
    return rows[-1].get('weight') if rows else None


def own_target(office, measure, period):
    """None without one, and where two rows of one file contradict each other."""
    try:
        return project_target(office, measure, period)
    except Conflict:
        return None


def split(office, measure, whole, periods, by_days):
    """Given targets stay, the rest is split over the others by weight, else equally (weeks by their days)."""
    own = [own_target(office, measure, period) for period in periods]
    open_ = [at for at, target in enumerate(own) if target is None]
    if whole is not None and open_:
        rest = max(whole - sum(target for target in own if target is not None), 0)
        weights = [weight_of(office, measure, periods[at]) for at in open_]
        if all(weight is None for weight in weights):
            weights = [len(periods[at]) if by_days else 1 for at in open_]
        weights = [weight or 0 for weight in weights]
        for at, part in zip(open_, largest_remainder(rest, weights, step_of(measure))):
            own[at] = part
    return own


def parts_of(calendar, kind, period):
    """The periods of a kind inside a period, in order."""
    found, day = [], period.first
    while day <= period.last:
        part = calendar.containing(kind, day)
        found.append(part)
        day = part.last + ONE
    return found


def weeks_of(calendar, month):
    """Its weeks, cut at the ends of the month."""
    return [type(week)(week.kind, max(week.first, month.first), min(week.last, month.last)) for week in parts_of(calendar, 'week', month)]


def week_targets(office, measure, month, whole):
    cut = weeks_of(office.calendar, month)
    # A target of exactly these days counts: of the week where all of it lies in the month, or of the one day that does.
    own = [own_target(office, measure, part) for part in cut]
    open_ = [at for at, target in enumerate(own) if target is None]
    if whole is not None and open_:
        rest = max(whole - sum(target for target in own if target is not None), 0)
        for at, part in zip(open_, largest_remainder(rest, [len(cut[at]) for at in open_], step_of(measure))):
            own[at] = part
    return list(zip(cut, own))


def label(office, period):
    """year and quarter by name, a month by its name, a week by its days"""
    if period.kind == 'week':
        return f'{period.first.isoformat()}…{period.last.isoformat()}'
    year, month = office.calendar.name_of_month(period.first)
    return {'month': f'{year}-{month:02d}', 'quarter': f'{year}Q{(month + 2) // 3}'}.get(period.kind, f'{year}年')


def tree(office, measure):
    """[(period, target)] of the year; weeks of the current and of the next month. Nothing without a target of the year."""
    calendar, day = office.calendar, office.day
    year = calendar.containing('year', day)
    whole = own_target(office, measure, year)            # two targets in one file: the measure is not broken down
    if whole is None:
        return []
    months_with_weeks = [calendar.containing('month', day)]
    months_with_weeks.append(calendar.containing('month', months_with_weeks[0].last + ONE))
    found = [(year, whole)]
    quarters = parts_of(calendar, 'quarter', year)
    for quarter, target in zip(quarters, split(office, measure, whole, quarters, False)):
        found.append((quarter, target))
        months = parts_of(calendar, 'month', quarter)
        for month, part in zip(months, split(office, measure, target, months, False)):
            found.append((month, part))
            if any(month.same_days(other) for other in months_with_weeks):
                found += week_targets(office, measure, month, part)
    return found


@figure('targets.breakdown', 'targets', scopes='date')
def targets_breakdown(f):
    office, rows = f.office, []
    window = office.scopes.window('total')
    visits, units, calls = len(parties_in(office, window)), len(gross_in(office, window)), len(calls_in(office, window))
    for m, measure in CHINESE.items():
        show = results.hundredths if m in MONEY else results.number
        parts = tree(office, measure)
        rows += [[label(office, period), measure, show(target)] for period, target in parts]
        if m != 'deals-units' or not units or not visits:
            continue
        for period, target in parts:                                 # worked back at the office's own rates to date
            needed = -(-target * visits // units)
            rows.append([label(office, period), '来访（倒推）', needed])
            if calls:
                rows.append([label(office, period), '来电（倒推）', -(-needed * calls // visits)])
    return results.table(['period', 'measure', 'target'], rows)


def whole_period(f):
    """The report's period, or the calendar one of the last counted day, days to come too."""
    return f.office.period if f.scope == 'this' else f.office.calendar.containing(f.scope, f.office.day)


def spent_by(office, row):
    """A budget is of days to come; what was spent, only up to the last counted day."""
    return (row.get('spent') or 0) if row.get('date') <= office.day else 0


def planned_costs(office, period):
    """Budgets of the whole period; what is only spent, without one, is not known before its day."""
    return [row for row in office.ok('costs') if row.get('date') and period.first <= row.get('date') <= period.last
            and (row.get('budget') or row.get('date') <= office.day)]


@figure('costs.plan', 'costs', scopes='plan')
def costs_plan(f):
    """Every channel in every stage; rows and columns add to the whole."""
    office = f.office
    if not office.folder.has_column('costs', 'stage'):
        return results.null('no column')
    rows = planned_costs(office, whole_period(f))

    def key(row):
        return row.get('channel') or UNFILLED, row.get('stage') or UNFILLED
    budget = tally(rows, lambda row: [key(row)], lambda row: row.get('budget') or 0)
    spent = tally(rows, lambda row: [key(row)], lambda row: spent_by(office, row))
    channels, stages = {}, {}                                            # stages follow each other as they are written
    for (channel, stage), amount in budget.items():
        channels[channel] = channels.get(channel, 0) + amount
        stages[stage] = stages.get(stage, 0) + amount
    return results.table(['name', 'stage', 'budget', 'spent'],
                         [[channel, stage, results.hundredths(budget.get((channel, stage), 0)), results.hundredths(spent.get((channel, stage), 0))]
                          for channel in sorted(channels, key=lambda name: (-channels[name], name))
                          for stage in stages])


# ---------------------------------------------------------------------------- resolution

def commission(office):
    text = values.fold(office.setting('佣金率', '') or '')
    if not text:
        return None
    return Fraction(text.rstrip('%')) / 100 if text.endswith('%') else Fraction(text)


def year_costs(office, window, field):
    return sum(row.get(field) or 0 for row in office.ok('costs') if row.get('date') and row.get('date') in window)


def year_sides(office):
    """(signed, spent) of the year to date and (target, budget) of the whole year; None where unknown."""
    to_date = office.scopes.window('year')
    year = office.calendar.containing('year', office.day)
    signed = signed_amounts(signed_in(office, to_date)) if office.has('deals') else None
    spent = year_costs(office, to_date, 'spent') if office.has('costs') else None
    budget = year_costs(office, Window(year.first, year.last), 'budget') if office.has('costs') else None
    try:
        target = project_target(office, '签约金额', year) if office.has('targets') else None
    except Conflict:
        target = None
    return (signed, spent), (target, budget)


@figure('resolution.result', 'deals', scopes='own')
def resolution_result(f):
    if f.window is None:
        return results.null('the period has not begun')                  # fp 84
    rate = commission(f.office)
    if rate is None:
        return results.null('no commission rate')
    columns = []
    for signed, costs in year_sides(f.office):
        income = None if signed is None else values.half_away(signed * rate)
        result = None if income is None or costs is None else income - costs
        columns.append([results.hundredths(signed), results.hundredths(income), results.hundredths(costs), results.hundredths(result),
                        None if result is None else results.ratio(result, income, top='hundredths', bottom='hundredths'),
                        None if costs is None else results.hundredths(values.half_away(costs / rate))])
    names = ('签约金额', '佣金收入', '费用', '损益', '利润率', '盈亏平衡签约金额')
    return results.table(['name', 'actual', 'planned'], [[name, *cells] for name, *cells in zip(names, *columns)])


@figure('resolution.sensitivity', 'deals', scopes='own')
def resolution_sensitivity(f):
    if f.window is None:
        return results.null('the period has not begun')                  # fp 84
    rate = commission(f.office)
    (signed, spent), (target, budget) = year_sides(f.office)
    base, costs = (target, budget) if target is not None else (signed, spent)
    steps = (('−10%', 9), ('不变', 10), ('+10%', 11))
    rows = []
    for price, p in steps:
        for pace, q in steps:
            amount = Fraction(base * p * q, 100)
            income = None if rate is None else values.half_away(amount * rate)
            result = None if income is None or costs is None else income - costs
            rows.append([f'价格 {price}', f'速度 {pace}', results.hundredths(values.half_away(amount)), results.hundredths(income),
                         results.hundredths(result)])
    return results.table(['name', 'pace', 'amount', 'income', 'result'], rows)
