"""PowerPoint presentations: a slide is a page, its title a heading; text in the order a reader's eye takes it, tables row by row, speaker notes last.

The only module that imports python-pptx. Hidden slides are left out, as hidden text of other documents is.
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

from assistant.domain.playbook import Section
from assistant.readers import refusals
from assistant.readers.headings import may_be_title
from assistant.readers.outline import Outline, tidy

_FURNITURE = {PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.HEADER}
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_ROW_EMU = 180_000
"""Half a centimetre: shapes whose tops differ by less stand in one row."""


def sections(path: Path) -> tuple[Section, ...]:
    try:
        presentation = Presentation(str(path))
        parts = _parts(presentation)
    except (KeyError, ValueError, BadZipFile, PackageNotFoundError, SyntaxError) as error:
        raise refusals.damaged(path.name) from error
    outline = Outline()
    for number, slide in enumerate(presentation.slides, 1):
        if slide.slide_id in parts:
            outline.heading(1, parts[slide.slide_id])
        if slide.element.get("show") == "0":
            continue
        title, texts = _read(slide)
        outline.heading(2, title)
        for words in texts:
            outline.paragraph(words, number)
    return outline.sections()


def _read(slide: Any) -> tuple[str, list[str]]:
    """A slide's title and its other texts. Where nobody used the title's place, the topmost words are the title if they look it."""
    title = slide.shapes.title
    texts = list(_texts(_in_order(one for one in slide.shapes if title is None or one.shape_id != title.shape_id)))
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


def _notes(slide: Any) -> Iterator[str]:
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        yield slide.notes_slide.notes_text_frame.text
