"""The rates of censuses, by whose they are: the partners' own, or published ones of councils."""

from collections.abc import Mapping
from typing import Final

from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.census_ratio import PublishedRatio, SeatedRatio
from dashboard.views.measures import measure
from data.queries import censuses
from data.queries.censuses import Rate

SUMS: Final[Mapping[str, Rate]] = {
    "vacancy_rate": censuses.VACANCY,
    "turnover_rate": censuses.TURNOVER,
    "agency_rate": censuses.AGENCY,
}
FROM_THE_FILE: Final = (
    "Published figures are of children's social workers alone and come from the Department for "
    "Education's file “Children's social work workforce” (Open Government Licence v3.0), whose "
    "census is on 30 September; leavers are those of the year up to it. Its rates stand as it "
    "prints them, and may differ in the last digit from what its counts come to. Where it prints "
    "no number, what stands there instead is what its symbol means: not available (x), not "
    "applicable (z), suppressed (c), low, but not 0 (low), or unreliable (u)."
)


def _of(rate: str, kind: str, words: str, ratio: SeatedRatio) -> Indicator:
    indicator = INDICATORS[rate]
    return measure(f"{kind}-{rate}", words, indicator.topic, ratio, indicator.unit)


OWN: Final = {
    rate: _of(rate, "own", f"{INDICATORS[rate].name} in own censuses", SeatedRatio(*sums.own))
    for rate, sums in SUMS.items()
}
OF_COUNCILS: Final = {
    rate: _of(
        rate,
        "published",
        f"{INDICATORS[rate].name} in published censuses of councils here",
        PublishedRatio(*sums.of_councils),
    )
    for rate, sums in SUMS.items()
}
