"""What a form about an edition says, and what it may choose from."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlencode

from flask import request

from dashboard.editions.making import not_to_come
from dashboard.editions.standpoint import At, Standpoint
from dashboard.editions.words import DISCLOSURES
from dashboard.server import plain
from dashboard.server.sign_in import current
from data import options
from data.calendar import today
from data.editions.edition import Audience, Disclosure, Edition
from data.editions.wanted import Wanted
from data.people.rights import DeniedError, may
from data.returns.problems import RefusedError
from data.returns.values import day

# Whom it is for, and how figures are shown to them, by what the form calls the two together.
READERS: Final[Mapping[str, tuple[Audience, Disclosure]]] = {
    "steering_group": ("steering_group", "exact"),
    "funder_rounded": ("funder", "rounded"),
    "funder_suppressed": ("funder", "suppressed"),
}
NOBODY: Final = RefusedError(
    "It does not say whom it is for.", "Choose the steering group or funders."
)
LABELS: Final[Mapping[str, str]] = {
    "steering_group": "The steering group: every figure as it is",
    "funder_rounded": f"Funders: {DISCLOSURES['rounded'].lower()}",
    "funder_suppressed": f"Funders: {DISCLOSURES['suppressed'].lower()}",
}


def offered(at: Standpoint) -> dict[str, str]:
    """Return the partnerships of which whoever is here may make editions, by code."""
    here = current.person_here()
    with at.reader.snapshot() as snapshot:
        known = options.load(snapshot).within(at.within).partnerships
    return {code: name for code, name in known.items() if may(here, "make editions", code)}


def demand(at: At) -> None:
    """Do nothing, if whoever is here makes editions of any partnership.

    Raises:
        DeniedError: They make none.
    """
    if not offered(at("")):
        raise DeniedError("make editions")


def filled(known: Mapping[str, str], revised: Edition | None) -> dict[str, Any]:
    """Return what the form or the address holds; of a revision, what that edition was."""
    chosen = request.values.getlist("partnership")
    values: dict[str, Any] = {
        "title": plain.asked("title"),
        "readers": plain.asked("readers", "steering_group"),
        "as_at": plain.asked("as_at") or today().isoformat(),
        "partnerships": [code for code in known if code in chosen or len(known) == 1],
        "revises": plain.number("revises") or "",
        "reason": plain.asked("reason"),
        "report": plain.asked("report"),
    }
    if revised:
        values["title"] = values["title"] or revised.title
        values["readers"] = readers_of(revised)
        values["partnerships"] = list(revised.partnerships)
    return values


def readers_of(edition: Edition | Wanted) -> str:
    """Return what the form calls an edition's readers."""
    wanted = (edition.audience, edition.disclosure)
    return next(name for name, pair in READERS.items() if pair == wanted)


def again(wanted: Wanted) -> str:
    """Return the address of the second step, filled with what somebody wanted before."""
    values = {
        "step": 2,
        "title": wanted.title,
        "readers": readers_of(wanted),
        "as_at": wanted.as_at.isoformat(),
        "partnership": wanted.partnerships,
        "report": wanted.report,
        "revises": wanted.revises or "",
        "reason": wanted.reason or "",
    }
    return f"/reports/new?{urlencode(values, doseq=True)}"


def refuse_first(values: Mapping[str, Any]) -> None:
    """Do nothing, if the first step says for whom and of what.

    Raises:
        RefusedError: It does not, or its day is none or still to come.
    """
    if values["readers"] not in READERS:
        raise NOBODY
    if not values["partnerships"]:
        raise RefusedError("No partnership is chosen.", "Choose one at least.")
    not_to_come(day(values["as_at"]), today())


def wanted() -> Wanted:
    """Return what the form says.

    Raises:
        RefusedError: A day is none, or still to come; or it does not say whom it is for.
    """
    readers = READERS.get(plain.field("readers"))
    if readers is None:
        raise NOBODY
    revises = plain.number("revises") or None
    return Wanted(
        plain.field("title").strip(),
        *readers,
        as_at=not_to_come(plain.typed_day("as_at") or today(), today()),
        partnerships=_chosen(request.form.getlist("partnership")),
        revises=revises,
        reason=plain.field("reason").strip() if revises else None,
        report=plain.field("report"),
    )


def _chosen(codes: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(codes)))
