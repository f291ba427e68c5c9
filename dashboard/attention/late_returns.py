"""Returns that were due and have not arrived."""

from collections.abc import Iterator

from dashboard import formatting, hrefs
from dashboard.attention.question import Question
from dashboard.attention.raised import Raised


def find(question: Question) -> Iterator[Raised]:
    """Give each partner who owes a return, with the day on which the first was due."""
    for member in question.members:
        missing = member.missing_in(question.selection.years)
        if not missing:
            continue
        first, more = missing[0], len(missing) - 1
        others = f" and {formatting.quantity(more, 'later one', 'later ones')}" if more else ""
        yield Raised(
            rule="late_return",
            partnership=member.partnership,
            scope=f"organisation:{member.organisation}",
            words=f"{member.name} has not sent its return for {first.period}{others}, due "
            f"{formatting.day(first.due)}",
            size=(question.selection.as_at - first.due).days,
            owner=member.name,
            due=first.due,
            path=hrefs.link("/", f"partnership={member.partnership}"),
        )
