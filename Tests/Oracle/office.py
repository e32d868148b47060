"""The office: customers, parties, deals and receipts out of the typed rows. Everything a figure needs."""
import datetime
from fractions import Fraction

import identity
import periods
import reading
import values
from periods import ONE

UNFILLED = '未填'
UNASSIGNED = '未分配'
NOT_COUNTED_VISITS = {'特殊来访', '同行', '市调', '交易反补', '系统反补', '非客户'}     # fp 35
PARKING = ('车位', '车库', '储藏间', '仓储')
HOUSE_MONEY = {'定金', '首付', '首付款', '首期', '楼款', '房款', '按揭', '按揭款', '商贷', '公积金', '分期款', '尾款', '补差款'}  # fp 33
VOID_VOUCHERS = {'作废', '已作废', '红冲', '无效'}
RESERVATIONS = {'小订', '预留', '认筹'}                   # fp 34 (小定 folds into 小订)


class Party:
    """One customer on one day (or one row, when rows are counted)."""

    def __init__(self, customer, rows):
        self.customer, self.rows = customer, sorted(rows, key=lambda row: row.order)
        self.day = rows[0].get('date')
        self.first = False

    def single(self, field):
        """fp 9: the first non-empty cell in order of file name, then line."""
        for row in self.rows:
            if row.get(field) not in (None, []):
                return row.get(field)
        return None

    def united(self, field):
        found = []
        for row in self.rows:
            for word in row.get(field, []):
                if word not in found:
                    found.append(word)
        return found

    @property
    def heads(self):
        counts = [row.get('party') for row in self.rows if row.get('party', 0) > 0]
        return max(counts) if counts else 1

    @property
    def hour(self):
        for row in self.rows:
            if row.hour is not None:
                return row.hour
        return None


class Deal:
    def __init__(self, rows):
        self.rows = rows
        self.subscribed = self.signed = self.cancelled = None
        self.sub_row = self.sign_row = self.cancel_row = rows[0]
        self.direct = False
        self.by_status = False                           # cancelled by a status without a day
        self.special = None                              # 换房, 更名
        self.swap_day = None
        self.successor = False
        self.wide = True

    def by_day(self):
        """The row of the subscription, then the others by day, file and line."""
        rest = [row for row in self.rows if row is not self.sub_row]
        return [self.sub_row] + sorted(rest, key=lambda row: (row.get('date') or datetime.date.max, row.order))

    def first_value(self, field):
        """The subscription row's cell, else the first non-empty one by day, file and line."""
        for row in self.by_day():
            if row.get(field) not in (None, [], ([], [])):
                return row.get(field)
        return None

    def positive(self, field, first_row):
        """A total, the row of the stage first; zero counts as empty. fp 68"""
        for row in [first_row] + self.by_day():
            if row.get(field):
                return row.get(field)
        return None

    @property
    def room(self):
        return self.first_value('room')

    @property
    def area(self):
        for row in self.by_day():
            if row.get('area'):
                return row.get('area')
        return None

    @property
    def price_times_area(self):
        price = self.positive('unit-price', self.sub_row)
        if price and self.area:
            return values.half_away(Fraction(price * self.area, 100))
        return None

    @property
    def amount(self):
        """fp 13: 认购总价, else 成交总价, else 签约总价, else 单价×面积."""
        return (self.positive('subscribed-total', self.sub_row) or self.positive('total', self.sub_row)
                or self.positive('signed-total', self.sign_row) or self.price_times_area)

    @property
    def signed_amount(self):
        """fp 13: 签约总价, else 成交总价, else 认购总价 (else 单价×面积)."""
        return (self.positive('signed-total', self.sign_row) or self.positive('total', self.sign_row)
                or self.positive('subscribed-total', self.sub_row) or self.price_times_area)

    @property
    def staff_cell(self):
        return self.first_value('staff') or []

    def active(self, day):
        return self.subscribed is not None and self.subscribed <= day and not (self.cancelled and self.cancelled <= day)

    def cancelled_after_signing(self):
        return self.cancelled is not None and self.signed is not None and self.signed <= self.cancelled

    @property
    def order(self):
        return min(row.order for row in self.rows)


