"""What partners put in: meetings, panels, teaching and the like, and posts held together."""

from typing import Final

from dashboard.indicators.amounts import Amount
from dashboard.indicators.catalogue import Indicator, Topic, Unit
from dashboard.indicators.formulas import Formula, Ratio, Total
from data.activity_rows import GOVERNANCE, PANELS
from data.queries import activities, governance, workforce

TOPIC: Final[Topic] = "Engagement"
HELD: Final = "Academic year and term of the day on which it was held or, until then, is planned."
ONLY_HELD: Final = (
    "What is planned, was cancelled or is of a later day than the one in question adds nothing."
)
EACH_ITS_OWN: Final = (
    "A row is what one partner put in, so that what several partners put into one activity is "
    "added up."
)
BLANK: Final = (
    "A blank cell adds nothing and is not reported where every cell is blank; n/a is left out."
)
AS_PUT_IN: Final = f"{EACH_ITS_OWN} {ONLY_HELD} {BLANK}"
AS_RETURNED: Final = (
    "A row is what one partner put in, so that a {0} counts once for each partner that returned "
    "it. What was cancelled, or is of a later day than the one in question, is left out."
)
# The others count activities, hours and days, whoever took part.
OF_PEOPLE: Final = ("activity_people", "admissions_involvement", "cpd_attendances")


def _put_in(key: str, name: str, work: Formula, unit: Unit, *words: str) -> Indicator:
    """Return a sum over activities held; words are meaning, formula and notes."""
    meaning, formula, *notes = words
    return Indicator(
        id=key,
        name=name,
        topic=TOPIC,
        meaning=meaning,
        formula=formula,
        unit=unit,
        calendar=HELD,
        sheets=("activities",),
        work=work,
        better="higher",
        notes=" ".join((*notes, EACH_ITS_OWN, ONLY_HELD)),
        exact=() if key in OF_PEOPLE else ("value",),
    )


def _amount(column: str, *kinds: str) -> Amount:
    return Amount(activities.amount(column, *kinds), activities.without(column, *kinds))


ROWS: Final = (
    Indicator(
        id="meetings_held_rate",
        name="Governance meetings held",
        topic=TOPIC,
        meaning="Whether the meetings that govern the partnership take place.",
        formula=(
            "Governance meetings returned as held, divided by those returned as held or planned "
            "for a day that has come."
        ),
        unit="share",
        calendar=HELD,
        sheets=("activities",),
        base="returned meeting",
        work=Ratio(activities.held(*GOVERNANCE), governance.RETURNED_AS_DUE),
        better="higher",
        notes=AS_RETURNED.format("meeting"),
        exact=("numerator", "denominator"),
    ),
    Indicator(
        id="employer_chaired_rate",
        name="Panels chaired by an employer",
        topic=TOPIC,
        meaning="How far employers lead the panels of the partnership.",
        formula=(
            "Placement and suitability panels held that an employer returned as their chair, "
            "divided by those held."
        ),
        unit="share",
        calendar=HELD,
        sheets=("activities",),
        base="returned panel",
        work=Ratio(governance.PANELS_CHAIRED_BY_EMPLOYERS, activities.held(*PANELS)),
        better="higher",
        notes=(
            f"{AS_RETURNED.format('panel')} An employer is a partner that is no university. A row "
            "that does not say what part its partner had counts as not chaired by it; where none "
            "says, nothing is reported."
        ),
        exact=("numerator", "denominator"),
    ),
    _put_in(
        "activities_held",
        "Activities held",
        Total(activities.held()),
        "count",
        "How much partners put in, of every kind.",
        "Activities returned as held.",
    ),
    _put_in(
        "activity_people",
        "People in activities",
        _amount("people"),
        "count",
        "How many people took part in what partners put in.",
        "Sum of people over activities held.",
        "Whoever took part in several activities is counted in each.",
        BLANK,
    ),
    _put_in(
        "activity_hours",
        "Hours of activities",
        _amount("hours"),
        "hours",
        "How many hours partners put in.",
        "Sum of hours over activities held.",
        BLANK,
    ),
    _put_in(
        "practitioner_teaching_hours",
        "Hours of practitioners' teaching",
        _amount("hours", "teaching"),
        "hours",
        "How many hours practitioners taught students.",
        "Sum of hours over teaching held.",
        "Hours are taken as returned, and not multiplied by people.",
        BLANK,
    ),
    _put_in(
        "admissions_involvement",
        "People in admissions interviews",
        _amount("people", "admissions_interview"),
        "count",
        "How many people from the partners took part in choosing students.",
        "Sum of people over admissions interviews held.",
        "Whoever took part in several is counted in each.",
        BLANK,
    ),
    _put_in(
        "academic_practice_days",
        "Academics' days in practice",
        Total(activities.held("academic_in_practice")),
        "days",
        "On how many days academics were in practice.",
        "Activities of academics in practice held, each of which is one day: that of its row.",
        "Hours and people make no difference to it.",
    ),
    _put_in(
        "cpd_attendances",
        "Attendances at CPD courses",
        _amount("people", "cpd_course"),
        "count",
        "How many people came to courses of continuing professional development.",
        "Sum of people over CPD courses held.",
        "Whoever came to several courses is counted in each.",
        BLANK,
    ),
    Indicator(
        id="cpd_reach",
        name="Attendances for each hundred staff",
        topic=TOPIC,
        meaning="How far masterclasses and CPD courses reach among the social workers employed.",
        formula=(
            "People at masterclasses and CPD courses held, for each hundred of the headcount at "
            "the latest census of the academic year."
        ),
        unit="per_hundred",
        calendar="Activities by the day they were held, the headcount by the census of that year.",
        sheets=("activities", "workforce"),
        base="social worker",
        part="attendance",
        work=Ratio(
            activities.amount("people", "masterclass", "cpd_course"),
            workforce.HEADCOUNT,
            factor=100,
        ),
        better="higher",
        notes=f"Whoever came several times is counted each time. {ONLY_HELD} {BLANK}",
    ),
    _put_in(
        "lived_experience_hours",
        "Hours of people with lived experience",
        _amount("hours", "lived_experience"),
        "hours",
        "How many hours people with lived experience of services put in.",
        "Sum of hours over activities of lived experience held.",
        "Hours are taken as returned, and not multiplied by people.",
        BLANK,
    ),
)
