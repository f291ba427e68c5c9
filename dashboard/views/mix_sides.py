"""What has a mix of adults' and children's: students, places, placements, educators, learners."""

from dataclasses import dataclass
from typing import Final

from data.selection import Selection


@dataclass(frozen=True)
class Side:
    """One of the things whose mix is shown.

    Attributes:
        counted: Id of the indicator that counts it.
        share: Id of the indicator of its adults' share.
        things: What is counted, as a sentence begins.
        universities: Whether universities have rows of it.
        employers: Whether employers have.
        stock: Whether it is counted on a day, not over a period.
        ignored: Filters that it does not follow.
    """

    counted: str
    share: str
    things: str
    universities: bool = False
    employers: bool = True
    stock: bool = False
    ignored: tuple[str, ...] = ()

    def has_rows(self, kind: str) -> bool:
        """Return whether a kind of organisation has rows of it."""
        return self.universities if kind == "hei" else self.employers

    def followed(self, selection: Selection) -> Selection:
        """Return the selection without the filters that it does not follow."""
        return selection.only(**dict.fromkeys(self.ignored, ()))


DEMAND: Final = Side(
    "demand",
    "adult_share_demand",
    "Students who need a placement",
    universities=True,
    employers=False,
)
SUPPLY: Final = Side("net_supply", "adult_share_supply", "Places offered", ignored=("routes",))
PLACEMENTS: Final = Side("allocated", "adult_share_placements", "Placements", universities=True)
EDUCATORS: Final = Side(
    "pe_current",
    "adult_share_educators",
    "Current practice educators",
    universities=True,
    stock=True,
    ignored=("levels", "routes"),
)
TRAINEES: Final = Side(
    "pe_training_starts",
    "adult_share_trainees",
    "Learners who started training",
    ignored=("levels", "routes"),
)
