"""The headline figures of an edition: this year, last year, the target and how they stand."""

from dataclasses import dataclass
from typing import Final

from dashboard import sentences, units, wording
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.indicators.standing import Standing, stands
from dashboard.reports.pack import Section
from dashboard.reports.pack_source import PackSource
from dashboard.reports.topics import explained
from dashboard.theme import CHIPS
from dashboard.views import answering
from dashboard.views.scorecard import finding
from dashboard.views.targets import target_to_judge_by
from dashboard.views.view import Answers, Cell, Table
from data.calendar import year_before
from data.members import chosen, nation_of

HEADING: Final = "Scorecard"
AIM: Final = "Target"


@dataclass(frozen=True)
class _Row:
    indicator: Indicator
    now: Figure
    before: Figure
    standing: Standing


def section(of: PackSource) -> Section:
    """Return the headline figures beside those of the year before, and their targets."""
    year = of.selection.current_year
    rows = _rows(of)
    return Section(
        heading=HEADING,
        title=_title(rows),
        subtitle=f"Scorecard, {of.place}",
        table=Table(
            ("Figure", year, year_before(year), AIM, "Status"),
            tuple(_cells(row) for row in rows),
        ),
        alt=sentences.joined("Table of headline figures", _title(rows)),
        notes=(
            *(f"{row.indicator.name}: {row.standing.rule}." for row in rows),
            *explained(of.definition.indicators, of),
        ),
    )


def _rows(of: PackSource) -> list[_Row]:
    selection = of.selection
    last = selection.only(years=(year_before(selection.current_year),))
    found = of.answers(
        ask
        for key in of.definition.indicators
        for ask in (
            Ask(INDICATORS[key], selection),
            Ask(INDICATORS[key], last),
            Ask(target_to_judge_by(key), selection),
        )
    )
    rules, nation = of.bench.context(selection).by_key(), _nation(of)

    def row(indicator: Indicator) -> _Row:
        now, before = (_one(found, Ask(indicator, each)) for each in (selection, last))
        target = _one(found, Ask(target_to_judge_by(indicator.id), selection))
        return _Row(indicator, now, before, stands(indicator, now, target.value, rules, nation))

    return [row(INDICATORS[key]) for key in of.definition.indicators]


def _one(found: Answers, ask: Ask) -> Figure:
    (figure,) = found[ask]
    return figure


def _nation(of: PackSource) -> str:
    there = chosen(of.bench.members(of.selection.as_at), of.selection)
    return nation_of(next((each.region for each in there if each.region), ""))


def _title(rows: list[_Row]) -> str:
    found = finding({row.indicator.name: row.standing.verdict for row in rows})
    return found or "Headline figures: none can be held against a target yet"


def _cells(row: _Row) -> tuple[Cell, ...]:
    unit, standing = row.indicator.unit, row.standing
    write = units.WRITING[unit].write
    target = wording.NO_TARGET if standing.target is None else write(standing.target)
    return (
        Cell(row.indicator.name, row.indicator.name),
        answering.cell(row.now, unit),
        answering.cell(row.before, unit),
        Cell(target, standing.target),
        _status(standing),
    )


def _status(standing: Standing) -> Cell:
    if standing.target is None:
        return Cell(wording.NOT_JUDGED)
    chip = CHIPS[standing.verdict]
    return Cell(f"{chip.symbol} {chip.words}", chip.words)
