"""Published check numbers and broken inputs, with the figures worked out by hand.

    cd Tests/Oracle && python3 -m unittest
"""
import datetime
import os
import shutil
import tempfile
import unittest
from fractions import Fraction

import compare
import concentration
import figures
import office as office_module
import oracle  # noqa: F401 (fills the list of figures)
import results
import values


def day(text):
    return datetime.date.fromisoformat(text)


class Case(unittest.TestCase):
    """As-of 2026-03-09; week 10 is 2026-03-02 … 2026-03-08."""

    def setUp(self):
        self.folder = tempfile.mkdtemp()

    def tearDown(self):
        shutil.rmtree(self.folder)

    def office(self, files, period='2026-W10', as_of='2026-03-09', **more):
        for name in os.listdir(self.folder):
            os.remove(os.path.join(self.folder, name))
        for name, content in files.items():
            with open(os.path.join(self.folder, name), 'wb') as file:
                file.write(content.encode('utf-8') if isinstance(content, str) else content)
        return office_module.Office(self.folder, period, day(as_of) if as_of else None, day('2026-03-10'), **more)

    def value(self, office, name, scope='this'):
        result = figures.compute(office, name, scope)
        if 'numerator' in result:
            return compare.exact(result)
        value = result.get('value')
        return Fraction(value) if isinstance(value, str) else value

    def rows(self, office, name, *columns, scope='this'):
        table = figures.compute(office, name, scope)
        at = [table['columns'].index(column) for column in columns]
        return [[compare.exact(row[i]) if isinstance(row[i], dict) else row[i] for i in at] for row in table['rows']]

    def balance(self, office, name):
        return next(count for file, _, count in office.balance() if file == name)

    def assertBalanced(self, office):
        for name, kind, count in office.balance():
            if count:
                parts = sum(value for key, value in count.items() if key != 'rows')
                self.assertEqual(parts, count['rows'], name)


class Encodings(Case):
    TEXT = '来访日期,客户姓名\n2026-03-02,张一\n'

    def check(self, data, name='来访.csv', encoding=None):
        office = self.office({name: data})
        self.assertEqual(self.value(office, 'visits.count'), 1)
        self.assertEqual(office.parties[0].single('name'), ['张一'])
        if encoding:
            self.assertEqual(office.folder.sources[0].encoding, encoding)

    def test_gbk(self):                                                   # B01
        self.check(self.TEXT.encode('gbk'), encoding='GB18030')

    def test_utf8_before_gb18030(self):                                   # B02
        self.check(self.TEXT.encode(), encoding='UTF-8')

    def test_rare_characters_of_gb18030(self):                            # B03
        rows = b''.join(b'2026-03-02,' + name + b'\n' for name in (b'\x86\xb4', b'\xe9\x46', b'\xfe\x9f', b'\x95\x34\xb2\x35'))
        office = self.office({'来访.csv': '来访日期,客户姓名\n'.encode('gb18030') + rows})
        self.assertEqual({party.single('name')[0] for party in office.parties}, {'喆', '镕', '䶮', '𠮷'})
        self.assertEqual(self.value(office, 'visits.count'), 4)

    def test_byte_order_mark(self):                                       # B05, B06
        self.check(b'\xef\xbb\xbf' + self.TEXT.encode())
        self.check(b'\xef\xbb\xbf' + '"来访日期","客户姓名"\n"2026-03-02","张一"\n'.encode())

    def test_utf16_with_tabs(self):                                       # B07
        self.check(b'\xff\xfe' + self.TEXT.replace(',', '\t').encode('utf-16-le'))

    def test_utf16_without_mark_is_refused(self):
        office = self.office({'来访.csv': self.TEXT.encode('utf-16-le')})
        self.assertIn('UTF-16', office.folder.errors[0])

    def test_one_bad_byte_rejects_one_row(self):                          # B10
        lines = [f'2026-03-02,张{i}'.encode() for i in range(100)]
        lines[55] = b'2026-03-02,\xa0'
        office = self.office({'来访.csv': '来访日期,客户姓名\n'.encode() + b'\n'.join(lines)})
        self.assertEqual(self.value(office, 'visits.count'), 99)
        self.assertEqual([row.line for row in office.rows('visits') if row.fate == 'rejected'], [57])
        self.assertEqual(office.folder.sources[0].encoding, 'UTF-8')


class Shape(Case):
    def test_sep_line(self):                                              # B11
        office = self.office({'来访.csv': 'sep=;\n来访日期;客户姓名\n2026-03-02;张一'})
        self.assertEqual(self.value(office, 'visits.count'), 1)
        self.assertEqual(office.rows('visits')[0].line, 3)

    def test_tab_file_with_thousands(self):                               # B13
        office = self.office({'成交.txt': '房号\t认购日期\t总价\n1-101\t2026-03-02\t1,280,000\n'})
        self.assertEqual(self.value(office, 'deals.amount'), 1280000)

    def test_full_width_comma_gives_no_visits_silently(self):             # B15
        office = self.office({'来访.csv': '来访日期，客户姓名\n2026-03-02，张一'})
        self.assertTrue(office.folder.unused or office.folder.errors)

    def test_quote_inside_a_field_is_text(self):                          # B17
        office = self.office({'来访.csv': '日期,备注\n2026-03-02,喜欢"大"阳台\n2026-03-03,无\n'})
        self.assertEqual(self.value(office, 'visits.count'), 2)
        self.assertEqual(office.parties[0].rows[0].text('note'), '喜欢"大"阳台')

    def test_line_break_in_quotes(self):                                  # B18
        office = self.office({'来访.csv': '来访日期,备注\n2026-03-02,"一\n二"\n2026-13-02,三\n'})
        self.assertEqual(self.value(office, 'visits.count'), 1)
        self.assertEqual([row.line for row in office.rows('visits') if row.fate == 'rejected'], [4])

    def test_no_final_line_end(self):                                     # B20
        office = self.office({'来访.csv': '日期,姓名\n2026-03-02,张一'})
        self.assertEqual(self.value(office, 'visits.count'), 1)

    def test_rows_of_the_wrong_width(self):                               # B22
        office = self.office({'来访.csv': '来访日期,客户姓名,渠道,备注\n2026-03-02,a,b,c\n2026-03-02,a,b,c,d\n2026-03-02,a,b\n'})
        count = self.balance(office, '来访.csv')
        self.assertEqual((count['rows'], count['counted'], count['rejected']), (3, 1, 2))

    def test_title_lines(self):                                           # B24
        office = self.office({'来访.csv': '某项目来访登记表,,\n统计区间：2026-03-02至2026-03-08,,\n来访日期,客户姓名,渠道\n2026-03-02,张一,自访\n'})
        self.assertEqual(self.value(office, 'visits.count'), 1)
        self.assertEqual(len(office.folder.sources[0].titles), 2)

    def test_total_row_is_not_summed(self):                               # B25
        office = self.office({'成交.csv': '房号,认购日期,总价\n1-1,2026-03-02,1000000\n1-2,2026-03-03,2000000\n合计,,3000000\n'})
        self.assertEqual(self.value(office, 'deals.amount'), 3000000)
        self.assertEqual(self.balance(office, '成交.csv')['skipped'], 1)

    def test_zero_width_space_in_a_header(self):                          # B27
        office = self.office({'来访.csv': '来访日期,客户\u200b姓名,渠道\n2026-03-02,张一,自访\n'})
        self.assertEqual(office.parties[0].single('name'), ['张一'])

    def test_many_unknown_columns(self):                                  # B28
        head = ','.join(['来访日期', '客户姓名', '渠道', '备注'] + [f'列{i}' for i in range(296)])
        office = self.office({'来访.csv': head + '\n2026-03-02' + ',' * 299 + '\n'})
        self.assertEqual(self.value(office, 'visits.count'), 1)
        self.assertEqual(len([c for c in office.folder.sources[0].columns if not c[1]]), 296)

    def test_header_only(self):                                           # B29
        office = self.office({'来访.csv': '来访日期,客户姓名\n'})
        self.assertEqual(self.value(office, 'visits.count'), 0)
        self.assertEqual(office.folder.errors, [])

    def test_empty_file(self):                                            # B30
        office = self.office({'来访.csv': ''})
        self.assertIn('empty', office.folder.errors[0])


