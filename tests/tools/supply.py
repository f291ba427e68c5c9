"""Looks at what comes from elsewhere: known weaknesses, licences, and secrets that slipped in.

Run it with `make check`, or `python -m tests.tools.supply`.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
BESIDE = Path(sys.executable).parent
UV = shutil.which("uv") or str(ROOT / ".tools" / "uv" / "bin" / "uv")
# Where those who know of weaknesses are asked; a test asks somebody else.
ASKED = os.environ.get("ADVISORIES_URL", "https://api.osv.dev/")
FOUND = 1
# What may be passed on with the application, its own licence being MIT. The two that ask for more,
# LGPL and MPL, ask it of changes to the package itself, and nothing here changes one.
LICENCES = (
    "0BSD",
    "Apache",
    "BSD",
    "LGPL-3.0",
    "LGPLv3",
    "MIT",
    "MPL 1.1",
    "MPL-2.0",
    "Mozilla Public License 2.0",
    "PSF",
    "Python Software Foundation",
    "The Unlicense",
    "Zlib",
    "Zope Public License",
)
# Not what is locked by digests, and not what was made elsewhere.
NO_SECRETS = ("uv.lock", "package-lock.json", "dashboard/assets/vendor/")
# Tests and examples give many passwords, none of which opens anything.
NOT_LOOKED_FOR = ("KeywordDetector", "BasicAuthDetector")
Fault = str


def main() -> int:
    """Print what is wrong and return the exit status."""
    faults = [fault for look in (weaknesses, licences, secrets) for fault in look()]
    print("\n".join(faults) or "What comes from elsewhere is as it should be.")
    return 1 if faults else 0


def weaknesses() -> list[Fault]:
    """Return the locked packages with a known weakness; without a network, say that none asked."""
    done = _run(UV, "audit", "--frozen", "--preview-features", "audit", "--service-url", ASKED)
    if done.returncode == 0:
        return []
    if done.returncode == FOUND:
        return [done.stdout]
    print(f"Known weaknesses were not asked for: {ASKED} can't be reached.")
    return []


def licences() -> list[Fault]:
    """Return the packages whose licence nobody has allowed yet."""
    done = _run(BESIDE / "pip-licenses", "--from=mixed", "--format=json")
    found = [(each["Name"], each["License"]) for each in json.loads(done.stdout)]
    return [f"{name}: {words}" for name, words in found if not allowed(words)]


def allowed(words: str) -> bool:
    """Return whether a licence is one of those that were allowed."""
    return any(licence.lower() in words.lower() for licence in LICENCES)


def secrets() -> list[Fault]:
    """Return the places in the repository that look like a key or a token."""
    names = _run("git", "ls-files").stdout.splitlines()
    looked_at = [name for name in names if not name.startswith(NO_SECRETS)]
    off = [word for name in NOT_LOOKED_FOR for word in ("--disable-plugin", name)]
    done = _run(BESIDE / "detect-secrets", "scan", *off, *looked_at)
    results = json.loads(done.stdout)["results"]
    return [
        f"{name}:{found['line_number']}: {found['type']}"
        for name, some in results.items()
        for found in some
    ]


def _run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main())
