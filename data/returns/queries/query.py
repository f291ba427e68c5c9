"""What a query is, and the rows it looks at."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any, NamedTuple

Fact = Mapping[str, Any]
Place = tuple[str, str, str]
# Sheet and id of a row, rule and column.
Mark = tuple[str, int, str, str]
# First and last day; a blank is open.
Span = tuple[date | None, date | None]
Memberships = Mapping[tuple[str, str], Sequence[Span]]


class Beside(Enum):
    """What a query looks at besides the row that it is asked of.

    By it a change finds the rows that are to be asked again.
    """

    NOTHING = "what is known besides rows"
    STUDENT = "the student's other placements, and the offers that all of them take up"
    OFFER = "the offer, and the placements that take it up"
    PARTNER = "what two partners say of a term: places confirmed, and placements"
    EDUCATOR = "the practice educator"
    YEAR_BEFORE = "the owner's rows of the same kind in that year and the year before"


class Around(NamedTuple):
    """What is known besides rows.

    Attributes:
        nations: The nation of each organisation.
        currency_months: By nation, and for any, for how many months an award or a student
            keeps somebody current.
        memberships: When, by partnership and organisation.
        followed_by: Codes of those that took over from an organisation, by its code.
    """

    nations: Mapping[str, str]
    currency_months: Mapping[str, int]
    memberships: Memberships
    followed_by: Mapping[str, Iterable[str]]


class Facts:
    """The rows of some partnerships that count, and ways to find them."""

    def __init__(self, rows: Mapping[str, Sequence[Fact]], around: Around) -> None:
        """Keep the rows.

        Args:
            rows: Rows that are not voided, by sheet.
            around: What is known besides them.
        """
        self.rows = rows
        self.around = around
        self._worked_out: dict[str, Any] = {}

    def once(self, name: str, work_out: Callable[["Facts"], Any]) -> Any:
        """Return what a function makes of the rows; it is called the first time alone."""
        if name not in self._worked_out:
            self._worked_out[name] = work_out(self)
        return self._worked_out[name]

    @cached_property
    def offers(self) -> dict[Place, Fact]:
        """Offers by partnership, owner and ref."""
        return _by_ref(self.rows.get("offers", ()))

    @cached_property
    def educators(self) -> dict[Place, Fact]:
        """Practice educators by partnership, owner and ref."""
        return _by_ref(self.rows.get("practice_educators", ()))

    @cached_property
    def placements(self) -> list[Fact]:
        """Placements that were not cancelled."""
        return [row for row in self.rows.get("placements", ()) if row["status"] != "cancelled"]

    @cached_property
    def by_student(self) -> dict[Place, list[Fact]]:
        """Placements by partnership, owner and student."""
        return grouped(
            self.placements, lambda row: (row["partnership"], row["owner"], row["student_ref"])
        )

    @cached_property
    def by_offer(self) -> dict[Place, list[Fact]]:
        """Placements by partnership, employer and offer."""
        taken = [row for row in self.placements if row["offer_ref"]]
        return grouped(taken, lambda row: (row["partnership"], row["employer"], row["offer_ref"]))

    def offer_of(self, placement: Fact) -> Fact | None:
        """Return the offer that a placement takes up."""
        return self.offers.get(
            (placement["partnership"], placement["employer"], placement["offer_ref"])
        )

    def educator_of(self, placement: Fact) -> Fact | None:
        """Return a placement's practice educator: the employer's, else the university's own."""
        partnership, ref = placement["partnership"], placement["pe_ref"]
        return self.educators.get((partnership, placement["employer"], ref)) or self.educators.get(
            (partnership, placement["owner"], ref)
        )


@dataclass(frozen=True)
class Query:
    """Something that is unlikely rather than wrong.

    Attributes:
        rule: Its name, which never changes: reasons hang on it.
        sheet: Whose rows it looks at.
        column: The column it points to.
        fix: What to do about it.
        find: Gives the problem in words, or nothing.
        beside: What else it looks at; a row is asked again only where that changes.
    """

    rule: str
    sheet: str
    column: str
    fix: str
    find: Callable[[Fact, Facts], str | None]
    beside: Beside = Beside.NOTHING

    def mark(self, row: Fact) -> Mark:
        """Return what tells it apart, where a stored row raises it."""
        return self.sheet, row["id"], self.rule, self.column


def grouped(rows: Iterable[Fact], key: Callable[[Fact], Any]) -> dict[Any, list[Fact]]:
    """Return rows by what a function makes of them."""
    groups: dict[Any, list[Fact]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return dict(groups)


def _by_ref(rows: Iterable[Fact]) -> dict[Place, Fact]:
    return {(row["partnership"], row["owner"], row["ref"]): row for row in rows}
