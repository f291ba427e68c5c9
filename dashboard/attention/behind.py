"""Figures that are behind their targets, by the rules in force."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from dashboard import hrefs, units
from dashboard.attention.question import Question
from dashboard.attention.raised import NOBODY, Raised
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator, Topic
from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.indicators.parts import Figure
from dashboard.indicators.standing import is_of_a_day, stands
from data.calendar import year_before
from data.queries import targets
from data.selection import Dimension

# The places that have a steering group, or are in one.
PLACES: Final[Mapping[str, Dimension]] = {
    "partnership": "partnership",
    "organisation": "organisation",
}
# The page that tells more of each topic.
PAGES: Final[Mapping[Topic, str]] = {
    "Supply and demand": "/placements",
    "Timeliness and quality": "/placements",
    "Practice educators": "/practice-educators",
    "Adults and children's": "/adults-and-children",
    "Engagement": "/engagement",
    "Workforce": "/workforce",
    "Money": "/money",
    "Returns": "/partners",
}


def find(question: Question) -> Iterator[Raised]:
    """Give each figure that is behind its target.

    What is counted on a day is held against the target of this year, all else against that of
    the last year that has ended: a year that goes on is not judged.
    """
    this = question.selection.current_year
    ended = [year for year in question.selection.years if year < this]
    for year in (this, max(ended, default=year_before(this))):
        for row in question.bench.rows(targets.of(year)):
            indicator = INDICATORS.get(row.indicator)
            # Where no academic year chooses the figure, a year's target is of something else.
            if indicator is None or indicator.period:
                continue
            of_a_day = is_of_a_day(question.bench, indicator, question.selection)
            if of_a_day == (year == this):
                yield from _judged(question, indicator, row, year)


def _judged(question: Question, indicator: Indicator, row: Any, year: str) -> Iterator[Raised]:
    kind, _, code = row.scope.partition(":")
    partnership = code if kind == "partnership" else question.partnership_of(code)
    if kind not in PLACES or not partnership:
        return
    figure = _figure(question, indicator, PLACES[kind], code, year)
    if figure is None or figure.value is None:
        return
    rules = question.bench.context(question.selection).by_key()
    found = stands(indicator, figure, row.value, rules, question.nation_of(kind, code))
    if found.verdict != "behind":
        return
    write = units.WRITING[indicator.unit].write
    names = {**question.names.organisations, **question.names.partnerships}
    yield Raised(
        rule="behind_target",
        partnership=partnership,
        scope=row.scope,
        words=f"{names.get(code, code)}: {indicator.name} in {year} is {write(figure.value)}, "
        f"the target {write(row.value)}",
        size=abs(figure.value - row.value) / (abs(row.value) or 1),
        indicator=indicator.id,
        owner=question.names.organisations.get(row.owner or "", NOBODY),
        path=hrefs.link(PAGES[indicator.topic], f"{kind}={code}&year={year}"),
    )


def _figure(
    question: Question, indicator: Indicator, dimension: Dimension, code: str, year: str
) -> Figure | None:
    selection = question.selection.only(years=(year,), levels=(), areas=(), routes=())
    ask = Ask(indicator, selection, (dimension,))
    by_code = question.bench.once(
        ("judged", ask), lambda: {each.key: each for each in evaluate(question.bench, [ask])[ask]}
    )
    return by_code.get((code,))
