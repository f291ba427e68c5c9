"""Which employers are asked for more than they have, and when: a heat table, and in words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dashboard import formatting, sentences, wording
from dashboard.indicators import months, overload
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.months import MONTHS
from dashboard.indicators.overload import BY_EMPLOYER
from dashboard.indicators.parts import Figure
from dashboard.sentences import Claim, Noun
from dashboard.views import answering, captions, clashes
from dashboard.views.clashes import Clash
from dashboard.views.heat import tone
from dashboard.views.measures import measure, without_people
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

NAME: Final = "overload"
ABOUT: Final = "Places asked of each employer above those it has, by month"
OVER: Final = tuple(
    without_people(
        measure(NAME, f"Over in month {month + 1}", "Supply and demand", overload.in_month(month))
    )
    for month in range(MONTHS)
)
SEVERAL: Final = 2
MOST_EMPLOYERS: Final = 40
EMPLOYERS: Final = Noun("employer", "employers")
OVERLOADED: Final = Claim(
    "is asked for more places than it has in some month",
    "are asked for more places than they have in some month",
    "is not asked for more places than it has in any month",
)
NOTE: Final = (
    "The number in a cell is how many places an employer is short of in a month, in one "
    "partnership; beside it stand the places asked of those it has. A clash is a month in which "
    "two or more universities ask it for more places together than it has. Asked are the places "
    "of every request whose window has a day in the month; a request that says no end is taken to"
    " end with its term. An employer has the places of its offers that stand, from the month "
    "their window starts. An offer says no end: it is taken to last as long as the longest window"
    " asked of that employer that begins in the same academic year and term, as places and "
    "students meet in the unmatched shortfall, and at least to the end of that term. Places of "
    "every level and service area count alike, unless a filter chooses among them. Requests and "
    "offers count in the employer's region. With a partner chosen, these are the employers chosen"
    " and those whom a university chosen asks, with what others ask of them."
)


@dataclass(frozen=True)
class _Row:
    name: str
    figures: tuple[Figure, ...]

    @property
    def is_missing(self) -> bool:
        return all(figure.value is None for figure in self.figures)

    @property
    def worst(self) -> float:
        return max((figure.value or 0 for figure in self.figures), default=0)

    @property
    def order(self) -> tuple[bool, float, float, str]:
        asked = max((figure.numerator or 0 for figure in self.figures), default=0)
        return (self.is_missing, -self.worst, -asked, self.name)

    @property
    def is_empty(self) -> bool:
        sides = [each for f in self.figures for each in (f.numerator, f.denominator)]
        return not self.is_missing and not any(sides)

    def clashes(self, days: Sequence[date]) -> list[Clash]:
        """Return its clashes, those of months on end with the same numbers as one."""
        found: list[Clash] = []
        for day, figure in zip(days, self.figures, strict=True):
            asked, had, asking = (
                int(each or 0) for each in (figure.numerator, figure.denominator, figure.n)
            )
            if not figure.value or asking < SEVERAL:
                continue
            clash = Clash(self.name, day, day, asked, had, asking)
            if found and _goes_on(found[-1], clash, days):
                clash = Clash(self.name, found.pop().first, day, asked, had, asking)
            found.append(clash)
        return found


def _goes_on(before: Clash, after: Clash, days: Sequence[date]) -> bool:
    alike = (before.asked, before.had, before.universities)
    next_to = days.index(after.first) - days.index(before.last) == 1
    return next_to and alike == (after.asked, after.had, after.universities)


def _asks(selection: Selection) -> tuple[Ask, ...]:
    return answering.asks(OVER, _of_year(selection), *BY_EMPLOYER)


def _of_year(selection: Selection) -> Selection:
    # Offers have their employer's region alone, so that requests are counted there too.
    return captions.of_one_year(selection).only(basis="employer")


def _draw(answers: Answers, names: Names, chosen: Selection) -> Drawn:
    selection = _of_year(chosen)
    totals = [answers[Ask(month, selection)][0] for month in OVER]
    words = captions.subtitle(ABOUT, selection, names, totals)
    days = months.days(selection.years[0])
    rows = _rows(answers, names, selection)
    if not any(not row.is_missing for row in rows):
        return captions.nothing("Requests and offers", words, totals, chart=False)
    known = {row.name: row.worst for row in rows if not row.is_missing}
    over = {name: worst for name, worst in known.items() if worst}
    finding = sentences.how_many(list(over), list(known), EMPLOYERS, OVERLOADED)
    title = sentences.with_most(finding, over, len(known), _short)
    missing = [row.name for row in rows if row.is_missing]
    told = clashes.most_serious([clash for row in rows for clash in row.clashes(days)])
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined(
            "Table of places short by employer and month",
            title,
            *told,
            sentences.not_reported(missing),
        ),
        table=_table(rows, totals, days),
        points=told,
    )


def _short(places: float) -> str:
    return f"{formatting.count(places)} short"


def _rows(answers: Answers, names: Names, selection: Selection) -> list[_Row]:
    found = [answering.found(answers, month, selection, *BY_EMPLOYER) for month in OVER]
    keys = {key for each in found for key in each.known()}
    employers = {key for key in keys if names.kinds.get(key[1], "") != "hei"}
    often = Counter(employer for _, employer in employers)
    rows = [
        _Row(_called(key, names, several=often[key[1]] > 1), tuple(each.at(*key) for each in found))
        for key in employers
    ]
    return sorted((row for row in rows if not row.is_empty), key=lambda row: row.order)


def _called(key: Sequence[str], names: Names, *, several: bool) -> str:
    name = names.organisations.get(key[1], key[1])
    return f"{name} ({names.partnerships.get(key[0], key[0])})" if several else name


def _table(rows: Sequence[_Row], totals: Sequence[Figure], days: Sequence[date]) -> Table:
    strongest = max((row.worst for row in rows), default=0)
    known = [row for row in rows if not row.is_missing]
    shown, rest = known[:MOST_EMPLOYERS], known[MOST_EMPLOYERS:]
    silent, more = answering.named([row.name for row in rows if row.is_missing])
    body = [
        (Cell(row.name, row.name), *(_cell(figure, strongest) for figure in row.figures))
        for row in shown
    ]
    body += [_others(rest)] if rest else []
    silent += [f"{formatting.count(more)} others"] if more else []
    nothing = [Cell(wording.NOT_REPORTED) for _ in range(MONTHS)]
    body += [(Cell(name, name), *nothing) for name in silent]
    sums = (answering.cell(figure, "count", caution=False) for figure in totals)
    footer = (Cell("All", "All"), *sums)
    return Table(("Employer", *(f"{day:%b}" for day in days)), tuple(body), footer)


def _cell(figure: Figure, strongest: float) -> Cell:
    if figure.value is None:
        return answering.cell(figure, "count", caution=False)
    asked, had = figure.numerator or 0, figure.denominator or 0
    aside = f"{formatting.count(asked)} of {formatting.count(had)}" if asked or had else ""
    shade = tone(figure.value, strongest)
    return replace(answering.cell(figure, "count", caution=False), tone=shade, aside=aside)


def _others(rest: Sequence[_Row]) -> tuple[Cell, ...]:
    """Return a row of the employers that have none of their own."""
    name = formatting.quantity(len(rest), "other employer", "other employers")
    sums = [sum(row.figures[month].value or 0 for row in rest) for month in range(MONTHS)]
    return (Cell(name, name), *(Cell(formatting.count(number), number) for number in sums))


VIEW: Final = View(
    NAME,
    "Overload of employers",
    ("requested", "net_supply"),
    _asks,
    _draw,
    note=NOTE,
    pointed=True,
)
