"""Agreements, row by row, for those who may read them."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from data import access
from data.people.person import Person
from data.queries.agreements import REVIEWS_OVERDUE, agreements
from data.schema import FACTS
from data.selection import Selection
from data.thresholds import Context
from data.workbench import Workbench

AGREEMENTS: Final = FACTS["agreements"]
COLUMNS: Final = (
    "id",
    "partnership",
    "owner",
    "ref",
    "type",
    "hei",
    "status",
    "starts_on",
    "ends_on",
    "review_due",
    "places_per_year_low",
    "places_per_year_high",
)
WORDS: Final = ("title", "in_return")
STATES: Final = {"active": 0, "planned": 1, "ended": 2}


def agreements_of(
    bench: Workbench, person: Person, selection: Selection, most: int
) -> Sequence[Any]:
    """Return at most so many agreements that somebody may read, active ones first, by next review.

    They are those of the partners chosen, or with them. Of each: the columns above, its words
    (nothing for those who do not see it whole); 1 or 0 for ``whole``, whether one does, and for
    ``overdue``, whether it should have been reviewed before the day; and of all together how many
    ``rows`` there are, and how many ``late`` ones among them.
    """
    late = case((_is_late(bench.context(selection)), 1), else_=0)
    whole = access.seen_whole(person, "agreements")
    words = (case((whole, AGREEMENTS.c[name])).label(name) for name in WORDS)
    columns = (AGREEMENTS.c[name] for name in COLUMNS)
    statement = (
        select(
            *columns,
            *words,
            case((whole, 1), else_=0).label("whole"),
            late.label("overdue"),
            func.sum(late).over().label("late"),
            func.count().over().label("rows"),
        )
        .select_from(bench.source(agreements, selection).rows)
        .where(*_chosen(bench, selection), access.seen(person, "agreements"))
        .order_by(
            case(STATES, value=AGREEMENTS.c.status),
            AGREEMENTS.c.review_due.is_(None),
            AGREEMENTS.c.review_due,
            AGREEMENTS.c.id,
        )
        .limit(most)
    )
    return bench.rows(statement)


def _is_late(context: Context) -> ColumnElement[bool]:
    return and_(AGREEMENTS.c.status == "active", REVIEWS_OVERDUE.where(context))


def _chosen(bench: Workbench, selection: Selection) -> Iterator[ColumnElement[bool]]:
    yield AGREEMENTS.c.voided_at.is_(None)
    if selection.partnerships:
        yield AGREEMENTS.c.partnership.in_(selection.partnerships)
    if selection.regions:
        yield bench.source(agreements, selection).regions["employer"].in_(selection.regions)
    if selection.organisations:
        sides = (AGREEMENTS.c[side].in_(selection.organisations) for side in ("owner", "hei"))
        yield or_(*sides)
