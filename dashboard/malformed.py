"""What a browser sent that is nothing that one of our pages sends."""


class MalformedError(ValueError):
    """It can't be answered, and nothing was done."""


def text(value: object) -> str:
    """Return text that a browser sent; nothing at all is blank text.

    Raises:
        MalformedError: It is something else.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        raise MalformedError
    return value
