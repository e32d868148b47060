"""Compares two JSON files of figures exactly and prints one line a difference; exit 1 on any.

    python3 compare.py OURS.json ORACLE.json [--ignore-file FILE]

The ignore file has one pattern a line: `id`, `id@scope`, `id:column`, `*` as a wildcard, # for comments.
Units and reasons are not compared. A figure or column that only one side has is a difference.
"""
import argparse
import fnmatch
import json
import re
import sys
from fractions import Fraction

CLOCK = re.compile(r'\d{1,2}:\d\d')
INVISIBLE = re.compile('[\u200b-\u200d\ufeff]')
NUMBER = re.compile(r'-?\d+(\.\d+)?(/\d+)?')


def exact(value):
    """None, an exact Fraction, or text."""
    if value is None or value == '—':
        return None
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return Fraction(value)
    if isinstance(value, float):
        return Fraction(str(value))
    if isinstance(value, dict):
        if 'numerator' in value:
            bottom = exact(value['denominator'])
            return None if not bottom else exact(value['numerator']) / bottom
        return exact(value.get('value'))
    if isinstance(value, str):
        value = INVISIBLE.sub('', value)                            # names are shown as typed
        if CLOCK.fullmatch(value):                                  # 9:05 is 09:05
            return value.zfill(5)
    if isinstance(value, str) and NUMBER.fullmatch(value):
        if '/' in value:
            top, bottom = value.split('/')
            return None if Fraction(bottom) == 0 else Fraction(top) / Fraction(bottom)
        return Fraction(value)
    return value


def one_name(column, value):
    """A customer of several names is compared by the first of them."""
    return value.split('、')[0] if column == 'customer' and isinstance(value, str) else value


def same(ours, theirs):
    if isinstance(theirs, dict) and 'any' in theirs:                # words without a number of their own
        return True
    if isinstance(theirs, dict) and 'numbers' in theirs:            # of a sentence only the numbers
        return re.findall(r'\d+', ours if isinstance(ours, str) else '' if ours is None else str(ours)) == theirs['numbers']
    a, b = exact(ours), exact(theirs)
    if isinstance(a, str) and isinstance(b, str):
        if '*' in a:                                                # a masked name or number
            return a[:1] == b[:1]
    return a == b


def near(ours, theirs):
    """Mean waits of many desks: the program has nine decimals of the chance to wait where exact fractions leave 128 bits."""
    a, b = exact(ours), exact(theirs)
    if not isinstance(a, Fraction) or not isinstance(b, Fraction):
        return a == b
    return abs(a - b) < Fraction(1, 10 ** 6) and (a * 100 + Fraction(1, 2)) // 1 == (b * 100 + Fraction(1, 2)) // 1


def short(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) < 120 else text[:117] + '…'


