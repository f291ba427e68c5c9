"""Students who can't be placed, and finals without a Stage 2 practice educator."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final

from dashboard import formatting, hrefs, sentences, units
from dashboard.attention.question import Question
from dashboard.attention.raised import Raised
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.indicators.parts import Figure
from data.calendar import TERMS, first_day, first_day_of_term, last_day_of_term, year_after
from data.selection import Dimension

PLACES: Final = INDICATORS["unmatched_shortfall"]
STAGE_2: Final = INDICATORS["short_of_stage2"]


def of_places(question: Question) -> Iterator[Raised]:
    """Give each partnership whose students can't all be placed, with the terms to come."""
    today = question.selection.as_at
    for partnership, figures in _short(question, PLACES, "academic_year", "term").items():
        open_ones = [each for each in figures if _ends(each) >= today]
        if not open_ones:
            continue
        parts = [f"{units.written(each, 'count')} in {_when(each)}" for each in open_ones]
        short = sum(each.value or 0 for each in open_ones)
        students = formatting.quantity(short, "student", "students")
        name = question.names.partnerships.get(partnership, partnership)
        yield Raised(
            rule="short_of_places",
            partnership=partnership,
            scope=f"partnership:{partnership}",
            words=f"{name}: {students} cannot be placed, whatever the allocation: "
            f"{sentences.listed(parts)}{_doubt(open_ones)}",
            size=short,
            indicator=PLACES.id,
            due=_begins(open_ones[0]),
            path=hrefs.link("/placements", f"partnership={partnership}"),
        )


def of_stage_2(question: Question) -> Iterator[Raised]:
    """Give each partnership whose final students lack a Stage 2 practice educator."""
    for partnership, figures in _short(question, STAGE_2, "academic_year").items():
        parts = [f"{units.written(each, 'count')} in {each.key[1]}" for each in figures]
        short = sum(each.value or 0 for each in figures)
        students = formatting.quantity(short, "final student", "final students")
        name = question.names.partnerships.get(partnership, partnership)
        yield Raised(
            rule="short_of_stage_2",
            partnership=partnership,
            scope=f"partnership:{partnership}",
            words=f"{name}: {students} with a place and no Stage 2 practice educator: "
            f"{sentences.listed(parts)}{_doubt(figures)}",
            size=short,
            indicator=STAGE_2.id,
            due=first_day(str(figures[0].key[1])),
            path=hrefs.link("/practice-educators", f"partnership={partnership}"),
        )


def _short(question: Question, indicator: Indicator, *by: Dimension) -> dict[str, list[Figure]]:
    """Return what partnerships are short of this year and the next, the earliest first."""
    this = question.selection.current_year
    chosen = tuple(year for year in question.selection.years if year >= this)
    years = chosen or (this, year_after(this))
    ask = Ask(indicator, question.selection.only(years=years), ("partnership", *by))
    found = defaultdict(list)
    for figure in evaluate(question.bench, [ask])[ask]:
        if figure.value and None not in figure.key:
            found[str(figure.key[0])].append(figure)
    for figures in found.values():
        figures.sort(key=_order)
    return found


def _order(figure: Figure) -> tuple[str, int]:
    _, year, *term = figure.key
    return str(year), TERMS.index(str(term[0])) if term else 0


def _begins(figure: Figure) -> date:
    return first_day_of_term(str(figure.key[1]), str(figure.key[2]))


def _ends(figure: Figure) -> date:
    return last_day_of_term(str(figure.key[1]), str(figure.key[2]))


def _when(figure: Figure) -> str:
    return f"{figure.key[2]} {figure.key[1]}"


def _doubt(figures: list[Figure]) -> str:
    cautions = [units.caution(each) for each in figures if each.status == "partial"]
    return f" (returns are missing: {cautions[0]} have reported)" if cautions else ""
