"""The balance of every file. fp 36."""
import results
from figures import figure
from reading import CHINESE_KINDS


@figure('data.balance', scopes='own')
def data_balance(f):
    rows = []
    for name, kind, count in f.office.balance():
        rows.append([name, CHINESE_KINDS.get(kind, '未使用')] + ([count[key] for key in ('rows', 'counted', 'outside', 'duplicates', 'excluded', 'skipped', 'rejected')]
                                    if count else [None] * 7))
    return results.table(['name', 'kind', 'rows', 'counted', 'outside', 'duplicates', 'excluded', 'skipped', 'rejected'], rows)


def header(row):
    """The header, as it stands in the file, of the cell that rejected the row; None where it was the row as a whole."""
    field = row.reason.split(':')[0]
    for position, fields, _ in row.source.columns:
        if field in [name for name, _ in fields]:
            return row.source.header[position].strip()
    return None


@figure('data.rejects', scopes='own')
def data_rejects(f):
    rows = [[row.source.name, row.line, header(row)] for source in f.office.folder.sources for row in source.rows if row.fate == 'rejected']
    return results.table(['file', 'line', 'column'], sorted(rows, key=lambda row: row[:2]))
