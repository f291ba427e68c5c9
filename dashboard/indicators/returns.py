"""Returns: whether they are complete, come in time, and are fresh."""

from typing import Final

from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.completeness import COMPLETENESS
from dashboard.indicators.punctuality import FRESHNESS, ON_TIME
from data.returns.sheets import SHEETS

TOPIC: Final = "Returns"
USED_BY: Final = ("manager", "steering group", "funder")
NO_OTHER_FILTER: Final = (
    "Filters for level, service area and route leave it as it is: a return is of a partner and a "
    "quarter."
)
ASKED: Final = (
    "A return is due of each member of a partnership that sends returns, for each quarter in which "
    "it was a member, from the day after its due date on. Partnerships known from documents alone "
    "send none."
)

ROWS = (
    Indicator(
        id="return_completeness",
        name="Return completeness",
        topic=TOPIC,
        meaning="What share of the cells that returns require is filled.",
        formula="Required cells that are filled, divided by required cells. Counted are the rows "
        "of every sheet that are not voided, and in each the columns that the data dictionary "
        "calls required.",
        unit="share",
        calendar="Academic year of the day or cohort that the sheet's own figures go by; rows of a "
        "sheet without either, such as the register, stand in every year.",
        sheets=tuple(SHEETS),
        work=COMPLETENESS,
        better="higher",
        base="required cell",
        used_by=USED_BY,
        notes="A cell is filled if it is not blank; “not known” is an answer, and the figure says "
        "how many cells give it. No door lets a row in without its required cells, so what lowers "
        "the figure came another way; whose returns are missing is said beside it. A row counts "
        "under the partner who sends it, placements too.",
    ),
    Indicator(
        id="returns_on_time",
        name="Returns on time",
        topic=TOPIC,
        meaning="What share of the returns that were due came in by their due date.",
        formula="Returns first submitted on or before their due date, divided by returns that were "
        "due.",
        unit="share",
        calendar="Academic year of the quarter that the return is for.",
        sheets=tuple(SHEETS),
        work=ON_TIME,
        better="higher",
        base="return",
        used_by=USED_BY,
        notes=f"{ASKED} A return that is missing, or was sent back and has not come again, counts "
        "as due and not as on time, so what is missing is in the figure and never makes it “not "
        "reported”. Sending back, signing off and reopening later do not make a return late. "
        f"{NO_OTHER_FILTER}",
    ),
    Indicator(
        id="freshness_days",
        name="Days since last confirmed",
        topic=TOPIC,
        meaning="How long ago a partner last said that what it has sent is right.",
        formula="Days from the latest day on which the partner submitted a return, or a return of "
        "its was signed off, to the day of the figures. Of several partners: the longest of them.",
        unit="days",
        calendar="The day of the figures; the last day of the academic year where one is chosen "
        "that has ended.",
        sheets=tuple(SHEETS),
        work=FRESHNESS,
        better="lower",
        base="partner",
        used_by=USED_BY,
        notes="A partner in several partnerships confirms in each of them apart. One of whom a "
        "return was due and who never confirmed any is not reported, and beside others makes the "
        "figure partial. Saving rows or looking a sheet through confirms nothing by itself. "
        f"{NO_OTHER_FILTER}",
    ),
)
