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


def pytest_terminal_summary(terminalreporter, config):
    stats = terminalreporter.stats
    reasons = Counter(_reason(report) for report in stats.get("skipped", []))
    failed = [report.longreprtext for key in ("error", "failed") for report in stats.get(key, [])]
    reasons.update(text.removeprefix(CANNOT) for text in failed if text.startswith(CANNOT))
    terminalreporter.write_sep("=", "What could not run")
    # Processes that run tests side by side don't say how many that leaves out.
    chosen = [f"{flag} '{word}'" for flag, word in _chosen(config).items() if word]
    if chosen:
        terminalreporter.write_line(f"Only what the command line chose ran: {' '.join(chosen)}.")
    elif not reasons:
        terminalreporter.write_line("Nothing was left out.")
    for reason, count in reasons.most_common():
        terminalreporter.write_line(f"{count} {'test' if count == 1 else 'tests'}: {reason}")


def _chosen(config):
    return {"-m": config.option.markexpr, "-k": config.option.keyword}


def _reason(report):
    said = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return said.removeprefix("Skipped: ")
