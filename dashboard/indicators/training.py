"""Practice educator training."""

from typing import Final

from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.formulas import Ratio, Total
from data.queries import educators, training

TOPIC: Final = "Practice educators"
INTAKE = "Academic year in which the course started."
OUTCOME = "Academic year of the outcome."

ROWS = (
    Indicator(
        id="pe_training_starts",
        name="Learners who started training",
        topic=TOPIC,
        meaning="How many people began a practice educator course.",
        formula="Learners whose course had started by the day.",
        unit="count",
        calendar=INTAKE,
        sheets=("pe_training",),
        work=Total(training.STARTED),
        better="higher",
    ),
    Indicator(
        id="pe_training_completions",
        name="Learners who passed training",
        topic=TOPIC,
        meaning="How many people passed a practice educator course.",
        formula="Learners who had passed by the day.",
        unit="count",
        calendar=OUTCOME,
        sheets=("pe_training",),
        work=Total(training.PASSED),
        better="higher",
    ),
    Indicator(
        id="pe_completion_rate",
        name="Training pass rate",
        topic=TOPIC,
        meaning="What share of learners whose course is over passed it.",
        formula="Learners who passed, divided by learners who started and are no longer in "
        "progress.",
        unit="share",
        calendar=INTAKE,
        sheets=("pe_training",),
        base="learner",
        work=Ratio(training.ENDED_WELL, training.ENDED),
        better="higher",
        notes="Learners still in progress on the day are left out, and shown apart.",
    ),
    Indicator(
        id="pe_progression_rate",
        name="Practice educators who go on to Stage 2",
        topic=TOPIC,
        meaning="What share of those awarded Stage 1 gained Stage 2 within 24 months.",
        formula="Practice educators with Stage 2 within 24 months of Stage 1, divided by "
        "practice educators whose Stage 1 is at least 24 months old.",
        unit="share",
        calendar="The register on the day, leavers included; of a past academic year, on its "
        "last day.",
        sheets=("practice_educators",),
        base="practice educator",
        work=Ratio(educators.PROGRESSED, educators.OLD_ENOUGH_TO_PROGRESS),
        better="higher",
        notes="Both counts are of practice educators old enough to tell. The months are a "
        "setting of each nation.",
    ),
    Indicator(
        id="pe_trained_to_active",
        name="Trained practice educators who take a student",
        topic=TOPIC,
        meaning="What share of learners who passed had a student within 12 months.",
        formula="Learners who passed and had a placement start within 12 months of it, divided "
        "by learners who passed at least 12 months ago.",
        unit="share",
        calendar=OUTCOME,
        sheets=("placements", "pe_training"),
        base="learner",
        work=Ratio(training.BECAME_ACTIVE, training.PASSED_LONG_ENOUGH_AGO),
        better="higher",
        notes="Only learners whose return names them on the register can be followed. The "
        "months are a setting of each nation.",
    ),
)
