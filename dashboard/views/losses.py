"""What was lost on the way, or came late, and how much of each: a table, a row a cause."""

from dataclasses import dataclass
from typing import Final

from dashboard import formatting, sentences, units, wording
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.views import answering, captions
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

ABOUT: Final = "Places and placements lost or late, by cause"
COLUMNS: Final = ("Cause", "How many", "Out of", "Share")


@dataclass(frozen=True)
class Cause:
    """Why a place or a placement was lost, or late.

    Attributes:
        name: As readers know it.
        lost: Id of the indicator that counts it.
        whole: Id of the indicator of what it was lost from.
        unit: What that counts.
    """

    name: str
    lost: str
    whole: str
    unit: str


CAUSES: Final = (
    Cause("Places withdrawn", "withdrawn", "gross_offers", "places offered"),
    Cause("of them, shortly before", "withdrawn_late", "withdrawn", "places withdrawn"),
    Cause("Places rejected", "rejected", "gross_offers", "places offered"),
    Cause("Placements cancelled", "cancelled", "matched", "placements matched"),
    Cause("Due and not started", "start_overdue", "allocated", "placements not cancelled"),
    Cause("Started late", "started_late", "started", "placements started"),
    Cause("Ended early", "ended_early", "started", "placements started"),
    Cause(
        "of them, with a concern raised",
        "ended_early_concern",
        "ended_early",
        "placements ended early",
    ),
)
COUNTED: Final = tuple(dict.fromkeys(key for each in CAUSES for key in (each.lost, each.whole)))
SHOWN: Final = tuple(dict.fromkeys(each.lost for each in CAUSES))


def _asks(selection: Selection) -> tuple[Ask, ...]:
    return tuple(Ask(INDICATORS[key], selection) for key in COUNTED)


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    figures = {key: answers[Ask(INDICATORS[key], selection)][0] for key in COUNTED}
    wholes = [figures[each.whole] for each in CAUSES]
    words = captions.subtitle(ABOUT, selection, names, wholes)
    table = Table(COLUMNS, tuple(_cells(each, figures) for each in CAUSES))
    if not any(whole.value for whole in wholes):
        return captions.nothing(ABOUT, words, wholes, table=table, chart=False)
    title = _title(figures)
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined("Table of what was lost or late, by cause", title),
        table=table,
    )


def _title(figures: dict[str, Figure]) -> str:
    """Return the causes that cost most: of the places, and of the placements."""
    causes = [each for each in CAUSES if not each.name.startswith("of them")]
    known = {each.name: figures[each.lost].judged for each in causes}
    numbers = {name: value for name, value in known.items() if value is not None}
    if not numbers:
        return "What was lost on the way is not known yet"
    if not any(numbers.values()):
        return "Nothing was lost, and nothing was late"
    return f"The commonest cause: {sentences.inside(sentences.most(numbers, formatting.count))}"


def _cells(cause: Cause, figures: dict[str, Figure]) -> tuple[Cell, ...]:
    lost, whole = figures[cause.lost], figures[cause.whole]
    out_of = Cell(units.written(whole, "count"), whole.value, aside=cause.unit)
    return (
        Cell(cause.name, cause.name),
        answering.cell(lost, "count"),
        out_of,
        _share(lost, whole),
    )


def _share(lost: Figure, whole: Figure) -> Cell:
    if lost.judged is None or whole.value is None:
        return Cell(units.written(lost if lost.judged is None else whole, "count"))
    if not whole.value:
        return Cell(wording.NOT_APPLICABLE)
    share = lost.judged / whole.value
    return Cell(formatting.percent(share), share)


VIEW: Final = View("losses", "Lost or late, and why", SHOWN, _asks, _draw)
