"""The rules of a sheet that concern more than one column, in words."""

from collections.abc import Iterator

from dashboard.docs import markdown
from data.returns.sheets.declaration import (
    AtLeastOne,
    Link,
    NeededWith,
    NotBefore,
    NotUnder,
    OnlyWith,
    Rule,
    Sheet,
)


def in_words(sheet: Sheet) -> Iterator[str]:
    """Give a sentence for each rule and for each reference."""
    yield from (_of_rule(rule) for rule in sheet.rules)
    for link in sheet.links:
        yield _of_link(link)
        if link.sheet == sheet.name:
            yield f"`{link.column}` never leads back to the row, by way of others either."


def _of_rule(rule: Rule) -> str:
    match rule:
        case NotBefore(later, earlier, unless):
            exception = f", unless `{unless}` is filled" if unless else ""
            return f"`{later}` is not before `{earlier}`{exception}."
        case NotUnder(larger, smaller):
            return f"`{larger}` is not under `{smaller}`."
        case NeededWith(column, when, values):
            return f"`{column}` is needed where `{when}` is one of {markdown.codes(values)}."
        case OnlyWith(column, when, values):
            return f"`{column}` stands only where `{when}` is one of {markdown.codes(values)}."
        case AtLeastOne(columns):
            return f"At least one of {markdown.codes(columns)} is filled."


def _of_link(link: Link) -> str:
    whose = "the owner's" if link.owner == "owner" else f"of the `{link.owner}`"
    other = f", else of the `{link.fallback_owner}`" if link.fallback_owner else ""
    wait = " It may come later." if link.may_wait else ""
    return f"`{link.column}` names a row of `{link.sheet}`: {whose}{other}.{wait}"
