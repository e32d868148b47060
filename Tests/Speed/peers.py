#!/usr/bin/env python3
"""peers.py ENGINE DIR MONDAY: the figures of a week by another engine (duckdb, polars, csv): visits
and calls of the week and of the one before, first visits that led to a deal, deals and amounts by
consultant, 20/80 of the customers. Prints one line of JSON. Figures only: no identity beyond the
number, no checks, no documents. Deals count up to the end of the week."""
import collections
import csv
import datetime
import json
import sys

VISIT, CALL, DEAL, STATUS, TOTAL = (
    "来访日期时间", "来电日期时间", "成交日期", "状态(认购/签约/退房)", "总价(元)")
PHONE, KIND, STAFF, CHANNEL = "手机号", "来访类型", "置业顾问", "认知途径"


def finish(visits, calls, converted, staff, amounts):
    """The line to print, whatever the engine."""
    amounts = sorted(amounts, reverse=True)
    total, running, needed = sum(amounts), 0, 0
    for needed, amount in enumerate(amounts, 1):
        running += amount
        if running * 5 >= total * 4:
            break
    top = (len(amounts) + 4) // 5
    print(json.dumps({
        "visits": visits, "calls": calls, "converted": converted,
        "staff": sorted((name, int(n), int(sum_)) for name, n, sum_ in staff),
        "customers": len(amounts), "top": int(sum(amounts[:top])), "for80": needed,
        "total": int(total)}, ensure_ascii=False))


def with_csv(folder, before, start, end):
    buyers, staff, sums = set(), collections.defaultdict(lambda: [0, 0]), collections.Counter()
    with open(f"{folder}/成交.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row[STATUS] != "退房" and row[DEAL] < end:
                buyers.add(row[PHONE])
                staff[row[STAFF]][0] += 1
                staff[row[STAFF]][1] += int(row[TOTAL])
                sums[row[PHONE]] += int(row[TOTAL])

    def weeks(name, column):
        counts, converted = [0, 0], [0, 0]
        with open(f"{folder}/{name}", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                time = row[column]
                counts[0] += start <= time < end
                counts[1] += before <= time < start
                if row.get(KIND) == "首访":
                    converted[0] += 1
                    converted[1] += row[PHONE] in buyers
        return counts, converted

    visits, converted = weeks("来访.csv", VISIT)
    calls, _ = weeks("来电.csv", CALL)
    finish(visits, calls, converted, [(k, *v) for k, v in staff.items()], list(sums.values()))


def with_duckdb(folder, before, start, end):
    import duckdb
    base = duckdb.connect(config={"threads": 2})

    def table(name):
        return f"read_csv('{folder}/{name}', header=true, all_varchar=true, delim=',', quote='\"')"

    base.execute(f"""create temp table d as select "{PHONE}" p, "{STAFF}" s, "{TOTAL}"::bigint t
        from {table('成交.csv')} where "{STATUS}" <> '退房' and "{DEAL}" < '{end}'""")
    span = f"count(*) filter (t >= '{start}' and t < '{end}'), count(*) filter (t >= '{before}' and t < '{start}')"
    visits = base.execute(f"""select {span}, count(*) filter (k = '首访'),
        count(*) filter (k = '首访' and p in (select p from d))
        from (select "{VISIT}" t, "{KIND}" k, "{PHONE}" p from {table('来访.csv')})""").fetchone()
    calls = base.execute(f"""select {span} from (select "{CALL}" t from {table('来电.csv')})""").fetchone()
    staff = base.execute("select s, count(*), sum(t) from d group by s").fetchall()
    sums = base.execute("select sum(t)::bigint from d group by p").fetchall()
    finish(list(visits[:2]), list(calls), list(visits[2:]), staff, [row[0] for row in sums])


def with_polars(folder, before, start, end):
    import polars as pl

    def table(name, columns):
        return pl.scan_csv(f"{folder}/{name}", infer_schema=False).select(columns)

    deals = (table("成交.csv", [DEAL, PHONE, STAFF, TOTAL, STATUS])
             .filter((pl.col(STATUS) != "退房") & (pl.col(DEAL) < end))
             .with_columns(pl.col(TOTAL).cast(pl.Int64)).collect())

    def span(column):
        time = pl.col(column)
        return [((time >= start) & (time < end)).sum().alias("now"),
                ((time >= before) & (time < start)).sum().alias("before")]

    first = pl.col(KIND) == "首访"
    buyers = deals[PHONE].unique().implode()
    visits = table("来访.csv", [VISIT, KIND, PHONE]).select(
        span(VISIT) + [first.sum().alias("first"),
                       (first & pl.col(PHONE).is_in(buyers)).sum().alias("converted")]).collect().row(0)
    calls = table("来电.csv", [CALL]).select(span(CALL)).collect().row(0)
    staff = deals.group_by(STAFF).agg(pl.len(), pl.col(TOTAL).sum()).rows()
    sums = deals.group_by(PHONE).agg(pl.col(TOTAL).sum())[TOTAL].to_list()
    finish(list(visits[:2]), list(calls), list(visits[2:]), staff, sums)


def main():
    engine, folder, monday = sys.argv[1:4]
    start = datetime.date.fromisoformat(monday)
    week = datetime.timedelta(days=7)
    {"csv": with_csv, "duckdb": with_duckdb, "polars": with_polars}[engine](
        folder, str(start - week), str(start), str(start + week))


main()
