"""What a meeting is to decide, what is the matter, what was agreed, and what comes next."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from dashboard import formatting, sentences
from dashboard.attention.raised import Raised, first
from dashboard.attention.rules import RULES
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.reports.pack import Section
from dashboard.reports.pack_source import PackSource
from dashboard.units import written
from dashboard.views import lapses
from dashboard.views.view import Cell, Table
from data.calendar import TERMS, first_day_of_term, year_after
from data.meetings import Action
from data.queries import returns

WANTED: Final = 5
NO_DAY: Final = "no day set"
COLUMNS: Final = ("What is the matter", "Owner", "By when")
AGREED: Final = ("What was agreed", "Owner", "By when")
SHORTFALL: Final = INDICATORS["unmatched_shortfall"]


def decisions(of: PackSource) -> Section:
    """Return the most serious exceptions that nothing was agreed on yet."""
    unanswered = [each for each in of.raised if each.action is None]
    shown = first(unanswered, WANTED)
    if not shown:
        return Section("Decisions wanted", "No exception waits for a decision")
    asked = formatting.quantity(len(unanswered), "exception waits", "exceptions wait")
    return Section(
        heading="Decisions wanted",
        title=f"{asked} for a decision: what is to be done, by whom and by when",
        subtitle=_rest(len(shown), len(unanswered)),
        lines=tuple(f"{each.words}." for each in shown),
        notes=_rules(shown),
    )


def exceptions(of: PackSource) -> Section:
    """Return every exception, with its owner and day."""
    found = of.raised
    if not found:
        return Section("Exceptions", "No rule has raised an exception")
    title = f"{formatting.quantity(len(found), 'exception', 'exceptions')} by the rules in force"
    rows = tuple(_row(each.words, each.owner, each.due) for each in found)
    return Section(
        heading="Exceptions",
        title=title,
        subtitle=_where(of),
        table=Table(COLUMNS, rows),
        alt=sentences.joined("Table of exceptions with owner and day", title),
        notes=_rules(found),
    )


def actions(of: PackSource) -> Section:
    """Return what was agreed and is open, the earliest due first."""
    found = of.agreed
    if not found:
        return Section("Actions", "No action is open")
    title = _actions_title(found, of.edition.as_at)
    rows = tuple(_row(each.words, each.owner or "nobody yet", each.due) for each in found)
    return Section(
        heading="Actions",
        title=title,
        subtitle=_where(of),
        table=Table(AGREED, rows),
        alt=sentences.joined("Table of open actions with owner and day", title),
    )


def next_period(of: PackSource) -> Section:
    """Return what falls due next: returns, the next term, practice educators, actions."""
    day = of.edition.as_at
    lines = (
        _next_return(of, day),
        _next_term(of, day),
        of.drawn(lapses.VIEW).title,
        _actions_due(of, day) if of.is_for_the_group else "",
    )
    return Section(
        heading="Next period",
        title=f"What comes next after {formatting.day(day)}",
        lines=tuple(f"{line}." for line in lines if line),
    )


def _actions_due(of: PackSource, day: date) -> str:
    due = [each for each in of.agreed if each.due and each.due >= day]
    if not due:
        return "No open action falls due"
    acting = formatting.quantity(len(due), "open action falls", "open actions fall")
    return f"{acting} due from {formatting.day(day)} on"


def _next_return(of: PackSource, day: date) -> str:
    coming = of.bench.rows(returns.after(day))
    if not coming:
        return "No further return is set"
    return f"Returns of {coming[0].quarter} are due on {formatting.day(coming[0].due)}"


def _next_term(of: PackSource, day: date) -> str:
    this = of.selection.current_year
    coming = [(year, term) for year in (this, year_after(this)) for term in TERMS]
    year, term = next(each for each in coming if first_day_of_term(*each) > day)
    ask = Ask(SHORTFALL, of.selection.only(years=(year,)), ("term",))
    figures = {figure.key: figure for figure in of.answers([ask])[ask]}
    found = figures.get((term,))
    first_day = formatting.day(first_day_of_term(year, term))
    begins = f"{sentences.capital(term)} {year} begins on {first_day}"
    if found is None:
        return begins
    return f"{begins}; {sentences.inside(SHORTFALL.name)}: {written(found, SHORTFALL.unit)}"


def _actions_title(found: Sequence[Action], day: date) -> str:
    overdue = sum(each.is_overdue(day) for each in found)
    title = formatting.quantity(len(found), "action is open", "actions are open")
    return f"{title}, {formatting.count(overdue)} of them overdue" if overdue else title


def _where(of: PackSource) -> str:
    return f"{of.place}, as at {formatting.day(of.edition.as_at)}"


def _row(words: str, owner: str, due: date | None) -> tuple[Cell, ...]:
    return (Cell(words), Cell(owner), Cell(formatting.day(due) if due else NO_DAY))


def _rest(shown: int, found: int) -> str:
    return f"The first {formatting.count(shown)}; all of them under exceptions" * (found > shown)


def _rules(found: Iterable[Raised]) -> tuple[str, ...]:
    names = {each.rule for each in found}
    return tuple(f"{rule.heading}: {rule.words}" for rule in RULES if rule.name in names)
