"""Supply and demand: students, places, and what is missing between them."""

from typing import Final

from dashboard.indicators.allocation import UNPLACED
from dashboard.indicators.catalogue import Indicator, Made
from dashboard.indicators.formulas import Difference, Ratio, Total
from dashboard.indicators.shortfall import SPARE, UNMATCHED
from data.queries import demand, placements, supply

TOPIC: Final = "Supply and demand"
WINDOW: Final = "Academic year and term of the start of the window."
NOT_YET_KNOWN: Final = "A withdrawal or rejection dated after the day in question is not yet known."

ROWS = (
    Indicator(
        id="demand",
        name="Students who need a placement",
        topic=TOPIC,
        meaning="How many students need a placement.",
        formula="Sum of students over the demand rows.",
        unit="count",
        calendar=WINDOW,
        sheets=("demand",),
        work=Total(demand.STUDENTS),
    ),
    Indicator(
        id="demand_days",
        name="Placement days needed",
        topic=TOPIC,
        meaning="How many days of placement students need.",
        formula="Sum of students multiplied by the days each of them needs.",
        unit="days",
        calendar=WINDOW,
        sheets=("demand",),
        work=Total(demand.STUDENT_DAYS),
    ),
    Indicator(
        id="net_supply",
        name="Places offered",
        topic=TOPIC,
        meaning="How many places stand, offered or confirmed.",
        formula="Sum of places over offers that are offered or confirmed.",
        unit="count",
        calendar=WINDOW,
        sheets=("offers",),
        work=Total(supply.NET),
        better="higher",
        notes=NOT_YET_KNOWN,
        exact=("value",),
    ),
    Indicator(
        id="balance",
        name="Balance",
        topic=TOPIC,
        meaning="Places offered less students who need one.",
        formula="Places offered minus students who need a placement; negative is short.",
        unit="count",
        calendar=WINDOW,
        sheets=("demand", "offers"),
        work=Difference(supply.NET, demand.STUDENTS),
        better="higher",
        notes="A balance can hide a shortage of one kind behind a surplus of another.",
        made_of=Made(added=("net_supply",), taken=("demand",)),
    ),
    Indicator(
        id="sufficiency",
        name="Sufficiency",
        topic=TOPIC,
        meaning="Places offered for each student who needs one.",
        formula="Places offered divided by students who need a placement.",
        unit="share",
        calendar=WINDOW,
        sheets=("demand", "offers"),
        base="student",
        part="place",
        work=Ratio(supply.NET, demand.STUDENTS),
        better="higher",
        exact=("numerator",),
    ),
    Indicator(
        id="unmatched_shortfall",
        name="Unmatched shortfall",
        topic=TOPIC,
        meaning="Students who cannot be placed, whatever the allocation.",
        formula=(
            "Students who need a placement minus the largest number of them that can be given "
            "one of the places offered. A place suits a student of the same partnership, academic "
            "year and term if its level and service area fit (either fits all; mixed and all-age "
            "places fit adults' and children's alike), if it is statutory where the student needs "
            "that, and if it is not reserved for another university."
        ),
        unit="count",
        calendar=WINDOW,
        sheets=("demand", "offers"),
        base="student",
        work=UNMATCHED,
        better="lower",
        notes=(
            "By level and area, classes are taken in turn: final before first, statutory before "
            "not, then by service area and university; each is short of what it cannot add to "
            "the largest matching of those before it. It has no meaning for one organisation."
        ),
    ),
    Indicator(
        id="spare_places",
        name="Spare places",
        topic=TOPIC,
        meaning="Places that nobody who needs one could fill, whatever the allocation.",
        formula="Places offered minus the largest number of students who can be given one.",
        unit="count",
        calendar=WINDOW,
        sheets=("demand", "offers"),
        base="place",
        work=SPARE,
        notes="It has no meaning for one organisation, and none by level or service area.",
        made_of=Made(added=("net_supply", "unmatched_shortfall"), taken=("demand",), least=0),
    ),
    Indicator(
        id="allocated",
        name="Placements allocated",
        topic=TOPIC,
        meaning="How many placements have been matched and not cancelled.",
        formula="Placements that are not cancelled.",
        unit="count",
        calendar="Academic year and term of the planned start.",
        sheets=("placements",),
        work=Total(placements.ALLOCATED),
        better="higher",
    ),
    Indicator(
        id="unplaced",
        name="Students not yet placed",
        topic=TOPIC,
        meaning="How many students who need a placement have not been matched with one.",
        formula=(
            "Students less placements allocated, never below nought, added up over each "
            "partnership, university, academic year, term and level."
        ),
        unit="count",
        calendar="Demand by the start of its window, placements by their planned start.",
        sheets=("demand", "placements"),
        base="student",
        work=UNPLACED,
        better="lower",
        notes="An organisation is the university here, for demand and for placements.",
    ),
)