class Excel(Case):
    def test_guarded_phone(self):                                         # B33
        office = self.office({'来访.csv': '客户姓名,联系电话,渠道,来访日期\n张一,="19900000001",自访,2026-03-02\n'})
        self.assertEqual(office.parties[0].single('phone')[0], ['19900000001'])

    def test_spellings_of_a_day(self):                                    # B35, B37
        for text in ('2026/03/02', '2026/3/2', '2026.3.2', '2026年3月2日', '2026-03-02 9:05', '20260302', '46083', '46083.5',
                     '2026-03-02（周一）', '2026-03-02 下午2：05', "'2026-03-02"):
            self.assertEqual(values.day(values.trim(text))[:2], ('ok', day('2026-03-02')), text)
        self.assertEqual(values.phones('02100000001')[0], ['02100000001'])


class Days(Case):
    def test_two_digit_year(self):                                        # B38
        self.assertEqual(values.day('26/3/2')[1], day('2026-03-02'))

    def test_midnight(self):                                              # B40
        self.assertEqual(values.day('2026-03-08 24:00')[1], day('2026-03-08'))
        self.assertEqual(values.day('2026-03-08 24:30')[0], 'bad')

    def test_leap_day(self):                                              # B41
        self.assertEqual(values.day('2026-02-29')[0], 'bad')
        office = self.office({'来访.csv': '来访日期,客户姓名\n2028-02-29,张一\n'}, '2028-02-29', '2028-02-29')
        window = office.scopes.window('last-year')
        self.assertEqual((window.first, window.last), (day('2027-02-28'), day('2027-02-28')))

    def test_weeks_around_new_year(self):                                 # B42
        text = '来访日期,客户姓名\n2025-12-31,张一\n2026-01-01,张二\n2026-12-31,张三\n2027-01-03,张四\n2027-01-04,张五\n'
        for week, count in (('2026-W01', 2), ('2026-W53', 2), ('2027-W01', 1)):
            office = self.office({'来访.csv': text}, week, '2027-01-31')
            self.assertEqual(self.value(office, 'visits.count'), count, week)
        self.assertEqual(str(self.office({'来访.csv': text}, '2026-W01', '2027-01-31').period), '2025-12-29..2026-01-04')

    def test_sunday_and_the_last_minute_count(self):                      # B43, B45
        office = self.office({'来访.csv': '来访日期,客户姓名\n2026-03-08 18:20,张一\n'})
        self.assertEqual(self.value(office, 'visits.count'), 1)

    def test_unfinished_week_against_the_same_days(self):                 # B46
        text = '来访日期,客户姓名\n' + ''.join(f'2026-03-{d:02d},张{d}\n' for d in range(2, 12))
        office = self.office({'来访.csv': text}, '2026-W11', '2026-03-11')
        self.assertEqual(self.value(office, 'visits.count'), 3)
        self.assertEqual(self.value(office, 'visits.count', 'previous'), 3)

    def test_only_outside(self):                                          # B85
        office = self.office({'来访.csv': '来访日期,客户姓名\n2026-02-20,张一\n'})
        self.assertEqual(self.value(office, 'visits.count'), 0)
        self.assertEqual(self.balance(office, '来访.csv')['outside'], 1)
        self.assertIsNone(self.value(office, 'visits.return-share'))

    def test_period_not_begun(self):                                      # fp 84
        office = self.office({'来访.csv': '来访日期,客户姓名\n2026-02-20,张一\n'}, '2026-W12')
        self.assertIsNone(self.value(office, 'visits.count'))

    def test_previous_before_the_data(self):                              # fp 80
        office = self.office({'来访.csv': '来访日期,客户姓名\n2026-03-02,张一\n'})
        self.assertIsNone(self.value(office, 'visits.count', 'previous'))
        office = self.office({'来访.csv': '来访日期,客户姓名\n2026-02-10,张二\n2026-03-02,张一\n'})
        self.assertEqual(self.value(office, 'visits.count', 'previous'), 0)

    def test_a_range_against_the_same_number_of_days(self):               # fp 5
        office = self.office({'来访.csv': '来访日期,客户姓名\n2026-02-27,张二\n2026-03-02,张一\n'}, '2026-03-01..2026-03-03')
        self.assertEqual(str(office.scopes.window('previous')), '2026-02-26..2026-02-28')

    def test_as_of_without_the_clock(self):                               # fp 7
        office = self.office({'来访.csv': '来访日期,客户姓名,来访类型\n2026-03-02,张一,首访\n2026-03-05,张二,特殊来访\n2026-04-01,张三,首访\n'},
                             None, None)
        self.assertEqual(office.as_of, day('2026-03-05'))


