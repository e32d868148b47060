"""What the field says of a launch, held against the program's own words, hours, posts and quantities.

    python3 field.py --program .build/release/anchang

The house's choices in DECISIONS.md are the program's; here stand the facts they must keep to, from launch plans, material
lists and staffing tables of the field: which steps on which day before the launch, the clock of the day, which posts and
how many people, what is handed out and when it must be there, what may go wrong. A fact is a day, a number or the words
that must be said.
"""
import argparse
import datetime
import os
import sys

from compare import exact
from published import SETTINGS, Check

# Calendar: the day counted from the launch, and words that its step must say.
CALENDAR = [(-60, '目标 范围 推广'), (-32, '认筹'), (-30, '人员 场地 供应商'), (-21, '落点 价格测试'), (-14, '推售 房号'), (-10, '截止 冻结'),
            (-7, '价格表 测算 资格'), (-5, '桌位 批次 值班 印刷'), (-4, '物料进场 系统'), (-3, '三次演练 通知'), (0, '开盘'), (0, '未成交 回访'),
            (1, '签约 第二次定价')]
# The day, with the first batch at 10:00: what happens at each hour.
CLOCK = [('06:30', '到岗'), ('07:00', '点名 销控'), ('07:30', '交底'), ('08:00', '签到'), ('09:15', '规则'), ('09:30', '摇号'), ('09:50', '公布')]
AFTER = ['未到', '核对', '会']                                           # no-shows and walk-ins, three-way reconciliation, evening meeting
# Everywhere met; the number of people where the field has one: as many as choose at once, three at the sales board.
POSTS = {'总控': None, '唱号': None, '引导': None, '顾问': 'batch', '跑单': None, '销控': 3, '复核': None, '补卡': None}
# What is handed out: use for each party where the field has one, and not later than so many days before the launch.
MATERIALS = {'号码牌': 1, '须知': None, '价格表': None, '确认单': None, '封号贴': 2, '认购书': None, '资料袋': None, '水': exact('200/150'), '礼品': None}
LAST_DAY = 3                                                              # print goods T−4, goods in by T−3
EVENTS = ['人数超预期', '人数不足', '一房两卖', '系统 网络 停电', '收款', '价格表错误', '争执', '媒体', '中介', '冷场', '售罄', '集体弃选', '天气', '急病', '儿童',
          '火警', '公证', '卡', '叫号未到', '配偶', '已被选', '弃选']


class Field(Check):
    def office(self):
        cards = ''.join(f'{number},1990000{number:04d}\n' for number in range(1, 31))
        settings = {'开盘日期': '2026-04-01', '每批组数': 4, '每批分钟': 3, '选房开始': '10:00', '工位:签到': '180/2', '候场座位': 50}
        return {'认筹.csv': '认筹编号,联系电话\n' + cards, '项目设置.csv': SETTINGS + ''.join(f'{name},{value}\n' for name, value in settings.items()),
                '房源.csv': '房号,推售日期\n' + ''.join(f'1-{at},2026-04-01\n' for at in range(1, 22))}

    def says(self, name, text, words):
        self.expect(name, [word for word in words.split() if word not in (text or '')], [])

    def run(self):
        found = self.figures(self.office(), *(f'launch.{name}' for name in ('schedule', 'day-plan', 'staffing', 'materials', 'contingency', 'checks')))
        at = {name: {key: index for index, key in enumerate(table['columns'])} for name, table in found.items()}

        schedule, column = found['launch.schedule']['rows'], at['launch.schedule']
        opening = datetime.date(2026, 4, 1)
        days = [(datetime.date.fromisoformat(row[column['date']]) - opening).days for row in schedule]
        self.expect('days of the calendar', days, [day for day, _ in CALENDAR])
        for (day, words), row in zip(CALENDAR, schedule):
            self.says(f'T{day:+d}', row[column['what']], words)

        plan, column = found['launch.day-plan']['rows'], at['launch.day-plan']
        for (clock, words), row in zip(CLOCK, plan):
            self.expect('hour', row[column['clock']].zfill(5), clock)
            self.says(clock, f"{row[column['what']]} {row[column['detail']]}", words)
        self.expect('first batch', plan[len(CLOCK)][column['clock']].zfill(5), '10:00')
        for words, row in zip(AFTER, plan[-3:]):
            self.says('after the last batch', f"{row[column['what']]} {row[column['detail']]}", words)
        # 60 % of 30 parties come in the busiest half hour: 36 an hour.
        self.expect('peak of the sign-in', '36' in ' '.join(str(row[column['detail']]) for row in plan), True)

        staffing, column = found['launch.staffing']['rows'], at['launch.staffing']
        people = {row[column['post']]: row[column['people']] for row in staffing}
        for post, count in POSTS.items():
            known = [number for name, number in people.items() if post in name]
            self.expect(f'post {post}', len(known) >= 1, True)
            if count:
                self.expect(f'people of {post}', known[0], 4 if count == 'batch' else count)
        self.expect('desks', people['签到'], 8)                            # ⌈6/0.8⌉

        materials, column = found['launch.materials']['rows'], at['launch.materials']
        for item, ratio in MATERIALS.items():
            row = next((row for row in materials if item in row[column['item']]), None)
            self.expect(f'item {item}', row is not None, True)
            if row is None:
                continue
            if ratio:
                self.expect(f'use of {item}', exact(row[column['ratio']]), ratio)
            self.expect(f'{item} is rounded up', exact(row[column['quantity']]) >= exact(row[column['ratio']]) * 30, True)
            self.expect(f'{item} is there in time', row[column['due']] <= f'2026-03-{32 - LAST_DAY}', True)

        contingency, column = found['launch.contingency']['rows'], at['launch.contingency']
        events = ' '.join(row[column['event']] for row in contingency)
        for event in EVENTS:
            self.says(f'event {event}', events, event)
        self.expect('all have a first action and somebody', [row for row in contingency if not (row[column['action']] and row[column['owner']])], [])
        posts = ' '.join(people) + ' 财务'                                 # the cashier's desk is a zone of the settings
        self.expect('who acts has a post', [row[column['owner']] for row in contingency if row[column['owner']] not in posts], [])
        told = {row[column['event']]: row[column['trigger']] for row in contingency}
        self.says('seats', told['人数超预期'], '50')
        self.says('half of the homes', told['人数不足'], '11')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    field = Field(os.path.abspath(parser.parse_args().program))
    field.run()
    print(f'{field.checked} facts of a launch, {len(field.wrong)} differences', file=sys.stderr)
    print('\n'.join(line.replace(', published', ', in the field') for line in field.wrong), end='\n' if field.wrong else '')
    return 1 if field.wrong else 0


if __name__ == '__main__':
    sys.exit(main())
