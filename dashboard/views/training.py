"""Who starts practice educator training, by stage and category, and who passes, over the years."""

from collections.abc import Sequence
from typing import Final

from dashboard import sentences, theme, wording
from dashboard.canvas import Series
from dashboard.figures import small_multiples
from dashboard.figures.small_multiples import Panel
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.views import answering, captions, years
from dashboard.views.answering import Found
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Dimension, Selection

STARTS, PASSES = "pe_training_starts", "pe_training_completions"
SHOWN: Final = (STARTS, PASSES)
BY_CATEGORY: Final[tuple[Dimension, ...]] = ("stage", "category", "academic_year")
BY_STAGE: Final[tuple[Dimension, ...]] = ("stage", "academic_year")
STAGES: Final = ("1", "2", "refresher")
FILLS: Final = {"new": theme.MAIN, "topping_up": theme.SECOND, "returning": theme.THIRD}


def _asks(selection: Selection) -> tuple[Ask, ...]:
    every_year = selection.only(years=())
    starts, passes = INDICATORS[STARTS], INDICATORS[PASSES]
    return (
        *answering.asks([starts], every_year, *BY_CATEGORY),
        *answering.asks([starts], every_year, "academic_year"),
        *answering.asks([starts, passes], every_year, *BY_STAGE),
    )


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    every_year = selection.only(years=())
    starts = answering.found(answers, INDICATORS[STARTS], every_year, *BY_CATEGORY)
    of_stage = answering.found(answers, INDICATORS[STARTS], every_year, *BY_STAGE)
    passes = answering.found(answers, INDICATORS[PASSES], every_year, *BY_STAGE)
    yearly = answering.found(answers, INDICATORS[STARTS], every_year, "academic_year")
    about = "Learners who started training, by stage"
    words = captions.subtitle(about, captions.of_partners(every_year), names, [starts.total])
    if not starts.total.value:
        return captions.nothing(about, words, [starts.total])
    span = _span(starts, of_stage, passes)
    stages = [stage for stage in STAGES if _has_rows(stage, starts, of_stage, passes)]
    table = _table(stages, span, starts, of_stage, passes)
    if starts.refusal:
        return captions.nothing(about, words, [starts.refusal], table=table)
    title = years.finding(INDICATORS[STARTS], yearly, span, selection.as_at)
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined(
            "Column charts, one a stage, of learners who started in each academic year", title
        ),
        table=table,
        figure=small_multiples.draw(span, [_panel(stage, span, starts) for stage in stages]),
        height=small_multiples.height(len(stages)),
    )


def _span(*found: Found) -> list[str]:
    known = {key[-1] for each in found for key in each.known() if key[-1]}
    return years.between(known)


def _has_rows(stage: str, *found: Found) -> bool:
    return any(key[0] == stage for each in found for key in each.known())


def _panel(stage: str, span: Sequence[str], starts: Found) -> Panel:
    parts = tuple(
        Series(
            wording.CATEGORIES[category],
            tuple(starts.at(stage, category, year).value for year in span),
            fill,
        )
        for category, fill in FILLS.items()
    )
    return Panel(wording.STAGES[stage], parts)


def _table(
    stages: Sequence[str], span: Sequence[str], starts: Found, of_stage: Found, passes: Found
) -> Table:
    categories = [wording.CATEGORIES[category] for category in FILLS]
    rows = []
    for stage in stages:
        for year in span:
            name = f"{wording.STAGES[stage]}, {year}"
            figures = [
                *(starts.at(stage, category, year) for category in FILLS),
                of_stage.at(stage, year),
                passes.at(stage, year),
            ]
            cells = (answering.cell(figure, "count", caution=False) for figure in figures)
            rows.append((Cell(name, name), *cells, answering.returns(figures)))
    columns = (
        "Stage and academic year",
        *categories,
        "All who started",
        "Passed in the year",
        "Returns",
    )
    return Table(columns, tuple(rows))


VIEW: Final = View("training", "Training", SHOWN, _asks, _draw)
