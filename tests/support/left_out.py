"""Nothing is left out without a word: what did not run is listed at the end, and fails in CI."""

import os
from collections import Counter

import pytest

CANNOT = "cannot run here: "


def give_up(reason):
    """End a test that cannot run here; on a CI server, where all must run, it fails."""
    if os.environ.get("CI"):
        pytest.fail(f"{CANNOT}{reason}", pytrace=False)
    pytest.skip(reason)


def pytest_terminal_summary(terminalreporter):
    stats = terminalreporter.stats
    reasons = Counter(_reason(report) for report in stats.get("skipped", []))
    failed = [report.longreprtext for key in ("error", "failed") for report in stats.get(key, [])]
    reasons.update(text.removeprefix(CANNOT) for text in failed if text.startswith(CANNOT))
    if stats.get("deselected"):
        reasons["left out on the command line"] = len(stats["deselected"])
    terminalreporter.write_sep("=", "What could not run")
    if not reasons:
        terminalreporter.write_line("Nothing was left out.")
    for reason, count in reasons.most_common():
        terminalreporter.write_line(f"{count} {'test' if count == 1 else 'tests'}: {reason}")


def _reason(report):
    said = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return said.removeprefix("Skipped: ")
