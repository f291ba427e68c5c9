"""What people said of a section: the latest in the open, earlier ones behind it."""

from collections.abc import Mapping, Sequence
from typing import Final

from dash import html
from dash.development.base_component import Component

from dashboard import formatting
from dashboard.commentary_figures import Moved
from data.commentary import Comment

Flags = Sequence[Moved]
# As many changes as are read beside a chart.
MOST: Final = 3


def commentary(comments: Sequence[Comment], moved: Mapping[int, Flags]) -> list[Component]:
    """Return comments, the latest first; nothing where there is none.

    Args:
        comments: What was said.
        moved: The figures that read otherwise than when a comment was written from them, by its id.
    """
    if not comments:
        return []
    latest, *earlier = comments
    parts = [html.H3("Comment"), *_comment(latest, moved)]
    if earlier:
        more = formatting.quantity(len(earlier), "earlier comment", "earlier comments")
        items = [html.Li(_comment(each, moved)) for each in earlier]
        parts.append(html.Details([html.Summary(f"Show {more}"), html.Ul(items)]))
    return parts


def byline(comment: Comment) -> str:
    """Return who wrote a comment and when, and what year it is about."""
    parts = [comment.author, formatting.day(formatting.in_london(comment.at))]
    if comment.academic_year:
        parts.append(f"on {comment.academic_year}")
    if comment.editor:
        parts.append(f"changed by {comment.editor}")
    return ", ".join([*parts, *standing(comment)])


def standing(comment: Comment) -> list[str]:
    """Return that it is a draft, or who stands for it in packs; nothing for any other."""
    if comment.is_draft:
        return ["drafted from the figures, confirmed by nobody yet"]
    if comment.confirmed_at is None:
        return []
    on = formatting.day(formatting.in_london(comment.confirmed_at))
    return [f"confirmed by {comment.confirmed_by} on {on}"]


def _comment(comment: Comment, moved: Mapping[int, Flags]) -> list[Component]:
    lines = [html.P(line) for line in comment.words.split("\n") if line]
    flags = [_flag(found)] if (found := moved.get(comment.id)) else []
    return [*lines, *flags, html.P(byline(comment), className="byline")]


def _flag(found: Flags) -> Component:
    told = "; ".join(f"{each.name}: {each.was} then, {each.now} now" for each in found[:MOST])
    more = f"; and {len(found) - MOST} more" if len(found) > MOST else ""
    said = f"Figures have changed since this was written. {told}{more}."
    return html.P(said, className="caution")