class Numbers(Case):
    def test_width_and_other_scripts(self):                               # B49
        self.assertEqual(values.money('１２，０００'), ('ok', 1200000))
        for text in ('٣', 'nan', 'inf', '0x10', '1.38E+10', '1e5'):
            self.assertEqual(values.money(text)[0], 'bad', text)

    def test_currency(self):                                              # B52
        self.assertEqual(values.money('¥1,280,000.00'), ('ok', 128000000))
        self.assertEqual(values.number('12.5%'), values.number('0.125'))

    def test_sums_balance(self):                                          # B53
        office = self.office({'成交.csv': '房号,认购日期,总价\n1-1,2026-03-02,324.71\n1-2,2026-03-03,181.51\n'})
        self.assertEqual(self.value(office, 'deals.amount'), Fraction('506.22'))

    def test_half_away_from_zero(self):                                   # B54
        self.assertEqual([values.half_away(Fraction(text) * 100) for text in ('0.125', '2.675')], [13, 268])
        self.assertEqual(values.half_away(Fraction('-2.5')), -3)

    def test_units_of_money(self):
        self.assertEqual(values.money('128.5万元')[1], 128500000)
        self.assertEqual(values.money('1.2亿')[1], 12000000000)
        self.assertEqual(values.money('236.5', '万元')[1], 236500000)
        self.assertEqual(values.money('236.5元', '万元')[1], 23650)
        self.assertEqual(values.money('130-140万')[0], 'band')
        self.assertEqual(values.money('(1,234.50)')[1], -123450)

    def test_total_of_rates(self):                                        # B57
        visits = '来访日期,客户姓名,渠道\n' + ''.join(f'2026-03-02,甲{i},A\n' for i in range(10)) + ''.join(f'2026-03-02,乙{i},B\n' for i in range(90))
        deals = '房号,认购日期,总价,渠道\n' + ''.join(f'1-{i},2026-03-03,1,A\n' for i in range(5)) + ''.join(f'2-{i},2026-03-03,1,B\n' for i in range(9))
        office = self.office({'来访.csv': visits, '成交.csv': deals})
        self.assertEqual(self.rows(office, 'visits.by-channel', 'name', 'count', 'deals'), [['B', 90, 9], ['A', 10, 5]])
        self.assertEqual(self.value(office, 'visits.deal-rate'), Fraction(14, 100))

    def test_one_buyer_two_homes(self):                                   # B59
        office = self.office({'成交.csv': '房号,客户姓名,联系电话,认购日期,总价\n1-1,张一,19900000001,2026-03-02,2000000\n1-2,张一,19900000001,2026-03-03,5000000\n'})
        self.assertEqual([self.value(office, 'deals.' + name) for name in ('amount', 'units', 'buyers')], [7000000, 2, 1])

    def test_visits_without_phone_or_name(self):                          # B60
        office = self.office({'来访.csv': '来访日期,客户姓名,联系电话\n2026-03-02,张一,\n2026-03-02,,19900000001\n2026-03-02,,\n2026-03-02,,\n'})
        self.assertEqual(self.value(office, 'visits.count'), 4)


class Ranking(Case):
    def test_ties_in_any_order(self):                                     # B61
        import itertools
        seen = set()
        for order in itertools.permutations((('A', 5), ('B', 5), ('C', 4))):
            text = '房号,认购日期,总价,置业顾问\n'
            for name, count in order:
                text += ''.join(f'{name}-{i},2026-03-02,100,{name}\n' for i in range(count))
            office = self.office({'成交.csv': text})
            rows = self.rows(office, 'staff.ranking', 'name', 'rank-units')
            self.assertEqual(rows, [['A', 1], ['B', 1], ['C', 3]])
            seen.add(str(rows))
        self.assertEqual(len(seen), 1)

    def test_stray_blanks_in_a_name(self):                                # B65
        names = ['王五', '王五 ', '\u3000王五', '王\u200b五', '王\u00a0五']
        office = self.office({'来访.csv': '来访日期,客户姓名,置业顾问\n' + ''.join(f'2026-03-02,客{i},{name}\n' for i, name in enumerate(names)),
                              '成交.csv': '房号,认购日期,总价\n'})
        self.assertEqual(self.rows(office, 'staff.ranking', 'name', 'visits'), [['王 五', 1], ['王五', 4]])

    def test_code_point_order(self):                                      # B66
        names = '张三 曾二 沈一 单六 仇七 解八 查九 安四 王五'.split()
        self.assertEqual(''.join(name[0] for name in sorted(names)), '仇单安张曾查沈王解')

    def test_shared_credit_adds_up(self):                                 # fp 31
        self.assertEqual(concentration.split_fen(100, ['甲', '乙', '丙']), [('甲', 34), ('乙', 33), ('丙', 33)])
        self.assertEqual(concentration.split_fen(-100, ['甲', '乙', '丙']), [('甲', -33), ('乙', -33), ('丙', -34)])


class Identity(Case):
    def parties(self, office):
        return len({party.customer for party in office.parties})

    def test_phone_joins_across_spellings(self):
        office = self.office({'来访.csv': '来访日期,客户姓名,联系电话\n2026-03-02,张一,+86 199-0000-0001\n2026-03-03,张小姐,１９９０００００００１\n'})
        self.assertEqual(self.parties(office), 1)
        self.assertEqual((self.value(office, 'visits.first'), self.value(office, 'visits.return')), (1, 1))

    def test_two_rows_of_a_day_are_one_party(self):                       # fp 9, 87
        office = self.office({'来访.csv': '来访日期,客户姓名,联系电话,来访人数,渠道\n2026-03-02,张一,19900000001,2,\n2026-03-02,张一,19900000001,3,抖音\n'})
        self.assertEqual(figures.compute(office, 'visits.count'), {'value': 1, 'unit': '组', 'rows': 2})
        self.assertEqual(self.value(office, 'visits.people'), 3)
        self.assertEqual(self.rows(office, 'visits.by-channel', 'name', 'count'), [['抖音', 1]])

    def test_rows_counted(self):                                          # fp 58
        office = self.office({'来访.csv': '来访日期,客户姓名,联系电话\n2026-03-02,张一,19900000001\n2026-03-02,张一,19900000001\n',
                              '项目设置.csv': '设置,值\n来访计数,记录\n'})
        self.assertEqual([self.value(office, 'visits.' + n) for n in ('count', 'first', 'return')], [2, 1, 1])

    def test_weak_key(self):                                              # fp 20
        text = '来访日期,客户姓名,联系电话\n2026-03-02,张一,19900000001\n2026-03-03,张先生,199****0001\n2026-03-04,李先生,199****0001\n'
        self.assertEqual(self.parties(self.office({'来访.csv': text})), 2)
        text += '2026-03-05,张二,19900010001\n'                            # a second candidate: each stays alone
        self.assertEqual(self.parties(self.office({'来访.csv': text})), 4)
        text = '来访日期,客户姓名,联系电话\n2026-03-02,张一,199****0001\n2026-03-03,张一,199****0001\n2026-03-04,张二,199****0001\n'
        self.assertEqual(self.parties(self.office({'来访.csv': text})), 2)

    def test_numbers_that_are_no_keys(self):                              # fp 21
        text = '来访日期,客户姓名,联系电话\n2026-03-02,张一,11111111111\n2026-03-03,张一,11111111111\n'
        self.assertEqual(self.parties(self.office({'来访.csv': text})), 2)
        text = '来访日期,客户姓名,联系电话\n' + ''.join(f'2026-03-02,{name}一,19900000009\n' for name in '赵钱孙李周吴')
        self.assertEqual(self.parties(self.office({'来访.csv': text})), 6)

    def test_ids_of_two_systems(self):                                    # fp 22
        text = '来访日期,客户编号,客户姓名,联系电话\n2026-03-02,7,张一,19900000001\n2026-03-03,7,李二,19900000002\n'
        self.assertEqual(self.parties(self.office({'来访.csv': text})), 2)
        text = '来访日期,客户编号,客户姓名,联系电话\n2026-03-02,7,张一,19900000001\n2026-03-03,7,张二,19900000002\n'
        self.assertEqual(self.parties(self.office({'来访.csv': text})), 1)

    def test_two_customers_of_one_id_stay_two_in_the_concentration(self):   # fp 22, 55
        office = self.office({'成交.csv': '房号,客户编号,客户姓名,联系电话,认购日期,总价\n1-1,7,张一,19900000001,2026-03-02,100\n1-2,7,李二,19900000002,2026-03-02,50\n'})
        self.assertEqual(self.value(office, 'concentration.customers.count'), 2)

    def test_rows_after_as_of_join_nobody(self):                          # fp 8
        visits = '来访日期,客户姓名,联系电话\n2026-03-02,张一,19900000001\n2026-03-03,李二,19900000002\n2026-03-20,王三,19900000001、19900000002\n'
        self.assertEqual(self.parties(self.office({'来访.csv': visits})), 2)

    def test_special_visits_join_but_do_not_count(self):                  # fp 35, 67
        visits = ('来访日期,客户姓名,联系电话,来访类型\n2026-02-02,张一,19900000001、19900000002,特殊来访\n'
                  '2026-03-03,李二,19900000001,首访\n2026-03-04,王三,19900000002,首访\n')
        office = self.office({'来访.csv': visits})
        self.assertEqual([self.value(office, 'visits.' + n) for n in ('count', 'first', 'return')], [2, 1, 1])


