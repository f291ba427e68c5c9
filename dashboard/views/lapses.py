"""Who lapses next: how many practice educators stop being current in each of twelve months."""

from typing import Final

from dashboard import formatting, sentences
from dashboard.figures import columns
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.formulas import Difference
from dashboard.views import answering, captions
from dashboard.views.measures import measure
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.calendar import months_later
from data.queries.educators import CURRENT_AFTER
from data.selection import Selection

NAME: Final = "lapses"
ABOUT: Final = "Practice educators who stop being current if nothing happens"
MONTHS: Final = tuple(
    measure(
        NAME,
        f"Lapsed in month {month}",
        "Practice educators",
        Difference(CURRENT_AFTER[month - 1], CURRENT_AFTER[month]),
    )
    for month in range(1, len(CURRENT_AFTER))
)


def _asks(selection: Selection) -> tuple[Ask, ...]:
    return tuple(Ask(month, selection) for month in MONTHS)


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    figures = [answers[Ask(month, selection)][0] for month in MONTHS]
    ends = [months_later(selection.stock_date, month) for month in range(1, len(MONTHS) + 1)]
    period = f"the 12 months from {captions.on_the_day(selection)}"
    words = captions.subtitle(
        ABOUT, captions.of_partners(selection), names, figures[:1], period=period
    )
    if all(figure.value is None for figure in figures):
        return captions.nothing(ABOUT, words, figures[:1])
    lapsing = [figure.value or 0 for figure in figures]
    if any(figure.low for figure in figures) and not sum(lapsing):
        return captions.nothing(ABOUT, words, figures)
    title = _title(dict(zip(map(formatting.month, ends), lapsing, strict=True)))
    rows = tuple(
        (Cell(formatting.day(end), end.isoformat()), answering.cell(figure, "count", caution=False))
        for end, figure in zip(ends, figures, strict=True)
    )
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined("Column chart, a column a month", title),
        table=Table(("Month to", "Practice educators who lapse"), rows),
        figure=columns.draw([formatting.month(end) for end in ends], lapsing),
        height=columns.HEIGHT,
    )


def _title(by_month: dict[str, float]) -> str:
    total = sum(by_month.values())
    if not total:
        return "No practice educator lapses in the next 12 months"
    lapse = "lapses" if total == 1 else "lapse"
    who = formatting.quantity(total, "practice educator", "practice educators")
    start = f"{who} {lapse} in the next 12 months"
    if total == 1:
        return start
    return f"{start}, most in the month to {sentences.most(by_month, formatting.count)}"


VIEW: Final = View(NAME, "Who lapses next", ("pe_expiring",), _asks, _draw)
