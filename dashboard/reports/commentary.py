"""What was said of a pack's views by somebody who stands for it by name."""

from collections.abc import Iterator
from typing import Final

from dashboard import formatting
from dashboard.reports.available import TOPICS
from dashboard.reports.pack import Section
from dashboard.reports.pack_source import PackSource
from data.commentary import Comment

HEADING: Final = "Commentary"


def section(of: PackSource) -> Section | None:
    """Return what was said of the views that the pack shows; nothing where nothing was."""
    lines = tuple(_lines(of))
    if not lines:
        return None
    return Section(HEADING, "Commentary: what is said of the figures", lines=lines)


def _lines(of: PackSource) -> Iterator[str]:
    for name, own in of.definition.sections.items():
        for each in of.said.get(name, ()):
            if each.academic_year in (None, *of.selection.years):
                yield _line(own or TOPICS[name].view.heading, each, of)


def _line(heading: str, said: Comment, of: PackSource) -> str:
    several = len(of.selection.partnerships) > 1
    place = f", {of.known.partnerships[said.partnership]}" if several else ""
    words = " ".join(said.words.split())
    return f"{heading}{place}: {words.removesuffix('.')}. ({signed(said)})"


def signed(said: Comment) -> str:
    """Return who confirmed what was said, and when."""
    on = formatting.day(formatting.in_london(said.confirmed_at).date()) if said.confirmed_at else ""
    return f"Confirmed by {said.confirmed_by}, {on}" if on else "Draft: nobody has confirmed it yet"
