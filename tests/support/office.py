"""LibreOffice, which opens files as those who get them do."""

import shutil
import subprocess
from pathlib import Path

from tests.support.left_out import give_up

SECONDS = 300


def converted(contents, name, into, folder):
    """Write a file into a folder, and have LibreOffice make others of it there."""
    program = shutil.which("soffice")
    if program is None:
        give_up("no LibreOffice (`make test` looks for it)")
    path = Path(folder) / name
    path.write_bytes(contents)
    # A profile of its own: another that is open would take the order and do nothing.
    home = f"-env:UserInstallation=file://{folder}/home"
    order = [program, home, "--headless", "--convert-to", into, "--outdir", folder, path]
    subprocess.run(order, check=True, capture_output=True, timeout=SECONDS)
