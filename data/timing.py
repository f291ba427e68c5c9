"""How long statements take."""

from collections.abc import Callable
from time import perf_counter
from typing import Any, Final, Literal

from sqlalchemy import Engine, event

Kind = Literal["read", "write"]
Note = Callable[[Kind, float], None]
WRITES: Final = frozenset({"INSERT", "UPDATE", "DELETE", "REPLACE"})
BEGAN: Final = "began"


def timed(engine: Engine, note: Note) -> None:
    """Have an engine tell the kind of each statement that succeeds, and the seconds it took."""

    @event.listens_for(engine, "before_cursor_execute")
    def begin(connection: Any, *_: Any) -> None:
        connection.info[BEGAN] = perf_counter()

    @event.listens_for(engine, "after_cursor_execute")
    def end(connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        first = statement.lstrip().split(maxsplit=1)[0].upper()
        kind: Kind = "write" if first in WRITES else "read"
        note(kind, perf_counter() - connection.info[BEGAN])
