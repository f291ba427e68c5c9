"""Vacancies, turnover and agency workers of each partner or region, beside what is published."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from dashboard import sentences, wording
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.units import WRITING
from dashboard.views import answering, captions, census_rates, employer_rows
from dashboard.views.census_kinds import FROM_THE_FILE
from dashboard.views.census_rates import PUBLISHED, Rate, latest
from dashboard.views.sparkline import sparkline
from dashboard.views.splits import BY_PARTNER, BY_REGION, Split
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.queries.published_rates import RATES
from data.selection import Selection

ABOUT: Final = "Vacancies, turnover and agency workers"
VACANCIES: Final = next(iter(RATES))
SHARE: Final = WRITING["share"]

Place = tuple[Cell, list[Rate]]


def view(name: str, heading: str, split: Split) -> View:
    """Return the view of the three rates of each partner, or of each region.

    Args:
        name: The view's name in the page.
        heading: What it is about.
        split: By partner or by region.
    """

    def asks(selection: Selection) -> tuple[Ask, ...]:
        total = Ask(INDICATORS[VACANCIES], selection)
        return (total, *census_rates.asks(selection, split.dimension))

    def draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
        (total,) = answers[Ask(INDICATORS[VACANCIES], selection)]
        words = captions.subtitle(f"{ABOUT}, each at its latest census", selection, names, [total])
        found = census_rates.rates(answers, selection, split.dimension)
        places = [
            (employer_rows.heading(split, code, names), found[code])
            for code in employer_rows.employing(found, names)
        ]
        together = census_rates.everywhere(answers, selection)
        table = _table(split.heading, places, together)
        if not any(map(_has_number, together)):
            return captions.nothing(ABOUT, words, [total], table=table, chart=False)
        title = _title({name.text: rates[0] for name, rates in places}, together[0])
        return Drawn(
            title=title,
            subtitle=words,
            alt=sentences.joined(f"Table by {split.noun.one}", title),
            table=table,
        )

    return View(name, heading, tuple(RATES), asks, draw, note=FROM_THE_FILE)


def _has_number(rate: Rate) -> bool:
    return any(figure.value is not None for figure in rate.figures.values())


def _title(places: dict[str, Rate], together: Rate) -> str:
    values = {
        name: found[1].value
        for name, rate in places.items()
        if (found := latest(rate.figures)) and found[1].value is not None
    }
    most = sentences.most(values, SHARE.write)
    told = f"Vacancies are highest in {most}" if len(values) > 1 else f"Vacancies: {most}"
    beside = latest(together.printed)
    if beside is None or beside[1].value is None:
        return told
    return f"{told}; England's published rate was {SHARE.write(beside[1].value)} in {beside[0]}"


def _table(heading: str, places: Sequence[Place], together: Sequence[Rate]) -> Table:
    # Without the file there is nothing to stand beside.
    published = any(rate.printed for rate in together)
    ordered = sorted(places, key=_order)
    named = [
        words
        for rate in RATES
        for words in (INDICATORS[rate].name, f"{INDICATORS[rate].name}, published")[: 1 + published]
    ]
    last = Cell("All, beside England" if published else "All")
    return Table(
        (heading, *named, f"{INDICATORS[VACANCIES].name} over the years"),
        tuple(_row(name, rates, published=published) for name, rates in ordered),
        _row(last, together, published=published),
    )


def _order(place: Place) -> tuple[bool, float, str]:
    name, rates = place
    found = latest(rates[0].figures)
    value = found[1].value if found else None
    return (value is None, -(value or 0), name.text)


def _row(name: Cell, rates: Sequence[Rate], *, published: bool) -> tuple[Cell, ...]:
    cells = (cell for rate in rates for cell in _cells(rate, published=published))
    vacancies = rates[0].figures
    return (name, *cells, sparkline(dict(sorted(vacancies.items())), "share"))


def _cells(rate: Rate, *, published: bool) -> Iterable[Cell]:
    found = latest(rate.figures)
    if found is None:
        yield Cell(wording.NO_ROWS)
    else:
        year, figure = found
        kind = rate.kind(year)
        # That a return is missing is why a published census stands there.
        whole = answering.cell(figure, "share", caution=kind != PUBLISHED)
        yield _beside(whole, f"{kind}, {year}")
    if published:
        yield _printed(rate)


def _printed(rate: Rate) -> Cell:
    found = latest(rate.printed)
    if found is None:
        return Cell(wording.NOT_PUBLISHED)
    year, figure = found
    return _beside(answering.cell(figure, "share"), year)


def _beside(cell: Cell, words: str) -> Cell:
    aside = ", ".join(part for part in (words, cell.aside) if part)
    return replace(cell, aside=aside) if cell.value is not None else cell


PLACES: Final = (
    view("censuses-by-partner", "Censuses by partner", BY_PARTNER),
    view("censuses-by-region", "Censuses by region", BY_REGION),
)
