"""What is said of each view that a pack would show: a draft, confirmed, or of old figures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dashboard import commentary_figures, scene
from dashboard.commentary_figures import Moved
from dashboard.editions.standpoint import Standpoint
from dashboard.indicators.evaluate import evaluate
from dashboard.reports.available import TOPICS
from dashboard.views.view import View
from data import commentary, options
from data.changes.commentary import Remark
from data.changes.drafts import Draft
from data.commentary import Comment, FiguresAsRead
from data.definitions import Definition
from data.selection import Selection


@dataclass(frozen=True)
class Spoken:
    """Words on a view, as they stand.

    Attributes:
        said: The words, and who stands for them.
        moved: The figures that read otherwise than when they were drafted or confirmed last.
    """

    said: Comment
    moved: tuple[Moved, ...]


@dataclass(frozen=True)
class Passage:
    """A view of a pack, and what is said of it.

    Attributes:
        name: What definitions call it.
        heading: What readers call it.
        year: The academic year.
        draft: What its figures say.
        figures: Its figures, as they read.
        spoken: What was said, the latest first.
    """

    name: str
    heading: str
    year: str
    draft: str
    figures: FiguresAsRead
    spoken: tuple[Spoken, ...]

    @property
    def lacks_words(self) -> bool:
        """Whether nothing that rests on its figures was written yet."""
        return all(each.said.figures is None for each in self.spoken)

    def as_draft(self, partnership: str) -> Draft:
        """Return what would be kept as a draft."""
        return Draft(Remark(partnership, self.name, self.year, self.draft), self.figures)


def passages(at: Standpoint, definition: Definition, partnership: str, day: date) -> list[Passage]:
    """Return each view of a definition with what is said of it.

    Args:
        at: The data as they are, as whoever asks reads them.
        definition: How the pack is put together.
        partnership: Code of the partnership that is spoken of.
        day: The day that the pack is of.
    """
    with at.store.snapshot() as snapshot:
        bench = at.bench(snapshot)
        known = options.load(snapshot).within(at.within)
        names = scene.names(known)
        said = commentary.of_partnerships(snapshot, [partnership])
        selection = commentary_figures.of_year(Selection(day), partnership, None)

        def passage(name: str, view: View) -> Passage:
            answers = evaluate(bench, dict.fromkeys(view.asks(selection)))
            figures = commentary_figures.figures(answers, names, selection)
            return Passage(
                name=name,
                heading=definition.sections[name] or view.heading,
                year=selection.current_year,
                draft=commentary_figures.drafted(view.draw(answers, names, selection)),
                figures=figures,
                spoken=tuple(_spoken(said.get(name, ()), selection.current_year, figures)),
            )

        topics = {name: TOPICS[name] for name in definition.sections if name in TOPICS}
        return [
            passage(name, topic.made(known) if topic.made else topic.view)
            for name, topic in topics.items()
        ]


def _spoken(said: Iterable[Comment], year: str, now: FiguresAsRead) -> Iterator[Spoken]:
    for each in said:
        if each.academic_year in (None, year):
            then = each.figures
            yield Spoken(each, () if then is None else commentary_figures.moved(then, now))
