"""Values that nobody may find in a log, in metrics or on an error page."""

from typing import Final

PASSWORD: Final = "canary three unrelated words"  # noqa: S105 - it opens nothing but the soak
REFERENCE: Final = "CANARY-S"
DOMAIN: Final = "canary.example"
# A line of its own, and letters that a terminal obeys, if anybody ever wrote it to a log.
FORGED: Final = f'@{DOMAIN}\r\n{{"level": "error", "message": "forged"}}\x1b[2J'
SECRETS: Final = (PASSWORD, REFERENCE, DOMAIN, "forged", "\x1b")
