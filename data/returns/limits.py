"""How much may come in at once: of a file, of its contents, and of what reading it may cost."""

from dataclasses import dataclass, replace

MEGABYTE = 1024 * 1024
HEADER_ROWS = 5
MOST_COLUMNS = 60
MOST_CHARACTERS = 2000
# Unless whoever runs the service says otherwise.
UPLOAD_MEGABYTES = 5


@dataclass(frozen=True)
class Limits:
    """How much one file may hold and cost.

    Attributes:
        rows: Most rows of a sheet below its header.
        seconds: Longest time that reading may take.
        memory: Most bytes of memory that reading may take.
        bytes: Largest size of the file; ``None`` is no limit.
    """

    rows: int
    seconds: int
    memory: int
    bytes: int | None = None

    @property
    def unpacked(self) -> int:
        """Most bytes that may come out of a workbook, which is a packed archive."""
        return self.memory // 2

    @property
    def answer(self) -> int:
        """Most bytes that may come back from the process that reads."""
        return self.memory // 4


UPLOAD = Limits(rows=5_000, seconds=10, memory=512 * MEGABYTE, bytes=UPLOAD_MEGABYTES * MEGABYTE)
COMMAND_LINE = Limits(rows=100_000, seconds=120, memory=2048 * MEGABYTE)


def upload(megabytes: int) -> Limits:
    """Return the limits of a file that comes by upload, where it may have so many megabytes."""
    return replace(UPLOAD, bytes=megabytes * MEGABYTE)
