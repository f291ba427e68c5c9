"""The sheets that a file holds, each with the declaration it follows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from data.returns.by_hand import Matching
from data.returns.grid import RawSheet
from data.returns.names import closest, normal
from data.returns.problems import RefusedError, shown
from data.returns.sheets.declaration import Sheet

# Sheets of the template that hold no rows.
GUIDANCE = frozenset({"readme", "lists"})

Found = list[tuple[RawSheet, Sheet | None]]


class UnplacedError(RefusedError):
    """It is not plain which tables the sheets of a file are."""


@dataclass(frozen=True)
class Wanted:
    """What is looked for in a file.

    Attributes:
        sheets: The declarations to look for, by name.
        only: The one sheet wanted, if not all.
        extra: Columns that may stand on any sheet besides those declared.
        matching: What somebody has said of the columns of sheets.
    """

    sheets: Mapping[str, Sheet]
    only: str | None = None
    extra: Sequence[str] = ()
    matching: Matching = field(default_factory=dict)

    def names(self) -> dict[str, Sheet]:
        """Return the declarations by every name that a sheet may have."""
        names = {normal(sheet.title): sheet for sheet in self.sheets.values()}
        return names | {normal(sheet.name): sheet for sheet in self.sheets.values()}

    def titles(self) -> list[str]:
        """Return the names of the sheets whose rows are wanted."""
        names = self.names()
        only = names.get(normal(self.only)) if self.only else None
        return [name for name, sheet in names.items() if only in (None, sheet)]

    def headings(self) -> list[str]:
        """Return the names of all columns that may be expected."""
        columns = {column.name for sheet in self.sheets.values() for column in sheet.columns}
        return [normal(name) for name in (*columns, *self.extra)]


def match(raw_sheets: Sequence[RawSheet], path: Path, wanted: Wanted) -> Found:
    """Return the file's sheets, each with the declaration it follows, if any.

    Args:
        raw_sheets: The sheets.
        path: Of the file.
        wanted: What to look for.

    Raises:
        UnplacedError: The file follows no declaration.
    """
    names, only = wanted.names(), wanted.only
    titles = [normal(raw.title) for raw in raw_sheets]
    if len(titles) == 1 and (not titles[0] or (only and titles[0] not in names)):
        return [(raw_sheets[0], _declared(only or path.stem, wanted))]
    found: Found = [(raw, names.get(title)) for raw, title in zip(raw_sheets, titles, strict=True)]
    _refuse_misspelt(found, wanted)
    if only:
        alone = _declared(only, wanted)
        found = [(raw, declared) for raw, declared in found if declared is alone]
    if not any(declared for _, declared in found):
        raise UnplacedError(
            f"The workbook has no sheet of the name {only}."
            if only
            else "No sheet of the workbook has the name of a table.",
            f"Name its sheets as the template does: {', '.join(wanted.sheets)}.",
        )
    return [(raw, declared) for raw, declared in found if normal(raw.title) not in GUIDANCE]


def _declared(name: str, wanted: Wanted) -> Sheet:
    declared = wanted.names().get(normal(name))
    if declared is None:
        raise UnplacedError(
            "It is not plain which sheet the file holds.",
            f"Name it like one of {', '.join(wanted.sheets)}, or say so with --sheet.",
        )
    return declared


def _refuse_misspelt(found: Found, wanted: Wanted) -> None:
    """Refuse a sheet that is called nearly like one that the file lacks: its rows would be lost."""
    there = {declared.name for _, declared in found if declared}
    lacking: Iterable[str] = [name for name in wanted.sheets if name not in there]
    for raw, declared in found:
        if declared is None and (meant := closest(raw.title, lacking)):
            raise UnplacedError(
                f"The sheet “{shown(raw.title)}” is no table, but comes close to {meant}.",
                f"Call it {meant}; if it is something else, call it something else.",
            )
