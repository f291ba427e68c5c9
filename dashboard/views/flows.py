"""Which universities place students with which employers: a table, universities down."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dashboard import formatting, sentences, wording
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.views import answering, captions
from dashboard.views.answering import Found
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

ABOUT: Final = "Placements not cancelled, by university and employer"
COUNTED: Final = "allocated"
# More columns than these nobody reads across; a filter brings the others forward.
MOST_EMPLOYERS: Final = 10
NOBODY: Final = Cell("0", 0)
NOTE: Final = (
    "A placement is in the row of the university that sends the student and in the column of the "
    f"employer who takes them. The {MOST_EMPLOYERS} employers with most placements have a column "
    "each; the others share one. Choose a region, a partnership or a partner to see them apart."
)


def _asks(selection: Selection) -> tuple[Ask, ...]:
    placed = INDICATORS[COUNTED]
    return (
        Ask(placed, selection, ("university", "employer")),
        Ask(placed, selection, ("university",)),
        Ask(placed, selection, ("employer",)),
        Ask(placed, selection, ("organisation",)),
        Ask(placed, selection),
    )


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    flows = _Flows(answers, names, selection)
    words = captions.subtitle(ABOUT, selection, names, [flows.total])
    if not flows.total.value:
        return captions.nothing("Flows", words, [flows.total], chart=False)
    title = flows.title()
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined(
            "Table of placements, universities down and employers across",
            title,
            sentences.not_reported(flows.missing()),
        ),
        table=flows.table(),
    )


class _Flows:
    """Placements by university and employer, the largest of both first."""

    def __init__(self, answers: Answers, names: Names, selection: Selection) -> None:
        placed = INDICATORS[COUNTED]
        self._names = names
        self._cells = answering.found(answers, placed, selection, "university", "employer")
        self._rows = answering.found(answers, placed, selection, "university")
        self._columns = answering.found(answers, placed, selection, "employer")
        self._partners = answering.found(answers, placed, selection, "organisation")
        self.total = self._rows.total
        self._universities = _largest_first(self._rows, names)
        employers = _largest_first(self._columns, names)
        self._shown, self._others = employers[:MOST_EMPLOYERS], employers[MOST_EMPLOYERS:]

    def title(self) -> str:
        """Return the largest flow, of how many placements."""
        sizes = {
            f"{self._name(university)} to {self._name(employer)}": figure.value
            for (university, employer), figure in self._cells.groups.items()
            if figure.value
        }
        total = formatting.quantity(self.total.value or 0, "placement", "placements")
        largest = sentences.most(sizes, formatting.count)
        if len(sizes) <= 1:
            return f"There is one flow, of {total}: {largest}" if sizes else total
        return f"The largest of {len(sizes)} flows, of {total}: {largest}"

    def missing(self) -> list[str]:
        """Return the universities that have not reported."""
        return sorted(
            self._name(code)
            for (code,), figure in self._partners.groups.items()
            if figure.status == "not_reported" and self._names.kinds.get(code) == "hei"
        )

    def table(self) -> Table:
        """Return the table, with totals of rows and columns; who has not reported comes last."""
        others = [self._others_called()] if self._others else []
        heads = ("University", *(self._name(code) for code in self._shown), *others, "All")
        nothing = [Cell(wording.NOT_REPORTED) for _ in heads[1:]]
        silent, more = answering.named(self.missing())
        silent += [f"{more} other universities"] if more else []
        return Table(
            columns=heads,
            rows=(
                *(self._row(code) for code in self._universities),
                *((Cell(name, name), *nothing) for name in silent),
            ),
            footer=self._footer(),
        )

    def _row(self, university: str | None) -> tuple[Cell, ...]:
        name = self._name(university)
        values = {
            employer: figure
            for (sender, employer), figure in self._cells.groups.items()
            if sender == university
        }
        return (
            Cell(name, name),
            *self._numbers(values, self._cells.refusal),
            answering.cell(self._whole(university), "count", within=self.total),
        )

    def _whole(self, university: str | None) -> Figure:
        """Return a university's placements, with what it has reported itself."""
        figure = self._rows.at(university)
        own = self._partners.groups.get((university,))
        if own is None or own.value is None:
            return figure
        return replace(figure, status=own.status, reported=own.reported, expected=own.expected)

    def _footer(self) -> tuple[Cell, ...]:
        values = {key[0]: figure for key, figure in self._columns.groups.items()}
        total = answering.cell(self.total, "count")
        return (Cell("All", "All"), *self._numbers(values, self._columns.refusal), total)

    def _numbers(self, figures: Mapping[str | None, Figure], refusal: Figure | None) -> list[Cell]:
        if refusal:
            hidden = answering.cell(refusal, "count", caution=False)
            return [hidden] * (len(self._shown) + bool(self._others))
        shown = [
            answering.cell(figures[code], "count", caution=False) if code in figures else NOBODY
            for code in self._shown
        ]
        if not self._others:
            return shown
        rest = sum(figures[code].value or 0 for code in self._others if code in figures)
        return [*shown, Cell(formatting.count(rest), rest)]

    def _others_called(self) -> str:
        return formatting.quantity(len(self._others), "other employer", "other employers")

    def _name(self, code: str | None) -> str:
        return answering.name_of("organisation", code, self._names)


def _largest_first(found: Found, names: Names) -> list[str | None]:
    def order(code: str | None) -> tuple[float, str]:
        return (-(found.at(code).value or 0), answering.name_of("organisation", code, names))

    return sorted((key[0] for key in found.known()), key=order)


VIEW: Final = View("flows", "From university to employer", (COUNTED,), _asks, _draw, note=NOTE)
