"""What each employer's placements bring in at the daily fee."""

from typing import Final

from dashboard import formatting, sentences
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.views import answering, captions, in_pounds
from dashboard.views.answering import Found
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

FEES: Final = "fee_income"
ABOUT: Final = "Placement fees by employer"
NOTE: Final = "The daily fees themselves stand further down this page."


def _asks(selection: Selection) -> tuple[Ask, ...]:
    return answering.asks([INDICATORS[FEES]], selection, "employer")


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    found = answering.found(answers, INDICATORS[FEES], selection, "employer")
    words = captions.subtitle(ABOUT, selection, names, [found.total])
    rows = sorted(found.known(), key=lambda key: _order(found.at(*key), key[0], names))
    title = _title(found, names)
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined("Table of placement fees by employer", title),
        table=Table(
            ("Employer", "Placements with a fee", INDICATORS[FEES].name),
            tuple(_cells(_name(key[0], names), found.at(*key)) for key in rows),
            _cells("All", found.total),
        ),
    )


def _name(code: str | None, names: Names) -> str:
    return answering.name_of("employer", code, names)


def _order(figure: Figure, code: str | None, names: Names) -> tuple[bool, float, str]:
    return (figure.value is None, -(figure.value or 0), _name(code, names))


def _title(found: Found, names: Names) -> str:
    total = found.total
    if total.value is None:
        return f"What placements bring in can't be told: {total.note or 'it is not reported'}"
    each = {_name(key[0], names): value for key in found.known() if (value := found.at(*key).value)}
    start = f"Placements bring in {formatting.pounds(total.value)} at the daily fee"
    return sentences.with_most(start, each, len(each), formatting.pounds) if each else start


def _cells(name: str, figure: Figure) -> tuple[Cell, ...]:
    fee = in_pounds.cell(figure)
    placements = fee if figure.n is None else Cell(formatting.count(figure.n), figure.n)
    return (Cell(name, name), placements, fee)


VIEW: Final = View("fees", "Placement fees", (FEES,), _asks, _draw, note=NOTE)
