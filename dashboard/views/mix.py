"""The mix of adults' and children's, with the other areas as parts of their own."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from dashboard import canvas, formatting, sentences, theme, units, wording
from dashboard.canvas import Series
from dashboard.figures import stacked_rows
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.sentences import Claim
from dashboard.views import answering, captions
from dashboard.views.mix_rows import ADULTS, AREAS, CHILDREN, Row, rows
from dashboard.views.mix_sides import Side
from dashboard.views.rows import Rows
from dashboard.views.splits import Split
from dashboard.views.targets import target_of
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

FILLS: Final[Mapping[str, tuple[str, str]]] = {
    ADULTS: (theme.MAIN, ""),
    CHILDREN: (theme.SECOND, ""),
    "mental_health": (theme.THIRD, ""),
    "mixed": (theme.PAPER, "/"),
    "all_age": (theme.PAPER, "x"),
    "either": (theme.PAPER, "-"),
    "not_known": (theme.PAPER, "."),
}
UNDER: Final = Claim("is under its target", "are under their targets", "is not under its target")


def view(name: str, heading: str, side: Side, split: Split) -> View:
    """Return the view of one side's mix by partnership or by partner."""

    def asks(selection: Selection) -> tuple[Ask, ...]:
        counted, share = INDICATORS[side.counted], INDICATORS[side.share]
        return (
            *answering.asks([counted], selection, split.dimension, "service_area"),
            *answering.asks([share, target_of(side.share)], selection, split.dimension),
        )

    def draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
        found = _found(answers, side, split, selection)
        counted, share, target = (each.total for each in found)
        period = captions.on_the_day(selection) if side.stock else ""
        about = f"{side.things} by service area"
        words = captions.subtitle(about, side.followed(selection), names, [counted], period=period)
        made = rows(found, side, split, names)
        if not any(row.count for row in made):
            table = _table(made, split, (ADULTS, CHILDREN))
            return captions.nothing(side.things, words, [found[0].refusal or counted], table=table)
        return _drawn(made, split, words, _title(side, split, (share, target), made))

    return View(name, heading, (side.share, side.counted), asks, draw)


def _found(
    answers: Answers, side: Side, split: Split, selection: Selection
) -> tuple[answering.Found, answering.Found, answering.Found]:
    counted, share = INDICATORS[side.counted], INDICATORS[side.share]
    by = split.dimension
    return (
        answering.found(answers, counted, selection, by, "service_area"),
        answering.found(answers, share, selection, by),
        answering.found(answers, target_of(side.share), selection, by),
    )


def _drawn(made: Sequence[Row], split: Split, words: str, title: str) -> Drawn:
    areas = [area for area in AREAS if any(row.amount(area) for row in made)]
    missing = [row.name for row in made if row.is_silent]
    figure, height = _chart(made, areas)
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined(
            f"Bar chart, a row a {split.noun.one}, each bar split by service area",
            title,
            sentences.not_reported(missing),
        ),
        table=_table(made, split, areas),
        figure=figure,
        height=height,
    )


def _chart(made: Sequence[Row], areas: Sequence[str]) -> tuple[dict[str, Any], int]:
    drawn, others = answering.shown(made, lambda row: not row.count, wording.NO_NUMBERS)
    lines = [stacked_rows.Row(row.name, row.note(), row.mark) for row in drawn]
    lines += [stacked_rows.Row(name, note) for name, note in others]
    rest = (None,) * len(others)
    parts = [
        Series(wording.AREAS[area], (*(row.portion(area) for row in drawn), *rest), *FILLS[area])
        for area in areas
    ]
    height = canvas.height([line.name for line in lines])
    return stacked_rows.draw(lines, parts), height


def _title(side: Side, split: Split, totals: tuple[Figure, Figure], made: Sequence[Row]) -> str:
    share, target = totals
    subject = f"Adults' share of {side.things[:1].lower()}{side.things[1:]}"
    if share.value is None:
        return f"{subject}: {units.written(share, 'share')}"
    start = f"{subject} is {formatting.percent(share.value)}"
    aimed = [row for row in made if row.target is not None and row.share.value is not None]
    under = [row.name for row in aimed if row.is_under_target]
    hidden = captions.hidden(row.share for row in made if row.target is not None)
    finding = sentences.how_many(
        under, [row.name for row in aimed], split.noun, UNDER, hidden=hidden
    )
    if finding:
        return f"{start}; {sentences.inside(finding) if len(aimed) + hidden > 1 else finding}"
    if target.value is not None:
        return f"{start} against a target of {formatting.percent(target.value)}"
    return f"{start} of {formatting.count(share.n or 0)} in adults' or children's"


def _table(made: Sequence[Row], split: Split, areas: Sequence[str]) -> Table:
    names = (wording.AREAS[area] for area in areas)
    return Table(
        columns=(split.heading, "Adults' share", "Target", "In all", *names),
        rows=Rows(made, partial(_cells, areas)),
    )


def _cells(areas: Sequence[str], row: Row) -> tuple[Cell, ...]:
    target = wording.NO_TARGET if row.target is None else formatting.percent(row.target)
    return (
        Cell(row.name, row.name),
        answering.cell(row.share, "share"),
        Cell(target, row.target),
        _whole(row),
        *(_part(row, area) for area in areas),
    )


def _whole(row: Row) -> Cell:
    if row.is_silent:
        return Cell(wording.NOT_REPORTED)
    if row.is_hidden:
        return Cell(wording.SUPPRESSED)
    return Cell(formatting.count(row.count), row.count)


def _part(row: Row, area: str) -> Cell:
    part = row.part(area)
    if row.share.note and area in (ADULTS, CHILDREN) and not part.value:
        # Who serves children's only has no adults' work, which is not the same as none.
        return Cell(wording.NOT_APPLICABLE)
    return answering.cell(part, "count", caution=False)
