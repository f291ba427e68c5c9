"""Safe to share? The cells of an edition that tell of few people, by figure."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard import scene
from dashboard.disclosure.risks import Risk, at_risk
from dashboard.editions.figures import answers
from dashboard.editions.making import selected
from dashboard.editions.standpoint import At, Standpoint
from dashboard.indicators.ask import Ask
from dashboard.indicators.parts import Figure
from dashboard.reports.edition_figures import read
from dashboard.views import answering
from dashboard.views.view import Names
from data import options
from data.editions.wanted import Wanted

WHOLE: Final = "as a whole"


@dataclass(frozen=True)
class AtRisk:
    """A figure some cells of which tell of few people.

    Attributes:
        name: What it is called.
        cells: Each of them, and why it is at risk.
    """

    name: str
    cells: tuple[str, ...]


def of_edition(at: At, number: int) -> list[AtRisk]:
    """Return the cells at risk of an edition, as far as whoever asks may read it.

    Args:
        at: Returns from where they look with a query.
        number: Of the edition.

    Raises:
        DeniedError: They may not read it, or there is none.
    """
    reading = read(at, number)
    found = {ask: each for cut in reading.cuts.values() for ask, each in cut.items()}
    return listed(found, reading.names)


def of_data(at: Standpoint, wanted: Wanted) -> list[AtRisk]:
    """Return the cells at risk of an edition that is still to be made, were it shown as it is.

    They are remembered for as long as the data stay the same: it takes seconds to find them, and
    whoever makes an edition looks several times.
    """
    selection = selected(wanted)
    with at.store.snapshot() as snapshot:
        name = (of_data, snapshot.version.number, at.within, selection)
        found: list[AtRisk] | None = at.store.recall(name)
        if found is None:
            names = scene.names(options.load(snapshot).within(at.within))
            found = listed(dict(answers(at.bench(snapshot), selection)), names)
            at.store.remember(name, found)
    return found


def listed(found: Mapping[Ask, Sequence[Figure]], names: Names) -> list[AtRisk]:
    """Return the figures at risk among some, in the order of the catalogue."""
    cells: dict[str, list[str]] = defaultdict(list)
    for each in at_risk(found):
        cells[each.ask.indicator.name].append(_cell(each, names))
    return [AtRisk(name, tuple(cells[name])) for name in cells]


def _cell(risk: Risk, names: Names) -> str:
    groups = zip(risk.ask.by, risk.figure.key, strict=True)
    told = ", ".join(answering.name_of(by, code, names) for by, code in groups)
    return f"{told or WHOLE}: {risk.why}"
