"""Pages of HTML to a tagged PDF. Nothing is fetched for it, whatever a text asks for."""

import contextlib
from collections.abc import Sequence
from hashlib import sha256
from io import StringIO
from typing import Any, Final, NoReturn

from data.returns.problems import RefusedError

VARIANT: Final = "pdf/ua-1"
PROBLEM: Final = "PDF files can't be made on this machine: the library Pango is missing."
FIX: Final = (
    "Open the edition's pages and print them with the browser, or have whoever runs the service "
    "install Pango."
)


class CannotPrintError(RefusedError):
    """The machine lacks a library that PDF files are made with."""

    def __init__(self) -> None:
        """Say so, and what does instead."""
        super().__init__(PROBLEM, FIX)


def laid_out(html: str) -> Any:
    """Return HTML as pages of paper.

    Raises:
        CannotPrintError: A library is missing.
    """
    return _library().HTML(string=html, url_fetcher=_refuse).render(pdf_variant=VARIANT)


def bound(documents: Sequence[Any], title: str) -> Any:
    """Return pages of several documents as one, under a title of its own."""
    found = documents[0].copy([page for each in documents for page in each.pages])
    found.metadata.title = title
    return found


def as_pdf(document: Any) -> bytes:
    """Return pages as a PDF file; the same pages give the same bytes."""
    told = document.metadata
    mark = sha256(f"{told.title} {told.created} {len(document.pages)}".encode()).digest()[:16]
    found: bytes = document.write_pdf(pdf_variant=VARIANT, pdf_identifier=mark)
    return found


def _library() -> Any:
    # Loaded by whoever needs it: it takes a second, and Python's packages don't bring Pango.
    try:
        # It prints advice for developers where a library is missing.
        with contextlib.redirect_stdout(StringIO()):
            import weasyprint  # noqa: PLC0415
    except (ImportError, OSError) as error:
        raise CannotPrintError from error
    return weasyprint


def _refuse(url: str, *_more: Any, **_named: Any) -> NoReturn:
    raise ValueError(f"nothing is fetched for a PDF file: {url}")
