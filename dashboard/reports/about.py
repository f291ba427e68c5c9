"""What to know about the data of a pack: which edition, what was missing, what figures mean."""

from collections.abc import Sequence

from dashboard import formatting, sentences
from dashboard.editions import words
from dashboard.editions.caveats import caveats
from dashboard.reports.pack import Section
from dashboard.reports.pack_source import PackSource
from dashboard.reports.topics import explained


def section(of: PackSource) -> Section:
    """Return what was missing or unsigned, how figures are shown, and what they mean."""
    edition = of.edition
    found = caveats(edition, of.selection.partnerships)
    made = formatting.moment(edition.made_at)
    return Section(
        heading="About the data",
        title=f"About the data: {sentences.inside(found.summary)}",
        lines=(
            f"{words.name(edition)}, made {made} by {edition.made_by}.",
            words.state(edition),
            f"{words.DISCLOSURES[edition.disclosure]}. Not reported, not applicable and zero are "
            "three different things; years that have not ended are provisional.",
            "What each figure means and where it comes from stands in the notes beside it.",
            *(f"Missing: {line}." for line in found.missing),
            *(f"Not signed off: {line}." for line in found.unsigned),
        ),
        notes=(
            *explained(of.definition.indicators, of),
            f"Checksum of the edition: {edition.record_sha256}",
        ),
    )


def summary(sections: Sequence[Section]) -> Section:
    """Return the findings of other parts, a sentence each."""
    found = dict.fromkeys(each.title for each in sections if not (each.failed or each.lines))
    return Section(
        heading="Summary",
        title="Summary: what the figures say",
        lines=tuple(f"{title}." for title in found),
    )
