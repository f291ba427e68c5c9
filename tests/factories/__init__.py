"""Rows for tests: each factory returns an INSERT with sensible defaults; name what matters.

``given(*reference(), demand(students=3))`` is a partnership of one university and one council,
with one row of demand. References of rows count upwards, so two rows never meet by accident.
"""

from data.schema import FACTS, RETURN_STATUS, TOUCHED
from data.schema.running import RETURN_STATES
from tests.factories.days import AUTUMN, NOW
from tests.factories.defaults import DEFAULTS
from tests.factories.meetings import action, comment, rests
from tests.factories.people import everybody_agrees, token, user
from tests.factories.reference import (
    alias,
    council,
    membership,
    organisation,
    partnership,
    programme,
    reference,
    university,
)
from tests.factories.returns import open_return, period, return_state
from tests.factories.rows import (
    activity,
    agreement,
    demand,
    fact,
    finance,
    newly_qualified,
    offer,
    placement,
    practice_educator,
    reported_figure,
    request,
    training,
    valid_row,
    workforce,
)
from tests.factories.running import data_version, setting, target, touched, upload

__all__ = [
    "AUTUMN",
    "DEFAULTS",
    "FACTS",
    "NOW",
    "RETURN_STATES",
    "RETURN_STATUS",
    "TOUCHED",
    "action",
    "activity",
    "agreement",
    "alias",
    "comment",
    "council",
    "data_version",
    "demand",
    "everybody_agrees",
    "fact",
    "finance",
    "membership",
    "newly_qualified",
    "offer",
    "open_return",
    "organisation",
    "partnership",
    "period",
    "placement",
    "practice_educator",
    "programme",
    "reference",
    "reported_figure",
    "request",
    "rests",
    "return_state",
    "setting",
    "target",
    "token",
    "touched",
    "training",
    "university",
    "upload",
    "user",
    "valid_row",
    "workforce",
]
