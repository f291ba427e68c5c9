"""Do placements start on time, run their course and pass? A table, a row a partnership."""

from typing import Final

from dashboard import formatting, sentences
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.views import answering, captions
from dashboard.views.answering import Found
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

ON_TIME: Final = "on_time_start_rate"
SHOWN: Final = (
    ON_TIME,
    "late_start_days_median",
    "early_ended_rate",
    "late_finish_rate",
    "pass_rate_first",
    "pass_rate_final",
    "qa_in_date",
    "concern_rate",
)


def _asks(selection: Selection) -> tuple[Ask, ...]:
    return answering.asks([INDICATORS[shown] for shown in SHOWN], selection, "partnership")


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    found = [
        answering.found(answers, INDICATORS[shown], selection, "partnership") for shown in SHOWN
    ]
    codes = {key[0] for each in found for key in each.known()}
    ordered = sorted(codes, key=lambda code: _slowest_first(found[0].at(code), code, names))
    totals = [each.total for each in found]
    words = captions.subtitle("Timeliness and quality of placements", selection, names, totals[:1])
    table = Table(
        columns=("Partnership", *(INDICATORS[shown].name for shown in SHOWN), "Returns"),
        rows=tuple(
            _cells(names.partnerships.get(code, code), [each.at(code) for each in found])
            for code in ordered
        ),
        footer=_cells("All", totals),
    )
    if all(total.value is None for total in totals):
        return captions.nothing("Timeliness and quality", words, totals, table=table, chart=False)
    title = _title(found[0], names)
    missing = [
        names.partnerships.get(code, code)
        for code in ordered
        if found[0].at(code).status == "not_reported"
    ]
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined(
            "Table of timeliness and quality by partnership",
            title,
            sentences.not_reported(missing),
        ),
        table=table,
    )


def _title(on_time: Found, names: Names) -> str:
    rates = {
        names.partnerships.get(key[0], key[0]): figure.value
        for key, figure in on_time.groups.items()
        if figure.value is not None and key in on_time.known()
    }
    total = on_time.total.value
    if total is None:
        why = captions.KEPT_BACK if captions.is_hidden(on_time.total) else "not known yet"
        return f"Whether placements start on time is {why}"
    share = f"{formatting.percent(total)} of placements started on time"
    if len(set(rates.values())) <= 1:
        return share
    lowest = min(rates.values())
    slowest = sentences.named([name for name, rate in rates.items() if rate == lowest])
    return f"{share}; the lowest share is {formatting.percent(lowest)}, in {slowest}"


def _cells(name: str, figures: list[Figure]) -> tuple[Cell, ...]:
    units = [INDICATORS[shown].unit for shown in SHOWN]
    cells = (
        answering.cell(figure, unit, base=unit == "share", caution=False)
        for figure, unit in zip(figures, units, strict=True)
    )
    return (Cell(name, name), *cells, answering.returns(figures))


def _slowest_first(figure: Figure, code: str, names: Names) -> tuple[bool, float, str]:
    return (figure.value is None, figure.value or 0, names.partnerships.get(code, code))


VIEW: Final = View("timeliness", "Timeliness and quality", SHOWN, _asks, _draw)
