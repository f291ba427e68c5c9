"""Where and when a run was made."""

import os
import platform
import re
import sqlite3
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import psutil

from tests.bench.databases import ROOT
from tests.support.browser import where

PROCESSORS = Path("/proc/cpuinfo")
GIGABYTE = 1024**3


def load() -> str:
    """Return what else keeps the machine busy: the load averages of the last minutes."""
    return " ".join(f"{average:.1f}" for average in os.getloadavg())


def commit() -> str:
    """Return which state of the code was measured."""
    name = _said("git", "rev-parse", "--short", "HEAD") or "unknown"
    changed = _said("git", "status", "--porcelain", "--untracked-files=no")
    return f"{name}, with changes not committed" if changed else name


def today() -> str:
    """Return the day, as people write it."""
    now = datetime.now(UTC)
    return f"{now.day} {now:%B %Y}"


def facts() -> str:
    """Return what the numbers depend on besides the code."""
    memory = psutil.virtual_memory().total / GIGABYTE
    return "; ".join(
        [
            f"{os.cpu_count()} processors ({_processor()})",
            f"{memory:.0f} GB of memory",
            f"{platform.system()} {platform.release()}",
            f"Python {platform.python_version()}",
            f"SQLite {sqlite3.sqlite_version}",
            _said(where().get("CHROMIUM", "chromium"), "--version") or "no Chromium",
        ]
    )


def _processor() -> str:
    text = PROCESSORS.read_text(encoding="utf-8") if PROCESSORS.exists() else ""
    named = re.search(r"model name\s*: (.+)", text)
    return named.group(1) if named else platform.machine()


def _said(*command: str) -> str:
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()
