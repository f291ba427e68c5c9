"""What people said of a section: the latest in the open, earlier ones behind it."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import formatting
from data.commentary import Comment


def commentary(comments: Sequence[Comment]) -> list[Component]:
    """Return comments, the latest first; nothing where there is none."""
    if not comments:
        return []
    latest, *earlier = comments
    parts = [html.H3("Comment"), *_comment(latest)]
    if earlier:
        more = formatting.quantity(len(earlier), "earlier comment", "earlier comments")
        items = [html.Li(_comment(each)) for each in earlier]
        parts.append(html.Details([html.Summary(f"Show {more}"), html.Ul(items)]))
    return parts


def byline(comment: Comment) -> str:
    """Return who wrote a comment and when, and what year it is about."""
    parts = [comment.author, formatting.day(formatting.in_london(comment.at))]
    if comment.academic_year:
        parts.append(f"on {comment.academic_year}")
    if comment.editor:
        parts.append(f"changed by {comment.editor}")
    return ", ".join(parts)


def _comment(comment: Comment) -> list[Component]:
    lines = [html.P(line) for line in comment.words.split("\n") if line]
    return [*lines, html.P(byline(comment), className="byline")]
