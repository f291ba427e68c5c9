"""The rules that raise exceptions, the most serious first; published where they are used."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from dashboard.attention import behind, late_returns, overdue, shortages
from dashboard.attention.question import Question
from dashboard.attention.raised import Raised, answered


@dataclass(frozen=True)
class Rule:
    """A rule.

    Attributes:
        name: Its name in the database and in addresses.
        heading: What it is called.
        words: When it raises an exception.
        find: Finds what it raises.
    """

    name: str
    heading: str
    words: str
    find: Callable[[Question], Iterable[Raised]]


OVERDUE: Final = "action_overdue"
RULES: Final = (
    Rule(
        "short_of_places",
        "Students who cannot be placed",
        "In a term of this academic year or the next that has not ended, students of a "
        "partnership cannot be placed, whatever the allocation.",
        shortages.of_places,
    ),
    Rule(
        "short_of_stage_2",
        "Finals without a Stage 2 practice educator",
        "In this academic year or the next, final students who have a place have no Stage 2 "
        "practice educator.",
        shortages.of_stage_2,
    ),
    Rule(
        "late_return",
        "Returns missing",
        "A partner's return was due and has not arrived.",
        late_returns.find,
    ),
    Rule(
        "behind_target",
        "Behind target",
        "A partnership's or a partner's figure is behind its target, by the rule printed with its "
        "status. Figures of a day are judged now, all others for the last academic year that has "
        "ended; figures with returns missing are not judged.",
        behind.find,
    ),
    Rule(
        OVERDUE,
        "Actions overdue",
        "An action is open after its day.",
        overdue.find,
    ),
)


def raised(question: Question) -> list[Raised]:
    """Return every exception, rule by rule, the largest of each first, with owner and day."""
    found: list[Raised] = []
    for rule in RULES:
        found += sorted(rule.find(question), key=lambda each: (-each.size, each.words))
    found = answered(found, question.agreed)
    # An action that answers another exception is told of there.
    told = {each.action for each in found if each.rule != OVERDUE}
    return [each for each in found if each.rule != OVERDUE or each.action not in told]
