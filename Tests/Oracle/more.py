"""Figures whose columns stand in the catalogue of figures only: comparisons, lists, launch results, cards of persons."""
import re
from fractions import Fraction

import audit
import competitors
import launch
import results
import stock
import values
import work
from breakdowns import deal_words, ordered, party_words, tally
from figures import figure
from office import UNASSIGNED, UNFILLED
from periods import ONE, Window
from traffic import gross_in, parties_in

# Single-valued descriptions of a customer; the level changes with every contact and is none.
FIELD_NAMES = {'channel': '认知途径', 'district': '居住区域', 'age': '年龄', 'purpose': '置业目的', 'family': '家庭结构', 'occupation': '职业', 'times': '置业次数',
               'product': '需求产品', 'layout': '意向户型', 'area': '需求面积', 'budget': '总价预算', 'payment': '付款方式'}


@figure('customers.index', 'visits', 'deals')
def customers_index(f):
    """Share among buyers / share among visitors, per word of a field."""
    parties, deals = parties_in(f.office, f.window), gross_in(f.office, f.window)
    rows = []
    for field, name in FIELD_NAMES.items():
        if not f.office.folder.has_column('visits', field):
            continue
        visitors = tally(parties, lambda party: party_words(party, field))
        buyers = tally(deals, lambda deal: deal_words(f.office, deal, field))
        for word in ordered(set(visitors) | set(buyers), visitors, field):
            b, v = buyers.get(word, 0), visitors.get(word, 0)
            rows.append([f'{name}：{word}', v, results.ratio(v, len(parties)), b, results.ratio(b, len(deals)),
                         results.ratio(b * len(parties), v * len(deals))])
    return results.table(['name', 'visits', 'visit-share', 'deals', 'deal-share', 'index'], rows)


@figure('customers.cross', 'visits')
def customers_cross(f):
    """居住区域 by 认知途径."""
    parties, deals = parties_in(f.office, f.window), gross_in(f.office, f.window)
    count = tally(parties, lambda party: [(party_words(party, 'district')[0], party_words(party, 'channel')[0])])
    bought = tally(deals, lambda deal: [(deal_words(f.office, deal, 'district')[0], f.office.deal_channel(deal))])
    by_district = tally(parties, lambda party: party_words(party, 'district'))
    by_channel = tally(parties, lambda party: party_words(party, 'channel'))

    def order(pair):
        return -by_district.get(pair[0], 0), pair[0], -by_channel.get(pair[1], 0), pair[1]

    return results.table(['name', 'by', 'count', 'share', 'deals'],
                         [[pair[0], pair[1], count.get(pair, 0), results.ratio(count.get(pair, 0), len(parties)),
                           bought.get(pair, 0) if f.office.has('deals') else None]
                          for pair in sorted(set(count) | set(bought), key=order)])


@figure('referrals.top', 'deals')
def referrals_top(f):
    """Several referrers of one deal share it equally."""
    from concentration import split_fen
    count, amount = {}, {}
    for deal in work.referred(f.office, f.window):
        names = values.names(f.office.deal_referrer(deal))
        for name, part in split_fen(deal.amount or 0, names):
            count[name] = count.get(name, 0) + Fraction(1, len(names))
            amount[name] = amount.get(name, 0) + part
    whole = len(work.referred(f.office, f.window))
    return results.table(['name', 'deals', 'amount', 'share'],
                         [[name, results.number(count[name]), results.hundredths(amount[name]), results.ratio(count[name], whole)]
                          for name in sorted(count, key=lambda name: (-count[name], name))])


@figure('costs.budget', 'costs')
def costs_budget(f):
    """By channel, budgets and spends dated in the period."""
    rows = [row for row in f.office.ok('costs') if row.get('date') and row.get('date') in f.window]
    budget = tally(rows, lambda row: [row.get('channel') or UNFILLED], lambda row: row.get('budget') or 0)
    spent = tally(rows, lambda row: [row.get('channel') or UNFILLED], lambda row: row.get('spent') or 0)
    return results.table(['name', 'budget', 'spent', 'left', 'rate'],
                         [[name, results.hundredths(budget[name]), results.hundredths(spent[name]), results.hundredths(budget[name] - spent[name]),
                           results.ratio(spent[name], budget[name], top='hundredths', bottom='hundredths')]
                          for name in sorted(budget, key=lambda name: (-budget[name], name)) if budget[name] or spent[name]])


