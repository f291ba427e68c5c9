"""Letters that remind a partner of returns that have not come."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from dashboard import formatting
from dashboard.mail import Letter
from dashboard.wording import SERVICE
from data import due_returns
from data.due_returns import Due
from data.engine import Engine
from data.people import accounts

SUBJECT: Final = "Return of {periods} for {partnership}"
LINE: Final = (
    "The return of {organisation} for {period} in {partnership} {was} due on {due}, and is {state}."
)
TEXT: Final = "{lines}\n\nOpen the {service} to send {it}:\n\n{address}\n\n{name}\n"

Awaited = Sequence[Due]


def awaited(found: Iterable[Due]) -> list[Awaited]:
    """Return what each partner is reminded of: all that is late, the earliest first, or the next.

    Args:
        found: Returns, the latest of a partner first.
    """
    open_: dict[tuple[str, str], list[Due]] = defaultdict(list)
    for one in found:
        if one.state not in due_returns.SENT:
            open_[one.which.partnership, one.which.organisation].append(one)
    return [
        sorted((one for one in every if one.late), key=lambda one: one.due) or every[:1]
        for every in open_.values()
    ]


def letters(
    engine: Engine, about: Awaited, address: str, name: str, text: str = ""
) -> Sequence[Letter]:
    """Return the letters to a partner's coordinators; none where nobody has an account.

    Args:
        engine: Of the database.
        about: The returns, of one partner in one partnership.
        address: The address that people know the service by.
        name: Who signs them.
        text: What they say, where somebody has written it.
    """
    first = about[0]
    periods = formatting.quarters(one.which.period for one in about)
    subject = SUBJECT.format(periods=periods, partnership=first.partnership)
    said = text or TEXT.format(
        lines="\n".join(map(_line, about)),
        service=SERVICE,
        it="it" if len(about) == 1 else "them",
        address=f"{address}/update/{first.which.partnership}/{first.which.organisation}",
        name=name,
    )
    return [
        Letter("reminder", email, subject, said)
        for email in accounts.coordinators(engine, first.which.organisation)
    ]


def _line(one: Due) -> str:
    return LINE.format(
        period=one.which.period,
        partnership=one.partnership,
        organisation=one.organisation,
        was="was" if one.late else "is",
        due=formatting.day(one.due),
        state=one.state.replace("_", " "),
    )
