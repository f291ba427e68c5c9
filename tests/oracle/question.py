"""Which rows a question is about, and what they answer."""

from dataclasses import dataclass
from datetime import date

from tests.oracle.calendar import financial_year_of, last_day, term_of, year_from, year_of


@dataclass(frozen=True)
class Question:
    """One figure asked for: the day, the filters, the dimensions."""

    as_at: date
    regions: tuple = ()
    partnerships: tuple = ()
    organisations: tuple = ()
    years: tuple = ()
    levels: tuple = ()
    areas: tuple = ()
    routes: tuple = ()
    basis: str = "employer"
    by: tuple = ()


@dataclass(frozen=True)
class View:
    """A sheet as filters see it.

    ``day`` names the column that puts a row into a year, by a day or by the year itself; a stock
    has none and is counted on a day.
    ``columns`` are the dimensions it answers besides partnership, organisation, region and those
    of the day; ``route`` is a filter alone. A placement belongs to both its ``partners``, unless
    it is set against what its university alone needs. ``financial`` says that its rows are in
    financial years, by their day or as they say themselves.
    """

    sheet: str
    day: str | None
    columns: tuple = ()
    route: bool = False
    either_level: bool = False
    stock: bool = False
    term: bool = True
    partners: bool = True
    financial: bool = False

    def dimensions(self):
        dated = {"academic_year"} if self.day or self.stock else set()
        dated |= {"term"} if self.day and self.term else set()
        dated |= {"financial_year"} if self.financial else set()
        return {"partnership", "organisation", "region", *dated, *self.columns}

    def follows(self, name):
        dimension = {"years": "academic_year", "levels": "level", "areas": "service_area"}.get(name)
        if name == "routes":
            return self.route
        return dimension is None or dimension in self.dimensions()

    def answer(self, world, question, row, dimension):
        """A row's own values for a dimension: several only for the partners of a placement."""
        match dimension:
            case "organisation":
                both = self._placed() and self.partners
                partners = {row["owner"], row["employer"]} if both else {row["owner"]}
                return sorted(partners & set(question.organisations or partners))
            case "region":
                employer = self._placed() and question.basis == "employer"
                return [world.region(row["employer"] if employer else row["owner"])]
            case "academic_year" if self.stock:
                return stock_years(world, question)
            case "stage" if self.sheet == "practice_educators":
                return [stage_held(row, day_of_stock(question))]
        return [self._only(row, dimension)]

    def _only(self, row, dimension):
        if dimension in NAMED_BY and self.day:
            return NAMED_BY[dimension](row[self.day])
        if dimension == "quarter":
            return str(row["quarter"] or "year")
        column = "type" if dimension == "activity" else dimension
        return row["owner"] if self._owner_is(dimension) else row[column]

    def _owner_is(self, dimension):
        """Whether a dimension is another name for whoever returns the rows."""
        return dimension == "university" or (dimension == "employer" and self.sheet == "offers")

    def passes(self, world, question, row):
        """Whether a row passes the filters that its sheet can follow."""
        level = row.get("level")
        values = {
            "regions": self.answer(world, question, row, "region"),
            "partnerships": [row["partnership"]],
            "organisations": self.answer(world, question, row, "organisation"),
            "years": [] if self.stock or not self.day else [year_in(row[self.day])],
            "levels": ["first", "final", level] if self._any_level(level) else [level],
            "areas": [row.get("service_area")],
            "routes": [world.route(row)] if self.route else [],
        }
        chosen = {name: getattr(question, name) for name in values if self.follows(name)}
        if self.stock:
            chosen.pop("years", None)
        return all(set(values[name]) & set(wanted) for name, wanted in chosen.items() if wanted)

    def _any_level(self, level):
        return self.either_level and level == "either"

    def _placed(self):
        return self.sheet == "placements"


def year_in(cell):
    """The academic year of a day, or of a cell that names one."""
    return cell if isinstance(cell, str) else year_of(cell)


NAMED_BY = {"academic_year": year_in, "financial_year": financial_year_of, "term": term_of}


def day_of_stock(question):
    """The last day of the latest chosen year where that is over, else the day of the question."""
    ends = [last_day(year) for year in question.years]
    return min([question.as_at, *([max(ends)] if ends else [])])


def stage_held(educator, day):
    """The highest stage that an educator held on a day; nothing before the first award."""
    for column, stage in (("stage2_on", "2"), ("stage1_on", "1"), ("legacy_award_on", "legacy")):
        if educator[column] and educator[column] <= day:
            return stage
    return None


def stock_years(world, question):
    """The years that a stock is shown in: those chosen, else those begun since the first row."""
    if question.years:
        return sorted(question.years)
    columns = {
        "demand": "window_start",
        "offers": "window_start",
        "placements": "planned_start",
        "pe_training": "started_on",
    }
    days = [row[column] for sheet, column in columns.items() for row in world.facts.get(sheet, [])]
    if not days:
        return []
    first, last = int(year_of(min(days))[:4]), int(year_of(max(days))[:4])
    begun = year_of(question.as_at)
    return [year_from(y) for y in range(first, last + 1) if year_from(y) <= begun]


def dated(view, row):
    """Whether a row has the day that its sheet's calendar goes by."""
    return view.day is None or row[view.day] is not None
