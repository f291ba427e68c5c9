"""Columns matched by hand: what a file calls them, what is proposed, and what somebody said."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from data.returns.addresses import letters
from data.returns.grid import Broken, Raw, RawRow, is_blank
from data.returns.header import Header
from data.returns.problems import Problem, RefusedError, of_file, shown
from data.returns.sheets.declaration import Sheet
from data.returns.words import as_typed

# By sheet and column of ours: the letter of the file's column that holds it.
Matching = Mapping[str, Mapping[str, str]]
# A sheet, a column of ours, and the letter that somebody chose for it; blank for none.
Choice = tuple[str, str, str]

SAMPLES = 3
LOOKED_THROUGH = 200
NOT_ASKED = RefusedError("Nobody was asked about this column.", "Send the file again.")


@dataclass(frozen=True)
class Heading:
    """A heading of the file.

    Attributes:
        letter: Of its column.
        text: What stands there.
        sample: The first values below it.
    """

    letter: str
    text: str
    sample: tuple[str, ...]


@dataclass(frozen=True)
class Unmatched:
    """A sheet on which somebody may say what the headings mean.

    Attributes:
        sheet: The sheet.
        columns: The names of all columns that may stand there.
        row: The number of the row that was taken for its header.
        headings: What stands in that row.
        same: Columns that stand there by their own name, with the letter of each.
        close: Columns whose name a heading comes close to, alike.
    """

    sheet: Sheet
    columns: tuple[str, ...]
    row: int
    headings: tuple[Heading, ...]
    same: Mapping[str, str]
    close: Mapping[str, str]

    @property
    def unknown(self) -> list[Heading]:
        """The headings that are no column's name."""
        return [one for one in self.headings if one.letter not in self.same.values()]

    def needs(self, column: str) -> bool:
        """Return whether a file must have a column."""
        return self.sheet.has(column) and self.sheet.column(column).required

    def problem(self, column: str, letter: str, refused: RefusedError) -> Problem:
        """Return what is wrong with what was chosen for a column."""
        return Problem(
            self.sheet.name, self.row, column, "", shown(letter), refused.problem, refused.fix
        )


def unmatched(sheet: Sheet, header: Header, rows: Sequence[RawRow]) -> Iterator[Unmatched]:
    """Give what somebody may say of a sheet; nothing, where no heading could mean more.

    Args:
        sheet: The sheet.
        header: The row that names its columns.
        rows: The rows below that.
    """
    lacking = any(map(sheet.has, header.lacking))
    if header.unknown and (lacking or header.close):
        yield Unmatched(
            sheet,
            header.possible,
            header.number,
            tuple(
                Heading(letters(at), shown(header.cells[at]), tuple(_sample(at, rows)))
                for at in sorted(header.headed)
            ),
            {name: letters(at) for name, at in header.positions.items()},
            {name: letters(at) for at, name in header.close.items()},
        )


def applied(header: Header, matching: Mapping[str, str]) -> Header:
    """Return a header whose columns are where somebody said, and nowhere else."""
    places = {letters(at): at for at in header.headed}
    known = {places[letter]: name for name, letter in matching.items() if letter in places}
    unknown = {at: text for at, text in header.headed.items() if at not in known}
    return replace(header, known=known, unknown=unknown, by_hand=True)


def decided(
    asked: Iterable[Unmatched], choices: Sequence[Choice]
) -> tuple[Matching, tuple[Problem, ...]]:
    """Return what somebody said of sheets that they were asked about, and what is wrong with it."""
    sheets = {one.sheet.name: one for one in asked}
    stray = [of_file(NOT_ASKED) for sheet, *_ in choices if sheet not in sheets]
    found: dict[str, dict[str, str]] = {}
    wrong = stray[:1]
    for name, one in sheets.items():
        chosen = [(column, letter) for sheet, column, letter in choices if sheet == name]
        found[name] = {column: letter for column, letter in chosen if letter}
        wrong += _problems(one, chosen)
    return found, tuple(wrong)


def _problems(asked: Unmatched, chosen: Sequence[tuple[str, str]]) -> Iterator[Problem]:
    headings = {heading.letter: heading.text for heading in asked.headings}
    taken: dict[str, str] = {}
    times = Counter(column for column, _ in chosen)
    for column, letter in chosen:
        if column not in asked.columns:
            yield asked.problem("", "", NOT_ASKED)
        elif times[column] > 1:
            yield asked.problem(column, letter, TWICE)
        elif letter and letter not in headings:
            yield asked.problem(column, letter, NO_HEADING)
        elif letter and taken.setdefault(letter, column) != column:
            yield asked.problem(column, letter, _taken(letter, headings[letter], taken[letter]))
    filled = {column for column, letter in chosen if letter}
    for column in asked.columns:
        if asked.needs(column) and column not in filled:
            yield asked.problem(column, "", NEEDED)


TWICE = RefusedError("Two columns of the file were chosen for it.", "Choose one.")
NO_HEADING = RefusedError("The file has no such heading.", "Choose one from the list.")
NEEDED = RefusedError(
    "Every row needs it.", "Choose the column that holds it; if none does, add it to the file."
)


def _taken(letter: str, heading: str, column: str) -> RefusedError:
    return RefusedError(
        f"Column {letter}, “{heading}”, was chosen for {column} already.",
        "Choose another one for one of the two, or say that it is not in the file.",
    )


def _sample(at: int, rows: Iterable[RawRow]) -> Iterator[str]:
    cells = (cells[at] for _, cells in islice(rows, LOOKED_THROUGH) if at < len(cells))
    return map(_value, islice((cell for cell in cells if not is_blank(cell)), SAMPLES))


def _value(cell: Raw) -> str:
    return shown(cell.text if isinstance(cell, Broken) else _typed(cell))


def _typed(cell: Raw) -> str:
    try:
        return as_typed(cell)
    except RefusedError:
        return str(cell)
