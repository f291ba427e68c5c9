"""Text from people, as files can hold it."""

import re
from typing import Final

# Neither XML nor a reader can do anything with them.
UNWRITABLE: Final = re.compile(r"[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f]")


def plain(text: str) -> str:
    """Return text without the characters that a file can't hold; a space in place of each."""
    return UNWRITABLE.sub(" ", text)
