"""What documents say beside what the records show: a row a claim, the parts below their whole."""

from dataclasses import replace
from typing import Final

from dashboard import sentences
from dashboard.evidence import claim_values, records, ties
from dashboard.evidence.records import Claims
from dashboard.evidence.verdicts import NO_YEAR, UNMEASURED, Held, Verdict
from dashboard.sentences import Claim as Saying
from dashboard.sentences import Noun
from dashboard.views import answering, captions
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.options import Options
from data.selection import Selection

NAME: Final = "claims"
ABOUT: Final = "Published figures"
SHEET: Final = "reported_figures"
COLUMNS: Final = (
    "Figure",
    "What was counted",
    "Part of",
    "Period",
    "The document says",
    "The records show",
    "Evidence",
    "Document",
)
SEARCH: Final = "Search by any word, partnership or document"
# In the order in which tables count them.
VERDICTS: Final[dict[Verdict, tuple[str, str]]] = {
    "evidenced": ("Evidenced", "on_track"),
    "differs": ("Records differ", "behind"),
    "open": ("Not settled yet", "at_risk"),
    "claimed": ("Claimed, not evidenced", "no_data"),
}
STANDS_ALONE: Final = "stands alone"
WITHOUT_RECORDS: Final = {UNMEASURED: "not measured here", NO_YEAR: "not compared"}
FIGURES: Final = Noun("published figure with records", "published figures with records")
DIFFERS: Final = Saying(
    "differs from the records", "differ from the records", "does not differ from the records"
)
NOTES: Final = (
    (
        "Claims",
        "What a document says, as it says it: “over 200” has no upper value, and a figure that is "
        "part of another is contained in it. None of them is added to another, or to any total of "
        "this service.",
    ),
    (
        "Records",
        "The figure here whose name, or one of whose usual names, the claim bears, for the whole "
        "partnership and the academic year that the document names. A claim in other words, or of "
        "another period, is held against nothing, and says so.",
    ),
    (
        "Usual names",
        f"{ties.wordings()}. “First”, “final”, “adults'” or “children's” may stand before each, "
        "and “a year” after it.",
    ),
    (
        "Evidenced",
        "The records show a number that the claim allows; “about” allows a tenth to either side, "
        "and a printed percentage its rounding.",
    ),
    (
        "Not settled yet",
        "Returns are missing or the year has not ended, so the number may still change; or the "
        "records are rounded to protect people, and the exact number may bear the claim out.",
    ),
    (
        "Filters",
        "Region and partner are those of whoever entered the figure. With an academic year chosen, "
        "figures of any other period are left out.",
    ),
)


def view(known: Options) -> View:
    """Return the table of the claims that somebody may read."""
    claims = Claims(known.claims)

    def draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
        found = claims.held(answers, selection)
        words = captions.subtitle(ABOUT, _followed(selection), names)
        if not found:
            return none(known, words)
        title = _title(found, names)
        return Drawn(
            title=title,
            subtitle=words,
            alt=sentences.joined("Table of published figures beside the records", title),
            table=Table(COLUMNS, tuple(_row(each, names) for each in _ordered(found, names))),
        )

    return View(
        NAME,
        "Figure by figure",
        records.indicators(known.claims),
        claims.asks,
        draw,
        search=SEARCH,
        note=captions.explained(NOTES),
        sheets=(SHEET,),
    )


def none(known: Options, subtitle: str) -> Drawn:
    """Return that there is no claim, and why."""
    why = (
        "No published figure matches these filters."
        if known.claims
        else "Nobody has entered what documents say. Partners enter it as reported figures, among "
        "the sheets of their return."
    )
    table = Table((ABOUT,), ())
    return Drawn(f"{ABOUT}: none", subtitle, f"{ABOUT}: none.", table, empty=why)


def _followed(selection: Selection) -> Selection:
    """Return the filters that claims follow."""
    return selection.only(levels=(), areas=(), routes=())


def called(each: Held, names: Names) -> str:
    """Return what tells a claim apart from every other, for readers."""
    claim = each.claim
    return f"{claim.ref}, {names.partnerships.get(claim.partnership, claim.partnership)}"


def _title(found: list[Held], names: Names) -> str:
    settled = [called(each, names) for each in found if each.verdict in ("evidenced", "differs")]
    differing = [called(each, names) for each in found if each.verdict == "differs"]
    if not settled:
        return "No published figure can be held against records yet"
    finding = sentences.how_many(differing, settled, FIGURES, DIFFERS)
    return f"{finding}: {sentences.named(differing)}" if len(settled) > 1 and differing else finding


def _ordered(found: list[Held], names: Names) -> list[Held]:
    """Return claims by the name of their partnership, within which their order stays."""
    return sorted(found, key=lambda each: names.partnerships.get(each.claim.partnership, ""))


def _row(each: Held, names: Names) -> tuple[Cell, ...]:
    claim = each.claim
    words, chip = VERDICTS[each.verdict]
    return (
        Cell(called(each, names), claim.ref),
        Cell(claim.measure, claim.measure),
        Cell(f"contained in {claim.part_of}" if claim.part_of else STANDS_ALONE),
        Cell(claim.period or "not stated"),
        Cell(f"{claim_values.in_words(claim)} {claim.unit}"),
        _shown(each),
        Cell(words, words, aside=each.reason, chip=chip),
        Cell(claim.source),
    )


def _shown(each: Held) -> Cell:
    """Return what the records show, as a figure that can be followed."""
    if each.figure is None or each.tie is None:
        return Cell(WITHOUT_RECORDS.get(each.reason, "no records"))
    cell = answering.cell(each.figure, each.tie.indicator.unit, caution=False)
    return replace(cell, aside=each.tie.indicator.name)
