"""Who comes to the meetings that govern a partnership: attendance by partner."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard import formatting, sentences, wording
from dashboard.indicators.engagement import TOPIC
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.meeting_days import meeting_days
from dashboard.indicators.parts import Figure
from dashboard.sentences import Claim
from dashboard.views import answering, captions
from dashboard.views.measures import measure, without_people
from dashboard.views.meetings_held import HELD
from dashboard.views.splits import BY_PARTNER
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.queries import governance
from data.selection import Dimension, Selection

NAME: Final = "attendance"
ABOUT: Final = "Attendance at governance meetings held"
CHAIRED: Final = without_people(
    measure(NAME, "Meetings chaired", TOPIC, meeting_days(governance.CHAIRED))
)
BY: Final[tuple[Dimension, ...]] = ("partnership", "organisation")
COLUMNS: Final = ("Partner", "Meetings held", "Attended", "Chaired", "Attendance")
MOST_ROWS: Final = 60
EVERY: Final = Claim(
    "came to every meeting held", "came to every meeting held", "did not come to every meeting held"
)
NOTE: Final = (
    "Meetings held are those of the partner's partnership on the days that any partner of it has "
    "returned, also on days on which this partner was no member. A partner attended those that "
    "it has returned as held itself, in whatever part; a partner in two partnerships has a row in "
    "each. Attendance is not judged while a return of the partner is missing."
)


@dataclass(frozen=True)
class _Row:
    name: str
    of_all: Figure
    attended: Figure
    chaired: Figure

    @property
    def share(self) -> float | None:
        # While a return is missing, one may have been there more often.
        if self.attended.value is None or self.attended.status == "partial":
            return None
        return self.attended.value / self.of_all.value if self.of_all.value else None

    @property
    def order(self) -> tuple[bool, float, str]:
        return (self.share is None, self.share or 0, self.name)

    def cells(self) -> tuple[Cell, ...]:
        share = wording.NOT_JUDGED if self.share is None else formatting.percent(self.share)
        return (
            Cell(self.name, self.name),
            answering.cell(self.of_all, "count", caution=False),
            answering.cell(self.attended, "count"),
            answering.cell(self.chaired, "count", caution=False),
            Cell(share, self.share),
        )


def _asks(selection: Selection) -> tuple[Ask, ...]:
    return (
        *answering.asks((HELD, CHAIRED), selection, *BY),
        *answering.asks((HELD,), _whole(selection), "partnership"),
    )


def _whole(selection: Selection) -> Selection:
    # A partner's attendance is out of all meetings of its partnership, whoever returned them.
    return selection.only(organisations=(), regions=())


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    attended, chaired = (answering.found(answers, each, selection, *BY) for each in (HELD, CHAIRED))
    whole = answering.found(answers, HELD, _whole(selection), "partnership")
    words = captions.subtitle(ABOUT, captions.of_partners(selection), names, [attended.total])
    keys = attended.known()
    often = Counter(organisation for _, organisation in keys)
    rows = [
        _Row(
            _called(key, names, several=often[key[1]] > 1),
            whole.at(key[0]),
            attended.at(*key),
            chaired.at(*key),
        )
        for key in keys
    ]
    held = [row for row in rows if row.of_all.value and row.attended.value is not None]
    known = sorted(held, key=lambda row: row.order)
    if not known:
        return captions.nothing("Attendance", words, [attended.total], chart=False)
    silent = sorted(row.name for row in rows if row.attended.status == "not_reported")
    title = _title(known)
    alt = sentences.joined("Table of attendance by partner", title, sentences.not_reported(silent))
    return Drawn(title, words, alt, Table(COLUMNS, _cells(known, silent)))


def _called(key: Sequence[str], names: Names, *, several: bool) -> str:
    name = names.organisations.get(key[1], key[1])
    return f"{name} ({names.partnerships.get(key[0], key[0])})" if several else name


def _title(rows: Sequence[_Row]) -> str:
    shares = {row.name: row.share for row in rows if row.share is not None}
    every = [name for name, share in shares.items() if share == 1]
    finding = sentences.how_many(every, list(shares), BY_PARTNER.noun, EVERY)
    if len(shares) in (0, 1, len(every)):
        return finding or "Who came to the meetings held is not known yet"
    least = min(shares.values())
    seldom = sentences.named([name for name, share in shares.items() if share == least])
    return f"{finding}; {seldom} came least often ({formatting.percent(least)})"


def _cells(known: Sequence[_Row], silent: Sequence[str]) -> tuple[tuple[Cell, ...], ...]:
    named, more = answering.named(silent)
    rows = [row.cells() for row in known[:MOST_ROWS]]
    rows += [_others(known[MOST_ROWS:])] if known[MOST_ROWS:] else []
    named += [_many(more)] if more else []
    nothing = [Cell(wording.NOT_REPORTED) for _ in COLUMNS[1:]]
    return (*rows, *((Cell(name, name), *nothing) for name in named))


def _others(rows: Sequence[_Row]) -> tuple[Cell, ...]:
    """Return the rows that have none of their own, added up."""
    figures = zip(*((row.of_all, row.attended, row.chaired) for row in rows), strict=True)
    of_all, attended, chaired = (sum(each.value or 0 for each in column) for column in figures)
    counts = (Cell(formatting.count(number), number) for number in (of_all, attended, chaired))
    share = attended / of_all
    name = _many(len(rows))
    return (Cell(name, name), *counts, Cell(formatting.percent(share), share))


def _many(count: int) -> str:
    return formatting.quantity(count, "other partner", "other partners")


VIEW: Final = View(NAME, "Attendance by partner", ("meetings_held_rate",), _asks, _draw, note=NOTE)
