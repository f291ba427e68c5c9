"""What follows from what between counts of people, for whoever knows their definitions.

Only what is declared here or shown by a share is used; each is used in a group only where it holds
there, so that blanks and calendars need no rules of their own.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Sum:
    """A count that others make up, or are at most a part of.

    Attributes:
        whole: Name of the count.
        parts: Names of those in it.
        rest: Whether something else may be in it as well.
    """

    whole: str
    parts: tuple[str, ...]
    rest: bool = False


@dataclass(frozen=True)
class Part:
    """A count of the rows of another that have one of some values.

    Attributes:
        count: Its name.
        of: Name of the other.
        dimension: The dimension of the values.
        values: The values.
    """

    count: str
    of: str
    dimension: str
    values: tuple[str, ...]


ON_TIME: Final = "on_time_start_rate"
TRAINED: Final = "pe_completion_rate"
LEFT: Final = "Failed, withdrew or deferred"
LAPSES: Final = tuple(f"lapses: Lapsed in month {month}" for month in range(1, 13))
SUMS: Final = (
    Sum("matched", ("allocated", "cancelled")),
    Sum("allocated", ("concentration/denominator",)),
    Sum("allocated", ("started", "start_overdue"), rest=True),
    Sum("started", ("started_by_plan", "started_late")),
    Sum("started", ("completed", "ended_early", "under_way")),
    Sum("ended_early", ("ended_early_concern",), rest=True),
    Sum("started_by_plan", (f"{ON_TIME}/numerator",), rest=True),
    Sum(f"{ON_TIME}/denominator", (f"{ON_TIME}/numerator", "started_late", "start_overdue")),
    Sum("pe_on_register", ("pe_current", "pe_inactive_rate/numerator")),
    Sum("pe_current", ("pe_expiring",), rest=True),
    Sum("demand", ("unmatched_shortfall",), rest=True),
    Sum("demand", ("unplaced",), rest=True),
    Sum("activity_people", ("admissions_involvement", "cpd_attendances"), rest=True),
    Sum("retention_12m/numerator", ("retention_24m/numerator",), rest=True),
    Sum("retention_24m/numerator", ("retention_36m/numerator",), rest=True),
    # What single views ask besides.
    Sum(
        "started_late",
        (
            "late-starts: 1 to 7 days late",
            "late-starts: 8 to 14 days late",
            "late-starts: 15 to 28 days late",
            "late-starts: More than 28 days late",
        ),
    ),
    Sum(f"{TRAINED}/denominator", (f"{TRAINED}/numerator", f"intakes: {LEFT}")),
    Sum("pe_training_starts", (f"{TRAINED}/denominator", "intakes: In training")),
    Sum("pe_current", ("register: Current, with no known lapse",), rest=True),
    Sum("pe_current", LAPSES, rest=True),
    Sum("pe_expiring", LAPSES[:6]),
)
ADULTS: Final = ("adults",)
BOTH: Final = ("adults", "children")
PLACES: Final = "capacity: Places practice educators can take"
PARTS: Final = (
    *(
        Part(f"{share}/{side}", of, "service_area", areas)
        for share, of in (
            ("adult_share_demand", "demand"),
            ("adult_share_placements", "allocated"),
            ("adult_share_educators", "pe_current"),
            ("adult_share_trainees", "pe_training_starts"),
        )
        for side, areas in (("numerator", ADULTS), ("denominator", BOTH))
    ),
    Part("sufficiency_children/denominator", "demand", "service_area", ("children",)),
    Part("stage2_sufficiency/denominator", "demand", "level", ("final",)),
    Part("stage2_sufficiency/numerator", PLACES, "stage", ("2",)),
)
