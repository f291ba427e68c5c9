"""Parts in order: whoever gives one a place has it there, and the others make room."""

from collections.abc import Mapping, Sequence


def arranged(before: Sequence[str], asked: Mapping[str, int]) -> list[str]:
    """Return names in the order that was asked for.

    Args:
        before: The names in their order so far.
        asked: The place of each from 1 on, as it was before or as somebody set it; whoever is not
            among them has none.
    """
    stood = {name: place for place, name in enumerate(before, 1)}

    def order(name: str) -> tuple[int, int, int]:
        place = asked[name]
        was = stood.get(name, len(before) + 1)
        # Who goes up comes before the one that has the place, who goes down comes after it.
        return place, (place > was) - (place < was), was

    return sorted(asked, key=order)
