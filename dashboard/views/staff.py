"""Do placements turn into staff? Each partner or region, from days of placement to who stays."""

from typing import Final

from dashboard import formatting, sentences
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.views import answering, captions, employer_rows
from dashboard.views.answering import Found
from dashboard.views.splits import BY_PARTNER, Split
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

HIRED: Final = "placement_to_hire"
SHOWN: Final = (
    HIRED,
    "asye_pass_rate",
    "retention_12m",
    "retention_24m",
    "retention_36m",
    "days_per_worker",
    "pe_density",
)
ABOUT: Final = "From placement to post"
NOTE: Final = (
    "Newly qualified workers stand in the academic year in which they started, days of placement "
    "in that of the planned start, workers in that of their census, and practice educators on the "
    "day, or on the last day of a past academic year."
)


def view(name: str, heading: str, split: Split) -> View:
    """Return the view of each partner that employs, or of each region.

    Args:
        name: The view's name in the page.
        heading: What it is about.
        split: By partner or by region.
    """

    def asks(selection: Selection) -> tuple[Ask, ...]:
        return answering.asks([INDICATORS[key] for key in SHOWN], selection, split.dimension)

    def draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
        found = [
            answering.found(answers, INDICATORS[key], selection, split.dimension) for key in SHOWN
        ]
        totals = [each.total for each in found]
        words = captions.subtitle(ABOUT, selection, names, totals[:1])
        rows = _rows(found, split, names)
        columns = (split.heading, *(INDICATORS[key].name for key in SHOWN), "Returns")
        table = Table(columns, tuple(rows), _cells(Cell("All"), totals))
        if all(total.value is None for total in totals):
            return captions.nothing(ABOUT, words, totals[:1], table=table, chart=False)
        title = _title(found[0], split, names)
        return Drawn(
            title=title,
            subtitle=words,
            alt=sentences.joined(f"Table by {split.noun.one}", title),
            table=table,
        )

    return View(name, heading, SHOWN, asks, draw, note=NOTE)


def _title(hired: Found, split: Split, names: Names) -> str:
    codes = employer_rows.employing((key[0] for key in hired.known()), names)
    values = {
        employer_rows.heading(split, code, names).text: value
        for code in codes
        if (value := hired.at(code).value) is not None
    }
    if not values or hired.total.value is None:
        return "How many newly qualified workers had a placement here is not known"
    share = formatting.percent(hired.total.value)
    # Those that tie are named in the order of their names, whoever was found first.
    most = sentences.most(dict(sorted(values.items())), formatting.percent)
    return f"{share} of newly qualified workers had a placement here; the most in {most}"


def _rows(found: list[Found], split: Split, names: Names) -> list[tuple[Cell, ...]]:
    codes = employer_rows.employing((key[0] for each in found for key in each.known()), names)
    rows = [
        (employer_rows.heading(split, code, names), [each.at(code) for each in found])
        for code in codes
    ]
    return [_cells(*row) for row in sorted(rows, key=lambda row: _order(row[0], row[1][0]))]


def _cells(name: Cell, figures: list[Figure]) -> tuple[Cell, ...]:
    units = [INDICATORS[key].unit for key in SHOWN]
    cells = (
        answering.cell(figure, unit, base=unit == "share", caution=False)
        for figure, unit in zip(figures, units, strict=True)
    )
    return (name, *cells, answering.returns(figures))


def _order(name: Cell, hired: Figure) -> tuple[bool, float, str]:
    return (hired.value is None, -(hired.value or 0), name.text)


BY_PARTNERS: Final = view("staff-by-partner", "From placement to post by partner", BY_PARTNER)
