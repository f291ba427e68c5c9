"""A file that calls its columns by names of its own."""

import io
from pathlib import Path

from data.returns import plain, raw
from data.returns.by_hand import decided
from data.returns.contents import Wanted
from data.returns.limits import UPLOAD
from data.returns.read import understand
from data.returns.scope import COLUMNS
from data.returns.sheets import SHEETS
from tests.returns.corpus.case import HEADER, csv_bytes, line

ROWS = [line(), line(ref="O2", team="Môn", places="7")]
LETTERS = dict(zip(HEADER, "ABCDEFGHIJKLM", strict=True))


def reading(lines, matching=None, content=None, name="offers.csv"):
    """What a file of these lines holds, once somebody has said this of its columns."""
    wanted = Wanted(SHEETS, None, COLUMNS, matching or {})
    titles, headings = wanted.titles(), wanted.headings()
    most = (UPLOAD.rows, UPLOAD.unpacked)
    file = io.BytesIO(content or csv_bytes(lines))
    digest, found = raw.sheets(file, Path(name).suffix, titles, headings, most)
    return understand(digest, list(plain.unpacked(found)), Path(name), wanted, UPLOAD)


def asked(*headings, rows=ROWS):
    """What is asked of a file with these headings; the others stand as they should."""
    renamed = dict(headings)
    (one,) = reading([[renamed.get(name, name) for name in HEADER], *rows]).unmatched
    return one


def refusals(headings, **chosen):
    """What is wrong with a choice, where the other columns are chosen as they are proposed."""
    one = asked(*headings)
    choices = {**dict.fromkeys(one.columns, ""), **one.close, **one.same, **chosen}
    said = [("offers", column, letter) for column, letter in choices.items()]
    return [(wrong.column, wrong.problem) for wrong in decided([one], said)[1]]
