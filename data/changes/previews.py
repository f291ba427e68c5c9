"""Files that somebody looks at before they confirm them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from sqlalchemy import Engine

from data.changes import leaving_out, waiting_files
from data.changes.author import Author
from data.changes.outcome import Outcome
from data.changes.upload import Request, upload
from data.changes.waiting_files import Sent
from data.people.rights import demand
from data.returns import by_hand
from data.returns.by_hand import Choice
from data.returns.contents import Wanted
from data.returns.limits import UPLOAD, Limits
from data.returns.names import file_name, normal
from data.returns.problems import Problem
from data.returns.read import Reading, find
from data.returns.scope import COLUMNS
from data.returns.sheets import SHEETS

# What somebody has to say before a file can be looked at: which sheet it is, or what columns mean.
Asked = Literal["", "sheet", "columns"]


@dataclass(frozen=True)
class Preview:
    """What would become of a file.

    Attributes:
        token: Stands for it from now on; blank where nothing more can be done with it.
        sent: The file.
        reading: What it holds.
        outcome: What would be stored, or why it won't be.
        stale: Whether the data have changed since it was looked at before.
        asked: What somebody has to say first.
        wrong: What is wrong with what they said.
        others: How many of its rows have no problem, where those that have one may be left out.
    """

    token: str
    sent: Sent
    reading: Reading
    outcome: Outcome
    stale: bool = False
    asked: Asked = ""
    wrong: tuple[Problem, ...] = ()
    others: int = 0


def preview(engine: Engine, sent: Sent, author: Author, limits: Limits = UPLOAD) -> Preview:
    """Return what would become of a file, and keep it while something can be done with it.

    Raises:
        DeniedError: The author may not write rows there.
    """
    demand(author.person, "write rows", sent.partnership, sent.organisation)
    held = _read(sent, limits)
    outcome = upload(engine, held, _request(sent, dry_run=True), author)
    asked = "" if outcome.known_since else _asked(held)
    others = 0 if asked else leaving_out.others(held, outcome.errors)
    waits = asked or sent.matching or others or not outcome.errors
    token = waiting_files.keep(engine, sent, author) if waits and not outcome.known_since else ""
    return Preview(token, sent, held, outcome, asked=asked, others=others)


def match(
    engine: Engine, token: str, choices: Sequence[Choice], author: Author, limits: Limits = UPLOAD
) -> Preview:
    """Return what would become of a file that waits, once somebody has said what columns mean.

    Raises:
        DeniedError: There is no such file, or the author may not write its rows.
    """
    sent = replace(waiting_files.find(engine, token, author).sent, matching={})
    held = _read(sent, limits)
    matching, wrong = by_hand.decided(held.unmatched, choices)
    if wrong:
        return Preview(token, sent, held, Outcome(), asked="columns", wrong=wrong)
    return preview(engine, replace(sent, matching=matching), author, limits)


def confirm(
    engine: Engine,
    token: str,
    author: Author,
    limits: Limits = UPLOAD,
    *,
    leave_out: bool = False,
) -> Preview:
    """Store a file that was looked at, unless the data have changed since: then look again.

    Args:
        engine: Of the database.
        token: Stands for the file.
        author: Who stores it.
        limits: How much it may hold and cost.
        leave_out: Whether they looked at it without its rows with problems.

    Raises:
        DeniedError: There is no such file, or the author may not write its rows.
    """
    found = waiting_files.find(engine, token, author)
    sent = replace(found.sent, leave_out=leave_out)
    if not found.fresh:
        waiting_files.forget(engine, token)
        return replace(preview(engine, sent, author, limits), stale=True)
    held = _read(sent, limits)
    if asked := _asked(held):
        return Preview(token, sent, held, Outcome(), asked=asked)
    # Whether it was pasted is known from when it came, whatever a page says of it now.
    its_author = replace(author, door=sent.door)
    outcome = upload(engine, held, _request(sent, dry_run=False), its_author)
    waiting_files.forget(engine, token)
    return Preview("", sent, held, outcome)


def _asked(held: Reading) -> Asked:
    return "sheet" if held.asks_sheet else "columns" if held.unmatched else ""


def _read(sent: Sent, limits: Limits) -> Reading:
    # It is read in a process of its own, which is given a file; its name may try any trick, but
    # that of a sheet says which one a CSV file is.
    name = Path(file_name(sent.name))
    wanted = Wanted(SHEETS, sent.sheet, COLUMNS, sent.matching)
    meant = wanted.names().get(normal(name.stem))
    suffix = name.suffix.casefold()
    with TemporaryDirectory() as folder:
        stem = meant.name if meant else "sent"
        path = Path(folder) / f"{stem}{suffix if suffix.isascii() else ''}"
        path.write_bytes(sent.contents)
        return find(path, wanted, limits)


def _request(sent: Sent, *, dry_run: bool) -> Request:
    whose = (sent.organisation, sent.partnership)
    return Request(sent.name, *whose, sent.sheet, dry_run, sent.leave_out)
