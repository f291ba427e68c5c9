"""The rates of censuses, by whose they are: the partners' own, or published ones of councils."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.census_ratio import PublishedRatio
from dashboard.indicators.formulas import Formula, Ratio
from dashboard.views.measures import measure
from data import census_rows
from data.queries import censuses, workforce
from data.queries.censuses import Rate

FROM_THE_FILE: Final = (
    "Published figures are of children's social workers alone and come from the Department for "
    "Education's file “Children's social work workforce” (Open Government Licence v3.0), whose "
    "census is on 30 September; leavers are those of the year up to it. Its rates stand as it "
    "prints them, and may differ in the last digit from what its counts come to. Where it prints "
    "no number, what stands there instead is what its symbol means: not available (x), not "
    "applicable (z), suppressed (c), low, but not 0 (low), or unreliable (u)."
)
PUBLISHED: Final[Mapping[str, Rate]] = {
    "vacancy_rate": censuses.VACANCY,
    "turnover_rate": censuses.TURNOVER,
    "agency_rate": censuses.AGENCY,
}
FIGURES: Final[Mapping[str, str]] = {
    "vacancy_rate": census_rows.VACANCY,
    "turnover_rate": census_rows.TURNOVER,
    "agency_rate": census_rows.AGENCY,
}


def _of(rate: str, kind: str, words: str, work: Formula) -> Indicator:
    known = INDICATORS[rate]
    of_kind = measure(f"{kind}-{rate}", f"{known.name} in {words}", known.topic, work, known.unit)
    return replace(of_kind, exact=known.exact)


def _own(figure: str) -> Ratio:
    sides = census_rows.FIGURES[figure]
    return Ratio(workforce.own(figure, sides.part), workforce.own(figure, sides.whole))


OWN: Final = {
    rate: _of(rate, "own", "own censuses", _own(figure)) for rate, figure in FIGURES.items()
}
OF_COUNCILS: Final = {
    rate: _of(
        rate,
        "published",
        "published censuses of councils here",
        PublishedRatio(*sums.of_councils),
    )
    for rate, sums in PUBLISHED.items()
}
