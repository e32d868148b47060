"""Channels: what each brought and cost. fp 53."""
import results
from breakdowns import tally
from figures import figure
from office import UNFILLED
from traffic import calls_in, first_parties_in, gross_in, parties_in


def spend_in(office, window):
    """发生额 dated in the window, by channel; blank is 未填."""
    return tally([row for row in office.ok('costs') if row.get('date') and row.get('date') in window and row.get('date') <= office.as_of],
                 lambda row: [row.get('channel') or UNFILLED], lambda row: row.get('spent') or 0)


def cost(spend, count):
    return results.ratio(spend, count, top='hundredths') if spend is not None and count else None


@figure('channels.summary', 'visits')
def channels_summary(f):
    office, window = f.office, f.window
    calls = tally(calls_in(office, window), lambda row: [row.get('channel') or UNFILLED]) if office.has('calls') else None
    visits = tally(parties_in(office, window), lambda party: [party.single('channel') or UNFILLED])
    first = tally(first_parties_in(office, window), lambda party: [party.single('channel') or UNFILLED])
    gross = gross_in(office, window)
    deals = tally(gross, lambda deal: [office.deal_channel(deal)]) if office.has('deals') else None
    amount = tally(gross, lambda deal: [office.deal_channel(deal)], lambda deal: deal.amount or 0) if office.has('deals') else None
    spend = spend_in(office, window) if office.has('costs') else None
    words = {word for column in (calls, visits, first, deals, amount, spend) if column for word, value in column.items() if value}
    if f.previous is not None and not f.outside(f.previous, ['visits']):     # fp 77: or in the compared period
        for column in (tally(calls_in(office, f.previous), lambda row: [row.get('channel') or UNFILLED]),
                       tally(parties_in(office, f.previous), lambda party: [party.single('channel') or UNFILLED]),
                       tally(gross_in(office, f.previous), lambda deal: [office.deal_channel(deal)]),
                       spend_in(office, f.previous)):
            words |= {word for word, value in column.items() if value}
    total = len(parties_in(office, window))

    def get(column, word):
        return None if column is None else column.get(word, 0)

    rows = []
    first_column = calls if calls is not None else visits
    for word in sorted(words, key=lambda word: (-first_column.get(word, 0), word)):
        spent = get(spend, word)
        rows.append([word, get(calls, word), get(visits, word), get(first, word), get(deals, word),
                     results.hundredths(get(amount, word)), results.ratio(visits.get(word, 0), total), results.hundredths(spent),
                     cost(spent, get(calls, word)), cost(spent, get(first, word)), cost(spent, get(deals, word))])
    return results.table(['name', 'calls', 'visits', 'first', 'deals', 'amount', 'share', 'spend', 'cost-per-call',
                          'cost-per-first', 'cost-per-deal'], rows)
