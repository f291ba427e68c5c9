"""Whether this machine can make PDF files, for tests that can't do without."""

import pytest

from dashboard.reports.printed.pdf import CannotPrintError, laid_out
from tests.support.left_out import give_up


@pytest.fixture(scope="session")
def pango():
    """Nothing, where PDF files can be made."""
    try:
        laid_out("<html lang='en'><title>x</title><p>x</p></html>")
    except CannotPrintError:
        give_up("there is no Pango on this machine")
