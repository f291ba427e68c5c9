"""A browser for a machine that has none and lets us install none: out of the package indexes."""

import re
import shutil
import subprocess
from pathlib import Path

from tests.tools import node

FOLDER = node.ROOT / ".tools" / "chromium"
UNPACK = "import c from '@sparticuz/chromium'; console.log(await c.executablePath())"
SCRIPT = """#!/bin/sh
export FONTCONFIG_PATH="${{FONTCONFIG_PATH:-{fonts}}}"
{libraries}exec "{program}" "$@"
"""


def install() -> tuple[str, str]:
    """Unpack Chromium below .tools/ and return a starter for it and for its driver."""
    node.install(optional=True)
    node.python_group("browser")
    FOLDER.mkdir(parents=True, exist_ok=True)
    # The package unpacks into the temporary folder; told that it runs on Amazon's bare machines,
    # it unpacks the shared libraries too that such machines lack.
    browser = node.run(
        "node", "--input-type=module", "-e", UNPACK, TMPDIR=str(FOLDER), AWS_EXECUTION_ENV="20.x"
    )
    return _starter("run-chromium", browser), _starter("chromedriver", _driver())


def _driver() -> str:
    from chromedriver_py import binary_path  # noqa: PLC0415 - it was installed a moment ago

    return str(binary_path)


def _starter(name: str, program: str) -> str:
    """Write a script that starts the program with what the machine lacks; return its path."""
    libraries = f'export LD_LIBRARY_PATH="{FOLDER}/al2023/lib"\n' if _lacks(program) else ""
    # A machine with fonts of its own has its own settings for them.
    fonts = "/etc/fonts" if Path("/etc/fonts/fonts.conf").exists() else f"{FOLDER}/fonts"
    script = FOLDER / name
    script.write_text(SCRIPT.format(fonts=fonts, libraries=libraries, program=program))
    script.chmod(0o755)
    return str(script)


def _lacks(program: str) -> bool:
    if not shutil.which("ldd"):
        return True
    said = subprocess.run(["ldd", program], capture_output=True, text=True, check=False)
    return bool(re.search("not found", said.stdout))
