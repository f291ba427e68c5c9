"""The small shapes that figures are made of on their way to the reader."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from data.sums import Key, Number

if TYPE_CHECKING:
    from dashboard.indicators.evaluate import Ask

Status = Literal["ok", "partial", "not_reported", "not_applicable", "suppressed", "provisional"]


@dataclass(frozen=True, slots=True)
class Parts:
    """A figure before anybody asked who has reported.

    Attributes:
        value: The figure; ``None`` where it is not applicable.
        numerator: Above the line, for ratios.
        denominator: Below the line, for ratios.
        n: The base: rows counted, or for a share its denominator.
        note: Words that go with the state, such as *children's only*.
        unknown: Whether there are rows, but none says what the figure needs: it is as if they
            had not been reported, and never nought.
        partners: How many partners stand behind it and how many were to, where that is another
            matter than whose returns are in.
    """

    value: Number | None
    numerator: Number | None = None
    denominator: Number | None = None
    n: Number | None = None
    note: str = ""
    unknown: bool = False
    partners: tuple[int, int] | None = None


UNKNOWN = Parts(value=None, unknown=True, note="left blank in every row")


def ratio(part: float, whole: float, *, factor: int = 1) -> Parts:
    """Return the parts of a ratio; its value is ``None`` where the whole is nought."""
    return Parts(part * factor / whole if whole else None, part, whole, n=whole)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, ready to be shown, filed or sent.

    Attributes:
        key: The group, in the order of the dimensions asked for; empty for a total.
        value: ``None`` unless there is a number to show.
        numerator: Above the line, for ratios.
        denominator: Below the line, for ratios.
        n: The base: rows counted, or for a share its denominator.
        status: Whether the value can be taken as it stands, and if not, why.
        reported: Partners whose returns are in.
        expected: Partners who were to send one.
        note: Words that go with the state.
        ask: The question that it answers; ``None`` where it answers none by itself.
        low: Whether it reads nought though it is not, because people are protected.
        reach: How far the exact number may be from the value, because people are protected.
    """

    key: Key
    value: Number | None
    numerator: Number | None
    denominator: Number | None
    n: Number | None
    status: Status
    reported: int
    expected: int
    note: str = ""
    ask: "Ask | None" = field(default=None, compare=False, repr=False)
    low: bool = False
    reach: Number = 0

    @property
    def judged(self) -> Number | None:
        """The value, as far as it tells whether there is any: not where it is low."""
        return None if self.low else self.value
