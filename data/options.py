"""What there is to choose from, and what it is called."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from data.calendar import academic_year, year_name
from data.claims import Claim, claims
from data.partners import Partner, partners
from data.queries import choices, touched, years
from data.queries import claims as printed
from data.reader import Snapshot
from data.returns.sheets.declaration import KNOWN_OR_NOT, LEVELS
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
        every_region: Names of all regions by ONS code, whether anybody is there or not.
        make_partners: Makes ``partners``, which few pages need.
        make_claims: Makes ``claims``, which few pages need.
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
    areas: tuple[str, ...] = KNOWN_OR_NOT
    routes: tuple[str, ...] = ROUTES
    names: Mapping[str, str] = field(default_factory=dict)
    every_region: Mapping[str, str] = field(default_factory=dict)
    make_partners: Callable[[], Mapping[str, Partner]] = dict
    make_claims: Callable[[], tuple[Claim, ...]] = tuple
    members: Mapping[str, frozenset[str]] = field(default_factory=dict)
    programmes: Mapping[str, str] = field(default_factory=dict)
    limited: bool = False

    @cached_property
    def partners(self) -> Mapping[str, Partner]:
        """What is known of each member organisation, by code; those of these partnerships."""
        return self.make_partners()

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What documents say of these partnerships."""
        return self.make_claims()

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
            make_claims=lambda: tuple(
                each for each in self.claims if each.partnership in partnerships
            ),
            make_partners=lambda: {
                c: each.within(partnerships) for c, each in self.partners.items() if c in there
            },
            limited=True,
        )


def load(snapshot: Snapshot) -> Options:
    """Read the choices from one state of the data."""
    partnerships = snapshot.rows(choices.partnerships())
    organisations = snapshot.rows(choices.organisations())
    memberships = snapshot.rows(choices.memberships())
    aliases = snapshot.rows(choices.aliases())
    said = snapshot.rows(printed.claims())
    members: dict[str, set[str]] = defaultdict(set)
    for row in memberships:
        members[row.partnership_code].add(row.organisation_code)
    there = set().union(*members.values())
    known = [row for row in organisations if row.code in there]
    return Options(
        regions={row.code: row.name for row in snapshot.rows(choices.regions())},
        partnerships={row.code: row.name for row in partnerships},
        organisations={row.code: row.name for row in known},
        names={row.code: row.name for row in organisations},
        every_region={row.code: row.name for row in snapshot.rows(choices.every_region())},
        make_partners=lambda: partners(organisations, memberships, aliases),
        make_claims=lambda: claims(said),
        members={code: frozenset(those) for code, those in members.items()},
        years=_years(snapshot),
        programmes={row.code: row.name for row in snapshot.rows(choices.programmes())},
        origins={row.code: row.origin for row in partnerships},
        kinds={row.code: row.kind for row in known},
        services={row.code: row.services for row in known if row.services},
    )


def renewed(snapshot: Snapshot, known: Options, version: int) -> Options:
    """Return the choices of a later state of the data: the same ones, where nothing concerns them.

    Few changes do: of rows only those of what documents say, and of days in a year at either end.

    Args:
        snapshot: The later state.
        known: The choices of the earlier one.
        version: Its data version.
    """
    rows = snapshot.rows(touched.since(version))
    if any(row.sheet in (None, printed.REPORTED.name) for row in rows):
        return load(snapshot)
    begun = {row.academic_year for row in rows if (row.sheet, row.day) in years.TO_CHOOSE}
    if begun <= set(known.years[1:-1]):
        return known
    found = _years(snapshot)
    return known if found == known.years else replace(known, years=found)


def _years(snapshot: Snapshot) -> tuple[str, ...]:
    (span,) = snapshot.rows(years.span(years.TO_CHOOSE))
    if span.first is None:
        return ()
    first, last = (int(academic_year(day)[:4]) for day in span)
    return tuple(year_name(year) for year in range(last, first - 1, -1))
