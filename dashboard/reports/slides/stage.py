"""The empty deck: its size, its layouts and its type; and how a slide of it is begun."""

from typing import Any, Final, NamedTuple

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from dashboard import theme
from dashboard.reports.slides.fitting import Room, fitted

LANGUAGE: Final = MSO_LANGUAGE_ID.ENGLISH_UK
# In points. Wide, as rooms have it.
PAGE: Final = Room(960, 540)
EDGE: Final = 44
SMALLEST: Final = 16
TITLE_SIZES: Final = (28, 24, 20, 18, SMALLEST)
# What PowerPoint leaves empty within a box, at each side.
INSET: Final = 8


class Box(NamedTuple):
    """Where something stands, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def room(self) -> Room:
        """What words may take within it."""
        return Room(self.width - 2 * INSET, self.height - INSET)

    @property
    def measures(self) -> tuple[Pt, Pt, Pt, Pt]:
        """The same as the library takes it."""
        left, top, width, height = (Pt(each) for each in self)
        return left, top, width, height


WIDTH: Final = PAGE.width - 2 * EDGE
TITLE: Final = Box(EDGE, 24, WIDTH, 84)
SUBTITLE: Final = Box(EDGE, 108, WIDTH, 48)
BODY: Final = Box(EDGE, 160, WIDTH, 328)
WHOLE_BODY: Final = Box(EDGE, 116, WIDTH, 372)
FOOTER: Final = Box(EDGE, 498, WIDTH - 80, 30)
NUMBER: Final = Box(PAGE.width - EDGE - 70, 498, 70, 30)
FIRST_TITLE: Final = Box(EDGE, 120, WIDTH, 130)
FIRST_BODY: Final = Box(EDGE, 260, WIDTH, 220)
OPENING, TEXT, PICTURE = "Title Slide", "Title and Content", "Title Only"
PLACES: Final = {
    OPENING: {0: FIRST_TITLE, 1: FIRST_BODY},
    TEXT: {0: TITLE, 1: WHOLE_BODY},
    PICTURE: {0: TITLE},
}
# The colour of the library's own theme that tables and charts take first.
FIRST_COLOUR: Final = b"4F81BD"


def empty() -> Any:
    """Return a deck without slides."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(PAGE.width), Pt(PAGE.height)
    for layout in list(deck.slide_layouts):
        if layout.name not in PLACES:
            deck.slide_layouts.remove(layout)
            continue
        for placeholder in list(layout.placeholders):
            _place(placeholder, PLACES[layout.name].get(placeholder.placeholder_format.idx))
    _dress(deck)
    return deck


def _place(placeholder: Any, box: Box | None) -> None:
    if box is None:
        placeholder.element.getparent().remove(placeholder.element)
        return
    placeholder.left, placeholder.top, placeholder.width, placeholder.height = box.measures
    is_first = box == FIRST_TITLE
    placeholder.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM if is_first else MSO_ANCHOR.TOP


def _dress(deck: Any) -> None:
    """Give the deck our type and first colour, which its theme holds as plain text."""
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    ours = theme.MAIN.removeprefix("#").encode()
    part._blob = part.blob.replace(b'"Calibri"', b'"Arial"').replace(FIRST_COLOUR, ours)


def begin(deck: Any, layout: str, title: str, footer: str) -> Any:
    """Return a new slide with its title and its foot.

    Args:
        deck: The deck.
        layout: One of ``PLACES``.
        title: What it says.
        footer: What stands at the foot, beside the slide's number.
    """
    slide = deck.slides.add_slide(deck.slide_layouts.get_by_name(layout))
    box = PLACES[layout][0]
    shown = fitted(title, box.room, TITLE_SIZES)
    slide.shapes.title.text_frame.word_wrap = True
    slide.shapes.title.text_frame.auto_size = MSO_AUTO_SIZE.NONE
    write(slide.shapes.title.text_frame.paragraphs[0], shown.text, shown.size, bold=True)
    note(slide, FOOTER, footer)
    _number(slide)
    return slide


def note(slide: Any, box: Box, text: str) -> None:
    """Put words on a slide, in the smallest type; what has no room there is cut."""
    shape = slide.shapes.add_textbox(*box.measures)
    shape.text_frame.word_wrap = True
    write(shape.text_frame.paragraphs[0], fitted(text, box.room, (SMALLEST,)).text, SMALLEST)


def write(
    paragraph: Any, text: str, size: float, *, bold: bool = False, colour: str = theme.INK
) -> None:
    """Write text into a paragraph, as plain text in British English."""
    run = paragraph.add_run()
    run.text = text
    run.font.size = Pt(size)
    run.font.bold = bold
    run.font.color.rgb = paint(colour)
    run.font.language_id = LANGUAGE
    paragraph.alignment = PP_ALIGN.LEFT


def paint(colour: str) -> Any:
    """Return a colour of the theme as the library takes it."""
    return RGBColor.from_string(colour.removeprefix("#"))  # type: ignore[no-untyped-call]


def _number(slide: Any) -> None:
    """Put the slide's number at its foot, as a field that follows when slides are moved."""
    shape = slide.shapes.add_textbox(*NUMBER.measures)
    shape.name = "Slide number"
    place = len(slide.part.package.presentation_part.presentation.slides)
    field = (
        f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        f'<a:rPr lang="en-GB" sz="{SMALLEST * 100}"/><a:t>{place}</a:t></a:fld>'
    )
    shape.text_frame.paragraphs[0]._p.append(parse_xml(field))
