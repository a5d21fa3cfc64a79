"""HTML as people see it: headings, text, lists and tables; no scripts, menus, tables of contents or hidden text.

Of a page that is nothing but a table of contents only the heading is kept: every question would find it, and it answers none.
"""

import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bs4 import BeautifulSoup, Tag, XMLParsedAsHTMLWarning
from bs4.element import CData, Comment, NavigableString

from assistant.domain.playbook import HiddenKind, Reading
from assistant.readers import refusals
from assistant.readers.decoding import text_of
from assistant.readers.outline import Outline, tidy

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SKIPPED = frozenset("script style noscript template nav head title svg math iframe object select button form input textarea".split())
_MENUS = frozenset("toc nav navbar navheader navfooter docnav breadcrumb breadcrumbs menu pagination skip-link footer banner cookie".split())
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer header hr html legend li main ol p "
    "pre section summary table tbody td tfoot th thead tr ul".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9])", re.IGNORECASE)
_WHITE = re.compile(r"(?<![-\w])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))", re.IGNORECASE)
_TINY = re.compile(r"font-size\s*:\s*(?:[0-3](?:\.\d+)?(?:px|pt)|0?\.[0-2]\d*r?em)\b", re.IGNORECASE)
_FAR_OFF = re.compile(r"(?:left|top|text-indent|margin-left)\s*:\s*-\s*\d{3,}", re.IGNORECASE)
_FILLED = re.compile(r"background", re.IGNORECASE)
_CONDITION = re.compile(r"\[(?:if|endif)", re.IGNORECASE)
"""What Word puts into comments for browsers."""
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)|encoding\s*=\s*["']([\w-]+)""", re.IGNORECASE)


def read(path: Path) -> Reading:
    with path.open("rb") as file:
        declared = _CHARSET.search(file.read(4096))
    name = next(filter(None, declared.groups()), b"").decode("ascii") if declared else None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        soup = BeautifulSoup(text_of(path, name), "lxml")
    page = _Page(Outline(_above(soup)))
    try:
        page.walk(soup.find("main") or soup.body or soup)
    except RecursionError as error:
        raise refusals.too_complex(path.name) from error
    page.flush()
    found = page.outline.reading()
    return found if found.sections else replace(found, sections=page.outline.heading_only())


def _above(soup: BeautifulSoup) -> tuple[str, ...]:
    """The chapter a page of a chunked book belongs to, as its `<link rel="up">` says."""
    link = soup.find("link", rel="up", title=True)
    title = tidy(str(link["title"])) if isinstance(link, Tag) else ""
    own = {tidy(one.get_text()) for one in soup.find_all(["title", "h1"])}
    return (title,) if title and title not in own else ()


class _Page:
    """Walks the tree once; inline text gathers until a block begins or ends."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self._words: list[str] = []

    def flush(self, before: str = "") -> None:
        text = "".join(self._words)
        self._words.clear()
        if text.strip():
            self.outline.paragraph(before + text.strip())

    def walk(self, node: Tag, *, kept: bool = False) -> None:
        for child in node.children:
            if isinstance(child, Tag):
                self._tag(child, kept)
            elif isinstance(child, Comment):
                if not _CONDITION.search(child):
                    self.outline.hide("comment", str(child))
            elif type(child) in {NavigableString, CData}:
                self._words.append(str(child) if kept else re.sub(r"\s+", " ", str(child)))

    def _tag(self, tag: Tag, kept: bool) -> None:
        name = tag.name.lower()
        if name in _SKIPPED:
            return
        hidden = _hidden(tag)
        if hidden:
            self.outline.hide(hidden, tag.get_text(" "))
        if hidden or _unseen(tag):
            return
        if name in _HEADINGS:
            self.flush()
            self.outline.heading(_HEADINGS[name], tag.get_text(" " if tag.find("br") else ""))
        elif name == "br":
            self._words.append("\n")
        elif name == "tr" and not tag.find(["p", "div", "table", "ul", "ol", "pre"]):
            self.flush()
            self.outline.paragraph(" | ".join(filter(None, _cells(tag))))
        elif name in _BLOCKS:
            self.flush()
            self.walk(tag, kept=name == "pre")
            self.flush("- " if name == "li" else "")
        else:
            self.walk(tag, kept=kept)


def _cells(row: Tag) -> Iterator[str]:
    for cell in row.find_all(["td", "th"], recursive=False):
        yield tidy(cell.get_text(" "))


def _hidden(tag: Tag) -> HiddenKind | None:
    """How a tag's own style keeps its words from being seen; white ones on a ground somebody has filled are seen."""
    style = str(tag.get("style", ""))
    if tag.has_attr("hidden") or _HIDDEN.search(style):
        return "hidden"
    if _TINY.search(style):
        return "tiny"
    if _FAR_OFF.search(style):
        return "off_page"
    grounds = (tag, *tag.parents)
    filled = any(one.has_attr("bgcolor") or one.has_attr("class") or _FILLED.search(str(one.get("style", ""))) for one in grounds)
    return "white" if _WHITE.search(style) and not filled else None


def _unseen(tag: Tag) -> bool:
    if tag.get("aria-hidden") == "true" or tag.get("role") == "navigation":
        return True
    names = {str(name).lower() for name in (*tag.get_attribute_list("class"), tag.get("id")) if name}
    return bool(names & _MENUS) or (tag.name in {"ul", "ol", "dl", "div", "table", "footer"} and _is_menu(tag))


def _is_menu(tag: Tag) -> bool:
    """Nearly all of its text is links, there are several, and no heading is among them: a menu or a table of contents."""
    links = tag.find_all("a", href=True)
    if len(links) < 4 or tag.find(list(_HEADINGS)):
        return False
    linked = sum(len(link.get_text(strip=True)) for link in links)
    return linked > 0.85 * len(tag.get_text(strip=True))
