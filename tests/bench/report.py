"""The table of a run, for people and for docs/performance.md."""

from collections.abc import Iterable, Sequence

from tests.bench import targets
from tests.bench.targets import Result, Target

HEADINGS = ("", "Measured", "Size", "Target", "Median", "p95", "Runs", "SQL", "Tutorial", "Met")
# What is measured of each page, by what its column is called.
PAGE_COLUMNS = {
    "MB cold": targets.COLD_BYTES.what,
    "requests cold": targets.COLD_REQUESTS.what,
    "s cold": targets.COLD_DRAWN.what,
    "ms in sight": targets.CHANGE_SEEN.what,
    "ms painted": targets.CHANGE_PAINTED.what,
    "KB a change": targets.CHANGE_BYTES.what,
    "ms asked before": targets.SERVER_WARM.what,
    "ms after a write": targets.SERVER_WRITTEN.what,
    "ms never asked": targets.SERVER_NEW.what,
}
PAGE_HEADINGS = ("Page", "Size", *PAGE_COLUMNS)
MET = {True: "yes", False: "no", None: ""}
# So many digits tell runs apart; more are chance.
DIGITS = 3
# A smaller part than that reads better as a fraction.
SMALL = 0.1
WORDS = 2


def tables(results: Sequence[Result]) -> str:
    """Return the results as a table in Markdown, and those of each page as another.

    They are set so that they read as plain text too.
    """
    every = table([HEADINGS, *(_cells(one) for one in results if not one.target.page)])
    pages = _of_pages([one for one in results if one.target.page])
    return f"{every}\n\n{pages}" if pages else every


def _of_pages(results: Sequence[Result]) -> str:
    """Return a table with a line for each page and size, and the heaviest of each thing."""
    if not results:
        return ""
    found = {(one.target.page, one.size, one.target.what): one for one in results}
    lines = dict.fromkeys((one.size, one.target.page) for one in results)
    rows = [PAGE_HEADINGS]
    for size, page in lines:
        cells = (found.get((page, size, what)) for what in PAGE_COLUMNS.values())
        rows.append((page, size, *(number(one.median) if one else "" for one in cells)))
    return f"{table(rows)}\n\n{_heaviest(results)}"


def _heaviest(results: Sequence[Result]) -> str:
    """Return which page takes most, of each thing at each size."""
    told = []
    for called, what in PAGE_COLUMNS.items():
        for size in dict.fromkeys(one.size for one in results):
            of = [one for one in results if (one.target.what, one.size) == (what, size)]
            if of:
                most = max(of, key=lambda one: one.median)
                told.append(f"{called} at {size}, {most.target.page} ({number(most.median)})")
    return f"The heaviest: {'; '.join(told)}."


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return lines of cells as a table in Markdown, the first as its headings."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [_line(row, widths) for row in rows]
    rule = "|".join("-" * (width + 2) for width in widths)
    return "\n".join([lines[0], f"|{rule}|", *lines[1:]])


def line(result: Result) -> str:
    """Return a result in one line, as it is told while others are still measured."""
    return f"{result.target.what}: {number(result.median)} {result.target.unit}"


def missed(results: Iterable[Result]) -> list[str]:
    """Return a sentence for each target that was not met: by how much not, and why."""
    return [_missed(result) for result in results if result.met is False]


def number(value: float) -> str:
    """Return a number with as many digits as mean something."""
    text = f"{value:,.{max(DIGITS - len(str(int(abs(value)))), 0)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _missed(result: Result) -> str:
    target = result.target
    if target.least is not None:
        told = f"{number(result.median)} {target.unit}, and at least {number(target.least)} wanted"
        return f"{target.id}, {_named(target)}, at {result.size}: {told}."
    over = [(result.median, target.most, "median")]
    over += [(result.p95 or 0, target.worst, "p95")] if target.worst else []
    misses = [
        f"{name} {number(value)} {target.unit} where at most {number(most)} was wanted"
        for value, most, name in over
        if most is not None and value > most
    ]
    why = f" {target.why}" if target.why else ""
    return f"{target.id}, {_named(target)}, at {result.size}: {' and '.join(misses)}.{why}"


def _named(target: Target) -> str:
    return f"{target.what} ({target.page})" if target.page else target.what


def _cells(result: Result) -> tuple[str, ...]:
    target = result.target
    return (
        target.id,
        target.what,
        result.size,
        _target(result),
        f"{number(result.median)} {target.unit}",
        number(result.p95) if result.p95 is not None else "",
        str(result.runs),
        _beside(result, result.sql),
        _beside(result, result.tutorial),
        MET[result.met],
    )


def _target(result: Result) -> str:
    target = result.target
    if target.least is not None:
        return f"≥ {number(target.least)}"
    if result.met is None or target.most is None:
        return ""
    worst = f", p95 {number(target.worst)}" if target.worst else ""
    return f"≤ {number(target.most)}{worst}"


def _beside(result: Result, baseline: float | None) -> str:
    """Return a baseline, and how many times that ours is, or which part of it."""
    times = result.times(baseline)
    if baseline is None or times is None:
        return ""
    part = f"{number(times)} times" if times >= SMALL else f"1/{1 / times:,.0f}"
    return f"{number(baseline)} ({part})"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    # Words begin under each other, numbers end under each other.
    words = [cell.ljust(width) for cell, width in zip(cells, widths, strict=True)]
    numbers = [cell.rjust(width) for cell, width in zip(cells, widths, strict=True)]
    return f"| {' | '.join(words[: WORDS + 1] + numbers[WORDS + 1 :])} |"
