"""The calculator's words against the program's printed list (report-templates/WORDS.md), both ways.

A word only one side knows, or knows as something else, is a difference: decide it, then change the side that is wrong.
"""
import os
import re
import unittest

import vocabulary

PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'report-templates', 'WORDS.md')
TITLES = {'认知途径 / 推广渠道 / 渠道': 'channel', '置业目的': 'purpose', '家庭结构': 'family', '置业次数': 'times', '付款方式': 'payment', '需求产品 / 业态': 'product',
          '来访类型': 'kind', '状态 (成交)': 'deals.status', '退房类型': 'cancel-kind', '状态 (房源)': 'units.status', '指标': 'measure', '竞品等级': 'tier',
          '来源 (竞品)': 'competitors.source', '购房抗性 / 未成交原因 / 抗性': 'objection', '关注点': 'focus', '方式 (回访)': 'followups.way', '结果 (认筹)': 'cards.result',
          '状态 (任务)': 'tasks.status', '空白、是与否': None}


def printed():
    """({field: {word: standard word}}, {meaning: words}) of the page."""
    fields, marks, field = {}, {}, None
    with open(PAGE, encoding='utf-8') as page:
        for line in page:
            title, row = re.match(r'## (.*)', line), re.match(r'\| (\S+) \| (.*) \|', line)
            if title:
                field = TITLES[title.group(1).strip()]
                fields.setdefault(field, {})
            elif row and row.group(1) not in ('标准词', '含义', '---'):
                words = [word for word in row.group(2).strip().split('、') if word]
                if field is None:
                    marks[row.group(1)] = set(words)
                else:
                    fields[field].update({word: row.group(1) for word in [row.group(1)] + words})
    fields.pop(None, None)
    return fields, marks


class Vocabulary(unittest.TestCase):
    maxDiff = None

    def test_every_word_of_both_lists_means_the_same(self):
        fields, _ = printed()
        self.assertEqual(set(fields), set(vocabulary.WORDS))
        for field, words in vocabulary.WORDS.items():
            with self.subTest(field):
                self.assertEqual(fields[field], words)

    def test_nothing_is_listed_as_added_that_is_published(self):
        for reason, groups in vocabulary.ALSO.items():
            for field, lines in groups.items():
                for word, standard in vocabulary.table(lines).items():
                    with self.subTest(f'{reason}: {field} {word}'):
                        self.assertTrue(word == standard or word not in vocabulary.PUBLISHED[field])

    def test_a_spelling_stands_beside_a_published_word(self):
        for field, lines in vocabulary.ALSO['another spelling'].items():
            for standard in vocabulary.table(lines).values():
                with self.subTest(f'{field} {standard}'):
                    self.assertIn(standard, vocabulary.PUBLISHED[field])

    def test_the_marks_are_those_of_the_specification_and_the_reasoned_ones(self):
        _, marks = printed()
        self.assertEqual(set(marks), set(vocabulary.MARKS))
        for meaning, (known, added) in vocabulary.MARKS.items():
            with self.subTest(meaning):
                self.assertEqual(marks[meaning], set(known.split()) | {word for words in added.values() for word in words.split()})


if __name__ == '__main__':
    unittest.main()
