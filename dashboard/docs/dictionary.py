"""The data dictionary, written from the sheet declarations and the tables."""

from collections.abc import Iterator
from typing import Any

from dashboard.docs import markdown
from dashboard.docs.rules import in_words
from data.returns.sheets import SHEETS
from data.returns.sheets.declaration import Column, Sheet
from data.schema import FACTS, METADATA

OWNERS = {"hei": "a university", "employer": "an employer", "member": "any member"}
KINDS = {
    "ref": "reference",
    "text": "text",
    "code": "code",
    "date": "date",
    "integer": "whole number",
    "decimal": "number",
    "money": "pounds, stored in pence",
    "organisation": "organisation",
    "programme": "programme",
    "academic_year": "academic year, `2025/26`",
    "financial_year": "financial year, `2025-26`",
}
STORED = {
    "Day": "date",
    "Stamp": "moment, UTC",
    "Flag": "0 or 1",
    "Payload": "JSON",
    "LargeBinary": "bytes",
}
STORED |= {"Text": "text", "Integer": "whole number", "REAL": "number"}
TABLES = {
    "region": "Regions and nations, under the codes of the Office for National Statistics.",
    "organisation": "Universities and employers.",
    "organisation_alias": "Other names under which an organisation is known in files.",
    "partnership": "Partnerships, and where the figures of each come from.",
    "membership": "Which organisation belongs to which partnership, since when and until when.",
    "programme": "Programmes of the universities.",
    "published_workforce": "The children's social work workforce of England, as the Department for "
    "Education publishes it: a row for each number or symbol. National, regional and council rows "
    "are never added to each other. A census is on 30 September of the year that the file names; "
    "`state` says why a value is missing: `x` not available, `z` not applicable, `c` suppressed, "
    "`low` too small to show, `u` unreliable.",
    "published_council": "The councils that published rows are about: two for a joint row. The "
    "Department's own number joins the rows of a council whose code has changed.",
    "target": "What was agreed, by indicator, scope and academic year.",
    "setting": "Rules that change, each with the day from which it is valid and its country.",
    "return_period": "The quarters for which returns are sent, and when each is due.",
    "return_status": "What became of each member's return.",
    "audit": "The history: append-only, an entry for each row added or changed.",
    "upload": "Files that came in.",
    "erasure": "What was replaced in the history, why and by whom: whose pseudonym or account, and "
    "what stands there now; never what stood there before. Append-only.",
    "terms_accepted": "Who accepted the terms of sharing data for an organisation, and when.",
    "export": "Which files people took out of the service, and when.",
    "data_version": "One number that rises by one with each committed change.",
    "touched": "What each change touched: one owner's rows of one term, or everything.",
    "app_user": "Accounts of the people who use the service.",
    "user_scope": "How far each account reaches: organisations, partnerships and regions.",
    "app_identity": "Accounts whose owners sign on with another service, and what it calls them.",
    "app_session": "Who is signed in at present; the keys are digests.",
    "one_time_link": "Links that let somebody in once; the secrets are digests.",
    "api_token": "Tokens that let people's own programs in; the secrets are digests.",
    "api_token_scope": "The partnerships that a token reads, where not all of its owner's.",
    "sign_in_try": "Tries to sign in of the last five minutes.",
    "mail": "Which letters were sent to whom; never what they said.",
    "signed_row": "Rows as they were signed off: `held` keeps their values until the return is "
    "reopened.",
    "sheet_confirmed": "Sheets of a return that somebody looked through and found right.",
    "done": "Requests that were carried out already, so that each is carried out once.",
    "waiting_file": "Files that somebody has looked at and not confirmed yet; kept for a day.",
    "action": "What a steering group agreed: actions with owner and day, and decisions.",
    "commentary": "What somebody says of a part of a page, for one partnership.",
    "commentary_figures": "What commentary rests on: the figures as they read when it was drafted "
    "or confirmed last, and who confirmed it; packs hold what is confirmed.",
    "report": "How packs for some readers are put together; packs are made by it.",
    "report_section": "The parts of each report, in order, and headings of their own.",
    "report_indicator": "The figures of each report's scorecard, in order.",
    "edition": "Editions: rows and figures of some partnerships as they were on a day, with "
    "checksums; append-only.",
    "edition_order": "Editions that somebody asked for, how far each is, and what became of it.",
    "saved_view": "Views that somebody keeps to come back to.",
    "last_look": "What somebody saw of a page at the end of the visit before, and what they saw "
    "last.",
    "row_query": "Rows that are stored and count, but ask for a reason.",
}


def page() -> str:
    """Return the page."""
    others = [table for name, table in METADATA.tables.items() if name not in FACTS]
    return markdown.page(
        "The data dictionary",
        "The names here are those of the database, of the return file and of the API.",
        markdown.bullets(
            (
                "[The sheets of the return](#the-sheets-of-the-return)",
                "[What every stored row carries](#what-every-stored-row-carries)",
                "[The other tables](#the-other-tables)",
            )
        ),
        "## The sheets of the return",
        "A return is an Excel workbook with one sheet for each table, or a CSV file for one of "
        "them. An empty cell is *not reported*; `0` is zero; `n/a` is *not applicable*, in the "
        "columns that allow it. Rows hold pseudonyms, never names.",
        *(block for sheet in SHEETS.values() for block in _sheet(sheet)),
        "## What every stored row carries",
        markdown.table(("Column", "What it is"), _carried()),
        "## The other tables",
        *(block for table in others for block in _table(table)),
    )


def _sheet(sheet: Sheet) -> Iterator[str]:
    owners = " or ".join(OWNERS[owner] for owner in sheet.owners)
    yield f"### {sheet.title}"
    yield (
        f"`{sheet.name}`. One row: {sheet.meaning}. Its owner is {owners}; "
        f"{markdown.codes(sheet.key)} tells an owner's rows apart."
    )
    yield markdown.table(
        ("Column", "Holds", "Required", "n/a", "Rule"), (_column(each) for each in sheet.columns)
    )
    if sheet.rules or sheet.links:
        yield markdown.bullets(in_words(sheet))


def _column(column: Column) -> tuple[str, ...]:
    holds = markdown.codes(column.values) if column.values else KINDS[column.kind]
    required, na = ("yes" if answer else "" for answer in (column.required, column.na_allowed))
    return f"`{column.name}`", holds, required, na, column.note


def _carried() -> tuple[tuple[str, str], ...]:
    return (
        ("`id`", "The row's number in the database."),
        ("`partnership`, `owner`", "The partnership and the organisation that it belongs to."),
        ("`<column>_na`", "1 where a cell is *not applicable*, for columns that allow it."),
        ("`version`", "Rises by one with each change of the row."),
        ("`updated_at`, `updated_by`", "When it last changed, and through whom."),
        ("`voided_at`, `voided_reason`", "When and why it was voided; it counts no more."),
    )


def _table(table: Any) -> Iterator[str]:
    yield f"### {table.name.replace('_', ' ').capitalize()}"
    yield f"`{table.name}`. {TABLES[table.name]}"
    yield markdown.table(
        ("Column", "Holds", "Required", "Points to"), (_stored(each) for each in table.columns)
    )


def _stored(column: Any) -> tuple[str, ...]:
    points = ", ".join(
        f"`{key.column.table.name}.{key.column.name}`" for key in column.foreign_keys
    )
    holds = STORED[type(column.type).__name__]
    return f"`{column.name}`", holds, "" if column.nullable else "yes", points
