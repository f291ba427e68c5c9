"""Selections to and from the address, which is the one place a selection is kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, urlencode

from dashboard import wording
from data.calendar import read_day
from data.editions.edition import Edition
from data.options import Options
from data.selection import NOWHERE, Selection

AS_AT = "as_at"
EDITION = "edition"
PARTNERSHIP = "partnership"
BASIS = "basis"
EMPLOYER = "employer"
# Names the table of a page that is wanted whole, however long it is.
ROWS = "rows"
# What readers call the day and the basis.
DATE, BASIS_LABEL = "Date", "Basis"


@dataclass(frozen=True)
class Filter:
    """One parameter of the address that filters.

    Attributes:
        parameter: Its name in the address.
        field: Its name in a selection.
        label: What readers call it.
        every: How the selection line says that it is not set; empty to say nothing.
        long: Whether its list is too long for checkboxes.
    """

    parameter: str
    field: str
    label: str
    every: str = ""
    long: bool = False


FILTERS = (
    Filter("region", "regions", "Region", "all regions"),
    Filter(PARTNERSHIP, "partnerships", "Partnership", long=True),
    Filter("organisation", "organisations", "Partner", long=True),
    Filter("year", "years", "Academic year", "all years"),
    Filter("level", "levels", "Level"),
    Filter("area", "areas", "Service area"),
    Filter("route", "routes", "Route"),
)


@dataclass(frozen=True)
class Asked:
    """What an address asks for.

    Attributes:
        selection: The filters it sets.
        query: The same as a query string, in one order, without its question mark.
        unknown: Parameter and value of what it asks for that isn't there.
        edition: The edition it is asked of; nothing for the data as they are at present.
    """

    selection: Selection
    query: str
    unknown: tuple[tuple[str, str], ...] = ()
    edition: Edition | None = None

    @property
    def other_day(self) -> bool:
        """Whether the figures refer to another day than today."""
        return f"{AS_AT}=" in self.query


def read(search: str, options: Options, today: date, edition: Edition | None = None) -> Asked:
    """Read a query string; what is unknown is left out, and named.

    Args:
        search: The query string.
        options: What there is to choose from.
        today: The day it is; of an edition, the day that it is of.
        edition: The edition that it is asked of.
    """
    given = _pairs(search)
    chosen: dict[str, tuple[str, ...]] = {}
    unknown: list[tuple[str, str]] = []
    for item in FILTERS:
        values = dict.fromkeys(value for name, value in given if name == item.parameter)
        known = choices(item, options)
        chosen[item.field] = tuple(value for value in known if value in values)
        unknown += [(item.label, value) for value in values if value not in known]
    as_at, basis = _last(given, AS_AT), _last(given, BASIS)
    day = _day(as_at, edition)
    unknown += [(DATE, as_at)] if as_at and day is None else []
    unknown += [(BASIS_LABEL, basis)] if basis and basis not in wording.BASES else []
    selection = Selection(as_at=day or today).only(
        **chosen, basis=basis if basis in wording.BASES else EMPLOYER
    )
    query = write(selection, today, edition)
    if options.limited and not selection.partnerships:
        # Whoever chooses none sees all that they may, and no more.
        selection = selection.only(partnerships=tuple(options.partnerships) or NOWHERE)
    return Asked(selection, query, tuple(unknown), edition)


def _day(text: str, edition: Edition | None) -> date | None:
    day = read_day(text)
    return day if day and can_look_from(day, edition) else None


def can_look_from(day: date, edition: Edition | None) -> bool:
    """Return whether figures can be asked as at a day: of an edition, as at none that is later.

    Where figures are rounded, other days would tell more than the cuts that are shown.
    """
    if edition is None or day == edition.as_at:
        return True
    return edition.disclosure == "exact" and day < edition.as_at


def edition_in(search: str) -> str:
    """Return the edition that a query string names, as it stands there; blank for none."""
    return _last(_pairs(search), EDITION)


def day_in(search: str) -> date | None:
    """Return the day that a query string looks from; nothing for today, or for what is no day."""
    return read_day(_last(_pairs(search), AS_AT))


def write(selection: Selection, today: date, edition: Edition | None = None) -> str:
    """Return a selection as a query string, without its question mark; what is usual is left out.

    Args:
        selection: The filters.
        today: The day that needs no mention.
        edition: The edition that it is asked of.
    """
    pairs = [
        (item.parameter, value) for item in FILTERS for value in getattr(selection, item.field)
    ]
    pairs += [(BASIS, selection.basis)] if selection.basis != EMPLOYER else []
    pairs += [(AS_AT, selection.as_at.isoformat())] if selection.as_at != today else []
    pairs += [(EDITION, str(edition.number))] if edition else []
    return urlencode(pairs, safe="/")


def whole(search: str) -> str:
    """Return the name of the table of which an address asks for every row; blank for none."""
    return _last(_pairs(search), ROWS)


def own(search: str) -> dict[str, tuple[str, ...]]:
    """Return what an address says besides the filters, for the page to make sense of."""
    usual = {AS_AT, EDITION, BASIS, ROWS, *(item.parameter for item in FILTERS)}
    found: dict[str, tuple[str, ...]] = {}
    for name, value in _pairs(search):
        if name not in usual:
            found[name] = (*found.get(name, ()), value)
    return found


def choices(item: Filter, options: Options) -> Mapping[str, str]:
    """Return what a filter can be set to: names by value, in the order to show them."""
    offered: Mapping[str, Mapping[str, str]] = {
        "regions": options.regions,
        "partnerships": options.partnerships,
        "organisations": options.organisations,
        "levels": _named(options.levels, wording.LEVELS),
        "areas": _named(options.areas, wording.AREA_FILTERS),
        "routes": _named(options.routes, wording.ROUTES),
        "years": {year: year for year in options.years},
    }
    return offered[item.field]


def _named(codes: Iterable[str], names: Mapping[str, str]) -> dict[str, str]:
    return {code: names.get(code, code) for code in codes}


def _pairs(search: str) -> list[tuple[str, str]]:
    return parse_qsl(search.removeprefix("?"))


def _last(given: Sequence[tuple[str, str]], name: str) -> str:
    return next((value for key, value in reversed(given) if key == name), "")
