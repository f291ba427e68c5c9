"""What a bundle says of itself: which edition it is, what is in it, and what that means."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from dashboard.editions import words
from dashboard.editions.caveats import caveats
from dashboard.indicators import INDICATORS
from dashboard.reports.edition_figures import EditionFigures
from dashboard.reports.explained import COLUMNS, SHORTHAND, STATUSES, described, dimension
from dashboard.wording import SHORTHAND as MARKS
from data.editions.digests import plain
from data.editions.returns import Line
from data.returns.sheets.declaration import Column, Sheet
from data.selection import DIMENSIONS

RECORDED: Final = (
    "number",
    "title",
    "audience",
    "disclosure",
    "as_at",
    "made_at",
    "made_by",
    "data_version",
    "revises",
    "reason",
    "rows_sha256",
    "figures_sha256",
    "record_sha256",
)
Sent = Mapping[Sheet, Sequence[Line]]


def record(reading: EditionFigures) -> bytes:
    """Return which edition it is, as JSON."""
    edition = reading.edition
    stated = caveats(edition, reading.within)
    values: dict[str, Any] = plain({name: getattr(edition, name) for name in RECORDED})
    values["partnerships"] = sorted(reading.within)
    values["report"] = asdict(reading.definition)
    values["missing"] = list(stated.missing)
    values["unsigned"] = list(stated.unsigned)
    values["queries_without_a_reason"] = stated.queries
    return _json(values)


def dictionary(reading: EditionFigures, sent: Sent) -> bytes:
    """Return what every file, column, status and indicator means, as JSON."""
    return _json(
        {
            "edition": reading.edition.number,
            "files": _files(reading, sent),
            "columns": COLUMNS,
            "dimensions": {name: dimension(name) for name in DIMENSIONS},
            "statuses": {
                name: {"meaning": meaning, "shorthand": MARKS.get(name, "")}
                for name, meaning in STATUSES.items()
            },
            "shorthand": SHORTHAND,
            "indicators": [
                described(each) | {"unit": each.unit, "better": each.better}
                for each in INDICATORS.values()
            ],
            "returns": {sheet.name: _sheet(sheet) for sheet in sent},
        }
    )


def _files(reading: EditionFigures, sent: Sent) -> dict[str, str]:
    cuts = {
        f"figures/{'-'.join(by) or 'total'}.csv": "Figures "
        + (f"by {' and '.join(dimension(each).lower() for each in by)}" if by else "as a whole")
        for by in reading.cuts
    }
    rows = {f"returns/{sheet.name}.csv": f"{sheet.title}: {sheet.meaning}" for sheet in sent}
    return {
        **cuts,
        **rows,
        "summary.csv": "What each part of a pack says, in order",
        "names.csv": "The name of each code that stands in the figures",
        "edition.json": "Which edition it is, and what was missing of it",
        "checksums.txt": "The SHA-256 of every other file",
    }


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        "title": sheet.title,
        "one row": sheet.meaning,
        "key": list(sheet.key),
        "columns": [_column(each) for each in sheet.columns],
    }


def _column(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "holds": column.kind,
        "required": column.required,
        "values": list(column.values),
        "n/a allowed": column.na_allowed,
        "rule": column.note,
    }


def first_lines(reading: EditionFigures, sent: Sent) -> bytes:
    """Return what to read first."""
    edition = reading.edition
    lines = [
        f"{edition.title}. {words.name(edition)}.",
        words.state(edition),
        "",
        "figures/*.csv     every figure, a file for each way to split it, a row for each figure",
        "summary.csv       what each part of a pack says, in order",
        "names.csv         the names of the codes in them",
        "dictionary.json   what files, columns, statuses and indicators mean",
        "edition.json      which edition this is, and what was missing or unsigned",
        "checksums.txt     to check that no file has changed: sha256sum --check checksums.txt",
        "",
        "Files are CSV in UTF-8. An empty value is missing, never nought: its status says why.",
    ]
    if sent:
        lines += [
            "",
            "returns/*.csv     the rows behind the figures, as they were; only as far as whoever",
            "                  took this away may read them. Don't pass them on to others.",
            "                  They go back in as they are, which changes none of them as long",
            "                  as nobody has changed them since. An apostrophe before a sign such",
            "                  as = or - says that the cell is text.",
        ]
    return "".join(f"{line}\r\n" for line in lines).encode()


def _json(values: Mapping[str, Any]) -> bytes:
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()
