"""The practice educator register."""

from typing import Final

from dashboard.indicators import capacity
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.census_ratio import SEATS, STAND_IN, CensusRatio
from dashboard.indicators.formulas import Ratio, Total
from data.queries import censuses, educators, placements

TOPIC: Final = "Practice educators"
ON_THE_DAY = "The register on the day; of a past academic year, on its last day."
WINDOW = "Academic year of the start of the window."

ROWS = (
    Indicator(
        id="pe_on_register",
        name="Practice educators on the register",
        topic=TOPIC,
        meaning="How many practice educators hold an award and have not left.",
        formula="Practice educators with an award by the day who had not left by then.",
        unit="count",
        calendar=ON_THE_DAY,
        sheets=("practice_educators",),
        work=Total(educators.ON_REGISTER),
        better="higher",
        notes="By stage, each stands under the highest stage held on the day: Stage 2, Stage 1, or "
        "an award from before the stages. Whoever leaves on the day has left.",
    ),
    Indicator(
        id="pe_current",
        name="Current practice educators",
        topic=TOPIC,
        meaning="How many practice educators could take a student today.",
        formula="Practice educators on the register whose registration has not lapsed, with a "
        "student, a refresher or an award in the last 24 months.",
        unit="count",
        calendar=ON_THE_DAY,
        sheets=("practice_educators",),
        work=Total(educators.CURRENT),
        better="higher",
        notes="A registration without an end counts as running on; how many there are is shown "
        "apart. The months are a setting of each nation.",
    ),
    Indicator(
        id="pe_inactive_rate",
        name="Practice educators who are not current",
        topic=TOPIC,
        meaning="What share of the register could not take a student today.",
        formula="Practice educators on the register who are not current, divided by all on it.",
        unit="share",
        calendar=ON_THE_DAY,
        sheets=("practice_educators",),
        base="practice educator",
        work=Ratio(educators.NOT_CURRENT, educators.ON_REGISTER),
        better="lower",
    ),
    Indicator(
        id="pe_expiring",
        name="Practice educators about to lapse",
        topic=TOPIC,
        meaning="How many current practice educators lapse within six months unless they act.",
        formula="Current practice educators who would not be current six months later, by what "
        "is known on the day.",
        unit="count",
        calendar=ON_THE_DAY,
        sheets=("practice_educators",),
        work=Total(educators.EXPIRING),
        better="lower",
        notes="A student, a refresher or an award in the meantime keeps a practice educator "
        "current. The months are a setting of each nation.",
    ),
    Indicator(
        id="stage2_sufficiency",
        name="Stage 2 places for each final student",
        topic=TOPIC,
        meaning="How many final students the current Stage 2 practice educators could take, "
        "for each student who needs a final placement.",
        formula="Places a year of current Stage 2 practice educators, divided by students who "
        "need a final placement in the academic year.",
        unit="share",
        calendar="The register on the day, or on the last day of a past academic year; demand by "
        "the start of the window, of the year of the day unless a year is chosen.",
        sheets=("demand", "practice_educators"),
        base="student",
        part="place",
        work=capacity.STAGE2_SUFFICIENCY,
        better="higher",
        notes="A practice educator whose places a year are not stated counts as one. Over "
        "several years, the places and the students of each year are added up.",
    ),
    Indicator(
        id="pe_density",
        name="Practice educators per hundred social workers",
        topic=TOPIC,
        meaning="How many current practice educators there are for each hundred social workers.",
        formula="Current practice educators, divided by full-time equivalents in post at the "
        "latest census, times 100.",
        unit="per_hundred",
        calendar=ON_THE_DAY,
        sheets=("practice_educators", "workforce"),
        base="full-time equivalent",
        part="practice educator",
        work=CensusRatio(
            educators.CURRENT,
            censuses.FTE_IN_POST_NOW,
            factor=100,
            published=censuses.PUBLISHED_NOW,
        ),
        stand_in=STAND_IN,
        better="higher",
        notes="Read it by service area: adults' and children's services differ. An employer "
        "without a census adds practice educators but no workforce. A census of all ages replaces "
        "the areas counted before it, and an area replaces all ages. For a council that has sent "
        "no census of children's or all-age workers by the day, the Department for Education's "
        f"latest counts as its children's workers. {SEATS}",
        exact=("denominator",),
    ),
    Indicator(
        id="on_site_share",
        name="Placements with a practice educator on site",
        topic=TOPIC,
        meaning="What share of placements have their practice educator where the student works.",
        formula="Placements started with a practice educator on site, divided by placements "
        "started where it is known whether on site or off.",
        unit="share",
        calendar="Academic year and term of the planned start.",
        sheets=("placements",),
        base="placement",
        work=Ratio(placements.ON_SITE, placements.MODE_KNOWN),
    ),
    Indicator(
        id="short_of_places_final",
        name="Final students without a place",
        topic=TOPIC,
        meaning="How many final students could not be placed however places were shared out.",
        formula="For each partnership and academic year, students who need a final placement "
        "less the most that the places can take; added up.",
        unit="count",
        calendar=WINDOW,
        sheets=("demand", "offers"),
        base="student",
        work=capacity.SHORT_OF_PLACES,
        better="lower",
        notes="It has no meaning for one organisation: a place serves a whole partnership.",
    ),
    Indicator(
        id="short_of_stage2",
        name="Final students without a Stage 2 practice educator",
        topic=TOPIC,
        meaning="How many final students have a place, and nobody at Stage 2 to teach them.",
        formula="For each partnership and academic year, final students who can be placed less "
        "the places a year of current Stage 2 practice educators, never below nought; added up.",
        unit="count",
        calendar=f"{WINDOW} The register on the day, or on the last day of a past academic year.",
        sheets=("demand", "offers", "practice_educators"),
        base="student",
        work=capacity.SHORT_OF_STAGE2,
        better="lower",
        notes="Surplus capacity of one partnership or year does not make up for another's want.",
    ),
)
