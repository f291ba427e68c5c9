"""B11: files of an edition, by a process that has made one of each before."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from dashboard.editions.cache import EditionCache
from dashboard.indicators import INDICATORS
from dashboard.indicators.measured import measured
from dashboard.reports.forms import FORMS
from data.engine import make_engine
from data.people.person import OPERATOR
from data.reader import Reader
from tests.bench import targets
from tests.bench.databases import connection, copied, partnership, url
from tests.bench.targets import Result, result
from tests.bench.turns import MILLISECONDS, OURS, in_turn, timed

SIZES = frozenset("SM")
ROUNDS = 5
SECONDS = 60
PARTNERS = 30
LARGEST = """
SELECT partnership_code, COUNT(DISTINCT organisation_code)
FROM membership GROUP BY 1 ORDER BY 2 DESC, 1
"""
PACKS = {
    "slides": targets.REPORT_SLIDES,
    "workbook": targets.REPORT_WORKBOOK,
    "printed": targets.REPORT_PRINTED,
}


def measure(path: Path, size: str) -> Iterator[Result]:
    """Give a row for each form of one partnership's pack, and for the profiles of many partners."""
    with copied(path) as copy:
        names, many = _whose(copy)
        _edition(copy, names[:1])
        _edition(copy, names)
        make = _maker(copy)
        for form, target in PACKS.items():
            make(form, 1)
            yield result(target, size, in_turn({OURS: _seconds(make, form, 1)}, ROUNDS, SECONDS))
        said = in_turn({OURS: _seconds(make, "profiles", 2)}, ROUNDS, SECONDS)
        # As if they were as many as the target is of.
        said[OURS] = [each * PARTNERS / many for each in said[OURS]]
        yield result(targets.REPORT_PROFILES, size, said)


def _whose(copy: Path) -> tuple[list[str], int]:
    """Return the largest partnerships that have enough partners together, and how many."""
    names, many = [], 0
    with connection(copy) as opened:
        for name, members in opened.execute(LARGEST):
            if many < PARTNERS:
                names.append(name)
                many += members
    return names, many


def _edition(copy: Path, names: list[str]) -> None:
    of = [word for name in names for word in ("--partnership", name)]
    partnership(copy, "edition", "create", *of, "--title", "Measured")


def _maker(copy: Path) -> Callable[[str, int], bytes]:
    reader = Reader(make_engine(url(copy)))
    edition_cache = EditionCache(reader, measured(INDICATORS.values()), date.today)
    at = lambda query: edition_cache.at(query, OPERATOR)  # noqa: E731 - as a form takes it
    return lambda form, number: FORMS[form].make(at, number, OPERATOR).file


def _seconds(make: Callable[[str, int], bytes], form: str, number: int) -> Callable[[int], float]:
    return lambda _round: timed(lambda: make(form, number)) / MILLISECONDS
