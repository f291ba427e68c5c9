"""How late placements start: those due, in bands of days, and those that have not started."""

from collections.abc import Sequence
from typing import Final

from dashboard import canvas, formatting, sentences, units, wording
from dashboard.figures import outline_bars
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.lateness import between
from dashboard.indicators.parts import Figure
from dashboard.views import answering, captions
from dashboard.views.measures import measure
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

NAME: Final = "late-starts"
ABOUT: Final = "Placements due to start, by how late they started"
ON_TIME: Final = "on_time_start_rate"
OVERDUE: Final = "start_overdue"
SPREAD: Final = ("late_start_days_median", "late_start_days_max")
BANDS: Final = tuple(
    measure(NAME, name, "Timeliness and quality", between(*days))
    for name, days in {
        "1 to 7 days late": (1, 7),
        "8 to 14 days late": (8, 14),
        "15 to 28 days late": (15, 28),
        "More than 28 days late": (29,),
    }.items()
)
ROWS: Final = ("On time", *(band.name for band in BANDS), "Not started though due")
NOTE: Final = (
    "Of the placements planned to start by the day in question and not cancelled, each is in one "
    "row: started on the day planned or before, started so many days after it, or not started. "
    "Days are counted from the planned start to the actual one, weekends included."
)


def _asks(selection: Selection) -> tuple[Ask, ...]:
    named = [INDICATORS[key] for key in (ON_TIME, OVERDUE, *SPREAD)]
    return tuple(Ask(indicator, selection) for indicator in (*named, *BANDS))


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    rate, overdue, median, most = (
        answers[Ask(INDICATORS[key], selection)][0] for key in (ON_TIME, OVERDUE, *SPREAD)
    )
    bands = [answers[Ask(band, selection)][0] for band in BANDS]
    words = captions.subtitle(ABOUT, selection, names, [overdue])
    late = [*bands, overdue]
    counts = [rate.numerator, *(figure.judged for figure in late)]
    notes = [_note(counts[0], rate.denominator), *(_late(each, rate.denominator) for each in late)]
    due = rate.denominator
    table = Table(("Start", "Placements", "Share of those due"), _rows(rate, late))
    if not due:
        return captions.nothing(ABOUT, words, [overdue], table=table)
    title = finding(counts, due, median, most)
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined("Bar chart, a bar for each band of days late", title),
        table=table,
        figure=outline_bars.draw(
            [
                outline_bars.Row(name, None, count, note)
                for name, count, note in zip(ROWS, counts, notes, strict=True)
            ]
        ),
        height=canvas.height(ROWS),
    )


def finding(counts: Sequence[float | None], due: float, median: Figure, most: Figure) -> str:
    """Return how many started on time, how late the others, and how many have not started."""
    on_time, *late, overdue = (count or 0 for count in counts)
    # Of bands of which some are hidden, the others do not make the whole.
    late = [] if None in counts[1:-1] else late
    whole = formatting.quantity(due, "placement", "placements")
    if on_time == due and None not in counts:
        return f"Every one of {whole} due started on time" if due > 1 else "One was due, on time"
    parts = [f"Of {whole} due, {formatting.count(on_time)} started on time"]
    if sum(late):
        days = f" (median {units.written(median, 'days')}, most {units.written(most, 'days')})"
        parts.append(f"{formatting.count(sum(late))} late{days if median.value else ''}")
    if overdue:
        parts.append(f"{formatting.count(overdue)} not yet")
    return sentences.listed(parts)


def _late(figure: Figure, due: float | None) -> str:
    """Return a band in words, or why it has no number."""
    return units.written(figure, "count") if figure.judged is None else _note(figure.value, due)


def _note(count: float | None, due: float | None) -> str:
    share = formatting.percent((count or 0) / due) if due else wording.NOT_APPLICABLE
    return f"{formatting.count(count or 0)}<br>{share}"


def _rows(rate: Figure, late: Sequence[Figure]) -> tuple[tuple[Cell, ...], ...]:
    name, *names = ROWS
    known = rate.numerator is not None
    on_time = Cell(formatting.count(rate.numerator or 0), rate.numerator) if known else None
    first = (Cell(name, name), on_time or answering.cell(rate, "share"))
    return (
        (*first, answering.cell(rate, "share", caution=False)),
        *(
            (Cell(name, name), answering.cell(figure, "count"), _share(figure, rate.denominator))
            for name, figure in zip(names, late, strict=True)
        ),
    )


def _share(figure: Figure, due: float | None) -> Cell:
    if figure.judged is None:
        return Cell(units.written(figure, "count"))
    if not due:
        return Cell(wording.NOT_APPLICABLE)
    return Cell(formatting.percent(figure.judged / due), figure.judged / due)


VIEW: Final = View(NAME, "Late starts", (ON_TIME, OVERDUE, *SPREAD), _asks, _draw, note=NOTE)
