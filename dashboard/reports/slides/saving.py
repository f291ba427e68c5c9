"""A deck to a file that says what it is and holds no time but that of its edition."""

from datetime import datetime
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dashboard.reports.pack import Pack
from dashboard.reports.slides.fitting import clean
from dashboard.wording import SERVICE

# The first day that a ZIP file can name: the same pack must give the same bytes.
NO_TIME: Final = (1980, 1, 1, 0, 0, 0)


def saved(deck: Any, pack: Pack) -> bytes:
    """Return the file of a deck; the same pack gives the same bytes."""
    made: datetime = pack.edition.made_at.replace(tzinfo=None)
    about = deck.core_properties
    about.title, about.author = clean(pack.edition.title), SERVICE
    about.last_modified_by, about.subject, about.language = SERVICE, pack.name, "en-GB"
    about.created = about.modified = made
    about.revision = 1
    file = BytesIO()
    deck.save(file)
    return _timeless(file)


def _timeless(file: BytesIO) -> bytes:
    found = BytesIO()
    with ZipFile(file) as kept, ZipFile(found, "w", ZIP_DEFLATED) as timeless:
        for each in kept.infolist():
            timeless.writestr(ZipInfo(each.filename, NO_TIME), kept.read(each), ZIP_DEFLATED)
    return found.getvalue()
