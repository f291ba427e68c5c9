"""What a steering group may agree, and what can't be kept as it was typed."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, select

from data.returns.problems import RefusedError
from data.schema import MEMBERSHIP

LONGEST: Final[Mapping[str, int]] = {"words": 2000, "outcome": 2000, "owner": 200}
WHOLE: Final = "partnership:"
PARTNER: Final = "organisation:"


@dataclass(frozen=True)
class Agreed:
    """What somebody wants to be kept.

    Attributes:
        partnership: Code of the partnership.
        kind: ``action`` or ``decision``.
        words: What was agreed.
        scope: The place it is about.
        owner: Who does it; blank for nobody.
        due: By when; nothing for no day.
        agreed_on: The day of the meeting.
        indicator: Id of the indicator it is about; blank for none.
        rule: The rule whose exception it answers; blank for none.
    """

    partnership: str
    kind: str
    words: str
    scope: str
    owner: str
    due: date | None
    agreed_on: date
    indicator: str = ""
    rule: str = ""

    def values(self) -> dict[str, Any]:
        """Return what is stored, blanks as nothing."""
        return {name: value or None for name, value in asdict(self).items()}


def refuse(values: Mapping[str, Any]) -> None:
    """Do nothing, if values of an action or decision can be kept.

    Raises:
        RefusedError: Something is missing, too long or at odds.
    """
    if not (values["words"] or "").strip():
        raise RefusedError("It does not say what was agreed.", "Say it in a sentence or two.")
    for name, longest in LONGEST.items():
        if len(values.get(name) or "") > longest:
            raise RefusedError("This is too long.", f"Say it in at most {longest:,} characters.")
    if values["kind"] == "action" and not ((values["owner"] or "").strip() and values["due"]):
        raise RefusedError(
            "An action needs somebody who does it and a day.", "Fill in the owner and the day."
        )
    if values["due"] and values["due"] < values["agreed_on"]:
        raise RefusedError(
            "It is due before it was agreed.", "Choose a day after that of the meeting."
        )
    if values.get("state") == "dropped" and not values.get("outcome"):
        raise RefusedError("A reason is missing.", "Say in a few words why it is dropped.")


def refuse_elsewhere(connection: Connection, wanted: Agreed) -> None:
    """Do nothing, if it is about the partnership as a whole or about one of its partners.

    Raises:
        RefusedError: It is about neither.
    """
    if wanted.scope == f"{WHOLE}{wanted.partnership}":
        return
    member = select(MEMBERSHIP.c.organisation_code).where(
        MEMBERSHIP.c.partnership_code == wanted.partnership,
        MEMBERSHIP.c.organisation_code == wanted.scope.removeprefix(PARTNER),
    )
    if not wanted.scope.startswith(PARTNER) or connection.execute(member).first() is None:
        raise RefusedError(
            "That is no partner of this partnership.", "Choose the partnership or one of them."
        )
