"""Generated rows without a database."""

from collections import defaultdict
from datetime import date

from data.generated import organisations, partnership, sizes
from data.schema import FACTS
from data.types import Day

SEED = 1


def rows_of_each(size):
    """How many rows each partnership of a size has."""
    wanted = sizes.SIZES[size]
    return sizes.shares(wanted.rows, wanted.partnerships)


def partnerships(size):
    """Who takes part in a size."""
    return organisations.partnerships(rows_of_each(size))


def drawn(one, rows, seed=SEED):
    """The fact rows of one partnership by table, each a dict without blanks."""
    found = defaultdict(list)
    for batch in partnership.batches(one, rows, seed):
        found[batch.table].extend(as_dicts(batch))
    return found


def as_dicts(batch):
    columns = {name: every(column, batch.count) for name, column in batch.columns.items()}
    for values in zip(*columns.values(), strict=True):
        pairs = zip(columns, values, strict=True)
        yield {name: typed(batch, name, value) for name, value in pairs if value is not None}


def typed(batch, name, value):
    """A value as the database gives it back."""
    is_day = isinstance(FACTS[batch.table].c[name].type, Day)
    return date.fromisoformat(value) if is_day else value


def every(column, count):
    if isinstance(column, str | int | float | None):
        return [column] * count
    return list(getattr(column, "tolist", lambda: column)())
