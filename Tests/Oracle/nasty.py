"""Nasty offices: every setting, every side file, all at once, in cells that are odd and allowed.

    python3 nasty.py SEED OUTDIR        prints the period and the as-of day

Where collide.py lets the rules of deals and identity meet, this lets the office's own settings meet them: calendar,
counting rule, thresholds, odds, desks and duties; persons who join, leave and share; ladders and weights of the
appraisal; targets with a few weights, twice, by week and by person; budgets of months and days; referrers; rooms and
parking with every status; payments of every kind; patrols, tasks, milestones, follow-ups, cards. Much is left out in
each office, so that what is missing is met too.
"""
import csv
import datetime
import io
import os
import sys

import collide

ONE = datetime.timedelta(days=1)
# Beginnings that put a year's end, a leap day and months of all lengths into the files.
STARTS = [datetime.date(2026, 2, 9), datetime.date(2025, 11, 24), datetime.date(2027, 12, 1), datetime.date(2028, 1, 20), datetime.date(2026, 8, 3)]
PEOPLE = ['甲', '乙', '丙', '丁', '戊', '己']
STATUSES = ['待售', '可售', '未售', '在售', '销控', '预销控', '锁房', '保留', '预留', '认购', '签约', '已售', '已认购', '停售', '', '未推']
ITEMS = ['定金', '首付', '首付款', '首期', '楼款', '房款', '按揭', '按揭款', '商贷', '公积金', '分期款', '尾款', '补差款', '', '退定金', '退房款', '预收款', '预约金',
         '诚意金', '认筹金', '代收费', '物业费', '维修基金', '契税', '违约金', '挞定款', '装修款', '其他', '退契税', '奇怪的款']
MEASURES = ['来电', '来访', '认购套数', '认购金额', '签约套数', '签约金额', '回款金额', '认购额', '来访量', '回款']


