"""What there is to choose from, and what it is called."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.calendar import academic_year, year_name
from data.queries import places, years
from data.reader import Snapshot
from data.returns.sheets.declaration import AREAS, LEVELS
from data.schema.reference import ROUTES


@dataclass(frozen=True)
class Options:
    """The choices the filters offer, in the order to show them.

    Attributes:
        regions: Names by ONS code.
        partnerships: Names by code.
        organisations: Names by code.
        years: Academic years that have data, the latest first.
        origins: Where a partnership's figures come from, by its code.
        kinds: What kind of organisation each is, by code.
        services: Whom each organisation serves, by code, where it is stated.
        levels: Codes of the levels.
        areas: Codes of the service areas.
        routes: Codes of the routes.
    """

    regions: Mapping[str, str]
    partnerships: Mapping[str, str]
    organisations: Mapping[str, str]
    years: tuple[str, ...]
    origins: Mapping[str, str]
    kinds: Mapping[str, str]
    services: Mapping[str, str]
    levels: tuple[str, ...] = LEVELS
    areas: tuple[str, ...] = AREAS
    routes: tuple[str, ...] = ROUTES


def load(snapshot: Snapshot) -> Options:
    """Read the choices from one state of the data."""
    partnerships = snapshot.rows(places.partnerships())
    organisations = snapshot.rows(places.organisations())
    return Options(
        regions={row.code: row.name for row in snapshot.rows(places.regions())},
        partnerships={row.code: row.name for row in partnerships},
        organisations={row.code: row.name for row in organisations},
        years=_years(snapshot),
        origins={row.code: row.origin for row in partnerships},
        kinds={row.code: row.kind for row in organisations},
        services={row.code: row.services for row in organisations if row.services},
    )


def _years(snapshot: Snapshot) -> tuple[str, ...]:
    (span,) = snapshot.rows(years.span())
    if span.first is None:
        return ()
    first, last = (int(academic_year(day)[:4]) for day in span)
    return tuple(year_name(year) for year in range(last, first - 1, -1))
