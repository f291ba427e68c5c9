"""What to take back, and what a row holds besides when and by whom."""

KEPT = ("version", "updated_at", "updated_by")


def last_change(stored, table="offers"):
    return max(line["sequence"] for line in stored("audit") if line["table"] == table)


def values(row):
    return {name: value for name, value in row.items() if name not in KEPT}
