"""Lists to work from: what a page shows to one person alone, such as rows they may read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dashboard.addresses import Asked
from dashboard.views.view import Names, Table
from data.people.person import Person
from data.workbench import Workbench

# As many rows as one works through at a sitting; a file may hold more.
ON_SCREEN: Final = 50
IN_A_FILE: Final = 5_000


@dataclass(frozen=True)
class Visit:
    """Somebody on a page, and the state of the data that it is drawn from.

    Attributes:
        person: Who looks; never taken from what the page sends.
        asked: What the address asks for.
        names: Names for codes.
        bench: Reads that state, no further than they may.
    """

    person: Person
    asked: Asked
    names: Names
    bench: Workbench


@dataclass(frozen=True)
class Listed:
    """A list as one person sees it.

    Attributes:
        title: How much there is, as a sentence without its full stop.
        subtitle: What is listed, where and when.
        table: As many rows as were asked for.
        empty: Why there is none, in words; empty where there are some.
        refused: Whether that is because they may not see any.
    """

    title: str
    subtitle: str
    table: Table
    empty: str = ""
    refused: bool = False


Read = Callable[[Visit, int], Listed]


@dataclass(frozen=True)
class Listing:
    """One list of a page. It is drawn anew for each request and never kept.

    Attributes:
        name: Its name in the page, in links to it and in its file.
        heading: What it is about.
        meaning: What stands in it, and how it is counted, in whole sentences.
        source: Where its rows come from, as a sentence names it.
        read: Reads at most so many rows of it for somebody, by what that person may see.
    """

    name: str
    heading: str
    meaning: str
    source: str
    read: Read
