"""Every partnership in a line: a figure or two of each core view."""

from typing import Final

from dashboard import formatting, sentences
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.sentences import Claim
from dashboard.views import answering, captions
from dashboard.views.answering import Found
from dashboard.views.splits import BY_PARTNERSHIP
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.schema.reference import PUBLISHED
from data.selection import Selection

SHORTFALL: Final = "unmatched_shortfall"
COLUMNS: Final = (SHORTFALL, "sufficiency", "pe_current", "split_gap")
SHORT: Final = Claim(
    "has students who cannot be placed",
    "have students who cannot be placed",
    "has no student who cannot be placed",
)


def asks(selection: Selection) -> tuple[Ask, ...]:
    """Return the questions: each figure by partnership, and its total."""
    return answering.asks([INDICATORS[key] for key in COLUMNS], selection, "partnership")


def draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    """Return the table, the largest shortfall first and partnerships without a number last."""
    found = {
        key: answering.found(answers, INDICATORS[key], selection, "partnership") for key in COLUMNS
    }
    totals = [figures.total for figures in found.values()]
    words = captions.subtitle("A figure or two of each core view", selection, names, totals)
    codes = _reporting({code for each in found.values() for (code,) in each.known() if code}, names)
    if not codes:
        return captions.nothing("Partnerships", words, totals, chart=False)
    ordered = sorted(
        codes, key=lambda code: (*_size(found[SHORTFALL], code), names.partnerships[code])
    )
    title = _title(found[SHORTFALL], ordered, names) or "Partnerships in brief"
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined("Table of figures by partnership", title),
        table=Table(
            columns=("Partnership", *(INDICATORS[key].name for key in COLUMNS)),
            rows=tuple(_row(code, found, names) for code in ordered),
            footer=(Cell("All"), *(_cell(key, figures.total) for key, figures in found.items())),
        ),
    )


def _reporting(codes: set[str], names: Names) -> set[str]:
    # Partnerships known from documents alone would bury the others, who can be told apart.
    return {code for code in codes if names.origins.get(code) != PUBLISHED} or codes


def _size(shortfall: Found, code: str) -> tuple[bool, float]:
    value = shortfall.at(code).value
    return value is None, -(value or 0)


def _title(shortfall: Found, codes: list[str], names: Names) -> str:
    known = {names.partnerships[code]: shortfall.at(code).judged for code in codes}
    numbers = {name: value for name, value in known.items() if value is not None}
    short = {name: value for name, value in numbers.items() if value}
    hidden = captions.hidden(shortfall.at(code) for code in codes)
    finding = sentences.how_many(
        list(short), list(numbers), BY_PARTNERSHIP.noun, SHORT, hidden=hidden
    )
    return sentences.with_most(finding, short, len(numbers) + hidden, formatting.count)


def _row(code: str, found: dict[str, Found], names: Names) -> tuple[Cell, ...]:
    name = names.partnerships[code]
    cells = (_cell(key, figures.at(code), figures.total) for key, figures in found.items())
    return (Cell(name, name), *cells)


def _cell(key: str, figure: Figure, within: Figure | None = None) -> Cell:
    return answering.cell(figure, INDICATORS[key].unit, within=within)


VIEW: Final = View("partnerships", "By partnership", COLUMNS, asks, draw, "/placements")
