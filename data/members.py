"""Who was expected to report, and who has not."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.calendar import academic_year, first_day, last_day
from data.schema.reference import NATIONS, PUBLISHED
from data.selection import Selection


@dataclass(frozen=True, slots=True)
class DueReturn:
    """A return that was due.

    Attributes:
        period: The quarter it is for.
        year: The academic year of that quarter.
        due: The day it was due.
    """

    period: str
    year: str
    due: date


@dataclass(frozen=True, slots=True)
class Member:
    """An organisation in a partnership, and the returns it owes.

    Attributes:
        partnership: Code of the partnership.
        origin: Where the partnership's figures come from.
        organisation: Code of the organisation.
        name: Name of the organisation.
        kind: What kind of organisation it is.
        services: Whom it serves: ``adults``, ``children``, ``both``, or not stated.
        region: ONS code of its region.
        valid_from: First day of membership; ``None`` is always.
        valid_to: Last day of membership; ``None`` is to this day.
        missing: Returns that are due and have not arrived, the earliest first.
        due: Returns that were due, in or not.
    """

    partnership: str
    origin: str
    organisation: str
    name: str
    kind: str
    services: str | None
    region: str | None
    valid_from: date | None
    valid_to: date | None
    missing: tuple[DueReturn, ...]
    due: tuple[DueReturn, ...] = ()

    @property
    def sends_returns(self) -> bool:
        """Whether its partnership does: one known from documents alone is asked for none."""
        return self.origin != PUBLISHED

    def belongs_in(self, years: Iterable[str], as_at: date) -> bool:
        """Return whether it was a member in one of the years; by the day, if none is named."""
        start, end = self.valid_from or date.min, self.valid_to or date.max
        chosen = tuple(years)
        if not chosen:
            return start <= as_at
        return any(start <= last_day(year) and end >= first_day(year) for year in chosen)

    def misses(self, years: Iterable[str]) -> bool:
        """Return whether a return of one of the years is missing; of any year, if none is named.

        A partnership known from documents alone sends no returns, so all of them are missing.
        """
        return not self.sends_returns or bool(self.missing_in(years))

    def missing_in(self, years: Iterable[str]) -> tuple[DueReturn, ...]:
        """Return the missing returns of some years; all that are missing, if none is named."""
        return _of_years(self.missing, years)

    def due_in(self, years: Iterable[str]) -> tuple[DueReturn, ...]:
        """Return the returns of some years that were due; of any year, if none is named."""
        return _of_years(self.due, years)


def members(rows: Iterable[Any]) -> list[Member]:
    """Return the members, from the rows of ``data.queries.returns.due``, in their order."""
    first: dict[tuple[Any, ...], Any] = {}
    due: dict[tuple[Any, ...], list[DueReturn]] = defaultdict(list)
    missing: dict[tuple[Any, ...], list[DueReturn]] = defaultdict(list)
    for row in rows:
        key = (row.partnership, row.organisation, row.valid_from)
        first.setdefault(key, row)
        if row.period is not None:
            one = DueReturn(row.period, academic_year(row.period_starts), row.due)
            due[key].append(one)
            missing[key] += [] if row.state else [one]
    return [
        Member(
            partnership=row.partnership,
            origin=row.origin,
            organisation=row.organisation,
            name=row.name,
            kind=row.kind,
            services=row.services,
            region=row.region,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            missing=tuple(sorted(missing[key], key=lambda each: each.due)),
            due=tuple(due[key]),
        )
        for key, row in first.items()
    ]


def chosen(found: Iterable[Member], selection: Selection) -> list[Member]:
    """Return the members that the filters for region, partnership, partner and year let pass."""
    return [
        member
        for member in found
        if _passes(member.region, selection.regions)
        and _passes(member.partnership, selection.partnerships)
        and _passes(member.organisation, selection.organisations)
        and member.belongs_in(selection.years, selection.as_at)
    ]


def nation_of(region: str) -> str:
    """Return the nation of a region's code, by its initial; England where there is none."""
    return next((name for name in NATIONS if name[0] == region[:1]), NATIONS[0])


def _of_years(returns: tuple[DueReturn, ...], years: Iterable[str]) -> tuple[DueReturn, ...]:
    chosen = set(years)
    return tuple(each for each in returns if not chosen or each.year in chosen)


def _passes(value: str | None, allowed: tuple[str, ...]) -> bool:
    return not allowed or value in allowed
