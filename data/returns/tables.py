"""What the declarations of reference tables have in common."""

from data.returns.sheets.declaration import Column, NotBefore, Sheet

DATES = (Column("valid_from", "date"), Column("valid_to", "date"))


def code(called: str = "code", *, required: bool = True) -> Column:
    """Return a column that holds a code."""
    return Column(called, "ref", required=required, longest=100)


def name() -> Column:
    """Return the column of what readers call a row."""
    return Column("name", "text", required=True, longest=200)


def table(
    called: str, meaning: str, columns: tuple[Column, ...], key: tuple[str, ...] = ("code",)
) -> Sheet:
    """Return a table whose days, where it has two, come one after the other."""
    names = {column.name for column in columns}
    ordered = (("valid_to", "valid_from"), ("funded_to", "funded_from"))
    rules = tuple(NotBefore(later, earlier) for later, earlier in ordered if later in names)
    return Sheet(called, called, meaning, (), columns, rules, key=key)
