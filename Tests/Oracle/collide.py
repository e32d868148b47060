"""Small offices in which everything collides: few people, few rooms, few days, every rule met at once.

    python3 collide.py SEED OUTDIR      prints the period and the as-of day

Not a picture of an office: a net for differences between the program and the calculator.
"""
import csv
import datetime
import os
import random
import sys

START = datetime.date(2026, 2, 9)
SURNAMES = ['张', '李', '王', '欧阳']
CHANNELS = ['抖音', '自然到访', '中介', '渠道', '老业主介绍', '短信', '', '-', '抖音、短信', '地铁']
STAFF = ['甲', '乙', '丙', '甲、乙', '乙，丙，甲', '', '丁(离职)', '小甲']
LEVELS = ['A', 'B', 'Ａ级', 'C', 'D', '', 'b+', '未知']


class Office:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.pick = self.random.choice

    def chance(self, part):
        return self.random.random() < part

    def day(self, span=34):
        return START + datetime.timedelta(days=self.random.randrange(span))

    def day_text(self, day):
        if day is None:
            return ''
        form = self.random.randrange(9)
        if form == 0:
            return f'{day.year}/{day.month}/{day.day} {self.random.randrange(8, 20)}:{self.random.randrange(10, 60)}'
        if form == 1:
            return f'{day.year}年{day.month}月{day.day}日'
        if form == 2:
            return day.strftime('%Y%m%d')
        if form == 3:
            return str((day - datetime.date(1899, 12, 30)).days)
        if form == 4:
            return f'{day.year}.{day.month}.{day.day}'
        return day.isoformat()

    def phone(self):
        number = '1990000' + '%04d' % self.random.randrange(8)
        form = self.random.randrange(14)
        if form == 0:
            return number[:3] + '****' + number[-4:]
        if form == 1:
            return '+86 ' + number
        if form == 2:
            return number + '、' + '1990000' + '%04d' % self.random.randrange(8)
        if form == 3:
            return '1.99E+10'
        if form == 4:
            return ''
        if form == 5:
            return self.pick(['无', '1111111', '0571-8765432', '057187654321', '１９９００００' + number[-4:]])
        if form == 6:
            return number[:3] + '****' + number[-4:]
        return number

    def name(self):
        name = self.pick(SURNAMES) + self.pick(['一', '二', '先生', '女士', ''])
        return self.pick([name] * 9 + ['', name + '、' + self.pick(SURNAMES) + '三'])

    def customer_id(self):
        return self.pick(['', '', '', 'K1', 'K2', 'K3', '无'])

    def room(self):
        number = self.random.randrange(1, 6)
        return self.pick([f'1-{number}', f'1栋{number}室', f'1#{number}', f'１-{number}'])

    def money(self):
        yuan = self.random.randrange(1, 9) * 100000
        return self.pick([str(yuan), f'{yuan / 10000:g}万', f'{yuan:,}.01', f'￥{yuan}'] + ['', '0', '-'] * self.chance(0.2))

    def save(self, folder, name, header, rows):
        with open(os.path.join(folder, name), 'w', encoding='utf-8', newline='') as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows(rows)

    # ------------------------------------------------------------------ the files

    def calls(self):
        return [[self.day_text(self.day()), self.customer_id(), self.name(), self.phone(), self.pick(CHANNELS), self.pick(STAFF),
                 self.pick(['是', '否', '', '有效', '?']), self.pick(LEVELS)] for _ in range(self.random.randrange(5, 25))]

    def visits(self):
        return [[str(self.random.randrange(30)) if self.with_ids else '', self.day_text(self.day()), self.customer_id(), self.name(),
                 self.phone(), self.pick(['首访', '复访', '', '', '特殊来访', '市调', '老客户']), self.pick(['1', '2', '3人', '', '0', '多']),
                 self.pick(CHANNELS), self.pick(STAFF), self.pick(LEVELS), self.pick(['东区', '西区', '', '未知']),
                 self.pick(['25-30岁', '31-35岁', '40岁以上', '']), self.pick(['价格', '价格、户型', '无', '', '户型 价格', '其它']),
                 self.pick(['', '', '', '是'])] for _ in range(self.random.randrange(5, 40))]

    def wide(self):
        rows = []
        for _ in range(self.random.randrange(2, 14)):
            subscribed = self.day() if self.chance(0.85) else None
            signed = (subscribed or self.day()) + datetime.timedelta(days=self.random.randrange(-1, 12)) if self.chance(0.5) or not subscribed else None
            cancelled = (subscribed or signed) + datetime.timedelta(days=self.random.randrange(-1, 10)) if self.chance(0.3) else None
            kind = self.pick(['', '认购退房', '签约退房', '挞定', '换房', '更名', '转签约', '作废']) if self.chance(0.45) else ''
            status = self.pick(['', '认购', '签约', '退房', '挞定', '换房', '更名', '小订', '作废', '激活']) if self.chance(0.4) else ''
            if kind and status in ('退房', '挞定', '换房', '更名'):
                status = ''                                                  # no contradictions in one row
            rows.append([self.room(), self.customer_id(), self.name(), self.phone(), self.day_text(subscribed), self.day_text(signed),
                         self.day_text(cancelled), kind, status, self.pick(['住宅', '住宅', '住宅', '车位', '']), self.pick(['A', 'B', '']),
                         self.pick(['90', '110.55', '', '0']), self.pick(['', '10000']), self.money(), self.money(), self.money(),
                         self.pick(CHANNELS), self.pick(STAFF), self.pick(['', '', '赵六', '无'])])
        return rows

    WIDE = ['房号', '客户编号', '客户姓名', '联系电话', '认购日期', '签约日期', '退房日期', '退房类型', '状态', '业态', '户型', '建筑面积', '成交单价',
            '认购总价', '签约总价', '成交总价', '认知途径', '置业顾问', '推荐人']

    def ledger(self):
        return [[self.room(), self.name(), self.phone(), self.day_text(self.day()),
                 self.pick(['认购', '认购', '认购', '签约', '签约', '退房', '挞定', '换房', '更名', '作废', '', '小订', '转签约']), self.money(), '90',
                 self.pick(STAFF)] for _ in range(self.random.randrange(2, 16))]

    LEDGER = ['房号', '客户姓名', '联系电话', '成交日期', '状态', '成交总价', '建筑面积', '置业顾问']

    def write(self, folder):
        self.with_ids = self.chance(0.3)
        visits_header = ['来访编号', '来访日期', '客户编号', '客户姓名', '联系电话', '来访类型', '来访人数', '认知途径', '置业顾问', '意向级别', '居住区域',
                         '年龄', '购房抗性', '是否测试数据']
        calls_header = ['来电日期', '客户编号', '客户姓名', '联系电话', '认知途径', '置业顾问', '是否有效', '意向级别']
        self.save(folder, '来电.csv', calls_header, self.calls())
        first, second = self.visits(), self.visits()
        second += self.random.sample(first, min(3, len(first)))                  # exports that overlap
        self.save(folder, '来访1.csv', visits_header, first)
        self.save(folder, '来访2.csv', visits_header, second)
        form = self.random.randrange(3)
        if form != 1:
            first, second = self.wide(), self.wide()
            for row in self.random.sample(first, min(3, len(first))):            # deals that advanced
                row = list(row)
                if self.chance(0.7):
                    row[5], row[8] = self.day_text(self.day()), '签约'
                second.append(row)
            self.save(folder, '成交1.csv', self.WIDE, first)
            self.save(folder, '成交2.csv', self.WIDE, second)
        if form != 0:
            rows = self.ledger()
            self.save(folder, '成交台账.csv', self.LEDGER, rows)
            if self.chance(0.5):
                self.save(folder, '成交台账2.csv', self.LEDGER, self.random.sample(rows, len(rows) // 2) + self.ledger())
        self.save(folder, '回款.csv', ['回款日期', '房号', '款项', '回款金额', '凭证状态'],
                  [[self.day_text(self.day()), self.room(), self.pick(['定金', '首付', '', '退定金', '诚意金', '房款', '挞定款', '退款', '按揭款', '补差款']),
                    self.pick([self.money(), '-500']), self.pick(['', '', '', '作废', '退款单', '红冲'])] for _ in range(self.random.randrange(1, 20))])
        self.save(folder, '置业顾问.csv', ['姓名', '别名', '入职日期', '离职日期'],
                  [['甲', '小甲', '2025-01-01', ''], ['乙', '', '2026-03-01', ''], ['丁', '', '2025-01-01', '2026-02-20'], ['戊', '', '', '']])
        settings = []
        if self.chance(0.25):
            settings.append(['来访计数', '记录'])
        if self.chance(0.2):
            settings.append(['周起始日', self.pick(['周日', '周三', '周一'])])
        if self.chance(0.2):
            settings.append(['月起始日', self.pick(['20', '5', '1'])])
        settings.append(['排名最少首访', '2'])
        self.save(folder, '项目设置.csv', ['设置', '值'], settings)
        if self.chance(0.4):
            self.save(folder, '指标.csv', ['期间', '指标', '目标(万元)', '置业顾问'],
                      [[self.pick(['2026-02', '2026-03', '2026Q1', '2026-W09', '2026-W10', '2026年', '2026-01']),
                        self.pick(['来电', '来访', '认购套数', '认购金额', '签约套数', '签约金额', '回款金额']), str(self.random.randrange(0, 30)),
                        self.pick(['', '', '甲', '乙'])] for _ in range(self.random.randrange(3, 16))])
        if self.chance(0.5):
            self.save(folder, '回访.csv', ['回访日期', '客户姓名', '联系电话', '应回访日', '是否接通', '置业顾问', '意向级别'],
                      [[self.day_text(self.day()), self.name(), self.phone(), self.pick(['', self.day_text(self.day())]), self.pick(['是', '否', '']),
                        self.pick(STAFF), self.pick(LEVELS)] for _ in range(12)])
        if self.chance(0.5):
            self.save(folder, '房源.csv', ['房号', '业态', '户型', '建筑面积', '表价', '推售日期', '状态'],
                      [[f'1-{number}', self.pick(['住宅', '住宅', '车位']), self.pick(['A', 'B', '']), self.pick(['90', '110.5', '']), '10000',
                        self.pick(['', self.day_text(self.day())]), self.pick(['可售', '认购', '签约', '保留', '销控', ''])] for number in range(1, 9)])
        if self.chance(0.4):
            self.save(folder, '费用.csv', ['月份', '渠道', '科目', '预算', '发生额(万元)'],
                      [[self.pick(['2026-02', '2026-03', '2026年3月', '2026-03-04']), self.pick(CHANNELS), self.pick(['投放', '佣金', '']),
                        self.money(), self.pick(['1', '2.5', '', '0.333333'])] for _ in range(8)])
        period = self.pick(['2026-W08', '2026-W09', '2026-W10', '2026-02', '2026-03', '2026-03-03', '2026-02-20..2026-03-03', '2026-Q1', '2026'])
        return period, self.pick(['2026-02-26', '2026-03-01', '2026-03-04', '2026-03-08', '2026-03-31'])


def main():
    seed, folder = int(sys.argv[1]), sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    print(*Office(seed).write(folder))


if __name__ == '__main__':
    main()
