"""Supply and demand: the placements that were made of it."""

from typing import Final

from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.delivery import delivery
from dashboard.indicators.employers import CONCENTRATION
from dashboard.indicators.formulas import Ratio
from dashboard.indicators.supply import TOPIC
from data.queries import placements, students, workforce

PLANNED: Final = "Academic year and term of the planned start."
ENDED: Final = "Academic year and term in which the final placement ended."
CHOSEN_BY_FINAL: Final = (
    "The filters choose the completed final placement; then all placements of that student at "
    "that university are looked at. A student with two such placements is counted once."
)
BASIS: Final = (
    "Statutory is what the university has returned, whether by setting, by tasks or enhanced; "
    "placements not known to be statutory or not are left out."
)
IN_FORCE: Final = (
    "An agreement counts in each academic year in question in which it is in force. Those years "
    "are the ones chosen, else those in which such placements were planned to start, else the "
    "one of the day. Agreements have no level, service area or route."
)

ROWS = (
    Indicator(
        id="statutory_share",
        name="Statutory placements",
        topic=TOPIC,
        meaning="What share of placements started are statutory.",
        formula="Statutory placements started, divided by placements started where it is known.",
        unit="share",
        calendar=PLANNED,
        sheets=("placements",),
        base="placement",
        work=Ratio(placements.STATUTORY, placements.STATUTORY_KNOWN),
        better="higher",
        notes=BASIS,
    ),
    Indicator(
        id="statutory_coverage",
        name="Students with a statutory placement",
        topic=TOPIC,
        meaning="What share of students who finished had at least one statutory placement.",
        formula=(
            "Students who completed a final placement and had a statutory one, divided by "
            "students who completed a final placement."
        ),
        unit="share",
        calendar=ENDED,
        sheets=("placements",),
        base="student",
        work=Ratio(students.WITH_STATUTORY, students.FINISHED),
        better="higher",
        notes=CHOSEN_BY_FINAL,
    ),
    Indicator(
        id="two_statutory_rate",
        name="Students with two statutory placements",
        topic=TOPIC,
        meaning="What share of students who finished had two statutory placements.",
        formula=(
            "Students who completed a final placement and had two statutory ones, divided by "
            "students who completed a final placement."
        ),
        unit="share",
        calendar=ENDED,
        sheets=("placements",),
        base="student",
        work=Ratio(students.WITH_TWO_STATUTORY, students.FINISHED),
        better="higher",
        notes=CHOSEN_BY_FINAL,
    ),
    Indicator(
        id="contracted_delivery_low",
        name="Delivery of agreements, at least",
        topic=TOPIC,
        meaning="How far agreements were kept, against the most places they promise.",
        formula=(
            "Placements started whose offer names an active agreement with places a year, "
            "divided by the higher number of places that active agreements promise."
        ),
        unit="share",
        calendar=PLANNED,
        sheets=("offers", "placements", "agreements"),
        base="place",
        part="placement",
        work=delivery("places_per_year_high"),
        better="higher",
        notes=IN_FORCE,
        exact=("denominator",),
    ),
    Indicator(
        id="contracted_delivery_high",
        name="Delivery of agreements, at most",
        topic=TOPIC,
        meaning="How far agreements were kept, against the fewest places they promise.",
        formula=(
            "Placements started whose offer names an active agreement with places a year, "
            "divided by the lower number of places that active agreements promise."
        ),
        unit="share",
        calendar=PLANNED,
        sheets=("offers", "placements", "agreements"),
        base="place",
        part="placement",
        work=delivery("places_per_year_low"),
        better="higher",
        notes=IN_FORCE,
        exact=("denominator",),
    ),
    Indicator(
        id="concentration",
        name="Placements at the three largest employers",
        topic=TOPIC,
        meaning="How far placements depend on a few employers.",
        formula="Placements allocated at the three employers with most, divided by all.",
        unit="share",
        calendar=PLANNED,
        sheets=("placements",),
        base="placement",
        work=CONCENTRATION,
        better="lower",
    ),
    Indicator(
        id="days_per_worker",
        name="Placement days for each social worker",
        topic=TOPIC,
        meaning="How many days of placement the workforce carries, for each full-time post filled.",
        formula=(
            "Days required of placements started, divided by full-time equivalents in post at "
            "the latest census of the academic year."
        ),
        unit="days",
        calendar="Placements by their planned start, the workforce by the census of that year.",
        sheets=("placements", "workforce"),
        base="full-time equivalent",
        part="day",
        work=Ratio(placements.DAYS_STARTED, workforce.FTE_IN_POST),
        notes="Placements that do not say how many days they require add none; where none says, "
        "nothing is reported.",
    ),
)
