"""Figures whose columns the specification leaves open; the columns taken are listed in DECISIONS.md."""
from fractions import Fraction

import competitors
import launch
import results
import stock
import values
import work
from breakdowns import MULTI, VISIT_FIELDS, deal_words, party_words, tally
from figures import figure
from office import UNFILLED
from periods import ONE, Window
from traffic import gross_in, parties_in


@figure('customers.index', 'visits', 'deals')
def customers_index(f):
    """Share among buyers / share among visitors, per word of a field."""
    parties, deals = parties_in(f.office, f.window), gross_in(f.office, f.window)
    rows = []
    for field in VISIT_FIELDS:
        if field in ('weekday', 'hour'):
            continue
        visitors = tally(parties, lambda party: party_words(party, field))
        buyers = tally(deals, lambda deal: deal_words(f.office, deal, field))
        for word in sorted(set(visitors) | set(buyers), key=lambda word: (-visitors.get(word, 0), word)):
            b, v = buyers.get(word, 0), visitors.get(word, 0)
            rows.append([field, word, b, v, results.ratio(b * len(parties), v * len(deals))])
    return results.table(['field', 'name', 'buyers', 'visitors', 'index'], rows)


@figure('referrals.top', 'deals')
def referrals_top(f):
    deals = work.referred(f.office, f.window)
    count = tally(deals, lambda deal: [f.office.deal_referrer(deal)])
    amount = tally(deals, lambda deal: [f.office.deal_referrer(deal)], lambda deal: deal.amount or 0)
    return results.table(['name', 'deals', 'amount'], [[name, count[name], results.hundredths(amount[name])]
                                                       for name in sorted(count, key=lambda name: (-count[name], name))])


@figure('costs.budget', 'costs')
def costs_budget(f):
    """By item, spends and budgets dated in the period."""
    rows = [row for row in f.office.ok('costs') if row.get('date') and row.get('date') in f.window]
    budget = tally(rows, lambda row: [row.get('item') or UNFILLED], lambda row: row.get('budget') or 0)
    spent = tally(rows, lambda row: [row.get('item') or UNFILLED], lambda row: row.get('spent') or 0)
    return results.table(['name', 'budget', 'spent', 'rate'],
                         [[name, results.hundredths(budget[name]), results.hundredths(spent[name]),
                           results.ratio(spent[name], budget[name], top='hundredths', bottom='hundredths')]
                          for name in sorted(budget, key=lambda name: (-budget[name], name))])


@figure('objections.top', 'visits')
def objections_top(f):
    """Objections of the period's parties with the agreed answer."""
    answers = {row.get('objection'): row.get('answer') for row in f.office.ok('objections') if row.get('objection')}
    parties = parties_in(f.office, f.window)
    count = tally(parties, lambda party: party.united('objection'))
    return results.table(['name', 'count', 'share', 'answer'],
                         [[name, count[name], results.ratio(count[name], len(parties)), answers.get(name)]
                          for name in sorted(count, key=lambda name: (-count[name], name))])


@figure('launch.funnel', 'cards', scopes='date')
def launch_funnel(f):
    """认筹 → 有效 → 到场 → 选定 → 认购 → 签约; the last two by the card holders' deals since the launch."""
    office = f.office
    issued = [row for row in office.ok('cards') if not (row.get('issued') and row.get('issued') > f.day)]
    valid = launch.valid_cards(office, f.day)
    came = [card for card in valid if card.get('arrived')]
    chose = [card for card in came if card.get('chosen')]
    opening = office.setting('开盘日期')
    since = values.day(opening)[1] if opening else None

    def deals_of(card):
        return [deal for deal in office.home_deals if deal.customer is office.customer_of[card] and deal.subscribed
                and deal.subscribed <= f.day and (since is None or deal.subscribed >= since)]

    bought = [card for card in chose if deals_of(card)]
    signed = [card for card in bought if any(deal.signed and deal.signed <= f.day for deal in deals_of(card))]
    steps = [('认筹', issued), ('有效', valid), ('到场', came), ('选定', chose), ('认购', bought), ('签约', signed)]
    rows, before = [], None
    for name, cards in steps:
        rows.append([name, len(cards), results.ratio(len(cards), before) if before is not None else None,
                     results.ratio(len(cards), len(issued))])
        before = len(cards)
    return results.table(['name', 'count', 'step', 'overall'], rows)


def rivals_by_week(f, value_of):
    rows = competitors.notes(f.office, f.office.day)
    projects = sorted({row.get('project') for row in rows})
    this = f.office.calendar.week_of(f.office.day)
    lines = []
    for back in range(11, -1, -1):
        window = Window(this.first - 7 * back * ONE, min(this.last - 7 * back * ONE, f.office.day))
        lines.append([results.day(window.first)] + [
            value_of([row for row in rows if row.get('project') == project and row.get('date') in window]) for project in projects])
    return results.table(['week'] + projects, lines)


@figure('competitors.sold', 'competitors', scopes='own')
def competitors_sold(f):
    def sold(rows):
        cells = [row.get('sold') for row in rows if row.get('sold') is not None]
        return sum(cells) if cells else None
    return rivals_by_week(f, sold)


@figure('competitors.prices', 'competitors', scopes='own')
def competitors_prices(f):
    return rivals_by_week(f, lambda rows: competitors.price_cell(competitors.last_price(rows)))


@figure('stock.reserved', 'units', scopes='date')
def stock_reserved(f):
    rows = stock.Stock(f.office, f.day).reserved
    return results.table(['room', 'product', 'layout', 'area', 'amount', 'status'],
                         [[row.text('room'), row.get('product'), row.get('layout'), results.hundredths(row.get('area')),
                           results.hundredths(stock.unit_amount(row)), row.get('status')] for row in sorted(rows, key=lambda row: row.order)])


@figure('staff.scorecard', 'scores', scopes='own')
def staff_scorecard(f):
    """Item scores of the report's period, else of the month of the last counted day; a missing item stops the total."""
    office = f.office

    def rows_of(period):
        return [row for row in office.ok('scores') if row.get('period') and row.get('staff')
                and (p := office.calendar.target_period(row.get('period'), office.day.year)) and p.same_days(period)]

    rows = rows_of(office.period) or rows_of(office.calendar.containing('month', office.day))
    people = {}
    for row in rows:
        people.setdefault('、'.join(office.people(row.get('staff'))), []).append(row)
    lines = []
    for person in sorted(people):
        total, complete = Fraction(0), True
        for row in people[person]:
            weight, target, actual, marks = (row.get(key) for key in ('weight', 'target', 'actual', 'marks'))
            score = marks
            if score is None and target and actual is not None:
                score = min(Fraction(100), actual / target * 100)
            weighted = score * weight / 100 if score is not None and weight is not None else None
            complete = complete and weighted is not None
            total += weighted or 0
            lines.append([person, row.get('item')] + [results.number(value) for value in (weight, target, actual, score, weighted)])
        weights = sum(row.get('weight') or 0 for row in people[person])
        lines.append([person, '合计', results.number(weights), None, None, None,
                      results.number(total) if complete and weights == 100 else None])
    return results.table(['name', 'item', 'weight', 'target', 'actual', 'score', 'weighted'], lines)
