"""What somebody wants an edition of; its report definition says what they left open."""

from dataclasses import replace

from dashboard import formatting, sentences
from data import definitions
from data.changes.author import Author
from data.definitions import Definition
from data.editions.wanted import Wanted
from data.queries import choices
from data.reader import Snapshot
from data.returns.problems import RefusedError


def chosen(snapshot: Snapshot, author: Author, wanted: Wanted) -> Definition:
    """Return the definition that an edition's packs are put together by.

    Raises:
        RefusedError: It is none for those readers, or not the author's to use.
    """
    theirs = [
        each
        for each in definitions.readable(snapshot, author.person)
        if each.audience == wanted.audience
        if not each.partnership or each.partnership in wanted.partnerships
    ]
    found = [each for each in theirs if wanted.report in ("", each.code)]
    if not found:
        codes = ", ".join(each.code for each in theirs) or "none there is yet"
        raise RefusedError(
            f"There is no report definition {wanted.report} for these readers.",
            f"Use one of: {codes}.",
        )
    return found[0]


def completed(snapshot: Snapshot, wanted: Wanted, definition: Definition) -> Wanted:
    """Return what is wanted, with the title of the definition where none was given."""
    names = {row.code: row.name for row in snapshot.rows(choices.partnerships())}
    called = sentences.named([names.get(code, code) for code in wanted.partnerships])
    title = wanted.title.strip() or definition.titled(formatting.day(wanted.as_at), called)
    return replace(wanted, title=title, report=definition.code)
