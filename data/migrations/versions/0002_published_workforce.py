"""Add the workforce that the Department for Education publishes.

The statements stand in files beside this one, as they were on the day: a migration
must not change when the schema does.
"""

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create both tables and their indexes."""
    connection = op.get_bind()
    text = Path(__file__).with_suffix(f".{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in text.split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)


def downgrade() -> None:
    """Drop both tables."""
    op.drop_table("published_council")
    op.drop_table("published_workforce")
