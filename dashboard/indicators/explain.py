"""Where a number came from: its formula, the rows behind it, and the returns they came in."""

from dataclasses import dataclass

from dashboard.indicators.evaluate import Ask, applicable
from dashboard.indicators.states import Reporting
from data.left_out import reasons
from data.members import Member, MissingReturn
from data.returns.sheets import SHEETS
from data.slicing import Measure
from data.totals import voided
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
class Awaited:
    """A partner of whom a return is missing.

    Attributes:
        partnership: Code of the partnership.
        organisation: Code of the partner.
        name: The partner's name.
        returns: What is missing, the earliest first; none for a partnership that sends none.
    """

    partnership: str
    organisation: str
    name: str
    returns: tuple[MissingReturn, ...]


@dataclass(frozen=True)
class Explanation:
    """Where a number came from.

    Attributes:
        formula: How it is worked out, in words.
        source: The returns it is worked out from, in words.
        has_meaning: Whether the figure means anything for the filters; if not, nothing follows.
        counted: Rows that count, by sheet.
        left_out: Rows that passed the filters and do not count, by sheet and reason.
        expected: Partners who were to send a return.
        reported: Partners of whom none is missing.
        awaited: The others.
    """

    formula: str
    source: str
    has_meaning: bool = True
    counted: tuple[Rows, ...] = ()
    left_out: tuple[Rows, ...] = ()
    expected: int = 0
    reported: int = 0
    awaited: tuple[Awaited, ...] = ()


def explain(bench: Workbench, ask: Ask) -> Explanation:
    """Return where the total of a question came from; its dimensions change nothing."""
    whole = Ask(ask.indicator, ask.selection)
    formula, source = ask.indicator.formula, ask.indicator.source
    if not applicable(bench, whole):
        return Explanation(formula, source, has_meaning=False)
    bases = {measure.source: measure for measure in reversed(whole.work.bases())}
    rows = [found for base in reversed(bases.values()) for found in _rows(bench, whole, base)]
    expected = Reporting(bench, whole.work, ask.selection, ()).expected()
    awaited = tuple(
        _awaited(member, missing) for member, missing in expected if missing is not None
    )
    return Explanation(
        formula=formula,
        source=source,
        counted=tuple(found for found in rows if not found.reason),
        left_out=tuple(found for found in rows if found.reason and found.rows),
        expected=len(expected),
        reported=len(expected) - len(awaited),
        awaited=awaited,
    )


def _rows(bench: Workbench, ask: Ask, base: Measure) -> list[Rows]:
    source = bench.source(base.source, ask.selection)
    sheet = SHEETS[source.sheet].title
    why = reasons(base)
    bench.add_up((measure, ask.selection, ()) for measure in (base, *(each for _, each in why)))
    found = [Rows(sheet, _count(bench, ask, base))]
    found += [Rows(sheet, _count(bench, ask, measure), words) for words, measure in why]
    (gone,) = bench.rows(voided(source, ask.selection))
    return [*found, Rows(sheet, gone.rows, VOIDED)]


def _count(bench: Workbench, ask: Ask, measure: Measure) -> int:
    return bench.sum_of(bench.sums(measure, ask.selection, ()), ()).n


def _awaited(member: Member, missing: tuple[MissingReturn, ...]) -> Awaited:
    return Awaited(member.partnership, member.organisation, member.name, missing)
