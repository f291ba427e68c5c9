"""Debian's packages, where we may install some."""

import os
import shutil
import subprocess

APT = ("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300")


def install(*packages: str) -> None:
    """Install packages.

    Raises:
        PermissionError: We may not.
        subprocess.CalledProcessError: They can't be had.
    """
    if not (shutil.which("apt-get") and os.geteuid() == 0):
        raise PermissionError("apt is not there for us to use")
    print(f"installing {', '.join(packages)} with apt ...", flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*APT, "update"], env=quiet, check=True)
    subprocess.run(
        [*APT, "install", "-y", "--no-install-recommends", *packages],
        env=quiet,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def attempt(what: str, *packages: str) -> None:
    """Install what packages bring; say so where it can't be had."""
    try:
        install(*packages)
    except (OSError, subprocess.SubprocessError) as error:
        print(f"{what} could not be had: {error}")
