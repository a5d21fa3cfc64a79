"""PowerPoint presentations: a slide is a page, its title a heading; text in the order a reader's eye takes it, tables row by row, speaker notes last.

The only module that imports python-pptx. Hidden slides are left out, as hidden text of other documents is, and told to whoever approves the document.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from assistant.domain.playbook import HiddenKind, Reading
from assistant.readers import refusals
from assistant.readers.headings import may_be_title
from assistant.readers.outline import TINY_PT, WHITE, Outline, tidy

_FURNITURE = {PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.HEADER}
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_ROW_EMU = 180_000
"""Half a centimetre: shapes whose tops differ by less stand in one row."""


def read(path: Path) -> Reading:
    try:
        presentation = Presentation(str(path))
        parts = _parts(presentation)
    except (KeyError, ValueError, BadZipFile, PackageNotFoundError, SyntaxError) as error:
        raise refusals.damaged(path.name) from error
    outline = Outline()
    for number, slide in enumerate(presentation.slides, 1):
        if slide.slide_id in parts:
            outline.heading(1, parts[slide.slide_id])
        title, texts = _read(slide, _Sight(presentation, slide, outline, number))
        if slide.element.get("show") == "0":
            outline.hide("slide", " ".join(filter(None, (title, *texts))), number)
            continue
        outline.heading(2, title)
        for words in texts:
            outline.paragraph(words, number)
    return outline.reading()


def _read(slide: Any, sight: "_Sight") -> tuple[str, list[str]]:
    """A slide's title and its other texts. Where nobody used the title's place, the topmost words are the title if they look it."""
    title = slide.shapes.title
    shapes = [one for one in slide.shapes if sight.sees(one)]
    texts = list(_texts(_in_order(one for one in shapes if title is None or one.shape_id != title.shape_id)))
    said = [words for words in texts if words.strip()]
    if title is not None and title.text_frame.text.strip():
        return title.text_frame.text, [*said, *_notes(slide)]
    if len(said) > 1 and may_be_title(said[0]):
        return said[0], [*said[1:], *_notes(slide)]
    return "", [*said, *_notes(slide)]


def _parts(presentation: Any) -> dict[int, str]:
    """The names of a presentation's parts ('sections'), by the id of the slide each begins with."""
    part = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
    found = {}
    for one in presentation.element.iter(f"{part}section"):
        first = next(one.iter(f"{part}sldId"), None)
        if first is not None:
            found[int(first.get("id"))] = one.get("name", "")
    return found


def _in_order(shapes: Iterable[Any]) -> list[Any]:
    """Row by row from the top, each from the left; what has no place of its own (it inherits the layout's) keeps its turn at the top."""
    return sorted(shapes, key=lambda one: ((one.top or 0) // _ROW_EMU, one.left or 0))


def _texts(shapes: Iterable[Any]) -> Iterator[str]:
    for shape in shapes:
        if shape.is_placeholder and shape.placeholder_format.type in _FURNITURE:
            continue
        if hasattr(shape, "shapes"):
            yield from _texts(_in_order(shape.shapes))
        elif getattr(shape, "has_table", False):
            for row in shape.table.rows:
                yield " | ".join(filter(None, (tidy(cell.text_frame.text) for cell in row.cells if not cell.is_spanned)))
        elif shape.has_text_frame:
            yield shape.text_frame.text.replace("\v", "\n")
        else:
            yield from _diagram(shape)


def _diagram(shape: Any) -> Iterator[str]:
    """The words of a diagram (SmartArt) stand in a part of their own."""
    for link in shape.element.iter(_DIAGRAM):
        part = shape.part.related_part(link.get(qn("r:dm")))
        for paragraph in parse_xml(part.blob).iter(qn("a:p")):
            yield "".join(run.text or "" for run in paragraph.iter(qn("a:t")))


class _Sight:
    """Which shapes of a slide people see; of the others it is told that they are there."""

    def __init__(self, presentation: Any, slide: Any, outline: Outline, number: int) -> None:
        self._width, self._height = presentation.slide_width or 0, presentation.slide_height or 0
        self._outline, self._number = outline, number
        self._filled = any(next(one.element.iter(qn("p:bg")), None) is not None for one in (slide, slide.slide_layout))
        self._below: list[Any] = []

    def sees(self, shape: Any) -> bool:
        """Shapes are asked for from the lowest up: white words may stand on a picture or a filled shape below them."""
        kind = self._hides(shape)
        if kind and shape.has_text_frame and shape.text_frame.text.strip():
            self._outline.hide(kind, shape.text_frame.text, self._number)
            return False
        if not shape.has_text_frame or not _unfilled(shape):
            self._below.append(shape)
        return True

    def _hides(self, shape: Any) -> HiddenKind | None:
        properties = shape.element.find(f".//{qn('p:cNvPr')}")
        if properties is not None and properties.get("hidden") == "1":
            return "hidden"
        left, top, width, height = shape.left, shape.top, shape.width, shape.height
        if None not in (left, top, width, height) and (left >= self._width or top >= self._height or left + width <= 0 or top + height <= 0):
            return "off_page"
        runs = [run.find(qn("a:rPr")) for run in shape.element.iter(qn("a:r")) if "".join(run.itertext()).strip()]
        if not runs or any(one is None for one in runs):
            return None
        if all(0 < int(one.get("sz", 0)) / 100 <= TINY_PT for one in runs):
            return "tiny"
        white = all(_is_white(one) for one in runs) and _unfilled(shape) and not self._filled
        return "white" if white and not any(_overlap(shape, one) for one in self._below) else None


def _is_white(properties: Any) -> bool:
    color = properties.find(f"{qn('a:solidFill')}/*")
    return color is not None and str(color.get("val")).lower() in {*WHITE, "bg1", "lt1"}


def _unfilled(shape: Any) -> bool:
    """No fill of its own and no style that may give it one."""
    own = shape.element.find(qn("p:spPr"))
    names = {qn(f"a:{name}") for name in ("solidFill", "gradFill", "blipFill", "pattFill", "grpFill")}
    return (own is None or not any(child.tag in names for child in own)) and shape.element.find(qn("p:style")) is None


def _overlap(one: Any, other: Any) -> bool:
    if None in (one.left, one.top, other.left, other.top):
        return True
    beside = one.left >= other.left + other.width or other.left >= one.left + one.width
    above = one.top >= other.top + other.height or other.top >= one.top + one.height
    return not beside and not above


def _notes(slide: Any) -> Iterator[str]:
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        yield slide.notes_slide.notes_text_frame.text
