"""Independent calculator of Anchang's figures, written from the specification alone.

    python3 oracle.py --data DIR [--period P] [--as-of DAY] [--today DAY] [--scope previous,month,…] [ID…]

Prints the JSON of `anchang figures --format json`; names are in full, as with --show-personal.
Exit 2 when a file cannot be used.
"""
import argparse
import datetime
import json
import sys

import figures
import office as office_module
import traffic, sales, breakdowns, channels, concentration, targets, staff, competitors, stock, launch, launchday, work, more, audit, data, praise, lists, planning, documents  # noqa: E401,F401 (they fill the list)


def previous_value(result):
    """fp 65: `previous` equals the value of id@previous; a ratio keeps its two sides."""
    if 'numerator' in result:
        if result.get('denominator') in (0, '0.00'):
            return None
        return {'numerator': result['numerator'], 'denominator': result['denominator']}
    return result.get('value')


def all_figures(office, ids, scopes):
    found = {}
    for name in figures.REGISTRY:
        if ids and name not in ids:
            continue
        result = dict(figures.compute(office, name))
        if figures.REGISTRY[name].scopes == 'all' and 'columns' not in result:
            result['previous'] = previous_value(figures.compute(office, name, 'previous'))
        found[name] = result
        for scope in scopes:
            if scope in figures.scopes_of(name):
                wanted = 'this' if figures.REGISTRY[name].scopes in ('date', 'weeks') else scope
                found[f'{name}@{scope}'] = figures.compute(office, name, wanted)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--data', required=True)
    parser.add_argument('--period')
    parser.add_argument('--as-of', type=datetime.date.fromisoformat)
    parser.add_argument('--today', type=datetime.date.fromisoformat)
    parser.add_argument('--year', type=int)
    parser.add_argument('--date-order', choices=['ymd', 'dmy', 'mdy'])
    parser.add_argument('--scope', default='')
    parser.add_argument('ids', nargs='*')
    options = parser.parse_args()
    office = office_module.Office(options.data, options.period, options.as_of, options.today, options.year, options.date_order)
    for error in office.folder.errors:
        print(f'error: {error}', file=sys.stderr)
    scopes = [scope for scope in options.scope.split(',') if scope]
    answer = {'period': {'from': office.period.first.isoformat(), 'to': office.period.last.isoformat(), 'asOf': office.as_of.isoformat()},
              'figures': all_figures(office, options.ids, scopes)}
    lines = [f' {json.dumps(name, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False)}' for name, value in answer['figures'].items()]
    print('{"period": ' + json.dumps(answer['period']) + ',\n"figures": {\n' + ',\n'.join(lines) + '\n}}')
    return 2 if office.folder.errors else 0


if __name__ == '__main__':
    sys.exit(main())
