"""Our own HTML, where Streamlit has no part for it: people, turns, quotes. Pure functions from values to markup.

Whatever a person or a model wrote goes through `safe`; nothing of theirs is ever read as markup, Markdown or code.
"""

import json
import re
from collections.abc import Sequence
from html import escape

from assistant.domain.playbook import PATH
from assistant.domain.words import Language

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#~$:<>|])")


def safe(text: str) -> str:
    """The text as text, also inside an attribute."""
    return escape(text, quote=True)


def unmarked(text: str) -> str:
    """The text for those parts of Streamlit that read Markdown: a file name or a fault keeps its stars, tildes and dollars."""
    return _MARKDOWN.sub(r"\\\1", text)


def headings(name: str, path: Sequence[str]) -> tuple[str, ...]:
    """A passage's headings below its document's own title, which mostly repeats the file's `name`."""
    return tuple(path[1:] if path and _bare(path[0]) == _bare(name) else path)


def headings_of(name: str, section: str) -> tuple[str, ...]:
    """As `headings`. `section`: a path joined with PATH; none where the text stands under no heading."""
    return headings(name, section.split(PATH) if section else ())


def _bare(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())


def bullets(lines: tuple[str, ...]) -> str:
    return '<ul class="maju-list">' + "".join(f"<li>{safe(line)}</li>" for line in lines) + "</ul>"


def section(head: str, body: str) -> str:
    """`body` is markup already."""
    return f'<section class="maju-section"><h2>{safe(head)}</h2>{body}</section>'


def paragraph(text: str) -> str:
    return f"<p>{safe(text)}</p>"


def hidden_title(text: str) -> str:
    """The page's heading for screen readers, where the page needs none for the eye."""
    return f'<h1 class="maju-hidden">{safe(text)}</h1>'


def page_language(language: Language) -> str:
    """Tells the browser, and so a screen reader, which language the page is in: Streamlit says English."""
    return f'<script>document.documentElement.lang = "{language}";</script>'


def escape_leaves(container_key: str) -> str:
    """Escape inside a box of this container leaves it first, so that what was typed is handed over before what the key stands for is done."""
    leave = "event => { if (event.key === 'Escape') document.activeElement?.blur(); }"
    return f"<script>document.querySelector('.st-key-{container_key}').onkeydown = {leave};</script>"


def to_turn(turn: int) -> str:
    """Leads on to a turn of the conversation that has just been drawn, as its own link would."""
    return f'<script>if (!location.hash) location.hash = "turn-{turn}";</script>'


def uploader_words(choose: str, limit: str, too_big: str) -> str:
    """The words inside Streamlit's uploader, which knows only English, in the screen's language. `too_big`: below a file over the limit."""
    zone = '[data-testid="stFileUploaderDropzone"]'
    button, hint = f"{zone} button p", f'{zone} [data-testid="stFileUploaderDropzoneInstructions"] span'
    refused = '[data-testid="stFileChip"][aria-invalid="true"]'
    hidden = f"{button}, {hint} {{ font-size: 0; }} {refused} {{ flex-wrap: wrap; }} {refused}::after {{ flex-basis: 100%; padding: 0.2rem 0.4rem; }}"
    return f"<style>{hidden}{_says(button, choose)}{_says(hint, limit)}{_says(refused, too_big)}</style>"


def _says(selector: str, words: str) -> str:
    return f"{selector}::after {{ content: {json.dumps(words, ensure_ascii=False)}; font-size: 0.875rem; }}"


def account_link(name: str, what: str) -> str:
    """In the frame's corner: who is logged in. The account's page stands outside Streamlit."""
    return f'<a class="maju-account" href="/account" target="_self" title="{safe(what)}" aria-label="{safe(what)}: {safe(name)}">{safe(name)}</a>'


def to_the_door(said: str, words: str) -> str:
    """A sentence and a link to the login, and the script that follows it, with the page one was on."""
    follow = "const here = location.pathname + location.search; location.replace('/login?next=' + encodeURIComponent(here));"
    return f'<p class="maju-lead">{safe(said)}</p><p><a href="/login" target="_self">{safe(words)}</a></p><script>{follow}</script>'


def quiet(text: str) -> str:
    return f'<p class="maju-quiet">{safe(text)}</p>'


def terms(rows: Sequence[Sequence[str]]) -> str:
    """A list of terms, each with what it stands for, and with what may be said of that, as plain text."""
    return '<dl class="maju-terms">' + "".join(map(_term, rows)) + "</dl>"


def _term(row: Sequence[str]) -> str:
    name, value, *more = (safe(one) for one in row)
    return f"<div><dt>{name}</dt><dd>{value}</dd>" + "".join(f'<dd class="more">{one}</dd>' for one in more) + "</div>"
