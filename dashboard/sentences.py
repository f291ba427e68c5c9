"""Sentences made from numbers, for chart titles, text alternatives, slides and e-mails.

A sentence has no full stop of its own: a title stands without one, and ``joined`` puts them in.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard import formatting

WORDS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MOST_NAMED: Final = 3
PAIR: Final = 2
# A change under one in twenty, or under three places, is not worth a decision.
LITTLE_SHARE: Final = 0.05
LITTLE_COUNT: Final = 3


@dataclass(frozen=True)
class Noun:
    """What is counted: "partnership", "partnerships"."""

    one: str
    many: str


@dataclass(frozen=True)
class Claim:
    """What is said of some of them.

    Attributes:
        one: Of one: "is short of places".
        many: Of several: "are short of places".
        denied: Of one, the opposite: "is not short of places".
    """

    one: str
    many: str
    denied: str


def number(value: int) -> str:
    """Return a whole number in words up to nine, in figures from ten."""
    return WORDS[value] if 0 <= value < len(WORDS) else formatting.count(value)


def listed(names: Sequence[str]) -> str:
    """Return names with commas and an "and"."""
    *first, last = names or ("",)
    return f"{', '.join(first)} and {last}" if first else last


def named(names: Sequence[str]) -> str:
    """Return up to three names, and how many more there are."""
    if len(names) <= MOST_NAMED:
        return listed(names)
    more = len(names) - MOST_NAMED
    others = "1 other" if more == 1 else f"{more} others"
    return f"{', '.join(names[:MOST_NAMED])} and {others}"


def capital(sentence: str) -> str:
    """Return a sentence with its first letter large and the rest as it was."""
    return sentence[:1].upper() + sentence[1:]


def inside(sentence: str) -> str:
    """Return a sentence as it goes on after a semicolon, with its first letter small."""
    return sentence[:1].lower() + sentence[1:]


def how_many(
    true_of: Sequence[str], of: Sequence[str], noun: Noun, claim: Claim, *, hidden: int = 0
) -> str:
    """Return how many of some named things a claim is true of; nothing where there are none.

    Args:
        true_of: Names of those it is true of.
        of: Names of all that could be judged; those without a number are left out by the caller.
        noun: What they are.
        claim: What is said.
        hidden: Of how many more the numbers are hidden.
    """
    found, total = len(true_of), len(of)
    if not total or (hidden and not found):
        return ""
    if hidden:
        verb = claim.one if found == 1 else claim.many
        return f"At least {number(found)} of {number(total + hidden)} {noun.many} {verb}"
    if total == 1:
        return f"{capital(of[0])} {claim.one if found else claim.denied}"
    if not found:
        start = f"Neither {noun.one}" if total == PAIR else f"None of {number(total)} {noun.many}"
        return f"{start} {claim.one}"
    if found == total:
        start = "Both" if total == PAIR else f"All {number(total)}"
        return f"{start} {noun.many} {claim.many}"
    verb = claim.one if found == 1 else claim.many
    return f"{capital(number(found))} of {number(total)} {noun.many} {verb}"


def most(values: Mapping[str, float], write: Callable[[float], str]) -> str:
    """Return who has the largest value, with the value; those that tie are named together."""
    if not values:
        return ""
    top = max(values.values())
    names = [name for name, value in values.items() if value == top]
    each = " each" if len(names) > 1 else ""
    return f"{named(names)} ({write(top)}{each})"


def with_most(
    finding: str, values: Mapping[str, float], judged: int, write: Callable[[float], str]
) -> str:
    """Return a finding of ``how_many`` with who stands out.

    Args:
        finding: The finding.
        values: Of those it is true of, how strongly.
        judged: How many could be judged; one alone needs no comparison.
        write: Writes a value.
    """
    if not values:
        return finding
    if judged == 1:
        return f"{finding} ({write(max(values.values()))})"
    return f"{finding}{', most of all' if len(values) > 1 else ':'} {most(values, write)}"


def changed(
    subject: str,
    before: tuple[str, float],
    after: tuple[str, float],
    write: Callable[[float], str],
    write_change: Callable[[float], str] | None = None,
) -> str:
    """Return how something changed from one period to a later one.

    Args:
        subject: What changed, as a sentence begins.
        before: Name and value of the first period.
        after: Name and value of the last period.
        write: Writes a value.
        write_change: Writes the size of a change; as a value, unless given. With it the values
            are shares, of which three places is no measure.
    """
    difference = after[1] - before[1]
    when = f"between {before[0]} and {after[0]}"
    if little(before[1], after[1], shares=write_change is not None):
        return f"{subject} little changed {when}, at {write(after[1])}"
    size = (write_change or write)(abs(difference)).removeprefix("+")
    return (
        f"{subject} {'rose' if difference > 0 else 'fell'} by {size} {when}, to {write(after[1])}"
    )


def little(before: float, after: float, *, shares: bool = False) -> bool:
    """Return whether a change is too small to speak of."""
    difference = abs(after - before)
    if not shares and difference < LITTLE_COUNT:
        return True
    return difference == 0 or (before != 0 and difference / abs(before) < LITTLE_SHARE)


def not_reported(names: Sequence[str]) -> str:
    """Return who has not reported; nothing where everybody has."""
    if not names:
        return ""
    return f"{named(names)} {'has' if len(names) == 1 else 'have'} not reported"


def hidden(names: Sequence[str]) -> str:
    """Return whose figures are hidden; nothing where none is."""
    if not names:
        return ""
    figures = "figure is" if len(names) == 1 else "figures are"
    return f"To protect people, the {figures} hidden for {named(names)}"


def joined(*sentences: str) -> str:
    """Return sentences one after the other, each with its full stop; empty ones are left out."""
    return " ".join(f"{capital(sentence)}." for sentence in sentences if sentence)
