"""The steps of each partnership beside one another: a table, with what each has lost."""

from collections.abc import Mapping, Sequence
from typing import Final

from dashboard import formatting, sentences, wording
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.sentences import Claim
from dashboard.views import answering, captions
from dashboard.views.answering import Found
from dashboard.views.splits import BY_PARTNERSHIP
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

ABOUT: Final = "Progress by partnership"
STEPS: Final = {
    "demand": "Needed",
    "net_supply": "Offered",
    "allocated": "Matched",
    "started": "Started",
    "started_by_plan": "By the day planned",
    "completed": "Completed",
}
PLACES: Final = ("withdrawn", "rejected")
PLACEMENTS: Final = ("cancelled", "ended_early")
SHOWN: Final = (*STEPS, *PLACES, *PLACEMENTS)
LOSES: Final = Claim("has lost placements", "have lost placements", "has lost no placement")


def _asks(selection: Selection) -> tuple[Ask, ...]:
    return answering.asks([INDICATORS[key] for key in SHOWN], selection, "partnership")


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    found = {
        key: answering.found(answers, INDICATORS[key], selection, "partnership") for key in SHOWN
    }
    codes = {key[0] for each in found.values() for key in each.known()}
    ordered = sorted(codes, key=lambda code: _most_lost_first(found, code, names))
    totals = [each.total for each in found.values()]
    words = captions.subtitle(ABOUT, selection, names, totals)
    table = Table(
        columns=("Partnership", *STEPS.values(), "Places lost", "Placements lost", "Returns"),
        rows=tuple(
            _cells(_name(code, names), {key: each.at(code) for key, each in found.items()})
            for code in ordered
        ),
        footer=_cells("All", {key: each.total for key, each in found.items()}),
    )
    if not any(total.value for total in totals):
        return captions.nothing(ABOUT, words, totals, table=table, chart=False)
    title = _title(found, ordered, names)
    missing = [
        _name(code, names)
        for code in ordered
        if found["allocated"].at(code).status == "not_reported"
    ]
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined(
            "Table of each step by partnership", title, sentences.not_reported(missing)
        ),
        table=table,
    )


def _title(found: dict[str, Found], codes: list[str | None], names: Names) -> str:
    known = {_name(code, names): _said(found, code) for code in codes}
    numbers = {name: number for name, number in known.items() if number is not None}
    lost = {name: number for name, number in numbers.items() if number}
    hidden = sum(
        bool(captions.hidden(found[key].at(code) for key in PLACEMENTS))
        for code in codes
        if _said(found, code) is None
    )
    finding = sentences.how_many(
        list(lost), list(numbers), BY_PARTNERSHIP.noun, LOSES, hidden=hidden
    )
    if not finding:
        why = f"is {captions.KEPT_BACK}" if hidden else "can't be said yet"
        return f"How many placements were lost {why}"
    return sentences.with_most(finding, lost, len(numbers) + hidden, formatting.count)


def _lost(found: dict[str, Found], code: str | None) -> float | None:
    """Return the placements that a partnership lost, cancelled or ended early."""
    return _together([found[key].at(code) for key in PLACEMENTS])


def _said(found: dict[str, Found], code: str | None) -> float | None:
    """Return the same for a sentence; nothing where it reads nought and is not."""
    lost = _lost(found, code)
    low = any(found[key].at(code).low for key in PLACEMENTS)
    return None if low and not lost else lost


def _cells(name: str, figures: Mapping[str, Figure]) -> tuple[Cell, ...]:
    steps = (answering.cell(figures[key], "count", caution=False) for key in STEPS)
    lost = (_sum([figures[key] for key in keys]) for keys in (PLACES, PLACEMENTS))
    return (Cell(name, name), *steps, *lost, answering.returns([*figures.values()]))


def _sum(figures: Sequence[Figure]) -> Cell:
    together = _together(figures)
    if together is None:
        return Cell(wording.WITHOUT_A_NUMBER[answering.missing_status(figures)])
    return Cell(formatting.count(together), together)


def _together(figures: Sequence[Figure]) -> float | None:
    values = [figure.value for figure in figures]
    return None if None in values else sum(value or 0 for value in values)


def _name(code: str | None, names: Names) -> str:
    return names.partnerships.get(code, code) if code else wording.NOT_KNOWN


def _most_lost_first(
    found: dict[str, Found], code: str | None, names: Names
) -> tuple[bool, float, str]:
    lost = _lost(found, code)
    return (lost is None, -(lost or 0), _name(code, names))


VIEW: Final = View(
    "progress-by-partnership",
    "Progress by partnership",
    SHOWN,
    _asks,
    _draw,
    leads_to="/placements/progress",
)
