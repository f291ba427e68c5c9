"""Who may do what, as one table."""

from collections.abc import Mapping
from typing import Final, Literal

from data.people.person import Person, Role

Action = Literal[
    "write rows",
    "submit a return",
    "sign off a return",
    "send back a return",
    "reopen a return",
    "remind a partner",
    "keep actions",
    "report on an action",
    "comment on figures",
    "correct others' comments",
    "make editions",
    "confirm commentary",
    "change report definitions",
    "administer",
]
# How far a right goes: what is one's own organisation's, one's partnerships', or everybody's.
Reach = Literal["organisation", "partnership", "everything"]

RIGHTS: Final[Mapping[Action, Mapping[Role, Reach]]] = {
    "write rows": {
        "coordinator": "organisation",
        "manager": "partnership",
        "administrator": "everything",
    },
    "submit a return": {
        "coordinator": "organisation",
        "manager": "partnership",
        "administrator": "everything",
    },
    "sign off a return": {
        "approver": "organisation",
        "manager": "partnership",
    },
    "send back a return": {
        "approver": "organisation",
        "manager": "partnership",
    },
    "reopen a return": {
        "approver": "organisation",
        "manager": "partnership",
    },
    "remind a partner": {
        "manager": "partnership",
        "administrator": "everything",
    },
    "keep actions": {
        "manager": "partnership",
        "administrator": "everything",
    },
    "report on an action": {
        "coordinator": "organisation",
        "approver": "organisation",
        "manager": "partnership",
        "administrator": "everything",
    },
    # Who knows why a figure is as it is: those who send the rows, sign for them or chase them.
    "comment on figures": {
        "coordinator": "partnership",
        "approver": "partnership",
        "manager": "partnership",
        "administrator": "everything",
    },
    "correct others' comments": {
        "manager": "partnership",
        "administrator": "everything",
    },
    "make editions": {
        "manager": "partnership",
        "administrator": "everything",
    },
    "confirm commentary": {
        "manager": "partnership",
        "administrator": "everything",
    },
    # Those that every partnership may use are an administrator's alone.
    "change report definitions": {
        "manager": "partnership",
        "administrator": "everything",
    },
    "administer": {
        "administrator": "everything",
    },
}


class DeniedError(Exception):
    """Somebody asked for what they have no right to; it says nothing of whether that exists."""

    def __init__(self, action: str) -> None:
        """Keep what was asked for."""
        super().__init__(action)
        self.action = action


def may(person: Person, action: Action, partnership: str = "", organisation: str = "") -> bool:
    """Return whether somebody may do something, for an organisation in a partnership."""
    reach = RIGHTS[action].get(person.role)
    if reach == "organisation":
        agreed = organisation in person.organisations - person.unagreed
        return agreed and person.reads(partnership)
    if reach == "partnership":
        return person.reads(partnership)
    return reach == "everything"


def demand_live(person: Person) -> None:
    """Do nothing, if somebody may read how things are at present.

    Raises:
        DeniedError: Editions alone are for them.
    """
    if not person.reads_live:
        raise DeniedError("read live data")


def demand(person: Person, action: Action, partnership: str = "", organisation: str = "") -> None:
    """Do nothing, if somebody may do something.

    Raises:
        DeniedError: They may not.
    """
    if not may(person, action, partnership, organisation):
        raise DeniedError(action)
