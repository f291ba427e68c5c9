"""The bundle: an edition's figures as CSV, what they mean as JSON, and checksums, in a ZIP."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dashboard.comma_separated import BYTE_ORDER_MARK, bare
from dashboard.editions.standpoint import At
from dashboard.indicators.rows import COLUMNS, rows
from dashboard.reports import front
from dashboard.reports.building import build
from dashboard.reports.bundle_metadata import dictionary, first_lines, record
from dashboard.reports.edition_figures import EditionFigures, read, standpoint
from dashboard.reports.pack import Taken
from dashboard.reports.plain_sheet import PlainSheet
from data.editions.edition import Edition
from data.editions.frozen import digest
from data.editions.returns import Line, returns
from data.people.person import Person
from data.returns import scope
from data.returns.sheets.declaration import Sheet

Files = dict[str, bytes]
CHECKSUMS: Final = "checksums.txt"


def make(at: At, number: int, person: Person) -> Taken:
    """Return the bundle of an edition; the same edition gives the same bytes.

    Args:
        at: Returns from where whoever asks looks with a query.
        number: Of the edition.
        person: Who asks; rows are in it as far as they read them.

    Raises:
        DeniedError: They may not read it, or there is none.
    """
    here, edition = standpoint(at, number)
    with here.reader.snapshot() as snapshot:
        sent = dict(returns(snapshot, person, edition))
    reading = read(at, number)
    files = {**_figures(reading), "names.csv": _sheet(front.codes(reading)), **_returns(sent)}
    files["summary.csv"] = _sheet(front.summary(build(here)))
    files["edition.json"] = record(reading)
    files["dictionary.json"] = dictionary(reading, sent)
    files["readme.txt"] = first_lines(reading, sent)
    files[CHECKSUMS] = _checksums(files)
    return Taken(packed(edition, files))


def _figures(reading: EditionFigures) -> Files:
    found = {}
    for by, cut in reading.cuts.items():
        lines = [
            {"indicator": ask.indicator.id, **line}
            for ask, figures in cut.items()
            for line in rows(ask, figures, reading.version)
        ]
        columns = ("indicator", *by, *COLUMNS)
        found[f"figures/{'-'.join(by) or 'total'}.csv"] = _written(columns, lines)
    return found


def _returns(sent: Mapping[Sheet, Sequence[Line]]) -> Files:
    return {
        f"returns/{sheet.name}.csv": _written(
            (*scope.COLUMNS, *(column.name for column in sheet.columns)), lines
        )
        for sheet, lines in sent.items()
    }


def _sheet(sheet: PlainSheet) -> bytes:
    columns = tuple(each.lower() for each in sheet.columns)
    return _written(columns, [dict(zip(columns, row, strict=True)) for row in sheet.rows])


def _written(columns: Sequence[str], lines: Iterable[Mapping[str, Any]]) -> bytes:
    return (BYTE_ORDER_MARK + bare(columns, lines)).encode()


def _checksums(files: Files) -> bytes:
    """Return the SHA-256 of each file, as ``sha256sum --check`` reads them."""
    return "".join(f"{digest(files[name])}  {name}\n" for name in sorted(files)).encode()


def packed(edition: Edition, files: Files) -> bytes:
    """Return files as a ZIP of the moment at which their edition was made."""
    found = BytesIO()
    made = edition.made_at.timetuple()[:6]
    with ZipFile(found, "w", ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = ZipInfo(name, made)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])
    return found.getvalue()
