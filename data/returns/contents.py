"""The sheets that a file holds, each with the declaration it follows."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from data.returns import comma_separated, workbook
from data.returns.grid import RawSheet
from data.returns.headers import normal
from data.returns.problems import RefusedError
from data.returns.sheets.declaration import Sheet

ZIP = b"PK\x03\x04"
# Old .xls workbooks and encrypted ones are wrapped alike.
OLE = b"\xd0\xcf\x11\xe0"
WORKBOOKS = (".xlsx", ".xlsm", ".xls")
# Sheets of the template that hold no rows.
GUIDANCE = frozenset({"readme", "lists"})

Found = list[tuple[RawSheet, Sheet | None]]


def sheets_of(path: Path, content: bytes, sheets: Mapping[str, Sheet], only: str | None) -> Found:
    """Return the file's sheets, each with the declaration it follows, if any.

    Args:
        path: Of the file.
        content: Its bytes.
        sheets: The declarations to look for, by name.
        only: The one sheet wanted, if not all.

    Raises:
        RefusedError: The file can't be read, or follows no declaration.
    """
    raw_sheets = _raw_sheets(path, content)
    names = {normal(sheet.name): sheet for sheet in sheets.values()}
    names |= {normal(sheet.title): sheet for sheet in sheets.values()}
    title = normal(raw_sheets[0].title)
    if len(raw_sheets) == 1 and (not title or (only and title not in names)):
        return [(raw_sheets[0], _declared(only or path.stem, names, sheets))]
    found: Found = [(raw, names.get(normal(raw.title))) for raw in raw_sheets]
    if only:
        wanted = _declared(only, names, sheets)
        found = [(raw, declared) for raw, declared in found if declared is wanted]
    if not any(declared for _, declared in found):
        raise RefusedError(
            f"The workbook has no sheet of the name {only}."
            if only
            else "No sheet of the workbook has the name of a table.",
            f"Name its sheets as the template does: {', '.join(sheets)}.",
        )
    return [(raw, declared) for raw, declared in found if normal(raw.title) not in GUIDANCE]


def _declared(name: str, names: Mapping[str, Sheet], sheets: Iterable[str]) -> Sheet:
    declared = names.get(normal(name))
    if declared is None:
        raise RefusedError(
            "It is not plain which sheet the file holds.",
            f"Say so with --sheet, which is one of {', '.join(sheets)}.",
        )
    return declared


def _raw_sheets(path: Path, content: bytes) -> list[RawSheet]:
    if not content.strip():
        raise RefusedError("The file is empty.", "Fill in the template and send that.")
    if content.startswith(OLE):
        raise RefusedError(
            "The file is an old .xls workbook, or is protected by a password.",
            "Save it as .xlsx without a password.",
        )
    if content.startswith(ZIP):
        return workbook.read(path)
    if path.suffix.casefold() in WORKBOOKS:
        raise RefusedError(
            "This is not an Excel workbook, though its name says so.",
            "Open it in Excel and save it as .xlsx, or name it .csv if it is one.",
        )
    return [comma_separated.read(path)]
