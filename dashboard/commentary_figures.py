"""What commentary rests on: a view's figures as they read, and which of them have changed since."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from dashboard import sentences, units
from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.indicators.parts import Figure
from dashboard.scene import Scene
from dashboard.views import answering
from dashboard.views.view import Answers, Drawn, Names, View
from data.commentary import Comment, FiguresAsRead
from data.selection import Selection
from data.workbench import Workbench

GONE: Final = "not there"


@dataclass(frozen=True)
class Moved:
    """A figure that reads otherwise than when words were written from it.

    Attributes:
        name: What it is.
        was: As it read.
        now: As it reads.
    """

    name: str
    was: str
    now: str


def drafted(drawn: Drawn) -> str:
    """Return what a view's figures say, in sentences."""
    return sentences.joined(drawn.title, *drawn.points)


def figures(answers: Answers, names: Names, selection: Selection) -> dict[str, str]:
    """Return the figures of a view as they read, by what they are."""
    found: dict[str, str] = {}
    for ask, several in answers.items():
        for figure in several:
            name = _name(ask, figure, names, selection)
            found[name] = units.written(figure, ask.indicator.unit)
    return found


def _name(ask: Ask, figure: Figure, names: Names, selection: Selection) -> str:
    groups = (
        answering.name_of(by, code, names) for by, code in zip(ask.by, figure.key, strict=True)
    )
    others = () if ask.selection.years == selection.years else ask.selection.years or ("all years",)
    filters = (*ask.selection.levels, *ask.selection.areas, *ask.selection.routes)
    return ", ".join((ask.indicator.name, *groups, *others, *filters))


def moved(then: FiguresAsRead, now: FiguresAsRead) -> tuple[Moved, ...]:
    """Return the figures that read otherwise."""
    every = dict.fromkeys((*then, *now))
    pairs = ((name, then.get(name, GONE), now.get(name, GONE)) for name in every)
    return tuple(Moved(name, was, reads) for name, was, reads in pairs if was != reads)


def of_year(selection: Selection, partnership: str, year: str | None) -> Selection:
    """Return the filters by which commentary on a year is written."""
    day = selection.as_at
    return Selection(day, partnerships=(partnership,), years=(year or selection.current_year,))


def with_flags(scene: Scene, bench: Workbench, views: Iterable[View]) -> Scene:
    """Return a scene that says which comments rest on figures that have changed since.

    Args:
        scene: What is on view, with its comments.
        bench: Adds up figures of the same state of the data.
        views: Those of the page.
    """
    found = dict(_flags(scene, bench, {view.name: view for view in views}))
    return replace(scene, moved=found) if found else scene


def _flags(
    scene: Scene, bench: Workbench, views: Mapping[str, View]
) -> Iterator[tuple[int, tuple[Moved, ...]]]:
    for name, said in scene.said.items():
        for each in said:
            if each.figures is not None and name in views:
                selection = of_year(scene.selection, each.partnership, each.academic_year)
                yield each.id, since(each, views[name], bench, scene.names, selection)


def since(
    said: Comment, view: View, bench: Workbench, names: Names, selection: Selection
) -> tuple[Moved, ...]:
    """Return the figures that read otherwise than when a comment was drafted or confirmed."""
    answers = evaluate(bench, dict.fromkeys(view.asks(selection)))
    return moved(said.figures or {}, figures(answers, names, selection))
