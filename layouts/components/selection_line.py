"""What is on view, in words."""

from dashboard import addresses, formatting, sentences, wording
from dashboard.addresses import EMPLOYER, FILTERS, Filter
from dashboard.editions import words
from dashboard.scene import Scene
from data.options import Options
from data.selection import NOWHERE, Selection

NAMED_AT_MOST = 3


def selection_line(scene: Scene, options: Options) -> str:
    """Return what the filters let pass, who has reported, and which state of the data it is."""
    shown = [_filter(item, scene, options) for item in FILTERS]
    shown += _manner(scene)
    shown.append(f"{formatting.of(scene.reported, len(scene.expected))} partners reported")
    edition = scene.asked.edition
    heading = words.name(edition) if edition else "Showing"
    sentence = f"{heading}: {', '.join(part for part in shown if part)}."
    state = words.state(edition) if edition else _freshness(scene)
    return " ".join(part for part in (sentence, state, *_unknown(scene)) if part)


def _freshness(scene: Scene) -> str:
    if scene.selection.partnerships == NOWHERE:
        # Who changes what, and when, is nobody's who sees nothing of it.
        return ""
    updated = formatting.moment(scene.version.updated_at)
    return f"Live data, last updated {updated} by {scene.version.updated_by}."


def period(selection: Selection) -> str:
    """Return the years on view, in words."""
    if not selection.years:
        return "all years"
    return " and ".join(sorted(selection.years))


def _filter(item: Filter, scene: Scene, options: Options) -> str:
    chosen = getattr(scene.selection, item.field)
    if not chosen:
        return item.every
    if chosen == NOWHERE:
        return "no partnership"
    if len(chosen) > NAMED_AT_MOST:
        return f"{len(chosen)} choices of {item.label.lower()}"
    names = addresses.choices(item, options)
    return sentences.listed([names[code] for code in chosen])


def _manner(scene: Scene) -> list[str]:
    # What is usual goes without saying.
    selection = scene.selection
    day = f"as at {formatting.day(selection.as_at)}" if scene.asked.other_day else ""
    basis = wording.BASES[selection.basis] if selection.basis != EMPLOYER else ""
    return [day, basis]


def _unknown(scene: Scene) -> list[str]:
    return [
        f"{name} “{value}” is not known here, so it is left out."
        for name, value in scene.asked.unknown
    ]
