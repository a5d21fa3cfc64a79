"""The lines of a PDF: what stands where, how big, on which page. The only module that imports pypdfium2."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from assistant.domain.playbook import HiddenKind
from assistant.readers import refusals
from assistant.readers.outline import TINY_PT

MAX_PAGES = 3000
_BOLD = 600
SEEN_SCALE = 1.5
"""Pixels a point of the picture in which pale words are looked for."""
PALE, FAINT = 240, 24
"""Of 255: from where on a colour is nearly white; up to where the brightness of a spot differs when nothing is seen on it."""
_HANGUL_START, _HANGUL_END = "가", "힣"


@dataclass(frozen=True, slots=True)
class Line:
    """`top`: the height of its baseline as a share of the page, 1 at the top; `left`, `right`: shares of the width; `size` in points.
    A line that was wrapped may end in the space or the hyphen it was wrapped at.
    """

    text: str
    page: int
    top: float
    left: float
    right: float
    size: float
    bold: bool
    ends_in_space: bool
    ends_in_hyphen: bool
    points: float
    """The height of the page in points, to turn shares into points."""
    unseen: HiddenKind | None = None
    """How it is kept from being seen."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the PDF's outline. `top` as in Line, None when it names a page only."""

    level: int
    title: str
    page: int
    top: float | None


@dataclass(frozen=True, slots=True)
class Document:
    """`pictures`: pages that hold pictures, counted only when there is hardly any text."""

    lines: tuple[Line, ...]
    bookmarks: tuple[Bookmark, ...]
    pages: int
    pictures: int


def document(path: Path) -> Document:
    """Raises DocumentError when it is encrypted or damaged."""
    try:
        with pdfium.PdfDocument(path) as opened:
            return _read(opened, path.name)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise refusals.encrypted(path.name) from error
        raise refusals.damaged(path.name) from error


def _read(opened: pdfium.PdfDocument, name: str) -> Document:
    count = len(opened)
    if count > MAX_PAGES:
        raise refusals.too_complex(name)
    lines: list[Line] = []
    heights = []
    written_spaces = next((found for found in (spaces_stand_in_file(opened[i]) for i in range(min(count, 20))) if found is not None), False)
    for number in range(count):
        page = opened[number]
        heights.append(page.get_height())
        lines += _lines(page, number + 1, written_spaces)
        page.close()
    text = sum(len(line.text) for line in lines)
    pictures = sum(_has_picture(opened[number]) for number in range(count)) if text < 20 * count else 0
    return Document(tuple(lines), tuple(_bookmarks(opened, heights)), count, pictures)


def _has_picture(page: pdfium.PdfPage) -> bool:
    return next(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3), None) is not None


def _bookmarks(opened: pdfium.PdfDocument, heights: list[float]) -> Iterator[Bookmark]:
    for one in opened.get_toc(max_depth=8):
        target = one.get_dest()
        page = target.get_index() if target else None
        title = " ".join(one.get_title().split())
        if target is None or page is None or not 0 <= page < len(heights) or not title:
            continue
        mode, view = target.get_view()
        top = None
        if mode == raw.PDFDEST_VIEW_XYZ and len(view) > 1 and view[1]:
            top = view[1] / heights[page]
        elif mode in {raw.PDFDEST_VIEW_FITH, raw.PDFDEST_VIEW_FITBH} and view and view[0]:
            top = view[0] / heights[page]
        yield Bookmark(one.level + 1, title, page + 1, top)


