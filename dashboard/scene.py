"""All that a page is drawn from: one selection, one state of the data, every answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dashboard.addresses import Asked
from dashboard.attention.question import Question
from dashboard.attention.raised import Raised
from dashboard.attention.rules import raised
from dashboard.editions.before import Before
from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.views.view import Answers, Names
from data.commentary import Said, on_page
from data.members import Member, chosen, nation_of
from data.news import last
from data.options import Options
from data.reader import Snapshot, Version
from data.records import read
from data.selection import Selection
from data.workbench import Workbench


@dataclass(frozen=True)
class Scene:
    """What is on view.

    Attributes:
        asked: What the address asks for.
        version: Which state of the data was read.
        names: Names for codes.
        answers: The figures of every question the page asks.
        members: The partners on view.
        rules: Values of the rules in force on the day, by key and nation.
        raised: What needs a decision, the most serious first, where the page asks for it.
        said: Comments on the page's charts and tables, by their names.
        moved: What reads otherwise than when a comment was drafted from it, by the comment's id.
        sequence: The last entry of the history in that state.
        records: What the page shows that is no figure, by name, as ``data.records`` has it.
        before: The same figures in the edition before; nothing where there is none.
    """

    asked: Asked
    version: Version
    names: Names
    answers: Answers
    members: tuple[Member, ...]
    rules: Mapping[str, Mapping[str, int]]
    raised: tuple[Raised, ...] = ()
    said: Said = field(default_factory=dict)
    moved: Mapping[int, Sequence[Any]] = field(default_factory=dict)
    sequence: int = 0
    records: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    before: Before | None = None

    @property
    def selection(self) -> Selection:
        """The filters in force."""
        return self.asked.selection

    @property
    def nation(self) -> str:
        """The nation of the partners on view, whose rules hold; the first where they differ."""
        regions = (member.region for member in self.members if member.region)
        return nation_of(next(regions, ""))

    @property
    def partnerships(self) -> tuple[str, ...]:
        """Codes of the partnerships on view, in the order of their names."""
        there = {member.partnership for member in self.members}
        return tuple(code for code in self.names.partnerships if code in there)

    @property
    def is_silent(self) -> bool:
        """Whether every partnership on view is known from documents alone."""
        return bool(self.members) and not any(each.sends_returns for each in self.members)

    @property
    def owing(self) -> tuple[Member, ...]:
        """The partners on view of whom a return is missing, the longest overdue first.

        A partnership known from documents alone owes none.
        """
        years = self.selection.years
        late = [
            member for member in self.members if member.sends_returns and member.missing_in(years)
        ]
        return tuple(sorted(late, key=lambda member: member.missing_in(years)[0].due))

    @property
    def expected(self) -> tuple[Member, ...]:
        """The partners on view who send returns; all of them where nobody does.

        A partnership known from documents is asked for nothing, so it isn't waited for.
        """
        asked = tuple(member for member in self.members if member.sends_returns)
        return asked or self.members

    @property
    def reported(self) -> int:
        """How many of the expected partners have sent every return that was due."""
        return sum(not member.misses(self.selection.years) for member in self.expected)


def gather(
    bench: Workbench,
    options: Options,
    asked: Asked,
    asks: Iterable[Ask],
    *,
    attention: bool = False,
) -> Scene:
    """Put every question to one state of the data, and return all there is to draw from.

    Args:
        bench: Adds up figures of that state.
        options: Names for codes.
        asked: What the address asks for.
        asks: The questions.
        attention: Whether to look for what needs a decision.
    """
    selection = asked.selection
    known = names(options)
    members = tuple(chosen(bench.members(selection.as_at), selection))
    return Scene(
        asked=asked,
        version=bench.version,
        names=known,
        answers=evaluate(bench, dict.fromkeys(asks)),
        members=members,
        rules=bench.context(selection).by_key(),
        raised=tuple(raised(Question(bench, selection, known))) if attention else (),
    )


def with_words(
    scene: Scene, bench: Workbench, snapshot: Snapshot, page: str, records: Iterable[str]
) -> Scene:
    """Return a scene with what stands beside the figures of a page.

    Args:
        scene: What is on view.
        bench: Reads that state of the data.
        snapshot: That state.
        page: Name of the page in addresses.
        records: Names of the records that the page shows.
    """
    return replace(
        scene,
        # Words are of the exact figures, which those of a protected edition are not.
        said={} if bench.protection else on_page(snapshot, scene.selection, page),
        sequence=last(snapshot),
        records=read(bench, records, scene.selection),
    )


def names(options: Options) -> Names:
    """Return the names for codes, as the views want them."""
    return Names(
        partnerships=options.partnerships,
        organisations=options.names or options.organisations,
        regions=options.regions,
        kinds=options.kinds,
        services=options.services,
        origins=options.origins,
        programmes=options.programmes,
    )
