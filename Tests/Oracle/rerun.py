"""A rerun with an old as-of over files that have grown gives the old figures: the whole catalogue, all scopes.

    python3 rerun.py --program .build/release/anchang [--seeds 1-6]

Of every office the files as they were on an earlier day are made again: later rows are blank lines (so that lines keep
their numbers), later stages of deals, later returns of cards and later contacts are blank cells. Both folders are asked
for the figures of that day. Only what tells of the files themselves may differ. With the report issued then,
`data.late` names exactly the rows of its period that are put in afterwards.
"""
import argparse
import csv
import datetime
import io
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

import nasty
import reading
import values
from office import Office

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.join(HERE, '..', '..', 'fixtures')
SCOPES = 'previous,last-year,month,quarter,year,total'
OF_THE_FILES = ('data.balance', 'data.rejects')


def later_cells(row, day):
    """Fields whose cells were not written yet."""
    if row.source.kind == 'costs':                                        # budgets are written for the year, spending when it is spent
        return ['spent'] if row.get('date') and row.get('date') > day and 'spent' in row.values else []
    fields = {'deals': ('subscribed', 'signed', 'cancelled'), 'cards': ('returned',), 'followups': ('date',)}.get(row.source.kind, ())
    later = [field for field in fields if row.get(field) and row.get(field) > day]
    # The words of a later stage were not written either.
    words = ('cancel-kind', 'status') if 'cancelled' in later else ('status',) if 'signed' in later else ()
    return later + [field for field in words if row.get(field)]


def is_later(office, row, day):
    if row.source.kind == 'followups' and row.get('due') and row.get('due') <= day:
        return False                                                     # planned, not done yet
    if row.source.kind == 'costs' and row.get('budget'):
        return False
    first = office.first_date(row) if row.source.kind in reading.DATED + ['cards'] else None
    return first is not None and first > day


def sold_later(office, day):
    """Rooms that no deal mentioned yet: their status says what came later."""
    rooms = [{row.get('room') for row in office.rows('deals') if row.get('room') and is_later(office, row, day) == later} for later in (True, False)]
    return rooms[0] - rooms[1]


def write_as_of(office, folder, target, day, left_out=(), unsaid=()):
    """The office's files as they were on a day, less some rows and the status of some rooms."""
    known = {row: not is_later(office, row, day) and row not in left_out for source in office.folder.sources for row in source.rows}
    for source in office.folder.sources:
        if source.kind not in reading.DATED + ['cards', 'units']:
            shutil.copy(os.path.join(folder, source.name), target)
            continue
        lines = [[' '.join(source.titles)]] if source.titles else []
        lines.append(source.header)
        text, at = io.StringIO(), len(lines) + 1
        writer = csv.writer(text, lineterminator='\n')
        writer.writerows(lines)
        positions = {field: position for position, fields, _ in source.columns for field, _ in fields}
        for row in source.rows:
            if not known[row]:
                continue
            text.write('\n' * (row.line - at))
            cells = list(row.fields)
            for field in later_cells(row, day):
                cells[positions[field]] = ''
            if source.kind == 'units' and 'status' in positions and (row.get('room-key') or values.room(row.text('room'))) in unsaid:
                cells[positions['status']] = ''
            before = text.tell()
            writer.writerow(cells)
            at = row.line + text.getvalue()[before:].count('\n')
        with open(os.path.join(target, source.name), 'w', encoding='utf-8-sig', errors='replace', newline='') as file:
            file.write(text.getvalue().replace('\r', '\n'))


