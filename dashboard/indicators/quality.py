"""Timeliness and quality."""

from typing import Final

from dashboard.indicators.allocation import MEDIAN_LATE, MOST_LATE
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.formulas import Ratio
from dashboard.indicators.placements import CHOSEN_BY_FINAL, ENDED, PLANNED
from data.queries import outcomes, placements, students

TOPIC: Final = "Timeliness and quality"
OUTCOME: Final = "Academic year and term in which the placement ended."

ROWS = (
    Indicator(
        id="on_time_start_rate",
        name="Placements started on time",
        topic=TOPIC,
        meaning="What share of placements due to start did so by the day planned.",
        formula=(
            "Placements started on or before their planned start, divided by placements planned "
            "to start by the day. Those not yet started are counted, cancelled ones are not."
        ),
        unit="share",
        calendar=PLANNED,
        sheets=("placements",),
        base="placement",
        work=Ratio(placements.STARTED_ON_TIME, placements.DUE),
        better="higher",
    ),
    Indicator(
        id="late_start_days_median",
        name="Median days late",
        topic=TOPIC,
        meaning="How many days late a placement that starts late typically is.",
        formula="Median of days from planned to actual start, over placements that started late.",
        unit="days",
        calendar=PLANNED,
        sheets=("placements",),
        base="placement",
        work=MEDIAN_LATE,
        better="lower",
        notes="Of an even number of placements it is the mean of the middle two.",
        typical=True,
    ),
    Indicator(
        id="late_start_days_max",
        name="Most days late",
        topic=TOPIC,
        meaning="How many days late the latest start was.",
        formula="Most days from planned to actual start, over placements that started late.",
        unit="days",
        calendar=PLANNED,
        sheets=("placements",),
        base="placement",
        work=MOST_LATE,
        better="lower",
    ),
    Indicator(
        id="early_ended_rate",
        name="Placements ended early",
        topic=TOPIC,
        meaning="What share of placements started ended before their time.",
        formula="Placements ended early, divided by placements started.",
        unit="share",
        calendar=PLANNED,
        sheets=("placements",),
        base="placement",
        work=Ratio(placements.ENDED_EARLY, placements.STARTED),
        better="lower",
    ),
    Indicator(
        id="late_finish_rate",
        name="Placements finished late",
        topic=TOPIC,
        meaning="What share of placements completed ran past their planned end.",
        formula="Placements completed after their planned end, divided by placements completed.",
        unit="share",
        calendar=OUTCOME,
        sheets=("placements",),
        base="placement",
        work=Ratio(outcomes.FINISHED_LATE, outcomes.COMPLETED),
        better="lower",
        notes="Placements without a planned end count as not late; where none has one, nothing "
        "is reported.",
    ),
    Indicator(
        id="pass_rate_first",
        name="First placements passed",
        topic=TOPIC,
        meaning="What share of first placements with an outcome were passed.",
        formula="First placements passed, divided by first placements with an outcome.",
        unit="share",
        calendar=OUTCOME,
        sheets=("placements",),
        base="placement",
        work=Ratio(outcomes.passed("first"), outcomes.with_outcome("first")),
        better="higher",
    ),
    Indicator(
        id="pass_rate_final",
        name="Final placements passed",
        topic=TOPIC,
        meaning="What share of final placements with an outcome were passed.",
        formula="Final placements passed, divided by final placements with an outcome.",
        unit="share",
        calendar=OUTCOME,
        sheets=("placements",),
        base="placement",
        work=Ratio(outcomes.passed("final"), outcomes.with_outcome("final")),
        better="higher",
    ),
    Indicator(
        id="qa_in_date",
        name="Quality audits in date",
        topic=TOPIC,
        meaning="What share of placements under way have a quality audit in date.",
        formula=(
            "Placements under way with a quality audit in the last 24 months, divided by "
            "placements under way."
        ),
        unit="share",
        calendar=PLANNED,
        sheets=("placements",),
        base="placement",
        work=Ratio(placements.AUDITED_LATELY, placements.ACTIVE),
        better="higher",
        notes="A placement without a date of audit has not been audited. The months are a setting "
        "of each nation.",
    ),
    Indicator(
        id="concern_rate",
        name="Placements with a concern",
        topic=TOPIC,
        meaning="What share of placements started have had a concern raised.",
        formula="Placements started with a concern, divided by placements started.",
        unit="share",
        calendar=PLANNED,
        sheets=("placements",),
        base="placement",
        work=Ratio(placements.WITH_CONCERN, placements.STARTED),
        better="lower",
        notes="Placements that do not say count as without a concern; where none says, nothing "
        "is reported.",
    ),
    Indicator(
        id="contrast_rate",
        name="Students with contrasting placements",
        topic=TOPIC,
        meaning="What share of students who finished had placements of different kinds.",
        formula=(
            "Students who completed a final placement and whose placements differ in service "
            "area or sector, divided by those of them who had two placements or more."
        ),
        unit="share",
        calendar=ENDED,
        sheets=("placements",),
        base="student",
        work=Ratio(students.WITH_CONTRAST, students.WITH_TWO),
        better="higher",
        notes=CHOSEN_BY_FINAL,
    ),
)
