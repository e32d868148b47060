"""Calendar of the office, periods as people write them, and the windows of the scopes."""
import datetime
import re

ONE = datetime.timedelta(days=1)
WEEKDAYS = {'一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '日': 7, '天': 7}


def date(text):
    return datetime.date.fromisoformat(text)


def add_months(day, months):
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    last = (datetime.date(year + (month == 11), (month + 1) % 12 + 1, 1) - ONE).day
    return datetime.date(year, month + 1, min(day.day, last))


def a_year_earlier(day):
    return add_months(day, -12)                          # fp 54: 29 February -> 28 February


class Period:
    def __init__(self, kind, first, last):
        self.kind, self.first, self.last = kind, first, last

    def same_days(self, other):
        return (self.first, self.last) == (other.first, other.last)

    def __len__(self):
        return (self.last - self.first).days + 1

    def __repr__(self):
        return f'{self.first}..{self.last}'


class Calendar:
    def __init__(self, week_start=1, month_start=1):
        self.week_start, self.month_start = week_start, month_start

    @classmethod
    def of_settings(cls, settings):
        week_text = settings.get('周起始日', '')
        match = re.search(r'([一二三四五六日天])|([1-7])', week_text)
        week_start = 1
        if match:
            week_start = WEEKDAYS[match.group(1)] if match.group(1) else int(match.group(2))
        digits = re.search(r'\d+', settings.get('月起始日', ''))
        month_start = int(digits.group()) if digits and 1 <= int(digits.group()) <= 28 else 1
        return cls(week_start, month_start)

    # A month that begins on a later day than the 1st carries the name of the month in which it ends.
    def month(self, year, month):
        first = datetime.date(year, month, 1)
        if self.month_start > 1:
            first = add_months(first, -1).replace(day=self.month_start)
        return Period('month', first, add_months(first, 1) - ONE)

    def name_of_month(self, day):
        if self.month_start > 1 and day.day >= self.month_start:
            later = add_months(day.replace(day=1), 1)
            return later.year, later.month
        return day.year, day.month

    def quarter(self, year, quarter):
        return Period('quarter', self.month(year, quarter * 3 - 2).first, self.month(year, quarter * 3).last)

    def year(self, year):
        return Period('year', self.month(year, 1).first, self.month(year, 12).last)

    def week_of(self, day):
        first = day - (day.isoweekday() - self.week_start) % 7 * ONE
        return Period('week', first, first + 6 * ONE)

    def iso_week(self, year, week):
        try:
            thursday = datetime.date.fromisocalendar(year, week, 4)
        except ValueError:
            return None
        return self.week_of(thursday)                # the week that shares most days with the ISO week

    def containing(self, kind, day):
        if kind == 'day':
            return Period('day', day, day)
        if kind == 'week':
            return self.week_of(day)
        year, month = self.name_of_month(day)
        if kind == 'month':
            return self.month(year, month)
        if kind == 'quarter':
            return self.quarter(year, (month + 2) // 3)
        return self.year(year)

    def previous(self, period):
        """fp 5: the calendar period before; only a range has the same number of days before it."""
        if period.kind == 'range':
            return Period('range', period.first - len(period) * ONE, period.first - ONE)
        return self.containing(period.kind, period.first - ONE)

    def parse(self, text, today):
        """today: the day relative names count from."""
        text = text.strip()
        match = re.fullmatch(r'(this|last)-(week|month|quarter|year)|today|yesterday', text)
        if match:
            if text == 'today':
                return Period('day', today, today)
            if text == 'yesterday':
                return Period('day', today - ONE, today - ONE)
            period = self.containing(match.group(2), today)
            return period if match.group(1) == 'this' else self.previous(period)
        if '..' in text:
            first, last = (date(part) for part in text.split('..'))
            return Period('range', first, last)
        return self.target_period(text, None)

    def target_period(self, text, year_hint):
        """2026-11, 2026-W47, 2026Q4, 2026年, 11月 …; None when unreadable. fp 63"""
        text = re.sub(r'\s', '', text)
        for pattern, make in (
                (r'(\d{4})-(\d{1,2})-(\d{1,2})', lambda y, m, d: Period('day', datetime.date(y, m, d), datetime.date(y, m, d))),
                (r'(\d{4})-?[Ww](\d{1,2})', self.iso_week),
                (r'(\d{4})年第?(\d{1,2})周', self.iso_week),
                (r'(\d{4})[-年]?[Qq]([1-4])', self.quarter),
                (r'(\d{4})年?第?([1-4])季度?', self.quarter),
                (r'(\d{4})[-/.](\d{1,2})', self.month),
                (r'(\d{4})年(\d{1,2})月', self.month),
                (r'(\d{4})(\d{2})', self.month),
                (r'(\d{4})年?', self.year)):
            match = re.fullmatch(pattern, text)
            if match:
                try:
                    return make(*(int(part) for part in match.groups()))
                except ValueError:
                    return None
        match = re.fullmatch(r'(\d{1,2})月', text)
        if match and year_hint and 1 <= int(match.group(1)) <= 12:
            return self.month(year_hint, int(match.group(1)))
        return None


class Window:
    """Days from first to last; what a figure counts."""

    def __init__(self, first, last):
        self.first, self.last = first, last

    def __contains__(self, day):
        return day is not None and self.first <= day <= self.last

    def __repr__(self):
        return f'{self.first}..{self.last}'


BEGINNING = datetime.date(1900, 1, 1)


class Scopes:
    """fp 5, 6, 54, 84: the window of every scope; None where the period has not begun (the one before it is whole)."""

    def __init__(self, calendar, period, as_of, beginning=BEGINNING):
        self.beginning = beginning
        self.calendar, self.period, self.as_of = calendar, period, as_of
        self.last_counted = min(period.last, as_of)
        self.begun = as_of >= period.first
        self.unfinished = as_of < period.last

    def window(self, scope):
        day = self.last_counted
        if scope == 'total':
            return Window(min(self.beginning, day), day)            # from the first record
        if scope in ('week', 'month', 'quarter', 'year'):
            return Window(self.calendar.containing(scope, day).first, day)
        if scope == 'previous' and not self.begun:                  # before it begins the one before is whole
            previous = self.calendar.previous(self.period)
            return Window(previous.first, min(previous.last, self.as_of)) if self.as_of >= previous.first else None
        if not self.begun:
            return None
        if scope == 'this':
            return Window(self.period.first, day)
        if scope == 'last-year':
            if not self.unfinished and self.period.kind in ('month', 'quarter', 'year'):     # calendar ones are whole
                other = self.calendar.containing(self.period.kind, a_year_earlier(self.period.first))
                return Window(other.first, other.last)
            return Window(a_year_earlier(self.period.first), a_year_earlier(day))
        previous = self.calendar.previous(self.period)
        last = previous.last
        if self.unfinished:
            elapsed = (day - self.period.first).days
            last = min(previous.first + elapsed * ONE, previous.last)
        return Window(previous.first, last)
