"""Put invented partnerships of a size into a database."""

from sqlalchemy import Connection, Engine, select

from data.changes import bulk
from data.changes.author import Author
from data.generated import organisations, partnership, reference
from data.generated.names import PREFIX
from data.generated.sizes import SIZES, shares
from data.returns.problems import RefusedError
from data.samples.rows import insert_missing
from data.schema import FACTS, ORGANISATION, PARTNERSHIP

# The tables whose codes may not be there yet; the quarters may.
CODED = (PARTNERSHIP, ORGANISATION)


def generate(engine: Engine, size: str, seed: int) -> dict[str, int]:
    """Make the rows of a size from a seed, all or none; return how many there are by sheet.

    Raises:
        RefusedError: There are generated partnerships already; nothing was written.
    """
    wanted = SIZES[size]
    author = Author("generate", "command")
    parts = shares(wanted.rows, wanted.partnerships)
    cast = organisations.partnerships(parts)
    with bulk.loading(engine, author, f"{size}/{seed}", wanted.rows) as load:
        _refuse_second(load.connection)
        for table, rows in reference.rows(cast, seed).items():
            insert_missing(load.connection, table, rows)
        for each, part in zip(cast, parts, strict=True):
            for batch in partnership.batches(each, part, seed):
                load.add(batch)
    return {sheet: load.counts[sheet] for sheet in FACTS}


def _refuse_second(connection: Connection) -> None:
    for table in CODED:
        there = select(table.c.code).where(table.c.code.startswith(PREFIX)).limit(1)
        code = connection.execute(there).scalar()
        if code:
            raise RefusedError(
                f"The database holds generated rows already ({code}).",
                "Generate into a database that holds none: nothing was written.",
            )
