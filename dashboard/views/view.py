"""What a chart of a page is: a question to the indicators, and a picture of the answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from data.selection import Selection
from data.sums import Number

Answers = Mapping[Ask, list[Figure]]


@dataclass(frozen=True)
class Names:
    """Names for codes, as readers know them.

    Attributes:
        partnerships: Partnership names by code.
        organisations: Organisation names by code.
        regions: Region names by ONS code.
        kinds: Kinds of organisation by code; universities are ``hei``.
        services: ``adults``, ``children`` or ``both`` by organisation code, where stated.
        origins: ``records``, ``illustrative`` or ``published`` by partnership code.
        programmes: Names of programmes by code.
    """

    partnerships: Mapping[str, str]
    organisations: Mapping[str, str]
    regions: Mapping[str, str]
    kinds: Mapping[str, str]
    services: Mapping[str, str]
    origins: Mapping[str, str]
    programmes: Mapping[str, str] = field(default_factory=dict)

    def partnership_called(self, name: str) -> str:
        """Return the code of the partnership of a name; nothing where there is none."""
        return next((code for code, known in self.partnerships.items() if known == name), "")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: the number as it is, and as it reads.

    Attributes:
        text: As it reads on the screen: "29", "not reported", "64.3%".
        value: The number itself, for files; ``None`` where there is none.
        tone: Of a heat table, how strong its shade is: 0 (none) to 4; meaning is in the text.
        aside: What to know beside the number, such as its base: "of 42".
        to: Path of the page that tells more of it; empty for none.
        only: A filter to set on the way there, as its parameter and value; empty for none.
        chip: A status of the theme, whose symbol and colours repeat what the text says.
        sparkline: The values of a small line drawn in place of the text, which says the same.
        ongoing: Whether the last of them is provisional, so that its mark is hollow.
        href: Where it leads, for the browser to load; empty for nowhere.
        figure: The figure it shows, so that one can ask where it came from; ``None`` where it
            shows something else.
    """

    text: str
    value: Number | str | None = None
    tone: int = 0
    aside: str = ""
    to: str = ""
    only: tuple[str, str] = ("", "")
    chip: str = ""
    sparkline: tuple[float | None, ...] = ()
    ongoing: bool = False
    href: str = ""
    figure: Figure | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Table:
    """The numbers of a chart, in the order of the chart.

    Attributes:
        columns: Column headings; the first names the rows.
        rows: A tuple of cells a row; the first is the row's heading. Of a long table they may be
            ``Rows``, which are made when they are looked at.
        footer: A row of totals, or nothing.
    """

    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]
    footer: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Block:
    """A region on a map of equal squares.

    Attributes:
        place: Its column and row on the map, from 1 on.
        tiles: Name and number of each square: the region itself first, then those in it.
    """

    place: tuple[int, int]
    tiles: tuple[tuple[Cell, Cell], ...]


@dataclass(frozen=True)
class Drawn:
    """A chart or table with all its words.

    Attributes:
        title: The finding, as a sentence without its full stop.
        subtitle: Measure, place and period.
        alt: The text alternative of the chart: what it shows, in a sentence or two.
        table: The same numbers.
        points: Findings besides the title, a sentence each without its full stop.
        figure: A plain dictionary for Plotly; ``None`` where the table itself is the picture.
        height: Of the chart in pixels.
        empty: Why there is nothing to see, in words; empty where there is something.
        tiles: Regions as squares, to stand beside the table.
    """

    title: str
    subtitle: str
    alt: str
    table: Table
    points: tuple[str, ...] = ()
    figure: dict[str, Any] | None = None
    height: int = 320
    empty: str = ""
    tiles: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Choice:
    """Something that the reader of a view may choose besides the filters; the address keeps it.

    Attributes:
        parameter: Its name in the address.
        label: What readers call it.
        offered: Names by value, in the order to show them.
        chosen: The values in force.
        prompt: What the list says where several can be added, one after the other; empty for one.
    """

    parameter: str
    label: str
    offered: tuple[tuple[str, str], ...]
    chosen: tuple[str, ...]
    prompt: str = ""


@dataclass(frozen=True)
class View:
    """One chart or table of a page.

    Attributes:
        name: Its name in the page, in links to it and in its files.
        heading: What it is about, for the page's outline.
        indicators: Ids of the indicators it shows, whose definitions stand beside it.
        asks: The questions it puts for a selection.
        draw: Its picture, from the answers to those questions.
        leads_to: The page that tells more of each partnership in its table; empty for none.
        choices: What its reader may choose besides the filters.
        search: What its rows can be searched for; empty where they are too few to search.
        pointed: Whether it tells findings besides its title.
        note: What to know of the whole, beside the definitions of its indicators.
        sheets: Names of the sheets that it shows rows of, besides those of its indicators.
    """

    name: str
    heading: str
    indicators: tuple[str, ...]
    asks: Callable[[Selection], tuple[Ask, ...]]
    draw: Callable[[Answers, Names, Selection], Drawn]
    leads_to: str = ""
    choices: tuple[Choice, ...] = ()
    search: str = ""
    note: str = ""
    pointed: bool = False
    sheets: tuple[str, ...] = ()
