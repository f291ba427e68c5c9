"""A rate of the workforce over the years, with a line for each kind of census."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from dashboard import sentences, wording
from dashboard.figures import trend
from dashboard.figures.trend import Line
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.units import WRITING
from dashboard.views import answering, captions, census_sides, years
from dashboard.views.answering import Found
from dashboard.views.census_kinds import FROM_THE_FILE
from dashboard.views.census_sides import YEAR, Side
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.calendar import last_day
from data.selection import Selection

SHARE: Final = WRITING["share"]
TOGETHER: Final = "Own, else published"


def view(rate: str, name: str, heading: str) -> View:
    """Return the view of a rate over every academic year of a census.

    Args:
        rate: Id of the indicator.
        name: The view's name in the page.
        heading: What it is about.
    """

    def asks(selection: Selection) -> tuple[Ask, ...]:
        return census_sides.asks(rate, selection.only(years=()))

    def draw(answers: Answers, names: Names, chosen: Selection) -> Drawn:
        selection = chosen.only(years=())
        here = answering.found(answers, INDICATORS[rate], selection, *YEAR)
        sides = census_sides.sides(rate, answers, names, selection)
        subject = INDICATORS[rate].name
        about = f"{subject} by the academic year in which a census was held"
        words = captions.subtitle(about, selection, names, [here.total])
        shown = years.between({*(year for (year,) in here.known() if year), *_years(sides)})
        if not any(side.is_known for side in sides):
            table = _table(here, sides, shown) if shown else None
            kinds = (census_sides.own, census_sides.of_councils)
            found = [here, *(kind(rate, answers, selection) for kind in kinds)]
            why = answering.without_numbers(found)
            return captions.nothing(subject, words, why, table=table)
        title = _title(rate, answers, sides, shown, selection)
        return Drawn(
            title=title,
            subtitle=words,
            alt=sentences.joined(
                f"Line chart of {sentences.listed([side.name for side in sides])}", title
            ),
            table=_table(here, sides, shown),
            figure=trend.draw(shown, _lines(sides, shown, selection.as_at), SHARE.ticks),
            height=trend.HEIGHT,
        )

    return View(name, heading, (rate,), asks, draw, note=FROM_THE_FILE)


def _years(sides: Sequence[Side]) -> set[str]:
    return {year for side in sides for year in side.figures}


def _title(
    rate: str, answers: Answers, sides: Sequence[Side], shown: Sequence[str], selection: Selection
) -> str:
    """Return how the rate went on here, by own censuses if there are any, and England's."""
    kinds = (census_sides.own, census_sides.of_councils)
    found = [kind(rate, answers, selection) for kind in kinds]
    known = [each for each in found if _has_numbers(each)]
    told = [years.finding(each.ask.indicator, each, shown, selection.as_at) for each in known[:1]]
    told = told or [f"{INDICATORS[rate].name}: {wording.NOT_REPORTED} here"]
    return "; ".join([*told, *_england(sides[-1])])


def _has_numbers(found: Found) -> bool:
    return any(figure.value is not None for figure in found.groups.values())


def _england(side: Side) -> list[str]:
    values = {year: figure.value for year, figure in side.figures.items() if figure.value}
    if side.own or not values:
        return []
    latest = max(values)
    return [f"England's published rate was {SHARE.write(values[latest])} in {latest}"]


def _lines(sides: Sequence[Side], shown: Sequence[str], as_at: date) -> list[Line]:
    return [_line(side, shown, as_at) for side in sides if side.is_known]


def _line(side: Side, shown: Sequence[str], as_at: date) -> Line:
    figures = [side.figures.get(year) for year in shown]
    values = tuple(figure.value if figure else None for figure in figures)
    last = next(value for value in reversed(values) if value is not None)
    provisional = tuple(side.own and as_at < last_day(year) for year in shown)
    return Line(side.name, values, SHARE.write(last), provisional)


def _table(here: Found, sides: Sequence[Side], shown: Sequence[str]) -> Table:
    columns = ("Academic year", TOGETHER, *(side.name for side in sides), "Returns")
    return Table(columns, tuple(_row(year, here, sides) for year in shown))


def _row(year: str, here: Found, sides: Sequence[Side]) -> tuple[Cell, ...]:
    figure = here.groups.get((year,))
    together = answering.cell(figure, "share", base=True, caution=False) if figure else None
    return (
        Cell(year, year),
        together or Cell(wording.NO_ROWS),
        *(_cell(side, year) for side in sides),
        answering.returns([figure] if figure else []),
    )


def _cell(side: Side, year: str) -> Cell:
    figure = side.figures.get(year)
    if figure is None:
        return Cell(wording.NO_ROWS if side.own else wording.NOT_PUBLISHED)
    return answering.cell(figure, "share", base=True, caution=False)


RATES: Final = (
    view("vacancy_rate", "vacancies", "Vacancies over the years"),
    view("turnover_rate", "turnover", "Turnover over the years"),
    view("agency_rate", "agency", "Agency workers over the years"),
)
