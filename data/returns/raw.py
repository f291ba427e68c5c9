"""What the process of its own does with a file: from its bytes to raw sheets."""

from collections.abc import Collection
from hashlib import sha256
from typing import Any, BinaryIO

from data.returns import comma_separated, kinds, workbook
from data.returns.limits import HEADER_ROWS
from data.returns.names import normal
from data.returns.plain import packed

PIECE = 1 << 20


def sheets(
    file: BinaryIO,
    suffix: str,
    titles: Collection[str],
    headings: Collection[str],
    most: tuple[int, int],
) -> list[Any]:
    """Return the SHA-256 of a file and its sheets, as plain data.

    Args:
        file: An Excel workbook or a CSV file.
        suffix: What its name ends with.
        titles: The sheets that are wanted, as ``names.normal`` writes them.
        headings: Names of columns that may be expected, written alike.
        most: How many rows may stand below a header, and how many bytes may be unpacked.

    Raises:
        RefusedError: The file can't be read.
    """
    # Enough to see that there are too many, wherever the header stands.
    rows = most[0] + HEADER_ROWS + 1
    if kinds.is_workbook(file, suffix):
        found = workbook.read(
            file, lambda title: normal(title) in titles, most_rows=rows, most_unpacked=most[1]
        )
    else:
        found = [comma_separated.read(file, set(headings), rows)]
    return [_digest(file), packed(found)]


def _digest(file: BinaryIO) -> str:
    digest = sha256()
    file.seek(0)
    while piece := file.read(PIECE):
        digest.update(piece)
    return digest.hexdigest()
