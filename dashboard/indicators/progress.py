"""How far places and placements have come: the counts of each step, and of what was lost at it.

Steps are counted in their own units, so none is a part of the one before: students are needed,
places are offered, placements are matched. From there on each is a part of an earlier one.
"""

from typing import Final

from dashboard.indicators.catalogue import Better, Indicator, Topic
from dashboard.indicators.formulas import Total
from dashboard.indicators.placements import PLANNED
from dashboard.indicators.quality import TOPIC as TIMELINESS
from dashboard.indicators.supply import NOT_YET_KNOWN, TOPIC, WINDOW
from data.queries import placements, supply
from data.slicing import Measure


def _places(measure: Measure, key: str, name: str, *words: str) -> Indicator:
    """Return a count of places that were lost; words are meaning, formula and, if any, notes."""
    meaning, formula, *notes = words
    return Indicator(
        id=key,
        name=name,
        topic=TOPIC,
        meaning=meaning,
        formula=formula,
        unit="count",
        calendar=WINDOW,
        sheets=("offers",),
        work=Total(measure),
        base="offer",
        better="lower",
        exact=("value",),
        notes=" ".join([*notes, NOT_YET_KNOWN]),
    )


def _placements(
    measure: Measure, key: str, name: str, *words: str, topic: Topic, better: Better = "neither"
) -> Indicator:
    """Return a count of placements; words are meaning, formula and, if any, notes."""
    meaning, formula, *notes = words
    return Indicator(
        id=key,
        name=name,
        topic=topic,
        meaning=meaning,
        formula=formula,
        unit="count",
        calendar=PLANNED,
        sheets=("placements",),
        work=Total(measure),
        base="placement",
        better=better,
        notes=" ".join(notes),
    )


LOST: Final = (
    _places(
        supply.WITHDRAWN,
        "withdrawn",
        "Places withdrawn",
        "How many places ever offered were withdrawn.",
        "Sum of places over offers withdrawn by the day.",
    ),
    _places(
        supply.WITHDRAWN_LATE,
        "withdrawn_late",
        "Places withdrawn late",
        "How many places were withdrawn shortly before their window.",
        "Sum of places over offers withdrawn 28 days or less before their window starts.",
        "The days are a setting of each nation.",
    ),
    _places(
        supply.REJECTED,
        "rejected",
        "Places rejected",
        "How many places ever offered were turned down.",
        "Sum of places over offers rejected by the day.",
    ),
    _placements(
        placements.MATCHED,
        "matched",
        "Placements matched",
        "How many placements were ever matched, whatever became of them.",
        "Every placement, cancelled ones included.",
        topic=TOPIC,
    ),
    _placements(
        placements.CANCELLED_SINCE,
        "cancelled",
        "Placements cancelled",
        "How many placements were matched and then cancelled.",
        "Placements that are cancelled.",
        "A cancelled placement has no day of its own, so that one counts on any day.",
        topic=TOPIC,
        better="lower",
    ),
)

STARTS: Final = (
    _placements(
        placements.STARTED,
        "started",
        "Placements started",
        "How many placements had started by the day.",
        "Placements with an actual start by the day, cancelled ones left out.",
        topic=TIMELINESS,
        better="higher",
    ),
    _placements(
        placements.STARTED_BY_PLAN,
        "started_by_plan",
        "Started by the day planned",
        "How many placements started on the day planned or before it.",
        "Placements started whose actual start is not after the planned start.",
        "One that starts ahead of a planned day still to come is among these, though it is "
        "not yet due and so not yet in the share started on time.",
        topic=TIMELINESS,
        better="higher",
    ),
    _placements(
        placements.STARTED_LATE,
        "started_late",
        "Started late",
        "How many placements started after the day planned.",
        "Placements started whose actual start is after the planned start.",
        topic=TIMELINESS,
        better="lower",
    ),
    _placements(
        placements.OVERDUE,
        "start_overdue",
        "Not started though due",
        "How many placements should have started by the day and have not.",
        "Placements planned to start by the day and not started by it, cancelled ones left out.",
        topic=TIMELINESS,
        better="lower",
    ),
    _placements(
        placements.ACTIVE,
        "under_way",
        "Placements under way",
        "How many placements had started and not ended by the day.",
        "Placements started, less those completed or ended early by the day.",
        topic=TIMELINESS,
    ),
    _placements(
        placements.ENDED_EARLY,
        "ended_early",
        "Ended early",
        "How many placements ended before their time.",
        "Placements started that ended early by the day.",
        topic=TIMELINESS,
        better="lower",
    ),
    _placements(
        placements.ENDED_EARLY_WITH_CONCERN,
        "ended_early_concern",
        "Ended early with a concern",
        "How many placements that ended before their time had a concern raised.",
        "Placements that ended early by the day and say that a concern was raised.",
        "Placements that do not say count as without a concern; where none says, nothing is "
        "reported.",
        topic=TIMELINESS,
        better="lower",
    ),
    _placements(
        placements.COMPLETED,
        "completed",
        "Placements completed",
        "How many placements ran their course.",
        "Placements started that were completed by the day.",
        "They count in the year they were planned to start in, with all other steps, and "
        "not in that in which they ended.",
        topic=TIMELINESS,
        better="higher",
    ),
)
