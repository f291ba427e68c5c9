"""Finds or installs what PDF files are drawn with.

It never fails: what it could not have is said, and the tests say it at their end.
Run it with `python -m tests.tools.pango`.
"""

from dashboard.reports.printed.pdf import CannotPrintError, laid_out
from tests.tools import debian

# As docs/operations.md names them.
PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-liberation")


def main() -> None:
    """Have the libraries, or say why not."""
    try:
        laid_out("<html lang='en'><title>x</title><p>x</p></html>")
    except CannotPrintError:
        debian.attempt("Pango", *PACKAGES)
    else:
        print("pango: there")


if __name__ == "__main__":
    main()
