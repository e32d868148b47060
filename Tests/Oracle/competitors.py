"""What is known of the competitors. fp 39, 69."""
from fractions import Fraction

import results
from figures import figure
from periods import Window
from traffic import gross_in


def notes(office, day):
    """Rows of other projects dated on or before the day, oldest first (our own are not counted)."""
    rows = [row for row in office.ok('competitors') if row.get('date') and row.get('date') <= day]
    return sorted(rows, key=lambda row: (row.get('date'), row.order))


def last_value(rows, field):
    for row in reversed(rows):
        if row.get(field) not in (None, ''):
            return row.get(field)
    return None


def last_price(rows):
    """Exact fen per square metre as a Fraction; several product rows of one day are weighed."""
    days = sorted({row.get('date') for row in rows if row.get('unit-price')})
    if not days:
        return None
    return price_of_day([row for row in rows if row.get('date') == days[-1]])


def price_of_day(same):
    if len(same) == 1:
        return Fraction(same[0].get('unit-price')) if same[0].get('unit-price') else None
    if all(row.get('amount') and row.get('sold-area') for row in same):
        return Fraction(sum(row.get('amount') for row in same) * 100, sum(row.get('sold-area') for row in same))
    priced = [row for row in same if row.get('unit-price')]
    if not priced:
        return None
    sold = sum(row.get('sold') or 0 for row in priced)
    if sold > 0:
        return Fraction(sum(row.get('unit-price') * (row.get('sold') or 0) for row in priced), sold)
    most = max(row.get('stock') or 0 for row in priced)
    return Fraction([row for row in priced if (row.get('stock') or 0) == most][0].get('unit-price'))


def last_stock(rows):
    """The project's stock on the last day with a stock: Σ of that day's product rows."""
    days = sorted({row.get('date') for row in rows if row.get('stock') is not None})
    if not days:
        return None
    return sum(row.get('stock') for row in rows if row.get('date') == days[-1] and row.get('stock') is not None)


def total_in(rows, field, window):
    """Σ of rows dated in the window; None when there is no such row, never 0."""
    cells = [row.get(field) for row in rows if window and row.get('date') in window and row.get(field) is not None]
    return sum(cells) if cells else None


def price_cell(price):
    """yuan per square metre as an exact ratio, or "0.00" when it is whole fen."""
    if price is None:
        return None
    if price.denominator == 1:
        return results.hundredths(int(price))
    return {'numerator': results.hundredths(price.numerator), 'denominator': price.denominator}


def our_price(office, window):
    """(fen, hundredths of a square metre) of the period's deals with both."""
    deals = [deal for deal in gross_in(office, window) if deal.amount and deal.area] if window else []
    return sum(deal.amount for deal in deals), sum(deal.area for deal in deals)


@figure('competitors.summary', 'competitors', scopes='own')
def competitors_summary(f):
    office, window = f.office, f.window
    by_project = {}
    for row in notes(office, office.day):
        by_project.setdefault(row.get('project'), []).append(row)
    amount, area = our_price(office, window)
    set_sold = sum(total_in(rows, 'sold', window) or 0 for rows in by_project.values())
    lines = []
    for project, rows in by_project.items():
        price, stock, sold = last_price(rows), last_stock(rows), total_in(rows, 'sold', window)
        sold_to_date = sum(row.get('sold') or 0 for row in rows)
        any_sold = any(row.get('sold') is not None for row in rows)
        through = results.ratio(sold_to_date, sold_to_date + stock) if stock is not None and any_sold else None
        weeks = {}
        for row in rows:
            if row.get('sold') is not None:
                week = office.calendar.week_of(row.get('date')).first
                weeks[week] = weeks.get(week, 0) + row.get('sold')
        last_weeks = sorted(weeks)[-8:]
        sold_in_weeks = sum(weeks[week] for week in last_weeks)
        supply = results.ratio(stock * len(last_weeks), sold_in_weeks) if stock is not None and sold_in_weeks > 0 else None
        gap = None
        if price and area:
            ours = Fraction(amount * 100, area)
            difference = (ours - price) / price
            gap = results.ratio(difference.numerator, difference.denominator)
        share = results.ratio(sold, set_sold) if sold is not None else None
        tiers = ['核心', '次级', '干扰']
        tier = last_value(rows, 'tier')
        place = 4 if not tier else tiers.index(tier) if tier in tiers else 3
        lines.append(((place, -(sold if sold is not None else -1)), project,
                      [project, last_value(rows, 'tier'), price_cell(price), sold, total_in(rows, 'released', window), stock, through, supply,
                       gap, share, last_value(rows, 'source'), results.day(rows[-1].get('date')), (office.day - rows[-1].get('date')).days]))
    lines.sort(key=lambda line: line[:2])
    return results.table(['project', 'tier', 'price', 'sold', 'released', 'stock', 'sell-through', 'weeks', 'gap', 'share', 'source', 'latest', 'age'],
                         [line[2] for line in lines])