class Deals(Case):
    HEAD = '房号,客户姓名,联系电话,认购日期,签约日期,退房日期,退房类型,状态,认购总价,签约总价,建筑面积,业态,置业顾问\n'

    def test_cancelled_home_nets_to_zero(self):                           # fp 13
        office = self.office({'成交.csv': self.HEAD + '1-1,张一,19900000001,2026-03-02,2026-03-03,2026-03-04,签约退房,,100,120,50,住宅,甲\n'})
        self.assertEqual([self.value(office, n) for n in ('deals.amount', 'signed.amount', 'cancelled.amount', 'net.amount', 'signed-net.amount')],
                         [100, 120, 100, 0, 0])

    def test_direct_contract(self):
        office = self.office({'成交.csv': self.HEAD + '1-1,张一,19900000001,,2026-03-03,,,,,120,50,住宅,甲\n'})
        self.assertEqual([self.value(office, n) for n in ('deals.units', 'signed.units', 'deals.amount')], [1, 1, 120])

    def test_status_without_a_date(self):                                 # fp 14
        office = self.office({'成交.csv': self.HEAD + '1-1,张一,19900000001,2026-03-02,2026-03-04,,,退房,100,,50,住宅,甲\n1-2,李二,19900000002,2026-03-02,,,,签约,100,,50,住宅,甲\n'})
        self.assertEqual([self.value(office, n) for n in ('cancelled.units', 'signed.units')], [1, 1])
        self.assertEqual(office.deals[0].cancelled, day('2026-03-04'))

    def test_swap_rename_void_and_transfer(self):                         # fp 3
        text = self.HEAD + (
            '1-1,张一,19900000001,2026-02-02,,2026-03-03,换房,,100,,50,住宅,甲\n'          # counted on 02-02, not cancelled
            '1-2,张一,19900000001,2026-03-03,,,,,110,,50,住宅,甲\n'                        # its successor
            '1-3,李二,19900000002,2026-03-02,,2026-03-05,更名,,200,,50,住宅,甲\n'
            '1-3,王三,19900000003,2026-03-05,,,,,200,,50,住宅,甲\n'
            '1-4,赵四,19900000004,2026-03-02,,2026-03-02,作废,,300,,50,住宅,甲\n'
            '1-5,钱五,19900000005,2026-03-02,2026-03-06,2026-03-06,转签约,,400,,50,住宅,甲\n')
        office = self.office({'成交.csv': text})
        self.assertEqual([self.value(office, n) for n in ('deals.units', 'cancelled.units', 'signed.units', 'deals.amount')], [2, 0, 1, 600])
        count = self.balance(office, '成交.csv')
        self.assertEqual((count['excluded'], count['counted']), (3, 3))
        self.assertBalanced(office)

    def test_one_date_table(self):                                        # fp 1
        text = ('房号,客户姓名,联系电话,成交日期,状态,成交总价\n1-1,张一,19900000001,2026-02-20,认购,100\n1-1,张一,19900000001,2026-03-03,签约,110\n'
                '1-2,李二,19900000002,2026-03-02,签约,200\n1-3,王三,19900000003,2026-03-02,退房,300\n')
        office = self.office({'成交.csv': text})
        self.assertEqual([self.value(office, n) for n in ('deals.units', 'signed.units', 'cancelled.units', 'deals.amount', 'signed.amount')],
                         [2, 2, 1, 500, 310])
        self.assertEqual(self.value(office, 'deals.amount', 'total'), 600)

    def test_sold_and_returned_on_one_day_in_any_order(self):
        head = '房号,客户姓名,联系电话,成交日期,状态,成交总价\n'
        lines = ['1-1,张一,19900000001,2026-03-03,退房,100\n', '1-1,张一,19900000001,2026-03-03,认购,100\n', '1-1,张一,19900000001,2026-03-03,签约,100\n']
        for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2)):
            office = self.office({'成交.csv': head + ''.join(lines[i] for i in order)})
            self.assertEqual([self.value(office, n) for n in ('deals.units', 'signed.units', 'cancelled.units', 'net.amount')], [1, 1, 1, 0])

    def test_two_exports_of_one_deal(self):                               # fp 2
        office = self.office({'成交1.csv': self.HEAD + '1-1,张一,19900000001,2026-03-02,,,,认购,100,,50,住宅,甲\n',
                              '成交2.csv': self.HEAD + '1-1,张一,19900000001,2026-03-02,2026-03-06,,,签约,100,100,50,住宅,甲\n'})
        self.assertEqual([self.value(office, n) for n in ('deals.units', 'signed.units')], [1, 1])
        self.assertEqual(self.balance(office, '成交1.csv')['duplicates'], 1)

    def test_parking_stays_apart(self):                                   # fp 4
        office = self.office({'成交.csv': self.HEAD + 'C-1,张一,19900000001,2026-03-02,,,,,100,,12,车位,甲\n1-1,张一,19900000001,2026-03-02,,,,,1000,,50,住宅,甲\n'})
        self.assertEqual([self.value(office, n) for n in ('deals.units', 'deals.amount', 'parking.units', 'parking.amount')], [1, 1000, 1, 100])

    def test_reservations_are_no_deals(self):                             # fp 34
        office = self.office({'成交.csv': self.HEAD + '1-1,张一,19900000001,2026-03-02,,,,小订,100,,50,住宅,甲\n'})
        self.assertEqual(self.value(office, 'deals.units'), 0)

    def test_what_rejects_a_row(self):                                    # fp 12, 68
        text = self.HEAD + ('1-1,张一,19900000001,2026-03-02,,,,,面议,,50,住宅,甲\n1-2,李二,19900000002,2026-03-02,,,,,-5,,50,住宅,甲\n'
                            '1-3,王三,19900000003,2026-03-02,,,,,130-140万,,50,住宅,甲\n1-4,赵四,19900000004,2026-03-02,,,,,0,,50,住宅,甲\n'
                            '1-5,钱五,19900000005,2026-03-02,,,,,100,,50,住宅,甲\n')
        office = self.office({'成交.csv': text})
        self.assertEqual(self.balance(office, '成交.csv')['rejected'], 2)
        self.assertEqual(self.value(office, 'deals.units'), 3)
        self.assertEqual(self.value(office, 'deals.average-price'), 2)

    def test_first_conversion(self):                                      # fp 49
        office = self.office({'来访.csv': '来访日期,客户姓名,联系电话\n2026-03-02,张一,19900000001\n2026-03-02,李二,19900000002\n',
                              '成交.csv': self.HEAD + '1-1,张一,19900000001,2026-03-02,,,,,100,,50,住宅,甲\n1-2,李二,19900000002,2026-03-02,,2026-03-09,认购退房,,100,,50,住宅,甲\n'})
        self.assertEqual(self.value(office, 'visits.first-conversion'), Fraction(1, 2))

    def test_receipts(self):                                              # fp 33
        office = self.office({'回款.csv': '回款日期,房号,款项,回款金额,凭证状态\n2026-03-02,1-1,定金,100,\n2026-03-02,1-1,退房款,30,\n'
                                          '2026-03-02,1-1,诚意金,50,\n2026-03-02,1-1,,7,退款单\n2026-03-02,1-1,首付,9,作废\n2026-03-02,1-1,物业费,5,\n'})
        self.assertEqual(self.value(office, 'receipts.amount'), 63)
        self.assertEqual(self.balance(office, '回款.csv')['excluded'], 3)


