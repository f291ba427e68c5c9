"""Where a number came from: its formula, the rows behind it, and the returns they came in."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.indicators.evaluate import Ask, applicable
from dashboard.indicators.everybody import Returning, partners, returning
from dashboard.indicators.sides import group
from dashboard.indicators.states import Reporting
from data.left_out import reasons
from data.members import DueReturn, Member
from data.returns.sheets import SHEETS
from data.slicing import Measure
from data.sums import Key
from data.workbench import Workbench

VOIDED = "voided"


@dataclass(frozen=True)
class Rows:
    """Rows of one sheet that are in a figure, or that were left out of it.

    Attributes:
        sheet: The sheet's title, as readers know it.
        rows: How many.
        reason: Why they were left out, as it follows "12 rows"; empty for rows that count.
    """

    sheet: str
    rows: int
    reason: str = ""


@dataclass(frozen=True)
class Partner:
    """A partner who was to report what a figure is made of.

    Attributes:
        member: The partner, as a member of one partnership.
        missing: What is missing, the earliest first; none for a partnership that sends none, and
            ``None`` where everything was sent.
    """

    member: Member
    missing: tuple[DueReturn, ...] | None


@dataclass(frozen=True)
class Explanation:
    """Where a number came from.

    Attributes:
        formula: How it is worked out, in words.
        source: The returns it is worked out from, in words.
        has_meaning: Whether the figure means anything for the filters; if not, nothing follows.
        counted: Rows that count, by sheet; none are told of where people are protected.
        left_out: Rows that passed the filters and do not count, by sheet and reason.
        partners: Who was to send a return.
    """

    formula: str
    source: str
    has_meaning: bool = True
    counted: tuple[Rows, ...] = ()
    left_out: tuple[Rows, ...] = ()
    partners: tuple[Partner, ...] = ()

    @property
    def expected(self) -> int:
        """How many partners were to send a return."""
        return len(self.partners)

    @property
    def awaited(self) -> tuple[Partner, ...]:
        """The partners of whom a return is missing."""
        return tuple(partner for partner in self.partners if partner.missing is not None)

    @property
    def reported(self) -> int:
        """How many partners have sent everything."""
        return self.expected - len(self.awaited)


def explain(bench: Workbench, ask: Ask, key: Key = (), *, shows_rows: bool = True) -> Explanation:
    """Return where one figure of a question came from.

    Args:
        bench: Of the state of the data.
        ask: The question.
        key: The group, in the order of the question's dimensions.
        shows_rows: Whether to count rows.
    """
    formula, source = ask.indicator.formula, ask.indicator.source
    if not applicable(bench, ask):
        return Explanation(formula, source, has_meaning=False)
    tells = shows_rows and bench.protection is None
    bases = {measure.source: measure for measure in reversed(ask.work.bases()) if tells}
    rows = [found for base in reversed(bases.values()) for found in _rows(bench, ask, key, base)]
    expected = _expected(bench, ask, key)
    return Explanation(
        formula=formula,
        source=source,
        counted=tuple(found for found in rows if not found.reason),
        left_out=tuple(found for found in rows if found.reason and found.rows),
        partners=tuple(Partner(*each) for each in expected),
    )


def _expected(bench: Workbench, ask: Ask, key: Key) -> Sequence[Returning]:
    if not ask.work.of_returns:
        return Reporting(bench, ask.work, ask.selection, ask.by).expected(key)
    parts = dict(zip(ask.by, key, strict=True))
    years = (parts["academic_year"],) if "academic_year" in parts else ask.selection.years
    return returning(partners(bench, ask.selection, ask.by).get(key, ()), years)


def _rows(bench: Workbench, ask: Ask, key: Key, base: Measure) -> Sequence[Rows]:
    of_it = group(bench, ask, base.source, key)
    sheet = SHEETS[of_it.source.sheet].title
    counts = {row.place: row.rows for row in bench.rows(of_it.reasons(base))}
    (gone,) = bench.rows(of_it.voided())
    words = ["", *reasons(base)]
    found = [Rows(sheet, counts.get(place, 0), reason) for place, reason in enumerate(words)]
    return [*found, Rows(sheet, gone.rows, VOIDED)]
