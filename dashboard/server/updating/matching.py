"""The step on which somebody says which column of a file holds what."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from flask import request

from dashboard.columns import column_called
from data.changes.previews import Preview
from data.returns import template
from data.returns.by_hand import Choice, Heading, Matching, Unmatched

PREFIX: Final = "match-"
# What the columns hold that may stand on any sheet.
WHOSE: Final = {
    "partnership": "The partnership of a row, where it is not this one.",
    "owner": "Whose a row is, where it is not yours.",
}
NONE: Final = "Not in the file"
CHOOSE: Final = "Choose a column"
PROPOSED: Final = "Proposed, because the names are close. "


@dataclass(frozen=True)
class Option:
    """A column of the file that may be chosen.

    Attributes:
        letter: Of the column; blank for none.
        title: What people read.
        told: What is said of it once it is chosen.
    """

    letter: str
    title: str
    told: str


@dataclass(frozen=True)
class Question:
    """Which column of the file holds a column of ours.

    Attributes:
        name: Of the field.
        label: What people read.
        holds: What goes in the column.
        needed: Whether a file must have it.
        options: The columns that may be chosen.
        chosen: The one that is.
        problem: What is wrong with it; blank if nothing.
    """

    name: str
    label: str
    holds: str
    needed: bool
    options: Sequence[Option]
    chosen: Option
    problem: str


def choices() -> list[Choice]:
    """Return what somebody chose, as the form says it."""
    fields = request.form.items(multi=True)
    parts = [(name.split("-", 2), letter) for name, letter in fields if name.startswith(PREFIX)]
    return [(part[1], part[-1], letter) for part, letter in parts]


def of(chosen: Iterable[Choice]) -> Matching:
    """Return choices by sheet and column."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for sheet, column, letter in chosen:
        said[sheet][column] = letter
    return said


def questions(found: Preview, said: Matching) -> list[tuple[Unmatched, list[Question]]]:
    """Return what is asked of each sheet of a file.

    Args:
        found: What became of the file so far.
        said: What somebody said before; what is proposed stands where they said nothing.
    """
    wrong = {_field(one.sheet, one.column): one.words for one in found.wrong}
    return [(asked, list(_questions(asked, said, wrong))) for asked in found.reading.unmatched]


def _questions(asked: Unmatched, said: Matching, wrong: Mapping[str, str]) -> Iterator[Question]:
    chosen = said.get(asked.sheet.name, {**asked.close, **asked.same})
    for column in asked.columns:
        name = _field(asked.sheet.name, column)
        options = list(_options(asked, column))
        letter = chosen.get(column, "")
        yield Question(
            name,
            column_called(column),
            _holds(asked, column),
            asked.needs(column),
            options,
            next((one for one in options if one.letter == letter), options[0]),
            wrong.get(name, ""),
        )


def _field(sheet: str, column: str) -> str:
    return f"{PREFIX}{sheet}-{column}"


def _options(asked: Unmatched, column: str) -> Iterator[Option]:
    # What stands in place of a pseudonym may be anything, so it is not shown.
    hidden = asked.sheet.has(column) and asked.sheet.column(column).person
    yield Option("", CHOOSE if asked.needs(column) else NONE, "")
    for heading in asked.headings:
        told = PROPOSED if asked.close.get(column) == heading.letter else ""
        told += "" if hidden else _sample(heading)
        yield Option(heading.letter, f"{heading.text} (column {heading.letter})", told)


def _sample(heading: Heading) -> str:
    return f"First values: {'; '.join(heading.sample)}" if heading.sample else "No values."


def _holds(asked: Unmatched, column: str) -> str:
    if not asked.sheet.has(column):
        return WHOSE[column]
    # Whether it is needed stands in the label.
    _, _, told = template.note(asked.sheet.column(column)).partition("; ")
    told = told.removeprefix("code; ")
    return f"{told[:1].upper()}{told[1:]}."