@figure('objections.top', 'visits')
def objections_top(f):
    """Objections of the period's parties with the agreed answer; 无 is none."""
    answers = {row.get('objection'): row.get('answer') for row in f.office.ok('objections') if row.get('objection')}
    parties = parties_in(f.office, f.window)
    count = tally(parties, lambda party: [word for word in party.united('objection') if word != '无'])
    return results.table(['name', 'count', 'share', 'answer'],
                         [[name, count[name], results.ratio(count[name], len(parties)), answers.get(name) or '尚无统一说辞']
                          for name in sorted(count, key=lambda name: (-count[name], name))])


# ---------------------------------------------------------------------------- launch results

def card_deals(office, card, day):
    """The card holder's deals since the launch day; where no day is set, since the card was issued."""
    opening = office.setting('开盘日期')
    since = values.day(opening)[1] if opening else card.get('issued')
    return [deal for deal in office.home_deals if deal.customer is office.customer_of[card] and deal.subscribed
            and deal.subscribed <= day and (since is None or deal.subscribed >= since)]


@figure('launch.funnel', 'cards', scopes='date')
def launch_funnel(f):
    """认筹 → 有效 → 到场 → 选定 → 认购 → 签约; the last two by the card holders' deals since the launch."""
    office = f.office
    issued = [row for row in office.ok('cards') if not (row.get('issued') and row.get('issued') > f.day)]
    valid = launch.valid_cards(office, f.day)
    came = [card for card in valid if card.get('arrived')]
    chose = [card for card in valid if card.get('chosen') or card.get('room')]
    bought = [card for card in valid if card_deals(office, card, f.day)]
    signed = [card for card in bought if any(deal.signed and deal.signed <= f.day for deal in card_deals(office, card, f.day))]
    steps = [('认筹', issued), ('有效', valid), ('到场', came), ('选定', chose), ('认购', bought), ('签约', signed)]
    rows, before = [], None
    for name, cards in steps:
        rows.append([name, len(cards), results.ratio(len(cards), before) if before is not None else None,
                     results.ratio(len(cards), len(issued))])
        before = len(cards)
    return results.table(['name', 'count', 'step', 'overall'], rows)


@figure('launch.not-bought', 'cards', scopes='date')
def launch_not_bought(f):
    office = f.office
    rows = [card for card in launch.queue(office, f.day) if card.get('arrived') and not card_deals(office, card, f.day)]
    return results.table(['card', 'customer', 'level', 'first', 'second', 'reason', 'staff'],
                         [[card.get('card'), card_name(office, card), card.get('level'), card.get('unit-1'), card.get('unit-2'),
                           '、'.join(card.get('objection') or []) or card.get('result'), '、'.join(office.people(card.get('staff'))) or UNASSIGNED]
                          for card in rows])


@figure('launch.spill', 'cards', 'units', scopes='date')
def launch_spill(f):
    """First choices first, in order of the numbers; who misses goes to his second choice while it lasts."""
    office = f.office
    left = tally(launch.launch_supply(office, f.day), lambda row: [row.get('layout') or UNFILLED])
    missed = []
    for card in launch.queue(office, f.day):
        layout = launch.choice_layout(office, card, 'unit-1')
        if layout:
            if left.get(layout, 0) > 0:
                left[layout] -= 1
            else:
                missed.append((card, layout))
    count = {}
    for card, layout in missed:
        second = launch.choice_layout(office, card, 'unit-2')
        target = '落空'
        if second and left.get(second, 0) > 0:
            left[second] -= 1
            target = second
        count[(layout, target)] = count.get((layout, target), 0) + 1
    return results.table(['layout', 'to', 'count'], [[layout, target, count[(layout, target)]] for layout, target in sorted(count)])


def quarter_hour(text):
    """Minutes of the quarter an entry of time lies in; None without a time."""
    match = re.search(r'(\d{1,2}):(\d{2})', values.fold(text or ''))
    return None if match is None else (int(match.group(1)) * 60 + int(match.group(2))) // 15 * 15


