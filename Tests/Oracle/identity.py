"""Who is the same customer. fp 8, 20, 21, 22, 60."""
import values


class Customer:
    def __init__(self, rows):
        self.rows = sorted(rows, key=lambda row: row.order)
        self.weak = False

    @property
    def key(self):
        """The order of customers in a tie: smallest id, else smallest number, else the first row."""
        ids = sorted(row.get('customer-id') for row in self.rows if row.get('customer-id'))
        numbers = sorted(number for row in self.rows for number in full_phones(row))
        first = self.rows[0]
        return (ids[0] if ids else numbers[0] if numbers else f'{first.source.name}:{first.line:09d}')


def full_phones(row):
    return row.get('phone', ([], []))[0]


def masked_phones(row):
    return row.get('phone', ([], []))[1]


def surnames(row):
    return {values.surname(name) for name in row.get('name', []) if values.surname(name)}


class Groups:
    """Plain union-find."""

    def __init__(self, items):
        self.parent = {item: item for item in items}

    def find(self, item):
        while self.parent[item] is not item:
            item = self.parent[item]
        return item

    def join(self, one, other):
        a, b = self.find(one), self.find(other)
        if a is not b:
            first, second = sorted((a, b), key=lambda row: row.order)
            self.parent[second] = first

    def sets(self):
        found = {}
        for item in self.parent:
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())


def identify(rows):
    """rows of calls, visits, deals and cards -> {row: Customer}."""
    rows = sorted(rows, key=lambda row: (row.source.kind, row.order))
    # fp 21: a number that occurs with more than five different surnames is no key
    names_of = {}
    for row in rows:
        for number in full_phones(row):
            names_of.setdefault(number, set()).update(surnames(row))
    no_key = {number for number, names in names_of.items() if len(names) > 5}
    keys = {row: [number for number in full_phones(row) if number not in no_key] for row in rows}

    groups = Groups(rows)
    by_number, by_id = {}, {}
    for row in rows:
        for number in keys[row]:                         # fp 60: all numbers of a cell are keys
            by_number.setdefault(number, []).append(row)
        if row.get('customer-id'):
            by_id.setdefault(row.get('customer-id'), []).append(row)
    for same in by_number.values():
        for row in same[1:]:
            groups.join(same[0], row)
    for same in by_id.values():
        for index, one in enumerate(same):
            for other in same[index + 1:]:
                # fp 22: not joined when both have full phones without a common number and different surnames
                clash = (keys[one] and keys[other] and not set(keys[one]) & set(keys[other])
                         and surnames(one) and surnames(other) and not surnames(one) & surnames(other))
                if not clash:
                    groups.join(one, other)
    customers = groups.sets()

    # fp 20: the weak key, only for records without id and full phone
    weak_rows = [row for row in rows if not row.get('customer-id') and not keys[row] and masked_phones(row)]
    strong = [(group, {number for row in group for number in keys[row]}, {name for row in group for name in surnames(row)})
              for group in customers if any(keys[row] for row in group)]
    joined, alone = [], []
    for row in weak_rows:
        candidates = [group for group, numbers, names in strong
                      if surnames(row) & names and any(number.startswith(first) and number.endswith(last)
                                                       for first, last in masked_phones(row) for number in numbers)]
        if len(candidates) == 1:
            joined.append((candidates[0][0], row))
        elif not candidates:
            alone.append(row)
    weakly = set()
    for target, row in joined:
        groups.join(target, row)
        weakly.add(row)
    by_mask = {}
    for row in alone:                                    # the same mask and the same full name
        for mask in masked_phones(row):
            for name in row.get('name', []):
                by_mask.setdefault((mask, name), []).append(row)
    for same in by_mask.values():
        for row in same[1:]:
            groups.join(same[0], row)
            weakly.add(row)

    result = {}
    for group in groups.sets():
        customer = Customer(group)
        customer.weak = any(row in weakly for row in group)
        for row in group:
            result[row] = customer
    return result
