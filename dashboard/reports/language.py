"""What XlsxWriter has no word for: the language that a workbook is in."""

from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

CORE: Final = "docProps/core.xml"
BEFORE: Final = b"</cp:coreProperties>"
LANGUAGE: Final = b"<dc:language>en-GB</dc:language>"


def in_british_english(file: bytes) -> bytes:
    """Return a workbook that says which language it is in, so that it is read out in it."""
    found = BytesIO()
    with ZipFile(BytesIO(file)) as old, ZipFile(found, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == CORE:
                content = content.replace(BEFORE, LANGUAGE + BEFORE)
            new.writestr(part, content)
    return found.getvalue()
