"""A pack from an edition. A part that fails is named in its place, and the others still come."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from logging import getLogger
from typing import Final

from dashboard import sentences, wording
from dashboard.editions.standpoint import Standpoint
from dashboard.reports import about, deciding, regions, scorecard, topics
from dashboard.reports.ground import Ground, ground
from dashboard.reports.pack import Pack, Section

Make = Callable[[Ground], Section]
Makers = tuple[tuple[str, Make], ...]
LOG: Final = getLogger(__name__)
RECORDS: Final = "records"


def _of_topics(shown: tuple[topics.Topic, ...]) -> Makers:
    return tuple((each.view.heading, partial(topics.section, each)) for each in shown)


CORE: Final[Makers] = _of_topics(topics.CORE)
PEERS: Final[Makers] = ((regions.HEADING, regions.section), *_of_topics(topics.PEERS))
DECISIONS: Final = "Decisions wanted"
ACTIONS: Final = "Actions"


def build(at: Standpoint) -> Pack:
    """Return what is said of the edition that somebody looks at.

    Raises:
        ValueError: They look at none.
    """
    with at.reader.snapshot() as snapshot:
        of = ground(at, snapshot)
        core = [_made(heading, make, of) for heading, make in CORE]
        wanted = [_made(DECISIONS, deciding.decisions, of)] if of.is_for_the_group else []
        sections = (
            *wanted,
            about.summary(core),
            _made(scorecard.HEADING, scorecard.section, of),
            *core,
            *(_made(heading, make, of) for heading, make in (*PEERS, *_last(of))),
        )
    return Pack(
        edition=of.edition,
        partnerships=tuple(of.known.partnerships.values()),
        selection=of.selection,
        sections=tuple(_told_apart(sections)),
        cautions=tuple(_cautions(of)),
    )


def _cautions(of: Ground) -> Iterator[str]:
    """Yield what to know of partnerships that have no records of their own."""
    for origin, words in wording.ORIGINS.items():
        there = [name for code, name in of.known.partnerships.items() if _is(of, code, origin)]
        if there and origin != RECORDS:
            yield f"{sentences.named(there)}: {sentences.inside(words)}."


def _is(of: Ground, partnership: str, origin: str) -> bool:
    return of.known.origins.get(partnership) == origin


def _last(of: Ground) -> Makers:
    actions: Makers = ((ACTIONS, deciding.actions),) if of.is_for_the_group else ()
    return (
        ("Exceptions", deciding.exceptions),
        *actions,
        ("Next period", deciding.next_period),
        ("About the data", about.section),
    )


def _made(heading: str, make: Make, of: Ground) -> Section:
    try:
        return make(of)
    except Exception:
        # One part that can't be made must not take the meeting's other papers with it.
        LOG.exception("A part of a pack could not be made: %s", heading)
        return not_made(heading)


def not_made(heading: str) -> Section:
    """Return what stands in place of a part that failed."""
    return Section(
        heading=heading,
        title=f"{heading}: this part could not be made",
        lines=(
            "The other parts are complete. Whoever runs the service finds the reason in its log.",
        ),
        failed=True,
    )


def _told_apart(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Yield parts whose titles are told apart, as whoever jumps from title to title needs it."""
    seen: set[str] = set()
    for each in sections:
        title = each.title if each.title not in seen else f"{each.heading}: {each.title}"
        seen.add(title)
        yield replace(each, title=title)
