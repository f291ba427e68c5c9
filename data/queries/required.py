"""The cells that returns require, and those of them that are filled."""

from dataclasses import dataclass
from functools import cache, reduce
from operator import add
from typing import Any, Final

from sqlalchemy import ColumnElement, FromClause, and_, case

from data.calendar_sql import academic_year_of, term_of
from data.locations import located
from data.returns.sheets import SHEETS
from data.schema import FACTS, PARTNERSHIP, PROGRAMME
from data.schema.reference import PUBLISHED
from data.slicing import Measure, Source
from data.standing_rows import DAYS, YEARS
from data.thresholds import Context

# A row of any other sheet stands in every year.
DATED: Final = DAYS.keys() | YEARS.keys()
EITHER: Final = "either"
NOT_KNOWN: Final = "not_known"


def _may_say(sheet: str) -> list[str]:
    columns = SHEETS[sheet].columns
    return [each.name for each in columns if each.required and NOT_KNOWN in each.values]


MAY_SAY: Final = tuple(sheet for sheet in SHEETS if _may_say(sheet))


@dataclass(frozen=True)
class Returned:
    """Every row of a sheet that came in a return, under the partner who sends it.

    Attributes:
        sheet: Name of the sheet.
    """

    sheet: str

    def __call__(self, _context: Context) -> Source:
        """Return the rows as a source."""
        table, sheet = FACTS[self.sheet], SHEETS[self.sheet]
        owner = located(table, table.c.owner, f"{self.sheet}_sender")
        partnership = PARTNERSHIP.alias(f"{self.sheet}_in")
        rows: FromClause = owner.rows.join(partnership, partnership.c.code == table.c.partnership)
        if sheet.has("programme"):
            rows = rows.join(PROGRAMME, PROGRAMME.c.code == table.c.programme)
        named = (name for name in ("partnership", "level", "service_area") if name in table.c)
        columns: dict[str, ColumnElement[Any]] = {name: table.c[name] for name in named}
        day = table.c[DAYS[self.sheet]] if self.sheet in DAYS else None
        if day is not None:
            columns |= {"academic_year": academic_year_of(day), "term": term_of(day)}
        if self.sheet in YEARS:
            columns["academic_year"] = table.c[YEARS[self.sheet]]
        return Source(
            sheet=self.sheet,
            rows=rows,
            # What a document says was never returned by anybody.
            always=and_(table.c.voided_at.is_(None), partnership.c.origin != PUBLISHED),
            columns=columns,
            organisations=(table.c.owner,),
            regions={"employer": owner.region, "hei": owner.region},
            day=day,
            route=PROGRAMME.c.route if sheet.has("programme") else None,
            any_level=sheet.has("level") and EITHER in sheet.column("level").values,
        )


def required(sheet: str) -> int:
    """Return how many cells of each row of a sheet are required."""
    return sum(column.required for column in SHEETS[sheet].columns)


@cache
def filled(sheet: str) -> Measure:
    """Return the required cells of a sheet that are filled, as a measure of its rows."""
    return _cells(sheet, [column.name for column in SHEETS[sheet].columns if column.required])


@cache
def not_known(sheet: str) -> Measure:
    """Return the required cells that say *not known*, of a sheet that has such a code."""
    return _cells(sheet, _may_say(sheet), NOT_KNOWN)


def _cells(sheet: str, names: list[str], code: str = "") -> Measure:
    cells = [FACTS[sheet].c[name] for name in names]
    true_of = [cell == code if code else cell.is_not(None) for cell in cells]

    def quantity(_context: Context) -> ColumnElement[Any]:
        return reduce(add, (case((each, 1), else_=0) for each in true_of))

    return Measure(Returned(sheet), quantity=quantity)
