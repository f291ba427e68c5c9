"""Excel workbooks, read as rows of raw cells."""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TypeVar
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile
from zlib import error as ZlibError  # noqa: N812 - It is a class, whatever its name.

from data.returns.grid import Raw, RawSheet
from data.returns.markup import Listener, listen
from data.returns.package import DAMAGED, Package
from data.returns.problems import RefusedError
from data.returns.serials import Shown
from data.returns.strings import Strings
from data.returns.styles import Styles
from data.returns.worksheet import EnoughError, Worksheet

# What a damaged archive, or a part that is not what it should be, ends in.
DAMAGES = (
    BadZipFile,
    ZlibError,
    ExpatError,
    EOFError,
    NotImplementedError,
    LookupError,
    ValueError,
)
WORKBOOK = "xl/workbook.xml"
Heard = TypeVar("Heard", bound=Listener)


def read(
    file: BinaryIO, wanted: Callable[[str], bool], *, most_rows: int, most_unpacked: int
) -> list[RawSheet]:
    """Return the sheets of a workbook, hidden ones too; those that nobody wants stay without rows.

    Args:
        file: The workbook.
        wanted: Says by its title whether a sheet is wanted; the only sheet always is.
        most_rows: How many rows that hold something are read of a sheet.
        most_unpacked: How many bytes may be unpacked.

    Raises:
        RefusedError: The file can't be read.
    """
    try:
        return list(_sheets(Package(file, most_unpacked), wanted, most_rows))
    except RefusedError:
        raise
    except DAMAGES as error:
        raise DAMAGED from error


def _sheets(package: Package, wanted: Callable[[str], bool], most_rows: int) -> Iterator[RawSheet]:
    book = _book(package)
    for title, part in book.sheets:
        if len(book.sheets) > 1 and not wanted(title):
            yield RawSheet(title)
            continue
        page = Worksheet(book.strings, book.shown, most_rows)
        try:
            listen(package.pieces(part), page)
        except EnoughError:
            page.merged.clear()
        yield RawSheet(title, page.rows, tuple(page.merged), page.beyond)


@dataclass(frozen=True)
class Book:
    """What the sheets of a workbook share.

    Attributes:
        sheets: Title and part of each.
        strings: The texts that cells point to.
        shown: What numbers stand for, by style.
    """

    sheets: list[tuple[str, str]]
    strings: list[Raw]
    shown: list[Shown | None]


def _book(package: Package) -> Book:
    part = next(iter(_relations(package, "", "officeDocument").values()), WORKBOOK)
    contents = _hear(package, part, Contents())
    pages = _relations(package, part, "worksheet")
    strings, styles = Strings(), Styles()
    for found in _relations(package, part, "sharedStrings").values():
        _hear(package, found, strings)
    for found in _relations(package, part, "styles").values():
        _hear(package, found, styles)
    return Book(
        # Charts and macros have sheets of their own, which hold no cells.
        [(title, pages[link]) for title, link in contents.sheets if link in pages],
        strings.found,
        styles.shown(mac=contents.mac),
    )


class Contents(Listener):
    """Hears the part that lists the sheets.

    Attributes:
        sheets: Title of each, and what it is linked by.
        mac: Whether days are counted from 1904.
    """

    def __init__(self) -> None:
        """Begin with no sheets."""
        self.sheets: list[tuple[str, str]] = []
        self.mac = False
        self.begins = {"sheet": self._sheet, "workbookPr": self._properties}
        self.ends = {}

    def _sheet(self, attributes: dict[str, str]) -> None:
        links = [value for name, value in attributes.items() if name.endswith(" id")]
        self.sheets.append((attributes["name"], links[0]))

    def _properties(self, attributes: dict[str, str]) -> None:
        self.mac = attributes.get("date1904", "0") in ("1", "true", "on")


class Relations(Listener):
    """Hears the part that says how parts hang together.

    Attributes:
        found: What kind of part each link leads to, and which.
    """

    def __init__(self) -> None:
        """Begin with no links."""
        self.found: dict[str, tuple[str, str]] = {}
        self.begins = {"Relationship": self._relation}
        self.ends = {}

    def _relation(self, attributes: dict[str, str]) -> None:
        # What lies outside the workbook is never fetched.
        if attributes.get("TargetMode") != "External":
            kind = attributes["Type"].rpartition("/")[2]
            self.found[attributes["Id"]] = (kind, attributes["Target"])


def _relations(package: Package, part: str, kind: str) -> dict[str, str]:
    """Return the parts of a kind that a part is linked to, by link."""
    folder, name = posixpath.split(part)
    links = posixpath.join(folder, "_rels", f"{name}.rels")
    if not package.has(links):
        return {}
    found = _hear(package, links, Relations()).found
    return {
        link: posixpath.normpath(posixpath.join("/", folder, target))
        for link, (of, target) in found.items()
        if of == kind
    }


def _hear(package: Package, part: str, listener: Heard) -> Heard:
    listen(package.pieces(part), listener)
    return listener
