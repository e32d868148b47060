#!/usr/bin/env python3
"""plan.py --program anchang: one setting of a launch changes, and the whole plan must change with it.

The plan is worked out a second time from the cards, the rooms and the settings, with nothing of the program in it,
for the fixtures/launch offices under many settings; every figure of the plan is compared, exactly."""

import argparse
import concurrent.futures
import csv
import datetime
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from fractions import Fraction

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DAY = "2026-03-08"
DEFAULTS = {"每批组数": "3", "每批分钟": "3", "选房开始": "9:00", "每组人数": "2", "到场率": "100%", "签到高峰占比": "60%", "热度阈值": "2",
            "成交概率A": "80%", "成交概率B": "80%", "成交概率C": "50%", "成交概率D": "0"}
MATERIALS = [(1, 10, -5), (1, 20, -5), (1, 20, -5), (1, 10, -5), (2, 10, -5), (1, 20, -4), (1, 20, -4), (Fraction(4, 3), 0, -3), (1, 5, -3)]
SCHEDULE = [-60, -32, -30, -21, -14, -10, -7, -5, -4, -3, 0, 0, 1]
VARIANTS = [{}, {"每批组数": "1"}, {"每批组数": "3"}, {"每批组数": "12"}, {"每批组数": "100"}, {"每批分钟": "1"}, {"每批分钟": "10"}, {"每批分钟": "45"},
            {"选房开始": "7:30"}, {"选房开始": "13:00"}, {"选房开始": "2:00"}, {"工位:签到": "30/2"}, {"工位:签到": "600/2"}, {"工位:签到": "180/2/6"},
            {"工位:签到": "180/2/7"}, {"工位:签到": "180/2/9"}, {"工位:财务": "31/4/2"}, {"工位:签约": "120/8/12"}, {"工位:签约": "45.5/7.5"},
            {"选房截止": "10:12"}, {"选房截止": "17:00"}, {"选房截止": "9:00"}, {"候场座位": "20"}, {"候场座位": "900"}, {"每组人数": "3", "候场座位": "30"},
            {"到场率": "75%", "候场座位": "18"}, {"签到高峰占比": "80%"}, {"成交概率A": "90%", "成交概率C": "30%"}, {"成交概率A": "0", "成交概率B": "0", "成交概率C": "0"},
            {"热度阈值": "3"}, {"开盘日期": "2026-03-14"},
            {"岗位:签到": "林晓、陈默、赵敏", "岗位:财务": "林晓 8:00-9:00", "岗位:签约": "陈默 23:00-23:30"},
            {"岗位:总控": "林晓", "岗位:销控": "何青、林晓、周牧"},
            {"每批组数": "4", "每批分钟": "7", "选房开始": "8:45", "选房截止": "9:00", "工位:签到": "90/1.5/3", "候场座位": "1", "到场率": "33%"}]