class Duplicates(Case):
    def test_identical_rows(self):                                        # fp 24, 78
        row = '2026-03-02,张一,19900000001\n'
        head = '来访日期,客户姓名,联系电话\n'
        office = self.office({'来访a.csv': head + row, '来访b.csv': head + row + row})
        self.assertEqual(self.balance(office, '来访b.csv')['duplicates'], 1)
        self.assertEqual(figures.compute(office, 'visits.count')['rows'], 2)
        self.assertBalanced(office)

    def test_record_id(self):                                             # fp 23
        head = '来访编号,来访日期,客户姓名,联系电话\n'
        office = self.office({'来访a.csv': head + '1,2026-03-02,张一,19900000001\n', '来访b.csv': head + '1,2026-03-03,张一,19900000001\n'})
        self.assertEqual(self.balance(office, '来访a.csv')['duplicates'], 1)
        self.assertEqual(office.parties[0].day, day('2026-03-03'))

    def test_own_number_of_a_line_is_nothing(self):
        head = '序号,来访日期,客户姓名\n'
        office = self.office({'来访a.csv': head + '1,2026-03-02,张一\n', '来访b.csv': head + '2,2026-03-02,张一\n'})
        self.assertEqual(self.value(office, 'visits.count'), 1)


class Published(Case):
    """The check numbers of the field, worked out again."""

    def shown(self, value, places):
        scaled = values.half_away(value * 10 ** places)
        return Fraction(scaled, 10 ** places)

    def test_concentration(self):
        amounts = [300, 250, 220, 210, 205, 200, 195, 190, 185, 180]
        text = '房号,客户姓名,联系电话,认购日期,总价\n' + ''.join(f'1-{i},客{i},1990000000{i},2026-03-02,{a}\n' for i, a in enumerate(amounts))
        office = self.office({'成交.csv': text})
        self.assertEqual(self.shown(self.value(office, 'concentration.customers.top20-share') * 100, 2), Fraction('25.76'))
        self.assertEqual(self.value(office, 'concentration.customers.for80-count'), 8)
        self.assertEqual(self.shown(self.value(office, 'concentration.customers.gini'), 3), Fraction('0.081'))
        self.assertEqual(self.shown(self.value(office, 'concentration.customers.gini'), 4), Fraction('0.0813'))

    def test_shenzhen_week(self):
        self.assertEqual(self.shown(Fraction('76458.66') * 53060 / 10 ** 8, 2), Fraction('40.57'))
        self.assertEqual(self.shown(Fraction('76458.66') * 53060 / 930 / 10 ** 4, 2), Fraction('436.23'))

    def test_weighted_average_price(self):
        # four classes: areas and prices; the weighted mean, never the mean of prices
        text = '房号,认购日期,建筑面积,成交单价\n1-1,2026-03-02,100,10000\n1-2,2026-03-02,300,20000\n'
        office = self.office({'成交.csv': text})
        self.assertEqual(self.value(office, 'deals.average-price'), 17500)

    def test_sell_through(self):
        for sold, free, printed in ((82, 154, '34.75'), (180, 20, '90.00'), (61, 154, '28.37'), (259, 5, '98.11'), (1341, 456, '74.62')):
            self.assertEqual(self.shown(Fraction(sold * 100, sold + free), 2), Fraction(printed))

    def test_receptions(self):
        self.assertEqual(sum((76, 80, 101, 67, 62, 106, 55, 48, 45, 55, 59, 83)), 837)
        self.assertEqual(self.shown(results.change(837, 174)['numerator'] * Fraction(100, 174), 1), 381)

    def test_months_of_supply(self):
        self.assertEqual(self.shown(Fraction(25032, 574), 1), Fraction('43.6'))


