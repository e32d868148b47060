"""Recounts every figure from the rows its proof sheet lists, and holds `why` against `explain`.

    python3 proofs.py --program .build/release/anchang [--only tiny]

For every figure: the rows listed are as many as the figure says (fp 87), numerator and denominator are the figure's,
and where a figure counts or adds up things, the listed rows alone, read again by the calculator, give its value.
For every line of an office (a sample of a large one): `why` names a figure exactly when its proof sheet lists the
line, and a line that entered no figure of its kind has a reason.
"""
import argparse
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
# folder, period, as-of, how many lines are asked for (0: all)
OFFICES = [('tiny', '2026-W10', '2026-03-08', 0), ('launch/small', '2026-W10', '2026-03-08', 0), ('office-week', '2026-W47', '2026-11-22', 30)]


class Sheet:
    """The proof sheets of one office and the office as the calculator reads it."""

    def __init__(self, program, folder, period, as_of):
        self.program, self.folder = program, folder
        self.common = ['--data', folder, '--period', period, '--as-of', as_of]
        self.figures = json.loads(self.ask('figures', '--format', 'json'))['figures']
        self.office = Office(folder, period, datetime.date.fromisoformat(as_of))
        self.rows = {f'{row.source.name}:{row.line}': row for source in self.office.folder.sources for row in source.rows}
        self.sheets = {name: json.loads(self.ask('explain', name, '--format', 'json')) for name in self.figures}
        self.wrong = []

    def ask(self, *arguments):
        return subprocess.run([self.program, *arguments, *self.common], capture_output=True, text=True).stdout

    def report(self, name, text):
        self.wrong.append(f'{os.path.basename(self.folder)} {name}: {text}')

    def side(self, name, label):
        return next((side for side in self.sheets[name]['sides'] if side['label'] == label), None)

    def listed(self, name):
        return {line for side in self.sheets[name]['sides'] for line in side['rows']}

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
            if sheet['id'] != name or not sheet['definition'] or not sheet['source']:
                self.report(name, 'no id, definition or source on the sheet')
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

    # ------------------------------------------------------------------ the other way

    def check_lines(self, sample):
        # The header and the lines above it are no rows.
        lines = sorted(line for line, row in self.rows.items() if row.source.kind)
        if sample:
            lines = sorted(random.Random(7).sample(lines, sample))
        of_line = {}
        for name in self.figures:
            for line in self.listed(name):
                of_line.setdefault(line, set()).add(name)
        for line in lines:
            answer = self.ask('why', line)
            named = set(re.findall(r'^  ([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)', answer, re.M))
            expected = of_line.get(line, set())
            if named != expected:
                self.report(line, f'why names {sorted(named - expected)} beyond, leaves out {sorted(expected - named)}')
            first = answer.splitlines()
            if not named - {'data.balance', 'data.rejects'} and (len(first) < 2 or not first[1].strip()):
                self.report(line, 'neither a figure nor a reason')
        return len(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--only')
    options = parser.parse_args()
    wrong = []
    for name, period, as_of, sample in OFFICES:
        if options.only and options.only not in name:
            continue
        sheet = Sheet(options.program, os.path.join(FIXTURES, name), period, as_of)
        recounted, lines = sheet.check_figures(), sheet.check_lines(sample)
        wrong += sheet.wrong
        print(f'{name} {period}: {len(sheet.figures)} proof sheets, {recounted} values recounted, {lines} lines asked why, '
              f'{len(sheet.wrong)} differences', file=sys.stderr)
    print('\n'.join(wrong), end='\n' if wrong else '')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
