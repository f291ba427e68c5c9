"""Keep editions, and refuse to change or remove one."""

from alembic import op

from data.migrations import frozen

revision = "0009"
down_revision = "0008"

REFUSE = {
    "sqlite": tuple(
        f"CREATE TRIGGER edition_no_{event} BEFORE {event} ON edition BEGIN "
        "SELECT RAISE(ABORT, 'Editions are append-only.'); END"
        for event in ("UPDATE", "DELETE")
    ),
    "postgresql": (
        """CREATE FUNCTION edition_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'Editions are append-only.'; END $$""",
        """CREATE TRIGGER edition_append_only BEFORE UPDATE OR DELETE ON edition
    FOR EACH ROW EXECUTE FUNCTION edition_refuse()""",
        """CREATE TRIGGER edition_not_emptied BEFORE TRUNCATE ON edition
    FOR EACH STATEMENT EXECUTE FUNCTION edition_refuse()""",
    ),
}


def upgrade() -> None:
    """Create the table and what guards it."""
    frozen.run(__file__)
    connection = op.get_bind()
    for statement in REFUSE[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    """Drop them."""
    op.drop_table("edition")
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DROP FUNCTION edition_refuse()")
