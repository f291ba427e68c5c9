"""One edition of a database, with what ``evaluate`` gives of it."""

from math import isclose

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, applicable, evaluate
from dashboard.indicators.rows import COLUMNS, rows
from data.selection import Selection

# What an interface, a file or a command tells of a figure, but for what is the same of all.
TOLD = tuple(name for name in COLUMNS if name not in ("data_version", "updated_at"))


def same(one, other):
    """Whether what is shown is what must be; fractions that were added up in another order are."""
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    try:
        return one == other or isclose(float(one), float(other), rel_tol=1e-9)
    except (TypeError, ValueError):
        return False


class World:
    """One edition of a database, with what ``evaluate`` gives of it."""

    def __init__(self, files, number, client):
        self.files, self.number, self.client = files, number, client
        self.query = f"edition={number}"
        self.at = files.at()(self.query)
        self.selection = Selection(self.at.today, partnerships=tuple(sorted(self.at.within)))
        self._found = {}
        with self.at.reader.snapshot() as snapshot:
            self.version = snapshot.version

    def figures(self, ask):
        """The figures of a question, by group."""
        if ask not in self._found:
            with self.at.reader.snapshot() as snapshot:
                (found,) = evaluate(self.at.bench(snapshot, cells=False), [ask]).values()
            self._found[ask] = {figure.key: figure for figure in found}
        return self._found[ask]

    def told(self, by):
        """What a program is told of each indicator, by its id: rows of words."""
        with self.at.reader.snapshot() as snapshot:
            bench = self.at.bench(snapshot, cells=False)
            asks = [Ask(each, self.selection, by) for each in INDICATORS.values()]
            asks = [ask for ask in asks if not by or applicable(bench, ask)]
        return {
            ask.indicator.id: [
                {name: row[name] for name in (*by, *TOLD)}
                for row in rows(ask, self.figures(ask).values(), self.version)
            ]
            for ask in asks
        }


def compared(found, expected, by):
    """Rows of one indicator, each beside the one that it must be."""
    for indicator, told in expected.items():
        shown = found.get(indicator, [])
        assert len(shown) == len(told), (indicator, by)
        for row, other in zip(shown, told, strict=True):
            yield (indicator, by, tuple(row[name] for name in by)), row, other


def texts(row):
    """A row as CSV has it."""
    return {name: "" if value is None else str(value) for name, value in row.items()}


def number(figure):
    """What a figure shows; a view may count partners behind it anew, for the row that it is in."""
    return figure.value, figure.numerator, figure.denominator, figure.low, figure.status
