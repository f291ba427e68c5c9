"""What agreements promise a year, as a range, and the placements started under them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard import canvas, formatting, sentences, units, wording
from dashboard.figures import bands
from dashboard.indicators import delivery
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.sentences import Claim, Noun
from dashboard.views import answering, captions
from dashboard.views.measures import measure
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

NAME: Final = "contracted"
ABOUT: Final = "Placements started under agreements, against the places a year they promise"
STARTED: Final = measure(NAME, "Placements started", "Supply and demand", delivery.band())
COLUMNS: Final = ("Employer", "Places agreed", "Placements started", "Against the agreement")
NOTHING_AGREED: Final = "nothing agreed"
EMPLOYERS: Final = Noun("employer", "employers")
FEWER: Final = Claim(
    "has taken fewer students than agreed",
    "have taken fewer students than agreed",
    "has taken as many students as agreed",
)
NOTE: Final = (
    "Agreed are the places a year of every agreement of the employer that is active and in force "
    "on a day of the academic year, added up: 4 to 6 stays 4 to 6, and where one agreement says "
    "only how many at least, so does the whole. An agreement that names no number is left out. "
    "Started are the placements whose offer names such an agreement, so that one that no offer "
    "names is not among them. Nothing is judged while a return is missing that could tell of more. "
    "The year is the latest chosen, else that of the day in question; until it is over, more may "
    "start."
)


@dataclass(frozen=True)
class _Row:
    name: str
    figure: Figure

    @property
    def is_agreed(self) -> bool:
        return (self.figure.numerator, self.figure.denominator) != (None, None)

    @property
    def started(self) -> float | None:
        return self.figure.value

    @property
    def off(self) -> float | None:
        """How many fewer than agreed, below nought, or how many more; nought for within.

        It is ``None`` where that can't be told, as where returns are missing.
        """
        if self.started is None or not self.is_agreed or self.figure.status == "partial":
            return None
        low, high = self.figure.numerator, self.figure.denominator
        if low is not None and self.started < low:
            return self.started - low
        return max(0, self.started - high) if high is not None else 0

    @property
    def agreed(self) -> str:
        return formatting.span(self.figure.numerator, self.figure.denominator)

    @property
    def standing(self) -> str:
        if self.off is None:
            return self._unjudged
        so_far = " so far" if self.figure.status == "provisional" else ""
        if not self.off:
            return f"as agreed{so_far}"
        size = formatting.count(abs(self.off))
        return f"{size} {'fewer' if self.off < 0 else 'more'}{so_far}"

    @property
    def _unjudged(self) -> str:
        if self.started is None:
            return self._missing
        return wording.NOT_JUDGED if self.is_agreed else NOTHING_AGREED

    @property
    def note(self) -> str:
        if self.started is None:
            return self._missing
        number = formatting.count(self.started)
        if not self.is_agreed:
            return f"{number} started"
        return f"{number}; agreed {self.agreed}<br>{self.standing}"

    @property
    def order(self) -> tuple[bool, bool, float, str]:
        return (self.started is None, self.off is None, self.off or 0, self.name)

    def cells(self) -> tuple[Cell, ...]:
        agreed = self.agreed or (self._missing if self.started is None else NOTHING_AGREED)
        return (
            Cell(self.name, self.name),
            Cell(agreed),
            answering.cell(self.figure, "count"),
            Cell(self.standing, self.off),
        )

    @property
    def _missing(self) -> str:
        return units.written(self.figure, "count")


def _asks(selection: Selection) -> tuple[Ask, ...]:
    return answering.asks((STARTED,), captions.of_one_year(selection), "organisation")


def _draw(answers: Answers, names: Names, chosen: Selection) -> Drawn:
    selection = captions.of_one_year(chosen)
    found = answering.found(answers, STARTED, selection, "organisation")
    rows = sorted(
        (
            _Row(names.organisations.get(code, code), figure)
            for (code,), figure in found.groups.items()
            if names.kinds.get(code or "", "hei") != "hei"
        ),
        key=lambda row: row.order,
    )
    rows = [row for row in rows if row.is_agreed or row.started != 0]
    words = captions.subtitle(ABOUT, selection, names, [found.total])
    table = Table(COLUMNS, tuple(row.cells() for row in rows))
    if not any(row.is_agreed or row.started for row in rows):
        return captions.nothing("Places agreed", words, [found.total], table=table)
    title = _title(rows)
    drawn, rest = answering.shown(rows, lambda row: row.started is None)
    shown = [
        bands.Row(row.name, row.figure.numerator, row.figure.denominator, row.started, row.note)
        for row in drawn
    ]
    shown += [bands.Row(name, None, None, None, note) for name, note in rest]
    silent = [row.name for row in rows if row.figure.status == "not_reported"]
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined(
            "Bar chart, a band for the places agreed and a solid bar for placements started",
            title,
            sentences.not_reported(silent),
        ),
        table=table,
        figure=bands.draw(shown, "Places agreed", "Placements started"),
        height=canvas.height([row.name for row in shown]),
    )


def _title(rows: Sequence[_Row]) -> str:
    known = [row for row in rows if row.off is not None]
    fewer = {row.name: -row.off for row in known if row.off is not None and row.off < 0}
    finding = sentences.how_many(list(fewer), [row.name for row in known], EMPLOYERS, FEWER)
    return sentences.with_most(
        finding or "No employer has agreed a number of places",
        fewer,
        len(known),
        lambda number: f"{formatting.count(number)} fewer",
    )


VIEW: Final = View(
    NAME,
    "Agreed and delivered",
    ("contracted_delivery_low", "contracted_delivery_high"),
    _asks,
    _draw,
    note=NOTE,
)
