"""What every part of a pack is made from: one edition, as far as whoever asks may read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dashboard import formatting, scene, sentences
from dashboard.attention.question import Question
from dashboard.attention.raised import Raised
from dashboard.attention.rules import raised
from dashboard.editions.standpoint import Standpoint
from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.views.view import Answers, Drawn, Names, View
from data import commentary, definitions, options
from data.commentary import Said
from data.definitions import Definition
from data.editions.edition import Edition
from data.meetings import Action
from data.options import Options
from data.reader import Snapshot
from data.selection import NOWHERE, Selection
from data.workbench import Workbench


@dataclass(frozen=True)
class PackSource:
    """An edition to make a pack of.

    Attributes:
        edition: The edition.
        bench: Adds up its figures.
        known: What there is in it, and what it is called.
        selection: Its partnerships, in the academic year of its day.
        definition: How its packs are put together.
        said: What was said of its views and confirmed, by what definitions call them.
    """

    edition: Edition
    bench: Workbench
    known: Options
    selection: Selection
    definition: Definition
    said: Said

    @cached_property
    def names(self) -> Names:
        """Names for codes."""
        return scene.names(self.known)

    @property
    def place(self) -> str:
        """Whom it is about: their names, or where they are many, how many."""
        names = list(self.known.partnerships.values())
        if len(names) <= sentences.MOST_NAMED:
            return sentences.named(names)
        return formatting.quantity(len(names), "partnership", "partnerships")

    def placed(self, subtitle: str) -> str:
        """Return a view's subtitle without the names of some, where partnerships are many."""
        names = [self.known.partnerships[code] for code in self.selection.partnerships]
        return subtitle.replace(sentences.named(names), self.place) if names else subtitle

    @cached_property
    def question(self) -> Question:
        """What the rules of exceptions look at."""
        return Question(self.bench, self.selection.only(years=()), self.names)

    @property
    def is_for_the_group(self) -> bool:
        """Whether the steering group reads it, whose decisions and actions are no funder's."""
        return self.edition.audience == "steering_group"

    @cached_property
    def raised(self) -> list[Raised]:
        """Every exception, the most serious first."""
        return raised(self.question)

    @property
    def agreed(self) -> list[Action]:
        """What is agreed and still open, the earliest due first."""
        found = self.question.agreed
        return [each for each in found if (each.kind, each.state) == ("action", "open")]

    def answers(self, asks: Iterable[Ask]) -> Answers:
        """Return the figures of some questions."""
        return evaluate(self.bench, dict.fromkeys(asks))

    def drawn(self, view: View) -> Drawn:
        """Return a view of the edition."""
        return view.draw(self.answers(view.asks(self.selection)), self.names, self.selection)


def pack_source(at: Standpoint, snapshot: Snapshot) -> PackSource:
    """Return what a pack is made from.

    Args:
        at: From where whoever asks looks; at an edition.
        snapshot: Of the edition.

    Raises:
        ValueError: They look at no edition.
    """
    if at.edition is None:
        raise ValueError("a pack is made of an edition")
    within = at.within or frozenset()
    selection = Selection(at.today, partnerships=tuple(sorted(within)) or NOWHERE)
    return PackSource(
        edition=at.edition,
        bench=at.bench(snapshot),
        known=options.load(snapshot).within(at.within),
        selection=selection.only(years=(selection.current_year,)),
        definition=definitions.of_edition(snapshot, at.edition.audience),
        # Words are of the exact figures, which those of a protected edition are not.
        said={} if at.protection else commentary.confirmed(snapshot, within),
    )