class Office(collide.Office):
    def __init__(self, seed):
        super().__init__(seed)
        self.start = self.pick(STARTS)
        self.length = self.pick([20, 34, 60, 120, 260])
        self.numbers = self.pick([6, 12, 40])                                # how many customers there are
        self.floors = self.pick([3, 8])
        self.opening = self.day()

    # ------------------------------------------------------------------ cells

    def day(self, span=None):
        return self.start + self.random.randrange(span or self.length) * ONE

    def phone(self):
        if self.chance(0.15):
            return super().phone()
        number = '1990000%04d' % self.random.randrange(self.numbers)
        return self.pick([number] * 6 + [number[:3] + '****' + number[-4:], number[:3] + '-' + number[3:7] + '-' + number[7:], "'" + number])

    def room(self):
        building, floor, flat = self.random.randrange(1, 3), self.random.randrange(1, self.floors), self.random.randrange(1, 3)
        plain = f'{building}-{floor}0{flat}'
        return self.pick([plain, plain, f'{building}栋{floor}0{flat}', f'{building}号楼{floor}0{flat}室', f'{building}#{floor}0{flat}', f' {building}－{floor}0{flat}'])

    def staff(self):
        return self.pick(PEOPLE + PEOPLE + ['甲、乙', '乙/丙', '丙，丁,甲', '小甲', '老乙', '丁(离职)', '戊（离职）', '己-离职', '', '-', '路人', '甲 ', '未分配'])

    def plain(self, part=0.1):
        """A day as most write it."""
        return '' if self.chance(part) else self.pick([self.day().isoformat(), self.day_text(self.day())])

    def month_text(self, day):
        return self.pick([f'{day.year}-{day.month:02d}', f'{day.year}年{day.month}月', f'{day.year}{day.month:02d}', f'{day.year}/{day.month}'])

    def period_text(self):
        day = self.day(self.length + 60)
        year, week, _ = day.isocalendar()
        quarter = (day.month + 2) // 3
        return self.pick([self.month_text(day), self.month_text(day), f'{year}-W{week:02d}', f'{year}年第{week}周', f'{day.year}Q{quarter}', f'{day.year}-Q{quarter}',
                          f'{day.year}年第{quarter}季度', f'{day.year}年', f'{day.year}', day.isoformat()])

    def save(self, folder, name, header, rows):
        """One file, or two in which some rows are in both; in one of the usual encodings."""
        if len(rows) > 3 and self.chance(0.3):
            cut = self.random.randrange(1, len(rows))
            stem, ending = os.path.splitext(name)
            parts = [(stem + '1' + ending, rows[:cut]), (stem + '2' + ending, rows[max(0, cut - self.random.randrange(3)):])]
        else:
            parts = [(name, rows)]
        for file_name, part in parts:
            text = io.StringIO()
            writer = csv.writer(text, lineterminator=self.pick(['\n', '\r\n']))
            if self.chance(0.1):
                text.write(f'{name.split(".")[0]}表\n')
            writer.writerow(header)
            for row in part:
                if self.chance(0.01):
                    writer.writerow([''] * len(header))
                writer.writerow(row)
            if self.chance(0.08):
                writer.writerow(['合计'] + [''] * (len(header) - 1))
            data = text.getvalue()
            with open(os.path.join(folder, file_name), 'wb') as file:
                file.write(data.encode(self.pick(['utf-8', 'utf-8-sig', 'gb18030', 'utf-16']), 'replace'))

    def columns(self, needed, *others):
        """The header and which of the columns are there: [(header, cell)]."""
        chosen = list(needed) + [other for other in others if self.chance(0.75)]
        self.random.shuffle(chosen)
        return [header for header, _ in chosen], [cell for _, cell in chosen]

    def table(self, folder, name, count, needed, *others):
        header, cells = self.columns(needed, *others)
        self.save(folder, name, header, [[str(cell()) for cell in cells] for _ in range(count)])

    def some(self, low, high):
        return self.random.randrange(low, high + 1)

    def word(self, *words):
        return lambda: self.pick(words)

    # ------------------------------------------------------------------ what happens

    def traffic(self, folder):
        channel = self.word(*collide.CHANNELS, '全员营销', '房交会', '自渠', '老带新', '老带新')
        level = self.word(*collide.LEVELS, 'A1', 'B级', 'C类', 'Ｃ', 'E')
        person = [('客户编号', self.customer_id), ('客户姓名', self.name)]
        created = ('录入时间', lambda: self.plain(0.2))
        self.table(folder, '来电.csv', self.some(4, 40), [('来电时间', lambda: self.day_text(self.day())), ('联系电话', self.phone)], *person,
                   ('认知途径', channel), ('置业顾问', self.staff), ('是否有效', self.word('是', '否', '', '有效', '1', '0', 'Y', '×')), ('意向级别', level),
                   ('居住区域', self.word('东区', '西区', '', '未知', ' 东区')), ('意向户型', self.word('A', 'B', '')), created)
        self.table(folder, '来访.csv', self.some(5, 70), [('来访时间', lambda: self.day_text(self.day())), ('联系电话', self.phone), ('认知途径', channel)], *person,
                   ('来访类型', self.word('首访', '复访', '', '', '', '特殊来访', '同行', '市调', '老客户', '新客', '系统反补', '非客户', '复购')),
                   ('来访人数', self.word('1', '2', '3人', '', '0', '多', '４')), ('置业顾问', self.staff), ('意向级别', level),
                   ('居住区域', self.word('东区', '西区', '', '北 区')), ('工作区域', self.word('东区', '')), ('年龄', self.word('25岁以下', '26-30岁', '31—35岁', '60岁以上', '')),
                   ('职业', self.word('教师', '医生', '')), ('家庭结构', self.word('三口', '三口之家', '两口', '')),
                   ('置业目的', self.word('自住', '首置', '改善', '投资', '皆可', '')), ('置业次数', self.word('首次', '第二次', '多次', '')),
                   ('需求产品', self.word('高层', '洋房', '商铺', '')), ('意向户型', self.word('A', 'B', 'C', '')),
                   ('需求面积', self.word('90-105', '105-120㎡', '90以下', '')), ('总价预算', self.word('200-300万', '300万以内', '', '450万以下')),
                   ('付款方式', self.word('按揭', '全款', '组合贷', '')), ('关注点', self.word('价格', '价格、学区', '交通 户型', '', '无')),
                   ('购房抗性', self.word('价格', '价格，楼层', '无', '', '暂无', '其它')), ('对比楼盘', self.word('江枫里', '江枫里、望湖居', '', '无')),
                   ('推荐人', self.word('', '', '', '赵六', '赵六、钱七', '无')), ('是否测试数据', self.word('', '', '', '', '是')),
                   ('是否删除', self.word('', '', '', '', '1', '否')), created)

    def homes(self, folder):
        form = self.some(0, 3)
        if form < 2:
            header = self.WIDE + ['约定签约日期', '付款方式', '录入时间']
            rows = [row + [self.plain(0.6), self.pick(['按揭', '一次性', '公积金贷款', '']), self.plain(0.3)] for row in self.wide() + self.wide()]
            for row in rows:
                row[17] = self.staff()
            self.save(folder, '成交.csv', header, rows)
        if form > 0:
            rows = self.ledger() + self.ledger()
            for row in rows:
                row[-1] = self.staff()
            self.save(folder, '成交台账.csv', self.LEDGER, rows)
        if self.chance(0.8):
            self.table(folder, '回款.csv', self.some(1, 40), [('回款日期', lambda: self.day_text(self.day())), ('房号', self.room),
                                                            ('回款金额(万元)' if self.chance(0.3) else '回款金额', lambda: self.pick([self.money(), '-500', '(1,000.50)', '0', '1.5万']))],
                       ('款项', self.word(*ITEMS)), ('凭证状态', self.word('', '', '', '有效', '作废', '已作废', '红冲', '无效', '退款单')))
        if self.chance(0.8):
            rooms = [f'{building}-{floor}0{flat}' for building in (1, 2) for floor in range(1, self.floors) for flat in (1, 2)] + ['B1-1', 'B1-2']
            others = [('业态', self.word('住宅', '住宅', '高层', '洋房', '车位', '储藏间', '')), ('户型', self.word('A', 'B', 'C', '')), ('楼层', self.word('1', '2F', '3层', '')),
                      ('建筑面积(㎡)', self.word('90', '110.5', '', '0', '100.05㎡')), ('表价', self.word('10000', '12345.67', '')), ('表价总价(万元)', self.word('100', '', '123.4567')),
                      ('取证日期', lambda: self.plain(0.4)), ('推售日期', lambda: self.pick(['', self.opening.isoformat(), self.opening.isoformat(), self.plain(0)])),
                      ('状态', self.word(*STATUSES))]
            header, cells = self.columns([('房号', None)], *others)
            self.save(folder, '房源.csv', header, [[room if cell is None else str(cell()) for cell in cells] for room in rooms if self.chance(0.9)])

    def people(self, folder):
        rows = []
        for name, alias in zip(PEOPLE, ['小甲、阿甲', '老乙', '', '', '', '']):
            if self.chance(0.8):
                joined, left = self.day(), self.day()
                rows.append([name, alias, self.pick(['一组', '二组', '']), self.pick(['', joined.isoformat(), '2020-01-01']),
                             left.isoformat() if self.chance(0.3) and left >= joined else ''])
        if rows and self.chance(0.8):
            self.save(folder, '置业顾问.csv', ['姓名', '别名', '团队', '入职日期', '离职日期'], rows)
        if self.chance(0.7):
            self.table(folder, '回访.csv', self.some(1, 30), [('回访日期', lambda: self.day_text(self.day())), ('联系电话', self.phone)],
                       ('客户编号', self.customer_id), ('客户姓名', self.name), ('置业顾问', self.staff), ('应回访日', lambda: self.plain(0.4)),
                       ('方式', self.word('电话', '微信', '上门', '')), ('是否接通', self.word('是', '否', '', '未接通')), ('意向级别', self.word(*collide.LEVELS)))
        if self.chance(0.7):
            rows = []
            for _ in range(self.some(1, 3)):
                period, weights = self.pick([self.month_text(self.day()), '']), self.pick([['40', '30', '30'], ['50', '50'], ['40%', '30%', '30%'], ['50', '30'], ['33.5', '66.5']])
                for person in self.random.sample(PEOPLE, self.some(1, 4)):
                    for at, weight in enumerate(weights):
                        rows.append([period, person, f'项目{at}', weight, *self.pick([('100', '80', '', ''), ('100', '130', '', '120'), ('', '', '85', ''), ('0', '5', '', ''),
                                                                                    ('100', '', '', ''), ('', '', '', ''), ('10', '12', '', ''), ('3', '1', '', '100')])])
            self.save(folder, '考评.csv', ['周期', '置业顾问', '考评项目', '权重', '目标', '实际', '得分', '上限'], rows)
        if self.chance(0.6):
            self.table(folder, '巡场.csv', self.some(1, 20), [('板块', self.word('硬件', '软件', '外场')), ('检查项目', self.word('灯光', '卫生', '接待', '说辞', '道旗')),
                                                            ('满分', self.word('5', '10', '2.5', '')), ('扣分', self.word('0', '1', '0.5', '', '12'))],
                       ('日期', lambda: self.plain(0.2)), ('责任人', self.word('保洁', '甲', '')), ('说明', self.word('灯不亮', '')))

    def plans(self, folder):
        if self.chance(0.8):
            for name in ['任务目标.csv'] + ['任务目标B.csv'] * self.chance(0.3):
                header, cells = self.columns([('期间', self.period_text), ('指标', self.word(*MEASURES)), ('目标(万元)', lambda: str(self.some(0, 40)))],
                                             ('置业顾问', self.word('', '', '', *PEOPLE[:3], '小甲')))
                rows = [[str(cell()) for cell in cells] for _ in range(self.some(3, 25))]
                seen, kept = set(), []
                for row in rows:                                             # conflicts are met, but not everywhere
                    key = tuple(cell for at, cell in enumerate(row) if header[at] != '目标(万元)')
                    if key not in seen or self.chance(0.1):
                        kept.append(row)
                    seen.add(key)
                self.save(folder, name, header, kept)
            if self.chance(0.6):
                year = (self.start + self.length * ONE).year
                rows = [[f'{year}年', measure, str(self.some(20, 999)), ''] for measure in self.random.sample(MEASURES[:7], 3)]
                rows += [[f'{year}Q{at}', measure, self.pick(['', '', '7']), self.pick(['', '30', '2', '0'])] for at in range(1, 5) for measure in self.random.sample(MEASURES[:7], 2)]
                rows += [[f'{year}-{at:02d}', measure, '', self.pick(['', '3', '1'])] for at in range(1, 13) for measure in self.random.sample(MEASURES[:7], 1)]
                self.save(folder, '年度指标.csv', ['期间', '指标', '目标(万元)', '权重'], rows)
        if self.chance(0.7):
            spend = self.word('1', '2.5', '', '0.333333', '0', '1,000元', '1万')
            self.table(folder, '费用.csv', self.some(2, 30), [('日期', lambda: self.pick([self.day_text(self.day()), self.month_text(self.day(self.length + 90))])),
                                                            ('发生额(万元)', spend), ('预算额(万元)', spend)],
                       ('渠道', self.word(*collide.CHANNELS, '全员营销')), ('科目', self.word('投放', '佣金', '')), ('阶段', self.word('蓄客', '开盘', '')))
        if self.chance(0.7):
            self.table(folder, '任务.csv', self.some(1, 14), [('任务', lambda: f'任务{self.some(1, 99)}'), ('责任人', self.word('甲', '乙', '甲、乙', '甲 乙', '', '丙/丁')),
                                                            ('完成期限', lambda: self.plain(0.2)), ('完成标准', self.word('全部完成', '尽快', '3组到访', '', '大家满意', '两份报告', '好看'))],
                       ('状态', self.word('完成', '已完成', '已结束', 'Done', '是', '√', '进行中', '', '已终止', '取消', '逾期')), ('检查人', self.word('', '甲', '经理', '乙、经理')),
                       ('紧急', self.word('是', '否', '', '1')), ('重要', self.word('是', '否', '')))
        if self.chance(0.6):
            self.table(folder, '节点.csv', self.some(1, 8), [('节点', lambda: f'节点{self.some(1, 99)}'), ('计划日期', lambda: self.plain(0.05)), ('实际日期', lambda: self.plain(0.6))])
        if self.chance(0.6):
            self.save(folder, '抗性说辞.csv', ['抗性', '标准说辞'], [['价格', '先算总价'], ['学区', '以公布划片为准'], ['其它', '记录']][:self.some(1, 3)])

    def rivals(self, folder):
        if self.chance(0.25):
            return
        when = ('调研日期', lambda: self.day_text(self.day())) if self.chance(0.7) else ('周次', lambda: self.pick([
            '%d-W%02d' % self.day().isocalendar()[:2], '%d年第%d周' % self.day().isocalendar()[:2]]))
        self.table(folder, '竞品.csv', self.some(2, 40), [when, ('竞品项目', self.word('江枫里', '望湖居', '南塘府', '本案', self.project, '江枫里 '))],
                   ('竞品等级', self.word('核心', '核心竞品', '次级', '干扰', '', '其他级')), ('业态', self.word('高层', '洋房', '')), ('板块', self.word('城东', '城西', '')),
                   ('主力面积', self.word('95-125㎡', '')), ('成交均价(元/㎡)', self.word('20000', '18500.5', '', '1.9万')), ('来访量', self.word('约30组', '30+', '12', '')),
                   ('新推套数', self.word('0', '20', '')), ('成交套数', self.word('0', '3', '7套', '', '约5套')), ('成交面积', self.word('300', '', '712.35')),
                   ('成交金额(万元)', self.word('600', '', '1433.2')), ('库存套数', self.word('30', '41', '0', '')), ('优惠', self.word('', '98折', '送车位')),
                   ('营销动作', self.word('', '周末暖场')), ('来源', self.word('网签', '市调', '口头', '备案', '')))

    def launch(self, folder):
        if self.chance(0.3):
            return
        choice = lambda: self.pick(['', 'A', 'B', 'C', self.room(), self.room(), 'D户型'])           # noqa: E731
        numbers = iter(self.random.sample(range(1, 200), 60))
        prefix = self.pick(['', 'YX', 'VIP-', 'R0'])
        self.table(folder, '认筹.csv', self.some(1, 40), [('认筹编号', lambda: f'{prefix}{next(numbers)}'), ('联系电话', self.phone)],
                   ('客户编号', self.customer_id), ('客户姓名', self.name), ('意向级别', self.word(*collide.LEVELS, 'A级')), ('第一意向', choice), ('第二意向', choice),
                   ('可接受单价', self.word('18000', '20000', '2.1万', '', '19500元/㎡')), ('认筹日期', lambda: self.plain(0.2)), ('退筹日期', lambda: self.plain(0.85)),
                   ('到场时间', self.word('', '9:05', f'{self.opening} 09:40', '10:20')), ('选定房号', lambda: self.pick(['', self.room()])),
                   ('结果', self.word('认购', '未到场', '放弃', '')), ('未成交原因', self.word('', '价格', '楼层、价格')), ('置业顾问', self.staff))

    def settings(self, folder):
        """Any of the closed list, in the forms its values have."""
        hour = lambda low, high: f'{self.some(low, high)}:{self.pick(["00", "05", "30"])}'             # noqa: E731
        percent = lambda: self.pick([f'{self.some(1, 100)}%', f'{self.some(2, 100)}', f'0.{self.some(10, 99)}'])   # noqa: E731
        known = [('来访计数', self.pick(['记录', '组', '记录'])), ('周起始日', self.pick(['周日', '星期三', '7', '礼拜六', '周天', '4', '周一', '周五'])),
                 ('月起始日', self.pick(['20', '5', '28', '1', '15', '2'])), ('项目首周', self.day().isoformat()), ('开盘日期', self.day_text(self.opening)),
                 ('每批组数', self.some(1, 9)), ('每批分钟', self.some(1, 15)), ('选房开始', hour(8, 14)), ('选房截止', hour(10, 20)),
                 ('回访天数A', self.some(0, 20)), ('回访天数B', self.some(1, 40)), ('回访天数C', self.some(1, 60)),
                 ('成交概率A', percent()), ('成交概率B', percent()), ('成交概率C', percent()), ('成交概率D', percent()),
                 ('热度阈值', self.pick(['1', '2', '3', '1.5', '0.5'])), ('去化口径', self.pick(['推售', '取证', '全部'])), ('去化月数', self.some(1, 12)),
                 ('排名最少首访', self.some(0, 6)), ('保护天数来电', self.some(0, 30)), ('保护天数来访', self.some(0, 30)), ('保护天数回访', self.some(0, 60)),
                 ('将失效天数', self.some(0, 10)), ('可衡量词', self.pick(['好看', '满意、好看', '尽快'])), ('佣金率', self.pick(['1.2%', '0.8%', '0.015', '2%'])),
                 ('候场座位', self.some(0, 200)), ('每组人数', self.some(1, 4)), ('到场率', percent()), ('签到高峰占比', percent())]
        chosen = [(name, value) for name, value in known if self.chance(self.settled)]
        for zone in self.random.sample(['签到', '财务', '签约', '复核', '礼品'], self.pick([0, 0, 2, 5])):
            chosen.append((self.pick(['工位:', '工位：']) + zone, f'{self.some(5, 240)}/{self.pick(["1", "2", "8", "2.5"])}' + self.pick(['', '', f'/{self.some(0, 12)}'])))
        for post in self.random.sample(['总控', '唱号', '引导', '销控', '跑单', '复核', '签到', '摄影'], self.pick([0, 0, 3, 6])):
            chosen.append(('岗位:' + post, '、'.join(self.random.sample(PEOPLE, self.some(1, 3))) + self.pick(['', '', f' {self.some(7, 9)}:00-{self.some(10, 18)}:30'])))
        if self.chance(0.8):
            chosen.append(('项目名称', self.project))
        self.random.shuffle(chosen)
        if chosen:
            self.save(folder, '项目设置.csv', ['设置', '值'], [[name, str(value)] for name, value in chosen])

    def own_words(self, folder):
        if self.chance(0.3):
            rows = [['认知途径', '地铁', '户外大牌'], ['认知途径', '短信', '电话拓客'], ['意向级别', 'E', 'C'], ['居住区域', '东区', '城东'], ['状态', '激活', '认购'],
                    ['款项', '奇怪的款', '房款'], ['指标', '认购额', '签约金额'], ['竞品项目', '望湖居', '江枫里'], ['来访类型', '复购', '复访'], ['购房抗性', '其它', '无']]
            self.save(folder, '词语对照.csv', ['字段', '原词', '标准词'], self.random.sample(rows, self.some(1, 6)))

    def write(self, folder):
        self.with_ids = self.chance(0.3)
        self.project = self.pick(['云溪里', '南塘府', '试验项目'])
        self.settled = self.pick([0.1, 0.4, 0.8])
        for step in (self.traffic, self.homes, self.people, self.plans, self.rivals, self.launch, self.settings, self.own_words):
            step(folder)
        as_of = self.day(self.length + 20)
        near = self.pick([as_of, as_of, as_of, self.day(), self.start + 7 * ONE])
        year, week, _ = near.isocalendar()
        before = near - self.some(0, 40) * ONE
        return self.pick([f'{year}-W{week:02d}', f'{year}-W{week:02d}', f'{near.year}-{near.month:02d}', f'{near.year}-Q{(near.month + 2) // 3}', f'{near.year}',
                          near.isoformat(), f'{before.isoformat()}..{near.isoformat()}']), as_of.isoformat()


def seeds(text):
    """1-4, 7, or 0 for none."""
    first, _, last = text.partition('-')
    return [seed for seed in range(int(first), int(last or first) + 1) if seed]


def main():
    seed, folder = int(sys.argv[1]), sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    print(*Office(seed).write(folder))


if __name__ == '__main__':
    main()
