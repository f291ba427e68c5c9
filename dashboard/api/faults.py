"""What can be wrong with the parameters of an address, in words."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from dashboard import addresses, wording
from dashboard.addresses import AS_AT, BASIS, EDITION, FILTERS, Asked
from dashboard.api.problems import Fault
from dashboard.editions.cache import NAME as EDITION_LABEL
from data.options import Options
from data.returns.problems import shown

Pairs = Sequence[tuple[str, str]]

# So many of what is known are named; the rest is to be looked up.
NAMED: Final = 20
ONE_DAY: Final = "Write a date such as 2026-02-01."


def strange(pairs: Pairs, known: Collection[str], repeatable: Collection[str]) -> Iterable[Fault]:
    """Give the parameters that are unknown, blank, or there more often than they can be.

    Args:
        pairs: The parameters of an address.
        known: Those that there are.
        repeatable: Those of them that may be there more than once.
    """
    counts = Counter(name for name, _ in pairs)
    for name, value in dict.fromkeys(pairs):
        if name not in known:
            problem = f"There is no parameter “{shown(name)}” here."
            yield Fault(shown(name), shown(value), problem, f"Known: {', '.join(known)}.")
        elif not value:
            problem = f"The parameter “{name}” is blank."
            yield Fault(name, "", problem, "Give it a value, or leave it out.")
        elif counts[name] > 1 and name not in repeatable:
            problem = f"The parameter “{name}” is there {counts[name]} times."
            yield Fault(name, shown(value), problem, "Give it once.")


def unknown(asked: Asked, known: Options) -> Iterable[Fault]:
    """Give the values of filters that pages would leave out."""
    for label, value in asked.unknown:
        for item in FILTERS:
            if item.label == label:
                yield no_such(item.parameter, value, addresses.choices(item, known))
        if label == addresses.DATE:
            yield Fault(AS_AT, shown(value), f"“{shown(value)}” is no day.", ONE_DAY)
        if label == addresses.BASIS_LABEL:
            yield no_such(BASIS, value, wording.BASES)
        if label == EDITION_LABEL:
            problem = f"There is no edition “{shown(value)}” that you may read."
            yield Fault(EDITION, shown(value), problem, "Reports lists those that there are.")


def no_such(name: str, value: str, known: Collection[str]) -> Fault:
    """Return the fault of a value that is none of those that are known."""
    some = ", ".join([*known][:NAMED]) or "none yet"
    fix = f"Known: {some}{' and others' if len(known) > NAMED else ''}."
    return Fault(name, shown(value), f"The {name} “{shown(value)}” is not known.", fix)


def no_number(name: str, value: str, bounds: str) -> Fault:
    """Return the fault of what should be a whole number within bounds."""
    problem = f"“{shown(value)}” is no {name}."
    return Fault(name, shown(value), problem, f"Write a whole number {bounds}.")
