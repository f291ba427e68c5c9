"""An exception: what a rule found, where, how serious it is, and who sees to it by when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from data.meetings import Action

NOBODY: Final = "nobody yet"
# No rule may take up all the room.
A_RULE: Final = 2


@dataclass(frozen=True)
class Raised:
    """An exception that a rule raised.

    Attributes:
        rule: Name of the rule.
        partnership: Code of the partnership whose steering group it concerns.
        scope: The place it is about, like a target's: ``partnership:…``, ``organisation:…``.
        words: What is the matter, as a sentence without its full stop.
        size: How large it is; of two by the same rule the larger comes first.
        indicator: Id of the indicator it is about; empty for none.
        owner: Who sees to it: the owner of the action agreed on it, else whose it is anyway.
        due: By when; nothing where no day is set.
        path: The page that tells more.
        action: The open action that answers it, if there is one.
    """

    rule: str
    partnership: str
    scope: str
    words: str
    size: float
    indicator: str = ""
    owner: str = NOBODY
    due: date | None = None
    path: str = "/"
    action: Action | None = None

    def is_answered_by(self, action: Action) -> bool:
        """Return whether an open action was agreed on this exception."""
        if action.state != "open" or action.kind != "action" or action.rule != self.rule:
            return False
        there = (action.partnership, action.scope) == (self.partnership, self.scope)
        return there and self.indicator in ("", action.indicator)


def answered(found: Iterable[Raised], actions: Iterable[Action]) -> list[Raised]:
    """Return exceptions, each with the open action that answers it: its owner and its day."""
    known = list(actions)
    return [_with(each, known) for each in found]


def _with(each: Raised, actions: Iterable[Action]) -> Raised:
    action = next((action for action in actions if each.is_answered_by(action)), None)
    if action is None:
        return each
    return replace(each, action=action, owner=action.owner or NOBODY, due=action.due)


def first(found: Iterable[Raised], most: int) -> list[Raised]:
    """Return the most serious exceptions, at most two of each rule while others are left.

    Args:
        found: The exceptions, the most serious rule first and within it the largest.
        most: How many at most.
    """
    ordered = list(found)
    leading = [each for each in ordered if _place(each, ordered) < A_RULE]
    rest = [each for each in ordered if _place(each, ordered) >= A_RULE]
    return [*leading, *rest][:most]


def _place(each: Raised, ordered: list[Raised]) -> int:
    return [other for other in ordered if other.rule == each.rule].index(each)
