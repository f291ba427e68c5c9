"""Of what is needed, how much was offered, matched, started, on time and completed: step bars."""

from collections.abc import Sequence
from typing import Final

from dashboard import canvas, formatting, sentences, theme, units, wording
from dashboard.canvas import Series
from dashboard.figures import stacked_rows
from dashboard.figures.stacked_rows import Row
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.views import answering, captions, placement_steps
from dashboard.views.placement_steps import Taken
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

NAME: Final = "steps"
ABOUT: Final = "Students, places and placements at each step"
COLUMNS: Final = ("Step", "Counted in", "Left", "Out of", "Lost", "Not yet", "What became of it")


def _asks(selection: Selection) -> tuple[Ask, ...]:
    return tuple(Ask(INDICATORS[key], selection) for key in placement_steps.COUNTED)


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    figures = {key: answers[Ask(INDICATORS[key], selection)][0] for key in placement_steps.COUNTED}
    steps = placement_steps.taken(figures)
    kept = [step.kept for step in steps]
    words = captions.subtitle(ABOUT, selection, names, kept)
    table = Table(COLUMNS, tuple(_cells(step) for step in steps))
    if not any(step.whole.value for step in steps):
        return captions.nothing(ABOUT, words, kept, table=table)
    title = finding(steps)
    missing = [step.step.name for step in steps if step.kept.status == "not_reported"]
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined(
            "Bar chart, a bar a step: what is left, what was lost, and what is not there yet",
            title,
            f"Not reported: {sentences.listed(missing)}" if missing else "",
        ),
        table=table,
        figure=_chart(steps),
        height=canvas.height([step.step.name for step in steps]),
    )


def finding(steps: Sequence[Taken]) -> str:
    """Return how much was lost at each step that lost anything, as a sentence."""
    known = [step for step in steps if step.step.lost and step.is_certain]
    if not known:
        return "What was lost on the way is not known yet"
    lost = [_lost(step) for step in known if step.lost]
    if not lost:
        return "No place and no placement was lost on the way"
    return f"Lost or late on the way: {sentences.listed(lost)}"


def _lost(step: Taken) -> str:
    unit = step.step.unit
    how = sentences.listed([words for words in step.causes() if words in step.step.lost.values()])
    whole = formatting.quantity(step.whole.value or 0, unit, f"{unit}s")
    return f"{formatting.count(step.lost or 0)} of {whole} {how.replace(' and ', ' or ')}"


def _chart(steps: Sequence[Taken]) -> dict[str, object]:
    parts = (
        Series("Left", tuple(step.kept.value for step in steps), theme.MAIN),
        Series("Lost or late", tuple(step.lost or None for step in steps), theme.SECOND, "/"),
        Series("Not yet", tuple(step.still or None for step in steps), theme.PAPER, "."),
    )
    return stacked_rows.draw([Row(step.step.name, _note(step)) for step in steps], parts)


def _note(step: Taken) -> str:
    if step.kept.value is None or step.whole.value is None:
        return units.written(step.kept, "count")
    unit = step.step.unit
    if step.step.kept == step.step.whole:
        return formatting.quantity(step.kept.value, unit, f"{unit}s")
    return "<br>".join([formatting.of(step.kept.value, step.whole.value), *_became(step)])


def _became(step: Taken) -> list[str]:
    """Return what became of the others, each with how many they are, or why that is not said."""
    counts = [f"{formatting.count(number)} {words}" for words, number in step.causes().items()]
    unknown = step.unknown().items()
    return counts + [f"{words}: {units.written(figure, 'count')}" for words, figure in unknown]


def _cells(step: Taken) -> tuple[Cell, ...]:
    name, lost = step.step.name, [step.figures[key] for key in step.step.lost]
    alone = step.step.kept == step.step.whole
    return (
        Cell(name, name),
        Cell(f"{step.step.unit}s"),
        answering.cell(step.kept, "count"),
        Cell(wording.NOT_APPLICABLE)
        if alone
        else answering.cell(step.whole, "count", caution=False),
        _counted(step.lost, lost) if lost else Cell(wording.NOT_APPLICABLE),
        _counted(step.still, [step.kept, step.whole, *lost])
        if step.step.still
        else Cell(wording.NOT_APPLICABLE),
        Cell(sentences.listed(_became(step)) or "nothing lost"),
    )


def _counted(number: float | None, of: Sequence[Figure]) -> Cell:
    """Return the cell of a number that is put together; without it, why one of its parts has none.

    Args:
        number: The number.
        of: The figures it is put together from.
    """
    for part in of:
        if part.value is None or (part.low and not number):
            return Cell(units.written(part, "count"))
    return Cell(formatting.count(number or 0), number)


VIEW: Final = View(NAME, "Steps", placement_steps.COUNTED, _asks, _draw, note=placement_steps.NOTE)
