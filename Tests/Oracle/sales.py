"""Deals: subscribed, signed, cancelled, net; parking; receipts."""
from fractions import Fraction

import results
from figures import figure
from office import UNASSIGNED
from periods import ONE
from traffic import gross_in, median


def signed_in(office, window):
    return [deal for deal in office.home_deals if deal.signed in window]


def cancelled_in(office, window):
    return [deal for deal in office.home_deals if deal.cancelled in window]


def cancelled_after_signing_in(office, window):
    return [deal for deal in cancelled_in(office, window) if deal.cancelled_after_signing()]


def areas(deals):
    return sum(deal.area or 0 for deal in deals)


def amounts(deals):
    return sum(deal.amount or 0 for deal in deals)                       # fp 13, 68


def signed_amounts(deals):
    return sum(deal.signed_amount or 0 for deal in deals)


def sub_rows(deals):
    return {deal.sub_row for deal in deals}


def sign_rows(deals):
    return {deal.sign_row for deal in deals}


def cancel_rows(deals):
    return {deal.cancel_row for deal in deals}


def family(prefix, deals_in, amount_of, rows_of):
    """units, area, amount and the averages of one kind of event."""

    @figure(prefix + '.units', 'deals')
    def units(f):
        deals = deals_in(f.office, f.window)
        return results.scalar(len(deals), '套', rows_of(deals))

    @figure(prefix + '.area', 'deals')
    def area(f):
        deals = deals_in(f.office, f.window)
        return results.scalar(results.hundredths(areas(deals)), '㎡', rows_of(deals))

    @figure(prefix + '.amount', 'deals')
    def amount(f):
        deals = deals_in(f.office, f.window)
        return results.scalar(results.hundredths(sum(amount_of(deal) or 0 for deal in deals)), '元', rows_of(deals))


family('deals', gross_in, lambda deal: deal.amount, sub_rows)
family('signed', signed_in, lambda deal: deal.signed_amount, sign_rows)
family('cancelled', cancelled_in, lambda deal: deal.amount, cancel_rows)     # fp 13


def averages(prefix, deals_in, amount_of, rows_of):
    @figure(prefix + '.average-price', 'deals')
    def average_price(f):
        """Σ amount / Σ area over deals that have both. fp 68"""
        deals = [deal for deal in deals_in(f.office, f.window) if amount_of(deal) and deal.area]
        return results.ratio(sum(amount_of(deal) for deal in deals), areas(deals), rows_of(deals), top='hundredths', bottom='hundredths')

    @figure(prefix + '.average-ticket', 'deals')
    def average_ticket(f):
        deals = [deal for deal in deals_in(f.office, f.window) if amount_of(deal)]
        return results.ratio(sum(amount_of(deal) for deal in deals), len(deals), rows_of(deals), top='hundredths')

    @figure(prefix + '.average-area', 'deals')
    def average_area(f):
        deals = [deal for deal in deals_in(f.office, f.window) if deal.area]
        return results.ratio(areas(deals), len(deals), rows_of(deals), top='hundredths')

    @figure(prefix + '.buyers', 'deals')
    def buyers(f):
        deals = deals_in(f.office, f.window)
        return results.scalar(len({deal.customer for deal in deals}), '组', rows_of(deals))


averages('deals', gross_in, lambda deal: deal.amount, sub_rows)
averages('signed', signed_in, lambda deal: deal.signed_amount, sign_rows)
averages('cancelled', cancelled_in, lambda deal: deal.amount, cancel_rows)


def difference(prefix, plus_in, minus_in, amount_of, plus_rows):
    @figure(prefix + '.units', 'deals')
    def units(f):
        plus, minus = plus_in(f.office, f.window), minus_in(f.office, f.window)
        return results.scalar(len(plus) - len(minus), '套', plus_rows(plus) | cancel_rows(minus))

    @figure(prefix + '.area', 'deals')
    def area(f):
        plus, minus = plus_in(f.office, f.window), minus_in(f.office, f.window)
        return results.scalar(results.hundredths(areas(plus) - areas(minus)), '㎡', plus_rows(plus) | cancel_rows(minus))

    @figure(prefix + '.amount', 'deals')
    def amount(f):
        plus, minus = plus_in(f.office, f.window), minus_in(f.office, f.window)
        value = sum(amount_of(deal) or 0 for deal in plus) - sum(amount_of(deal) or 0 for deal in minus)
        return results.scalar(results.hundredths(value), '元', plus_rows(plus) | cancel_rows(minus))


difference('net', gross_in, cancelled_in, lambda deal: deal.amount, sub_rows)                          # fp 13
difference('signed-net', signed_in, cancelled_after_signing_in, lambda deal: deal.signed_amount, sign_rows)  # fp 81


def parking_in(office, window):
    return [deal for deal in office.parking_deals if deal.subscribed in window]


@figure('parking.units', 'deals')
def parking_units(f):
    deals = parking_in(f.office, f.window)
    return results.scalar(len(deals), '个', sub_rows(deals))


@figure('parking.amount', 'deals')
def parking_amount(f):
    deals = parking_in(f.office, f.window)
    return results.scalar(results.hundredths(amounts(deals)), '元', sub_rows(deals))


@figure('deals.sign-rate', 'deals')
def sign_rate(f):
    """fp 50: signed by as-of whether or not cancelled later; gross."""
    deals = gross_in(f.office, f.window)
    signed = [deal for deal in deals if deal.signed and deal.signed <= f.office.as_of]
    return results.ratio(len(signed), len(deals), sub_rows(deals) | sign_rows(signed))


