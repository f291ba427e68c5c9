"""How much there is to make: the sizes, and the part that each sheet has."""

from dataclasses import dataclass

# Of all rows of a partnership. What is not named here grows with its members and years instead,
# and requests make up what is left.
OFFERS, EDUCATORS, TRAINING, ACTIVITIES = 0.16, 0.05, 0.06, 0.06
NEEDS = 0.46
# Students of a row of demand: a group that is alike in what it needs.
GROUP = 6


@dataclass(frozen=True)
class Size:
    """A size to choose.

    Attributes:
        partnerships: How many there are.
        rows: Fact rows of all of them together.
    """

    partnerships: int
    rows: int


# L is M's places with twenty times the rows: as much to show, and more to count.
SIZES = {"S": Size(1, 3_500), "M": Size(20, 500_000), "L": Size(20, 10_000_000)}


def shares(rows: int, partnerships: int) -> list[int]:
    """Return the rows of each partnership, some having twice as many as others."""
    weights = [4 + (number * 7) % 5 for number in range(partnerships)]
    ends = [rows * sum(weights[: n + 1]) // sum(weights) for n in range(partnerships)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]
