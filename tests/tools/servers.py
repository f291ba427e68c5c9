"""Finds nginx and Redis, or takes them out of Debian's packages into .tools/servers/.

Nothing is installed on the machine, so no server of theirs starts by itself, and no rights are
needed. It never fails: what it could not have is said, and the tests say it at their end.
Run it with `python -m tests.tools.servers`.
"""

import os
import shutil
import subprocess

from tests.tools.node import ROOT

PLACE = ROOT / ".tools" / "servers"
PACKAGES = ("nginx-light", "redis-server")
PROGRAMS = ("nginx", "redis-server")
FOLDERS = ("usr/sbin", "usr/bin")
FAILURES = (OSError, subprocess.SubprocessError)


def main() -> None:
    """Have both where the tests look for them, or say why not."""
    try:
        if not all(map(where, PROGRAMS)):
            _unpack()
    except FAILURES as error:
        said = getattr(error, "stderr", None) or error
        print(f"nginx and Redis could not be had: {said}")
    print("; ".join(f"{name}: {where(name) or 'not there'}" for name in PROGRAMS))


def where(program: str) -> str:
    """Return the path of a program, the machine's own or one from a package; or nothing."""
    ours = os.pathsep.join(str(PLACE / folder) for folder in FOLDERS)
    path = os.pathsep.join((os.environ["PATH"], "/usr/sbin", ours))
    return shutil.which(program, path=path) or ""


def variables() -> dict[str, str]:
    """Return what such a program needs in its environment to find its libraries."""
    folders = sorted((PLACE / "usr" / "lib").glob("*-linux-gnu*"))
    return os.environ | {"LD_LIBRARY_PATH": os.pathsep.join(map(str, folders))}


def _unpack() -> None:
    if not shutil.which("apt-get"):
        raise FileNotFoundError("this machine has no apt-get")
    print("fetching nginx and Redis from Debian's packages ...", flush=True)
    for folder in ("lists/partial", "archives/partial"):
        (PLACE / folder).mkdir(parents=True, exist_ok=True)
    _apt("update")
    _apt("install", "--download-only", "--yes", "--no-install-recommends", *PACKAGES)
    for package in sorted((PLACE / "archives").glob("*.deb")):
        subprocess.run(
            ["dpkg-deb", "--extract", package, PLACE], check=True, stdout=subprocess.DEVNULL
        )

    for used in ("lists", "archives"):
        shutil.rmtree(PLACE / used)


def _apt(*arguments: str) -> None:
    # With lists and a cache of its own it needs no rights, and disturbs nobody's.
    ours = (
        f"Dir::State::lists={PLACE / 'lists'}",
        f"Dir::Cache::archives={PLACE / 'archives'}",
        "Dir::Cache::pkgcache=",
        "Dir::Cache::srcpkgcache=",
        "Debug::NoLocking=true",
        # Its own user may not write into the checkout.
        "APT::Sandbox::User=root",
    )
    options = [part for each in ours for part in ("-o", each)]
    subprocess.run(
        ["apt-get", "-qq", *options, *arguments], check=True, capture_output=True, text=True
    )


if __name__ == "__main__":
    main()
