"""Check numbers published in the field, each from its published input through the program.

    python3 published.py --program .build/release/anchang

Where a publication rounds or adds wrongly the exact number is expected and the printed one told beside it.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction

import values
from compare import exact

WEEK = ['--period', '2026-W10', '--as-of', '2026-03-08']
SETTINGS = '设置,值\n'
TEMPLATES = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'report-templates')
TEMPLATE = ('<report xmlns="urn:anchang:report:1" name="check" title="核对" period="week">'
            '<section title="一"><p>{sentence}</p></section></report>\n')


def shown(value, places):
    return Fraction(values.half_away(Fraction(value) * 10 ** places), 10 ** places)


def spread(whole, parts):
    """A number in hundredths, cut into so many parts."""
    hundredths = values.half_away(Fraction(whole) * 100)
    cut = [hundredths // parts] * parts
    cut[0] += hundredths - sum(cut)
    return cut


class Check:
    def __init__(self, program):
        self.program, self.wrong, self.checked = program, [], 0

    def expect(self, name, found, expected):
        self.checked += 1
        if found != expected:
            self.wrong.append(f'{name}: {found}, published {expected}')

    def text(self, files, *arguments):
        with tempfile.TemporaryDirectory() as folder:
            for name, content in files.items():
                with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
                    file.write(content)
            return subprocess.run([self.program, 'figures', *arguments, '--data', folder, '--lang', 'zh', '--quiet'],
                                  capture_output=True, text=True).stdout

    def figures(self, files, *ids, period=WEEK):
        return json.loads(self.text(files, *ids, *period, '--format', 'json', '--show-personal'))['figures']

    def told(self, files, sentence, period=WEEK):
        """A sentence of a template as the report prints it."""
        with tempfile.TemporaryDirectory() as folder:
            data, templates = os.path.join(folder, 'data'), os.path.join(folder, 'templates')
            os.mkdir(data)
            shutil.copytree(os.path.join(TEMPLATES, 'theme'), os.path.join(templates, 'theme'))
            for name, content in [*((os.path.join(data, name), content) for name, content in files.items()),
                                  (os.path.join(templates, 'check.xml'), TEMPLATE.format(sentence=sentence))]:
                with open(name, 'w', encoding='utf-8') as file:
                    file.write(content)
            return subprocess.run([self.program, 'report', 'check', '--templates', templates, '--data', data, *period, '--lang', 'zh', '--quiet',
                                   '--format', 'text', '--out', '-'], capture_output=True, text=True).stdout.splitlines()[1]

    def column(self, figure, key):
        at = figure['columns'].index(key)
        return {row[0]: row[at] for row in figure['rows']}

    # ------------------------------------------------------------------ sales

    def shenzhen_week(self):
        """930 homes, 76,458.66 ㎡, 53,060 元/㎡: 40.5690 亿 (printed 40.56), 套均 436.23 万 (printed 436.22)."""
        whole = Fraction('76458.66') * 53060
        classes = [('住宅', 535, Fraction('53555.03'), Fraction('53555.03') * 55284), ('商业', 206, Fraction('12151.88'), Fraction('12151.88') * 45659)]
        classes.append(('办公', 930 - 535 - 206, Fraction('76458.66') - sum(part[2] for part in classes), whole - sum(part[3] for part in classes)))
        rows, room = [], 0
        for product, units, area, amount in classes:
            for one, money in zip(spread(area, units), spread(amount, units)):
                room += 1
                rows.append(f'1-{room},2026-03-03,{product},{one / 100:.2f},{money / 100:.2f}')
        # The week before is not published, only the changes: 1,325 homes, 104,394.67 ㎡ at 52,775 元/㎡ give them.
        before = Fraction('104394.67')
        for number, (one, money) in enumerate(zip(spread(before, 1325), spread(before * 52775, 1325)), 1):
            rows.append(f'2-{number},2026-02-24,住宅,{one / 100:.2f},{money / 100:.2f}')
        head = '房号,认购日期,业态,建筑面积,认购总价\n'
        files = {'成交.csv': head + '\n'.join(rows) + '\n'}
        found = self.figures(files, 'deals.units', 'deals.area', 'deals.amount', 'deals.average-price', 'deals.average-ticket', 'deals.by-product')
        self.expect('930 套', found['deals.units']['value'], 930)
        self.expect('面积', found['deals.area']['value'], '76458.66')
        self.expect('53,060 元/㎡', shown(exact(found['deals.average-price']), 0), 53060)
        self.expect('40.57 亿', shown(exact(found['deals.amount']) / 10 ** 8, 2), Fraction('40.57'))
        self.expect('套均 436.23 万', shown(exact(found['deals.average-ticket']) / 10 ** 4, 2), Fraction('436.23'))
        share = self.column(found['deals.by-product'], 'share')
        self.expect('57.53 %', shown(exact(share['住宅']) * 100, 2), Fraction('57.53'))
        self.expect('−29.81 %', shown(Fraction(930 - found['deals.units']['previous'], found['deals.units']['previous']) * 100, 2), Fraction('-29.81'))
        for name, change in (('area', '-26.76'), ('average-price', '0.54')):
            this, previous = exact(found['deals.' + name]), exact(found['deals.' + name]['previous'])
            self.expect(f'{name} {change} %', shown((this - previous) / previous * 100, 2), Fraction(change))
        printed = self.text(files, 'deals.average-price', 'deals.units', *WEEK)
        self.expect('printed price', bool(re.search(r'53,060\b', printed)), True)
        told = self.told(files, '{deals.units:change} {deals.area:change} {deals.average-price:change}')
        self.expect('printed changes', told, '−29.8% −26.8% +0.5%')
        # One class alone: 住宅 29.6074 亿 (printed 29.60) and its 70.04 % of the area, 商业 5.5484 亿 (printed 55.48) and 套均 269.34 万.
        for product, units, amount, ticket in (('住宅', 535, '29.6074', None), ('商业', 206, '5.5484', '269.34')):
            alone = {'成交.csv': head + '\n'.join(row for row in rows if f'2026-03-03,{product},' in row) + '\n'}
            own = self.figures(alone, 'deals.units', 'deals.area', 'deals.amount', 'deals.average-ticket')
            self.expect(product, own['deals.units']['value'], units)
            self.expect(f'{product} {amount} 亿', shown(exact(own['deals.amount']) / 10 ** 8, 4), Fraction(amount))
            if ticket:
                self.expect(f'{product} 套均', shown(exact(own['deals.average-ticket']) / 10 ** 4, 2), Fraction(ticket))
            else:
                self.expect('70.04 %', shown(exact(own['deals.area']) / exact(found['deals.area']) * 100, 2), Fraction('70.04'))
        one = {'成交.csv': head + '1-1,2026-03-03,办公,100,505560000\n'}
        self.expect('5.06 亿', self.told(one, '{deals.amount:yi}').split(' ')[0], '5.06')

    def concentration(self):
        """300 … 180: the top two of ten hold 25.76 %, eight (80.00 %) hold 82.90 %, G = 0.081."""
        amounts = (300, 250, 220, 210, 205, 200, 195, 190, 185, 180)
        files = {'成交.csv': '房号,客户姓名,联系电话,认购日期,认购总价(万元)\n'
                 + ''.join(f'1-{at},客{at},1990000000{at},2026-03-02,{amount}\n' for at, amount in enumerate(amounts))}
        found = self.figures(files, *(f'concentration.customers.{name}' for name in ('top20-share', 'top20-count', 'for80-count', 'gini', 'table')))
        prefix = 'concentration.customers.'
        self.expect('top 2', found[prefix + 'top20-count']['value'], 2)
        self.expect('25.76 %', shown(exact(found[prefix + 'top20-share']) * 100, 2), Fraction('25.76'))
        self.expect('8 customers', found[prefix + 'for80-count']['value'], 8)
        self.expect('82.90 %', shown(exact(found[prefix + 'table']['rows'][7][4]) * 100, 2), Fraction('82.90'))
        self.expect('G 0.0813', shown(exact(found[prefix + 'gini']), 4), Fraction('0.0813'))
        printed = self.text(files, prefix + 'top20-share', prefix + 'gini', *WEEK)
        self.expect('printed', [word for word in ('25.76%', '0.081') if word not in printed], [])

    def revenue(self):
        """36,300 + 42,000 + 22,800 + 12,650 + 5,855 = 119,605 万 (the text says over 12 亿)."""
        parts = (36300, 42000, 22800, 12650, 5855)
        files = {'成交.csv': '房号,认购日期,认购总价(万元)\n' + ''.join(f'1-{at},2026-03-02,{part}\n' for at, part in enumerate(parts))}
        self.expect('119,605 万', exact(self.figures(files, 'deals.amount')['deals.amount']), 119605 * 10 ** 4)

    def types(self):
        """144 + 150 + 48 + 150 + 22 = 514 homes, 59,835.92 ㎡ (printed 59,835); shares that add to 100.0 (printed 99)."""
        table = (('A', 144, '12685.92'), ('B', 150, '16163.00'), ('C', 48, '6108.00'), ('D', 150, '21451.00'), ('E', 22, '3428.00'))
        rows, room = [], 0
        for layout, units, area in table:
            areas = [int(Fraction(area) * 100) // units] * units
            areas[0] += int(Fraction(area) * 100) - sum(areas)
            for one in areas:
                room += 1
                rows.append(f'1-{room},2026-03-02,{layout},{one / 100:.2f}')
        files = {'成交.csv': '房号,认购日期,户型,建筑面积\n' + '\n'.join(rows) + '\n'}
        found = self.figures(files, 'deals.units', 'deals.area', 'deals.by-layout')
        self.expect('514', found['deals.units']['value'], 514)
        self.expect('59,835.92', found['deals.area']['value'], '59835.92')
        self.expect('types', self.column(found['deals.by-layout'], 'count'), {name: units for name, units, _ in table})
        printed = self.text(files, 'deals.by-layout', *WEEK)
        shares = re.findall(r'^\s+[A-E]\s+\d+\s+(\d+\.\d)%', printed, re.M)
        self.expect('shares printed', (len(shares), sum(map(Fraction, shares))), (5, 100))

    # ------------------------------------------------------------------ stock, rivals

    def sell_through(self):
        """(sold, free) of eight buildings; 82/154 is 34.75 (printed 34.74), 259/5 is 98.11 (printed 98), total 74.62."""
        table = ((82, 154, '34.75'), (180, 20, '90'), (188, 12, '94'), (61, 154, '28.37'), (182, 49, '78.79'), (259, 5, '98.11'), (163, 24, '87.17'),
                 (226, 38, '85.61'))
        rows = [f'{at + 1}栋,{number},{"已售" if number < sold else "可售"},2026-01-01'
                for at, (sold, free, _) in enumerate(table) for number in range(sold + free)]
        files = {'房源.csv': '楼栋,房间号,状态,推售日期\n' + '\n'.join(rows) + '\n', '来访.csv': '来访时间,联系电话\n2026-03-02,19900000001\n'}
        found = self.figures(files, 'stock.by-building', 'stock.sell-through.units')
        through = self.column(found['stock.by-building'], 'sell-through')
        for at, (_, _, printed) in enumerate(table):
            self.expect(f'building {at + 1}', shown(exact(through[f'{at + 1}栋']) * 100, 2), Fraction(printed))
        self.expect('1,341/1,797', shown(exact(found['stock.sell-through.units']) * 100, 2), Fraction('74.62'))

    def buildings(self):
        """Unit tables of two buildings: 240 and 144 homes."""
        parts = {'1栋': (15, 43, 2, 60, 45, 45, 15, 14, 1), '3栋': (9, 25, 2, 36, 27, 27, 9, 8, 1)}
        rows = [f'{name},{at}-{number},户型{at},2026-01-01' for name, counts in parts.items() for at, count in enumerate(counts) for number in range(count)]
        files = {'房源.csv': '楼栋,房号,户型,推售日期\n' + ''.join(row.replace(',', f',{row[0]}-', 1) + '\n' for row in rows),
                 '来访.csv': '来访时间,联系电话\n2026-03-02,19900000001\n'}
        self.expect('homes', self.column(self.figures(files, 'stock.by-building')['stock.by-building'], 'released'), {'1栋': 240, '3栋': 144})

    def weeks_of_supply(self):
        """25,032 homes at 574 a week (mean of eight weeks): 43.6 weeks."""
        rows = [f'2026-{month}-{day},甲,574,25032' for month, day in (('01', '18'), ('01', '25'), ('02', '01'), ('02', '08'), ('02', '15'), ('02', '22'),
                                                                    ('03', '01'), ('03', '08'))]
        found = self.figures({'竞品.csv': '调研日期,竞品项目,成交套数,库存套数\n' + '\n'.join(rows) + '\n'}, 'competitors.summary')
        self.expect('43.6 weeks', shown(exact(self.column(found['competitors.summary'], 'weeks')['甲']), 1), Fraction('43.6'))

    # ------------------------------------------------------------------ visitors

    def receptions(self):
        """837 parties of twelve months and eight regions after 174: +381.0 %; shares of the regions add to 100.0."""
        months, regions = (76, 80, 101, 67, 62, 106, 55, 48, 45, 55, 59, 83), (221, 57, 69, 379, 29, 36, 31, 15)
        region = [f'区域{at}' for at, count in enumerate(regions) for _ in range(count)]
        rows, number = [], 0
        for month, count in enumerate(months, 1):
            for at in range(count):
                rows.append(f'2026-{month:02d}-{at % 28 + 1:02d},1990000{number:04d},{region[number]}')
                number += 1
        rows += [f'2025-06-{at % 28 + 1:02d},1990000{5000 + at:04d},区域0' for at in range(174)]
        files = {'来访.csv': '来访时间,联系电话,居住区域\n' + '\n'.join(rows) + '\n'}
        year = ['--period', '2026', '--as-of', '2026-12-31']
        found = self.figures(files, 'visits.count', 'visits.by-district', period=year)
        self.expect('837', found['visits.count']['value'], 837)
        self.expect('regions', sorted(self.column(found['visits.by-district'], 'count').values()), sorted(regions))
        self.expect('+381.0 %', shown(Fraction(837 - found['visits.count']['previous'], found['visits.count']['previous']) * 100, 1), 381)
        shares = re.findall(r'区域\d\s+\d+\s+(\d+\.\d)%', self.text(files, 'visits.by-district', *year))
        self.expect('shares of the regions', (len(shares), sum(map(Fraction, shares))), (8, 100))
        for month, count in enumerate(months, 1):
            found = self.figures(files, 'visits.count', period=['--period', f'2026-{month:02d}', '--as-of', '2026-12-31'])
            self.expect(f'month {month}', found['visits.count']['value'], count)
        # Rounded one by one the shares of the months add to 100.1, as they are printed; the program's add to 100.0.
        self.expect('months rounded singly', sum(shown(Fraction(count * 100, 837), 1) for count in months), Fraction('100.1'))
        words = [f'2026-03-02,1990000{at:04d},月{month}' for at, month in enumerate(m for m, count in enumerate(months, 1) for _ in range(count))]
        text = self.text({'来访.csv': '来访时间,联系电话,居住区域\n' + '\n'.join(words) + '\n'}, 'visits.by-district', *WEEK)
        shares = re.findall(r'月\d+\s+\d+\s+(\d+\.\d)%', text)
        self.expect('shares of the months', (len(shares), sum(map(Fraction, shares))), (12, 100))

    def sums(self):
        """372 + 86 = 458; 45 + 73 = 118."""
        for one, other in ((372, 86), (45, 73)):
            rows = [f'2026-03-02,1990000{at:04d},{"甲" if at < one else "乙"}' for at in range(one + other)]
            found = self.figures({'来访.csv': '来访时间,联系电话,置业目的\n' + '\n'.join(rows) + '\n'}, 'visits.count', 'visits.by-purpose')
            self.expect(f'{one} + {other}', (found['visits.count']['value'], self.column(found['visits.by-purpose'], 'count')),
                        (one + other, {'甲': one, '乙': other}))

    # ------------------------------------------------------------------ money to spend

    def budget(self):
        """1,200 by 35/45/15/5 is 420/540/180/60; outdoor 94 + 229 + 87 + 0 = 410 (printed 409); 1 % and 1.5 % of 16.8 亿."""
        files = {'任务目标.csv': '期间,指标,目标,权重\n2026年,认购金额,1200万,\n2026Q1,认购金额,,35\n2026Q2,认购金额,,45\n2026Q3,认购金额,,15\n2026Q4,认购金额,,5\n',
                 '来访.csv': '来访时间,联系电话\n2026-03-02,19900000001\n'}
        parts = {row[0]: row[2] for row in self.figures(files, 'targets.breakdown')['targets.breakdown']['rows'] if 'Q' in row[0]}
        self.expect('stages', parts, {f'2026Q{at}': f'{amount}0000.00' for at, amount in enumerate((420, 540, 180, 60), 1)})
        files = {'费用.csv': '日期,渠道,阶段,预算(万元),发生额(万元)\n' + ''.join(f'2026-03-02,户外,阶段{at},{part},0\n' for at, part in enumerate((94, 229, 87, 0))),
                 '来访.csv': '来访时间,联系电话\n2026-03-02,19900000001\n'}
        found = self.figures(files, 'costs.budget')['costs.budget']
        self.expect('outdoor', self.column(found, 'budget')['户外'], '4100000.00')
        # Of the other rows and columns only the sums are published (155, 108; 397, 202): cells that add to them, and the
        # whole added from the cells, whatever a table prints.
        table = {('户外', '积累'): 94, ('户外', '强推'): 229, ('户外', '开盘'): 87, ('户外', '持续'): 0, ('其他', '积累'): 155, ('物料', '积累'): 108,
                 ('报纸', '积累'): 40, ('报纸', '持续'): 202}
        files = {'费用.csv': '日期,渠道,阶段,预算(万元),发生额(万元)\n' + ''.join(f'2026-03-02,{media},{stage},{part},0\n' for (media, stage), part in table.items()),
                 '来访.csv': files['来访.csv']}
        found = self.figures(files, 'costs.plan', 'costs.by-stage', 'costs.budget')
        media, stages = self.column(found['costs.budget'], 'budget'), self.column(found['costs.by-stage'], 'budget')
        self.expect('rows', [media[name] for name in ('户外', '其他', '物料')], ['4100000.00', '1550000.00', '1080000.00'])
        self.expect('columns', [stages[name] for name in ('积累', '持续')], ['3970000.00', '2020000.00'])
        whole = sum(table.values()) * 10 ** 4
        self.expect('both totals', [sum(map(exact, sums.values())) for sums in (media, stages)] + [sum(exact(row[2]) for row in found['costs.plan']['rows'])],
                    [whole] * 3)
        for spent, rate in ((1680, 1), (2520, Fraction('1.5'))):
            files = {'费用.csv': f'日期,渠道,发生额(万元)\n2026-03-02,户外,{spent}\n', '成交.csv': '房号,认购日期,签约日期,签约总价\n1-1,2026-03-02,2026-03-02,16.8亿\n'}
            self.expect(f'{spent} of 16.8 亿', exact(self.figures(files, 'costs.ratio')['costs.ratio']) * 100, rate)

    def score_sheet(self):
        """Weights 40 + 15 + 15 + 30 = 100."""
        rows = [f'2026-03,甲,项{at},{weight},100,100' for at, weight in enumerate((40, 15, 15, 30))]
        files = {'考评.csv': '周期,置业顾问,考评项目,权重,目标,实际\n' + '\n'.join(rows) + '\n', '来访.csv': '来访时间,联系电话\n2026-03-02,19900000001\n'}
        self.expect('score', exact(self.column(self.figures(files, 'staff.scores', period=['--period', '2026-03', '--as-of', '2026-03-31'])['staff.scores'], 'total')['甲']), 100)

    # ------------------------------------------------------------------ launch

    def cards(self, count, settings):
        return {'认筹.csv': '认筹编号,联系电话\n' + ''.join(f'{number},1990000{number:04d}\n' for number in range(1, count + 1)),
                '项目设置.csv': SETTINGS + ''.join(f'{name},{value}\n' for name, value in settings.items())}

    def queue(self):
        """415 by 3 at 3 minutes: 139 batches, 417 minutes; 250 by 5: 50 and 150; 300 by 6: 150; 300 by 10: 90."""
        for count, size, batches, minutes in ((415, 3, 139, 417), (250, 5, 50, 150), (300, 6, 50, 150), (300, 10, 30, 90)):
            found = self.figures(self.cards(count, {'每批组数': size, '每批分钟': 3}), 'launch.duration', 'launch.batches')
            self.expect(f'{count} by {size}', (len(found['launch.batches']['rows']), found['launch.duration']['value']), (batches, minutes))

    def waiting(self):
        """λ 180/h of 2 minutes: a = 6; eight desks (planned) wait 0.36 minutes, seven 1.23, nine 0.13; 72/h of 8 minutes: 12 desks."""
        for desks, wait in (('', '0.36'), ('/7', '1.23'), ('/9', '0.13')):
            found = self.figures(self.cards(9, {'工位:签到': '180/2' + desks, '工位:签约': '72/8'}), 'launch.stations')['launch.stations']
            self.expect(f'load of 180/2{desks}', exact(self.column(found, 'load')['签到']), 6)
            self.expect(f'desks of 180/2{desks}', self.column(found, 'planned')['签到'], 8)
            self.expect(f'wait of 180/2{desks}', shown(exact(self.column(found, 'wait')['签到']), 2), Fraction(wait))
            self.expect('load of 72/8', exact(self.column(found, 'load')['签约']), Fraction('9.6'))
            self.expect('desks of 72/8', self.column(found, 'planned')['签约'], 12)

    def water(self):
        """200 bottles for 150 numbers: 1.33 a number."""
        found = self.figures(self.cards(150, {}), 'launch.materials')['launch.materials']
        self.expect('water', [row[2] for row in found['rows'] if '水' in row[0]], [200])
        self.expect('1.33', [shown(exact(row[1]), 2) for row in found['rows'] if '水' in row[0]], [Fraction('1.33')])

    def staffing(self):
        """Posts of 94 + 22 + 8 people: 124."""
        people = iter(f'人{at}' for at in range(124))
        posts = {f'岗位:{post}': '、'.join(next(people) for _ in range(count)) for post, count in (('甲', 94), ('乙', 22), ('丙', 8))}
        found = self.figures(self.cards(9, posts), 'launch.roster', 'launch.checks')
        self.expect('named', len(found['launch.roster']['rows']), 124)
        self.expect('people', self.column(found['launch.checks'], 'have')['人员'], 124)

    def funnel(self):
        """700 cards and 150 deals: 21.43 %; 500 who came and 100 deals: 20.00 %; 100 of 300 homes: 33.33 %."""
        for cards, deals, rate in ((700, 150, '21.43'), (500, 100, '20')):
            files = {'认筹.csv': '认筹编号,联系电话,到场时间\n' + ''.join(f'{at},1990000{at:04d},9:00\n' for at in range(1, cards + 1)),
                     '成交.csv': '房号,认购日期,联系电话\n' + ''.join(f'1-{at},2026-03-02,1990000{at:04d}\n' for at in range(1, deals + 1)),
                     '房源.csv': '房号,推售日期\n' + ''.join(f'1-{at},2026-03-02\n' for at in range(1, 301)),
                     '项目设置.csv': SETTINGS + '开盘日期,2026-03-02\n'}
            found = self.figures(files, 'launch.funnel', 'stock.sell-through.units')
            self.expect(f'{deals} of {cards}', shown(exact(self.column(found['launch.funnel'], 'overall')['认购']) * 100, 2), Fraction(rate))
            if deals == 100:
                self.expect('33.33 %', shown(exact(found['stock.sell-through.units']) * 100, 2), Fraction('33.33'))

    def price_curve(self):
        """86 forms: 74 69 66 61 41 37 27 21 18 5 accept 1,700 … 2,600; steepest 2,000 → 2,100."""
        accept, prices = (74, 69, 66, 61, 41, 37, 27, 21, 18, 5), range(1700, 2700, 100)
        highest = []
        for at, price in enumerate(prices):
            highest += [price] * (accept[at] - (accept[at + 1] if at < 9 else 0))
        highest += [1600] * (86 - len(highest))
        rows = ''.join(f'{number},1990000{number:04d},{price}\n' for number, price in enumerate(highest, 1))
        found = self.figures({'认筹.csv': '认筹编号,联系电话,可接受单价\n' + rows}, 'launch.price-curve')['launch.price-curve']
        count, share = ({exact(key): exact(value) for key, value in self.column(found, name).items()} for name in ('count', 'share'))
        self.expect('answers', [count[price] for price in prices], list(accept))
        printed = ('86.0', '80.2', '76.7', '70.9', '47.7', '43.0', '31.4', '24.4', '20.9', '5.8')
        self.expect('acceptance', [shown(share[price] * 100, 1) for price in prices], [Fraction(text) for text in printed])
        steps = {price: share[price + 100] - share[price] for price in prices if price < 2600}
        self.expect('steepest', (min(steps, key=steps.get), shown(steps[2000] * 100, 1)), (2000, Fraction('-23.3')))
        # p·P exactly; the publication cuts its row: 1,462 1,444 1,457 1,418 1,002 946 722 586 523 151.
        self.expect('p·P', [price * share[price] for price in prices], [Fraction(price * n, 86) for price, n in zip(prices, accept)])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    check = Check(os.path.abspath(parser.parse_args().program))
    for step in (check.shenzhen_week, check.concentration, check.revenue, check.types, check.sell_through, check.buildings, check.weeks_of_supply,
                 check.receptions, check.sums, check.budget, check.score_sheet, check.queue, check.waiting, check.water, check.staffing, check.funnel, check.price_curve):
        step()
    print(f'{check.checked} published numbers, {len(check.wrong)} differences', file=sys.stderr)
    print('\n'.join(check.wrong), end='\n' if check.wrong else '')
    return 1 if check.wrong else 0


if __name__ == '__main__':
    sys.exit(main())
