"""Keep editions; there is no way to change one."""

import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from data.changes import audit, done, version
from data.changes.author import Author
from data.changes.outcome import Outcome
from data.editions.digests import NONE_BEFORE, of_record
from data.editions.frozen import digest
from data.editions.wanted import Wanted
from data.engine import writing
from data.people.rights import demand
from data.returns.problems import RefusedError
from data.revision import newest
from data.schema import EDITION

LONGEST_TITLE = 200
LONGEST_REASON = 2000
# What the history need not repeat of a record.
BULKY = frozenset({"rows", "figures", "tables", "gaps", "protection"})


@dataclass(frozen=True)
class Contents:
    """What is kept of the data.

    Attributes:
        data_version: Of which state of the data it is.
        rows: As ``data.editions.frozen`` packs them.
        tables: The digest of each table's rows, by name.
        rows_sha256: The digest of all of them.
        figures: The figures of every listed cut, in words of JSON.
        gaps: What is missing or unsigned.
        protection: What is hidden or rounded; nothing where all is shown.
    """

    data_version: int
    rows: bytes
    tables: Mapping[str, str]
    rows_sha256: str
    figures: bytes
    gaps: Mapping[str, Any]
    protection: Any = None


def refuse(author: Author, wanted: Wanted) -> None:
    """Do nothing, if such an edition can be made.

    Raises:
        DeniedError: The author may not make it.
        RefusedError: Something is missing, too long or at odds.
    """
    if not wanted.partnerships:
        raise RefusedError("No partnership is chosen.", "Choose one at least.")
    for code in wanted.partnerships:
        demand(author.person, "make editions", code)
    if not 0 < len(wanted.title) <= LONGEST_TITLE:
        raise RefusedError("The title is missing or too long.", "Say what it is for, in a line.")
    if (wanted.audience == "funder") == (wanted.disclosure == "exact"):
        raise RefusedError(
            "Funders' editions are rounded or hide small numbers; a steering group's is exact.",
            "Choose how its figures are shown.",
        )
    if wanted.revises and not 0 < len(wanted.reason or "") <= LONGEST_REASON:
        raise RefusedError(
            "The reason is missing or too long.", "Say in a few sentences what has changed and why."
        )


def keep(engine: Engine, author: Author, wanted: Wanted, contents: Contents, once: str) -> int:
    """Keep an edition and return its number; the same request sent twice is carried out once.

    What was saved since its rows were taken is none of it: it bears the version that they are of.

    Raises:
        DeniedError: The author may not make it.
        RefusedError: Something is missing or too long, or there is none to revise.
    """
    refuse(author, wanted)
    with writing(engine) as connection:
        version.claim(connection)
        if known := done.before(connection, once, author):
            return known.new
        number = _insert(connection, author, wanted, contents)
        # A request is answered in counts; to have its number again is all that is wanted here.
        done.note(connection, once, author, Outcome(new=number))
    return number


def _insert(connection: Connection, author: Author, wanted: Wanted, contents: Contents) -> int:
    before = connection.execute(
        select(EDITION.c.number, EDITION.c.record_sha256).order_by(EDITION.c.number.desc()).limit(1)
    ).first()
    values: dict[str, Any] = {
        **asdict(wanted),
        **asdict(contents),
        "number": before.number + 1 if before else 1,
        "reason": wanted.reason if wanted.revises else None,
        "partnerships": list(wanted.partnerships),
        "made_at": author.at,
        "made_by": author.known_as,
        "revision": newest(),
        "figures": zlib.compress(contents.figures),
        "figures_sha256": digest(contents.figures),
    }
    values["record_sha256"] = of_record(values, before.record_sha256 if before else NONE_BEFORE)
    refuse_unknown(connection, wanted)
    stored = {name: value for name, value in values.items() if name in EDITION.c}
    connection.execute(insert(EDITION).values(stored))
    told = {name: value for name, value in values.items() if name not in BULKY}
    entry = audit.Entry("edition", str(values["number"]), None, told, wanted.reason)
    audit.record(connection, author, [entry])
    number: int = values["number"]
    return number


def refuse_unknown(connection: Connection, wanted: Wanted) -> None:
    """Do nothing, if there is the edition that is to be revised, for the same.

    Raises:
        RefusedError: There is none.
    """
    if wanted.revises is None:
        return
    statement = select(EDITION.c.partnerships, EDITION.c.audience)
    revised = connection.execute(statement.where(EDITION.c.number == wanted.revises)).first()
    alike = (wanted.audience, sorted(wanted.partnerships))
    if revised is None or (revised.audience, sorted(revised.partnerships)) != alike:
        raise RefusedError(
            "There is no such edition for the same readers and partnerships.",
            "Choose the edition to revise, and leave both as they are.",
        )
