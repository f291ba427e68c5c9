"""One figure of each region and council, as squares that lie roughly as on a map, and as a list."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from dashboard import sentences, wording
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.units import WRITING
from dashboard.views import answering, captions, partner_words
from dashboard.views.heat import tone
from dashboard.views.view import Answers, Block, Cell, Choice, Drawn, Names, Table, View
from data.calendar import first_day, last_day
from data.options import Options
from data.partners import Partner
from data.selection import Selection

NAME: Final = "map"
PARAMETER: Final = "show"
SHOWN: Final = (
    "net_supply",
    "unmatched_shortfall",
    "on_time_start_rate",
    "statutory_share",
    "pe_current",
    "pe_inactive_rate",
    "adult_share_supply",
    "vacancy_rate",
)
# Column and row of each region, roughly as they lie.
PLACES: Final[Mapping[str, tuple[int, int]]] = {
    "S92000003": (2, 1),
    "E12000001": (3, 1),
    "N92000002": (1, 2),
    "E12000002": (2, 2),
    "E12000003": (3, 2),
    "W92000004": (1, 3),
    "E12000005": (2, 3),
    "E12000004": (3, 3),
    "E12000006": (4, 3),
    "E12000009": (2, 4),
    "E12000008": (3, 4),
    "E12000007": (4, 4),
}
COUNCIL: Final = "local_authority"
# What all councils are called tells none of them apart, and a square has little room.
COMMON: Final = re.compile(
    r"\b(Metropolitan |County |City |Borough |District )*Council\b"
    r"|\b(London|Royal|Metropolitan) Borough of\b"
)
ROUGHLY: Final = "Regions placed roughly, councils in alphabetical order within their region"
NOTES: Final = (
    (
        "The map",
        "All squares are of one size, whatever the size of the place. A square with a thick edge "
        "is a region with all its partners; the others are councils. Councils that are no "
        "partners are left out.",
    ),
    (
        "Shades",
        "The stronger a shade, the higher the figure: regions among regions, councils among "
        "councils. The number says the same.",
    ),
)


def view(show: str, known: Options) -> View:
    """Return the map of an indicator over the partners that somebody may know of."""
    indicator = INDICATORS[show]
    offered = tuple((key, INDICATORS[key].name) for key in SHOWN)

    def asks(selection: Selection) -> tuple[Ask, ...]:
        year = captions.of_one_year(selection)
        return tuple(Ask(indicator, year, by) for by in (("region",), ("organisation",), ()))

    def draw(answers: Answers, names: Names, chosen: Selection) -> Drawn:
        selection = captions.of_one_year(chosen)
        land = _Map(indicator, answers, known, selection)
        blocks = tuple(land.block(code) for code in PLACES if land.is_shown(code))
        title = land.title()
        return Drawn(
            title=title,
            subtitle=sentences.joined(
                captions.subtitle(indicator.name, selection, names, [land.regions.total]), ROUGHLY
            ).removesuffix("."),
            alt=sentences.joined("Map of equal squares and a table", title),
            table=Table(("Region or council", "Region", indicator.name), land.rows()),
            tiles=blocks,
        )

    choice = Choice(PARAMETER, "Show on the map", offered, (show,))
    return View(
        NAME,
        "Regions and councils",
        (show,),
        asks,
        draw,
        choices=(choice,),
        note=captions.explained(NOTES),
    )


class _Map:
    """The figures of regions and councils, each with its square."""

    def __init__(
        self, indicator: Indicator, answers: Answers, known: Options, selection: Selection
    ) -> None:
        self._indicator, self._known, self._selection = indicator, known, selection
        self.regions = answering.found(answers, indicator, selection, "region")
        self._organisations = answering.found(answers, indicator, selection, "organisation")
        self._councils: dict[str, list[Partner]] = defaultdict(list)
        for partner in known.partners.values():
            if partner.kind == COUNCIL and _is_on_view(partner, selection):
                self._councils[partner.region or ""].append(partner)
        every = [council.code for those in self._councils.values() for council in those]
        self._highest_region = _highest(self.regions.groups.values())
        self._highest_council = _highest(map(self._organisations.at, every))

    def is_shown(self, region: str) -> bool:
        """Return whether the filters let a region pass."""
        return not self._selection.regions or region in self._selection.regions

    def title(self) -> str:
        """Return where the figure is highest."""
        values = {
            self._known.every_region[key[0]]: figure.value
            for key, figure in self.regions.groups.items()
            if key[0] and figure.value is not None
        }
        if not values:
            return f"{self._indicator.name}: {wording.NO_NUMBERS}"
        write = WRITING[self._indicator.unit].write
        return f"{self._indicator.name}: highest in {sentences.most(values, write)}"

    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """Return the list: each region and the councils in it, in the order of their names."""
        names = self._known.every_region
        ordered = sorted(filter(self.is_shown, PLACES), key=lambda code: names.get(code, code))
        return tuple(row for code in ordered for row in self._of_region(code))

    def _of_region(self, code: str) -> Iterator[tuple[Cell, ...]]:
        tiles = self.block(code).tiles
        within = Cell(tiles[0][0].text)
        for name, number in tiles:
            yield (replace(name, text=str(name.value)), within, replace(number, tone=0))

    def block(self, code: str) -> Block:
        """Return the square of a region, and those of the councils in it."""
        councils = map(self._council, sorted(self._councils[code], key=_short))
        return Block(PLACES[code], (self._region(code), *councils))

    def _region(self, code: str) -> tuple[Cell, Cell]:
        name = self._known.every_region.get(code, code)
        if code not in self._known.regions:
            return Cell(name, name), Cell(wording.NO_PARTNER)
        leading = Cell(name, name, to=partner_words.HOME, only=("region", code))
        return leading, self._shaded(self.regions.at(code), self._highest_region)

    def _council(self, council: Partner) -> tuple[Cell, Cell]:
        name = Cell(_short(council), council.name, to=partner_words.path_of(council.code))
        figure = self._organisations.at(council.code)
        return name, self._shaded(figure, self._highest_council)

    def _shaded(self, figure: Figure, highest: float) -> Cell:
        unit = self._indicator.unit
        plain = answering.cell(figure, unit, base=unit != "count")
        return replace(plain, tone=tone(figure.value, highest))


def _short(council: Partner) -> str:
    """Return what is left of a council's name without what all of them are called."""
    return " ".join(COMMON.sub("", council.name).split()) or council.name


def _highest(figures: Iterable[Figure]) -> float:
    return max((figure.value for figure in figures if figure.value), default=0)


def _is_on_view(partner: Partner, selection: Selection) -> bool:
    """Return whether a partner was there in the year, as far as the filters let it pass."""
    (year,) = selection.years
    begins, ends = first_day(year), last_day(year)
    if selection.organisations and partner.code not in selection.organisations:
        return False
    spans = [
        (stay.valid_from or begins, stay.valid_to or partner.valid_to or ends)
        for stay in partner.stays
        if not selection.partnerships or stay.partnership in selection.partnerships
    ]
    return any(since <= ends and until >= begins for since, until in spans)
