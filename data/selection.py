"""What the reader has chosen: the one argument that every figure takes."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal, get_args

from data.calendar import academic_year, last_day

Basis = Literal["employer", "hei"]
Dimension = Literal[
    "partnership",
    "organisation",
    "university",
    "employer",
    "programme",
    "region",
    "academic_year",
    "financial_year",
    "quarter",
    "term",
    "level",
    "service_area",
    "stage",
    "category",
    "activity",
    "heading",
]
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)


# In place of partnerships, where there is none that may be read: no partnership is called so.
NOWHERE: Final = ("-",)


@dataclass(frozen=True)
class Selection:
    """The filters in force. An empty filter lets everything pass.

    Attributes:
        as_at: The day that "due", "current" and "so far" refer to.
        regions: ONS codes.
        partnerships: Partnership codes.
        organisations: Organisation codes: the owner, and for placements the employer too.
        years: Academic years, written ``2025/26``.
        levels: ``first`` or ``final``.
        areas: Service areas.
        routes: Routes of a programme.
        basis: Whose region placements are counted in.
    """

    as_at: date
    regions: tuple[str, ...] = ()
    partnerships: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    basis: Basis = "employer"

    @property
    def stock_date(self) -> date:
        """The day on which a stock, such as the register, is counted.

        It is the last day of the latest chosen year where that is over, else ``as_at``.
        """
        if not self.years:
            return self.as_at
        return min(self.as_at, last_day(max(self.years)))

    @property
    def current_year(self) -> str:
        """The academic year of ``as_at``."""
        return academic_year(self.as_at)

    @property
    def one_partnership(self) -> str:
        """The partnership on view where it is exactly one; else nothing."""
        one = len(self.partnerships) == 1 and self.partnerships != NOWHERE
        return self.partnerships[0] if one else ""

    def only(self, **filters: object) -> "Selection":
        """Return the same selection with some filters replaced."""
        return replace(self, **filters)  # type: ignore[arg-type]  # An unknown name is refused.
