"""What has changed, put together by day, organisation and sheet, and in words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Final

from dashboard import formatting, sentences, wording
from dashboard.columns import column_called
from data.corrections import Correction
from data.news import Happening
from data.returns.sheets import SHEETS

# Steps that somebody took on purpose; that a return is being worked on shows in its rows.
STEPS: Final = ("submitted", "sent_back", "signed_off", "reopened")


@dataclass(frozen=True)
class Corrected:
    """The corrections of one day, organisation and sheet.

    Attributes:
        day: The day in London.
        partnership: Name of the partnership.
        owner: Name of the organisation.
        sheet: Title of the sheet.
        shown: Those whose values, or whose row, the reader may see.
        others: How many more, and what was done to them; blank if there are none.
        columns: What the columns of those are called.
    """

    day: date
    partnership: str
    owner: str
    sheet: str
    shown: Sequence[Correction]
    others: str
    columns: Sequence[str]


@dataclass(frozen=True)
class Day:
    """What happened on one day.

    Attributes:
        day: The day in London.
        lines: What happened: partnership, organisation, and words.
    """

    day: date
    lines: Sequence[tuple[str, str, str]]


@dataclass(frozen=True)
class Called:
    """Names for codes.

    Attributes:
        partnerships: Names by code.
        organisations: Names by code.
    """

    partnerships: Mapping[str, str]
    organisations: Mapping[str, str]

    def place(self, of: Correction | Happening) -> tuple[str, str]:
        """Return what the partnership and the organisation are called that something is of."""
        partnership = self.partnerships.get(of.partnership, of.partnership)
        return partnership, self.organisations.get(of.owner, of.owner)


def corrected(found: Iterable[Correction], called: Called) -> list[Corrected]:
    """Return corrections by day, organisation and sheet, the latest day first."""

    def key(one: Correction) -> tuple[int, str, str, str]:
        return (-_day(one.at).toordinal(), *called.place(one), SHEETS[one.sheet].title)

    return [
        _group(list(several), called) for _, several in groupby(sorted(found, key=key), key=key)
    ]


def _group(several: Sequence[Correction], called: Called) -> Corrected:
    shown = [one for one in several if one.row]
    others = [one for one in several if not one.row]
    columns = dict.fromkeys(name for one in others for name in one.columns)
    return Corrected(
        _day(several[0].at),
        *called.place(several[0]),
        SHEETS[several[0].sheet].title,
        shown,
        done(Counter(one.kind for one in others)),
        [column_called(name) for name in columns],
    )


def happened(found: Iterable[Happening], called: Called) -> list[Day]:
    """Return what happened by day, the latest first; what came in one file as one line a sheet."""

    def key(one: Happening) -> tuple[str, ...]:
        return (*called.place(one), one.sheet, one.file, one.state, one.reason)

    def day(one: Happening) -> date:
        return _day(one.at)

    told = sorted(filter(is_told, found), key=key)
    return [
        Day(when, [_line(list(each), called) for _, each in groupby(several, key=key)])
        for when, several in groupby(sorted(told, key=day, reverse=True), key=day)
    ]


def is_told(one: Happening) -> bool:
    """Return whether something is worth a line."""
    return bool(one.sheet) or one.state in STEPS


def _day(moment: datetime) -> date:
    return formatting.in_london(moment).date()


def _line(several: Sequence[Happening], called: Called) -> tuple[str, str, str]:
    first = several[0]
    words = _rows(first, several) if first.sheet else _step(first, several)
    return *called.place(first), words


def _rows(first: Happening, several: Sequence[Happening]) -> str:
    added, changed = (sum(getattr(one, each) for one in several) for each in ("added", "changed"))
    source = f", from {first.file}" if first.file else ""
    return f"{SHEETS[first.sheet].title}: {done({'added': added, 'changed': changed})}{source}"


def done(counts: Mapping[str, int]) -> str:
    """Return what was done to how many rows: "2 rows added and 1 row changed"."""
    return sentences.listed(
        [
            f"{formatting.quantity(count, 'row', 'rows')} {verb}"
            for verb, count in counts.items()
            if count
        ]
    )


def _step(first: Happening, several: Sequence[Happening]) -> str:
    quarters = formatting.quarters(sorted({one.quarter for one in several}))
    reason = f" (“{first.reason}”)" if first.reason else ""
    noun = "return" if len(several) == 1 else "returns"
    return f"{noun} of {quarters} {wording.RETURN_STATES[first.state].lower()}{reason}"


def value(column: str, sheet: str, text: str) -> str:
    """Return a value as readers know it."""
    if not text:
        return "blank"
    codes = SHEETS[sheet].column(column).values
    return wording.CODES.get(column, {}).get(text, text.replace("_", " ") if codes else text)
