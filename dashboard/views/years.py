"""Figures over the academic years: lines with gaps for what is missing."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from dashboard import sentences, units, wording
from dashboard.figures import trend
from dashboard.figures.trend import Line
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.units import WRITING
from dashboard.views import answering, captions
from dashboard.views.answering import Found
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.calendar import last_day, year_name
from data.selection import Selection

A_COMPARISON: Final = 2


def view(name: str, heading: str, about: str, shown: tuple[str, ...]) -> View:
    """Return the view of up to four indicators of one unit over every year.

    Args:
        name: Its name in the page.
        heading: What it is about.
        about: The same, as a sentence begins.
        shown: Ids of the indicators; the first is the one the title speaks of.
    """

    def asks(selection: Selection) -> tuple[Ask, ...]:
        wanted = [INDICATORS[each] for each in shown]
        return answering.asks(wanted, selection.only(years=()), "academic_year")

    def draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
        every_year = selection.only(years=())
        found = [
            answering.found(answers, INDICATORS[each], every_year, "academic_year")
            for each in shown
        ]
        totals = [each.total for each in found]
        words = captions.subtitle(about, every_year, names, totals)
        years = span(found)
        if not any(figure.value for each in found for figure in each.groups.values()):
            return captions.nothing(about, words, totals)
        title = finding(INDICATORS[shown[0]], found[0], years, selection.as_at)
        return Drawn(
            title=title,
            subtitle=words,
            alt=sentences.joined(f"Line chart of {about[:1].lower()}{about[1:]}", title),
            table=_table(shown, found, years),
            figure=trend.draw(
                years, _lines(shown, found, years, selection.as_at), _writing(shown[0]).ticks
            ),
            height=trend.HEIGHT,
        )

    return View(name, heading, shown, asks, draw)


def span(found: Sequence[Found]) -> list[str]:
    """Return every academic year from the first to the last that has figures."""
    return between({key[0] for each in found for key in each.known() if key[0]})


def between(known: Iterable[str]) -> list[str]:
    """Return every academic year from the first to the last of some."""
    ends = [int(year[:4]) for year in known]
    # A year in between without any row is a gap in the lines, not a step left out.
    return [year_name(year) for year in range(min(ends), max(ends) + 1)] if ends else []


def _writing(indicator: str) -> units.Writing:
    return WRITING[INDICATORS[indicator].unit]


def _lines(
    shown: Sequence[str], found: Sequence[Found], years: Sequence[str], as_at: date
) -> list[Line]:
    lines = []
    for indicator, each in zip(shown, found, strict=True):
        figures = [each.there(year) for year in years]
        values = tuple(figure.value if figure else None for figure in figures)
        last = next((value for value in reversed(values) if value is not None), None)
        lines.append(
            Line(
                name=INDICATORS[indicator].name,
                values=values,
                note="" if last is None else _writing(indicator).write(last),
                provisional=tuple(as_at < last_day(year) for year in years),
            )
        )
    return lines


def finding(indicator: Indicator, found: Found, years: Sequence[str], as_at: date) -> str:
    """Return how an indicator changed between its first and its last complete year."""
    known = [
        (year, figure)
        for year in years
        if (figure := found.groups.get((year,))) and figure.value is not None
    ]
    # Years that have not ended, or that partners are missing from, cannot be compared.
    ended = [(year, figure) for year, figure in known if last_day(year) <= as_at]
    whole = [(year, figure.value or 0) for year, figure in ended if figure.status == "ok"]
    if len(whole) < A_COMPARISON:
        return _latest(indicator, found, ended or known)
    writing = WRITING[indicator.unit]
    change = None if indicator.unit == "count" else writing.write_change
    return sentences.changed(indicator.name, whole[0], whole[-1], writing.write, change)


def _latest(indicator: Indicator, found: Found, known: Sequence[tuple[str, Figure]]) -> str:
    if not known:
        hidden = any(figure.status == "suppressed" for figure in found.groups.values())
        return f"{indicator.name}: {wording.SUPPRESSED if hidden else wording.NOT_REPORTED}"
    year, figure = known[-1]
    number = WRITING[indicator.unit].write(figure.value or 0)
    return f"{indicator.name}: {number} in {year}; there are no two complete years to compare"


def _table(shown: Sequence[str], found: Sequence[Found], years: Sequence[str]) -> Table:
    names = (INDICATORS[indicator].name for indicator in shown)
    return Table(
        ("Academic year", *names, "Returns"),
        tuple(_cells(year, shown, found) for year in years),
    )


def _cells(year: str, shown: Sequence[str], found: Sequence[Found]) -> tuple[Cell, ...]:
    figures = [each.there(year) for each in found]
    numbers = [
        answering.cell(figure, INDICATORS[indicator].unit, caution=False)
        if figure
        else Cell(wording.NO_ROWS)
        for indicator, figure in zip(shown, figures, strict=True)
    ]
    return (Cell(year, year), *numbers, answering.returns([figure for figure in figures if figure]))
