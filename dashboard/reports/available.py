"""Which views a pack may show, by what definitions call them, and how each is drawn there."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.reports.pack import Kind
from dashboard.views import (
    activities,
    additional,
    agreed,
    attendance,
    by_partnership,
    capacity,
    census_places,
    census_years,
    claims,
    claims_by_partnership,
    cohorts,
    contracted,
    contributed,
    density,
    employers,
    fees_earned,
    joint_posts,
    lapses,
    meetings_held,
    mix,
    newly_qualified,
    panels,
    quality,
    register,
    results,
    shortfall,
    spending,
    split_gap,
    staff,
    steps,
    supply,
    years,
)
from dashboard.views.mix_sides import SUPPLY
from dashboard.views.splits import BY_AREA, BY_LEVEL, BY_PARTNER, BY_TERM
from dashboard.views.view import View
from data.options import Options

NOTHING: Final = Options({}, {}, {}, (), {}, {}, {})


@dataclass(frozen=True)
class Topic:
    """A view in a pack.

    Attributes:
        view: The view.
        kind: What its chart looks like; nothing where its table is the picture.
        first: Place of the first column that the chart shows.
        last: Place of the last one; nothing for all that follow.
        columns: Places of the columns that the table keeps; nothing for the first ones.
        summed: Whether the summary repeats what it says.
        made: Makes it for what may be read, where it hangs on that.
    """

    view: View
    kind: Kind | None = None
    first: int = 1
    last: int | None = None
    columns: tuple[int, ...] = ()
    summed: bool = True
    made: Callable[[Options], View] | None = None


Topics = Mapping[str, Topic]


def _of(page: str, topics: Iterable[Topic]) -> Topics:
    """Return topics by what links to them, comments on them and definitions call them."""
    return {f"{page}/{each.view.name}": each for each in topics}


PLACEMENTS: Final = (
    Topic(supply.view("by-term", "Supply and demand by term", BY_TERM), "bars", last=2),
    Topic(supply.view("by-level", "Supply and demand by level", BY_LEVEL), "bars", last=2),
    Topic(shortfall.view("shortfall-by-area", "Shortfall by area and level", BY_AREA, BY_LEVEL)),
    Topic(
        years.view(
            "over-years",
            "Supply and demand over the years",
            "Students, places offered and shortfall",
            ("net_supply", "demand", "unmatched_shortfall"),
        ),
        "lines",
        last=3,
    ),
    Topic(quality.VIEW, columns=(1, 3, 5, 6)),
    Topic(employers.VIEW, summed=False),
)
EDUCATORS: Final = (
    Topic(register.VIEW, "bars", last=2),
    Topic(capacity.VIEW, "bars", last=2),
    Topic(lapses.VIEW, "bars"),
    Topic(cohorts.VIEW, "stacked", last=3),
    Topic(density.VIEW),
)
SPLIT: Final = (
    Topic(split_gap.VIEW, "bars", last=2),
    Topic(mix.view("mix-of-supply", "Places by employer", SUPPLY, BY_PARTNER), "shares", first=4),
)
ENGAGEMENT: Final = tuple(
    map(
        Topic,
        (
            activities.BY_KINDS,
            activities.BY_PARTNERS,
            meetings_held.VIEW,
            attendance.VIEW,
            panels.VIEW,
            contracted.VIEW,
            agreed.VIEW,
            joint_posts.VIEW,
        ),
    )
)
WORKFORCE: Final = tuple(
    map(
        Topic,
        (
            newly_qualified.VIEW,
            staff.BY_PARTNERS,
            *census_years.RATES,
            *census_places.PLACES,
        ),
    )
)
MONEY: Final = tuple(
    map(
        Topic,
        (
            spending.HEADINGS,
            spending.PERIODS,
            contributed.VIEW,
            results.VIEW,
            additional.VIEW,
            fees_earned.VIEW,
        ),
    )
)
EVIDENCE: Final = tuple(
    Topic(make(NOTHING), summed=False, made=make)
    for make in (claims_by_partnership.view, claims.view)
)
TOPICS: Final[Topics] = {
    **_of("overview", (Topic(by_partnership.VIEW, summed=False),)),
    **_of("placements", PLACEMENTS),
    **_of("placements-progress", (Topic(steps.VIEW, columns=(1, 2, 3, 4, 5)),)),
    **_of("practice-educators", EDUCATORS),
    **_of("adults-and-children", SPLIT),
    **_of("engagement", ENGAGEMENT),
    **_of("workforce", WORKFORCE),
    **_of("money", MONEY),
    **_of("evidence", EVIDENCE),
}
