"""Offers that still have places: no placement names them for all that they offer."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Subquery, and_, case, func, select

from data import access
from data.grouping import conditions
from data.people.person import Person
from data.placement_rows import PLACEMENTS, allocated
from data.queries.supply import OFFERS, offers, standing
from data.selection import Selection
from data.thresholds import Context
from data.workbench import Workbench


def with_places_left(
    bench: Workbench, person: Person, selection: Selection, most: int
) -> Sequence[Any]:
    """Return at most so many offers that somebody may read, those that begin first first.

    Of each: ``id``, ``partnership``, ``owner``, ``ref``, ``team`` (nothing for those who do not
    see the offer whole), ``level``, ``service_area``, ``statutory``, ``window_start``,
    ``reserved_for``, ``places``, ``taken``; and of all together ``offers`` and ``left``.
    """
    context = bench.context(selection)
    source = bench.source(offers, selection)
    taken = _taken(context, selection)
    named = and_(
        taken.c.partnership == OFFERS.c.partnership,
        taken.c.employer == OFFERS.c.owner,
        taken.c.offer_ref == OFFERS.c.ref,
    )
    filled = func.coalesce(taken.c.placements, 0)
    columns = ("id", "partnership", "owner", "ref", "level", "service_area", "statutory")
    statement = (
        select(
            *(OFFERS.c[name] for name in (*columns, "window_start", "reserved_for", "places")),
            case((access.seen_whole(person, "offers"), OFFERS.c.team)).label("team"),
            filled.label("taken"),
            func.count().over().label("offers"),
            func.sum(OFFERS.c.places - filled).over().label("left"),
        )
        .select_from(source.rows.outerjoin(taken, named))
        .where(*conditions(source, selection), standing(context), OFFERS.c.places > filled)
        .where(access.seen(person, "offers"))
        .order_by(OFFERS.c.window_start, OFFERS.c.partnership, OFFERS.c.owner, OFFERS.c.ref)
        .limit(most)
    )
    return bench.rows(statement)


def _taken(context: Context, selection: Selection) -> Subquery:
    """Return how many placements name each offer; a cancelled one has given its place back."""
    key = (PLACEMENTS.c.partnership, PLACEMENTS.c.employer, PLACEMENTS.c.offer_ref)
    named = select(*key, func.count().label("placements")).where(
        PLACEMENTS.c.voided_at.is_(None), allocated(context), PLACEMENTS.c.offer_ref.is_not(None)
    )
    if selection.partnerships:
        named = named.where(PLACEMENTS.c.partnership.in_(selection.partnerships))
    return named.group_by(*key).subquery()
