"""Money: what was granted, contributed and spent, and what it cost to get a result."""

from typing import Final

from dashboard.indicators.additional import COST
from dashboard.indicators.catalogue import Better, Indicator
from dashboard.indicators.pounds import Amount, CostEach, FeeIncome, Variance
from data.queries import money, training
from data.queries.money import amounts

TOPIC: Final = "Money"
CALENDAR: Final = (
    "Financial year, April to March, as each row says. Academic years don't choose from it: with "
    "one chosen, the figure stays that of every financial year begun by the day."
)
PERIOD: Final = "all financial years"
BLANKS: Final = (
    "A blank is not reported and adds nothing; where every row is blank nothing is reported, and "
    "where every row says n/a it is not applicable. A partnership without money is complete."
)
NOT_BY_YEAR: Final = (
    "Not applicable with an academic year, level, service area or route chosen, as money has none."
)


def _sum(key: str, name: str, meaning: str, kinds: tuple[str, ...], better: Better) -> Indicator:
    """Return the indicator of what rows of some kinds have come to."""
    listed = " or ".join(kinds)
    return Indicator(
        id=key,
        name=name,
        topic=TOPIC,
        meaning=meaning,
        formula=f"Sum of the actual amounts of rows whose kind is {listed}.",
        unit="pounds",
        calendar=CALENDAR,
        sheets=("finance",),
        work=Amount(*amounts("actual", *kinds)),
        better=better,
        notes=BLANKS,
        period=PERIOD,
        exact=("value",),
    )


ROWS = (
    _sum("grant_received", "Grant received", "How much grant has come in.", ("grant",), "neither"),
    _sum("grant_spent", "Spent", "How much has been spent.", ("spend",), "neither"),
    Indicator(
        id="grant_variance",
        name="Spent against plan",
        topic=TOPIC,
        meaning="How much more has been spent than was planned.",
        formula=(
            "Actual amounts less planned amounts, over rows whose kind is spend that give both."
        ),
        unit="pounds",
        calendar=CALENDAR,
        sheets=("finance",),
        work=Variance(money.SPENT_AS_PLANNED, money.PLANNED_AND_SPENT, money.PLAN_NOT_APPLICABLE),
        notes=f"Below nought, less was spent than planned. A row that gives one of the two is left "
        f"out on both sides. {BLANKS}",
        period=PERIOD,
        exact=("value",),
    ),
    _sum(
        "contributions",
        "Contributions",
        "How much partners have put in, in cash and in kind.",
        ("cash", "in_kind"),
        "higher",
    ),
    _sum(
        "contributions_cash",
        "Contributions in cash",
        "How much partners have put in as money.",
        ("cash",),
        "higher",
    ),
    _sum(
        "contributions_in_kind",
        "Contributions in kind",
        "What partners have put in otherwise than as money is worth.",
        ("in_kind",),
        "higher",
    ),
    Indicator(
        id="cost_per_pe",
        name="Cost for each practice educator passed",
        topic=TOPIC,
        meaning="How much has been spent on practice educators for each one who passed.",
        formula=(
            "Actual amounts of rows whose kind is spend and whose heading names practice "
            "educators, divided by learners who passed a practice educator course."
        ),
        unit="pounds",
        calendar="Spending by the financial year of its row, learners by the day of the outcome.",
        sheets=("finance", "pe_training"),
        base="learner",
        part="pound",
        work=CostEach(money.SPENT_ON_EDUCATORS, training.PASSED),
        better="lower",
        notes="A heading names them if it says practice educator, practice education, PE or PEs. "
        f"Without such spending it is not applicable, and never nought. {NOT_BY_YEAR} By financial "
        "year, each year's spending is divided by who passed from its April to its March.",
    ),
    Indicator(
        id="cost_per_additional_placement",
        name="Cost for each additional placement",
        topic=TOPIC,
        meaning="How much has been spent for each placement beyond those there were before.",
        formula=(
            "All spending, divided by the placements of each academic year that has ended since "
            "funding began, less the placements of the baseline year for each of those years."
        ),
        unit="pounds",
        calendar="Placements by the academic year of their planned start; all spending so far.",
        sheets=("finance", "placements"),
        base="additional placement",
        part="pound",
        work=COST,
        better="lower",
        notes="The baseline year is the academic year before the one in which the partnership's "
        "funding began, as its record says; the note of the figure names it. Cancelled placements "
        "are left out, and so are years without any placement and, on both sides, partnerships "
        "without spending or without placements in their baseline year. Not applicable where "
        f"placements have not increased. {NOT_BY_YEAR}",
    ),
    Indicator(
        id="fee_income",
        name="Placement fees",
        topic=TOPIC,
        meaning="What placements bring in at the daily fee.",
        formula=(
            "Days required of placements started, each multiplied by the daily fee that was valid "
            "in the employer's nation on the day the placement started."
        ),
        unit="pounds",
        calendar="Academic year and term, or financial year, of the planned start.",
        sheets=("placements",),
        base="placement",
        work=FeeIncome(),
        notes="The daily fee is a setting with the day from which it is valid and its country; a "
        "nation's own goes before one for any country. Placements that started before the first "
        "are left out, and where all did it is not applicable, never nought. Those that ended "
        "early count in full. Those that do not say how many days they require add none; where "
        "none says, nothing is reported.",
    ),
)
