"""One figure traced back: what it is, the returns that it came in, and the rows behind it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard import address_reader, figure_links, scene, wording
from dashboard.addresses import Asked
from dashboard.columns import column_called
from dashboard.editions.standpoint import Standpoint
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.indicators.explain import Explanation, explain
from dashboard.indicators.parts import Figure
from dashboard.indicators.sides import group, sides
from dashboard.views import answering, captions
from dashboard.views.view import Names
from data import options
from data.options import Options
from data.reader import Snapshot
from data.reporters import PLACES
from data.selection import NOWHERE
from data.sums import Key
from data.tracing.returns import Sent, latest
from data.tracing.rows import RowsBehind
from data.workbench import Workbench

CALLED: Final = {"organisation": "Partner"}
# A group that the filters shut out is none of theirs.
FILTERED: Final = {
    "partnership": "partnerships",
    "organisation": "organisations",
    "region": "regions",
    "academic_year": "years",
}


@dataclass(frozen=True)
class Trace:
    """One figure, and what is behind it.

    Attributes:
        ask: The question that it answers.
        asked: What the address asks for.
        figure: The figure, as it stands on its page.
        names: Names for codes.
        explanation: Where it came from.
        sent: The latest return that each partner worked on, by partnership and partner.
        behind: The rows that go in, a source each.
    """

    ask: Ask
    asked: Asked
    figure: Figure
    names: Names
    explanation: Explanation
    sent: Mapping[tuple[str, str], Sent]
    behind: Sequence[RowsBehind]

    @property
    def where(self) -> str:
        """The filters and the group, in words."""
        indicator = self.ask.indicator
        words = captions.subtitle(
            indicator.name, self.ask.selection, self.names, period=indicator.period
        )
        group = zip(self.ask.by, self.figure.key, strict=True)
        named = (
            f"{CALLED.get(name, column_called(name))}: {answering.name_of(name, part, self.names)}"
            for name, part in group
            if (part,) != _chosen(self.ask, name)
        )
        return "; ".join((words, *named))

    @property
    def query(self) -> str:
        """The address's query: its filters and its group, without its question mark."""
        group = figure_links.of_group(dict(zip(self.ask.by, self.figure.key, strict=True)))
        return "&".join(part for part in (self.asked.query, group) if part)


def trace(snapshot: Snapshot, at: Standpoint, indicator: Indicator, search: str) -> Trace | None:
    """Return what is behind the figure of an address; nothing where it names none.

    Args:
        snapshot: The state of the data.
        at: From where somebody looks; of what they may not read there is nothing.
        indicator: The indicator.
        search: The query string: filters and a group.
    """
    known = options.load(snapshot).within(at.within)
    asked = address_reader.asked(search, known, at)
    named = figure_links.group_of(search)
    if asked.unknown or asked.selection.partnerships == NOWHERE or named is None:
        return None
    by, key = named
    ask, bench = Ask(indicator, asked.selection, by), at.bench(snapshot, cells=False)
    figure = figure_of(bench, ask, key)
    if key not in {each.key for each in evaluate(bench, [ask])[ask]} and not _is_known(
        ask, key, known
    ):
        return None
    explanation = explain(bench, ask, key, shows_rows=at.shows_rows)
    return Trace(
        ask=ask,
        asked=asked,
        figure=figure,
        names=scene.names(known),
        explanation=explanation,
        sent=_sent(bench, ask, key, explanation),
        # Rows are read as they are at present, and an edition tells of them no more than figures.
        behind=list(_behind(bench, ask, key)) if explanation.has_meaning and not at.edition else [],
    )


def figure_of(bench: Workbench, ask: Ask, key: Key) -> Figure:
    """Return one figure of a question, as tables show it; also of a group without rows."""
    if not ask.by:
        (total,) = evaluate(bench, [ask])[ask]
        return total
    asks = answering.asks([ask.indicator], ask.selection, *ask.by)
    places = tuple(dimension for dimension in ask.by if dimension in PLACES)
    asks += (Ask(ask.indicator, ask.selection, places),)
    answers = evaluate(bench, asks)
    found = answering.found(answers, ask.indicator, ask.selection, *ask.by)
    if not places or places == ask.by:
        return found.at(*key)
    # What is missing of a partner is missing of each part of it.
    place = [part for name, part in zip(ask.by, key, strict=True) if name in places]
    whole = answering.found(answers, ask.indicator, ask.selection, *places).at(*place)
    return found.at(*key, within=whole)


def _is_known(ask: Ask, key: Key, known: Options) -> bool:
    names: dict[str, Iterable[str]] = {
        **wording.CODES,
        "partnership": known.partnerships,
        "organisation": known.organisations,
        "region": known.regions,
        "academic_year": known.years,
    }
    return all(
        part in names.get(dimension, ()) and _passes(ask, dimension, part)
        for dimension, part in zip(ask.by, key, strict=True)
    )


def _passes(ask: Ask, dimension: str, part: str) -> bool:
    chosen = _chosen(ask, dimension)
    return not chosen or part in chosen


def _chosen(ask: Ask, dimension: str) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    return getattr(ask.selection, FILTERED[dimension]) if dimension in FILTERED else found


def _behind(bench: Workbench, ask: Ask, key: Key) -> Iterable[RowsBehind]:
    # Whom a figure protects, its rows would give away.
    if bench.protection:
        return
    for build, of_source in sides(ask.work).items():
        yield RowsBehind(bench, group(bench, ask, build, key), of_source)


def _sent(
    bench: Workbench, ask: Ask, key: Key, explanation: Explanation
) -> dict[tuple[str, str], Sent]:
    parts = dict(zip(ask.by, key, strict=True))
    years = ask.selection.years
    if year := parts.get("academic_year"):
        years = (year,)
    return latest(bench, {each.member.partnership for each in explanation.partners}, years)
