"""Places that practice educators can take against students who need them, first and final."""

from dataclasses import dataclass
from typing import Final

from dashboard import formatting, sentences, wording
from dashboard.figures.outline_bars import Row
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.formulas import Total
from dashboard.indicators.parts import Figure
from dashboard.sentences import Claim, Noun
from dashboard.views import answering, bars, captions
from dashboard.views.measures import measure
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.queries import educators
from data.selection import Selection
from data.slicing import Measure

NAME: Final = "capacity"
SHOWN: Final = ("demand", "short_of_places_final", "short_of_stage2")
# A blank in places a year counts as one, as in the capacity of Stage 2.
PLACES: Final = measure(
    NAME,
    "Places practice educators can take",
    "Practice educators",
    Total(
        Measure(
            educators.educators,
            where=educators.current,
            quantity=educators.CAPACITY.quantity,
        )
    ),
)
# Who may assess which placement: the final one needs Stage 2.
STAGES: Final = {"final": ("2",), "first": ("1", "legacy")}
LEVELS: Final = Noun("level", "levels")
SHORT: Final = Claim(
    "has more students than practice educators can take",
    "have more students than practice educators can take",
    "has no more students than practice educators can take",
)
COLUMNS: Final = (
    "Placement",
    "Students who need one",
    "Places practice educators can take",
    "Gap",
    "Students short of a place",
    "Students short of a Stage 2 practice educator",
)


@dataclass(frozen=True)
class _Level:
    name: str
    needed: Figure
    places: list[Figure]
    shortages: tuple[Figure, ...]
    comparable: bool

    @property
    def available(self) -> float | None:
        known = [figure.value for figure in self.places if figure.value is not None]
        # Of what is hidden in part, the rest is not all.
        hidden = any(map(captions.is_hidden, self.places))
        return sum(known) if known and not hidden else None

    @property
    def is_hidden(self) -> bool:
        return any(map(captions.is_hidden, (self.needed, *self.places)))

    @property
    def balance(self) -> float | None:
        if not self.comparable or self.needed.value is None or self.available is None:
            return None
        return self.available - self.needed.value

    @property
    def gap(self) -> str:
        if self.balance is not None:
            return formatting.gap(self.balance)
        status = answering.missing_status((self.needed, *self.places))
        return wording.WITHOUT_A_NUMBER.get(status, wording.NOT_APPLICABLE)

    def bar(self) -> Row:
        if self.balance is None or self.available is None:
            return Row(self.name, None, None, self.gap)
        numbers = formatting.of(self.available, self.needed.value or 0)
        return Row(self.name, self.needed.value, self.available, f"{numbers}<br>{self.gap}")

    def cells(self) -> tuple[Cell, ...]:
        available = self.gap if self.available is None else formatting.count(self.available)
        shortages = [answering.cell(figure, "count", caution=False) for figure in self.shortages]
        return (
            Cell(self.name, self.name),
            answering.cell(self.needed, "count", caution=False),
            Cell(available, self.available),
            Cell(self.gap, self.balance),
            *(shortages or [Cell(wording.NOT_APPLICABLE)] * 2),
        )


def _asks(selection: Selection) -> tuple[Ask, ...]:
    year = captions.of_one_year(selection)
    shortages = [Ask(INDICATORS[shown], year) for shown in SHOWN[1:]]
    return (
        *answering.asks([INDICATORS["demand"]], year, "level"),
        *answering.asks([PLACES], year, "stage"),
        *shortages,
    )


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    year = captions.of_one_year(selection)
    demand = answering.found(answers, INDICATORS["demand"], year, "level")
    places = answering.found(answers, PLACES, year, "stage")
    shortages = tuple(answers[Ask(INDICATORS[shown], year)][0] for shown in SHOWN[1:])
    levels = [
        _Level(
            name=wording.LEVELS[level],
            needed=demand.at(level),
            places=[places.at(stage) for stage in stages],
            shortages=shortages if level == "final" else (),
            # Practice educators belong to no route, so one route's students can't be set off.
            comparable=not selection.routes,
        )
        for level, stages in STAGES.items()
        if level in (selection.levels or STAGES)
    ]
    totals = [demand.total, places.total]
    measured = "Places a year of current practice educators (Stage 2 for final placements)"
    words = captions.subtitle(measured, year, names, totals)
    table = Table(COLUMNS, tuple(level.cells() for level in levels))
    if not any(level.needed.value or level.available for level in levels):
        return captions.nothing("Needed and available", words, totals, table=table)
    title = _title(levels)
    figure, height = bars.outlined([level.bar() for level in levels])
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined(
            "Bar chart, an outline for students and a solid bar for places available", title
        ),
        table=table,
        figure=figure,
        height=height,
    )


def _title(levels: list[_Level]) -> str:
    balances = {wording.said(level.name): level.balance for level in levels}
    known = {name: balance for name, balance in balances.items() if balance is not None}
    short = {name: -balance for name, balance in known.items() if balance < 0}
    hidden = sum(level.is_hidden for level in levels if level.balance is None)
    finding = sentences.how_many(list(short), list(known), LEVELS, SHORT, hidden=hidden)
    if not finding:
        why = f"are {captions.KEPT_BACK}" if hidden else "cannot be compared yet"
        return f"Needed and available {why}"
    return sentences.with_most(
        finding, short, len(known) + hidden, lambda places: f"{formatting.count(places)} short"
    )


VIEW: Final = View(NAME, "Needed and available", SHOWN, _asks, _draw)
