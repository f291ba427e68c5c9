"""Every figure of an edition in the listed cuts, as far as whoever asks may read it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard import scene, wording
from dashboard.addresses import EDITION
from dashboard.editions.between import between
from dashboard.editions.cuts import CUTS, By
from dashboard.editions.figures import answers
from dashboard.editions.standpoint import At, Standpoint
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.views.view import Names
from data import definitions, options
from data.definitions import Definition
from data.editions.edition import Edition
from data.people.rights import DeniedError
from data.reader import Version
from data.selection import NOWHERE, Selection

Cut = Mapping[Ask, Sequence[Figure]]


@dataclass(frozen=True)
class EditionFigures:
    """An edition, read from one end to the other.

    Attributes:
        edition: The edition.
        within: Codes of the partnerships that may be read of it.
        names: Names for codes.
        version: The state of the data that it is of.
        definition: How its packs are put together.
        cuts: The figures of each question, by the dimensions that it is split by.
        revised: Ids of the indicators whose total is another than in the edition it revises.
    """

    edition: Edition
    within: frozenset[str]
    names: Names
    version: Version
    definition: Definition
    cuts: Mapping[By, Cut] = field(repr=False)
    revised: frozenset[str] = frozenset()


def standpoint(at: At, number: int) -> tuple[Standpoint, Edition]:
    """Return from where whoever asks looks at an edition, and that edition.

    Args:
        at: Returns from where they look with a query.
        number: Of the edition.

    Raises:
        DeniedError: They may not read it, or there is none.
    """
    here = at(f"{EDITION}={number}")
    if here.edition is None or here.edition.number != number:
        raise DeniedError("read an edition")
    return here, here.edition


def read(at: At, number: int) -> EditionFigures:
    """Return what there is in an edition.

    Args:
        at: Returns from where whoever asks looks with a query.
        number: Of the edition.

    Raises:
        DeniedError: They may not read it, or there is none.
    """
    here, edition = standpoint(at, number)
    within = here.within or frozenset()
    selection = Selection(here.today, partnerships=tuple(sorted(within)) or NOWHERE)
    found: dict[By, dict[Ask, Sequence[Figure]]] = defaultdict(dict)
    with here.reader.snapshot() as snapshot:
        for ask, figures in answers(here.bench(snapshot), selection):
            # Of what is no cut of a protected edition, even the groups are hidden.
            if figures and not (ask.by and figures[0].note == wording.NO_CUT):
                found[ask.by][ask] = figures
        names = scene.names(options.load(snapshot).within(here.within))
        version = snapshot.version
        definition = definitions.of_edition(snapshot, edition.audience)
    changes = between(at, edition) or ()
    return EditionFigures(
        edition=edition,
        within=within,
        names=names,
        version=version,
        definition=definition,
        cuts={by: found[by] for by in CUTS if by in found},
        revised=frozenset(each.indicator for each in changes),
    )
