"""What views of money share: which filters it follows, what it is called, and its absence."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dashboard import formatting, sentences, wording
from dashboard.indicators.catalogue import Unit
from dashboard.indicators.parts import Figure
from dashboard.views import answering, captions
from dashboard.views.view import Cell, Drawn, Names
from data.selection import Selection

COMPLETE: Final = "A partnership without money is complete."
CALENDAR: Final = (
    "Financial years run from April to March. Academic years, levels, service areas and routes "
    "don't choose from money."
)


def of_places(selection: Selection) -> Selection:
    """Return the selection without the filters that money does not follow."""
    return selection.only(years=(), levels=(), areas=(), routes=())


def subtitle(
    measured: str, selection: Selection, names: Names, totals: Sequence[Figure] = ()
) -> str:
    """Return measure, place and period of a view of money."""
    period = f"financial years begun by {formatting.day(selection.as_at)}"
    return captions.subtitle(measured, of_places(selection), names, totals, period=period)


def is_there(figure: Figure) -> bool:
    """Return whether there is money to speak of, be it nought pounds."""
    return bool(figure.n or figure.value)


def cell(figure: Figure, unit: Unit = "pounds") -> Cell:
    """Return a figure as a table of money shows it; why it isn't applicable takes too much room."""
    found = answering.cell(figure, unit, caution=False)
    if figure.status != "not_applicable":
        return found
    return replace(found, text=wording.NOT_APPLICABLE)


def nothing(
    about: str, words: str, totals: Sequence[Figure], selection: Selection, names: Names
) -> Drawn:
    """Return a picture without money; a partnership that has none is no worse for it."""
    drawn = captions.nothing(about, words, totals)
    if any(figure.value is None or is_there(figure) for figure in totals):
        return drawn
    places = [names.partnerships.get(code, code) for code in selection.partnerships]
    title = f"No money is recorded for {sentences.named(places) or 'the partners on view'}"
    return replace(drawn, title=title, alt=sentences.joined(title), empty=COMPLETE)
