"""A pack from an edition. A part that fails is named in its place, and the others still come."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from logging import getLogger
from typing import Final

from dashboard import sentences, wording
from dashboard.editions.standpoint import Standpoint
from dashboard.reports import about
from dashboard.reports.available import TOPICS
from dashboard.reports.pack import Pack, Section
from dashboard.reports.pack_source import PackSource, pack_source
from dashboard.reports.parts import PARTS, SUMMARY, Make, makers
from data.definitions import OF_THE_GROUP

LOG: Final = getLogger(__name__)
RECORDS: Final = "records"


def build(at: Standpoint) -> Pack:
    """Return what is said of the edition that somebody looks at.

    Raises:
        ValueError: They look at none.
    """
    with at.reader.snapshot() as snapshot:
        of = pack_source(at, snapshot)
        wanted = {name: own for name, own in of.definition.sections.items() if _is_for(name, of)}
        make = makers()
        made = {name: _made(PARTS[name], make[name], of) for name in wanted if name != SUMMARY}
        made[SUMMARY] = about.summary([found for found in map(made.get, _summed(wanted)) if found])
        found = [(made[name], own) for name, own in wanted.items()]
        sections = [_worded(section, own) for section, own in found if section]
    return Pack(
        edition=of.edition,
        partnerships=tuple(of.known.partnerships.values()),
        selection=of.selection,
        definition=of.definition,
        sections=tuple(_told_apart(sections)),
        cautions=tuple(_cautions(of)),
    )


def _is_for(name: str, of: PackSource) -> bool:
    """Return whether a part is there still, and for those who read the pack."""
    return name in PARTS and (of.is_for_the_group or name not in OF_THE_GROUP)


def _summed(wanted: Iterable[str]) -> list[str]:
    return [name for name in wanted if name in TOPICS and TOPICS[name].summed]


def _worded(section: Section, heading: str) -> Section:
    """Return a part under a heading of the definition's own, which its title then begins with."""
    if not heading:
        return section
    title = section.title.removeprefix(f"{section.heading}: ")
    return replace(section, heading=heading, title=f"{heading}: {sentences.inside(title)}")


def _cautions(of: PackSource) -> Iterator[str]:
    """Yield what to know of partnerships that have no records of their own."""
    for origin, words in wording.ORIGINS.items():
        there = [name for code, name in of.known.partnerships.items() if _is(of, code, origin)]
        if there and origin != RECORDS:
            yield f"{sentences.named(there)}: {sentences.inside(words)}."


def _is(of: PackSource, partnership: str, origin: str) -> bool:
    return of.known.origins.get(partnership) == origin


def _made(heading: str, make: Make, of: PackSource) -> Section | None:
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


def _told_apart(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield parts whose titles are told apart, as whoever jumps from title to title needs it."""
    seen: set[str] = set()
    for each in sections:
        title = each.title if each.title not in seen else f"{each.heading}: {each.title}"
        seen.add(title)
        yield replace(each, title=title)
