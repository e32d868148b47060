#!/usr/bin/env python3
"""generate.py ROWS DIR [SEED]: an office's exports with ROWS visits, half as many calls and a
twenty-fifth of deals over the year 2025. Invented throughout: names, and numbers of the form
1990xxxxxxx."""
import csv
import datetime
import pathlib
import random
import sys

CHANNELS = ["抖音", "路过", "朋友介绍", "安居客", "户外大牌", "分销", "小区电梯", ""]
AREAS = ["高新区", "老城区", "城东新区", "滨江", "外地"]
PURPOSES = ["刚需自住", "改善自住", "投资", "学区"]
WANTED = ["70-90㎡", "90-100㎡", "100-120㎡", "120-140㎡", "140㎡以上"]
NOTES = ["", "", "", "等置换旧房", "看了89和105两个户型, 更喜欢105", "对比了邻盘,说\"那边便宜500\""]
STAFF = [a + b for a in "林周沈何顾" for b in ("知夏", "嘉树", "若水", "明远", "清和", "子衿")]
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张"
GIVEN = "一二三四五六七八九十安宁平和清远明"
PAYMENTS = ["商业按揭", "组合贷款", "一次性"]


def main():
    rows, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    dice = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 2025)
    pick = dice.choice
    folder.mkdir(parents=True, exist_ok=True)
    customers = [
        (pick(SURNAMES) + pick(GIVEN) + pick(GIVEN), f"1990{number:07d}")
        for number in dice.sample(range(10_000_000), max(10, rows * 6 // 10))
    ]

    def times(count):
        first = datetime.date(2025, 1, 1)
        for index in range(count):
            day = first + datetime.timedelta(days=index * 365 // count)
            yield f"{day} {9 + dice.randrange(9):02d}:{dice.randrange(60):02d}"

    def write(name, header, lines):
        with open(folder / name, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(lines)

    seen = set()

    def visit(time):
        name, phone = customers[int(dice.random() ** 1.6 * len(customers))]
        kind = "复访" if phone in seen else "首访"
        seen.add(phone)
        return (
            time, name, phone, kind, pick(CHANNELS), pick(AREAS), pick(PURPOSES), pick(WANTED),
            dice.randrange(60, 400), pick("ABCD"), pick(STAFF), pick(NOTES))

    write(
        "来访.csv",
        ["来访日期时间", "客户姓名", "手机号", "来访类型", "认知途径", "居住区域", "置业目的", "需求面积",
         "预算总价(万元)", "意向级别", "置业顾问", "备注"],
        (visit(time) for time in times(rows)))
    write(
        "来电.csv",
        ["来电日期时间", "客户姓名", "手机号", "认知途径", "居住区域", "意向级别", "置业顾问", "备注"],
        ((time, *pick(customers), pick(CHANNELS), pick(AREAS), pick("ABCD"), pick(STAFF), pick(NOTES))
         for time in times(rows // 2)))

    def deal(index, time):
        name, phone = pick(customers)
        area, price = dice.randrange(7000, 15000), dice.randrange(9000, 20000)
        room = f"{index // 2000 + 1}栋{index // 500 % 4 + 1}-{index // 4 % 125 + 1}{index % 4 + 1:02d}"
        status = pick(["认购", "签约", "签约", "签约", "退房"])
        return (
            time[:10], name, phone, room, f"{area / 100:.2f}", price, area * price // 100,
            pick(PAYMENTS), status, pick(STAFF), pick(CHANNELS))

    write(
        "成交.csv",
        ["成交日期", "客户姓名", "手机号", "房号", "面积(㎡)", "单价(元/㎡)", "总价(元)", "付款方式",
         "状态(认购/签约/退房)", "置业顾问", "认知途径"],
        (deal(index, time) for index, time in enumerate(times(rows // 25))))
    write("项目设置.csv", ["设置", "值"], [("来访计数", "记录")])


main()
