"""docs/reliability.md: what is promised, what was measured of it, and where its tests stand."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from tests.bench import machine
from tests.soak import index, report
from tests.soak.figures import Figure
from tests.soak.promises import PROMISES

PAGE: Final = index.ROOT / "docs" / "reliability.md"
RATCHET: Final = Path(__file__).with_name("ratchet.json")
# A machine is slower now and then; what is much slower than it was is a fault of ours.
SLACK: Final = 3
# Of what is promised; below that nobody notices whether it is slower.
LEAST: Final = 0.1
DATABASES: Final = {"sqlite": "SQLite", "postgresql": "PostgreSQL", "": ""}
TEXT: Final = """# Reliability

Written by `make soak ARGS="--write"`, which tries what is promised at length. Every promise has
tests in `make test`, too: the names of these begin with it, as in `test_f5_…`.

## Promises

{promises}

## Figures

{figures}

**Ratchet**: the most that a later run may show. It is set by a run on a machine that has nothing
else to do, is {slack} times what was measured before,
never more than is promised, and never rises by itself; whoever has a reason to raise it does so
in `tests/soak/ratchet.json`.

{facts}

## How it is done

- **Load.** `partnership serve` in production with two processes, on a database that `partnership
  generate --size M` makes (all of England, 500,000 rows), on SQLite and on PostgreSQL. Everybody
  has an account of their own and came in with a password. They open pages, turn to others,
  filter, ask where a figure comes from and take files, with ten seconds between two of these in
  L1, three in L3, L5, L6 and I2; an open page asks besides every two and a half seconds whether
  anything changed. They live on the same machine, which they take a part of.
- **L2** compares what ten coordinators were told is saved with the entries of the history and the
  versions of the rows.
- **L5** makes statements of whoever says so endless, inside of the running service: they look
  from a day that nobody looked from before. What else could wait, and for whom, is [decision
  20](decisions/0020-waiting.md).
- **L6** comes from a hundred addresses and is about a hundred accounts: the limits for one
  address or account, which are lower, don't help.
- **A11** searches all that the services of the run said, counted and showed on error pages for
  passwords, cookies, addresses and references that people typed, and for lines that no part of
  the service wrote.
- **F8** runs the tests that are marked `clock` in three time zones at six moments. Others of F
  and R are the tests that `make test` runs, at greater length.
- **Not tried**: a machine that loses its power, and a disk that lies about what it has written.

`make soak` takes about 35 minutes on two processors, and ends with an error if a promise is
broken. `ARGS="--only L3 --databases sqlite --seconds 20"` tries one thing for a short time.
"""


def written(figures: Sequence[Figure], seconds: float, before: str) -> None:
    """Write the page, and tighten the ratchet if the machine was ours alone."""
    kept = ratchet()
    if not _was_busy(before):
        kept = tightened(kept, figures)
        RATCHET.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    text = TEXT.format(
        promises=table(("", "What is promised", "Kept", "Tests"), _promises(figures)),
        figures=table(HEADINGS, _figures(figures, kept)),
        slack=SLACK,
        facts=_facts(seconds, before),
    )
    PAGE.write_text(text, encoding="utf-8")


def ratchet() -> dict[str, float]:
    """Return the most that figures may be, by their names, for those that were measured before."""
    return json.loads(RATCHET.read_text(encoding="utf-8")) if RATCHET.exists() else {}


def tightened(kept: Mapping[str, float], figures: Sequence[Figure]) -> dict[str, float]:
    """Return the most that figures may be from now on: never more than before."""
    found = dict(kept)
    for figure in figures:
        reached = max(SLACK * figure.value, LEAST * figure.most)
        found[figure.name] = round(min(reached, figure.most, kept.get(figure.name, reached)), 3)
    return found


HEADINGS: Final = ("", "Measured", "Database", "At most", "Ratchet", "Measured", "Of", "Kept")


def _figures(figures: Sequence[Figure], kept: Mapping[str, float]) -> Iterator[tuple[str, ...]]:
    for figure in sorted(figures, key=lambda one: (list(PROMISES).index(one.promise), one.what)):
        yield (
            figure.promise,
            figure.what,
            DATABASES[figure.database],
            f"{report.number(figure.most)} {figure.unit}".strip(),
            report.number(kept[figure.name]) if figure.name in kept else "",
            report.told(figure),
            f"{figure.runs:,}" if figure.runs > 1 else "",
            "yes" if figure.kept else "**no**",
        )


def _promises(figures: Sequence[Figure]) -> Iterator[tuple[str, ...]]:
    for promise, asked in PROMISES.items():
        mine = [one for one in figures if one.promise == promise]
        broken = any(not one.kept for one in mine)
        kept = ("**no**" if broken else "yes") if mine else "by `make test`"
        tests = ", ".join(f"`{path}`" for path in index.modules().get(promise, ()))
        yield (promise, asked, kept, tests or "`tests/soak`")


def table(headings: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    """Return rows as a table in Markdown."""
    rule = tuple("---" for _ in headings)
    return "\n".join(f"| {' | '.join(row)} |" for row in (headings, rule, *rows))


def _facts(seconds: float, before: str) -> str:
    beside = (
        " **The machine was busy with other work**, so that times are far worse than on a machine "
        "of one's own, and what is missed here may be kept there."
    )
    return (
        f"Measured on {machine.today()} of commit {machine.commit()}, with {seconds:.0f} s of L1 "
        f"on each database, on {machine.facts()}. Load averages before: {before}; after: "
        f"{machine.load()}.{beside if _was_busy(before) else ''}"
    )


def _was_busy(before: str) -> bool:
    """Return whether the machine had more to do than it has processors, before ours began."""
    return float(before.split(maxsplit=1)[0]) > (os.cpu_count() or 1)
