"""20/80, honestly: net amounts to date. fp 26, 55."""
from fractions import Fraction

import results
import values
from breakdowns import deal_words
from figures import figure
from office import UNASSIGNED, UNFILLED


def split_fen(fen, people):
    """fp 31: floor each, the remaining fen one each to the first named."""
    share, rest = divmod(fen, len(people))               # floor, for refunds too
    return [(person, share + (1 if index < rest else 0)) for index, person in enumerate(people)]


def owners(office, deal, what):
    """[(sort key, shown name, fen)] of one deal's amount."""
    fen = deal.amount or 0
    if what == 'customers':
        # Two customers may carry one id (fp 22): the first record tells them apart.
        return [((deal.customer.key, deal.customer.rows[0].source.kind, deal.customer.rows[0].order), None, fen)]
    if what == 'channels':
        word = office.deal_channel(deal)
    elif what == 'districts':
        word = deal_words(office, deal, 'district')[0]
    elif what == 'layouts':
        word = deal.layout or UNFILLED
    elif what == 'referrers':
        word = office.deal_referrer(deal)
        return [(name, name, part) for name, part in split_fen(fen, values.names(word))] if word else []
    else:
        return [(person, person, part) for person, part in split_fen(fen, deal.staff or [UNASSIGNED])]
    return [(word, word, fen)]


def net_amounts(office, what, day):
    """[(amount, key, name)] of the positive nets, largest first, then by key."""
    nets, names = {}, {}
    for deal in sorted(office.home_deals, key=lambda deal: (deal.subscribed or day, deal.order)):
        for sign, event in ((1, deal.subscribed), (-1, deal.cancelled)):
            if event is not None and event <= day:
                for key, name, fen in owners(office, deal, what):
                    nets[key] = nets.get(key, 0) + sign * fen
                    if key not in names:
                        names[key] = name or '、'.join(deal.first_value('name') or []) or key[0]
    return [(amount, key, names[key]) for key, amount in sorted(nets.items(), key=lambda item: (-item[1], item[0])) if amount > 0]


def for_share(amounts, numerator, denominator):
    """The smallest m with Σ of the m largest · denominator ≥ total · numerator: compared exactly."""
    total, running = sum(amounts), 0
    for index, amount in enumerate(amounts):
        running += amount
        if running * denominator >= total * numerator:
            return index + 1
    return 0


def gini(amounts):
    """G = 2Σ i·x_i / (n Σx) − (n + 1)/n, i from the smallest."""
    ascending = sorted(amounts)
    n, total = len(ascending), sum(ascending)
    weighted = sum((index + 1) * amount for index, amount in enumerate(ascending))
    return results.ratio(2 * weighted - (n + 1) * total, n * total)


CHINESE = {'customers': '客户', 'channels': '渠道', 'staff': '置业顾问', 'districts': '居住区域', 'layouts': '户型', 'referrers': '推荐人'}
COUNTED = {'customers': '位', 'staff': '人', 'referrers': '人'}


def percent(part, whole):
    """Two decimals, half away from zero. fp 45"""
    hundredths = values.half_away(Fraction(part * 10000, whole))
    return f'{hundredths // 100}.{hundredths % 100:02d}%'


def family(what):
    prefix = f'concentration.{what}.'

    def nets(f):
        return net_amounts(f.office, what, f.day)

    @figure(prefix + 'count', 'deals', scopes='date')
    def count(f):
        return results.scalar(len(nets(f)), '')

    @figure(prefix + 'top20-count', 'deals', scopes='date')
    def top20_count(f):
        n = len(nets(f))
        return results.scalar(-(-n // 5), '') if n else results.null('no net amounts')

    @figure(prefix + 'top20-share', 'deals', scopes='date')
    def top20_share(f):
        found = [amount for amount, _, _ in nets(f)]
        if not found:
            return results.null('no net amounts')
        return results.ratio(sum(found[:-(-len(found) // 5)]), sum(found), top='hundredths', bottom='hundredths')

    @figure(prefix + 'for80-count', 'deals', scopes='date')
    def for80_count(f):
        found = [amount for amount, _, _ in nets(f)]
        return results.scalar(for_share(found, 4, 5), '') if found else results.null('no net amounts')

    @figure(prefix + 'for80-share', 'deals', scopes='date')
    def for80_share(f):
        found = [amount for amount, _, _ in nets(f)]
        return results.ratio(for_share(found, 4, 5), len(found)) if found else results.null('no net amounts')

    @figure(prefix + 'gini', 'deals', scopes='date')
    def gini_of(f):
        found = [amount for amount, _, _ in nets(f)]
        return gini(found) if found else results.null('no net amounts')

    @figure(prefix + 'finding', 'deals', scopes='date')
    def finding(f):
        """What was found, in a sentence; none for fewer than five."""
        found = [amount for amount, _, _ in nets(f)]
        n, total = len(found), sum(found)
        if n < 5:
            return results.null('too few')
        k, m, word = -(-n // 5), for_share(found, 4, 5), COUNTED.get(what, '项')
        return results.scalar(f'{n}{word}{CHINESE[what]}中，金额最大的{k}{word}占{percent(sum(found[:k]), total)}；'
                              f'达到80%需要{m}{word}（{percent(m, n)}）', '')

    @figure(prefix + 'curve', 'deals', scopes='date')
    def curve(f):
        found = nets(f)
        total, running, rows = sum(amount for amount, _, _ in found), 0, []
        for index, (amount, _, name) in enumerate(found):
            running += amount
            rows.append([index + 1, name, results.hundredths(amount), results.ratio(running, total, top='hundredths', bottom='hundredths')])
        return results.table(['rank', 'name', 'amount', 'running-share'], rows)

    @figure(prefix + 'table', 'deals', scopes='date')
    def table(f):
        found = nets(f)
        total, running, rows = sum(amount for amount, _, _ in found), 0, []
        for amount, _, name in found:
            running += amount
            rank = 1 + len([other for other, _, _ in found if other > amount])
            grade = 'A' if running * 5 <= total * 4 else 'B' if running * 20 <= total * 19 else 'C'
            rows.append([rank, name, results.hundredths(amount), results.ratio(amount, total, top='hundredths', bottom='hundredths'),
                         results.ratio(running, total, top='hundredths', bottom='hundredths'), grade])
        return results.table(['rank', 'name', 'amount', 'share', 'running-share', 'class'], rows)


for _what in ('customers', 'channels', 'staff', 'districts', 'layouts', 'referrers'):
    family(_what)
