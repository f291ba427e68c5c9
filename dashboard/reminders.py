"""Letters that remind a partner of a return that has not come."""

from collections.abc import Iterable, Sequence
from typing import Final

from dashboard import formatting
from dashboard.mail import Letter
from dashboard.wording import SERVICE
from data import work
from data.engine import Engine
from data.people import accounts
from data.work import Due

SUBJECT: Final = "Return of {period} for {partnership}"
TEXT: Final = (
    "The return of {organisation} for {period} in {partnership} was due on {due}, and is "
    "{state}.\n\nOpen the {service} to send it:\n\n{address}\n\n{name}\n"
)


def awaited(found: Iterable[Due]) -> list[Due]:
    """Return the returns that have not come: of each partner the first that is given."""
    latest: dict[tuple[str, str], Due] = {}
    for one in found:
        if one.state not in work.SENT:
            latest.setdefault((one.which.partnership, one.which.organisation), one)
    return list(latest.values())


def letters(engine: Engine, one: Due, address: str, name: str, text: str = "") -> Sequence[Letter]:
    """Return the letters to a partner's coordinators; none where nobody has an account.

    Args:
        engine: Of the database.
        one: The return.
        address: The address that people know the service by.
        name: Who signs them.
        text: What they say, where somebody has written it.
    """
    values = {
        "period": one.which.period,
        "partnership": one.partnership,
        "organisation": one.organisation,
        "due": formatting.day(one.due),
        "state": one.state.replace("_", " "),
        "service": SERVICE,
        "address": f"{address}/update/{one.which.partnership}/{one.which.organisation}",
        "name": name,
    }
    said = text or TEXT.format(**values)
    return [
        Letter("reminder", email, SUBJECT.format(**values), said)
        for email in accounts.coordinators(engine, one.which.organisation)
    ]
