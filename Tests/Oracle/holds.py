"""What must hold of the figures' JSON, clause by clause, and between figures, whatever the office.

    python3 holds.py --program .build/release/anchang [--seeds 1-6]

Form (the interface's page and fine point 46): period, ids and scopes as keys, ratios unreduced with both sides, money and
area as "0.00", n/0 and what cannot be computed as null with a reason, lists with a count, rows behind a figure.
The columns of every table are those that are published, in their order (more may follow), and CSV says what JSON says.
Between figures: parts add up to the whole, consultants and 未分配 to the project, net is gross less cancelled, ranks are
competition ranks of a total order, `previous` is the value of id@previous.
"""
import argparse
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from fractions import Fraction

import nasty
from compare import exact

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.join(HERE, '..', '..', 'fixtures')
OFFICES = [('tiny', '2026-W10', '2026-03-08'), ('office-week', '2026-W47', '2026-11-22'), ('office-week', '2026-W46', '2026-11-12'),
           ('launch/small', '2026-W10', '2026-03-08')]
SCOPES = ('previous', 'last-year', 'month', 'quarter', 'year', 'total')
MONEY = re.compile(r'-?\d+\.\d\d')
DAY = re.compile(r'\d{4}-\d\d-\d\d')
# Columns of tables that hold money or area.
AMOUNTS = {'amount', 'signed-amount', 'receipts', 'spend', 'budget', 'spent', 'left', 'received', 'unpaid', 'list-total'}
# The columns that programs may count on, row key first; a table may have more behind them.
BREAKDOWN = 'name count share previous change'
COLUMNS = {
    'calls.by-': BREAKDOWN, 'deals.by-': BREAKDOWN, 'visits.by-': BREAKDOWN + ' first deals',
    'visits.by-channel': BREAKDOWN + ' first deals calls amount',
    'channels.summary': 'name calls visits first deals amount share spend cost-per-call cost-per-first cost-per-deal',
    'deals.summary': 'name period previous change month year total',
    'staff.ranking': 'name calls visits first units amount signed-units signed-amount cancelled receipts first-conversion '
                     'followup-rate target-rate rank-units rank-amount rank-conversion',
    'concentration.': 'rank name amount share running-share class',
    'competitors.summary': 'project tier price sold released stock sell-through weeks gap share source age',
    'competitors.activity': 'date project discount activity source',
    'targets.summary': 'measure target actual rate gap time-progress ahead needed-a-day',
    'targets.breakdown': 'period measure target', 'stock.by-': 'name released sold available reserved sell-through',
    'launch.demand': 'layout supply first second ratio heat expected gap', 'launch.batches': 'batch clock from to',
    'launch.clock': 'card clock', 'launch.stations': 'zone arrivals minutes load planned wait',
    'launch.price-curve': 'price count share', 'launch.schedule': 'day date what figures', 'launch.staffing': 'post people shift',
    'launch.materials': 'item ratio quantity owner due', 'tasks.today': 'task due staff standard status',
    'tasks.open': 'task due staff standard status', 'tasks.overdue': 'task due staff standard status',
    'tasks.invalid': 'task due staff standard status', 'milestones.due': 'name plan days',
    'callbacks.due': 'customer staff level last due overdue', 'deals.list': 'room customer staff subscribed signed due amount days',
    'deals.unsigned': 'room customer staff subscribed signed due amount days',
    'deals.overdue': 'room customer staff subscribed signed due amount days',
    'data.balance': 'name kind rows counted outside duplicates excluded skipped rejected',
    'audit.hits': 'file line rule value expected staff', 'audit.summary': 'rule count', 'patrols.score': 'section full off score'}


def columns_of(name):
    """The published columns of a table; None for others."""
    name = name.partition('@')[0]
    if name.startswith('concentration.') and not name.endswith('.table'):
        return None
    return COLUMNS.get(name) or next((columns for prefix, columns in COLUMNS.items()
                                      if prefix[-1] in '.-' and name.startswith(prefix)), None)


def cells(figure, column):
    at = figure['columns'].index(column)
    return [row[at] for row in figure['rows']]


