"""Published censuses of children's social workers, in the place of councils that sent none.

A published row belongs to no partnership and may be about two councils. It stands once for each
seat, which is a council in a partnership; where seats are not told apart, it counts at the first.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, case, exists, func, or_, select

from data.calendar_sql import academic_year_of
from data.census_rows import ALL_AGE, CHILDREN
from data.locations import days_of_membership, located
from data.schema import FACTS, MEMBERSHIP, ORGANISATION, PUBLISHED_COUNCIL, PUBLISHED_WORKFORCE
from data.schema.published import COUNCIL
from data.slicing import Condition

# The columns of the sheet that published measures say something about.
MEASURES = {
    "fte_in_post": "inpost_fte",
    "fte_vacancies": "vacancy_fte",
    "fte_agency": "agency_fte",
    "fte_agency_covering": "agency_cover_fte",
    "fte_leavers": "leavers_fte",
}
NA_FLAGS = ("fte_agency", "fte_agency_covering")
# The academic years of a membership without a first or a last day.
ALWAYS, FOREVER = "", "9999"

OWN = FACTS["workforce"].alias("own_census")


def _councils(name: str) -> Subquery:
    """The councils here, with the code of each row that is about one, whatever its code now."""
    known_as, published = PUBLISHED_COUNCIL.alias(), PUBLISHED_COUNCIL.alias()
    rows = ORGANISATION.join(known_as, known_as.c.ons_code == ORGANISATION.c.ons_code)
    rows = rows.join(published, published.c.dfe_code == known_as.c.dfe_code)
    council = ORGANISATION.c.code.label("organisation")
    # Whoever serves adults alone has no workers with children.
    serves = or_(ORGANISATION.c.services.is_(None), ORGANISATION.c.services != "adults")
    return (
        select(published.c.published_as.label("code"), council)
        .select_from(rows)
        .where(ORGANISATION.c.kind == "local_authority", serves)
        .distinct()
        .subquery(name)
    )


def _seats(name: str) -> Subquery:
    """Where each published row stands: council, partnership, region, and the years of that."""
    council = _councils(f"{name}_council")
    rows = council.join(MEMBERSHIP, MEMBERSHIP.c.organisation_code == council.c.organisation)
    seat = located(rows, council.c.organisation, f"{name}_owner")
    columns = (
        council.c.code,
        council.c.organisation,
        MEMBERSHIP.c.partnership_code.label("partnership"),
        seat.region.label("region"),
    )
    since = func.coalesce(academic_year_of(MEMBERSHIP.c.valid_from), ALWAYS)
    # A council that has ended has successors, so its last census says nothing of later years.
    _, end = days_of_membership(seat.organisation)
    until = func.coalesce(academic_year_of(end), FOREVER)
    return (
        select(*columns, func.min(since).label("since"), func.max(until).label("until"))
        .select_from(seat.rows)
        .group_by(*columns)
        .subquery(name)
    )


def _numbers() -> Subquery:
    """Each census of a council here, with its numbers side by side; a symbol is no number."""
    table, council = PUBLISHED_WORKFORCE, _councils("council")
    return (
        select(
            table.c.ons_code.label("code"),
            table.c.census_on,
            *(_number(column) for column in MEASURES),
            *(_na(column) for column in NA_FLAGS),
        )
        .select_from(council.join(table, table.c.ons_code == council.c.code))
        .where(table.c.geographic_level == COUNCIL, table.c.measure.in_(MEASURES.values()))
        .group_by(table.c.ons_code, table.c.census_on)
        .subquery("published")
    )


def _number(column: str) -> ColumnElement[Any]:
    said = PUBLISHED_WORKFORCE.c.measure == MEASURES[column]
    return func.max(case((said, PUBLISHED_WORKFORCE.c.value))).label(column)


def _na(column: str) -> ColumnElement[Any]:
    row = PUBLISHED_WORKFORCE.c
    said = and_(row.measure == MEASURES[column], row.state == "not_applicable")
    return func.max(case((said, 1), else_=0)).label(f"{column}_na")


NUMBERS = _numbers()
SEATS = _seats("seat")
FORMER = _seats("former_seat")
NEIGHBOUR = _councils("neighbour")


@dataclass(frozen=True)
class Apart:
    """Which seats pass the filters, and by what they are told apart.

    Attributes:
        partnerships: Codes; all of them, if none is named.
        organisations: Codes; all of them, if none is named.
        regions: ONS codes; all of them, if none is named.
        by: Some of ``partnership``, ``organisation`` and ``region``.
    """

    partnerships: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    by: tuple[str, ...] = ()


def has_sent(census: Any, day: date, *, ever: bool) -> Condition:
    """Whether a council of a published census has sent one of its own, which goes before it.

    Args:
        census: The columns of the censuses; a published one has the code of its row.
        day: Later censuses are not yet known.
        ever: Whether its own of any year stands against it, or only of the same year.
    """
    sent = exists().where(
        NEIGHBOUR.c.code == census.code,
        NEIGHBOUR.c.organisation == OWN.c.owner,
        OWN.c.service_area.in_((CHILDREN, ALL_AGE)),
        OWN.c.voided_at.is_(None),
        OWN.c.census_on <= day,
    )
    if not ever:
        sent = sent.where(academic_year_of(OWN.c.census_on) == academic_year_of(census.census_on))
    return sent


def at_first_seat(
    census: Any, region: ColumnElement[Any], year: ColumnElement[Any], apart: Apart
) -> Condition:
    """Whether a published census stands at the first of the seats that are not told apart."""
    before = or_(
        FORMER.c.organisation < census.owner,
        and_(FORMER.c.organisation == census.owner, FORMER.c.partnership < census.partnership),
    )
    seats = exists().where(
        FORMER.c.code == census.code, before, year.between(FORMER.c.since, FORMER.c.until)
    )
    places = {
        "partnership": (FORMER.c.partnership, census.partnership, apart.partnerships),
        "organisation": (FORMER.c.organisation, census.owner, apart.organisations),
        "region": (FORMER.c.region, region, apart.regions),
    }
    for dimension, (former, own, chosen) in places.items():
        if chosen:
            seats = seats.where(former.in_(chosen))
        if dimension in apart.by:
            seats = seats.where(former.is_not_distinct_from(own))
    return ~seats


def is_followed(census: Any, day: date) -> Condition:
    """Whether a later published census of the same council says how many were in post by a day."""
    known_as, published = PUBLISHED_COUNCIL.alias(), PUBLISHED_COUNCIL.alias()
    later = PUBLISHED_WORKFORCE.alias("later_published")
    return exists().where(
        known_as.c.published_as == census.code,
        published.c.dfe_code == known_as.c.dfe_code,
        later.c.ons_code == published.c.published_as,
        later.c.measure == MEASURES["fte_in_post"],
        later.c.value.is_not(None),
        later.c.census_on > census.census_on,
        later.c.census_on <= day,
    )
