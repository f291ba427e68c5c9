"""Finds or installs LibreOffice, in which tests open the workbooks and slides that people get.

It never fails: what it could not have is said, and the tests say it at their end.
Run it with `python -m tests.tools.office`.
"""

import shutil

from tests.tools import debian

# Without windows, which nobody looks at here.
PACKAGES = ("libreoffice-calc-nogui", "libreoffice-impress-nogui")


def main() -> None:
    """Have it, or say why not."""
    if not shutil.which("soffice"):
        debian.attempt("LibreOffice", *PACKAGES)
    print(f"LibreOffice: {shutil.which('soffice') or 'not there'}")


if __name__ == "__main__":
    main()