class Office:
    def __init__(self, program, folder, period, as_of):
        self.name, self.wrong = f'{folder} {period}', []
        self.common = [program, 'figures', '--data', folder, '--period', period, '--as-of', as_of, '--scope', ','.join(SCOPES)]
        answer = subprocess.run([*self.common, '--format', 'json'], capture_output=True, text=True).stdout
        self.floats = []
        self.json = json.loads(answer, parse_float=self.floats.append)
        self.figures = self.json['figures']

    def expect(self, name, holds, text):
        if not holds:
            self.wrong.append(f'{self.name} {name}: {text}')

    def value(self, name):
        figure = self.figures.get(name)
        return None if figure is None or 'columns' in figure else exact(figure)

    # ------------------------------------------------------------------ form

    def check_columns(self):
        for name, figure in self.figures.items():
            published = columns_of(name)
            if published and 'columns' in figure:
                published = published.split()
                self.expect(name, figure['columns'][:len(published)] == published, f'columns {figure["columns"]}')

    def check_sides(self):
        """Both sides of a quotient are whole numbers or "0.00"."""
        def look(name, value):
            if isinstance(value, dict):
                for side in ('numerator', 'denominator'):
                    if side in value:
                        number = value[side]
                        self.expect(name, isinstance(number, int) or isinstance(number, str) and MONEY.fullmatch(number),
                                    f'{side} {number!r}')
                value = list(value.values())
            if isinstance(value, list):
                for part in value:
                    look(name, part)
        for name, figure in self.figures.items():
            look(name, figure)

    def check_csv(self):
        """UTF-8 with mark, CRLF, safe in a spreadsheet; every value and cell as in JSON."""
        data = subprocess.run([*self.common, '--format', 'csv'], capture_output=True).stdout
        self.expect('csv', data.startswith(b'\xef\xbb\xbf') and data.count(b'\n') == data.count(b'\r\n'), 'mark or line ends')
        lines = list(csv.DictReader(io.StringIO(data.decode('utf-8-sig'), newline='')))
        by_figure = {}
        for line in lines:
            by_figure.setdefault(line['figure'], []).append(line)

        def sides(value):
            if isinstance(value, dict) and 'numerator' in value:
                return ['', str(value['numerator']), str(value['denominator'])]
            value = value.get('value') if isinstance(value, dict) else value
            return ['' if value is None else str(value), '', '']
        for name, figure in self.figures.items():
            if 'columns' in figure:
                wanted = [[column, *sides(cell)] for row in figure['rows'] for column, cell in list(zip(figure['columns'], row))[1:]]
            else:
                wanted = [['', *sides(figure)]]
            given = [[line['column'], line['value'], line['numerator'], line['denominator']] for line in by_figure.get(name, [])]
            if 'columns' in figure:
                given = [cells for cells in given if cells[0]]        # the reason of an empty table has a line of its own
            for line in given:
                self.expect(name, not re.match(r'[=@\t\r]|[+-](?![0-9.,]+$)', line[1]), f'a formula: {line[1]!r}')
            given = [[cell.removeprefix("'") if re.match(r"'[=+@\t\r-]", cell) else cell for cell in line] for line in given]
            differing = next(((a, b) for a, b in zip(wanted, given) if a != b), None)
            self.expect(name, len(wanted) == len(given) and not differing, f'{len(wanted)} values in JSON, {len(given)} in CSV, {differing}')

    def check_form(self):
        self.expect('period', set(self.json) == {'period', 'figures'} and set(self.json['period']) >= {'from', 'to', 'asOf'}
                    and all(DAY.fullmatch(self.json['period'][key]) for key in ('from', 'to', 'asOf')), 'from, to and asOf as days')
        self.expect('numbers', not self.floats, 'a number with a fraction would be read as a float')
        for name, figure in self.figures.items():
            base, _, scope = name.partition('@')
            self.expect(name, re.fullmatch(r'[a-z0-9-]+(\.[a-z0-9-]+)+', base) and (not scope or scope in SCOPES), 'id or id@scope')
            if scope:
                self.expect(name, base in self.figures, 'a scope of an unknown figure')
            if figure is None or not isinstance(figure, dict):
                self.expect(name, False, 'no object')
            elif 'columns' in figure:
                self.check_table(name, figure)
            else:
                self.check_value(name, figure)

    def check_value(self, name, figure):
        if 'numerator' in figure:
            self.check_ratio(name, figure)
            self.expect(name, 'value' not in figure or figure['value'] is None, 'a quotient carries no rounded value')
        else:
            self.expect(name, 'value' in figure, 'neither value nor quotient')
            value = figure.get('value')
            if value is None:
                self.expect(name, bool(figure.get('reason')), 'null without reason')
            elif figure.get('unit') in ('元', '㎡'):
                self.expect(name, isinstance(value, str) and MONEY.fullmatch(value), f'money and area are "0.00", not {value!r}')
            elif isinstance(value, bool) or not isinstance(value, (int, str)):
                self.expect(name, False, f'a value of type {type(value).__name__}')
        rows = figure.get('rows')
        self.expect(name, rows is None or (isinstance(rows, int) and rows >= 0), 'rows is a number of rows')

    def check_ratio(self, name, figure):
        if exact(figure['denominator']) == 0 and 'value' in figure:
            self.expect(name, figure['value'] is None and bool(figure.get('reason')), 'n/0 has null and a reason')

    def check_table(self, name, figure):
        columns, rows = figure['columns'], figure['rows']
        self.expect(name, len(set(columns)) == len(columns), 'a column twice')
        self.expect(name, all(len(row) == len(columns) for row in rows), 'a row of another width')
        self.expect(name, 'count' not in figure or figure['count'] >= len(rows), 'fewer counted than listed')
        for column in columns:
            for cell in cells(figure, column):
                if isinstance(cell, dict):
                    self.expect(f'{name}:{column}', 'numerator' in cell and 'denominator' in cell, f'cell {cell!r}')
                    self.check_ratio(f'{name}:{column}', cell)
                elif cell is not None and column in AMOUNTS and (column != 'left' or name.startswith('costs.')):
                    self.expect(f'{name}:{column}', isinstance(cell, str) and MONEY.fullmatch(cell), f'money is "0.00", not {cell!r}')
        if figure.get('value', 0) is None:
            self.expect(name, not rows and bool(figure.get('reason')), 'null with rows, or without reason')

    # ------------------------------------------------------------------ between figures

    def check_sums(self):
        for scope in ('',) + tuple('@' + scope for scope in SCOPES):
            def value(name):
                return self.value(name + scope)

            def same(name, one, other):
                if one is not None and other is not None:
                    self.expect(name + scope, one == other, f'{one} is not {other}')
            if value('visits.count') is not None:
                same('visits', value('visits.count'), value('visits.first') + value('visits.return'))
            for what in ('units', 'area', 'amount'):
                if value('deals.' + what) is not None and value('cancelled.' + what) is not None:
                    same('net.' + what, value('net.' + what), value('deals.' + what) - value('cancelled.' + what))
            for name, figure in self.figures.items():
                base, _, own = name.partition('@')
                if own != scope[1:] or figure is None or 'columns' not in figure or not figure['rows']:
                    continue
                parts = figure['columns']
                if re.match(r'visits\.by-|calls\.by-|deals\.by-', base) and 'share' in parts and not self.is_multiple(base):
                    counts, shares = cells(figure, 'count' if 'count' in parts else parts[1]), cells(figure, 'share')
                    whole = {'visits': 'visits.count', 'calls': 'calls.count', 'deals': 'deals.units'}[base.split('.')[0]]
                    same(base, sum(exact(count) or 0 for count in counts), value(whole))
                    if value(whole):
                        same(base + ':share', sum(exact(share) or 0 for share in shares), Fraction(1))
            ranking = self.figures.get('staff.ranking' + scope)
            if ranking and ranking.get('rows'):
                for column, whole in (('calls', 'calls.count'), ('visits', 'visits.count'), ('first', 'visits.first'), ('units', 'deals.units'),
                                      ('amount', 'deals.amount'), ('signed-units', 'signed.units'), ('signed-amount', 'signed.amount'),
                                      ('cancelled', 'cancelled.units'), ('receipts', 'receipts.amount')):
                    if None not in cells(ranking, column):
                        same('staff.ranking:' + column, sum(exact(cell) for cell in cells(ranking, column)), value(whole))
                self.check_ranks('staff.ranking' + scope, ranking, 'units', 'rank-units')
                self.check_ranks('staff.ranking' + scope, ranking, 'amount', 'rank-amount')

    def is_multiple(self, base):
        return base.endswith(('-objection', '-focus', '-rival'))

    def check_ranks(self, name, table, column, rank):
        ranked = [(exact(value), place) for value, place in zip(cells(table, column), cells(table, rank)) if place is not None]
        for value, place in ranked:
            self.expect(f'{name}:{rank}', place == 1 + len([other for other, _ in ranked if other > value]), f'{value} has rank {place}')

    def check_concentration(self):
        for what in ('customers', 'channels', 'staff', 'districts', 'layouts', 'referrers'):
            prefix = f'concentration.{what}.'
            table = self.figures.get(prefix + 'table')
            if not table or not table.get('rows'):
                continue
            amounts = [exact(cell) for cell in cells(table, 'amount')]
            self.expect(prefix, amounts == sorted(amounts, reverse=True), 'largest first')
            self.expect(prefix, sum(exact(share) for share in cells(table, 'share')) == 1, 'shares add up to all')
            running = [exact(cell) for cell in cells(table, 'running-share')]
            self.expect(prefix, running == sorted(running) and running[-1] == 1, 'the curve rises to all')
            m = int(self.value(prefix + 'for80-count'))
            self.expect(prefix, running[m - 1] >= Fraction(4, 5) and (m == 1 or running[m - 2] < Fraction(4, 5)), 'the fewest for 80 %')
            self.check_ranks(prefix + 'table', table, 'amount', 'rank')

    def check_previous(self):
        for name, figure in self.figures.items():
            if '@' not in name and figure and 'previous' in figure and name + '@previous' in self.figures:
                self.expect(name, exact(figure['previous']) == self.value(name + '@previous'), 'previous is not id@previous')

    def check_prices(self):
        curve = self.figures.get('launch.price-curve')
        if curve and curve.get('rows'):
            counts = cells(curve, 'count')
            self.expect('launch.price-curve', counts == sorted(counts, reverse=True), 'acceptance never rises with the price')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--seeds', default='1-6')
    parser.add_argument('--nasty', default='1-6', help='seeds of nasty.py, 0 for none')
    options = parser.parse_args()
    wrong, figures = [], 0

    def check(folder, period, as_of):
        nonlocal figures
        office = Office(options.program, folder, period, as_of)
        for step in (office.check_form, office.check_columns, office.check_sides, office.check_csv, office.check_sums,
                     office.check_concentration, office.check_previous, office.check_prices):
            step()
        wrong.extend(office.wrong)
        figures += len(office.figures)

    for name, period, as_of in OFFICES:
        check(os.path.join(FIXTURES, name), period, as_of)
    first, _, last = options.seeds.partition('-')
    for seed in range(int(first), int(last or first) + 1):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, os.path.join(FIXTURES, 'offices', 'generate_office.py'), str(seed), folder], check=True,
                           stdout=subprocess.DEVNULL)
            with open(os.path.join(folder, 'MESS.md'), encoding='utf-8') as file:
                mess = file.read()
            check(folder, re.search(r'period:\s*(\S+)', mess).group(1), re.search(r'as-of:\s*(\S+)', mess).group(1))
    for seed in nasty.seeds(options.nasty):
        with tempfile.TemporaryDirectory() as folder:
            check(folder, *nasty.Office(seed).write(folder))
    print(f'{figures} figures held against form and sums, {len(wrong)} differences', file=sys.stderr)
    print('\n'.join(wrong), end='\n' if wrong else '')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
