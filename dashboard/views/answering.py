"""Reading the answers to a view's questions: which figure belongs to which row."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from dashboard import canvas, formatting, units, wording
from dashboard.indicators.catalogue import Indicator, Unit
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.views.view import Answers, Cell, Names
from data.selection import Dimension, Selection
from data.sums import Key

Row = TypeVar("Row")

MOST_MISSING: Final = 5


@dataclass(frozen=True)
class Found:
    """The figures of one question, by group, with their total."""

    ask: Ask
    groups: Mapping[Key, Figure]
    total: Figure

    def at(self, *key: str | None, within: Figure | None = None) -> Figure:
        """Return a group's figure; a group without rows stands as the whole makes it stand.

        It is not reported where somebody has not reported, and nought where everybody has and
        the unit is a count. Where the whole has no number, neither has the group.

        Args:
            key: The group.
            within: The whole it is a part of; the total, unless given.
        """
        if key in self.groups:
            return self.groups[key]
        whole = self.refusal or within or self.total
        if whole.value is None:
            return replace(whole, key=key, ask=self.ask)
        return without_rows(key, whole, self.ask)

    def known(self) -> set[Key]:
        """Return the groups that were found; none where the question had no meaning."""
        return set() if self.refusal else set(self.groups)

    def there(self, *key: str | None) -> Figure | None:
        """Return a group's figure, or the one that says why no group has any; else nothing."""
        return self.groups.get(key) or self.refusal

    @property
    def refusal(self) -> Figure | None:
        """The figure that says why the question has no answer by group; nothing if it has."""
        if len(self.groups) != 1:
            return None
        (figure,) = self.groups.values()
        nameless = all(part is None for part in figure.key)
        refused = figure.status in ("not_applicable", "suppressed")
        return figure if nameless and refused else None


def without_rows(key: Key, whole: Figure, ask: Ask) -> Figure:
    """Return the figure of a question's group without rows, by who has reported of the whole."""
    reported, expected = whole.reported, whole.expected
    if reported < expected or whole.status == "not_reported":
        return Figure(key, None, None, None, None, "not_reported", reported, expected, ask=ask)
    if ask.indicator.unit != "count":
        return Figure(key, None, None, None, None, "not_applicable", reported, expected, ask=ask)
    return Figure(key, 0, None, None, 0, "ok", reported, expected, ask=ask)


def asks(indicators: Iterable[Indicator], selection: Selection, *by: Dimension) -> tuple[Ask, ...]:
    """Return the questions for some indicators by some dimensions, each with its total."""
    return tuple(Ask(indicator, selection, split) for indicator in indicators for split in (by, ()))


def found(answers: Answers, indicator: Indicator, selection: Selection, *by: Dimension) -> Found:
    """Return the figures of an indicator that ``asks`` asked for."""
    ask = Ask(indicator, selection, by)
    (total,) = answers[Ask(indicator, selection)]
    return Found(ask, {figure.key: figure for figure in answers[ask]}, total)


def name_of(dimension: Dimension, code: str | None, names: Names) -> str:
    """Return what readers call a group."""
    if code is None:
        return wording.NOT_KNOWN
    places = {
        "partnership": names.partnerships,
        "organisation": names.organisations,
        "university": names.organisations,
        "employer": names.organisations,
        "programme": names.programmes,
        "region": names.regions,
    }
    return {**wording.CODES, **places}.get(dimension, {}).get(code, code)


def cell(
    figure: Figure,
    unit: Unit,
    *,
    base: bool = False,
    caution: bool = True,
    within: Figure | None = None,
) -> Cell:
    """Return a figure as a table shows it.

    Args:
        figure: The figure.
        unit: Its indicator's unit.
        base: Whether to give the number of cases behind a rate.
        caution: Whether to say how many partners are behind a number, where some are missing.
        within: The total it is a part of; what partners are missing from both, that one says.
    """
    remarks = []
    if figure.value is not None and base and figure.n is not None:
        remarks.append(f"of {formatting.count(figure.n)}")
    if caution and _is_remarkable(figure, within):
        remarks.append(units.caution(figure))
    text, aside = units.written(figure, unit), ", ".join(remarks)
    return Cell(text, figure.value, aside=aside, figure=figure)


def _is_remarkable(figure: Figure, within: Figure | None) -> bool:
    if figure.status != "partial":
        return False
    counts = (figure.reported, figure.expected)
    return within is None or counts != (within.reported, within.expected)


def shown(
    rows: Sequence[Row], is_missing: Callable[[Row], bool], why: str = wording.NOT_REPORTED
) -> tuple[list[Row], list[tuple[str, str]]]:
    """Return the rows to draw, those without a number last, and what stands for all others.

    The table has every row; a chart of a whole country would be too long to read.

    Args:
        rows: All rows, in their order.
        is_missing: Whether a row is without a number.
        why: Why such rows are without one.

    Returns:
        The rows, and a name and a note for each kind of others: those with a number, and those
        without one.
    """
    known = [row for row in rows if not is_missing(row)]
    missing, more = named([row for row in rows if is_missing(row)])
    drawn = canvas.first(known)
    others = ((len(known) - len(drawn), wording.IN_THE_TABLE), (more, why))
    return [*drawn, *missing], [
        (formatting.quantity(count, "other", "others"), note) for count, note in others if count > 0
    ]


def named(missing: Sequence[Row]) -> tuple[list[Row], int]:
    """Return which of the rows without a number to name, and how many more there are.

    Many partners that never report would bury the others.
    """
    if len(missing) <= MOST_MISSING:
        return list(missing), 0
    first = list(missing[: MOST_MISSING - 1])
    return first, len(missing) - len(first)


def without_numbers(found: Sequence[Found]) -> list[Figure]:
    """Return what says why questions have no numbers to show: what is hidden, else the totals."""
    every = [each for one in found for each in (one.total, *one.groups.values())]
    return [each for each in every if each.status == "suppressed"] or [one.total for one in found]


def missing_status(figures: Sequence[Figure]) -> str:
    """Return why a number made of several figures can't be given; nothing if it can."""
    statuses = [figure.status for figure in figures if figure.value is None]
    if not statuses:
        return ""
    return "not_reported" if "not_reported" in statuses else statuses[0]


def returns(figures: Sequence[Figure]) -> Cell:
    """Return how many partners have reported what is behind some figures of one row."""
    if not figures:
        return Cell(wording.NO_ROWS)
    fewest = max(figures, key=lambda figure: figure.expected - figure.reported)
    return Cell(f"{formatting.of(fewest.reported, fewest.expected)} partners")
