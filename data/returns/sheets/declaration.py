"""What a sheet of the return is made of. Template, checks, tables and API read these rows."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "ref",
    "text",
    "code",
    "date",
    "integer",
    "decimal",
    "money",
    "organisation",
    "programme",
    "academic_year",
    "financial_year",
]
Owner = Literal["hei", "employer", "member"]

NUMBERS = frozenset({"integer", "decimal", "money"})

AREAS = ("adults", "children", "mental_health", "mixed", "all_age")
KNOWN_OR_NOT = (*AREAS, "not_known")
EITHER_OR_NOT_KNOWN = (*AREAS, "either", "not_known")
SECTORS = (
    "local_authority",
    "nhs",
    "voluntary",
    "private",
    "education",
    "police",
    "prison",
    "probation",
    "other",
)
YES_NO = ("yes", "no")
YES_NO_NOT_KNOWN = ("yes", "no", "not_known")
STATUTORY_BASES = ("setting", "tasks", "enhanced")
PE_MODES = ("on_site", "off_site", "not_known")
LEVELS = ("first", "final")
LEVELS_OR_EITHER = (*LEVELS, "either")


@dataclass(frozen=True)
class Column:
    """One column of a sheet.

    Attributes:
        name: As in the file, the table and the API.
        kind: What a value is.
        required: Whether a blank is an error.
        values: The codes allowed, in the order to offer them; empty unless ``kind`` is ``code``.
        na_allowed: Whether ``n/a`` (not applicable) may stand instead of a value.
        note: The rule in words, as the template and the data dictionary print it.
        low: Smallest number allowed; numbers below it are errors.
        high: Largest number allowed.
        longest: Most characters allowed.
        person: Whether it stands for somebody, so that it must be a pseudonym.
    """

    name: str
    kind: Kind
    required: bool = False
    values: tuple[str, ...] = ()
    na_allowed: bool = False
    note: str = ""
    low: int | None = None
    high: int | None = None
    longest: int = 2000
    person: bool = False

    @property
    def na_flag(self) -> str:
        """The stored column that says *not applicable*, where ``na_allowed``."""
        return f"{self.name}_na"

    @property
    def stored_as(self) -> tuple[str, ...]:
        """The columns of the table that a cell fills."""
        return (self.name, self.na_flag) if self.na_allowed else (self.name,)


@dataclass(frozen=True)
class NotBefore:
    """``later`` may not be before ``earlier``, unless the column ``unless`` is filled."""

    later: str
    earlier: str
    unless: str = ""


@dataclass(frozen=True)
class NotUnder:
    """The number in ``larger`` may not be under the number in ``smaller``."""

    larger: str
    smaller: str


@dataclass(frozen=True)
class NeededWith:
    """``column`` is needed when ``when`` holds one of ``values``."""

    column: str
    when: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class OnlyWith:
    """``column`` may be filled only when ``when`` holds one of ``values``."""

    column: str
    when: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class AtLeastOne:
    """At least one of ``columns`` is filled."""

    columns: tuple[str, ...]


Rule = NotBefore | NotUnder | NeededWith | OnlyWith | AtLeastOne


@dataclass(frozen=True)
class Link:
    """A reference to another row of the same partnership.

    Attributes:
        column: The column that holds the other row's ``ref``.
        sheet: Where the other row is.
        owner: The column that names the other row's owner.
        fallback_owner: A second owner to try, where the contract names one.
        may_wait: Whether the other row may come later.
    """

    column: str
    sheet: str
    owner: str = "owner"
    fallback_owner: str = ""
    may_wait: bool = False


@dataclass(frozen=True)
class Sheet:
    """One sheet of the return, which is one fact table.

    Attributes:
        name: Of the sheet, the table and the address in the API.
        title: Shown to readers.
        meaning: What one row is.
        owners: Which kinds of partner may own a row.
        columns: In the order of the file.
        rules: Errors that concern more than one column.
        links: References to other rows.
        key: The columns that tell rows of one owner apart.
    """

    name: str
    title: str
    meaning: str
    owners: tuple[Owner, ...]
    columns: tuple[Column, ...]
    rules: tuple[Rule, ...] = ()
    links: tuple[Link, ...] = ()
    key: tuple[str, ...] = ("ref",)

    def column(self, name: str) -> Column:
        """Return one column by its name; an unknown name is a ``KeyError``."""
        return {column.name: column for column in self.columns}[name]

    def has(self, name: str) -> bool:
        """Return whether the sheet has a column of that name."""
        return any(column.name == name for column in self.columns)
