"""A view as a part of a pack: how it is drawn outside the browser."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from dashboard import formatting, sentences
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Unit, listed
from dashboard.reports.available import Topic
from dashboard.reports.pack import KINDS, Chart, Section, is_provisional, number
from dashboard.reports.pack_source import PackSource
from dashboard.views import captions
from dashboard.views.view import Drawn, Table

Part = TypeVar("Part")
# As many columns as can be read from the back of a room, besides the one that names the rows.
MOST_COLUMNS: Final = 5
HOLLOW: Final = ", hollow: the year has not ended"


def section(topic: Topic, of: PackSource) -> Section:
    """Return a view of an edition as a part of a pack."""
    view = topic.made(of.known) if topic.made else topic.view
    drawn = of.drawn(view)
    chart = None if drawn.empty else _chart(topic, drawn.table)
    kept = topic.columns or tuple(range(1, min(len(drawn.table.columns), MOST_COLUMNS + 1)))
    return Section(
        heading=view.heading,
        title=drawn.title,
        subtitle=_subtitle(topic, drawn, of),
        lines=(captions.unfiltered(drawn.empty),) if drawn.empty else (),
        table=drawn.table if chart else narrowed(drawn.table, kept),
        chart=chart,
        alt=_alt(chart, drawn.table, drawn.title),
        notes=(f"{drawn.subtitle}.", *explained(view.indicators, of)),
    )


def _subtitle(topic: Topic, drawn: Drawn, of: PackSource) -> str:
    hollow = topic.kind == "lines" and any(map(is_provisional, drawn.table.rows))
    return of.placed(drawn.subtitle) + HOLLOW * hollow


def narrowed(table: Table, columns: Iterable[int]) -> Table:
    """Return a table with some of its columns, besides the one that names the rows."""
    places = (0, *(place for place in columns if place < len(table.columns)))
    return replace(
        table,
        columns=_kept(table.columns, places),
        rows=tuple(_kept(row, places) for row in table.rows),
        footer=_kept(table.footer, places) if table.footer else (),
    )


def _kept(parts: Sequence[Part], places: Iterable[int]) -> tuple[Part, ...]:
    return tuple(parts[place] for place in places)


def explained(indicators: Iterable[str], of: PackSource) -> tuple[str, ...]:
    """Return what indicators mean and where their figures come from, a line each."""
    known = [INDICATORS[key] for key in indicators]
    meant = [f"{each.name}: {each.meaning} {each.formula}" for each in known]
    sheets = [sheet for each in known for sheet in each.sheets]
    if not sheets:
        return tuple(meant)
    day = formatting.day(of.edition.as_at)
    return (*meant, f"Source: returns of {listed(sheets)}, as at {day}.")


def _chart(topic: Topic, table: Table) -> Chart | None:
    last = len(table.columns) - 1 if topic.last is None else topic.last
    every = tuple(range(topic.first, min(last, len(table.columns) - 1) + 1))
    columns = tuple(
        place for place in every if any(number(row[place].value) is not None for row in table.rows)
    )
    if topic.kind is None or not columns:
        return None
    if len(columns) == 1 and topic.last is not None:
        # Alone it would bear no name, and nothing would say why the others are not there.
        columns = every
    return Chart(topic.kind, columns, _unit(table, columns))


def _unit(table: Table, columns: Iterable[int]) -> Unit:
    figures = (row[place].figure for row in table.rows for place in columns)
    asks = (figure.ask for figure in figures if figure)
    return next((ask.indicator.unit for ask in asks if ask), "count")


def _alt(chart: Chart | None, table: Table, title: str) -> str:
    by = f"by {sentences.inside(table.columns[0])}"
    if chart is None:
        return sentences.joined(f"Table {by}", title)
    shown = ", ".join(table.columns[place] for place in chart.columns)
    return sentences.joined(f"{KINDS[chart.kind]} {by}: {shown}", title)