class Comparison:
    def __init__(self, ignored):
        self.ignored, self.lines, self.compared = ignored, [], 0

    def skip(self, name):
        return any(fnmatch.fnmatchcase(name, pattern) for pattern in self.ignored)

    def report(self, name, text):
        if not self.skip(name):
            self.lines.append(f'{name}: {text}')

    def figure(self, name, ours, theirs):
        if self.skip(name):
            return
        self.compared += 1
        if ours is None:
            ours = {'value': None}
        if 'columns' in theirs:
            if 'columns' not in ours:
                self.report(name, 'ours is no table: ' + short(ours))
            else:
                self.table(name, ours, theirs)
            return
        if 'columns' in ours:
            if exact(theirs) is None and not ours['rows']:
                return
            self.report(name, f'ours is a table of {len(ours["rows"])} rows, theirs {short(theirs)}')
            return
        if 'numerator' in theirs and 'numerator' in ours:
            # both sides must agree, not only the quotient; n/0 against n/0 too
            sides = all(exact(ours[side]) == exact(theirs[side]) for side in ('numerator', 'denominator'))
            if not sides and not (self.free_scale(name) and exact(ours) is not None and exact(ours) == exact(theirs)):
                self.report(name, f'ours {ours["numerator"]}/{ours["denominator"]}, theirs {theirs["numerator"]}/{theirs["denominator"]}')
        elif exact(ours) != exact(theirs):
            self.report(name, f'ours {short(ours)}, theirs {short(theirs)}')
        if 'rows' in ours and 'rows' in theirs and ours['rows'] != theirs['rows']:
            self.report(name + ':rows', f'ours {ours["rows"]}, theirs {theirs["rows"]}')
        if 'previous' in ours and 'previous' in theirs and not same(ours['previous'], theirs['previous']):
            self.report(name + ':previous', f'ours {short(ours["previous"])}, theirs {short(theirs["previous"])}')

    @staticmethod
    def free_scale(name):
        """Medians, Gini and differences of quotients may be written over another denominator."""
        name = name.split('@')[0]
        return name.endswith(('.gini', '.ahead')) or '.days-to-' in name

    def table(self, name, ours, theirs):
        missing = [column for column in theirs['columns'] if column not in ours['columns']]
        for column in missing:
            self.report(f'{name}:{column}', 'column missing in ours')
        for column in ours['columns']:
            at = ours['columns'].index(column)
            if column not in theirs['columns'] and any(exact(row[at]) is not None for row in ours['rows']):
                self.report(f'{name}:{column}', 'column without a counterpart')
        columns = [column for column in theirs['columns'] if column in ours['columns'] and not self.skip(f'{name}:{column}')]
        pick = {side: {column: table['columns'].index(column) for column in columns} for side, table in (('ours', ours), ('theirs', theirs))}

        def keys(side, table, width):
            at = [pick[side][column] for column in columns[:width]]
            return [' · '.join(str(exact(one_name(column, row[i]))) for column, i in zip(columns, at)) for row in table['rows']]

        # As many columns from the left as make the rows of both sides distinct.
        for width in (1, 2, 3, 4):
            if all(len(set(keys(side, table, width))) == len(table['rows']) for side, table in (('ours', ours), ('theirs', theirs))):
                break
        our_keys, their_keys = keys('ours', ours, width), keys('theirs', theirs, width)
        if len(set(our_keys)) < len(our_keys) or len(set(their_keys)) < len(their_keys):
            if len(our_keys) != len(their_keys):
                self.report(name, f'ours has {len(our_keys)} rows, theirs {len(their_keys)}')
            # Rows that no key tells apart are paired by all that is compared.
            texts = {side: keys(side, table, len(columns)) for side, table in (('ours', ours), ('theirs', theirs))}
            pairs = list(zip(*(sorted(range(len(found)), key=found.__getitem__) for found in texts.values())))
            label = lambda index: f'row {index + 1} ({their_keys[index]})'          # noqa: E731
        else:
            for lost in [k for k in their_keys if k not in our_keys]:
                self.report(name, f'row {lost} missing in ours: {short(theirs["rows"][their_keys.index(lost)])}')
            for extra in [k for k in our_keys if k not in their_keys]:
                self.report(name, f'row {extra} only in ours: {short(ours["rows"][our_keys.index(extra)])}')
            pairs = [(our_keys.index(k), index) for index, k in enumerate(their_keys) if k in our_keys]
            if [at for at, _ in pairs] != sorted(at for at, _ in pairs):
                self.report(name + ':order', f'ours {short(our_keys)}, theirs {short(their_keys)}')
            label = lambda index: f'row {their_keys[index]}'                        # noqa: E731
        for at, index in pairs:
            for column in columns:
                a, b = ours['rows'][at][pick['ours'][column]], theirs['rows'][index][pick['theirs'][column]]
                if name.startswith('launch.stations') and column == 'wait' and near(a, b):
                    continue
                if not same(one_name(column, a), one_name(column, b)):
                    self.report(f'{name}:{column}', f'{label(index)}: ours {short(a)}, theirs {short(b)}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('ours')
    parser.add_argument('oracle')
    parser.add_argument('--ignore-file')
    options = parser.parse_args()
    with open(options.ours, encoding='utf-8') as file:
        ours = json.load(file)
    with open(options.oracle, encoding='utf-8') as file:
        theirs = json.load(file)
    ignored = []
    if options.ignore_file:
        with open(options.ignore_file, encoding='utf-8') as file:
            ignored = [line.split('#')[0].strip() for line in file if line.split('#')[0].strip()]
    comparison = Comparison(ignored)
    for key in ('from', 'to', 'asOf'):
        if ours['period'].get(key) != theirs['period'].get(key):
            comparison.report('period', f'{key}: ours {ours["period"].get(key)}, theirs {theirs["period"].get(key)}')
    for name, result in theirs['figures'].items():
        if name not in ours['figures']:
            comparison.report(name, 'missing in ours')
        else:
            comparison.figure(name, ours['figures'][name], result)
    unchecked = [name for name in ours['figures'] if name not in theirs['figures']]
    for name in unchecked:
        comparison.report(name, 'figure without a counterpart')
    for line in comparison.lines:
        print(line)
    print(f'{comparison.compared} figures compared, {len(comparison.lines)} differences, {len(unchecked)} only in ours'
          + (': ' + ' '.join(unchecked) if unchecked else ''), file=sys.stderr)
    return 1 if comparison.lines else 0


if __name__ == '__main__':
    sys.exit(main())
