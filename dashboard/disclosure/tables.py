"""The exact counts of people behind every cut of an edition, as its makers may see them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from dashboard.disclosure import counts
from dashboard.disclosure.cuts import BASES, listed
from dashboard.indicators import INDICATORS
from dashboard.indicators.ask import Ask, applicable
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.evaluate import evaluate
from dashboard.indicators.parts import Figure
from data.disclosure import Cut
from data.selection import DIMENSIONS, Selection
from data.sums import Key
from data.workbench import Workbench

# A placement is counted with its university and with its employer, so these say all of it.
SAID_TWICE: Final = ("university", "employer")
REGION: Final = "region"
ByKey = dict[Key, int]


@dataclass
class Table:
    """One count in every cut.

    Attributes:
        listed: Its cuts in the edition.
        finest: Finer cuts, which nobody sees, and which all of those are sums of.
        cells: The count by cut and group.
        plain: Whether it is shown by itself, and not only as a side of shares.
    """

    listed: list[Cut]
    finest: list[Cut]
    cells: dict[Cut, ByKey]
    plain: bool = False


@dataclass(frozen=True)
class Share:
    """A share of people.

    Attributes:
        part: Name of the count above the line; empty where it counts no people.
        whole: Name of the count below it; empty likewise.
        bases: How many it is of, by cut and group.
    """

    part: str
    whole: str
    bases: dict[Cut, ByKey] = field(default_factory=lambda: defaultdict(dict))


@dataclass
class Tables:
    """Every count of people in an edition.

    Attributes:
        of_one: Whether the edition is of one partnership.
        counts: The counts, by name.
        shares: The shares that show them.
    """

    of_one: bool
    counts: dict[str, Table] = field(default_factory=dict)
    shares: list[Share] = field(default_factory=list)


def read(
    bench: Workbench, selection: Selection, indicators: Iterable[Indicator] = INDICATORS.values()
) -> Tables:
    """Return the counts of people that some indicators show, all from one state of the data.

    Args:
        bench: Of that state, without a protection.
        selection: All that the edition covers, and its day.
        indicators: The indicators of the edition.
    """
    found = Tables(of_one=len(selection.partnerships) == 1)
    asks = {
        each: list(_asks(bench, selection, each, of_one=found.of_one))
        for each in indicators
        if counts.sides(each)
    }
    answers = evaluate(bench, (ask for of_one in asks.values() for ask in of_one))
    for indicator, questions in asks.items():
        _take(found, indicator, {ask.by: answers[ask] for ask in questions})
    return found


def _asks(
    bench: Workbench, selection: Selection, indicator: Indicator, *, of_one: bool
) -> Iterator[Ask]:
    known = _dimensions(bench, selection, indicator)
    cuts = (
        *listed(known, of_one=of_one),
        *_finest(known, of_one=of_one),
        *_finest(set(known) - {REGION}, of_one=of_one),
    )
    for cut in dict.fromkeys(cuts):
        yield Ask(indicator, selection, tuple(name for name in DIMENSIONS if name in cut))


def _dimensions(bench: Workbench, selection: Selection, indicator: Indicator) -> list[str]:
    return [name for name in DIMENSIONS if applicable(bench, Ask(indicator, selection, (name,)))]


def _finest(known: Iterable[str], *, of_one: bool) -> list[Cut]:
    """Return cuts by all bases at once, with each other dimension; and the same for any year.

    A stock is counted in each year anew, so its years do not add up.
    """
    dimensions = set(known) - ({"partnership"} if of_one else set())
    others = dimensions - set(BASES)
    if others & set(SAID_TWICE):
        others.discard("organisation")
    bases = dimensions & set(BASES)
    found = [
        frozenset({*kept, *other})
        for kept in (bases, bases - {"academic_year"})
        for other in ((), *((name,) for name in sorted(others)))
    ]
    return [tuple(name for name in DIMENSIONS if name in cut) for cut in dict.fromkeys(found)]


def _take(found: Tables, indicator: Indicator, answers: dict[Cut, list[Figure]]) -> None:
    sides = counts.sides(indicator)
    names = {side: counts.name(indicator, side) for side in sides}
    dimensions = {name for cut in answers for name in cut}
    cuts = listed(dimensions, of_one=found.of_one)
    finest = _finest(dimensions, of_one=found.of_one)
    for side, name in names.items():
        table = found.counts.setdefault(name, Table(cuts, finest, {}))
        table.plain |= side == "value"
        for cut, figures in answers.items():
            table.cells[cut] = {
                each.key: int(counts.number(each, side) or 0)
                for each in figures
                if each.value is not None
            }
        if not _regions_add_up(table):
            whole = _finest(dimensions - {REGION}, of_one=found.of_one)
            table.finest = list(dict.fromkeys((*table.finest, *whole)))
    if "value" not in sides:
        share = Share(names.get("numerator", ""), names.get("denominator", ""))
        for cut in cuts:
            share.bases[cut] = {
                each.key: int(each.n or 0) for each in answers[cut] if each.value is not None
            }
        found.shares.append(share)


def _regions_add_up(table: Table) -> bool:
    """Return whether each number is the sum of its regions'; not where those share places."""
    for cut in table.finest:
        if REGION in cut:
            place = cut.index(REGION)
            sums: Counter[Key] = Counter()
            for key, count in table.cells[cut].items():
                sums[(*key[:place], *key[place + 1 :])] += count
            if +sums != +Counter(table.cells[(*cut[:place], *cut[place + 1 :])]):
                return False
    return True