class Rules(Case):
    """One small office a rule; the figures by head."""

    DEALS = '房号,客户姓名,联系电话,认购日期,签约日期,退房日期,退房类型,认购总价,建筑面积,置业顾问\n'

    def test_stock(self):                                                 # fp 15, 16
        units = ('房号,户型,业态,建筑面积,表价,推售日期,状态\n'
                 '1-1,A,住宅,100,10,2026-01-01,可售\n1-2,A,住宅,100,10,2026-01-01,认购\n1-3,A,住宅,100,10,,保留\n'
                 '1-4,B,住宅,100,10,2026-01-01,保留\n1栋5,B,住宅,100,10,,可售\n1-6,B,住宅,100,10,2026-04-01,可售\nC-1,,车位,10,10,2026-01-01,可售\n'
                 '1-7,B,住宅,100,10,2026-01-01,签约\n')
        deals = self.DEALS + '1#5,张一,19900000001,2026-03-02,,,,500,100,甲\n1-7,李二,19900000002,2026-02-02,,2026-03-01,认购退房,500,100,甲\n'
        office = self.office({'房源.csv': units, '成交.csv': deals})
        # released by date 1-1 1-2 1-4 1-7, by sale 1-5; sold 1-2 (status, no deal) and 1-5; 1-7 was given back
        self.assertEqual([self.value(office, f'stock.{n}.units') for n in ('released', 'sold', 'available')], [5, 2, 3])
        self.assertEqual(self.value(office, 'stock.sell-through.amount'), Fraction(2, 5))
        self.assertEqual(self.rows(office, 'stock.by-layout', 'name', 'released', 'sold', 'available', 'reserved'),
                         [['B', 3, 1, 2, 1], ['A', 2, 1, 1, 0]])

    def test_months_of_stock(self):                                       # fp 17
        units = '房号,户型,业态,建筑面积,推售日期\n' + ''.join(f'1-{i},A,住宅,100,2025-01-01\n' for i in range(10))
        deals = self.DEALS + ('1-0,张一,19900000001,2026-01-01,2026-01-01,,,500,100,甲\n1-1,李二,19900000002,2026-01-05,2026-02-05,,,500,50,甲\n')
        office = self.office({'房源.csv': units, '成交.csv': deals})
        # January and February are whole: (100 + 50) / 2 = 75 a month; 8 rooms of 100 left
        self.assertEqual(self.value(office, 'stock.months'), Fraction(800 * 2, 150))

    def test_attributes_of_buyers(self):                                  # fp 18, 19
        visits = ('来访日期,客户姓名,联系电话,居住区域,认知途径,购房抗性\n2026-02-02,张一,19900000001,东区,抖音,价格\n2026-02-09,张一,19900000001,西区,报广,户型、价格\n'
                  '2026-03-02,张一,19900000001,,,\n2026-03-05,李二,19900000002,南区,短信,\n')
        deals = self.DEALS + '1-1,张一,19900000001,2026-03-03,,,,500,100,甲\n1-2,李二,19900000002,2026-03-04,,,,500,100,甲\n'
        office = self.office({'来访.csv': visits, '成交.csv': deals})
        self.assertEqual(self.rows(office, 'deals.by-district', 'name', 'count'), [['南区', 1], ['西区', 1]])
        self.assertEqual(self.rows(office, 'deals.by-channel', 'name', 'count'), [['抖音', 1], ['短信', 1]])
        objection = dict((row[0], row[1:]) for row in self.rows(office, 'visits.by-objection', 'name', 'count', 'deals'))
        self.assertEqual(objection, {'未填': [2, 1], '价格': [0, 1], '户型': [0, 1]})

    def test_objections(self):                                            # fp 51
        visits = '来访日期,客户姓名,购房抗性\n2026-03-02,张一,价格、户型\n2026-03-02,李二,价格,\n2026-03-02,王三,无\n2026-03-02,赵四,\n'.replace('价格,\n', '价格\n')
        office = self.office({'来访.csv': visits})
        self.assertEqual(self.rows(office, 'visits.by-objection', 'name', 'count', 'share'),
                         [['价格', 2, Fraction(1, 2)], ['户型', 1, Fraction(1, 4)], ['无', 1, Fraction(1, 4)], ['未填', 1, Fraction(1, 4)]])

    def test_targets(self):                                               # fp 11, 28, 29
        targets = ('期间,指标,目标(万元),置业顾问\n2026-03,认购套数,6,\n2026-03,认购套数,5,甲\n2026-03,认购金额,10,甲\n2026-03,认购金额,5,乙\n'
                   '2026-01,签约套数,1,\n2026-02,签约套数,2,\n2026-03,签约套数,3,\n2026年,来电,9,\n')
        deals = self.DEALS + '1-1,张一,19900000001,2026-03-02,,,,60000,100,甲\n1-2,李二,19900000002,2026-03-04,,,,15000,100,乙\n'
        office = self.office({'指标.csv': targets, '成交.csv': deals})
        t = 'targets.deals-units.'
        self.assertEqual([self.value(office, t + n) for n in ('target', 'actual', 'gap')], [6, 2, 4])
        self.assertEqual(self.value(office, t + 'time-progress'), Fraction(8, 31))
        self.assertEqual(self.value(office, t + 'ahead'), Fraction(2, 6) - Fraction(8, 31))
        self.assertEqual(self.value(office, t + 'needed-a-day'), Fraction(4, 23))
        self.assertEqual(self.value(office, 'targets.deals-amount.target'), 150000)
        self.assertEqual(self.value(office, 'targets.signed-units.target', 'quarter'), 6)
        self.assertIsNone(self.value(office, 'targets.calls.target'))
        self.assertEqual(self.rows(office, 'staff.ranking', 'name', 'target-rate'), [['甲', Fraction(6, 10)], ['乙', Fraction(15, 50)]])

    def test_last_year(self):                                             # fp 54
        visits = '来访日期,客户姓名\n2025-03-02,张一\n2025-03-08,李二\n2025-03-09,王三\n2025-01-01,赵四\n2026-03-02,钱五\n'
        self.assertEqual(self.value(self.office({'来访.csv': visits}), 'visits.count', 'last-year'), 2)

    def test_total_and_footer_words(self):                                # fp 61, 37
        visits = '来访日期,客户姓名,备注\n2026-03-02,张一,\n小 计：,3\n制表人：甲\n备注：乙\n,,\nEND OF FILE\n来访日期,客户姓名,备注\nENDLESS,,\n'
        office = self.office({'来访.csv': visits})
        count = self.balance(office, '来访.csv')
        self.assertEqual((count['rows'], count['skipped'], count['rejected'], count['counted']), (8, 6, 1, 1))

    def test_costs_by_month(self):                                        # fp 53, 63
        files = {'费用.csv': '月份,渠道,发生额(万元)\n2026-03,抖音,1.2345678\n2026-02,抖音,5\n',
                 '来访.csv': '来访日期,客户姓名,渠道\n2026-03-02,张一,抖音\n'}
        office = self.office(files, '2026-03')
        self.assertEqual(self.rows(office, 'channels.summary', 'name', 'spend', 'cost-per-first'), [['抖音', '12345.68', Fraction('12345.68')]])

    def test_follow_ups(self):                                            # fp 83
        text = '回访日期,客户姓名,应回访日,是否接通,置业顾问\n2026-03-02,张一,2026-03-03,是,甲\n2026-03-04,李二,2026-03-03,是,甲\n2026-03-02,王三,2026-03-03,否,甲\n2026-03-02,赵四,,是,甲\n'
        self.assertEqual(self.value(self.office({'回访.csv': text}), 'followups.rate'), Fraction(1, 3))

    def test_call_backs(self):                                            # fp 43
        visits = ('来访日期,客户姓名,联系电话,意向级别\n2026-03-01,张一,19900000001,A\n2026-03-02,李二,19900000002,A级\n2026-02-01,王三,19900000003,D\n'
                  '2026-02-01,赵四,19900000004,B\n2026-02-20,钱五,19900000005,C\n')
        deals = self.DEALS + '1-1,赵四,19900000004,2026-03-02,,,,500,100,甲\n'
        office = self.office({'来访.csv': visits, '成交.csv': deals})       # the day is 03-08
        self.assertEqual(self.rows(office, 'callbacks.due', 'customer', 'due', 'overdue'), [['张一', '2026-03-08', 0]])

    def test_tasks(self):                                                 # fp 42, 44
        text = ('任务,责任人,完成时限,完成标准,状态\n一,甲,2026-03-08,好,未开始\n二,甲、乙,2026-03-07,好,进行中\n三,甲,2026-03-08,好,完成\n'
                '四,甲,2026-03-09,,\n五,甲,2026-03-01,好,取消\n')
        office = self.office({'任务.csv': text})
        self.assertEqual([[row[0] for row in self.rows(office, 'tasks.' + n, 'task')] for n in ('today', 'overdue', 'open', 'invalid')],
                         [['一'], ['二'], ['二', '一', '四'], ['二', '四']])

    def test_middle_of_an_even_number(self):                              # fp 47
        visits = '来访日期,客户姓名,联系电话\n2026-03-02,张一,19900000001\n2026-03-02,李二,19900000002\n'
        deals = self.DEALS + ('1-1,张一,19900000001,2026-03-03,,,,500,100,甲\n1-2,李二,19900000002,2026-03-04,,,,500,100,甲\n'
                              '1-3,王三,19900000003,2026-03-04,,,,500,100,甲\n')
        office = self.office({'来访.csv': visits, '成交.csv': deals})
        self.assertEqual(self.value(office, 'visits.days-to-deal'), Fraction(3, 2))
        self.assertEqual(self.rows(office, 'visits.days-to-deal-bands', 'name', 'count')[:2], [['当天', 0], ['3天内', 2]])

    def test_a_date_header_that_only_says_day(self):                      # fp 64
        text = '日期,客户姓名\n2026-03-02,张一\n'
        self.assertEqual(self.value(self.office({'来访.csv': text}), 'visits.count'), 1)
        self.assertEqual(len(self.office({'x.csv': text}).folder.unused), 1)
        self.assertEqual(self.value(self.office({'x.csv': '日期,客户姓名,来访人数\n2026-03-02,张一,2\n'}), 'visits.people'), 2)

    def test_office_words_and_headers(self):                              # fp 25, 75
        files = {'列名对照.csv': '类别,标准列,导出表头,单位\ndeals,成交总价,网签价款,万元\n来访,channel,怎么知道的,\n',
                 '词语对照.csv': '字段,原词,标准词\n认知途径,自访,上门客\n',
                 '来访.csv': '来访日期,客户姓名,怎么知道的\n2026-03-02,张一,自访\n2026-03-02,李二,路过、短信\n',
                 '成交.csv': '房号,认购日期,网签价款\n1-1,2026-03-02,1.5\n'}
        office = self.office(files)
        self.assertEqual(self.rows(office, 'visits.by-channel', 'name', 'count'), [['上门客', 1], ['路过', 1], ['未填', 0]])
        self.assertEqual(self.value(office, 'deals.amount'), 15000)

    def test_two_columns_of_one_field(self):
        office = self.office({'来访.csv': '来访日期,来访时间,客户姓名\n2026-03-02,2026-03-02,张一\n'})
        self.assertEqual(len(office.folder.errors), 1)

    def test_entries_in_time(self):                                       # fp 73
        text = '来访日期,客户姓名,录入时间\n2026-03-02,张一,2026-03-02 20:00\n2026-03-02,李二,2026-03-03 9:00\n'
        self.assertEqual(self.value(self.office({'来访.csv': text}), 'audit.timely-rate'), Fraction(1, 2))
        self.assertIsNone(self.value(self.office({'来访.csv': '来访日期,客户姓名\n2026-03-02,张一\n'}), 'audit.timely-rate'))


