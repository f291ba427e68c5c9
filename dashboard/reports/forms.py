"""The forms in which an edition can be taken away. To add one, add a line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.editions.standpoint import At
from dashboard.reports import bundle, workbook
from dashboard.reports.pack import Taken
from dashboard.reports.printed import booklet, profiles
from data.people.person import Person

PDF: Final = "application/pdf"
ZIP: Final = "application/zip"
Make = Callable[[At, int, Person], Taken]


@dataclass(frozen=True)
class Form:
    """A form.

    Attributes:
        called: What readers call it, with what kind of file it is.
        file: Name of the file.
        mimetype: What kind of file it is, as browsers know it.
        make: Returns the file of an edition, and what of it could not be made: from where whoever
            asks looks, its number, and who asks. It raises ``DeniedError`` where they may not read
            it.
    """

    called: str
    file: str
    mimetype: str
    make: Make


def _slides(at: At, number: int, person: Person) -> Taken:
    # What it takes is large, and wanted only when somebody takes slides away.
    from dashboard.reports.slides import deck  # noqa: PLC0415

    return deck.make(at, number, person)


FORMS: Final[Mapping[str, Form]] = {
    "slides": Form(
        "Slides (PowerPoint)",
        "slides.pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        _slides,
    ),
    "printed": Form("To print (PDF)", "pack.pdf", PDF, booklet.make),
    "profiles": Form("Partner profiles to print (PDF)", "profiles.pdf", PDF, profiles.make),
    "profile-files": Form(
        "Partner profiles, a PDF each (in a ZIP)", "profiles.zip", ZIP, profiles.make_apart
    ),
    "workbook": Form(
        "Workbook (Excel)",
        "workbook.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        workbook.make,
    ),
    "bundle": Form("Bundle (CSV and JSON in a ZIP)", "bundle.zip", ZIP, bundle.make),
}
