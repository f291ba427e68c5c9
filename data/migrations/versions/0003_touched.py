"""Say what each change touched, and find an owner's rows of a term through an index."""

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the table and the indexes."""
    connection = op.get_bind()
    text = Path(__file__).with_suffix(f".{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in text.split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)


def downgrade() -> None:
    """Drop them."""
    op.drop_table("touched")
    for sheet, column in INDEXED:
        op.drop_index(f"ix_{sheet}_owner_{column}", sheet)


INDEXED = (
    ("demand", "window_start"),
    ("requests", "window_start"),
    ("offers", "window_start"),
    ("placements", "planned_start"),
    ("placements", "actual_end"),
    ("pe_training", "started_on"),
    ("pe_training", "outcome_on"),
)
