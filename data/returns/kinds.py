"""Tell by its first bytes what a file is, and refuse in words what holds no return."""

from collections.abc import Collection
from typing import BinaryIO

from data.returns.problems import RefusedError

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
OLE = b"\xd0\xcf\x11\xe0"
# A protected workbook wraps what it hides in a stream of this name.
PROTECTED = "EncryptedPackage".encode("utf-16-le")
AS_WORKBOOK = "Save it as an Excel workbook (.xlsx), or as CSV UTF-8."
OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a text document"),
    (b"<?xml", "an XML document"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
    (b"<table", "a web page"),
    (b"\x1f\x8b", "a packed archive"),
    (b"Rar!", "a packed archive"),
    (b"7z\xbc\xaf", "a packed archive"),
    (b"SQLite format 3", "a database"),
)
BEGINNING = 512
EMPTY = RefusedError("The file is empty.", "Fill in the template and send that.")
WORKBOOKS = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods")


def is_workbook(file: BinaryIO, suffix: str) -> bool:
    """Return whether a file is a workbook; if not, it may be CSV.

    Args:
        file: Open at its beginning, where it is left.
        suffix: What its name ends with.

    Raises:
        RefusedError: It is neither.
    """
    beginning = file.read(BEGINNING)
    if beginning.startswith(OLE):
        raise _old_or_protected(beginning + file.read())
    file.seek(0)
    if not beginning:
        raise EMPTY
    if beginning.startswith(ZIP):
        return True
    plain = beginning.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, what in OTHERS:
        if plain.startswith(mark.lower()):
            raise RefusedError(f"This is {what}, not a workbook or CSV file.", AS_WORKBOOK)
    if suffix.casefold() in WORKBOOKS:
        raise RefusedError(
            "This is not an Excel workbook, though its name says so.",
            "Open it in Excel and save it as .xlsx, or name it .csv if it is one.",
        )
    return False


def _old_or_protected(content: bytes) -> RefusedError:
    if PROTECTED in content:
        return RefusedError(
            "The workbook is protected by a password.", "Save it as .xlsx without a password."
        )
    return RefusedError(
        "The file is an old .xls workbook, or is protected by a password.",
        "Save it as .xlsx without a password.",
    )


def other_archive(names: Collection[str]) -> RefusedError | None:
    """Return why a packed archive is no workbook, where the names of its parts show it."""
    if "xl/workbook.bin" in names:
        return RefusedError("The workbook is a binary one (.xlsb).", "Save it as .xlsx.")
    if "word/document.xml" in names:
        return RefusedError("This is a Word document.", AS_WORKBOOK)
    if "mimetype" in names or "content.xml" in names:
        return RefusedError("This is an OpenDocument file.", AS_WORKBOOK)
    if "[content_types].xml" not in names:
        return RefusedError("This is a packed archive, not a workbook.", "Unpack it first.")
    return None
