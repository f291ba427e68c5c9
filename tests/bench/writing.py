"""Changes one placement through the programme's own door, as a coordinator's file does."""

import csv
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import time_ns

from data.changes.author import Author
from data.changes.upload import Request, upload
from data.engine import make_engine
from data.returns.read import read
from data.returns.scope import COLUMNS
from data.returns.sheets import SHEETS
from tests.bench.databases import connection, url

SHEET = "placements"
NAMES = [column.name for column in SHEETS[SHEET].columns]
OWN = (*NAMES, "owner", "partnership")
# Their concerns are in figures of the page, and nothing else depends on them.
CHANGED = f"""
SELECT {", ".join(OWN)} FROM {SHEET}
WHERE voided_at IS NULL AND status = 'completed' AND concern IS NOT NULL ORDER BY id LIMIT 200
"""
STORED = f"""
SELECT {", ".join(OWN)} FROM {SHEET} WHERE voided_at IS NULL AND owner LIKE ? ORDER BY id
"""
OTHER = {"yes": "no", "no": "yes"}
# A file that came before changes nothing, and this column, which means nothing, makes each new.
STAMP = "file"


class Writer:
    """Makes one small change at a time."""

    def __init__(self, path: Path) -> None:
        """Look up which placements there are to change."""
        self._engine = make_engine(url(path))
        self._numbers = count()
        with connection(path) as opened:
            self._rows = [dict(zip(OWN, row, strict=True)) for row in opened.execute(CHANGED)]

    def change(self) -> None:
        """Turn the concern of the next placement, and commit."""
        row = self._rows[next(self._numbers) % len(self._rows)]
        row["concern"] = OTHER[row["concern"]]
        with TemporaryDirectory() as folder:
            file = Path(folder) / f"{SHEET}.csv"
            written(file, [row | {STAMP: time_ns()}])
            reading = read(file, SHEETS, sheet=SHEET, extra=COLUMNS)
            request = Request(file.name, row["owner"], row["partnership"], SHEET)
            outcome = upload(self._engine, reading, request, Author("benchmark", "command"))
        if outcome.changed != 1:
            raise RuntimeError(f"a change did not take place: {outcome}")


def more(path: Path, name: str, many: int, owner: str = "%") -> list[dict[str, object]]:
    """Return stored placements once more, each with a reference and a student of its own."""
    with connection(path) as opened:
        stored = [dict(zip(OWN, row, strict=True)) for row in opened.execute(STORED, (owner,))]
    refs = (f"{name}-{number:06}" for number in range(many))
    return [
        stored[number % len(stored)] | {"ref": ref, "student_ref": ref, "offer_ref": None}
        for number, ref in enumerate(refs)
    ]


def written(file: Path, rows: list[dict[str, object]]) -> None:
    """Write rows as a CSV file of a return."""
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
