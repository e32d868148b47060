"""Runs the program and the calculator on the checked-in offices and on generated ones, and compares every figure.

    python3 agree.py --program .build/debug/anchang [--seeds 1-20] [--collide 1-20] [--ignore-file FILE]

Exit 1 when any figure differs.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.join(HERE, '..', '..', 'fixtures')
SCOPES = 'previous,last-year,month,quarter,year,total'
OFFICES = [('tiny', '2026-W10', '2026-03-08'), ('tiny', '2026-03', '2026-03-08'), ('tiny', '2026-03-07', '2026-03-08'),
           ('competitors', '2026-W10', '2026-03-08'), ('pipeline', '2018-W11', '2018-03-18'),
           ('launch/small', '2026-W10', '2026-03-08'), ('launch/ballot-415', '2026-W10', '2026-03-08'),
           ('launch/price-86', '2026-W10', '2026-03-08'),
           ('office-week', '2026-W47', '2026-11-22'), ('office-week', '2026-11', '2026-11-22'), ('office-week', '2026-10', '2026-11-22'),
           ('office-week', '2026-11-21', '2026-11-21'), ('office-week', '2026-Q3', '2026-11-22'), ('office-week', '2026', '2026-11-22'),
           ('office-week', '2026-W46', '2026-11-12'), ('office-week', '2026-11-01..2026-11-10', '2026-11-22'),
           ('office-week', '2025-W48', '2026-11-22'), ('office-week', '2026-W50', '2026-11-22')]


def run(name, folder, period, as_of, options):
    common = ['--data', folder, '--period', period, '--as-of', as_of, '--scope', SCOPES]
    with tempfile.TemporaryDirectory() as work:
        ours, theirs = os.path.join(work, 'ours.json'), os.path.join(work, 'oracle.json')
        with open(ours, 'wb') as file:
            code = subprocess.run([options.program, 'figures', '--format', 'json', '--show-personal'] + common, stdout=file,
                                  stderr=subprocess.PIPE)
        if code.returncode != 0 and not os.path.getsize(ours):
            print(f'{name} {period}: the program gave {code.returncode}: {code.stderr.decode()[-300:]}')
            return False
        with open(theirs, 'wb') as file:
            subprocess.run([sys.executable, os.path.join(HERE, 'oracle.py')] + common, stdout=file, stderr=subprocess.DEVNULL)
        ignore = ['--ignore-file', options.ignore_file] if options.ignore_file else []
        answer = subprocess.run([sys.executable, os.path.join(HERE, 'compare.py'), ours, theirs] + ignore, capture_output=True, text=True)
        for line in answer.stdout.splitlines():
            print(f'{name} {period}: {line}')
        print(f'{name} {period} as of {as_of}: {answer.stderr.strip()}', file=sys.stderr)
        return answer.returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--seeds', default='1-10')
    parser.add_argument('--collide', default='1-10', help='seeds of collide.py, 0 for none')
    parser.add_argument('--nasty', default='1-10', help='seeds of nasty.py, 0 for none')
    parser.add_argument('--ignore-file', default=os.path.join(HERE, 'not-compared.txt'))
    parser.add_argument('--only')
    options = parser.parse_args()
    agree = True
    for name, period, as_of in OFFICES:
        if not options.only or options.only in name:
            agree &= run(name, os.path.join(FIXTURES, name), period, as_of, options)
    first, _, last = options.seeds.partition('-')
    for seed in range(int(first), int(last or first) + 1):
        name = f'office of seed {seed}'
        if options.only and options.only not in name:
            continue
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, os.path.join(FIXTURES, 'offices', 'generate_office.py'), str(seed), folder], check=True,
                           stdout=subprocess.DEVNULL)
            with open(os.path.join(folder, 'MESS.md'), encoding='utf-8') as file:
                mess = file.read()
            agree &= run(name, folder, re.search(r'period:\s*(\S+)', mess).group(1), re.search(r'as-of:\s*(\S+)', mess).group(1), options)
    for label, maker, seeds in (('collision', 'collide.py', options.collide), ('nasty office', 'nasty.py', options.nasty)):
        first, _, last = seeds.partition('-')
        for seed in range(int(first), int(last or first) + 1):
            name = f'{label} {seed}'
            if seed == 0 or (options.only and options.only not in name):
                continue
            with tempfile.TemporaryDirectory() as folder:
                answer = subprocess.run([sys.executable, os.path.join(HERE, maker), str(seed), folder], check=True, capture_output=True, text=True)
                agree &= run(name, folder, *answer.stdout.split(), options)
    return 0 if agree else 1


if __name__ == '__main__':
    sys.exit(main())