class Comparing(unittest.TestCase):
    def lines(self, ours, theirs, name='x'):
        comparison = compare.Comparison([])
        comparison.figure(name, ours, theirs)
        return comparison.lines

    def test_values(self):
        self.assertEqual(self.lines({'value': '1.50'}, {'value': '1.5'}), [])
        self.assertEqual(len(self.lines({'value': 2}, {'value': 3})), 1)
        self.assertEqual(len(self.lines({'value': None, 'reason': 'a'}, {'value': 0})), 1)
        self.assertEqual(self.lines(None, {'value': None, 'reason': 'b'}), [])

    def test_ratios_are_not_reduced(self):
        self.assertEqual(len(self.lines({'numerator': 1, 'denominator': 5}, {'numerator': 2, 'denominator': 10})), 1)
        self.assertEqual(self.lines({'numerator': 1, 'denominator': 5}, {'numerator': 2, 'denominator': 10}, 'a.gini'), [])
        self.assertEqual(self.lines({'numerator': 1, 'denominator': 0, 'value': None}, {'numerator': 1, 'denominator': 0, 'value': None}), [])

    def test_tables(self):
        a = {'columns': ['name', 'count'], 'rows': [['甲', 1], ['乙', 1]]}
        self.assertEqual(self.lines(a, a), [])
        self.assertIn('order', self.lines({**a, 'rows': a['rows'][::-1]}, a)[0])
        self.assertIn('missing', self.lines({**a, 'rows': a['rows'][:1]}, a)[0])
        self.assertIn('only in ours', self.lines(a, {**a, 'rows': a['rows'][:1]})[0])
        self.assertIn('x:count', self.lines({**a, 'rows': [['甲', 2], ['乙', 1]]}, a)[0])
        self.assertIn('column missing', self.lines({'columns': ['name'], 'rows': [['甲'], ['乙']]}, a)[0])


FIXTURES = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'fixtures')


