"""What there is to choose from, and what it is called."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

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
        partnerships: Names by code; those that may be read, where that is not all of them.
        organisations: Names by code; those of these partnerships.
        years: Academic years that have data, the latest first.
        origins: Where a partnership's figures come from, by its code.
        kinds: What kind of organisation each is, by code.
        services: Whom each organisation serves, by code, where it is stated.
        levels: Codes of the levels.
        areas: Codes of the service areas.
        routes: Codes of the routes.
        names: Names of every organisation, by code.
        members: Codes of the organisations of each partnership, by its code.
        programmes: Names of the programmes, by code.
        limited: Whether there is more than may be read.
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
    names: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, frozenset[str]] = field(default_factory=dict)
    programmes: Mapping[str, str] = field(default_factory=dict)
    limited: bool = False

    def within(self, partnerships: frozenset[str] | None) -> "Options":
        """Return what there is to choose from for somebody who may read some partnerships.

        Args:
            partnerships: Their codes; nothing means all of them.
        """
        if partnerships is None:
            return self
        there = {one for code in partnerships for one in self.members.get(code, ())}
        return replace(
            self,
            partnerships={c: name for c, name in self.partnerships.items() if c in partnerships},
            organisations={c: name for c, name in self.organisations.items() if c in there},
            limited=True,
        )


def load(snapshot: Snapshot) -> Options:
    """Read the choices from one state of the data."""
    partnerships = snapshot.rows(places.partnerships())
    organisations = snapshot.rows(places.organisations())
    names = {row.code: row.name for row in organisations}
    members: dict[str, set[str]] = defaultdict(set)
    for row in snapshot.rows(places.memberships()):
        members[row.partnership_code].add(row.organisation_code)
    return Options(
        regions={row.code: row.name for row in snapshot.rows(places.regions())},
        partnerships={row.code: row.name for row in partnerships},
        organisations=names,
        names=names,
        members={code: frozenset(those) for code, those in members.items()},
        years=_years(snapshot),
        programmes={row.code: row.name for row in snapshot.rows(places.programmes())},
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
