"""Installs what package-lock.json names, with the machine's npm or one from the package index."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "package-lock.json"
MODULES = ROOT / "node_modules"


def install(optional: bool = False) -> None:
    """Make node_modules what the lock says; `optional` adds the packed browser.

    Raises:
        subprocess.CalledProcessError: npm could not do it; its own words are on the screen.
        FileNotFoundError: There is no npm, and none could be installed.
    """
    if not _is_installed(optional):
        omit = [] if optional else ["--omit=optional"]
        run("npm", "ci", "--no-audit", "--no-fund", *omit)


def run(program: str, *arguments: str, **environment: str) -> str:
    """Run a program of Node's, in the checkout, and return what it printed."""
    command = shutil.which(program) or _from_package_index(program)
    folder = str(Path(command).parent)
    variables = os.environ | {"PATH": f"{folder}:{os.environ['PATH']}"} | environment
    done = subprocess.run(
        [command, *arguments],
        cwd=ROOT,
        env=variables,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout.strip()


def python_group(name: str) -> None:
    """Add a group of pyproject.toml to the running environment, as locked."""
    uv = shutil.which("uv") or str(ROOT / ".tools" / "uv" / "bin" / "uv")
    subprocess.run([uv, "sync", "--frozen", "--inexact", "--group", name], cwd=ROOT, check=True)


def _is_installed(optional: bool) -> bool:
    written = MODULES / ".package-lock.json"
    wanted = MODULES / ("@sparticuz" if optional else "axe-core")
    return wanted.exists() and written.exists() and written.stat().st_mtime > LOCK.stat().st_mtime


def _from_package_index(program: str) -> str:
    command = Path(sys.executable).parent / program
    if not command.exists():
        python_group("node")
    return str(command)
