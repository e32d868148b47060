"""Recounts every figure from the rows its proof sheet lists, and holds `why` against `explain`.

    python3 proofs.py --program .build/release/anchang [--only tiny] [--all]

For every figure: the rows listed are as many as the figure says (fp 87), numerator and denominator are the figure's,
and where a figure counts or adds up things, the listed rows alone, read again by the calculator, give its value.
For every row of every file: `why` names a figure exactly when its proof sheet lists the row, and says what became of it
as the calculator reads it (counted, outside, a duplicate, not counted, skipped, rejected). Sheets of other scopes and
of single rows of tables are a sample from a seed; with --all every scope of every figure and every row of every table
(minutes for a large office). No sheet shows a whole telephone number.
"""
import argparse
import concurrent.futures
import datetime
import json
import os
import random
import re
import subprocess
import sys

import results
from compare import exact
from office import Office

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.join(HERE, '..', '..', 'fixtures')
# folder, period, as-of
OFFICES = [('tiny', '2026-W10', '2026-03-08'), ('launch/small', '2026-W10', '2026-03-08'),
           ('competitors', '2026-W10', '2026-03-08'), ('office-week', '2026-W47', '2026-11-22')]
# What `why` calls the fates of the balance.
FATES = {'计入': 'counted', '期外': 'outside', '重复': 'duplicates', '不计': 'excluded', '跳过': 'skipped', '拒收': 'rejected'}
SCOPES = ('previous', 'last-year', 'month', 'quarter', 'year', 'total')
# Sheets of other scopes, and rows of tables, for each office without --all.
SAMPLE = 60


