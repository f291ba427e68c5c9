"""Supply and demand."""

from typing import Final

from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.formulas import Difference, Ratio, Total
from data.queries import demand, supply

TOPIC: Final = "Supply and demand"
WINDOW = "Academic year and term of the start of the window."

ROWS = (
    Indicator(
        id="demand",
        name="Students who need a placement",
        topic=TOPIC,
        meaning="How many students need a placement.",
        formula="Sum of students over the demand rows.",
        unit="count",
        calendar=WINDOW,
        source="Demand returns of universities",
        work=Total(demand.STUDENTS),
    ),
    Indicator(
        id="net_supply",
        name="Places offered",
        topic=TOPIC,
        meaning="How many places stand, offered or confirmed.",
        formula="Sum of places over offers that are offered or confirmed.",
        unit="count",
        calendar=WINDOW,
        source="Offers returns of employers",
        work=Total(supply.NET),
        better="higher",
        notes="A withdrawal or rejection dated after the day in question is not yet known.",
    ),
    Indicator(
        id="balance",
        name="Balance",
        topic=TOPIC,
        meaning="Places offered less students who need one.",
        formula="Places offered minus students who need a placement; negative is short.",
        unit="count",
        calendar=WINDOW,
        source="Demand returns of universities and offers returns of employers",
        work=Difference(supply.NET, demand.STUDENTS),
        better="higher",
        notes="A balance can hide a shortage of one kind behind a surplus of another.",
    ),
    Indicator(
        id="sufficiency",
        name="Sufficiency",
        topic=TOPIC,
        meaning="Places offered for each student who needs one.",
        formula="Places offered divided by students who need a placement.",
        unit="share",
        calendar=WINDOW,
        source="Demand returns of universities and offers returns of employers",
        work=Ratio(supply.NET, demand.STUDENTS),
        better="higher",
    ),
)
