"""The sheets before the figures: cover, contents, notes, marks, definitions and names."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dashboard import formatting
from dashboard.docs.indicators import RULES
from dashboard.editions import words
from dashboard.editions.caveats import caveats
from dashboard.glossary import NOTES
from dashboard.indicators import INDICATORS
from dashboard.reports import tidy_tables
from dashboard.reports.edition_figures import EditionFigures
from dashboard.reports.explained import SHORTHAND, described, dimension
from dashboard.reports.pack import Pack
from dashboard.reports.plain_sheet import Link, PlainSheet, Row
from data.selection import DIMENSIONS

CONTENTS: Final = "Contents"
DEFINED: Final = (
    "id",
    "name",
    "topic",
    "meaning",
    "formula",
    "unit",
    "better",
    "calendar",
    "source",
    "notes",
)
HEADINGS: Final = {
    "id": "Indicator id",
    "name": "Indicator",
    "calendar": "Year and term",
    "better": "Good news",
}
TWO: Final = ("Item", "What it is")
SHARES: Final = (
    "Shares",
    "A share is written as a percentage. The cell holds it unrounded, with 1 for the whole.",
)


def not_made(name: str) -> PlainSheet:
    """Return what stands in place of a sheet that failed."""
    return PlainSheet(
        name=name,
        title=f"{name}: this sheet could not be made",
        about="The other sheets are complete. Whoever runs the service finds the reason in its "
        "log.",
        columns=("Sheet", "State"),
        rows=((name, "could not be made"),),
    )


def cover(reading: EditionFigures) -> PlainSheet:
    """Return what edition it is, for whom, of what, and what was missing."""
    edition = reading.edition
    names = sorted(reading.names.partnerships.get(code, code) for code in reading.within)
    rows = [
        ("Edition", str(edition.number)),
        ("For", reading.definition.funder or words.AUDIENCES[edition.audience].capitalize()),
        ("Partnerships", ", ".join(names)),
        ("As at", formatting.day(edition.as_at)),
        ("How figures are shown", words.DISCLOSURES[edition.disclosure]),
        ("Made", f"{formatting.moment(edition.made_at)} by {edition.made_by}"),
        ("Version of the data", str(edition.data_version)),
        ("Missing or unsigned", caveats(edition, reading.within).summary),
    ]
    if edition.revises:
        rows += [("Takes the place of", f"Edition {edition.revises}")]
        rows += [("What has changed, and why", edition.reason or "")]
    rows += [
        ("Checksum of the rows", edition.rows_sha256),
        ("Checksum of the figures", edition.figures_sha256),
        ("Checksum of the record", edition.record_sha256),
    ]
    return PlainSheet("Cover", edition.title, "One table: what this workbook holds.", TWO, rows)


def contents(sheets: Iterable[PlainSheet], charts: Iterable[tuple[str, str]]) -> PlainSheet:
    """Return where everything is.

    Args:
        sheets: The sheets that hold tables.
        charts: Name and title of each sheet that holds a chart.
    """
    rows: list[Row] = [(Link(each.name), each.title) for each in sheets]
    rows += [(Link(name), f"Chart: {title}") for name, title in charts]
    about = "One table: each sheet of this workbook, with a link to it."
    return PlainSheet(CONTENTS, CONTENTS, about, ("Sheet", "What it shows"), rows)


def summary(pack: Pack) -> PlainSheet:
    """Return what each part of a pack says, in its order."""
    rows = [
        (each.heading, words)
        for each in pack.sections
        for words in (f"{each.title}.", *(each.lines if each.table is None else ()))
    ]
    about = "One table: what each part of a pack of this edition says."
    return PlainSheet("Summary", "What the figures say", about, ("Part", "What it says"), rows)


def notes(reading: EditionFigures) -> PlainSheet:
    """Return what holds for all figures, and of whom returns were missing or unsigned."""
    found = [*NOTES.items(), SHARES, *(("All figures", rule) for rule in RULES)]
    rows = [
        (f"Note {number}", about, text.replace("`", "").replace("*", ""))
        for number, (about, text) in enumerate((*found, *_missing(reading)), 1)
    ]
    about = "One table: what to know before using the figures."
    return PlainSheet("Notes", "Notes", about, ("Note", "About", "Text"), rows)


def _missing(reading: EditionFigures) -> Iterator[tuple[str, str]]:
    stated = caveats(reading.edition, reading.within)
    yield from (("Returns that were missing", line) for line in stated.missing)
    yield from (("Returns that were not signed off", line) for line in stated.unsigned)
    if stated.queries:
        yield "Queries without a reason", formatting.quantity(stated.queries, "query", "queries")


def shorthand() -> PlainSheet:
    """Return what the marks mean that stand in place of a number or before a state."""
    about = "One table: marks in place of a number, and in the column State."
    return PlainSheet("Marks", "Marks", about, ("Mark", "Meaning"), list(SHORTHAND.items()))


def dictionary() -> PlainSheet:
    """Return what each indicator means."""
    entries = [described(each) for each in INDICATORS.values()]
    return PlainSheet(
        name="Dictionary",
        title="Dictionary of indicators",
        about="One table: what each indicator means and how it is worked out.",
        columns=tuple(HEADINGS.get(name, name.capitalize()) for name in DEFINED),
        rows=[tuple(entry[name] or "None" for name in DEFINED) for entry in entries],
    )


def codes(reading: EditionFigures) -> PlainSheet:
    """Return the code behind each name that stands in the figures."""
    about = "One table: the code behind each name, as the service and other files use it."
    columns = ("Kind", "Name", "Code")
    return PlainSheet("Names and codes", "Names and codes", about, columns, _codes(reading))


def _codes(reading: EditionFigures) -> Sequence[Row]:
    found = {
        (each, code): name
        for by in reading.cuts
        for (each, code), name in tidy_tables.called(reading, by).items()
        if code is not None
    }
    ordered = sorted(found, key=lambda pair: (DIMENSIONS.index(pair[0]), pair[1] or ""))
    return [(dimension(each), found[each, code], code or "") for each, code in ordered]
