"""What was added up for groups of rows, and how finer groups make coarser ones."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

Key = tuple[Any, ...]
Number = int | float
By = tuple[str, ...]


class Sum(NamedTuple):
    """What was added up for a group.

    Attributes:
        total: The sum of the counted rows; 0 where none counted.
        n: Rows counted.
        rows: Rows that passed the filters, counted or not.
        blank: Rows that would have counted, had they said how much.
    """

    total: Number = 0
    n: int = 0
    rows: int = 0
    blank: int = 0

    @property
    def unknown(self) -> bool:
        """Whether there are rows to add up, and none of them says how much."""
        return self.blank > 0 and self.n == 0


Sums = dict[Key, Sum]
NOTHING = Sum()


def together(one: Sum, other: Sum) -> Sum:
    """Return two groups' sums as one's."""
    return Sum(
        one.total + other.total, one.n + other.n, one.rows + other.rows, one.blank + other.blank
    )


def read(rows: Iterable[Sequence[Any]], dimensions: int, measures: int) -> list[Sums]:
    """Return the sums of each measure by group, from the rows of ``data.totals.totals``.

    Args:
        rows: Of the statement.
        dimensions: How many columns name the group.
        measures: How many measures were added up.
    """
    found: list[Sums] = [{} for _ in range(measures)]
    for row in rows:
        key, count = tuple(row[:dimensions]), row[dimensions]
        # Without dimensions there is a row even of nothing.
        if count:
            for place, sums in enumerate(found):
                total, n, blank = row[dimensions + 1 + 3 * place : dimensions + 4 + 3 * place]
                sums[key] = Sum(_plain(total), int(n), int(count), int(blank))
    return found


def folded(sums: Mapping[Key, Sum], finer: By, by: By) -> Sums:
    """Return sums by some of the dimensions that they were made by, in any order."""
    places = [finer.index(dimension) for dimension in by]
    found: dict[Key, list[Number]] = {}
    for key, each in sums.items():
        group = tuple([key[place] for place in places])
        known = found.get(group)
        if known is None:
            found[group] = list(each)
        else:
            for place, number in enumerate(each):
                known[place] += number
    return {key: Sum(*numbers) for key, numbers in found.items()}  # type: ignore[arg-type]


def with_year(key: Key, by: By, year: str) -> Key:
    """Return a group's key with an academic year put where the dimensions ask for one."""
    if "academic_year" not in by:
        return key
    place = by.index("academic_year")
    return (*key[:place], year, *key[place:])


def _plain(total: Number | Decimal) -> Number:
    # PostgreSQL answers sums of large whole numbers as decimals; fractions come as floats.
    return int(total) if isinstance(total, Decimal) else total