@figure('competitors.our-share', 'competitors', scopes='own')
def competitors_our_share(f):
    """Ours over ours and what the rivals with news are known to have sold in the period."""
    if not f.office.has('deals'):
        return results.null('no deals file')
    sold = [row.get('sold') for row in notes(f.office, f.office.day) if f.window and row.get('date') in f.window and row.get('sold') is not None]
    if not sold:
        return results.null('nothing known')
    ours = len(gross_in(f.office, f.window))
    return results.ratio(ours, ours + sum(sold))


@figure('competitors.ladder', 'competitors', scopes='own')
def competitors_ladder(f):
    """Last known prices from the highest, ours of the period among them."""
    by_project = {}
    for row in notes(f.office, f.office.day):
        by_project.setdefault(row.get('project'), []).append(row)
    amount, area = our_price(f.office, f.window)
    ours = Fraction(amount * 100, area) if area else None
    lines = []
    if ours is not None:
        lines.append((-ours, '', ['本案', results.ratio(results.hundredths(amount), results.hundredths(area)), None, None]))
    for project, rows in by_project.items():
        price = last_price(rows)
        if price is None:
            continue
        last = max(row.get('date') for row in rows if row.get('unit-price'))
        gap = results.ratio(((ours - price) / price).numerator, ((ours - price) / price).denominator) if ours is not None and price else None
        lines.append((-price, project, [project, price_cell(price), gap, (f.office.day - last).days]))
    lines.sort(key=lambda line: line[:2])
    return results.table(['name', 'price', 'gap', 'age'], [line[2] for line in lines])


@figure('competitors.activity', 'competitors')
def competitors_activity(f):
    rows = [[results.day(row.get('date')), row.get('project'), row.text('discount') or None, row.text('activity') or None, row.get('source')]
            for row in notes(f.office, f.day) if row.get('date') in f.window and (row.get('discount') or row.get('activity'))]
    return results.table(['date', 'project', 'discount', 'activity', 'source'], rows)


@figure('competitors.structure', 'competitors', scopes='own')
def competitors_structure(f):
    """The survey's rows by their own word of a side; stock on the last day of each project that has one."""
    office, window = f.office, f.window
    rows = notes(office, office.day)
    stock_day = {}
    for row in rows:
        if row.get('stock') is not None:
            stock_day[row.get('project')] = row.get('date')
    all_sold = sum(row.get('sold') or 0 for row in rows if window and row.get('date') in window)
    lines = []
    for side, field in (('业态', 'product'), ('板块', 'district'), ('主力面积', 'area'), ('等级', 'tier')):
        groups = {}
        for row in rows:
            groups.setdefault((row.text(field) if field == 'area' else row.get(field)) or '', []).append(row)
        if not any(groups):
            continue
        part = []
        for name, same in groups.items():
            sold = total_in(same, 'sold', window)
            stocked = [row.get('stock') for row in same if row.get('stock') is not None and row.get('date') == stock_day[row.get('project')]]
            priced = [row for row in same if window and row.get('date') in window and row.get('unit-price') and (row.get('sold') or 0) > 0]
            units = sum(row.get('sold') for row in priced)
            price = Fraction(sum(row.get('unit-price') * row.get('sold') for row in priced), units) if units else None
            part.append((-(sold if sold is not None else -1), name,
                         [side, name or '未填', len({row.get('project') for row in same}), total_in(same, 'released', window), sold,
                          results.ratio(sold, all_sold) if sold is not None else None, sum(stocked) if stocked else None,
                          price_cell(price)]))
        lines += [line[2] for line in sorted(part, key=lambda line: line[:2])]
    return results.table(['by', 'name', 'projects', 'released', 'sold', 'share', 'stock', 'price'], lines)
