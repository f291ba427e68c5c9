"""Figures over the academic years: lines with gaps for what is missing."""

from collections.abc import Sequence
from typing import Final

from dashboard import sentences, units, wording
from dashboard.figures import trend
from dashboard.figures.trend import Line
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.units import WRITING
from dashboard.views import answering, telling
from dashboard.views.answering import Found
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.calendar import year_name
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
        words = telling.subtitle(about, every_year, names, totals)
        years = _years(found)
        if not any(figure.value for each in found for figure in each.groups.values()):
            return telling.nothing(about, words, totals)
        title = _title(shown[0], found[0], years)
        return Drawn(
            title=title,
            subtitle=words,
            alt=sentences.joined(f"Line chart of {about[:1].lower()}{about[1:]}", title),
            table=_table(shown, found, years),
            figure=trend.draw(years, _lines(shown, found, years), _writing(shown[0]).ticks),
            height=trend.HEIGHT,
        )

    return View(name, heading, shown, asks, draw)


def _years(found: Sequence[Found]) -> list[str]:
    known = {key[0] for each in found for key in each.known() if key[0]}
    ends = [int(year[:4]) for year in known]
    # A year in between without any row is a gap in the lines, not a step left out.
    return [year_name(year) for year in range(min(ends), max(ends) + 1)] if ends else []


def _writing(indicator: str) -> units.Writing:
    return WRITING[INDICATORS[indicator].unit]


def _lines(shown: Sequence[str], found: Sequence[Found], years: Sequence[str]) -> list[Line]:
    lines = []
    for indicator, each in zip(shown, found, strict=True):
        figures = [each.groups.get((year,)) for year in years]
        values = tuple(figure.value if figure else None for figure in figures)
        last = next((value for value in reversed(values) if value is not None), None)
        lines.append(
            Line(
                name=INDICATORS[indicator].name,
                values=values,
                note="" if last is None else _writing(indicator).write(last),
                provisional=tuple(
                    bool(figure and figure.status == "provisional") for figure in figures
                ),
            )
        )
    return lines


def _title(indicator: str, found: Found, years: Sequence[str]) -> str:
    # Years that have not ended, or that partners are missing from, cannot be compared.
    whole = [
        (year, figure.value)
        for year in years
        if (figure := found.groups.get((year,))) and figure.value is not None
        if figure.status == "ok"
    ]
    name = INDICATORS[indicator].name
    if len(whole) < A_COMPARISON:
        return f"{name}: no two complete years to compare yet"
    writing = _writing(indicator)
    change = None if INDICATORS[indicator].unit == "count" else writing.write_change
    return sentences.changed(name, whole[0], whole[-1], writing.write, change)


def _table(shown: Sequence[str], found: Sequence[Found], years: Sequence[str]) -> Table:
    def cells(year: str) -> tuple[Cell, ...]:
        figures = zip(shown, (each.groups.get((year,)) for each in found), strict=True)
        return (
            Cell(year, year),
            *(
                answering.cell(figure, INDICATORS[indicator].unit, provisional=True)
                if figure
                else Cell(wording.NO_ROWS)
                for indicator, figure in figures
            ),
        )

    names = (INDICATORS[indicator].name for indicator in shown)
    return Table(("Academic year", *names), tuple(cells(year) for year in years))