class Runs:
    def __init__(self, program):
        self.program, self.wrong, self.compared = program, [], 0

    def ask(self, *arguments):
        return subprocess.run([self.program, *arguments, '--quiet'], capture_output=True, text=True).stdout

    def figures(self, folder, period, day, *more):
        return json.loads(self.ask('figures', '--format', 'json', '--data', folder, '--period', period, '--as-of', day.isoformat(), *more))['figures']

    def check(self, name, folder, period, as_of, seed):
        self.grow(name, folder, as_of)
        self.late(name, folder, as_of, random.Random(seed))

    def grow(self, name, folder, as_of):
        """Week and month nine days before, over the files as they were then and as they are now."""
        day = as_of - datetime.timedelta(days=9)
        for text in (f'{day.isocalendar()[0]}-W{day.isocalendar()[1]:02d}', f'{day.year}-{day.month:02d}'):
            office = Office(folder, text, day)
            with tempfile.TemporaryDirectory() as old, tempfile.TemporaryDirectory() as new:
                unsaid = sold_later(office, day)
                write_as_of(office, folder, old, day, unsaid=unsaid)
                write_as_of(office, folder, new, datetime.date.max, unsaid=unsaid)
                then, now = (self.figures(where, text, day, '--scope', SCOPES) for where in (old, new))
            for key in then:
                self.compared += 1
                if key.split('@')[0] not in OF_THE_FILES and then[key] != now.get(key):
                    self.wrong.append(f'{name} {text} as of {day} {key}: then {short(then[key])}, now {short(now.get(key))}')

    def late(self, name, folder, as_of, chance):
        """Rows of a week left out of its report and put in afterwards."""
        week = f'{as_of.isocalendar()[0]}-W{as_of.isocalendar()[1]:02d}'
        office = Office(folder, week, as_of)
        window = office.scopes.window('this')
        rows = [row for kind in ('calls', 'visits', 'deals', 'receipts') for row in office.ok(kind)
                if not row.get('record-id') and any(day in window for day in office.dates_of(row))]
        alike = {}
        for row in rows:                                                 # twins of one customer and day cannot be told apart
            alike.setdefault((row.source.kind, row.get('room'), tuple(office.dates_of(row)), id(office.customer_of.get(row))), []).append(row)
        rows = [same[0] for same in alike.values() if len(same) == 1]
        out = set(chance.sample(rows, min(3, len(rows))))
        with tempfile.TemporaryDirectory() as old:
            write_as_of(office, folder, old, as_of, out)
            self.ask('report', 'weekly', '--data', old, '--period', week, '--as-of', as_of.isoformat(), '--format', 'xml', '--out', os.path.join(old, 'out'))
            issued = [os.path.join(old, 'out', file) for file in os.listdir(os.path.join(old, 'out')) if file.endswith('.xml')]
            found = self.figures(folder, week, as_of, '--since', issued[0])['data.late']
        self.compared += 1
        listed = sorted((row[0], row[1]) for row in found['rows'])
        if listed != sorted((row.source.name, row.line) for row in out):
            self.wrong.append(f'{name} {week} data.late: {listed}, put in afterwards {sorted(map(repr, out))}')


def short(figure):
    text = json.dumps(figure, ensure_ascii=False)
    return text if len(text) < 160 else text[:157] + '…'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--seeds', default='1-6')
    parser.add_argument('--nasty', default='1-4', help='seeds of nasty.py, 0 for none')
    options = parser.parse_args()
    runs = Runs(os.path.abspath(options.program))
    runs.check('office-week', os.path.join(FIXTURES, 'office-week'), '2026-W47', datetime.date(2026, 11, 22), 0)
    first, _, last = options.seeds.partition('-')
    for seed in range(int(first), int(last or first) + 1):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, os.path.join(FIXTURES, 'offices', 'generate_office.py'), str(seed), folder], check=True,
                           stdout=subprocess.DEVNULL)
            with open(os.path.join(folder, 'MESS.md'), encoding='utf-8') as file:
                as_of = datetime.date.fromisoformat(re.search(r'as-of:\s*(\S+)', file.read()).group(1))
            runs.check(f'office of seed {seed}', folder, None, as_of, seed)
    for seed in nasty.seeds(options.nasty):
        with tempfile.TemporaryDirectory() as folder:
            _, as_of = nasty.Office(seed).write(folder)
            runs.grow(f'nasty office {seed}', folder, datetime.date.fromisoformat(as_of))
    print(f'{runs.compared} figures of a rerun with an old as-of, {len(runs.wrong)} differences', file=sys.stderr)
    print('\n'.join(runs.wrong), end='\n' if runs.wrong else '')
    return 1 if runs.wrong else 0


if __name__ == '__main__':
    sys.exit(main())