class Fixtures(unittest.TestCase):
    """What others worked out by hand for the checked-in offices."""

    def test_the_dozen_rows_office(self):
        import csv
        folder = os.path.join(FIXTURES, 'tiny')
        office = office_module.Office(folder, '2026-W10', day('2026-03-08'), day('2026-03-09'))
        self.assertEqual(office.folder.errors, [])
        with open(os.path.join(folder, 'expected.csv'), encoding='utf-8-sig') as file:
            expected = list(csv.DictReader(file))
        self.assertGreater(len(expected), 200)
        for line in expected:
            with self.subTest(**line):
                result = figures.compute(office, line['id'], line['scope'] or 'this')
                if line['row']:
                    row = next(row for row in result['rows'] if row[0] == line['row'])
                    found = row[result['columns'].index(line['column'])]
                else:
                    found = result
                if line['value'] == 'null':
                    self.assertIsNone(compare.exact(found))
                elif line['value']:
                    self.assertEqual(compare.exact(found), compare.exact(line['value']))
                else:
                    self.assertEqual(compare.exact(found), compare.exact(line))

    def test_the_english_pipeline(self):
        office = office_module.Office(os.path.join(FIXTURES, 'pipeline'), '2018-W11', day('2018-03-18'), day('2018-03-19'))
        self.assertEqual(office.folder.errors, [])
        for text in ('visits.count,35 visits.first,33 visits.return,2 deals.units,7 deals.amount,215000.00 deals.buyers,7 '
                     'visits.first-conversion,3/33 visits.deal-rate,7/35 visits.count@previous,34 visits.first@previous,33 '
                     'visits.return@previous,1 deals.units@previous,7 deals.amount@previous,50000.00 deals.buyers@previous,7 '
                     'visits.first-conversion@previous,2/33 visits.deal-rate@previous,7/34 visits.count@total,335 visits.first@total,321 '
                     'visits.return@total,14 deals.units@total,35 deals.amount@total,315000.00 deals.buyers@total,35 '
                     'visits.first-conversion@total,33/321 visits.deal-rate@total,35/335').split():
            key, value = text.split(',')
            name, _, scope = key.partition('@')
            with self.subTest(key):
                self.assertEqual(compare.exact(figures.compute(office, name, scope or 'this')), compare.exact(value))

    def test_launch_day(self):
        office = office_module.Office(os.path.join(FIXTURES, 'launch', 'small'), '2026-W10', day('2026-03-08'), day('2026-03-09'))
        rows = [[compare.exact(cell) for cell in row] for row in figures.compute(office, 'launch.demand')['rows']]
        self.assertEqual(rows, [['A', 4, 8, 1, 2, '热', 4, 4], ['B', 3, 3, 6, 1, '平', 3, 0], ['C', 2, 1, 2, Fraction(1, 2), '冷', 1, -1]])
        self.assertEqual(compare.exact(figures.compute(office, 'launch.forecast')), Fraction('7.1'))
        self.assertEqual(figures.compute(office, 'launch.batches')['rows'],
                         [[1, '10:00', 'YX1', 'YX5', 12], [2, '10:06', 'YX6', 'YX10', 7], [3, '10:12', 'YX11', 'YX12', 2]])
        clock = dict(figures.compute(office, 'launch.clock')['rows'])
        self.assertEqual([clock[card] for card in ('YX1', 'YX5', 'YX6', 'YX12')], ['10:00', '10:00', '10:06', '10:12'])
        stations = {row[0]: [compare.exact(cell) for cell in row[1:]] for row in figures.compute(office, 'launch.stations')['rows']}
        self.assertEqual(stations['财务'], [30, 4, 2, 3, Fraction(16, 9)])
        self.assertEqual(stations['签约'], [12, 15, 3, 4, Fraction(27, 53) * 15])
        self.assertEqual(values.half_away(stations['签到'][4] * 100), 36)            # Erlang C, 0.36 minutes
        curve = [[compare.exact(cell) for cell in row] for row in figures.compute(office, 'launch.price-curve')['rows']]
        self.assertEqual([row[:2] for row in curve], [[20000, 12], [20500, 9], [21000, 7], [21500, 3], [22000, 1]])

    def test_the_ballot_of_415(self):
        office = office_module.Office(os.path.join(FIXTURES, 'launch', 'ballot-415'), '2026-W10', day('2026-03-08'), day('2026-03-09'))
        batches = figures.compute(office, 'launch.batches')['rows']
        self.assertEqual((len(batches), batches[-1]), (139, [139, '17:24', 'YX415', 'YX415', 1]))
        self.assertEqual(dict(figures.compute(office, 'launch.clock')['rows'])['YX200'], '13:48')

    def test_the_price_curve_of_86(self):
        office = office_module.Office(os.path.join(FIXTURES, 'launch', 'price-86'), '2026-W10', day('2026-03-08'), day('2026-03-09'))
        counts = [row[1] for row in figures.compute(office, 'launch.price-curve')['rows']]
        self.assertEqual(counts, [86, 74, 69, 66, 61, 41, 37, 27, 21, 18, 5])

    def test_messy_offices_add_up(self):
        import re
        import subprocess
        import sys
        generator = os.path.join(FIXTURES, 'offices', 'generate_office.py')
        for seed in range(1, 7):
            with tempfile.TemporaryDirectory() as folder:
                subprocess.run([sys.executable, generator, str(seed), folder], check=True, stdout=subprocess.DEVNULL)
                with open(os.path.join(folder, 'MESS.md'), encoding='utf-8') as file:
                    mess = file.read()
                period, as_of = re.search(r'period:\s*(\S+)', mess).group(1), re.search(r'as-of:\s*(\S+)', mess).group(1)
                office = office_module.Office(folder, period, day(as_of), day('2030-01-01'))
                for name, kind, count in office.balance():
                    if count:
                        self.assertEqual(sum(count.values()), 2 * count['rows'], (seed, name))
                for scope in ('this', 'previous', 'month', 'year', 'total'):
                    with self.subTest(seed=seed, scope=scope):
                        self.adds_up({name: figures.compute(office, name, scope) for name in figures.REGISTRY})

    def adds_up(self, found):
        def value(name):
            return compare.exact(found[name])

        def column(name, key):
            table = found[name]
            at = table['columns'].index(key)
            return sum(compare.exact(row[at]) or 0 for row in table['rows'])

        if value('visits.count') is not None:
            self.assertEqual(value('visits.count'), value('visits.first') + value('visits.return'))
            for field in ('channel', 'district', 'level', 'weekday', 'hour', 'age'):
                self.assertEqual(column('visits.by-' + field, 'count'), value('visits.count'))
        if value('deals.units') is not None:
            for measure in ('units', 'area', 'amount'):
                self.assertEqual(value('net.' + measure), value('deals.' + measure) - value('cancelled.' + measure))
            self.assertEqual(column('deals.by-staff', 'count'), value('deals.units'))
            for key, name in (('units', 'deals.units'), ('amount', 'deals.amount'), ('signed-amount', 'signed.amount'),
                              ('receipts', 'receipts.amount'), ('visits', 'visits.count'), ('calls', 'calls.count')):
                if value(name) is not None:
                    self.assertEqual(column('staff.ranking', key), value(name), key)

    def test_rivals(self):
        office = office_module.Office(os.path.join(FIXTURES, 'competitors'), '2026-W10', day('2026-03-08'), day('2026-03-09'))
        table = figures.compute(office, 'competitors.summary')
        rows = {row[0]: dict(zip(table['columns'], map(compare.exact, row))) for row in table['rows']}
        expected = {'江枫里': (Fraction(18600000, 850), 8, 0, 46, Fraction(31, 77), Fraction(46 * 6, 31), 0),
                    '望湖居': (22750, 4, 0, 29, Fraction(10, 39), Fraction(29 * 5, 10), 0),
                    '锦云台': (21000, None, None, 54, Fraction(6, 60), Fraction(54 * 3, 6), 21)}
        for name, line in expected.items():
            self.assertEqual(tuple(rows[name][key] for key in ('price', 'sold', 'released', 'stock', 'sell-through', 'weeks', 'age')), line, name)
        self.assertEqual(rows['南塘府']['price'], 19500)
        self.assertIsNone(rows['南塘府']['sold'])
        self.assertEqual(rows['望湖居']['gap'], Fraction(-2750, 22750))
        balance = next(count for name, _, count in office.balance() if name == '竞品.csv')
        self.assertEqual([balance[key] for key in ('rows', 'counted', 'excluded', 'outside')], [23, 7, 1, 15])


if __name__ == '__main__':
    unittest.main()