@figure('launch.pace', 'cards', scopes='date')
def launch_pace(f):
    """Parties that chose in each quarter of an hour, those of them who bought, and the running sum; quiet quarters between are rows."""
    office = f.office
    times = [(quarter_hour(card.text('chosen')), bool(card_deals(office, card, f.day))) for card in launch.valid_cards(office, f.day)]
    times = [(at, sold) for at, sold in times if at is not None]
    if not times:
        return results.null('no records')
    rows, running = [], 0
    for at in range(min(at for at, _ in times), max(at for at, _ in times) + 1, 15):
        sold = len([1 for when, bought in times if when == at and bought])
        running += sold
        rows.append([launch.clock(at), len([1 for when, _ in times if when == at]), sold, running])
    return results.table(['clock', 'count', 'sold', 'running'], rows)


@figure('launch.forecast-error', 'cards', 'units', 'deals', scopes='date')
def launch_forecast_error(f):
    """Expected sales of each layout against what was subscribed on the launch day."""
    office = f.office
    opening = office.setting('开盘日期')
    if not opening or values.day(opening)[1] > f.day:
        return results.null('no launch day yet')
    names, supply = launch.layouts(office, f.day)
    wanted = tally([card for card in launch.valid_cards(office, f.day) if launch.choice_layout(office, card, 'unit-1')],
                   lambda card: [launch.choice_layout(office, card, 'unit-1')])
    layout_of = {row.get('room-key'): row.get('layout') or UNFILLED for row in launch.launch_supply(office, f.day)}
    sold = tally([deal for deal in office.home_deals if deal.subscribed == values.day(opening)[1] and deal.subscribed <= f.day
                  and deal.room in layout_of], lambda deal: [layout_of[deal.room]])
    rows = []
    for name in names:
        expected, actual = min(wanted.get(name, 0), supply.get(name, 0)), sold.get(name, 0)
        rows.append([name, supply.get(name, 0), expected, actual, actual - expected, results.ratio(actual, supply.get(name, 0))])
    return results.table(['layout', 'supply', 'expected', 'actual', 'error', 'rate'], rows)


def card_name(office, card):
    """As the card writes it, else as the customer is known."""
    return '、'.join(card.get('name') or []) or work.name_of(office, office.customer_of[card])


@figure('launch.steering', 'cards', 'units', scopes='date')
def launch_steering(f):
    """Whom the first choice misses in order of the numbers while the second still has homes."""
    office = f.office
    left = tally(launch.launch_supply(office, f.day), lambda row: [row.get('layout') or UNFILLED])
    missed, rows = [], []
    for card in launch.queue(office, f.day):
        layout = launch.choice_layout(office, card, 'unit-1')
        if layout and left.get(layout, 0) > 0:
            left[layout] -= 1
        elif layout:
            missed.append((card, layout))
    for card, layout in missed:
        second = launch.choice_layout(office, card, 'unit-2')
        if second and left.get(second, 0) > 0:
            left[second] -= 1
            rows.append([card.get('card'), card_name(office, card), card.get('level'), layout, second,
                         results.hundredths(card.get('price')), '、'.join(office.people(card.get('staff'))) or UNASSIGNED])
    return results.table(['card', 'customer', 'level', 'from', 'to', 'price', 'staff'], rows)


