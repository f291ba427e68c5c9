"""Each partner's mix of adults' and children's, with the other areas as parts of their own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from dashboard import canvas, formatting, sentences, theme, units, wording
from dashboard.canvas import Series
from dashboard.figures import stacked_rows
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.sentences import Claim, Noun
from dashboard.views import answering, telling
from dashboard.views.answering import Found
from dashboard.views.mix_sides import Side
from dashboard.views.targets import target_of
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

ADULTS: Final = "adults"
CHILDREN: Final = "children"
PARTNERS: Final = Noun("partner", "partners")
BELOW: Final = Claim("is under its target", "are under their targets", "is not under its target")
# The order of the parts along a bar, each with its fill and hatch.
FILLS: Final[Mapping[str, tuple[str, str]]] = {
    ADULTS: (theme.MAIN, ""),
    CHILDREN: (theme.SECOND, ""),
    "mental_health": (theme.THIRD, ""),
    "mixed": (theme.PAPER, "/"),
    "all_age": (theme.PAPER, "x"),
    "either": (theme.PAPER, "-"),
    "not_known": (theme.PAPER, "."),
}


@dataclass(frozen=True)
class _Row:
    name: str
    share: Figure
    parts: Mapping[str, Figure]
    target: float | None

    @property
    def count(self) -> float:
        return sum(part.value or 0 for part in self.parts.values())

    @property
    def reading(self) -> str:
        return units.written(self.share, "share")

    @property
    def adults_or_children(self) -> float:
        return sum(self.parts[area].value or 0 for area in (ADULTS, CHILDREN))

    @property
    def mark(self) -> float | None:
        # The bar holds every area, so the target's mark stands at its share of the two it is of.
        if self.target is None or not self.count or self.share.value is None:
            return None
        return self.target * self.adults_or_children / self.count

    @property
    def order(self) -> tuple[bool, bool, float, str]:
        value = self.share.value
        silent = self.share.status == "not_reported"
        return (silent, value is None, -(value or 0), self.name)

    def note(self) -> str:
        if not self.count:
            return self.reading
        return f"{self.reading}<br>n = {formatting.count(self.count)}"


def view(side: Side) -> View:
    """Return the view of one side's mix, a row a partner."""

    def asks(selection: Selection) -> tuple[Ask, ...]:
        counted, share = INDICATORS[side.counted], INDICATORS[side.share]
        return (
            *answering.asks([counted], selection, "organisation", "service_area"),
            *answering.asks([share, target_of(side.share)], selection, "organisation"),
        )

    def draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
        return _drawn(side, answers, names, selection)

    return View(side.name, side.heading, (side.share, side.counted), asks, draw)


def _drawn(side: Side, answers: Answers, names: Names, selection: Selection) -> Drawn:
    counted = answering.found(
        answers, INDICATORS[side.counted], selection, "organisation", "service_area"
    )
    share = answering.found(answers, INDICATORS[side.share], selection, "organisation")
    target = answering.found(answers, target_of(side.share), selection, "organisation")
    rows = _rows(side, counted, share, target, names)
    words = telling.subtitle(
        f"{side.things} by service area",
        selection,
        names,
        [counted.total],
        period=telling.on_the_day(selection) if side.stock else "",
    )
    if not any(row.count for row in rows):
        return telling.nothing(side.things, words, [counted.total], table=_table(rows, FILLS))
    areas = [area for area in FILLS if any(row.parts[area].value for row in rows)]
    title = _title(side, share.total, rows)
    missing = [row.name for row in rows if row.share.status == "not_reported"]
    figure, height = _chart(rows, areas)
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined(
            "Bar chart, a row a partner, each bar split by service area",
            title,
            sentences.not_reported(missing),
        ),
        table=_table(rows, areas),
        figure=figure,
        height=height,
    )


def _rows(side: Side, counted: Found, share: Found, target: Found, names: Names) -> list[_Row]:
    codes = {key[0] for each in (counted, share) for key in each.known()}
    rows = [
        _Row(
            name=names.organisations.get(code, code),
            share=_one_sided(share.at(code), names.services.get(code, "")),
            parts={area: counted.at(code, area) for area in FILLS},
            target=each.value if (each := target.groups.get((code,))) else None,
        )
        for code in codes
        if side.has_rows(names.kinds.get(code, ""))
    ]
    return sorted(rows, key=lambda row: row.order)


def _one_sided(share: Figure, services: str) -> Figure:
    # A partner without rows has no note yet, and serves whom it serves all the same.
    if share.status == "not_applicable" and services in wording.ONE_SERVICE:
        return replace(share, note=wording.ONE_SERVICE[services])
    return share


def _chart(rows: Sequence[_Row], areas: Sequence[str]) -> tuple[dict[str, Any], int]:
    drawn, more = answering.shown(rows, lambda row: not row.count)
    lines = [stacked_rows.Row(row.name, row.note(), row.mark) for row in drawn]
    if more:
        lines.append(stacked_rows.Row(f"{more} others", wording.NO_ROWS))
    rest = (None,) * (len(lines) - len(drawn))
    parts = [
        Series(wording.AREAS[area], (*(_portion(row, area) for row in drawn), *rest), *FILLS[area])
        for area in areas
    ]
    return stacked_rows.draw(lines, parts), canvas.height(len(lines), legend=True)


def _portion(row: _Row, area: str) -> float | None:
    value = row.parts[area].value
    return value / row.count if value and row.count else None


def _title(side: Side, total: Figure, rows: Sequence[_Row]) -> str:
    subject = f"Adults' share of {side.things[:1].lower()}{side.things[1:]}"
    if total.value is None:
        return f"{subject}: {units.written(total, 'share')}"
    start = f"{subject} is {formatting.percent(total.value)}"
    aimed = [row for row in rows if row.target is not None and row.share.value is not None]
    if not aimed:
        return f"{start} of {formatting.count(total.n or 0)} in adults' or children's"
    below = [row.name for row in aimed if (row.share.value or 0) < (row.target or 0)]
    finding = sentences.how_many(below, [row.name for row in aimed], PARTNERS, BELOW)
    lower = finding if len(aimed) == 1 else f"{finding[:1].lower()}{finding[1:]}"
    return f"{start}; {lower}"


def _table(rows: Sequence[_Row], areas: Iterable[str]) -> Table:
    shown = list(areas)
    names = (wording.AREAS[area] for area in shown)
    return Table(
        columns=("Partner", "Adults' share", "Target", "n", *names),
        rows=tuple(_cells(row, shown) for row in rows),
    )


def _cells(row: _Row, areas: Sequence[str]) -> tuple[Cell, ...]:
    target = wording.NO_TARGET if row.target is None else formatting.percent(row.target)
    return (
        Cell(row.name, row.name),
        answering.cell(row.share, "share"),
        Cell(target, row.target),
        _number(row, row.count),
        *(_number(row, row.parts[area].value or 0, area) for area in areas),
    )


def _number(row: _Row, value: float, area: str = "") -> Cell:
    if row.share.status == "not_reported":
        return Cell(wording.NOT_REPORTED)
    if not value and row.share.note and area in (ADULTS, CHILDREN):
        # Who serves children's only has no adults' work, which is not the same as none.
        return Cell(wording.NOT_APPLICABLE)
    return Cell(formatting.count(value), value)
