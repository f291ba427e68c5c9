"""What these pages have in common: what was typed, and what may be chosen."""

from collections.abc import Callable, Mapping
from typing import Final

from dashboard import hrefs
from dashboard.attention.rules import RULES
from dashboard.indicators import INDICATORS
from dashboard.scene import Scene
from dashboard.server import plain
from dashboard.server.sign_in import current
from data.changes.agreed import Agreed
from data.people.rights import demand, may
from data.returns.problems import RefusedError

# What needs a decision where the filters of an address look.
Look = Callable[[str], Scene]
# What the rules that raise exceptions are called.
HEADINGS: Final = {rule.name: rule.heading for rule in RULES}
# What a form about an action holds, to be filled again when it is refused.
FIELDS: Final = (
    "words",
    "decision",
    "owner",
    "due",
    "scope",
    "indicator",
    "rule",
    "agreed_on",
    "partnership",
)


def agreed(kind: str, words: str) -> Agreed:
    """Return what the form says was agreed.

    Raises:
        DeniedError: Whoever is here keeps no minutes of that partnership.
        RefusedError: A day is none, or that of the meeting is missing.
    """
    partnership = plain.field("partnership")
    demand(current.person_here(), "keep actions", partnership)
    is_action = kind == "action"
    on = plain.typed_day("agreed_on")
    if on is None:
        raise RefusedError("The day of the meeting is missing.", "Write it like 2026-02-01.")
    indicator = plain.field("indicator")
    return Agreed(
        partnership=partnership,
        kind=kind,
        words=words.strip(),
        scope=plain.field("scope") or f"partnership:{partnership}",
        owner=plain.field("owner").strip() if is_action else "",
        due=plain.typed_day("due") if is_action else None,
        agreed_on=on,
        indicator=indicator if indicator in INDICATORS else "",
        rule=plain.field("rule"),
    )


def filled() -> dict[str, str]:
    """Return what the form or the address holds, so that nothing typed is lost."""
    return {name: plain.asked(name) for name in FIELDS}


def keeps_for(scene: Scene) -> dict[str, str]:
    """Return the partnerships whose minutes whoever is here keeps, by code."""
    here = current.person_here()
    every = scene.names.partnerships
    return {code: name for code, name in every.items() if may(here, "keep actions", code)}


def places(scene: Scene, partnership: str) -> list[tuple[str, str]]:
    """Return what an action of a partnership may be about: itself, or one of its partners."""
    partners = {
        each.organisation: each.name for each in scene.members if each.partnership == partnership
    }
    ordered = sorted(partners.items(), key=lambda item: item[1])
    return [
        (f"partnership:{partnership}", "The partnership as a whole"),
        *((f"organisation:{code}", name) for code, name in ordered),
    ]


def place_names(scene: Scene) -> Mapping[str, str]:
    """Return what scopes are called."""
    names = {f"organisation:{code}": name for code, name in scene.names.organisations.items()}
    return names | {f"partnership:{c}": name for c, name in scene.names.partnerships.items()}


def of_partnership(partnership: str) -> str:
    """Return the query of an address for one partnership."""
    return hrefs.narrowed("", partnership) if partnership else ""
