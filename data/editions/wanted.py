"""What somebody wants an edition of."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from data.editions.edition import Audience, Disclosure


@dataclass(frozen=True)
class Wanted:
    """What somebody wants an edition of.

    Attributes:
        title: What it is made for.
        audience: Whom it is for.
        disclosure: How figures are shown to them.
        as_at: The day that figures refer to.
        partnerships: Codes, in order.
        revises: Number of the edition that it takes the place of; nothing for none.
        reason: Why it does.
        report: Code of the definition that its packs are put together by; blank for the first one
            for those readers.
    """

    title: str
    audience: Audience
    disclosure: Disclosure
    as_at: date
    partnerships: tuple[str, ...]
    revises: int | None = None
    reason: str | None = None
    report: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return it as a document."""
        return asdict(self) | {"as_at": self.as_at.isoformat()}


def from_json(document: Mapping[str, Any]) -> Wanted:
    """Return what a document says."""
    read = {
        "as_at": date.fromisoformat(document["as_at"]),
        "partnerships": tuple(document["partnerships"]),
    }
    return Wanted(**{**document, **read})
