"""Add the workforce that the Department for Education publishes.

The statements stand in files beside this one, as they were on the day: a migration
must not change when the schema does.
"""

from alembic import op

from data.migrations import frozen

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create both tables and their indexes."""
    frozen.run(__file__)


def downgrade() -> None:
    """Drop both tables."""
    op.drop_table("published_council")
    op.drop_table("published_workforce")
