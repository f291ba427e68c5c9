"""XML, read as a stream of beginnings, ends and texts; what only hostile files hold is refused."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar
from xml.parsers import expat

from data.returns.problems import RefusedError

# A workbook is written in one of two dialects, which differ in where their names come from.
NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
)
Heard = TypeVar("Heard")
DECLARED = RefusedError(
    "The workbook holds declarations that Excel never writes and that could do harm.",
    "Open it in Excel, save it again as .xlsx and send that file.",
)


class Listener:
    """Hears what stands in a part.

    Attributes:
        begins: What to call where an element begins, by its name; others are passed over.
        ends: What to call where an element ends, by its name.
    """

    begins: Mapping[str, Callable[[dict[str, str]], None]]
    ends: Mapping[str, Callable[[], None]]

    def text(self, text: str) -> None:
        """Hear text, in as many pieces as it comes; pass over it unless it is wanted."""


def listen(pieces: Iterable[bytes], listener: Listener) -> None:
    """Tell a listener what stands in a part.

    Raises:
        RefusedError: It declares entities, or anything else that comes with a document type.
        expat.ExpatError: It is no XML.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    begins = _in_both_dialects(listener.begins)
    ends = _in_both_dialects(listener.ends)

    def begin(name: str, attributes: dict[str, str]) -> None:
        if (hear := begins.get(name)) is not None:
            hear(attributes)

    def end(name: str) -> None:
        if (hear := ends.get(name)) is not None:
            hear()

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = listener.text
    parser.StartDoctypeDeclHandler = _refuse
    for piece in pieces:
        parser.Parse(piece, False)
    parser.Parse(b"", True)


def _in_both_dialects(handlers: Mapping[str, Heard]) -> dict[str, Heard]:
    return {
        f"{namespace} {name}": hear for namespace in NAMESPACES for name, hear in handlers.items()
    }


def _refuse(*_: object) -> None:
    raise DECLARED
