"""Rules that change: their values on a day, by country, read from the table ``setting``."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Select, case, literal, select

from data.calendar import months_later
from data.schema import SETTING
from data.schema.reference import NATIONS
from data.schema.running import ANY_COUNTRY
from data.types import Day

# The fee for a day of placement. No value of it holds until somebody has entered one.
DAILY_FEE: Final = "daily_fee_pence"


class Dated(NamedTuple):
    """A setting's value, with the day from which it is valid and the country in which it is."""

    valid_from: date
    country: str
    value: int


@dataclass(frozen=True)
class Context:
    """The day a figure refers to, and the rules of that day.

    Attributes:
        as_at: Dates after it are not yet known.
        stock_date: The day on which stocks are counted.
        numbers: Values of the settings in force, by key and nation, and for any country.
        fees: Every value of the daily fee, the latest first: each holds for the days from it on.
    """

    as_at: date
    stock_date: date
    numbers: Mapping[str, Mapping[str, int]] = field(hash=False)
    fees: tuple[Dated, ...] = ()

    def by_key(self) -> dict[str, dict[str, int]]:
        """Return the values of the settings in force, by key and nation."""
        return {
            key: {nation: values[nation] for nation in NATIONS if nation in values}
            for key, values in self.numbers.items()
        }

    def number(self, key: str, nation: ColumnElement[Any]) -> ColumnElement[Any]:
        """Return the value of a setting in the nation that a column names."""
        return self.by_nation(key, nation, literal)

    def months_before(self, key: str, nation: ColumnElement[Any], day: date) -> ColumnElement[Any]:
        """Return the day that lies a setting's months before another, in the column's nation."""
        return self.by_nation(
            key, nation, lambda months: literal(months_later(day, -months), Day())
        )

    def by_nation(
        self, key: str, nation: ColumnElement[Any], make: Callable[[int], ColumnElement[Any]]
    ) -> ColumnElement[Any]:
        """Return what is made of a setting's value in the nation that a column names."""
        values = self.numbers[key]
        # Where no region says which nation it is, only what holds everywhere can be said.
        common = values[ANY_COUNTRY]
        others = {name: value for name, value in values.items() if value != common}
        if not others:
            return make(common)
        branches = [(nation == name, make(value)) for name, value in others.items()]
        return case(*branches, else_=make(common))


def statement() -> Select[Any]:
    """Return a statement of every setting, the latest first."""
    columns = (SETTING.c.key, SETTING.c.country, SETTING.c.valid_from, SETTING.c.value)
    return select(*columns).order_by(SETTING.c.valid_from.desc())


def in_force(rows: Iterable[Any], day: date) -> dict[str, dict[str, int]]:
    """Return each setting's value on a day, by key and nation, and for any country.

    Args:
        rows: Of ``statement()``: ``key``, ``country``, ``valid_from``, ``value``; latest first.
        day: The day. A nation's own value goes before the value for any country.
    """
    known = [row for row in rows if row.valid_from <= day]
    found: dict[str, dict[str, int]] = {}
    for country in (ANY_COUNTRY, *NATIONS):
        for row in reversed(known):
            if row.country == country:
                nations = (ANY_COUNTRY, *NATIONS) if country == ANY_COUNTRY else (country,)
                found.setdefault(row.key, {}).update(dict.fromkeys(nations, int(row.value)))
    return found


def history(rows: Iterable[Any], key: str) -> tuple[Dated, ...]:
    """Return every value that a setting has had or will have, the latest first."""
    return tuple(
        Dated(row.valid_from, row.country, int(row.value)) for row in rows if row.key == key
    )
