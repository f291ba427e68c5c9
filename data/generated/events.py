"""What happens to members: who comes, who goes, who falls silent, and which councils merge."""

from collections.abc import Sequence
from datetime import date

from data.samples.illustrative.cast import Employer, Partnership

# By the number of the partnership: the place of an employer and the year it sends nothing of.
SILENT = {0: (5, "2022/23"), 3: (1, "2024/25"), 8: (4, "2025/26"), 14: (5, "2021/22")}
# The partnerships that an employer joined, and that one left.
JOINED, LEFT = frozenset({1, 5, 9, 17}), frozenset({3, 7, 11, 15, 19})
# The first day of the council that two others became.
MERGERS = {4: date(2021, 4, 1), 13: date(2023, 4, 1)}


def comings_and_goings(
    number: int, employers: tuple[Employer, ...]
) -> tuple[dict[str, date], dict[str, date]]:
    """Return the first days and the last days of those who were not there all the time."""
    joined, left = {}, {}
    if number in MERGERS:
        first, second, merged = employers[0].code, employers[1].code, employers[-1].code
        joined[merged] = MERGERS[number]
        left[first] = left[second] = MERGERS[number].replace(month=3, day=31)
    elif number in JOINED:
        joined[employers[6].code] = date(2020, 9, 1)
    elif number in LEFT:
        left[employers[5].code] = date(2024, 8, 31)
    return joined, left


def successors(partnerships: Sequence[Partnership]) -> dict[str, str]:
    """Return for each council that is no more the one that it became part of."""
    merging = [each for number, each in enumerate(partnerships) if number in MERGERS]
    return {code: into for each in merging for code in each.left for into in each.joined}
