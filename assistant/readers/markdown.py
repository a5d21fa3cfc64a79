"""Markdown, as CommonMark with tables. The only module that imports markdown-it."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from assistant.domain.playbook import Reading
from assistant.readers.decoding import text_of
from assistant.readers.outline import Outline

_FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


def read(path: Path) -> Reading:
    text = _FRONT_MATTER.sub("", text_of(path))
    outline = Outline()
    tokens = iter(MarkdownIt("commonmark").enable("table").parse(text))
    for token in tokens:
        _take(outline, token, tokens)
    for words in _COMMENT.findall(text):
        outline.hide("comment", words)
    return outline.reading()


def _take(outline: Outline, token: Token, rest: Iterator[Token]) -> None:
    if token.type == "heading_open":
        outline.heading(int(token.tag[1]), _words(next(rest).children or ()))
    elif token.type == "inline":
        outline.paragraph(_words(token.children or ()))
    elif token.type == "list_item_open":
        _item(outline, rest)
    elif token.type == "tr_open":
        outline.paragraph(" | ".join(_cells(rest)))
    elif token.type in {"fence", "code_block"}:
        outline.paragraph(token.content)
    elif token.type == "html_block":
        outline.paragraph(_TAG.sub(" ", token.content))


def _item(outline: Outline, rest: Iterator[Token]) -> None:
    """The first paragraph of a list item carries its bullet; what else is in the item follows as it is."""
    for token in rest:
        if token.type == "inline":
            outline.paragraph("- " + _words(token.children or ()))
            return
        if token.type != "paragraph_open":
            _take(outline, token, rest)
            return


def _cells(rest: Iterator[Token]) -> Iterator[str]:
    for token in rest:
        if token.type == "tr_close":
            return
        if token.type == "inline":
            yield _words(token.children or ()).replace("\n", " ")


def _words(children: Sequence[Token]) -> str:
    """The words of a line without its marks: no asterisks, no link addresses. A line end inside a paragraph is a space."""
    parts = []
    for child in children:
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\n")
        elif child.type == "image":
            parts.append(child.content)
    return "".join(parts)
