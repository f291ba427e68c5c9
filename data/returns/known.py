"""What the database already knows and a check needs: loaded once, looked up many times."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

# Partnership, owner, reference.
Ref = tuple[str, str, str]
Key = TypeVar("Key")
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Organisation:
    """An organisation, as far as checks ask.

    Attributes:
        code: Its code.
        kind: What kind of organisation it is.
    """

    code: str
    kind: str


@dataclass(frozen=True)
class Known:
    """Organisations, partnerships, members, programmes and the rows that may be referred to.

    Attributes:
        organisations: By code.
        names: Codes by name, alias and code; ``None`` where a name means two organisations.
        partnerships: Codes by code and name, written as ``names.normal`` writes them.
        members: Pairs of partnership and organisation.
        programmes: Codes by owner, and code or name.
        standing: Says which of some references to a sheet lead to a stored row.
        named: By sheet, the ref of its own that each stored row names, where it names one.
        kept: What is stored in columns that a file leaves out, by sheet; then by partnership,
            owner and key of the row.
    """

    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    names: Mapping[str, str | None] = field(default_factory=dict)
    partnerships: Mapping[str, str | None] = field(default_factory=dict)
    members: frozenset[tuple[str, str]] = frozenset()
    programmes: Mapping[tuple[str, str], str | None] = field(default_factory=dict)
    standing: Callable[[str, set[Ref]], set[Ref]] = lambda _sheet, _refs: set()
    named: Mapping[str, Mapping[Ref, str | None]] = field(default_factory=dict)
    kept: Mapping[str, Mapping[tuple[Any, ...], Values]] = field(default_factory=dict)

    def partnerships_of(self, organisation: str) -> list[str]:
        """Return the partnerships that an organisation belongs to, in order."""
        return sorted(p for p, member in self.members if member == organisation)


def by_name(pairs: Iterable[tuple[Key, str]]) -> dict[Key, str | None]:
    """Return codes by name; a name of two codes leads to ``None``."""
    found: dict[Key, str | None] = {}
    for name, code in pairs:
        found[name] = code if found.get(name, code) == code else None
    return found