@figure('launch.duration', 'cards', scopes='date')
def launch_duration(f):
    settings = launch.queue_settings(f.office)
    if settings is None:
        return results.null('no batch settings')
    size, minutes, _ = settings
    return results.scalar(-(-len(launch.valid_cards(f.office, f.day)) // size) * minutes, '分钟')


# ---------------------------------------------------------------------------- competitors

def rivals_by_week(f, column, value_of):
    """Last 12 weeks (of a longer period all, at most 53) by project; a week without information has an empty cell, never 0."""
    rows = competitors.notes(f.office, f.office.day)
    projects = sorted({row.get('project') for row in rows})
    this = f.office.calendar.week_of(f.office.day)
    lines = []
    first = f.office.calendar.week_of(f.window.first if f.window else f.office.day).first
    weeks = min(53, max(12, (this.first - first).days // 7 + 1))
    for back in range(weeks - 1, -1, -1):
        window = Window(this.first - 7 * back * ONE, min(this.last - 7 * back * ONE, f.office.day))
        for project in projects:
            value = value_of([row for row in rows if row.get('project') == project and row.get('date') in window])
            lines.append([results.day(window.first), project, value])
    return results.table(['week', 'project', column], lines)


@figure('competitors.sold', 'competitors', scopes='weeks')
def competitors_sold(f):
    def sold(rows):
        cells = [row.get('sold') for row in rows if row.get('sold') is not None]
        return sum(cells) if cells else None
    return rivals_by_week(f, 'sold', sold)


@figure('competitors.prices', 'competitors', scopes='weeks')
def competitors_prices(f):
    return rivals_by_week(f, 'price', lambda rows: competitors.price_cell(competitors.last_price(rows)))


@figure('competitors.conflicts', 'competitors', scopes='date')
def competitors_conflicts(f):
    """One product of a project with two prices in a week, or a stock that rises though nothing was released."""
    series, found = {}, []
    for row in competitors.notes(f.office, f.day):
        series.setdefault((row.get('project'), row.get('product')), []).append(row)
    for (project, _), rows in series.items():
        priced = [row for row in rows if row.get('unit-price')]
        for before, after in zip(priced, priced[1:]):
            week = f.office.calendar.week_of(after.get('date'))
            if before.get('date') >= week.first and before.get('unit-price') != after.get('unit-price'):
                found.append([results.day(week.first), project, '一周两价', results.hundredths(before.get('unit-price')),
                              results.hundredths(after.get('unit-price')), after.get('source')])
        stocked = [row for row in rows if row.get('stock') is not None]
        for before, after in zip(stocked, stocked[1:]):
            between = rows[rows.index(before) + 1:rows.index(after) + 1]
            if after.get('stock') > before.get('stock') and not any(row.get('released') for row in between):
                week = f.office.calendar.week_of(after.get('date'))
                found.append([results.day(week.first), project, '无新推而库存上升', before.get('stock'), after.get('stock'), after.get('source')])
    found.sort(key=lambda line: line[:3])
    return results.table(['week', 'project', 'rule', 'before', 'after', 'source'], found)


@figure('competitors.rivals-named', 'visits')
def rivals_named(f):
    """Rivals the period's visitors name, against our own notes."""
    if not f.office.folder.has_column('visits', 'rival'):
        return results.null('no column')
    parties = parties_in(f.office, f.window)
    count = tally(parties, lambda party: party.united('rival') or [UNFILLED])
    notes = {}
    for row in competitors.notes(f.office, f.office.day):
        notes.setdefault(row.get('project'), []).append(row)
    rows = []
    for name in sorted(count, key=lambda name: (-count[name], name)):
        known = notes.get(name)
        rows.append([name, count[name], results.ratio(count[name], len(parties)), competitors.last_value(known, 'tier') if known else None,
                     competitors.price_cell(competitors.last_price(known)) if known else None,
                     (f.office.day - known[-1].get('date')).days if known else None])
    return results.table(['name', 'count', 'share', 'tier', 'price', 'age'], rows)


@figure('competitors.lost', 'visits')
def competitors_lost(f):
    """Customers of the period's visits who name a rival and have no standing subscription on the last counted day."""
    office = f.office
    if not office.folder.has_column('visits', 'rival'):
        return results.null('no column')
    bought = {deal.customer for deal in office.home_deals if deal.active(f.day)}
    parties = [party for party in parties_in(office, f.window)
               if party.customer not in bought and any(name != '无' for name in party.united('rival'))]
    return results.scalar(len({party.customer for party in parties}), '位', {row for party in parties for row in party.rows})


# ---------------------------------------------------------------------------- stock lists

@figure('stock.reserved', 'units', scopes='date')
def stock_reserved(f):
    now = stock.Stock(f.office, f.day)
    rows = now.reserved
    return results.table(['room', 'product', 'layout', 'area', 'amount', 'status'],
                         [[row.get('room-key'), row.get('product'), row.get('layout'), results.hundredths(row.get('area')),
                           results.hundredths(stock.unit_amount(row)), row.get('status')] for row in sorted(rows, key=lambda row: row.order)])


@figure('stock.board', 'units', scopes='date')
def stock_board(f):
    now = stock.Stock(f.office, f.day)
    signed = {deal.room for deal in f.office.room_deals if deal.signed and deal.signed <= f.day and audit.holds(deal, f.day)}
    rows = []
    for row in sorted(stock.homes(f.office), key=lambda row: row.order):
        if now.is_sold(row):
            room = row.get('room-key')
            state = '签约' if (room in signed if room in now.mentioned else row.get('status') in ('签约', '已签约')) else '认购'
        elif row.get('status') in stock.RESERVED_STATUS:
            state = '保留'
        else:
            state = '可售' if now.is_released(row) else '未推'
        rows.append([row.get('room-key'), row.get('building-key'), row.get('floor'), state, row.get('layout'), results.hundredths(row.get('area'))])
    return results.table(['room', 'building', 'floor', 'state', 'layout', 'area'], rows)


# ---------------------------------------------------------------------------- work

@figure('tasks.quadrant', 'tasks', scopes='date')
def tasks_quadrant(f):
    rows = [row for row in f.office.ok('tasks') if work.is_open(row)]
    groups = (('重要且紧急', True, True), ('重要不紧急', True, False), ('紧急不重要', False, True), ('不紧急不重要', False, False))
    marked = [row for row in rows if row.get('urgent') is not None or row.get('important') is not None]
    def by_due(group):
        group.sort(key=lambda row: (row.get('due') is None, row.get('due') or f.day, row.get('task')))
        return [len(group), '；'.join(row.get('task') for row in group) or None]

    lines = [[name, *by_due([row for row in marked if bool(row.get('important')) == important and bool(row.get('urgent')) == urgent])]
             for name, important, urgent in groups]
    if len(rows) > len(marked):
        lines.append([UNFILLED, *by_due([row for row in rows if row not in marked])])
    return results.table(['name', 'count', 'tasks'], lines)


@figure('patrols.repeat', 'patrols')
def patrols_repeat(f):
    """Items with marks off in the period that had marks off on an earlier day."""
    found = {}
    for row in f.office.ok('patrols'):
        if row.get('date') and row.get('date') <= f.window.last and (row.get('off') or 0) > 0:
            found.setdefault((row.get('section') or UNFILLED, row.get('item')), []).append(row)
    rows = []
    for (section, item), faults in found.items():
        days = sorted({row.get('date') for row in faults})
        if len(days) > 1 and days[-1] in f.window:
            rows.append([section, item, len(days), results.day(days[0]), results.day(days[-1]),
                         results.number(sum(row.get('off') for row in faults))])
    rows.sort(key=lambda row: (-row[2], row[0], row[1] or ''))
    return results.table(['section', 'item', 'times', 'first', 'last', 'off'], rows)


def points(row, key):
    """Points as written: 40 % of the weight are 40."""
    value = row.get(key)
    return value * 100 if value is not None and '%' in values.fold(row.text(key)) else value


def score_of(row):
    """The marks, else min(cap, actual / target × 100); None for a missing item."""
    target, actual, marks, cap = (points(row, key) for key in ('target', 'actual', 'marks', 'cap'))
    if marks is None and target and actual is not None:
        return min(Fraction(100) if cap is None else cap, actual / target * 100)
    return marks


@figure('staff.scorecard', 'scores', scopes='own')
def staff_scorecard(f):
    """Item scores of the report's period, else of the month of the last counted day; a missing item stops the total."""
    office = f.office

    periods = {row: office.calendar.target_period(row.get('period') or '', None) for row in office.ok('scores') if row.get('staff')}

    def rows_of(period):
        return [row for row, own in periods.items() if own is not None and own.same_days(period)]

    rows = rows_of(office.period) or rows_of(office.calendar.containing('month', office.day))
    earlier = [own for own in periods.values() if own is not None and own.first <= office.day]
    if not rows and earlier:                                                   # else the latest one that has scores
        rows = rows_of(max(earlier, key=lambda own: (own.last, own.first)))
    rows = [row for row, own in periods.items() if own is None or row in rows]     # without a period: of any
    people = {}
    for row in rows:
        people.setdefault('、'.join(office.people(row.get('staff'))), []).append(row)
    lines = []
    for person in sorted(people):
        total, complete = Fraction(0), True
        for row in people[person]:
            weight, target, actual = (points(row, key) for key in ('weight', 'target', 'actual'))
            score = score_of(row)
            weighted = score * weight / 100 if score is not None and weight is not None else None
            complete = complete and weighted is not None
            total += weighted or 0
            lines.append([person, row.get('item')] + [results.number(value) for value in (weight, target, actual, score, weighted)])
        weights = sum(points(row, 'weight') or 0 for row in people[person])
        lines.append([person, '合计', results.number(weights), None, None, None,
                      results.number(total) if complete and weights == 100 else None])
    return results.table(['name', 'item', 'weight', 'target', 'actual', 'score', 'weighted'], lines)
