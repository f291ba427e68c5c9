"""Which figures of a workbook are drawn as charts, and what each chart says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard import sentences
from dashboard.editions.cuts import By
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Unit
from dashboard.reports.plain_sheet import PlainSheet, Row, Valued
from dashboard.reports.tidy_tables import BEFORE, value_at
from dashboard.units import WRITING

# What a meeting asks first, together where one is measured by the other.
DRAWN: Final = (
    ("demand", "net_supply"),
    ("unmatched_shortfall",),
    ("sufficiency",),
    ("pe_current",),
    ("split_gap",),
)
CUTS: Final[tuple[By, ...]] = (("academic_year",), ("partnership",), ("region",))
FEWEST: Final = 2
# More bars than these can't be told apart.
MOST: Final = 40


@dataclass(frozen=True)
class Series:
    """One row of bars.

    Attributes:
        name: What it shows.
        places: Which rows of the sheet it is drawn from, from 0.
        values: The same as numbers.
    """

    name: str
    places: tuple[int, ...]
    values: tuple[float, ...]


@dataclass(frozen=True)
class Picture:
    """A chart of some rows of a sheet; a row without a number is not drawn, and said.

    Attributes:
        sheet: The sheet.
        by: The dimension that it is split by.
        groups: What the bars stand for, in order.
        series: One or two, for the same groups.
        unit: What the values are.
        left_out: Groups that lack a number.
    """

    sheet: PlainSheet
    by: By
    groups: tuple[str, ...]
    series: tuple[Series, ...]
    unit: Unit
    left_out: tuple[str, ...] = ()

    @property
    def over_years(self) -> bool:
        """Whether it shows figures over the years."""
        return self.by == ("academic_year",)

    @property
    def title(self) -> str:
        """What it shows, as a sentence without its full stop."""
        return "; ".join(
            self._said(each) if not number else sentences.inside(self._said(each))
            for number, each in enumerate(self.series)
        )

    @property
    def alt(self) -> str:
        """The same with every number, for those who don't see it."""
        kind = "Column chart" if self.over_years else "Bar chart"
        return sentences.joined(
            f"{kind} of {sentences.listed([each.name for each in self.series])}",
            self.title,
            *(f"{each.name}: {self._numbers(each)}" for each in self.series),
            self.without,
        )

    @property
    def without(self) -> str:
        """What it sheets out; nothing where it shows everything."""
        return f"Not drawn, without a number: {'; '.join(self.left_out)}" if self.left_out else ""

    def _said(self, of: Series) -> str:
        found = dict(zip(self.groups, of.values, strict=True))
        writing = WRITING[self.unit]
        if not self.over_years:
            return f"{of.name}: highest in {sentences.most(found, writing.write)}"
        first, *_, last = found.items()
        change = writing.write_change if self.unit == "share" else None
        return sentences.changed(of.name, first, last, writing.write, change)

    def _numbers(self, of: Series) -> str:
        write = WRITING[self.unit].write
        pairs = zip(self.groups, of.values, strict=True)
        return "; ".join(f"{group} {write(value)}" for group, value in pairs)


def pictures(sheets: dict[By, PlainSheet]) -> Iterator[Picture]:
    """Yield the charts of some sheets, by the cut that each holds."""
    for by in CUTS:
        for ids in DRAWN if by in sheets else ():
            if found := _picture(sheets[by], by, ids):
                yield found


def _picture(sheet: PlainSheet, by: By, ids: Sequence[str]) -> Picture | None:
    found = [_rows(sheet, key) for key in ids]
    every = dict.fromkeys(group for rows in found for group in rows)
    groups = [group for group in every if all(_has_number(rows, group, by) for rows in found)]
    if not FEWEST <= len(groups) <= MOST:
        return None
    return Picture(
        sheet,
        by,
        tuple(groups),
        tuple(_series(rows, groups, by) for rows in found),
        INDICATORS[ids[0]].unit,
        tuple(group for group in every if group not in groups),
    )


def _rows(sheet: PlainSheet, key: str) -> dict[str, tuple[int, Row]]:
    """Return the rows of an indicator with their places, by group."""
    return {
        str(row[len(BEFORE)]): (place, row)
        for place, row in enumerate(sheet.rows)
        if row[-1] == key
    }


def _has_number(rows: dict[str, tuple[int, Row]], group: str, by: By) -> bool:
    return group in rows and isinstance(rows[group][1][value_at(by)], Valued)


def _series(rows: dict[str, tuple[int, Row]], groups: Sequence[str], by: By) -> Series:
    chosen = [rows[group] for group in groups]
    values = [row[value_at(by)] for _, row in chosen]
    return Series(
        name=str(chosen[0][1][BEFORE.index("Indicator")]),
        places=tuple(place for place, _ in chosen),
        values=tuple(float(each.number) for each in values if isinstance(each, Valued)),
    )