@figure('deals.cancel-rate', 'deals')
def cancel_rate(f):
    cancelled, gross = cancelled_in(f.office, f.window), gross_in(f.office, f.window)
    return results.ratio(len(cancelled), len(gross), cancel_rows(cancelled) | sub_rows(gross))


@figure('deals.days-to-sign', 'deals')
def days_to_sign(f):
    """Median days from subscription to signing of the deals signed in the window."""
    return median(sorted((deal.signed - deal.subscribed).days for deal in signed_in(f.office, f.window)
                         if deal.subscribed and deal.subscribed <= deal.signed))


# ---------------------------------------------------------------------------- lists

LIST_COLUMNS = ['room', 'customer', 'staff', 'subscribed', 'signed', 'due', 'amount', 'days']


def due_day(deal):
    """The agreed day, else the 7th day after the subscription."""
    return deal.first_value('due') or deal.subscribed + 7 * ONE


def deal_line(deal, day, days):
    return [deal.room, '、'.join(deal.first_value('name') or []) or None, '、'.join(deal.staff) or UNASSIGNED,
            results.day(deal.subscribed), results.day(deal.signed) if deal.signed and deal.signed <= day else None,
            results.day(due_day(deal)), results.hundredths(deal.amount), days]


def by_day(deals):
    return sorted(deals, key=lambda deal: (deal.subscribed, deal.order))


@figure('deals.list', 'deals')
def deals_list(f):
    rows = []
    for deal in by_day(gross_in(f.office, f.window)):
        signed = deal.signed and deal.signed <= f.day
        rows.append(deal_line(deal, f.day, ((deal.signed if signed else f.day) - deal.subscribed).days))
    return results.table(LIST_COLUMNS, rows)


def unsigned(office, day):
    return [deal for deal in office.home_deals if deal.active(day) and not (deal.signed and deal.signed <= day)]


@figure('deals.unsigned', 'deals', scopes='date')
def deals_unsigned(f):
    return results.table(LIST_COLUMNS, [deal_line(deal, f.day, (f.day - deal.subscribed).days)
                                        for deal in by_day(unsigned(f.office, f.day))])


@figure('deals.overdue', 'deals', scopes='date')
def deals_overdue(f):
    """Past the agreed or the 7th day."""
    late = [deal for deal in unsigned(f.office, f.day) if due_day(deal) < f.day]
    late.sort(key=lambda deal: (due_day(deal), deal.order))
    return results.table(LIST_COLUMNS, [deal_line(deal, f.day, (f.day - due_day(deal)).days) for deal in late])


# ---------------------------------------------------------------------------- receipts

def receipts_in(office, window):
    return [(row, amount) for row, amount in office.receipts if row.get('date') in window]


@figure('receipts.amount', 'receipts')
def receipts_amount(f):
    found = receipts_in(f.office, f.window)
    return results.scalar(results.hundredths(sum(amount for _, amount in found)), '元', {row for row, _ in found})


def signed_net_amount(office, window):
    return signed_amounts(signed_in(office, window)) - signed_amounts(cancelled_after_signing_in(office, window))


@figure('receipts.rate', 'receipts', 'deals', scopes='date')
def receipts_rate(f):
    """fp 81: receipts to date / (signed − cancelled after signing) to date."""
    window = f.office.scopes.window('total')
    received = sum(amount for _, amount in receipts_in(f.office, window))
    return results.ratio(received, signed_net_amount(f.office, window), top='hundredths', bottom='hundredths')


@figure('receipts.overdue', 'receipts', 'deals', scopes='date')
def receipts_overdue(f):
    """Signed homes still standing, more than 60 days after signing, not paid in full."""
    rows = []
    for deal in f.office.home_deals:
        if deal.signed is None or deal.signed > f.day or (deal.cancelled and deal.cancelled <= f.day):
            continue
        start = min(deal.subscribed, deal.signed) if deal.subscribed else deal.signed
        received = sum(amount for row, amount in f.office.receipts
                       if deal.room and row.get('room') == deal.room and start <= row.get('date') <= f.day)
        days = (f.day - deal.signed).days
        if days > 60 and received < (deal.signed_amount or 0):
            rows.append((deal.signed, deal.order, [deal.room, '、'.join(deal.first_value('name') or []) or None,
                         '、'.join(deal.staff) or UNASSIGNED, results.day(deal.signed), results.hundredths(deal.signed_amount),
                         results.hundredths(received), results.hundredths(deal.signed_amount - received), days]))
    rows.sort(key=lambda row: row[:2])
    return results.table(['room', 'customer', 'staff', 'signed', 'amount', 'received', 'unpaid', 'days'], [row[2] for row in rows])


# ---------------------------------------------------------------------------- summary

SUMMARY = (('认购套数', 'deals.units'), ('认购金额', 'deals.amount'), ('签约套数', 'signed.units'), ('签约金额', 'signed.amount'),
           ('退房套数', 'cancelled.units'), ('退房金额', 'cancelled.amount'), ('净认购套数', 'net.units'), ('净认购金额', 'net.amount'),
           ('回款', 'receipts.amount'))


@figure('deals.summary', 'deals', scopes='own')
def deals_summary(f):
    import figures
    rows = []
    for name, figure_id in SUMMARY:
        cells = {scope: figures.compute(f.office, figure_id, scope).get('value')
                 for scope in ('this', 'previous', 'month', 'year', 'total')}

        def exact(value):
            return None if value is None else Fraction(value)

        rows.append([name, cells['this'], cells['previous'], results.change(exact(cells['this']), exact(cells['previous'])),
                     cells['month'], cells['year'], cells['total']])
    return results.table(['name', 'period', 'previous', 'change', 'month', 'year', 'total'], rows)
