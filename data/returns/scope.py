"""Whose rows they are: the partnership and the owner of each row of a file."""

from dataclasses import dataclass, field

from data.returns import cells, words
from data.returns.grid import Raw, is_blank
from data.returns.known import Known
from data.returns.names import normal
from data.returns.problems import RefusedError
from data.returns.sheets.declaration import Sheet

COLUMNS = ("partnership", "owner")


class ScopeError(RefusedError):
    """It is not plain whose rows these are, or they may not be theirs.

    Attributes:
        column: ``partnership`` or ``owner``.
        told: What the caller said of it, where a row says nothing itself.
    """

    def __init__(self, column: str, problem: str, fix: str) -> None:
        """Keep which of the two is at fault, and both sentences."""
        super().__init__(problem, fix)
        self.column = column
        self.told: str | None = None


@dataclass
class Scope:
    """Says whose a row is, from its own cells, else from what the caller said.

    Attributes:
        known: What the database knows.
        owner: The organisation that the caller files for, as written.
        partnership: The partnership that the caller files in, as written.
        said: Problems of the whole file that were told already.
    """

    known: Known
    owner: str | None = None
    partnership: str | None = None
    said: set[str] = field(default_factory=set)
    _found: dict[tuple[str, Raw, Raw], tuple[str, str] | ScopeError] = field(default_factory=dict)

    def of(self, sheet: Sheet, partnership: Raw, owner: Raw) -> tuple[str, str]:
        """Return the codes of a row's partnership and owner.

        Raises:
            ScopeError: They are unknown, missing, or not allowed on this sheet.
        """
        key = (sheet.name, partnership, owner)
        if key not in self._found:
            try:
                self._found[key] = self._work_out(sheet, partnership, owner)
            except ScopeError as error:
                error.told = self.owner if error.column == "owner" else self.partnership
                self._found[key] = error
        found = self._found[key]
        if isinstance(found, ScopeError):
            raise found
        return found

    def _work_out(self, sheet: Sheet, partnership: Raw, owner: Raw) -> tuple[str, str]:
        organisation = self._owner(owner)
        if not may_own(sheet, self.known.organisations[organisation].kind):
            _refuse_owner(sheet, organisation)
        place = self._partnership(partnership, organisation)
        if (place, organisation) not in self.known.members:
            raise ScopeError(
                "owner",
                f"{organisation} is no member of {place}.",
                "Check both codes, or have the membership entered first.",
            )
        return place, organisation

    def _owner(self, raw: Raw) -> str:
        written = self.owner if is_blank(raw) else raw
        if not written:
            raise ScopeError(
                "owner",
                "It is not plain whose rows these are.",
                "Name the organisation with --as, or fill in a column “owner”.",
            )
        try:
            return cells.organisation(written, self.known)
        except RefusedError as error:
            raise ScopeError("owner", error.problem, error.fix) from error

    def _partnership(self, raw: Raw, organisation: str) -> str:
        written = self.partnership if is_blank(raw) else raw
        if written:
            code = self.known.partnerships.get(normal(words.text(written)))
            if code is None:
                raise ScopeError(
                    "partnership", "This partnership is unknown.", "Give its code or its full name."
                )
            return code
        possible = self.known.partnerships_of(organisation)
        if len(possible) == 1:
            return possible[0]
        raise ScopeError(
            "partnership",
            f"{organisation} is in {len(possible) or 'no'} partnerships.",
            "Name the partnership with --in, or fill in a column “partnership”.",
        )


def may_own(sheet: Sheet, kind: str) -> bool:
    """Return whether an organisation of that kind may own rows of a sheet."""
    role = "hei" if kind == "hei" else "employer"
    return "member" in sheet.owners or role in sheet.owners


def _refuse_owner(sheet: Sheet, organisation: str) -> None:
    needed = "a university" if "hei" in sheet.owners else "an employer"
    raise ScopeError(
        "owner",
        f"{organisation} can't own rows of {sheet.name}.",
        f"The owner of such a row is {needed}.",
    )
