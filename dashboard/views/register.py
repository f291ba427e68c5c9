"""The practice educator register by stage: who is current, a year before, and the target."""

from dataclasses import dataclass
from typing import Final

from dashboard import canvas, formatting, sentences, units, wording
from dashboard.figures import bullets
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.formulas import Total
from dashboard.indicators.parts import Figure
from dashboard.views import answering, captions
from dashboard.views.measures import measure
from dashboard.views.targets import target_of
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.calendar import months_later
from data.queries import educators
from data.selection import Selection

NAME: Final = "register"
SHOWN: Final = ("pe_on_register", "pe_current")
NO_KNOWN_LAPSE: Final = measure(
    NAME,
    "Current, with no known lapse",
    "Practice educators",
    Total(educators.NO_KNOWN_LAPSE),
)
STAGES: Final = ("2", "1", "legacy")
LEGEND: Final = bullets.Legend("On the register", "Current", "Current a year before", "Target")
COLUMNS: Final = (
    "Highest stage held",
    "On the register",
    "Current",
    "Of these, with no known lapse",
    "Current a year before",
    "Target",
)


@dataclass(frozen=True)
class _Row:
    name: str
    whole: Figure
    current: Figure
    unlimited: Figure
    before: Figure
    target: Figure | None = None

    def bullet(self) -> bullets.Row:
        target = self.target.value if self.target else None
        known = self.whole.judged is not None and self.current.value is not None
        sides = [units.written(side, "count") for side in (self.current, self.whole)]
        note = " of ".join(sides) if known else sides[-1]
        numbers = (self.whole.value, self.current.value, self.before.value, target)
        return bullets.Row(self.name, *numbers, note)

    def cells(self, total: "_Row | None" = None) -> tuple[Cell, ...]:
        figures = (self.whole, self.current, self.unlimited, self.before)
        wholes = (total.whole, total.current, total.unlimited, total.before) if total else None
        cells = [
            answering.cell(figure, "count", within=wholes[place] if wholes else None)
            for place, figure in enumerate(figures)
        ]
        return (Cell(self.name, self.name), *cells, _target(self.target))


def _target(target: Figure | None) -> Cell:
    if target is None or target.value is None:
        return Cell(wording.NO_TARGET)
    return answering.cell(target, "count")


def _a_year_before(selection: Selection) -> Selection:
    return selection.only(years=(), as_at=months_later(selection.stock_date, -12))


def _asks(selection: Selection) -> tuple[Ask, ...]:
    now = [*(INDICATORS[shown] for shown in SHOWN), NO_KNOWN_LAPSE]
    current = INDICATORS["pe_current"]
    return (
        *answering.asks(now, selection, "stage"),
        *answering.asks([current], _a_year_before(selection), "stage"),
        Ask(target_of("pe_current"), selection),
    )


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    rows, total = _rows(answers, selection)
    day = captions.on_the_day(selection)
    subject = "Practice educators on the register"
    totals = [total.whole, total.current]
    words = captions.subtitle(subject, captions.of_partners(selection), names, totals, period=day)
    if not total.whole.value:
        return captions.nothing(subject, words, totals)
    title = _title(total)
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined(
            "Bar chart by stage, an outline for the register and a solid bar for who is current",
            title,
        ),
        table=Table(COLUMNS, tuple(row.cells(total) for row in rows), total.cells()),
        figure=bullets.draw([row.bullet() for row in (*rows, total)], LEGEND),
        height=canvas.height([row.name for row in (*rows, total)]),
    )


def _rows(answers: Answers, selection: Selection) -> tuple[list[_Row], _Row]:
    whole, current, unlimited = (
        answering.found(answers, indicator, selection, "stage")
        for indicator in (*(INDICATORS[shown] for shown in SHOWN), NO_KNOWN_LAPSE)
    )
    before = answering.found(answers, INDICATORS["pe_current"], _a_year_before(selection), "stage")
    sides = (whole, current, unlimited, before)
    rows = [_Row(wording.STAGES[stage], *(side.at(stage) for side in sides)) for stage in STAGES]
    (target,) = answers[Ask(target_of("pe_current"), selection)]
    return rows, _Row(
        "All stages", whole.total, current.total, unlimited.total, before.total, target
    )


def _title(total: _Row) -> str:
    now, whole = total.current.value, total.whole.value
    if now is None or not whole:
        return "Who is current on the register is not known yet"
    start = f"{formatting.of(now, whole)} practice educators are current"
    before = total.before.value
    if not before:
        return start
    if sentences.little(before, now):
        return f"{start}, little changed from a year before"
    return f"{start}, {formatting.count(abs(now - before))} {_more(now, before)} than a year before"


def _more(now: float, before: float) -> str:
    return "more" if now > before else "fewer"


VIEW: Final = View(NAME, "Register by stage", SHOWN, _asks, _draw)
