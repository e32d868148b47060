"""The launch day itself: hours of the posts, the minute plan, the roster, whether everything fits, contingencies.

Counted back from 10:00 for the first batch, staff are in place at 6:30, roll call is at 7:00, the last briefing at 7:30, doors
at 8:00, the rules at 9:15, the ballot at 9:30, the order at 9:50; batches follow each other; after the last come no-shows and
walk-ins, the reconciliation and the evening meeting (half an hour each).
"""
import re
from fractions import Fraction

import launch
import results
import values
from figures import figure
from staff import employed
from periods import Window

HALF_HOUR = 30
BEFORE = (210, 180, 150, 120, 45, 30, 10)
ROLL_CALL, DOORS, READY = 180, 120, 60
DAY_LONG, UNTIL_LAST = 60, 0


def up(value):
    value = Fraction(value)
    return -(-value.numerator // value.denominator)


def numbers(*parts):
    """A cell of words: only the numbers in it are compared."""
    return {'numbers': re.findall(r'\d+', ' '.join(str(part) for part in parts))}


def settings_of(office):
    """(name, value) of every line, in order; lines of one name may be several."""
    return [(re.sub(r'\s', '', values.fold(row.text('setting'))), values.fold(row.text('value')))
            for source in office.folder.sources if source.kind == 'project' for row in source.rows if row.fate == 'ok']


def percent(text):
    """80, 80 % and 0.8 are one. fp 56"""
    value = Fraction(text.rstrip('%'))
    return value if text.endswith('%') or value > 1 else value * 100


class Day:
    """Parties, batches and minutes of the launch day."""

    def __init__(self, office, day):
        self.office, self.day = office, day
        self.cards = launch.queue(office, day)
        self.size, self.minutes, self.start = launch.queue_settings(office)
        self.batches = up(Fraction(len(self.cards), self.size))
        self.length = self.batches * self.minutes
        self.end = self.start + self.length
        self.zones = {}
        for name, value in settings_of(office):
            if name.startswith('工位:'):
                parts = value.split('/')
                self.zones.pop(name[3:], None)
                self.zones[name[3:]] = (Fraction(parts[0]), Fraction(parts[1]), int(parts[2]) if len(parts) > 2 else None)

    def expected(self):
        """Σ of the odds, in sales. fp 56"""
        answer = launch.expected_sales(self.office, self.day)
        return Fraction(answer['numerator']) / answer['denominator']

    def peak(self):
        """Parties an hour in the busiest half hour; 60 % of all come in it unless a setting says otherwise."""
        return up(len(self.cards) * percent(self.office.setting('签到高峰占比', '60%')) * 2 / 100)

    def posts(self):
        """(post, people, first minute, last minute)."""
        rows = [('总控', 1, ROLL_CALL, DAY_LONG)]
        rows += [(zone, desks(arrivals, minutes), DOORS, DAY_LONG) for zone, (arrivals, minutes, _) in self.zones.items()]
        rows += [('唱号主持', 1, READY, UNTIL_LAST), ('引导', self.size, DOORS, UNTIL_LAST), ('选房顾问', self.size, READY, UNTIL_LAST),
                 ('销控（手工、看板、系统）', 3, ROLL_CALL, DAY_LONG), ('跑单', self.size, READY, DAY_LONG), ('复核', 1, READY, DAY_LONG),
                 ('应急补卡', 1, DOORS, DAY_LONG)]
        return [(name, people, max(0, self.start - before), self.end + after) for name, people, before, after in rows]

    def duties(self):
        """(post, person, from, to) of the settings; without hours those of the post, of an unknown post the whole day."""
        found = []
        for name, value in settings_of(self.office):
            if not name.startswith('岗位:'):
                continue
            post = name[3:]
            hours = re.search(r'(\d{1,2}:\d\d)\s*[-–—~]\s*(\d{1,2}:\d\d)$', value)
            people = [word for word in re.split('[、,;/ ]', value[:hours.start()] if hours else value) if word]
            own = next(((first, last) for known, _, first, last in self.posts() if known.startswith(post)), (0, 24 * 60))
            first, last = [minute(text) for text in hours.groups()] if hours else own
            found += [(post, person, first, last) for person in people]
        return found

    def twice(self, at, duties):
        """Another post of the same person in the same minutes."""
        post, person, first, last = duties[at]
        return next((other[0] for index, other in enumerate(duties)
                     if index != at and other[1] == person and other[2] < last and first < other[3]), None)


def minute(text):
    hours, rest = text.split(':')
    return int(hours) * 60 + int(rest)


def desks(arrivals, minutes):
    """ceil(a / 0.8), one at least."""
    return max(1, up(arrivals * minutes / 60 * Fraction(5, 4)))


def hours(first, last):
    return f'{first // 60}:{first % 60:02d}–{last // 60}:{last % 60:02d}'


@figure('launch.staffing', scopes='date')
def launch_staffing(f):
    if launch.queue_settings(f.office) is None:
        return results.null('no batch settings')
    return results.table(['post', 'people', 'shift'], [[post, people, hours(first, last)] for post, people, first, last in Day(f.office, f.day).posts()])


@figure('launch.day-plan', 'cards', scopes='date')
def launch_day_plan(f):
    day, n = Day(f.office, f.day), len(launch.valid_cards(f.office, f.day))
    rows = [[launch.clock(max(0, day.start - before)), numbers(), numbers(day.peak()) if before == DOORS else numbers()] for before in BEFORE]
    for batch in range(day.batches):
        members = day.cards[batch * day.size:(batch + 1) * day.size]
        called = min(n, (batch + 1) * day.size)
        # A batch with which a quarter, half or three quarters of the numbers have been called.
        parts = [part for part in (25, 50, 75) if batch * day.size * 100 < part * n <= called * 100]
        first, last = batch == 0, batch == day.batches - 1
        if first or last or parts:
            what = ([1, day.minutes] if first else [batch + 1]) + parts[-1:]
            rows.append([launch.clock(day.start + batch * day.minutes), numbers(*what), numbers(members[0].get('card'), members[-1].get('card'))])
    rows += [[launch.clock(day.end), numbers(), numbers(day.batches)], [launch.clock(day.end + HALF_HOUR), numbers(), numbers()],
             [launch.clock(day.end + 2 * HALF_HOUR), numbers(), numbers()]]
    return results.table(['clock', 'what', 'detail'], rows)


@figure('launch.roster', scopes='date')
def launch_roster(f):
    day = Day(f.office, f.day)
    duties = day.duties()
    if not duties:
        return results.null('nobody named')
    return results.table(['post', 'name', 'from', 'to', 'clash'],
                         [[post, person, launch.clock(first), launch.clock(last), day.twice(at, duties)]
                          for at, (post, person, first, last) in enumerate(duties)])


def checks(office, on):
    """[(name, need, have, words)]; None where the settings or files do not say."""
    day = Day(office, on)
    n, found = len(day.cards), []
    if office.has('units'):
        homes = launch.launch_supply(office, on)
        names, supply = launch.layouts(office, on)
        wished = {}
        for card in day.cards:
            wish = launch.choice_layout(office, card, 'unit-1')
            if wish:
                wished.setdefault(wish, []).append(card.get('card'))
        expected = day.expected()
        found.append(('认筹（组）', up(Fraction(len(homes) * n) / expected) if expected else None, n, [len(homes)]))
        missing = []
        for name in names:                                               # after which number a layout is gone
            s, first = supply.get(name, 0), wished.get(name, [])
            if len(first) > s:
                missing += [name, len(first) - s] + ([first[s - 1]] if s else [])
        found.append(('首选对应的房源（套）', sum(map(len, wished.values())), sum(min(len(wished.get(name, [])), supply.get(name, 0)) for name in names), missing))
    until = office.setting('选房截止')
    time = max(0, minute(until) - day.start) if until else None
    found.append(('选房时间（分钟）', day.length, time, [up(Fraction(n * day.minutes, time))] if time else []))
    people, present = int(office.setting('每组人数', '2')), percent(office.setting('到场率', '100%'))
    seats = office.setting('候场座位')
    found.append(('候场座位', up(n * people * present / 100), int(seats) if seats is not None else None, [n, people, present]))
    for zone, (arrivals, minutes, there) in day.zones.items():
        # The sign-in has the peak of all; what follows the choosing room has its flow times the share that buys.
        sends = day.peak() if '签到' in zone else up(Fraction(60 * day.size, day.minutes) * day.expected() / n) if n else None
        found.append((zone + '：每小时到达', sends, int(arrivals), None))
        found.append((zone + '：工位', desks(max(arrivals, sends or 0), minutes), there, None))
    duties = day.duties()
    opening = office.setting('开盘日期')
    launch_day = values.day(opening)[1] if opening else office.day
    there = {person for _, person, _, _ in duties} | set(employed(office, Window(launch_day, launch_day)))
    found.append(('人员', sum(people for _, people, _, _ in day.posts()), len(there) or None, []))
    for post, people, first, last in day.posts():
        named = {person for known, person, _, _ in duties if post.startswith(known)}
        if named:
            found.append(('岗位：' + post, people, len(named), [hours(first, last)]))
    if duties:
        clashing = {duties[at][1] for at in range(len(duties)) if day.twice(at, duties)}
        found.append(('一人同时两岗（人）', len(clashing), 0, None))
    return found


def short(need, have):
    return None if need is None or have is None else max(0, need - have)


@figure('launch.checks', 'cards', scopes='date')
def launch_checks(f):
    return results.table(['check', 'need', 'have', 'short', 'what'],
                         [[name, need, have, short(need, have), {'any': True} if words is None else numbers(*words)]
                          for name, need, have, words in checks(f.office, f.day)])


@figure('launch.unfit', 'cards', scopes='date')
def launch_unfit(f):
    return results.scalar(len([1 for _, need, have, _ in checks(f.office, f.day) if short(need, have)]), '项')


# The field's events, the program's order; only the first two carry numbers. field.py holds them against the field.
EVENTS = ('人数超预期', '人数不足', '一房两卖', '系统、网络或停电', '收款设备故障', '价格表错误', '热门户型售罄', '叫号未到', '忘带或遗失认筹卡', '配偶缺席', '冷场',
          '客户争执', '所选房源已被选', '客户弃选', '集体弃选', '媒体到场', '中介混入', '儿童走失', '领导或公证迟到', '急病、火警、天气')


@figure('launch.contingency', scopes='date')
def launch_contingency(f):
    """More people than seats; fewer parties than half the homes."""
    office = f.office
    homes = len(launch.launch_supply(office, f.day)) if office.has('units') else 0
    seats = office.setting('候场座位') or len(launch.valid_cards(office, f.day))
    triggers = {'人数超预期': numbers(seats), '人数不足': numbers(up(Fraction(homes, 2)))}
    return results.table(['event', 'trigger'], [[event, triggers.get(event, numbers())] for event in EVENTS])
