"""Partners in words: how long they last, who follows whom, and in which partnerships they are."""

from collections.abc import Mapping
from datetime import date
from typing import Final
from urllib.parse import quote

from dashboard import formatting, sentences, wording
from data.partners import Partner, Stay

HOME: Final = "/partners"


def path_of(code: str) -> str:
    """Return the path of a partner's page."""
    return f"{HOME}/{quote(code, safe='')}"


def span(valid_from: date | None, valid_to: date | None) -> str:
    """Return from when to when something holds; nothing where that is always."""
    since = f"from {formatting.day(valid_from)}" if valid_from else ""
    until = f"until {formatting.day(valid_to)}" if valid_to else ""
    return " ".join(part for part in (since, until) if part)


def lineage(partner: Partner, names: Mapping[str, str]) -> str:
    """Return how long a partner lasts, whom it follows and who follows it; often nothing."""
    after = [names.get(code, code) for code in partner.followed_by]
    before = [names.get(code, code) for code in partner.follows]
    parts = [
        span(partner.valid_from, partner.valid_to),
        f"followed by {sentences.listed(after)}" if after else "",
        f"follows {sentences.listed(before)}" if before else "",
    ]
    return ", ".join(part for part in parts if part)


def stay(one: Stay, partnerships: Mapping[str, str]) -> str:
    """Return a partner's time in a partnership: its name, the role and from when to when."""
    words = (wording.ROLES[one.role], span(one.valid_from, one.valid_to))
    name = partnerships.get(one.partnership, one.partnership)
    return f"{name} ({', '.join(word for word in words if word)})"