class Office:
    def __init__(self, path, period_text=None, as_of=None, today=None, year=None, date_order=None):
        self.folder = reading.Folder(path, year, date_order)
        self.year_option = year
        self.today = today or datetime.date.today()
        self.calendar = periods.Calendar.of_settings(self.folder.settings)
        self.setting = self.folder.setting
        self.type_side_dates()
        self.folder.mark_duplicates()
        self.read_staff()
        self.exclude_rows()
        self.merge_advanced_deals(as_of or self.today)
        self.as_of = as_of or self.latest_day()
        relative = as_of or self.today
        if period_text:
            self.period = self.calendar.parse(period_text, relative)
        else:
            self.period = self.calendar.week_of(self.as_of)
        firsts = [day for day in map(self.first_day, reading.DATED) if day]
        self.scopes = periods.Scopes(self.calendar, self.period, self.as_of, min(firsts, default=self.as_of))
        self.day = self.scopes.last_counted              # D
        self.customer_of = self.identify(self.as_of)
        self.make_units()
        self.make_deals()
        self.make_parties()
        self.make_receipts()
        self.calls = [row for row in self.ok('calls') if row.get('date') and row.get('date') <= self.as_of]
        self.first_call = {}
        for row in self.calls:
            customer = self.customer_of[row]
            self.first_call[customer] = min(self.first_call.get(customer, row.get('date')), row.get('date'))

    # ------------------------------------------------------------------ rows

    def rows(self, kind):
        return self.folder.all_rows(kind)

    def ok(self, kind):
        return [row for row in self.rows(kind) if row.fate == 'ok']

    def usable(self, kind):
        """Neither skipped, rejected nor duplicate."""
        return [row for row in self.rows(kind) if row.fate in ('ok', 'excluded')]

    def has(self, kind):
        return self.folder.has(kind)

    def read_staff(self):
        self.staff_alias, self.staff_rows = {}, self.ok('staff')
        for row in self.staff_rows:
            name = row.get('name')
            if name:
                for alias in row.get('alias', []):
                    self.staff_alias[values.staff_name(alias)] = values.staff_name(name)

    def person(self, name):
        """fp 66: the suffixes of leavers and the aliases of staff.csv are folded, nothing else."""
        name = values.staff_name(values.fold(name))
        return self.staff_alias.get(name, name)

    def people(self, cell):
        found = []
        for name in cell or []:
            person = self.person(name)
            if person and person not in found:
                found.append(person)
        return found

    def type_side_dates(self):
        """Dates that may be a month or a week: costs, competitors; periods of targets. fp 38, 63"""
        for source in self.folder.sources:
            hint = reading.year_of_titles(source, self.year_option)
            if source.kind == 'costs':
                order = values.day_order(row.text('date') for row in source.rows)
                for row in source.rows:
                    if row.fate != 'ok':
                        continue
                    text = row.text('date')
                    row.values.pop('date', None)
                    month = self.calendar.target_period(values.fold(text), hint)
                    state, day, _ = values.day(text, hint, order)
                    if month is not None and month.kind == 'month':
                        row.values['date'] = month.last.replace(day=1)   # the 1st of the month it is named after
                    elif state == 'ok':
                        row.values['date'] = day
                    elif state == 'bad':
                        row.fate, row.reason = 'rejected', f'date: {text!r}'
            elif source.kind == 'competitors':
                for row in source.rows:
                    if row.fate == 'ok' and not row.get('date') and row.get('week'):
                        text = row.get('week')
                        week = self.calendar.target_period(text, hint)
                        if week is None and hint:
                            digits = text.strip('第周Ww')
                            week = self.calendar.iso_week(hint, int(digits)) if digits.isdigit() and digits.isascii() else None
                        if week is None:
                            state, day, _ = values.day(text, hint)
                            week = self.calendar.week_of(day) if state == 'ok' else None
                        if week is None:
                            row.fate, row.reason = 'rejected', f'week: {text!r}'
                        else:
                            row.values['date'] = week.last       # fp 39: dated its last day
            elif source.kind == 'targets':
                units = {field: unit for _, fields, _ in source.columns for field, unit in fields}
                for row in source.rows:
                    if row.fate == 'ok':
                        self.type_target(row, hint, units.get('target'))

    def type_target(self, row, hint, unit):
        text = row.text('period')
        period = self.calendar.target_period(values.fold(text), hint)
        measure = row.get('measure')
        if period is None and not values.is_empty(text):
            row.fate, row.reason = 'rejected', f'period: {text!r}'
            return
        if measure is not None and measure not in MEASURES:
            row.fate, row.reason = 'rejected', f'measure: {measure!r}'
            return
        row.values['period'] = period
        is_money = measure in ('认购金额', '签约金额', '回款金额')
        # fp 11: the header's money unit applies only to amounts
        state, value = values.money(row.text('target'), unit) if is_money else values.count(row.text('target'))
        if state == 'bad':
            row.fate, row.reason = 'rejected', f'target: {row.text("target")!r}'
        row.values['target'] = value

    # ------------------------------------------------------------------ not counted

    def exclude(self, row, reason):
        if row.fate == 'ok':
            row.fate, row.reason = 'excluded', reason

    def exclude_rows(self):
        for source in self.folder.sources:
            for row in source.rows:
                if row.get('deleted') or row.get('test'):            # fp 35
                    self.exclude(row, 'deleted or test')
        for row in self.rows('visits'):
            if row.get('kind') in NOT_COUNTED_VISITS:
                self.exclude(row, row.get('kind'))
        for row in self.rows('deals'):
            if row.get('status') in RESERVATIONS:                    # fp 34
                self.exclude(row, row.get('status'))
        for row in self.rows('receipts'):
            if row.fate == 'ok' and not self.counts_as_receipt(row):
                self.exclude(row, 'item or voucher')
        for row in self.rows('competitors'):
            if not row.get('project'):
                self.exclude(row, 'no project')
            elif row.get('project') in ('本案', self.setting('项目名称')):   # fp 39
                self.exclude(row, 'own project')

    def counts_as_receipt(self, row):
        """fp 33."""
        item = row.get('item') or ''
        status = row.get('status') or ''
        if status in VOID_VOUCHERS:
            return False
        return item == '' or item in HOUSE_MONEY or (item.startswith('退') and item[1:] in HOUSE_MONEY)

    @staticmethod
    def deal_dates(row):
        return [row.get(field) for field in ('subscribed', 'signed', 'cancelled', 'date') if row.get(field)]

    def first_date(self, row):
        if row.source.kind == 'deals':
            dates = self.deal_dates(row)
            return min(dates) if dates else None
        if row.source.kind == 'cards':
            return row.get('issued')
        return row.get('date')

    def latest_day(self):
        """fp 7: the latest date of an accepted row that is not after the day of the run."""
        days = []
        for kind in ('calls', 'visits', 'receipts'):
            days += [row.get('date') for row in self.usable(kind) if row.get('date')]
        for row in self.usable('deals'):
            days += self.deal_dates(row)
        days = [day for day in days if day <= self.today]
        return max(days) if days else self.today

    def identify(self, as_of):
        rows = []
        for kind in ('calls', 'visits', 'deals', 'cards'):
            for row in self.rows(kind):
                # An older version of a deal that advanced is the same deal: its phones are keys too.
                if row.fate not in ('ok', 'excluded') and row not in self.older_versions:
                    continue
                first = self.first_date(row)
                if first is None or first <= as_of:                  # fp 8
                    rows.append(row)
        return identity.identify(rows)

    # ------------------------------------------------------------------ deals

    def same_buyer(self, one, other, customer_of):
        if customer_of.get(one) is not None and customer_of.get(one) is customer_of.get(other):
            return True
        keyless = [row for row in (one, other)
                   if not row.get('customer-id') and not identity.full_phones(row) and not identity.masked_phones(row)]
        return bool(keyless) and set(one.get('name', [])) == set(other.get('name', []))

    @staticmethod
    def is_one_date(source):
        return source.has('date') and not source.has('subscribed') and not source.has('signed')

    def merge_advanced_deals(self, as_of):
        """fp 2: same room, subscription day and customer in two files: one deal, the later file name wins."""
        self.older_versions = {}
        customer_of = self.identify(as_of)
        groups = {}
        for row in self.rows('deals'):
            if row.fate not in ('ok', 'excluded') or not row.get('room'):
                continue
            if (self.first_date(row) or as_of) > as_of:
                continue                                             # after as-of: outside, whatever it repeats
            if self.is_one_date(row.source):
                stage = self.stage(row)                              # a subscription row, or another stage of one
                stage = '退房' if stage in self.ENDING else stage      # whatever the cancellation is called
                key = (row.get('room'), row.get('date'), stage if stage == '签约' or stage in self.CHANGING or stage in RESERVATIONS else None)
            else:
                key = (row.get('room'), row.get('subscribed') or row.get('signed') or row.get('date'), None)
            if key[1] is not None:
                groups.setdefault(key, []).append(row)
        for rows in groups.values():
            for row in rows:
                later = [other for other in rows if other.source.name > row.source.name
                         and reading.content(other) != reading.content(row) and self.same_buyer(row, other, customer_of)]
                if later and row.fate == 'ok':                       # what never counted is no older version
                    last = max(other.source.name for other in later)
                    self.older_versions[row] = [other for other in later if other.source.name == last][0]
            for row, stands in self.older_versions.items():
                row.fate, row.reason = 'duplicate', f'same deal in {stands}'

    def make_deals(self):
        """self.deals: all that count, parking included; self.room_deals: also the uncounted successors."""
        self.void_rows = []
        wide, one_date = [], []
        for row in self.ok('deals'):
            if row not in self.customer_of:
                continue                                             # its first date is after as-of
            (one_date if self.is_one_date(row.source) else wide).append(row)
        deals = [deal for deal in (self.wide_deal(row) for row in wide) if deal]
        deals += self.ledger_deals(one_date)
        for deal in deals:
            members = deal.by_day()
            known = [row for row in members if row.get('customer-id') or identity.full_phones(row) or identity.masked_phones(row)]
            deal.customer = self.customer_of[(known or members)[0]]      # a row with an id or a number knows better than a bare name
            deal.staff = self.people(deal.staff_cell)
            product = deal.first_value('product') or self.unit_product.get(deal.room) or ''
            deal.parking = any(word in product for word in PARKING)  # fp 4
            deal.layout = deal.first_value('layout')
            deal.product = deal.first_value('product')
            deal.payment = deal.first_value('payment')
            deal.note = deal.first_value('note')
        deals.sort(key=lambda deal: deal.order)
        for deal in deals:
            if deal.swap_day and deal.swap_day > self.as_of:         # nobody knew of the change yet
                deal.special = deal.swap_day = deal.word_in_status = None
        self.mark_successors(deals)
        self.room_deals = deals
        self.deals = [deal for deal in deals if not deal.successor]
        self.home_deals = [deal for deal in self.deals if not deal.parking]
        self.parking_deals = [deal for deal in self.deals if deal.parking]

    def wide_deal(self, row):
        status, kind = row.get('status'), row.get('cancel-kind')
        if status == '作废' or kind == '作废':                        # fp 3
            self.exclude(row, '作废')
            self.void_rows.append(row)
            return None
        deal = Deal([row])
        deal.subscribed, deal.signed = row.get('subscribed'), row.get('signed')
        if deal.subscribed is None and not row.source.has('subscribed'):
            deal.subscribed = row.get('date')
        if deal.subscribed is None and deal.signed is not None:
            deal.subscribed, deal.direct = deal.signed, True         # a direct contract
        word = kind or status                                        # 退房类型 speaks before 状态
        deal.word_in_status = word if word == status and word in ('换房', '更名') else None
        if word in ('换房', '更名'):
            deal.special = word
            deal.swap_day = row.get('cancelled')
            deal.swap_source = kind in ('换房', '更名') or row.get('cancelled') is not None
        elif word == '转签约':
            pass                                                     # only the end of the reservation
        else:
            deal.cancelled = row.get('cancelled')
            stages = [day for day in (deal.subscribed, deal.signed) if day]
            if deal.cancelled is None and stages and (
                    status in ('退房', '挞定') or kind in ('认购退房', '签约退房', '退房', '挞定')):
                deal.cancelled, deal.by_status = max(stages), True    # fp 14
        return deal

    def ledger_deals(self, rows):
        """fp 1: rows of the same room and customer are the stages of one deal."""
        room_rows = {}
        for row in rows:
            room_rows.setdefault(row.get('room') or row, []).append(row)
        deals = []
        for same_room in room_rows.values():
            same_room.sort(key=lambda row: (row.get('date') or datetime.date.max, row.order))
            buyers = []
            for row in same_room:
                for group in buyers:
                    if self.same_buyer(group[0], row, self.customer_of):
                        group.append(row)
                        break
                else:
                    buyers.append([row])
            for group in buyers:
                deals += self.stages(group, alone=len(same_room) == 1)
        return deals

    ENDING = ('退房', '挞定', '认购退房', '签约退房')
    CHANGING = ENDING + ('换房', '更名', '作废', '转签约')

    def stages(self, rows, alone):
        """The deals of one buyer in one room, from his rows in order of days. alone: the room has no other row."""
        deals = []
        for day in sorted({row.get('date') or datetime.date.max for row in rows}):
            today = [row for row in rows if (row.get('date') or datetime.date.max) == day]
            was_open = deals and deals[-1].subscribed and not (deals[-1].cancelled or deals[-1].special)
            if not was_open:
                # On one day a sale comes before its cancellation, whatever the order of the lines; only a home
                # sold before can be given back and sold again.
                rank = {'认购': 0, None: 0, '签约': 1}
                today.sort(key=lambda row: (rank.get(self.stage(row), 2), row.order))
            for row in today:
                ended = deals and (deals[-1].cancelled or deals[-1].special)
                if not deals or (ended and self.stage(row) not in self.CHANGING):
                    deal = Deal([row])
                    deal.wide, deal.void, deal.word_in_status = False, False, None
                    deals.append(deal)
                else:
                    deals[-1].rows.append(row)
                self.add_stage(deals[-1], row, alone)
        result = []
        for deal in deals:
            if deal.void:
                self.void_rows.append([row for row in deal.rows if self.stage(row) == '作废'][0])
                for row in deal.rows:
                    self.exclude(row, '作废')
                continue
            if deal.subscribed is None and deal.signed is not None:
                deal.subscribed, deal.sub_row, deal.direct = deal.signed, deal.sign_row, True
            result.append(deal)
        return result

    @staticmethod
    def stage(row):
        return row.get('status') or row.get('cancel-kind')

    def add_stage(self, deal, row, alone):
        status, day = self.stage(row), row.get('date')
        if alone or (status not in self.CHANGING and status != '签约' and deal.subscribed is None):
            # A subscription row; or the only row of the room, whose date is the subscription too.
            deal.subscribed, deal.sub_row = day, row
        if status == '作废':
            deal.void = True
        elif status in self.ENDING:
            if deal.cancelled is None:
                deal.cancelled, deal.cancel_row = row.get('cancelled') or day, row
        elif status in ('换房', '更名'):
            deal.special, deal.word_in_status = status, status
            if deal.subscribed is None:
                deal.subscribed, deal.sub_row = day, row
            first = deal.sub_row is row
            deal.swap_source = not first or row.get('cancelled') is not None
            deal.swap_day = row.get('cancelled') or (None if first else day)
        elif status == '签约' and deal.signed is None:
            deal.signed, deal.sign_row = day, row
        if row.get('cancelled') and status not in self.CHANGING and deal.cancelled is None:
            deal.cancelled, deal.cancel_row = row.get('cancelled'), row

    def mark_successors(self, deals):
        """fp 3: the successor of a 换房 (same customer) or 更名 (same room) row is not counted."""
        for word, same in (('换房', lambda a, b: self.same_buyer(a.rows[0], b.rows[0], self.customer_of) and a.room != b.room),
                           ('更名', lambda a, b: a.room is not None and a.room == b.room)):
            carrying = [deal for deal in deals if deal.special == word]
            originals = [deal for deal in carrying if deal.swap_source]
            # A row that only carries the word is an original when nothing else of its group is.
            for deal in sorted(carrying, key=lambda d: (d.subscribed or datetime.date.max, d.order)):
                if not deal.swap_source and not any(same(other, deal) for other in originals):
                    originals.append(deal)
            for original in sorted(originals, key=lambda d: (d.subscribed or datetime.date.max, d.order)):
                found = None
                for deal in deals:
                    if deal is original or deal.successor or not same(original, deal) or deal.subscribed is None:
                        continue
                    on_the_day = original.swap_day is not None and deal.subscribed == original.swap_day
                    carries = (deal.word_in_status == word and not deal.swap_source if deal.special == word else False)
                    if carries and original.subscribed and deal.subscribed < original.subscribed:
                        carries = False
                    if on_the_day or carries:
                        rank = (not on_the_day, deal.subscribed, deal.order)
                        if found is None or rank < found[0]:
                            found = (rank, deal)
                if found:
                    found[1].successor = True
                    for row in found[1].rows:
                        self.exclude(row, f'successor of {original.rows[0]}')

    # ------------------------------------------------------------------ parties

    def make_parties(self):
        self.parties = []
        by_rows = self.setting('来访计数') == '记录'                   # fp 58
        groups = {}
        for row in self.ok('visits'):
            if row.get('date') and row.get('date') <= self.as_of:
                customer = self.customer_of[row]
                key = row if by_rows else (customer, row.get('date'))
                groups.setdefault(key, []).append(row)
        for rows in groups.values():
            party = Party(self.customer_of[rows[0]], rows)
            party.staff = self.people(party.single('staff'))
            self.parties.append(party)
        self.parties.sort(key=lambda party: (party.day, party.rows[0].order))
        self.parties_of = {}
        for party in self.parties:
            self.parties_of.setdefault(party.customer, []).append(party)
        self.first_party = {}
        for customer, parties in self.parties_of.items():
            parties[0].first = True
            self.first_party[customer] = parties[0]

    # ------------------------------------------------------------------ buyers

    def buyer_value(self, deal, read):
        """fp 18: the latest non-empty value up to the subscription day, else the first later one."""
        parties = self.parties_of.get(deal.customer, [])
        day = deal.subscribed
        before = [read(party) for party in parties if day is None or party.day <= day]
        after = [read(party) for party in parties if day is not None and party.day > day]
        for value in reversed(before):
            if value not in (None, []):
                return value
        for value in after:
            if value not in (None, []):
                return value
        return None

    def buyer_words(self, deal, field):
        """fp 18: a multi-valued attribute is the union over those parties."""
        parties = self.parties_of.get(deal.customer, [])
        day = deal.subscribed
        for chosen in ([p for p in parties if day is None or p.day <= day], [p for p in parties if day is not None and p.day > day]):
            found = []
            for party in chosen:
                for word in party.united(field):
                    if word not in found:
                        found.append(word)
            if found:
                return found
        return []

    def deal_channel(self, deal):
        """fp 19."""
        own = deal.first_value('channel')
        if own:
            return own
        first = self.first_party.get(deal.customer)
        return (first.single('channel') if first else None) or UNFILLED

    def deal_referrer(self, deal):
        own = deal.first_value('referrer')
        return own or self.buyer_value(deal, lambda party: party.single('referrer'))

    # ------------------------------------------------------------------ receipts, units

    def make_receipts(self):
        self.receipts = []
        for row in self.ok('receipts'):
            if row.get('date') and row.get('date') <= self.as_of:
                amount = row.get('amount', 0)                        # a blank amount is a row without money
                if '退' in (row.get('item') or '') + (row.get('status') or '') and amount > 0:
                    amount = -amount                                 # fp 33
                self.receipts.append((row, amount))

    def make_units(self):
        self.units, self.unit_product = [], {}
        for row in self.ok('units'):
            room = row.get('room')
            parts = [row.get(field) for field in ('building', 'unit-no') if row.get(field)]
            if parts and row.source.has('building'):
                text = row.text('room')
                own = values.room(text) or ''
                if '-' not in own:                                   # 楼栋+单元+房间
                    room = values.room('-'.join(parts + [own]))
            if not room:
                self.exclude(row, 'no room')
                continue
            row.values['room-key'] = room
            row.values['building-key'] = row.get('building') or values.building(room)
            self.units.append(row)
            product = row.get('product') or ''
            if any(word in product for word in PARKING):
                self.unit_product[room] = product

    def building_of(self, room):
        """As the units file spells it, of the room or of another with the same first part; else the first part of the room."""
        for row in self.units:
            if row.get('room-key') == room and row.get('building-key'):
                return row.get('building-key')
        part = values.building(room)
        for row in self.units:
            if part and values.building(row.get('room-key')) == part and row.get('building-key'):
                return row.get('building-key')
        return part

    # ------------------------------------------------------------------ spans and balance

    def first_day(self, kind):
        """fp 80: the kind's first dated row."""
        days = []
        for row in self.usable(kind):
            days += self.deal_dates(row) if kind == 'deals' else [row.get('date')] if row.get('date') else []
        return min(days) if days else None

    def dates_of(self, row):
        if row.source.kind == 'deals':
            return self.deal_dates(row)
        if row.source.kind == 'followups':
            return [day for day in (row.get('date'), row.get('due')) if day]
        return [row.get('date')] if row.get('date') else []

    def fate_of(self, row):
        """fp 36, the first that fits: what became of a row."""
        names = {'duplicate': 'duplicates'}
        if row.fate in ('skipped', 'rejected', 'duplicate', 'excluded'):
            return names.get(row.fate, row.fate)
        window = self.scopes.window('this')
        is_inside = window and any(day in window for day in self.dates_of(row))
        return 'outside' if row.source.kind in reading.DATED and not is_inside else 'counted'

    def balance(self):
        """How many rows of every file met which fate."""
        lines = []
        for source in self.folder.sources:
            count = dict.fromkeys(('rows', 'counted', 'outside', 'duplicates', 'excluded', 'skipped', 'rejected'), 0)
            for row in source.rows:
                count['rows'] += 1
                count[self.fate_of(row)] += 1
            lines.append((source.name, source.kind, count))
        for source in self.folder.unused:
            lines.append((source.name, None, None))
        return sorted(lines, key=lambda line: line[0])


MEASURES = {'来电': 'calls', '来访': 'visits', '认购套数': 'deals-units', '认购金额': 'deals-amount', '签约套数': 'signed-units',
            '签约金额': 'signed-amount', '回款金额': 'receipts-amount'}
