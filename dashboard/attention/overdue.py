"""Actions whose day has passed."""

from collections.abc import Iterator

from dashboard import formatting
from dashboard.attention.question import Question
from dashboard.attention.raised import NOBODY, Raised


def find(question: Question) -> Iterator[Raised]:
    """Give each open action that should have been done by now."""
    today = question.selection.as_at
    for action in question.agreed:
        if action.due and action.is_overdue(today):
            yield Raised(
                rule="action_overdue",
                partnership=action.partnership,
                scope=action.scope,
                words=f"Not done by {formatting.day(action.due)}: {action.words.rstrip('.')}",
                size=(today - action.due).days,
                indicator=action.indicator or "",
                owner=action.owner or NOBODY,
                due=action.due,
                path=f"/actions/{action.id}",
                action=action,
            )
