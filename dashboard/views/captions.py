"""The words around a chart: what it measures, where, when, from how many; or why it is empty."""

from collections.abc import Iterable, Sequence
from typing import Final

from dashboard import canvas, formatting, sentences, wording
from dashboard.indicators.parts import Figure
from dashboard.views.view import Drawn, Names, Table
from data.selection import Selection

EVERY_YEAR: Final = "all academic years"
NO_MEANING: Final = "This can't be worked out for these filters. Take one away to see it."
FEWER: Final = " Take a filter away."
NO_MATCH: Final = "Nothing matches these filters."
KEPT_BACK: Final = "hidden to protect people"
IN_PART: Final = f"Some of these figures are {KEPT_BACK}. The others stand in the table."
EVERY_PLACE: Final = "all partnerships"
# What is said in place of what speaks of filters, where none is chosen.
WITHOUT_FILTERS: Final = {
    NO_MATCH: "There is nothing to show.",
    NO_MEANING: "There is nothing to work this out from.",
}


def subtitle(
    measure: str,
    selection: Selection,
    names: Names,
    totals: Sequence[Figure] = (),
    *,
    period: str = "",
) -> str:
    """Return measure, place, period and how many partners stand behind it.

    Args:
        measure: What is shown.
        selection: What the reader chose.
        names: Names for the codes in it.
        totals: The totals of what is shown, which know who has reported.
        period: The period, where the years chosen don't say it.
    """
    parts = [
        measure,
        _place(selection, names),
        period or sentences.listed(selection.years) or EVERY_YEAR,
        *_kinds(selection),
        *_cautions(totals),
    ]
    return ", ".join(part for part in parts if part)


def explained(terms: Sequence[tuple[str, str]]) -> str:
    """Return words of a view, each with what it means, in one run of sentences."""
    return " ".join(f"{term}: {sentences.inside(words)}" for term, words in terms)


def on_the_day(selection: Selection) -> str:
    """Return the day of a stock, as a period."""
    return formatting.day(selection.stock_date)


def of_partners(selection: Selection) -> Selection:
    """Return the selection without the filters that only students and places follow."""
    return selection.only(levels=(), routes=())


def of_agreements(selection: Selection) -> Selection:
    """Return the selection without the filters that agreements do not follow."""
    return selection.only(levels=(), routes=(), areas=())


def of_one_year(selection: Selection) -> Selection:
    """Return the selection of the latest year chosen, else of the year of the day.

    What is agreed or available for a year can be compared with one year's numbers only.
    """
    return selection.only(years=(max(selection.years, default=selection.current_year),))


def _place(selection: Selection, names: Names) -> str:
    chosen = (
        (selection.organisations, names.organisations),
        (selection.partnerships, names.partnerships),
        (selection.regions, names.regions),
    )
    places = [
        sentences.named([called.get(code, code) for code in codes])
        for codes, called in chosen
        if codes
    ]
    return ", ".join(places) or EVERY_PLACE


def _kinds(selection: Selection) -> list[str]:
    chosen = (
        (selection.levels, wording.LEVELS),
        (selection.areas, wording.AREA_FILTERS),
        (selection.routes, wording.ROUTES),
    )
    return [
        sentences.listed([called.get(code, code).lower() for code in codes])
        for codes, called in chosen
        if codes
    ]


def _cautions(totals: Sequence[Figure]) -> list[str]:
    said = []
    partial = [figure for figure in totals if figure.status == "partial"]
    if partial:
        worst = min(partial, key=lambda figure: figure.reported - figure.expected)
        said.append(f"{formatting.of(worst.reported, worst.expected)} partners reported")
    if any(figure.status == "provisional" for figure in totals):
        said.append(f"{wording.PROVISIONAL}: the year has not ended")
    return said


def unfiltered(why: str) -> str:
    """Return why a chart is empty, as it is said where there is no filter to take away."""
    return WITHOUT_FILTERS.get(why, why).removesuffix(FEWER)


def is_hidden(figure: Figure) -> bool:
    """Return whether a figure is hidden to protect people."""
    return figure.status == "suppressed"


def hidden(figures: Iterable[Figure]) -> int:
    """Return how many figures are hidden, or so small that they read nought and need not be."""
    return sum(is_hidden(each) or each.low for each in figures)


def nothing(
    about: str,
    subtitle_words: str,
    totals: Sequence[Figure],
    *,
    table: Table | None = None,
    chart: bool = True,
) -> Drawn:
    """Return a chart without anything to draw, and why.

    Args:
        about: What it would show, as a sentence begins: "Places offered".
        subtitle_words: Its subtitle.
        totals: The totals of what it would show.
        table: What there is to say of each row all the same.
        chart: Whether a chart stands here when there is something to draw.
    """
    finding, reason = _why(about, totals, told=table is not None and _has_numbers(table))
    return Drawn(
        title=finding,
        subtitle=subtitle_words,
        alt=sentences.joined(finding),
        table=table or Table((about,), ()),
        figure=canvas.blank() if chart else None,
        height=canvas.FRAME_HEIGHT,
        empty=reason,
    )


def _has_numbers(table: Table) -> bool:
    return any(isinstance(cell.value, int | float) for row in table.rows for cell in row[1:])


def _why(about: str, totals: Sequence[Figure], *, told: bool) -> tuple[str, str]:
    """Return a title without a number, and why; told: the table has some numbers."""
    statuses = [figure.status for figure in totals]
    if "suppressed" in statuses and told:
        return f"{about}: {wording.SUPPRESSED} in part", IN_PART
    if "suppressed" in statuses:
        return f"{about}: {wording.SUPPRESSED}", _why_hidden(totals)
    if any(figure.low for figure in totals):
        return f"{about}: {wording.LOW}", "There are some, but so few that they are not shown."
    if "not_reported" in statuses:
        expected = max(figure.expected for figure in totals)
        partners = formatting.quantity(expected, "partner", "partners")
        return (
            f"{about}: {wording.NOT_REPORTED}",
            f"No return has arrived yet. It is expected of {partners}.",
        )
    if "not_applicable" in statuses and len(set(statuses)) == 1:
        return (
            f"{about}: {wording.NOT_APPLICABLE}",
            NO_MEANING,
        )
    return f"{about}: none", NO_MATCH


def _why_hidden(totals: Sequence[Figure]) -> str:
    if any(figure.note == wording.NO_CUT for figure in totals):
        return f"To protect people, these figures are {wording.NO_CUT}.{FEWER}"
    return f"These figures are {KEPT_BACK}."
