"""The files of docs/example/container, and what an image made of them would hold."""

import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

from tests.support.left_out import give_up
from tests.support.service import COMMAND, serving

ROOT = Path(__file__).parents[2]
PLACE = ROOT / "docs" / "example" / "container"
WITHOUT_RIGHTS = ("setpriv", "--bounding-set", "-all", "--inh-caps", "-all", "--no-new-privs")


def steps():
    """The instructions of the Containerfile: each a word, and what follows it."""
    text = (PLACE / "Containerfile").read_text().replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [tuple(line.split(maxsplit=1)) for line in lines]


def of(word):
    """What follows a word of the Containerfile, each time it is there."""
    return [what for first, what in steps() if first == word]


def copied():
    """What is taken from the checkout, and where to."""
    for what in of("COPY"):
        if not what.startswith("--from"):
            *sources, target = what.split()
            yield from ((source, target) for source in sources)


@contextmanager
def laid_out(folder):
    """What the image holds of the checkout, in a folder that nobody may write."""
    for source, target in copied():
        if (ROOT / source).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / source, folder / target, ignore=ignored)
        else:
            shutil.copyfile(ROOT / source, folder / target / source)
    _allow(folder, "a-w")
    try:
        yield
    finally:
        _allow(folder, "u+w")


@contextmanager
def serving_from(folder, url, **environment):
    """The service from such a folder, of somebody with no rights, its database made first."""
    around = {"PYTHONPATH": str(folder), "HOME": "/nonexistent", **environment}
    upgrade = [*_without_rights(), COMMAND[0], "db", "upgrade"]
    variables = os.environ | around | {"DATABASE_URL": url}
    subprocess.run(upgrade, check=True, cwd=folder, env=variables, stdout=subprocess.DEVNULL)
    command = [*_without_rights(), *COMMAND]
    with serving(url, command, folder=folder, **around) as service:
        yield service


def _without_rights():
    if os.geteuid() != 0:
        return ()
    if not shutil.which(WITHOUT_RIGHTS[0]):
        give_up("no setpriv, to give up the rights of root with")
    return (*WITHOUT_RIGHTS, "--")


def _allow(folder, what):
    subprocess.run(["chmod", "-R", what, folder], check=True)
