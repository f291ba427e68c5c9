"""Offers and placements that were lost, with the reason somebody gave, for who reads them whole."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from data import access
from data.grouping import conditions
from data.people.person import Person
from data.placement_rows import PLACEMENTS, started
from data.queries.placements import placements
from data.queries.supply import OFFERS, became, offers
from data.selection import Selection
from data.slicing import Source
from data.workbench import Workbench


def offers_lost(bench: Workbench, person: Person, selection: Selection, most: int) -> Sequence[Any]:
    """Return at most so many offers withdrawn or rejected by the day, the latest first.

    Of each: ``id``, ``partnership``, ``owner``, ``ref``, ``status``, ``status_on``,
    ``status_reason``, ``window_start``, ``places``; and of all together ``rows``.
    """
    context = bench.context(selection)
    names = ("id", "partnership", "owner", "ref", "status", "status_on", "status_reason")
    columns = [OFFERS.c[name] for name in (*names, "window_start", "places")]
    lost = or_(became("withdrawn", context), became("rejected", context))
    source = bench.source(offers, selection)
    statement = _of(source, columns, selection, and_(lost, access.seen_whole(person, "offers")))
    latest = (OFFERS.c.status_on.desc(), OFFERS.c.id)
    return bench.rows(statement.order_by(*latest).limit(most))


def placements_lost(
    bench: Workbench, person: Person, selection: Selection, most: int
) -> Sequence[Any]:
    """Return at most so many placements cancelled, or ended early by the day, the latest first.

    Of each: ``id``, ``partnership``, ``owner``, ``employer``, ``ref``, ``level``, ``status``,
    ``status_reason``, ``planned_start``, ``actual_end``, ``concern``; and of all together
    ``rows``.
    """
    context = bench.context(selection)
    names = ("id", "partnership", "owner", "employer", "ref", "level", "status", "status_reason")
    columns = [PLACEMENTS.c[name] for name in (*names, "planned_start", "actual_end", "concern")]
    early = and_(
        started(context),
        PLACEMENTS.c.status == "ended_early",
        PLACEMENTS.c.actual_end <= context.as_at,
    )
    lost = or_(PLACEMENTS.c.status == "cancelled", early)
    source = bench.source(placements, selection)
    mine = access.seen_whole(person, "placements")
    statement = _of(source, columns, selection, and_(lost, mine))
    latest = (PLACEMENTS.c.planned_start.desc(), PLACEMENTS.c.id)
    return bench.rows(statement.order_by(*latest).limit(most))


def _of(
    source: Source,
    columns: Sequence[ColumnElement[Any]],
    selection: Selection,
    wanted: ColumnElement[bool],
) -> Select[Any]:
    rows = func.count().over().label("rows")
    statement = select(*columns, rows).select_from(source.rows)
    return statement.where(*conditions(source, selection), wanted)
