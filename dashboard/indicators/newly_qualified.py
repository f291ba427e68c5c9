"""Newly qualified social workers: whether they trained here, passed and stayed."""

from typing import Final

from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.cohort_ratio import cohort_ratio
from dashboard.indicators.workforce import TOPIC
from data.queries import newly_qualified

COHORT: Final = "The cohort's academic year: that in which it started."
ONE: Final = "newly qualified worker"
LEFT_OUT: Final = "Rows that leave the number blank are left out of both sides."


def _old_enough(months: int) -> str:
    return (
        f"A cohort counts from the 31 August on which its academic year has been over for {months} "
        f"months, so that even those who started last have had {months} months. Until then it is "
        "too early to say, whatever a return says already."
    )


def _stayed(months: int) -> Indicator:
    return Indicator(
        id=f"retention_{months}m",
        name=f"In post after {months} months",
        topic=TOPIC,
        meaning=f"What share of newly qualified workers are still in post {months} months after "
        "they started.",
        formula=f"Newly qualified workers in post after {months} months, divided by those who "
        "started, over cohorts old enough.",
        unit="share",
        calendar=COHORT,
        sheets=("newly_qualified",),
        work=cohort_ratio(newly_qualified.STAYED[months]),
        better="higher",
        base=ONE,
        notes=f"{_old_enough(months)} {LEFT_OUT}",
    )


ROWS = (
    Indicator(
        id="placement_to_hire",
        name="Newly qualified who had a placement here",
        topic=TOPIC,
        meaning="What share of the newly qualified workers an employer took on had been on a "
        "placement there.",
        formula="Newly qualified workers who had a placement here, divided by those who started.",
        unit="share",
        calendar=COHORT,
        sheets=("newly_qualified",),
        work=cohort_ratio(newly_qualified.HIRED),
        better="higher",
        base=ONE,
        notes="Here is at the employer who took them on. Rows that call the number not applicable "
        "or leave it blank are left out of both sides. A cohort whose year has not begun by the "
        "day is not yet known.",
    ),
    Indicator(
        id="asye_pass_rate",
        name="ASYE passed",
        topic=TOPIC,
        meaning="What share of newly qualified workers passed their assessed and supported year "
        "in employment (ASYE).",
        formula="Newly qualified workers who passed, divided by those who started less those "
        "deferred, over cohorts old enough.",
        unit="share",
        calendar=COHORT,
        sheets=("newly_qualified",),
        work=cohort_ratio(newly_qualified.PASSED_ASYE),
        better="higher",
        base=ONE,
        notes=f"{_old_enough(12)} Those deferred have neither passed nor failed, so they are shown "
        "apart; where a return does not say how many they are, nobody is taken out of the base. "
        "Rows that call the number passed not applicable or leave it blank are left out of both "
        "sides.",
    ),
    *(_stayed(months) for months in newly_qualified.STAYED),
)
