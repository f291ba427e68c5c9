"""Where universities' windows meet at an employer who has too few places: the sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dashboard import formatting, sentences

MOST_TOLD: Final = 10
A_YEAR: Final = 12


@dataclass(frozen=True)
class Clash:
    """Months on end in which an employer is asked for as much, by as many, and has too little.

    Attributes:
        employer: What it is called.
        first: The first day of the first month.
        last: The first day of the last month.
        asked: Places asked of it.
        had: Places it has.
        universities: How many universities ask.
    """

    employer: str
    first: date
    last: date
    asked: int
    had: int
    universities: int

    @property
    def short(self) -> int:
        """How many places are missing."""
        return self.asked - self.had

    @property
    def months(self) -> int:
        """How many months it lasts."""
        years = self.last.year - self.first.year
        return years * A_YEAR + self.last.month - self.first.month + 1

    @property
    def order(self) -> tuple[int, int, str, date]:
        """The most serious first: most places short, then the longest."""
        return (-self.short, -self.months, self.employer, self.first)


def most_serious(clashes: Sequence[Clash]) -> tuple[str, ...]:
    """Return the most serious clashes, a sentence each, and how many more there are."""
    ordered = sorted(clashes, key=lambda clash: clash.order)
    named = tuple(sentence(clash) for clash in ordered[:MOST_TOLD])
    more = len(ordered) - len(named)
    if not more:
        return named
    return (*named, f"And {formatting.quantity(more, 'more clash', 'more clashes')} in the table")


def sentence(clash: Clash) -> str:
    """Return a clash in words: who is asked for how much, when and by how many, and has what."""
    places = formatting.quantity(clash.asked, "place", "places")
    asking = f"{sentences.number(clash.universities)} universities"
    had = formatting.count(clash.had) if clash.had else "none"
    when = formatting.months(clash.first, clash.last)
    return f"{clash.employer} is asked for {places} {when} by {asking} and has {had}"
