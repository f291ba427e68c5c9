"""The rows whose queries a small change can concern, and what these look at: never a whole sheet.

For each thing that a query may look at besides its row there is a function. It returns rows to
ask, which include every row whose answer may have changed, and all that their queries look at.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import chain
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, false, or_, select

from data.calendar import first_day, first_day_of_term, last_day, last_day_of_term, year_name
from data.changes.query_facts import fetched
from data.key_conditions import one_of
from data.returns.queries import agreement, years
from data.returns.queries.query import Beside, Fact
from data.returns.queries.years import SERIES, WINDOW, Series
from data.schema import FACTS

Rows = dict[str, list[Fact]]
# The rows that changed, as they were and as they are, by sheet.
Changed = Mapping[str, Iterable[Fact]]
PLACEMENTS, OFFERS, EDUCATORS = "placements", "offers", "practice_educators"
STUDENT = ("partnership", "owner", "student_ref")
REF = ("partnership", "owner", "ref")
OFFER_TAKEN = ("partnership", "employer", "offer_ref")
# A practice educator is the employer's or the university's own.
HAS_EDUCATOR = {
    PLACEMENTS: (("partnership", "employer", "pe_ref"), ("partnership", "owner", "pe_ref")),
    "pe_training": (("partnership", "owner", "pe_ref"),),
}


class Affected(NamedTuple):
    """What queries of a kind concern; by sheet.

    Attributes:
        asked: Rows to ask.
        looked_at: What to look at then.
        kept: Changed rows whose answers stay, unless they are asked for the sake of others.
    """

    asked: Rows
    looked_at: Rows
    kept: Mapping[str, Iterable[Fact]] = MappingProxyType({})


def standing(
    connection: Connection, sheet: str, columns: Iterable[str], keys: Iterable[tuple[Any, ...]]
) -> list[Fact]:
    """Return the rows of a sheet that are not voided and hold one of some keys in columns."""
    table = FACTS[sheet]
    return _standing(connection, sheet, one_of([table.c[name] for name in columns], keys))


def _standing(connection: Connection, sheet: str, where: ColumnElement[bool]) -> list[Fact]:
    table = FACTS[sheet]
    return fetched(connection, select(table).where(where, table.c.voided_at.is_(None)))


def _keys(rows: Iterable[Fact], columns: Iterable[str]) -> set[tuple[Any, ...]]:
    """Return the keys that rows hold in columns; none where the last of them is blank."""
    keys = {tuple(row[name] for name in columns) for row in rows}
    return {key for key in keys if key[-1] is not None}


def itself(_connection: Connection, _changed: Changed, now: Rows) -> Affected:
    """Return the changed rows alone."""
    return Affected(now, now)


def students(connection: Connection, changed: Changed, _now: Rows) -> Affected:
    """Return the placements of students who have a changed placement or take up such an offer."""
    offers = _keys(changed.get(OFFERS, ()), REF)
    takers = standing(connection, PLACEMENTS, OFFER_TAKEN, offers)
    theirs = _keys(chain(changed.get(PLACEMENTS, ()), takers), STUDENT)
    placements = standing(connection, PLACEMENTS, STUDENT, theirs)
    taken = standing(connection, OFFERS, REF, _keys(placements, OFFER_TAKEN))
    return Affected({PLACEMENTS: placements}, {PLACEMENTS: placements, OFFERS: taken})


def offers(connection: Connection, changed: Changed, _now: Rows) -> Affected:
    """Return the placements that take up the same offers, and these."""
    keys = _keys(changed.get(OFFERS, ()), REF) | _keys(changed.get(PLACEMENTS, ()), OFFER_TAKEN)
    takers = standing(connection, PLACEMENTS, OFFER_TAKEN, keys)
    return Affected(
        {PLACEMENTS: takers}, {PLACEMENTS: takers, OFFERS: standing(connection, OFFERS, REF, keys)}
    )


def partners(connection: Connection, changed: Changed, now: Rows) -> Affected:
    """Return the places and placements that the same two partners speak of in the same term.

    A row that says what it said before changes no answer, not its own either, and two partners may
    have thousands of placements in a term: it keeps its answer, and so do those beside it.
    """
    still = {
        sheet: agreement.still(sheet, changed.get(sheet, ()), now.get(sheet, ()))
        for sheet in agreement.SAY
    }
    said = {
        say(row)
        for sheet, say in agreement.SAY.items()
        for row in changed.get(sheet, ())
        if row["id"] not in still[sheet]
    }
    shared = {one.shared for one in said if one}
    found = {
        OFFERS: _standing(connection, OFFERS, or_(false(), *map(_offered, shared))),
        PLACEMENTS: _standing(connection, PLACEMENTS, or_(false(), *map(_placed, shared))),
    }
    return Affected(found, found, {sheet: list(rows.values()) for sheet, rows in still.items()})


def _offered(shared: agreement.Shared) -> ColumnElement[bool]:
    partnership, employer, university, year, term = shared
    offer = FACTS[OFFERS].c
    theirs = (offer.partnership == partnership, offer.owner == employer)
    return and_(*theirs, offer.reserved_for == university, _within(offer.window_start, year, term))


def _placed(shared: agreement.Shared) -> ColumnElement[bool]:
    partnership, employer, university, year, term = shared
    placement = FACTS[PLACEMENTS].c
    theirs = (
        placement.partnership == partnership,
        placement.owner == university,
        placement.employer == employer,
    )
    # Two branches, so that each finds its rows through an index.
    waits = and_(*theirs, placement.actual_start.is_(None))
    return or_(
        and_(*theirs, _within(placement.actual_start, year, term)),
        and_(waits, _within(placement.planned_start, year, term)),
    )


def _within(day: ColumnElement[date], year: str, term: str) -> ColumnElement[bool]:
    return day.between(first_day_of_term(year, term), last_day_of_term(year, term))


def educators(connection: Connection, changed: Changed, now: Rows) -> Affected:
    """Return the placements and courses that changed or have a changed practice educator."""
    registered = _keys(changed.get(EDUCATORS, ()), REF)
    asked: Rows = {}
    for sheet, ways in HAS_EDUCATOR.items():
        theirs = chain(
            now.get(sheet, ()), *(standing(connection, sheet, way, registered) for way in ways)
        )
        asked[sheet] = list({row["id"]: row for row in theirs}.values())
    refs = {
        key
        for sheet, ways in HAS_EDUCATOR.items()
        for way in ways
        for key in _keys(asked[sheet], way)
    }
    return Affected(asked, {EDUCATORS: standing(connection, EDUCATORS, REF, refs)})


def years_beside(connection: Connection, changed: Changed, _now: Rows) -> Affected:
    """Return the rows of the same series, of the changed rows' years and the year after each."""
    asked: Rows = {}
    looked_at: Rows = {}
    for series in SERIES:
        rows = list(changed.get(series.sheet, ()))
        if not rows:
            continue
        theirs = {years.year(series, row) + later for row in rows for later in (0, 1)}
        found = _series(connection, series, rows, theirs)
        looked_at[series.sheet] = found
        asked[series.sheet] = [row for row in found if years.year(series, row) in theirs]
    return Affected(asked, looked_at)


def _series(
    connection: Connection, series: Series, rows: Iterable[Fact], theirs: Iterable[int]
) -> list[Fact]:
    table = FACTS[series.sheet]
    columns = ("partnership", "owner", *series.same)
    keys = {tuple(row[name] for name in columns) for row in rows}
    where = one_of([table.c[name] for name in columns], keys)
    if series.dated == WINDOW:
        first, last = year_name(min(theirs) - 1), year_name(max(theirs))
        where = and_(where, table.c[WINDOW].between(first_day(first), last_day(last)))
    return _standing(connection, series.sheet, where)


AFFECTED: Mapping[Beside, Callable[[Connection, Changed, Rows], Affected]] = {
    Beside.NOTHING: itself,
    Beside.STUDENT: students,
    Beside.OFFER: offers,
    Beside.PARTNER: partners,
    Beside.EDUCATOR: educators,
    Beside.YEAR_BEFORE: years_beside,
}
