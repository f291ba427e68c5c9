"""Posts that employers and universities hold together."""

from typing import Final

from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.engagement import TOPIC
from dashboard.indicators.formulas import Total
from data.queries import agreements

ON_A_DAY: Final = (
    "Counted on the day in question; of an academic year that is over, on its last day."
)
IN_FORCE: Final = (
    "Active, and in force on the day: begun by it, if it says when it begins, and not over, if it "
    "says when it ends. Agreements have no level, service area or route."
)

ROWS: Final = (
    Indicator(
        id="joint_posts",
        name="Joint posts",
        topic=TOPIC,
        meaning="How many posts employers and universities hold together.",
        formula="Joint posts among the agreements that are active and in force on the day.",
        unit="count",
        calendar=ON_A_DAY,
        sheets=("agreements",),
        work=Total(agreements.in_force(*agreements.JOINT_POST)),
        better="higher",
        notes=IN_FORCE,
        exact=("value",),
    ),
    Indicator(
        id="joint_post_fte",
        name="Joint posts in full-time equivalents",
        topic=TOPIC,
        meaning="How many full-time posts the joint posts come to.",
        formula="Sum of full-time equivalents over the joint posts in force on the day.",
        unit="fte",
        calendar=ON_A_DAY,
        sheets=("agreements",),
        work=Total(agreements.JOINT_POST_FTE),
        better="higher",
        notes=f"{IN_FORCE} A post that does not say its part adds none; where none says, nothing "
        "is reported.",
        exact=("value",),
    ),
)
