"""The list of figures: id -> how it is computed, of which kinds of rows, in which scopes."""
import results

SCOPES = ('previous', 'last-year', 'week', 'month', 'quarter', 'year', 'total')


class Figure:
    def __init__(self, name, compute, kinds, scopes):
        self.id, self.compute, self.kinds, self.scopes = name, compute, kinds, scopes


REGISTRY = {}


def figure(name, *kinds, scopes='all'):
    """scopes: 'all'; 'date' for the state on the last counted day (fp 26); 'own' for one value only; 'weeks' for the last
    weeks, which `total` does not change;
    'months' for targets, which also have month, quarter and year; 'plan' the same, of the whole period."""
    def keep(function):
        assert name not in REGISTRY, name
        REGISTRY[name] = Figure(name, function, kinds, scopes)
        return function
    return keep


class Frame:
    """What one figure is asked for: the office, the window, the compared window of the scope."""

    def __init__(self, office, scope):
        self.office, self.scope = office, scope
        self.window = office.scopes.window(scope)
        self.previous = office.scopes.window('previous') if scope == 'this' else None
        self.day = office.day if self.window is None else self.window.last

    def outside(self, window, kinds):
        """fp 80: the compared period ends before the first dated row of a kind."""
        if window is None:
            return True
        for kind in kinds:
            first = self.office.first_day(kind)
            if first is None or window.last < first:
                return True
        return False


def compute(office, name, scope='this'):
    figure_ = REGISTRY[name]
    frame = Frame(office, scope)
    for kind in figure_.kinds:
        if not office.has(kind):
            return results.null(f'no {kind} file')
    if figure_.scopes in ('all', 'months') and frame.window is None:
        return results.null('the period has not begun')                  # fp 84
    if figure_.scopes == 'all' and scope in ('previous', 'last-year'):
        dated = [kind for kind in figure_.kinds if kind in ('calls', 'visits', 'deals', 'receipts', 'followups', 'costs', 'patrols')]
        if frame.outside(frame.window, dated):
            return results.null('before the first dated row')
    return figure_.compute(frame)


def scopes_of(name):
    how = REGISTRY[name].scopes
    if how == 'all':
        return SCOPES
    if how in ('date', 'weeks'):
        return ('total',)
    if how in ('months', 'plan'):
        return ('month', 'quarter', 'year')
    return ()
