"""The shape of answers: exact values for the JSON. fp 46."""
from fractions import Fraction


def hundredths(value):
    """Integer fen or 1/100 square metre -> "0.00"."""
    if value is None:
        return None
    sign = '-' if value < 0 else ''
    return f'{sign}{abs(value) // 100}.{abs(value) % 100:02d}'


def null(reason):
    return {'value': None, 'reason': reason}


def is_null(result):
    return result.get('value', 0) is None and 'columns' not in result and result.get('denominator', 0) == 0


def scalar(value, unit, rows=None):
    result = {'value': value, 'unit': unit}
    if rows is not None:
        result['rows'] = len(rows) if not isinstance(rows, int) else rows
    return result


def ratio(numerator, denominator, rows=None, kind=None, top=None, bottom=None):
    """An unreduced exact quotient. top and bottom: 'hundredths' for money and area."""
    def show(value, how):
        if how == 'hundredths':
            return hundredths(value)
        value = Fraction(value)
        return int(value) if value.denominator == 1 else f'{value.numerator}/{value.denominator}'

    # A sum of shared credits (thirds …) is not whole: both sides are made whole, the quotient stays.
    if top is None and bottom is None:
        scale = Fraction(numerator).denominator * Fraction(denominator).denominator
        if scale != 1:
            numerator, denominator = Fraction(numerator) * scale, Fraction(denominator) * scale
    result = {'numerator': show(numerator, top), 'denominator': show(denominator, bottom)}
    if denominator == 0:
        result.update(value=None, reason='division by zero')
    if rows is not None:
        result['rows'] = len(rows) if not isinstance(rows, int) else rows
    return result


def number(value):
    """A cell: a whole number, or an exact ratio (shared credits)."""
    if value is None:
        return None
    value = Fraction(value)
    return int(value) if value.denominator == 1 else {'numerator': value.numerator, 'denominator': value.denominator}


def change(this, previous):
    """(this − previous) / previous; nothing without or against a previous 0."""
    if previous is None or previous == 0 or this is None:
        return None
    return ratio(Fraction(this) - Fraction(previous), previous)


def table(columns, rows):
    return {'columns': list(columns), 'rows': rows, 'count': len(rows)}


def day(value):
    return value.isoformat() if value else None
