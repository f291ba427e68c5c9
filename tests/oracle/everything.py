"""Every indicator's recomputation, by id."""

from tests.oracle.answer import has_meaning
from tests.oracle.areas import AREAS
from tests.oracle.educators import EDUCATION
from tests.oracle.engagement import ENGAGEMENT
from tests.oracle.group import Group, keys
from tests.oracle.money import MONEY
from tests.oracle.newly_qualified import NEWLY_QUALIFIED
from tests.oracle.progress import PROGRESS
from tests.oracle.returns import RETURNS
from tests.oracle.supply import SUPPLY
from tests.oracle.timeliness import TIMELINESS
from tests.oracle.workforce import WORKFORCE

ORACLE = (
    SUPPLY
    | PROGRESS
    | TIMELINESS
    | EDUCATION
    | AREAS
    | ENGAGEMENT
    | WORKFORCE
    | NEWLY_QUALIFIED
    | MONEY
    | RETURNS
)


def answer(world, indicator, question, key=()):
    """What an indicator is for one group of a question's rows."""
    return ORACLE[indicator].work(Group(world, question, key))


def groups(world, indicator, question):
    """Every group that a question's rows fall into; nothing where it has no meaning."""
    recomputation = ORACLE[indicator]
    if not has_meaning(recomputation, question):
        return None
    return keys(world, question, recomputation.views)
