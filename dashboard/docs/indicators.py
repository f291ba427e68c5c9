"""The page of definitions, written from the catalogue of indicators."""

from collections.abc import Iterable, Iterator

from dashboard.disclosure.counts import is_exact
from dashboard.docs import markdown
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator

UNITS = {
    "count": "A count.",
    "share": "A share: 0.5 in files, 50% on the screen.",
    "points": "Percentage points: a difference of two shares, times 100.",
    "days": "Days.",
    "per_hundred": "So many for each hundred.",
    "ratio": "A ratio.",
    "hours": "Hours.",
    "fte": "Full-time equivalents.",
    "pounds": "Pounds, to the penny.",
}
BETTER = {
    "higher": "A higher value is good news.",
    "lower": "A lower value is good news.",
    "neither": "Neither direction is good or bad in itself.",
}
RULES = (
    "A ratio whose denominator is missing or zero is *not applicable*, never 0.",
    "No rows are *not reported* where a return is due and missing; otherwise they are 0.",
    "A total of which some partners have not reported is *partial* and says how many have.",
    "Dates after the day asked about are not yet known; plans are.",
    "Rows that were voided never count.",
    "In an edition whatever counts people is rounded or, where small, hidden; what counts none is "
    "marked *exact in editions*.",
)
# Of the last of them; in other places than this page it leads nowhere.
WHY = " See [decision 14](decisions/0014-disclosure.md)."


def page() -> str:
    """Return the page."""
    topics = list(dict.fromkeys(indicator.topic for indicator in INDICATORS.values()))
    contents = [f"[{topic}](#{markdown.anchor(topic)})" for topic in topics]
    return markdown.page(
        "The indicators",
        "Every figure on the pages, in the files and on the command line is one of these. "
        "`partnership indicators --id ID` works one out.",
        markdown.bullets(contents),
        "## What holds for all of them",
        markdown.bullets(RULES) + WHY,
        *(block for topic in topics for block in _topic(topic)),
    )


def _topic(topic: str) -> Iterator[str]:
    yield f"## {topic}"
    yield from (_entry(each) for each in INDICATORS.values() if each.topic == topic)


def _entry(indicator: Indicator) -> str:
    return "\n\n".join(
        (
            f"### {indicator.name}",
            f"`{indicator.id}`. {indicator.meaning}",
            markdown.bullets(_details(indicator)),
        )
    )


def _details(indicator: Indicator) -> Iterable[str]:
    yield f"**Formula:** {indicator.formula}"
    yield f"**Unit:** {UNITS[indicator.unit]} {BETTER[indicator.better]}"
    yield f"**Year and term:** {indicator.calendar}"
    yield f"**Source:** {indicator.source}."
    yield f"**Used by:** {', '.join(indicator.used_by)}."
    if is_exact(indicator):
        yield "**Exact in editions:** it counts no people."
    if indicator.notes:
        yield f"**Note:** {indicator.notes}"
