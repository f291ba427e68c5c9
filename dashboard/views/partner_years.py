"""One partner's figures, year by year: the numbers behind the small lines of its scorecard."""

from collections.abc import Sequence
from typing import Final

from dashboard import sentences
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.evaluate import Ask
from dashboard.views import answering, captions
from dashboard.views.partner_comparison import each_year
from dashboard.views.scorecard import headed
from dashboard.views.scorecard_figures import shown
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.partners import Partner
from data.selection import Selection

NAME: Final = "year-by-year"


def view(partner: Partner, every: Sequence[str]) -> View:
    """Return the table of a partner's figures, a column a year.

    Args:
        partner: Whose they are.
        every: The academic years.
    """
    ids = shown(partner.kind)

    def asks(selection: Selection) -> tuple[Ask, ...]:
        each = each_year(every, selection)
        return tuple(Ask(INDICATORS[key], year) for key in ids for year in each)

    def draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
        rows = tuple(_cells(INDICATORS[key], answers, each_year(every, selection)) for key in ids)
        title = f"{partner.name}, year by year"
        about = "Every figure of the scorecard"
        return Drawn(
            title=title,
            subtitle=captions.subtitle(about, selection.only(years=()), names),
            alt=sentences.joined("Table of a partner's figures over the years", title),
            table=Table(("Figure", *(headed(year, selection) for year in sorted(every))), rows),
        )

    return View(NAME, "Over the years", ids, asks, draw)


def _cells(indicator: Indicator, answers: Answers, each: Sequence[Selection]) -> tuple[Cell, ...]:
    figures = [answers[Ask(indicator, year)][0] for year in each]
    found = [answering.cell(figure, indicator.unit) for figure in figures]
    return (Cell(indicator.name, indicator.name), *found)