class Sheet:
    """The proof sheets of one office and the office as the calculator reads it."""

    def __init__(self, program, folder, period, as_of, everything):
        self.program, self.folder, self.everything = program, folder, everything
        self.common = ['--data', folder, '--period', period, '--as-of', as_of, '--quiet']
        answer = json.loads(self.ask('figures', '--format', 'json', '--scope', ','.join(SCOPES)))['figures']
        self.figures = {name: figure for name, figure in answer.items() if '@' not in name}
        self.scoped = {name: figure for name, figure in answer.items() if '@' in name}
        self.office = Office(folder, period, datetime.date.fromisoformat(as_of))
        self.rows = {f'{row.source.name}:{row.line}': row for source in self.office.folder.sources for row in source.rows}
        self.pool = concurrent.futures.ThreadPoolExecutor(os.cpu_count())
        self.random = random.Random(7)
        self.sheets = self.explain(self.figures)
        self.wrong = []

    def ask(self, *arguments):
        return subprocess.run([self.program, *arguments, *self.common], capture_output=True, text=True).stdout

    def explain(self, names, *options):
        """The sheets of several figures by name; None where there is none."""
        texts = self.pool.map(lambda name: self.ask('explain', name, '--format', 'json', *options), names)
        return {name: json.loads(text) if text else None for name, text in zip(names, texts)}

    def sample(self, things):
        things = list(things)
        return things if self.everything or len(things) <= SAMPLE else self.random.sample(things, SAMPLE)

    def report(self, name, text):
        self.wrong.append(f'{os.path.basename(self.folder)} {name}: {text}')

    def side(self, name, label):
        return next((side for side in self.sheets[name]['sides'] if side['label'] == label), None)

    def listed(self, name):
        return self.lines_of(self.sheets[name])

    @staticmethod
    def lines_of(sheet):
        return {line for side in sheet['sides'] for line in side['rows']}

    # ------------------------------------------------------------------ what rows add up to

    def deals_of(self, lines, stage):
        rows = {self.rows[line] for line in lines if line in self.rows}
        return [deal for deal in self.office.home_deals if getattr(deal, stage) in rows]

    def parties_of(self, lines):
        rows = {self.rows[line] for line in lines if line in self.rows}
        return [party for party in self.office.parties if rows & set(party.rows)]

    def recount(self, name, lines):
        """The value that the listed rows alone give; None where rows alone do not tell it."""
        family, _, what = name.partition('.')
        if name in ('calls.count', 'calls.effective', 'parking.units'):
            return len(lines)
        if name == 'calls.customers':
            return len({self.office.customer_of[self.rows[line]] for line in lines})
        if name in ('visits.count', 'visits.first', 'visits.return'):
            return len(self.parties_of(lines))
        if name == 'visits.people':
            return sum(party.heads for party in self.parties_of(lines))
        if name == 'receipts.amount':
            amounts = dict(self.office.receipts)
            return exact(results.hundredths(sum(amounts[self.rows[line]] for line in lines)))
        stage = {'deals': 'sub_row', 'signed': 'sign_row', 'cancelled': 'cancel_row'}.get(family)
        if stage is None or what not in ('units', 'area', 'amount', 'buyers'):
            return None
        deals = self.deals_of(lines, stage)
        if what == 'units':
            return len(deals)
        if what == 'buyers':
            return len({deal.customer for deal in deals})
        amount = 'signed_amount' if family == 'signed' else 'amount'
        return exact(results.hundredths(sum((deal.area if what == 'area' else getattr(deal, amount)) or 0 for deal in deals)))

    def count_side(self, name, label, lines):
        """What a side of a quotient of counts is, by its rows."""
        parties, sold = {'visits.return-share': (True, True), 'visits.deal-rate': (False, True), 'visits.per-deal': (True, False)}.get(
            name, (None, None))
        if parties is not None:
            of_parties = parties if label == 'numerator' else sold
            return len(self.parties_of(lines)) if of_parties else len(self.deals_of(lines, 'sub_row'))
        if name in ('calls.effective-rate', 'followups.rate'):
            return len(lines)
        if name == 'visits.first-conversion' and label == 'denominator':
            return len(self.parties_of(lines))
        if name in ('deals.cancel-rate', 'deals.sign-rate') and label == 'denominator':
            return len(self.deals_of(lines, 'sub_row'))
        return None

    def check_figures(self):
        recounted = 0
        for name, figure in self.figures.items():
            sheet = self.sheets[name]
            if sheet is None or sheet['id'] != name or not sheet['definition'] or not sheet['source'] or not sheet['rules']:
                self.report(name, 'no id, definition, source or rules on the sheet')
                continue
            lines = self.listed(name)
            for line in lines:
                if line not in self.rows:
                    self.report(name, f'{line} is no row of the data')
            if figure is None or 'columns' in figure:
                continue
            if isinstance(figure.get('rows'), int) and figure['rows'] != len(lines):
                self.report(name, f'{figure["rows"]} rows behind the figure, {len(lines)} on the sheet')
            if 'numerator' in figure and sheet.get('arithmetic') and self.side(name, 'numerator'):
                for label in ('numerator', 'denominator'):
                    side = self.side(name, label)
                    shown = exact(re.sub(r'[^-0-9./]', '', str(side.get('value', '')))) if side.get('value') is not None else None
                    if isinstance(shown, str) or shown != exact(figure[label]):
                        self.report(name, f'{label} {figure[label]}, on the sheet {side.get("value")}')
                    counted = self.count_side(name, label, side['rows'])
                    if counted is not None:
                        recounted += 1
                        if counted != exact(figure[label]):
                            self.report(name, f'{label} {figure[label]}, recounted {counted}')
            elif figure.get('value') is not None:
                counted = self.recount(name, lines)
                if counted is not None:
                    recounted += 1
                    if counted != exact(figure['value']):
                        self.report(name, f'{figure["value"]}, recounted {counted}')
        return recounted

    # ------------------------------------------------------------------ other scopes and single rows

    def check_scopes(self):
        """Sheets of other scopes are of their scope and list as many rows as the figure says."""
        names = self.sample(self.scoped)
        sheets = self.explain(names)
        for name in names:
            figure, sheet = self.scoped[name], sheets[name]
            if sheet is None or sheet['id'] != name:
                self.report(name, 'no sheet')
            elif isinstance(figure.get('rows'), int) and figure['rows'] != len(self.lines_of(sheet)):
                self.report(name, f'{figure["rows"]} rows behind the figure, {len(self.lines_of(sheet))} on the sheet')
        self.sheets.update({name: sheet for name, sheet in sheets.items() if sheet})
        return len(names)

    def check_table_rows(self):
        """One row of a table: its sheet lists only rows of the table's, is found by place and by name, and counts what it says."""
        tables = [(name, figure) for name, figure in self.figures.items() if figure.get('rows') and 'columns' in figure]
        if self.everything:
            places = [(name, at) for name, figure in tables for at in range(len(figure['rows']))]
        else:
            places = [(name, self.random.randrange(len(figure['rows']))) for name, figure in self.sample(tables)]
        texts = list(self.pool.map(lambda place: self.ask('explain', place[0], '--row', f'#{place[1] + 1}', '--format', 'json'), places))
        for (name, at), text in zip(places, texts):
            row, columns = self.figures[name]['rows'][at], self.figures[name]['columns']
            if not text:
                self.report(name, f'no sheet of row {at + 1}')
                continue
            sheet = json.loads(text)
            lines = self.lines_of(sheet)
            if lines - self.listed(name):
                self.report(name, f'row {at + 1} lists {sorted(lines - self.listed(name))[:3]}, the table does not')
            if len(sheet['result']) != len(set(sheet['result'])) or not sheet['result']:
                self.report(name, f'row {at + 1} shows {len(sheet["result"])} cells')
            # Found by name too, where the name is one row's alone.
            if isinstance(row[0], str) and [other[0] for other in self.figures[name]['rows']].count(row[0]) == 1:
                named = self.ask('explain', name, '--row', row[0], '--format', 'json')
                if not named or self.lines_of(json.loads(named)) != lines:
                    self.report(name, f'"{row[0]}" is another row than the one at place {at + 1}')
            if 'count' in columns:
                counted = self.count_of_row(name, lines)
                if counted is not None and counted != exact(row[columns.index('count')]):
                    self.report(name, f'row {row[0]}: {row[columns.index("count")]}, recounted {counted}')
        return len(places)

    def count_of_row(self, name, lines):
        """The count of one row of a breakdown by the rows its sheet lists; None for other tables."""
        if name == 'calls.by-channel':
            return len(lines)
        if name.startswith('visits.by-'):
            return len(self.parties_of(lines))
        if name.startswith('deals.by-') and name != 'deals.by-staff':
            return len(self.deals_of(lines, 'sub_row'))
        return None

    def check_masks(self):
        """As text, with names and cells: no whole number of a telephone."""
        names = self.sample(self.figures)
        for name, text in zip(names, self.pool.map(lambda name: self.ask('explain', name), names)):
            whole = re.search(r'(?<![0-9.,*])1[3-9][0-9]{9}(?![0-9.,])', text)
            if whole:
                self.report(name, f'shows {whole.group(0)[:3]}…')

    # ------------------------------------------------------------------ the other way

    def check_lines(self):
        """Every row of every file, asked for together: the figures it entered and what became of it."""
        lines = sorted(line for line, row in self.rows.items() if row.source.kind)
        of_line = {}
        for name in self.figures:
            for line in self.listed(name):
                of_line.setdefault(line, set()).add(name)
        for start in range(0, len(lines), 1500):
            part = lines[start:start + 1500]
            blocks = self.ask('why', *part).split('\n\n')
            if len(blocks) != len(part):
                self.report('why', f'{len(part)} lines asked, {len(blocks)} answered')
                continue
            for line, block in zip(part, blocks):
                answer = block.splitlines()
                if not (answer[0] + ' ').startswith(line + ' '):
                    self.report(line, f'answered as {answer[0][:40]}')
                named = set(re.findall(r'^  ([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)', block, re.M))
                expected = of_line.get(line, set())
                if named != expected:
                    self.report(line, f'why names {sorted(named - expected)} beyond, leaves out {sorted(expected - named)}')
                fate = FATES.get(answer[1][:2] if len(answer) > 1 else '')
                if fate != self.office.fate_of(self.rows[line]):
                    self.report(line, f'{answer[1:2]}, by the calculator {self.office.fate_of(self.rows[line])}')
                elif fate in ('excluded', 'skipped', 'rejected', 'duplicates') and len(answer[1]) < 6:
                    self.report(line, 'no reason')
        return len(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--only')
    parser.add_argument('--all', action='store_true', help='every scope and every row of every table')
    options = parser.parse_args()
    wrong = []
    for name, period, as_of in OFFICES:
        if options.only and options.only not in name:
            continue
        sheet = Sheet(options.program, os.path.join(FIXTURES, name), period, as_of, options.all)
        recounted, lines = sheet.check_figures(), sheet.check_lines()
        scoped, rows = sheet.check_scopes(), sheet.check_table_rows()
        sheet.check_masks()
        wrong += sheet.wrong
        print(f'{name} {period}: {len(sheet.figures)} proof sheets and {scoped} of other scopes, {recounted} values recounted, '
              f'{rows} rows of tables, {lines} lines asked why, {len(sheet.wrong)} differences', file=sys.stderr)
    print('\n'.join(wrong), end='\n' if wrong else '')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
