"""What each partner put in, in cash and in kind."""

from typing import Final

from dashboard import canvas, formatting, sentences, theme, units
from dashboard.canvas import Series
from dashboard.figures import stacked_rows
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.views import answering, in_pounds
from dashboard.views.answering import Found
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

CASH, IN_KIND, BOTH = "contributions_cash", "contributions_in_kind", "contributions"
SHOWN: Final = (CASH, IN_KIND, BOTH)
ABOUT: Final = "Contributions by partner"
WORDS: Final = {CASH: "in cash", IN_KIND: "in kind"}


def _asks(selection: Selection) -> tuple[Ask, ...]:
    wanted = [INDICATORS[key] for key in SHOWN]
    return answering.asks(wanted, in_pounds.of_places(selection), "organisation")


def _draw(answers: Answers, names: Names, chosen: Selection) -> Drawn:
    selection = in_pounds.of_places(chosen)
    found = {
        key: answering.found(answers, INDICATORS[key], selection, "organisation") for key in SHOWN
    }
    totals = [each.total for each in found.values()]
    words = in_pounds.subtitle(ABOUT, chosen, names, totals)
    if not any(map(in_pounds.is_there, totals)):
        return in_pounds.nothing(ABOUT, words, totals, chosen, names)
    partners = _ordered(found, names)
    title = _title(found, partners, names)
    figure, height = _chart(found, partners, names)
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined("Bar chart, a bar a partner, cash and kind end to end", title),
        table=Table(
            ("Partner", "In cash", "In kind", "Together", "Returns"),
            tuple(
                _cells(_name(code, names), [each.at(code) for each in found.values()])
                for code in partners
            ),
            _cells("All", totals),
        ),
        figure=figure,
        height=height,
    )


def _name(code: str, names: Names) -> str:
    return names.organisations.get(code, code)


def _ordered(found: dict[str, Found], names: Names) -> list[str]:
    """Return the partners, who put in most first and who has no number last."""
    codes = {key[0] for each in found.values() for key in each.known() if key[0]}

    def order(code: str) -> tuple[bool, float, str]:
        value = found[BOTH].at(code).value
        return (value is None, -(value or 0), _name(code, names))

    return sorted(codes, key=order)


def _title(found: dict[str, Found], partners: list[str], names: Names) -> str:
    parts = [
        f"{formatting.pounds(figure.value)} {words}"
        for key, words in WORDS.items()
        if (figure := found[key].total).value is not None and in_pounds.is_there(figure)
    ]
    if not parts:
        return "What partners put in is not reported"
    given = {
        _name(code, names): value for code in partners if (value := found[BOTH].at(code).value)
    }
    start = f"Partners put in {sentences.listed(parts)}"
    return sentences.with_most(start, given, len(partners), formatting.pounds)


def _chart(
    found: dict[str, Found], partners: list[str], names: Names
) -> tuple[dict[str, object], int]:
    drawn, rest = answering.shown(partners, lambda code: found[BOTH].at(code).value is None)
    rows = [
        stacked_rows.Row(_name(code, names), units.written(found[BOTH].at(code), "pounds"))
        for code in drawn
    ]
    rows += [stacked_rows.Row(name, note) for name, note in rest]
    series = [
        Series(words.capitalize(), _values(found[key], drawn, len(rows)), fill)
        for (key, words), fill in zip(WORDS.items(), (theme.MAIN, theme.THIRD), strict=True)
    ]
    height = canvas.height([row.name for row in rows])
    return stacked_rows.draw(rows, series), height


def _values(found: Found, partners: list[str], rows: int) -> tuple[float | None, ...]:
    known = [found.at(code).value for code in partners]
    return (*known, *[None] * (rows - len(known)))


def _cells(name: str, figures: list[Figure]) -> tuple[Cell, ...]:
    cells = (in_pounds.cell(figure) for figure in figures)
    return (Cell(name, name), *cells, answering.returns(figures))


VIEW: Final = View("contributions", "Contributions", SHOWN, _asks, _draw, note=in_pounds.CALENDAR)
