"""Adults' and children's services, side by side."""

from typing import Final

from dashboard.indicators import shares
from dashboard.indicators.catalogue import Indicator, Made
from dashboard.indicators.custom import Custom
from dashboard.indicators.formulas import Ratio
from dashboard.indicators.shares import AdultShare, AreaSufficiency
from data.queries import demand, educators, placements, students, supply, training

TOPIC: Final = "Adults and children's"
WINDOW = "Academic year and term of the start of the window."
OTHER_AREAS = (
    "Mental health, mixed, all-age, either and not known are no part of it; they are shown by "
    "service area. It has no meaning for one organisation that serves only adults or only children."
)

ROWS = (
    Indicator(
        id="adult_share_demand",
        name="Adults' share of demand",
        topic=TOPIC,
        meaning="What share of students who need an adults' or a children's placement need an "
        "adults' one.",
        formula="Students who need an adults' placement, divided by students who need an adults' "
        "or a children's one.",
        unit="share",
        calendar=WINDOW,
        sheets=("demand",),
        base="student",
        work=AdultShare(demand.students_in("adults"), demand.students_in("adults", "children")),
        notes=OTHER_AREAS,
    ),
    Indicator(
        id="adult_share_supply",
        name="Adults' share of places",
        topic=TOPIC,
        meaning="What share of the places offered in adults' or children's are in adults'.",
        formula="Places in adults', divided by places in adults' or children's.",
        unit="share",
        calendar=WINDOW,
        sheets=("offers",),
        base="place",
        work=AdultShare(supply.net_in("adults"), supply.net_in("adults", "children")),
        notes=OTHER_AREAS,
        exact=("numerator", "denominator"),
    ),
    Indicator(
        id="adult_share_placements",
        name="Adults' share of placements",
        topic=TOPIC,
        meaning="What share of placements in adults' or children's are in adults'.",
        formula="Placements in adults', divided by placements in adults' or children's; those "
        "cancelled are left out.",
        unit="share",
        calendar="Academic year and term of the planned start.",
        sheets=("placements",),
        base="placement",
        work=AdultShare(
            placements.allocated_in("adults"), placements.allocated_in("adults", "children")
        ),
        notes=OTHER_AREAS,
    ),
    Indicator(
        id="adult_share_educators",
        name="Adults' share of practice educators",
        topic=TOPIC,
        meaning="What share of current practice educators in adults' or children's are in adults'.",
        formula="Current practice educators in adults', divided by those in adults' or children's.",
        unit="share",
        calendar="The register on the day; of a past academic year, on its last day.",
        sheets=("practice_educators",),
        base="practice educator",
        work=AdultShare(educators.current_in("adults"), educators.current_in("adults", "children")),
        notes=OTHER_AREAS,
    ),
    Indicator(
        id="adult_share_trainees",
        name="Adults' share of learners",
        topic=TOPIC,
        meaning="What share of those who began training in adults' or children's are in adults'.",
        formula="Learners who started in adults', divided by those in adults' or children's.",
        unit="share",
        calendar="Academic year in which the course started.",
        sheets=("pe_training",),
        base="learner",
        work=AdultShare(training.started_in("adults"), training.started_in("adults", "children")),
        notes=OTHER_AREAS,
    ),
    Indicator(
        id="split_gap",
        name="Gap between places and demand",
        topic=TOPIC,
        meaning="How far adults' share of places lies above its share of demand.",
        formula="Adults' share of places minus adults' share of demand, in percentage points.",
        unit="points",
        calendar=WINDOW,
        sheets=("demand", "offers"),
        base="",
        work=Custom(
            over=(supply.offers, demand.demand),
            work=shares.split_gap,
            cannot_split=shares.BY_AREA,
            empty=shares.NO_GAP,
            needs=shares.GAP_NEEDS,
        ),
        notes=f"Below nought, places lean to children's more than demand does. {OTHER_AREAS}",
        made_of=Made(added=("adult_share_supply",), taken=("adult_share_demand",)),
    ),
    Indicator(
        id="sufficiency_adults",
        name="Sufficiency in adults'",
        topic=TOPIC,
        meaning="Places offered in adults' for each student who needs an adults' one.",
        formula="Places in adults' divided by students who need an adults' placement.",
        unit="share",
        calendar=WINDOW,
        sheets=("demand", "offers"),
        base="student",
        part="place",
        work=AreaSufficiency(supply.net_in("adults"), demand.students_in("adults")),
        better="higher",
        exact=("numerator",),
    ),
    Indicator(
        id="sufficiency_children",
        name="Sufficiency in children's",
        topic=TOPIC,
        meaning="Places offered in children's for each student who needs a children's one.",
        formula="Places in children's divided by students who need a children's placement.",
        unit="share",
        calendar=WINDOW,
        sheets=("demand", "offers"),
        base="student",
        part="place",
        work=AreaSufficiency(supply.net_in("children"), demand.students_in("children")),
        better="higher",
        exact=("numerator",),
    ),
    Indicator(
        id="both_areas_rate",
        name="Students placed in both areas",
        topic=TOPIC,
        meaning="What share of students who finished had a placement in adults' and one in "
        "children's.",
        formula="Students with at least one placement in adults' and one in children's, divided "
        "by students who completed a final placement.",
        unit="share",
        calendar="Academic year and term of the end of the final placement.",
        sheets=("placements",),
        base="student",
        work=Ratio(students.WITH_BOTH_AREAS, students.FINISHED),
        better="higher",
        notes="The filters choose the completed final placement; all the student's placements "
        "that had started by the day are then looked at.",
    ),
)