def _lines(page: pdfium.PdfPage, number: int, written_spaces: bool) -> Iterator[Line]:
    text_page = page.get_textpage()
    width, height = page.get_size()
    place = _Place(text_page.raw, written_spaces)
    sight = _Sight(page, place)
    start = 0
    for chunk in text_page.get_text_range().split("\n"):
        ends = start
        start += len(chunk) + 1
        words = chunk.rstrip("\r")
        shown = words.strip()
        if not shown:
            continue
        first, last = ends + words.index(shown[0]), ends + len(words.rstrip()) - 1
        left, bottom, size, bold = place.of(first)
        middle = place.of((first + last) // 2)
        yield Line(
            text=place.words(words, ends).strip().rstrip("\x02\ufffe"),
            page=number,
            top=bottom / height if height else 0.0,
            left=left / width if width else 0.0,
            right=place.right(last) / width if width else 0.0,
            size=max(size, middle[2]),
            bold=bold and middle[3],
            ends_in_space=words.endswith(" ") and not words.isspace(),
            ends_in_hyphen=shown[-1] in "\x02\ufffe\u00ad" or (len(shown) > 1 and shown[-1] in "-\u2010\u2011" and shown[-2].isalpha()),
            points=height,
            unseen=sight.hides((first, (first + last) // 2, last)),
        )
    text_page.close()


class _Sight:
    """Whether words of a page are seen. Only those with something odd about them are looked for in a picture of the page."""

    def __init__(self, page: pdfium.PdfPage, place: "_Place") -> None:
        self._page = page
        self._place = place
        self._picture: Any = None

    def hides(self, places: tuple[int, ...]) -> HiddenKind | None:
        """`places`: some characters of a line. A scan's text stands unseen over a picture of the same words, and so is seen."""
        width, height = self._page.get_size()
        boxes = [self._place.box(one) for one in places]
        if all(right <= 0 or left >= width or top <= 0 or bottom >= height for left, right, bottom, top in boxes):
            return "off_page"
        if max(self._place.size(one) for one in places) <= TINY_PT:
            return "tiny"
        if all(self._place.pale(one) for one in places) and not any(self._shows(box) for box in boxes):
            return "white"
        return None

    def _shows(self, box: tuple[float, float, float, float]) -> bool:
        """Whether anything stands out within the box."""
        if self._picture is None:
            self._picture = self._page.render(scale=SEEN_SCALE, grayscale=True).to_numpy()
        left, right, bottom, top = box
        height = self._page.get_height()
        rows = slice(max(0, int((height - top) * SEEN_SCALE)), max(1, int((height - bottom) * SEEN_SCALE) + 1))
        cut = self._picture[rows, max(0, int(left * SEEN_SCALE)) : max(1, int(right * SEEN_SCALE) + 1)]
        return bool(cut.size) and int(cut.max()) - int(cut.min()) > FAINT


class _Place:
    """Asks PDFium about single characters of one page."""

    def __init__(self, text_page: Any, spaces_stand_in_file: bool) -> None:
        self._page = text_page
        self._spaces_stand_in_file = spaces_stand_in_file
        self._box = tuple(ctypes.c_double() for _ in range(4))

    def of(self, index: int) -> tuple[float, float, float, bool]:
        """Left edge, baseline, size and weight, in points."""
        origin_x, origin_y = self._box[0], self._box[1]
        raw.FPDFText_GetCharOrigin(self._page, index, origin_x, origin_y)
        size = self.size(index)
        return origin_x.value, origin_y.value, size, raw.FPDFText_GetFontWeight(self._page, index) >= _BOLD

    def size(self, index: int) -> float:
        """The nominal size times the text matrix: some programs write size 1 and scale."""
        matrix = raw.FS_MATRIX()
        nominal = raw.FPDFText_GetFontSize(self._page, index)
        if not raw.FPDFText_GetMatrix(self._page, index, matrix):
            return float(nominal)
        return float(nominal * (matrix.c**2 + matrix.d**2) ** 0.5)

    def right(self, index: int) -> float:
        return self.box(index)[1]

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Left, right, bottom, top, in points."""
        raw.FPDFText_GetCharBox(self._page, index, *self._box)
        left, right, bottom, top = (one.value for one in self._box)
        return left, right, bottom, top

    def pale(self, index: int) -> bool:
        """Nearly white, see-through, or drawn in no way at all."""
        colors = tuple(ctypes.c_uint() for _ in range(4))
        if not raw.FPDFText_GetFillColor(self._page, index, *colors):
            return False
        red, green, blue, alpha = (one.value for one in colors)
        drawn = raw.FPDFTextObj_GetTextRenderMode(raw.FPDFText_GetTextObject(self._page, index))
        return min(red, green, blue) >= PALE or alpha < 255 - PALE or drawn == raw.FPDF_TEXTRENDERMODE_INVISIBLE

    def words(self, text: str, start: int) -> str:
        """Spaces that stand in the file are kept; one that PDFium put into a narrow gap between Hangul and a digit or Latin letter is not."""
        if not self._spaces_stand_in_file:
            return text
        return "".join(char for i, char in enumerate(text) if not (_is_seam(text, i) and self._is_put_in(start + i)))

    def _is_put_in(self, index: int) -> bool:
        """Such a gap comes with the change of fonts and is at most a third of the font's size; between two cells of a table it is wider."""
        if raw.FPDFText_IsGenerated(self._page, index) != 1:
            return False
        following = self.of(index + 1)
        return following[0] - self.right(index - 1) < 0.34 * following[2]


def spaces_stand_in_file(page: pdfium.PdfPage) -> bool | None:
    """Word processors write spaces, typesetters only leave gaps. None when there is no space on the page."""
    text_page = page.get_textpage()
    spaces = [i for i, char in enumerate(text_page.get_text_range()) if char == " "]
    real = sum(raw.FPDFText_IsGenerated(text_page.raw, i) == 0 for i in spaces)
    text_page.close()
    return real * 2 > len(spaces) if spaces else None


def _is_seam(text: str, i: int) -> bool:
    if text[i] != " " or not 0 < i < len(text) - 1:
        return False
    before, after = text[i - 1], text[i + 1]
    return before != " " and after != " " and _hangul(before) != _hangul(after)


def _hangul(char: str) -> bool:
    return _HANGUL_START <= char <= _HANGUL_END