def up(value):
    return -((-Fraction(value).numerator) // Fraction(value).denominator)


def minutes(text):
    hours, rest = text.split(":")
    return int(hours) * 60 + int(rest)


def clock(value):
    return f"{value // 60}:{value % 60:02d}"


def rows(path):
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def percent(text):
    number = Fraction(text.rstrip("%"))
    return number if text.endswith("%") or number > 1 else number * 100


def erlang(load, service, desks):
    """Mean wait by the sum form of Erlang's formula; None where the desks cannot keep up."""
    if load >= desks:
        return None
    if load == 0:
        return Fraction(0)
    term, total = Fraction(1), Fraction(0)
    for k in range(desks):
        total += term
        term = term * load / (k + 1)
    last = term * desks / (desks - load)
    return last / (total + last) * service / (desks - load)


class Plan:
    """The whole plan from cards, rooms and settings."""

    def __init__(self, folder, settings):
        given = {**DEFAULTS, **settings}
        cards = [card for card in rows(os.path.join(folder, "认筹.csv")) if not (card.get("退卡日期") and card["退卡日期"] <= DAY)]
        cards = [card for card in cards if not (card.get("办卡日期") and card["办卡日期"] > DAY)]
        earliest = {}
        for card in sorted(cards, key=lambda card: card.get("办卡日期") or "9999"):
            earliest.setdefault(card.get("联系电话") or card["认筹编号"], card)
        valid = sorted(earliest.values(), key=lambda card: [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", card["认筹编号"])])
        self.numbers = [card["认筹编号"] for card in valid]
        n, k, m = len(valid), int(given["每批组数"]), int(given["每批分钟"])
        start = minutes(given["选房开始"])
        batches = up(Fraction(n, k))
        end = start + batches * m
        self.duration = batches * m
        self.batches = [[b + 1, clock(start + b * m), self.numbers[b * k], self.numbers[min(n, (b + 1) * k) - 1]] for b in range(batches)]
        self.clock = [[number, clock(start + rank // k * m)] for rank, number in enumerate(self.numbers)]
        sold = sum((percent(given["成交概率" + card["意向级别"][0]]) for card in valid if card.get("意向级别") and card["意向级别"][0] in "ABCD"), Fraction(0))
        self.forecast = sold / 100
        launch = datetime.date.fromisoformat(given["开盘日期"]) if given.get("开盘日期") else None
        self.schedule = [str(launch + datetime.timedelta(days=step)) for step in SCHEDULE] if launch else None
        self.materials = [[up(ratio * n + reserve), str(launch + datetime.timedelta(days=due)) if launch else None] for ratio, reserve, due in MATERIALS]
        # Desks.
        stations = [(name[3:], value.split("/")) for name, value in settings.items() if name.startswith("工位:")]
        self.stations, desk_checks, desk_people = [], [], []
        peak = up(Fraction(n) * percent(given["签到高峰占比"]) * 2 / 100)
        for zone, parts in stations:
            rate, service = Fraction(parts[0]), Fraction(parts[1])
            there = int(parts[2]) if len(parts) > 2 else None
            planned = max(1, up(rate * service / 60 / Fraction(8, 10)))
            self.stations.append([zone, rate, service, rate * service / 60, planned, erlang(rate * service / 60, service, planned if there is None else there)])
            desk_people.append((zone, planned))
            need = peak if "签到" in zone else up(Fraction(60 * k, m) * self.forecast / n)
            needed_desks = max(1, up(max(rate, need) * service / 60 / Fraction(8, 10)))
            desk_checks += [[zone + "：每小时到达", need, int(rate)], [zone + "：工位", needed_desks, there]]
        # People.
        posts = [("总控", 1, 180, 60)] + [(zone, people, 120, 60) for zone, people in desk_people]
        posts += [("唱号主持", 1, 60, 0), ("引导", k, 120, 0), ("选房顾问", k, 60, 0), ("销控（手工、看板、系统）", 3, 180, 60), ("跑单", k, 60, 60), ("复核", 1, 60, 60),
                  ("应急补卡", 1, 120, 60)]
        self.staffing = [[name, people, f"{max(0, start - a) // 60}:{max(0, start - a) % 60:02d}–{(end + b) // 60}:{(end + b) % 60:02d}"] for name, people, a, b in posts]
        everybody = sum(people for _, people, _, _ in posts)
        duties = []
        for name, value in settings.items():
            if name.startswith("岗位:"):
                hours = re.search(r"(\d+:\d\d)-(\d+:\d\d)$", value)
                names = [word for word in re.split("[、 ]", value[:hours.start()] if hours else value) if word]
                post = next(((max(0, start - a), end + b) for post, _, a, b in posts if post.startswith(name[3:])), (0, 1440))
                duties += [(name[3:], person, *((minutes(hours.group(1)), minutes(hours.group(2))) if hours else post)) for person in names]
        twice = {a[1] for i, a in enumerate(duties) for j, b in enumerate(duties) if i != j and a[1] == b[1] and a[2] < b[3] and b[2] < a[3]}
        # Homes and wishes.
        self.demand = self.suggested = None
        checks = []
        units = rows(os.path.join(folder, "房源.csv"))
        if units is not None:
            homes = [unit for unit in units if unit["业态"] != "车位" and launch and unit["推售日期"] == str(launch)]
            layout = {unit["房号"]: unit["户型"] for unit in units}
            names = {unit["户型"] for unit in units if unit["户型"]}
            wish = lambda text: layout.get(text, text if text in names else text) if text else None
            count = {}
            for home in homes:
                count.setdefault(home["户型"], [0, 0, 0])[0] += 1
            for card in valid:
                for place, column in ((1, "第一意向"), (2, "第二意向")):
                    if wish(card[column]):
                        count.setdefault(wish(card[column]), [0, 0, 0])[place] += 1
            hot = Fraction(given["热度阈值"])
            heat = lambda s, a: None if s == 0 else "热" if Fraction(a, s) >= hot else "平" if a >= s else "冷"
            self.demand = {name: [s, a, b, heat(s, a), min(a, s), a - s] for name, (s, a, b) in count.items()}
            prices = sorted(int(card["可接受单价(元/㎡)"]) for card in valid if card["可接受单价(元/㎡)"])
            fits = [p for p in prices if self.forecast * sum(q >= p for q in prices) / len(prices) >= len(homes)]
            self.suggested = f"{max(fits)}.00" if fits and homes else None
            self.sold_out = [f"{name} {a - s}" + (f"（{queue[s - 1]} 以后预计售罄）" if s else "") for name, (s, a, _) in
                             sorted(count.items(), key=lambda item: (-item[1][0], item[0])) if a > s
                             for queue in [[card["认筹编号"] for card in valid if wish(card["第一意向"]) == name]]]
            first, served = sum(a for _, a, _ in count.values()), sum(min(s, a) for s, a, _ in count.values())
            checks += [["认筹（组）", up(len(homes) * n / self.forecast) if self.forecast else None, n], ["首选对应的房源（套）", first, served]]
        deadline = given.get("选房截止")
        checks.append(["选房时间（分钟）", batches * m, max(0, minutes(deadline) - start) if deadline else None])
        checks.append(["候场座位", up(Fraction(n * int(given["每组人数"])) * percent(given["到场率"]) / 100), int(given["候场座位"]) if "候场座位" in given else None])
        checks += desk_checks
        checks.append(["人员", everybody, len({duty[1] for duty in duties}) or None])
        for name, people, _, _ in posts:
            named = {duty[1] for duty in duties if name.startswith(duty[0])}
            if named:
                checks.append(["岗位：" + name, people, len(named)])
        if duties:
            checks.append(["一人同时两岗（人）", len(twice), 0])
        self.checks = [[name, need, have, None if need is None or have is None else max(0, need - have)] for name, need, have in checks]
        self.unfit = sum(bool(check[3]) for check in self.checks)
        self.roster = [[post, person, clock(a), clock(b), person in twice] for post, person, a, b in duties]
        # The day: fixed steps before, remarkable batches, the end.
        quarter = lambda b: any(4 * b * k < q * n <= 4 * min(n, (b + 1) * k) for q in (1, 2, 3))
        self.day = [clock(max(0, start - before)) for before in (210, 180, 150, 120, 45, 30, 10)]
        self.day += [clock(start + b * m) for b in range(batches) if b in (0, batches - 1) or quarter(b)] + [clock(end), clock(end + 30), clock(end + 60)]
        self.peak = peak


def exact(cell):
    if isinstance(cell, dict):
        return Fraction(cell["numerator"]) / Fraction(cell["denominator"]) if cell.get("denominator") else None
    return cell


def compare(program, folder, settings, label):
    with tempfile.TemporaryDirectory() as temporary:
        for name in os.listdir(folder):
            if name.endswith(".csv") and name not in ("expected.csv", "项目设置.csv"):
                shutil.copy(os.path.join(folder, name), temporary)
        with open(os.path.join(temporary, "项目设置.csv"), "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["设置", "值"], *settings.items()])
        done = subprocess.run([program, "figures", "--data", temporary, "--period", "2026-W10", "--as-of", DAY, "--format", "json", "--lang", "zh", "--quiet"],
                              capture_output=True, text=True)
        figures = json.loads(done.stdout)["figures"]
        plan = Plan(temporary, settings)
    wrong = []

    def expect(name, found, expected):
        if found != expected:
            wrong.append(f"{label} {name}: {found}, worked out {expected}")

    def cells(name, *columns):
        table = figures[name]
        if "columns" not in table:
            return None
        places = [table["columns"].index(column) for column in columns]
        return [[exact(row[place]) for place in places] for row in table["rows"]]

    expect("launch.batches", cells("launch.batches", "batch", "clock", "from", "to"), plan.batches)
    expect("launch.clock", cells("launch.clock", "card", "clock"), plan.clock)
    expect("launch.duration", figures["launch.duration"]["value"], plan.duration)
    expect("launch.forecast", exact(figures["launch.forecast"]), plan.forecast)
    expect("launch.staffing", cells("launch.staffing", "post", "people", "shift"), plan.staffing)
    expect("launch.materials", cells("launch.materials", "quantity", "due"), plan.materials)
    expect("launch.schedule", [row[0] for row in cells("launch.schedule", "date")] if plan.schedule else None, plan.schedule)
    stations = cells("launch.stations", "zone", "arrivals", "minutes", "load", "planned", "wait")
    if stations is None or len(stations) != len(plan.stations):
        expect("launch.stations", stations or [], plan.stations)
    else:
        for found, expected in zip(stations, plan.stations):
            expect("launch.stations", found[:5], expected[:5])
            wait, worked = found[5], expected[5]
            near = wait == "不足" if worked is None else not isinstance(wait, str) and abs(wait - worked) < Fraction(1, 10 ** 6)
            if not near:
                wrong.append(f"{label} launch.stations {found[0]}: waits {wait}, worked out {worked}")
    day = cells("launch.day-plan", "clock", "detail")
    expect("launch.day-plan", [row[0] for row in day], plan.day)
    expect("the peak of the sign-in", re.search(r"(\d+) 组$", day[3][1]).group(1), str(plan.peak))
    expect("launch.checks", cells("launch.checks", "check", "need", "have", "short"), plan.checks)
    expect("launch.unfit", figures["launch.unfit"]["value"], plan.unfit)
    expect("launch.roster", [row[:4] + [row[4] is not None] for row in cells("launch.roster", "post", "name", "from", "to", "clash") or []], plan.roster)
    if plan.demand is not None:
        found = {row[0]: row[1:] for row in cells("launch.demand", "layout", "supply", "first", "second", "heat", "expected", "gap")}
        expect("launch.demand", found, plan.demand)
        told = next(row[1] for row in cells("launch.checks", "check", "what") if row[0].startswith("首选"))
        expect("what sells out when", told, "引导到次选：" + "、".join(plan.sold_out) if plan.sold_out else "各户型都够首选")
        expect("launch.suggested-price", figures["launch.suggested-price"]["value"], plan.suggested)
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    program = os.path.abspath(parser.parse_args().program)
    began, plans = time.monotonic(), []
    for office in ("small", "ballot-415"):
        folder = os.path.join(ROOT, "fixtures", "launch", office)
        own = {row["设置"]: row["值"] for row in rows(os.path.join(folder, "项目设置.csv"))}
        for change in VARIANTS:
            label = office + " with " + (", ".join(f"{name}={value}" for name, value in change.items()) or "its own settings")
            plans.append((folder, {**own, **change}, label))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        wrong = [line for lines in pool.map(lambda plan: compare(program, *plan), plans) for line in lines]
    for line in wrong:
        print(line)
    print(f"{len(plans)} plans of two launches worked out a second time, {len(wrong)} differences, {time.monotonic() - began:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
