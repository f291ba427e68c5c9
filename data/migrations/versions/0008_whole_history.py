"""Have PostgreSQL refuse to empty the history; SQLite has no such statement."""

from alembic import op

revision = "0008"
down_revision = "0007"

REFUSE = """CREATE TRIGGER audit_not_emptied BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()"""


def upgrade() -> None:
    """Add the trigger."""
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(REFUSE)


def downgrade() -> None:
    """Drop it."""
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DROP TRIGGER audit_not_emptied ON audit")
