"""Supply and demand: what employers were asked for, what they offer, and what becomes of it."""

from typing import Final

from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.employers import LAPSED, NEW, OFFERING
from dashboard.indicators.formulas import Ratio, Total
from dashboard.indicators.supply import NOT_YET_KNOWN, TOPIC, WINDOW
from data.queries import demand, placements, supply

YEAR_BEFORE: Final = (
    "Now is the academic years chosen, or the one of the day; it is compared with the academic "
    "year before the earliest of them. By academic year, each is compared with the one before."
)

ROWS = (
    Indicator(
        id="requested",
        name="Places requested",
        topic=TOPIC,
        meaning="How many places universities have asked employers for.",
        formula="Sum of places over the requests.",
        unit="count",
        calendar=WINDOW,
        sheets=("requests",),
        work=Total(demand.PLACES_ASKED),
        exact=("value",),
    ),
    Indicator(
        id="gross_offers",
        name="Places ever offered",
        topic=TOPIC,
        meaning="How many places were offered at any time, whatever became of them.",
        formula="Sum of places over all offers, of every status.",
        unit="count",
        calendar=WINDOW,
        sheets=("offers",),
        work=Total(supply.GROSS),
        better="higher",
        exact=("value",),
    ),
    Indicator(
        id="offer_conversion",
        name="Offers taken up",
        topic=TOPIC,
        meaning="How far places that stand have become placements.",
        formula="Placements allocated that name an offer, divided by places offered.",
        unit="share",
        calendar="Placements by their planned start, offers by the start of their window.",
        sheets=("offers", "placements"),
        base="place",
        part="placement",
        work=Ratio(placements.FROM_OFFERS, supply.NET),
        better="higher",
        exact=("denominator",),
    ),
    Indicator(
        id="offer_withdrawal_rate",
        name="Places withdrawn",
        topic=TOPIC,
        meaning="What share of places ever offered have been withdrawn.",
        formula="Places withdrawn divided by places ever offered.",
        unit="share",
        calendar=WINDOW,
        sheets=("offers",),
        base="place",
        work=Ratio(supply.WITHDRAWN, supply.GROSS),
        better="lower",
        notes=NOT_YET_KNOWN,
        exact=("numerator", "denominator"),
    ),
    Indicator(
        id="late_withdrawal_rate",
        name="Places withdrawn late",
        topic=TOPIC,
        meaning="What share of places ever offered were withdrawn shortly before their window.",
        formula=(
            "Places withdrawn 28 days or less before the start of the window, or after it, "
            "divided by places ever offered."
        ),
        unit="share",
        calendar=WINDOW,
        sheets=("offers",),
        base="place",
        work=Ratio(supply.WITHDRAWN_LATE, supply.GROSS),
        better="lower",
        notes=f"{NOT_YET_KNOWN} The days are a setting of each nation.",
        exact=("numerator", "denominator"),
    ),
    Indicator(
        id="rejected_rate",
        name="Places rejected",
        topic=TOPIC,
        meaning="What share of places ever offered were rejected.",
        formula="Places rejected divided by places ever offered.",
        unit="share",
        calendar=WINDOW,
        sheets=("offers",),
        base="place",
        work=Ratio(supply.REJECTED, supply.GROSS),
        better="lower",
        notes=NOT_YET_KNOWN,
        exact=("numerator", "denominator"),
    ),
    Indicator(
        id="employers_offering",
        name="Employers offering places",
        topic=TOPIC,
        meaning="How many employers have places that stand.",
        formula="Employers with at least one place offered or confirmed.",
        unit="count",
        calendar=WINDOW,
        sheets=("offers",),
        work=OFFERING,
        better="higher",
        exact=("value",),
    ),
    Indicator(
        id="employers_new",
        name="New employers",
        topic=TOPIC,
        meaning="How many employers offer places who offered none the academic year before.",
        formula="Employers with places that stand now and none the academic year before.",
        unit="count",
        calendar=WINDOW,
        sheets=("offers",),
        work=NEW,
        better="higher",
        notes=YEAR_BEFORE,
        exact=("value",),
    ),
    Indicator(
        id="employers_lapsed",
        name="Employers who stopped",
        topic=TOPIC,
        meaning="How many employers offered places the academic year before and offer none now.",
        formula="Employers with places that stood the academic year before and none now.",
        unit="count",
        calendar=WINDOW,
        sheets=("offers",),
        work=LAPSED,
        better="lower",
        notes=YEAR_BEFORE,
        exact=("value",),
    ),
)
