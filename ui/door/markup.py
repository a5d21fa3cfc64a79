"""The door's pages as HTML: they stand outside Streamlit, which has no cookies of ours, and hold no script."""

from collections.abc import Sequence

from assistant.domain.words import LANGUAGES, Language, Text
from ui.markup import safe
from ui.words import common, door

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


def page(language: Language, title: Text, parts: Sequence[str], switch: str) -> str:
    """`parts`: markup. `switch`: the address of this page, to which the language is added."""
    named = safe(title.in_(language))
    others = " ".join(
        f'<a href="{safe(switch)}{"&amp;" if "?" in switch else "?"}language={one}" lang="{one}"{" aria-current=true" if one == language else ""}>'
        f"{safe(common.LANGUAGE_NAMES[one])}</a>"
        for one in LANGUAGES
    )
    app = safe(common.APP.in_(language))
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{named} · {app}</title><link rel="stylesheet" href="/door/style.css"><link rel="icon" href="/door/icon.svg"></head>'
        f'<body><nav>{others}</nav><main><p class="brand"><img src="/door/icon.svg" alt="">{app}</p><h1>{named}</h1>'
        f"{''.join(parts)}</main></body></html>"
    )


def lead(text: str) -> str:
    return f"<p>{safe(text)}</p>"


def quiet(text: str) -> str:
    return f'<p class="quiet">{safe(text)}</p>'


def fault(text: str) -> str:
    return f'<p class="fault" role="alert">{safe(text)}</p>' if text else ""


def done(text: str) -> str:
    return f'<p class="done" role="status">{safe(text)}</p>' if text else ""


def form(to: str, fields: Sequence[str], button: str, kind: str = "primary") -> str:
    """`fields`: markup."""
    return f'<form method="post" action="{safe(to)}">{"".join(fields)}<button class="{kind}">{safe(button)}</button></form>'


def field(name: str, label: str, kind: str, fill: str, value: str = "", more: str = "") -> str:
    """`fill`: what the browser's own password keeper may fill in; `more`: further attributes."""
    return (
        f'<label for="{name}">{safe(label)}</label>'
        f'<input id="{name}" name="{name}" type="{kind}" autocomplete="{fill}" value="{safe(value)}" required maxlength="300" {more}>'
    )


def hidden(name: str, value: str) -> str:
    return f'<input type="hidden" name="{name}" value="{safe(value)}">'


def link(to: str, words: str) -> str:
    return f'<p><a href="{safe(to)}">{safe(words)}</a></p>'


def button_link(to: str, words: str) -> str:
    return f'<p><a class="button" href="{safe(to)}">{safe(words)}</a></p>'


def or_else(words: str) -> str:
    return f'<p class="or"><span>{safe(words)}</span></p>'


def facts(rows: Sequence[tuple[str, str]]) -> str:
    return "<dl>" + "".join(f"<dt>{safe(name)}</dt><dd>{safe(value)}</dd>" for name, value in rows) + "</dl>"


def welcome(language: Language, name: str, login: str, secret: str, problem: str, company: str = "") -> str:
    """`company`: markup of the way in through a provider."""
    said = Text(door.WELCOME.ko.format(name=name), door.WELCOME.en.format(name=name))
    parts = [
        lead(door.WELCOME_LEAD.in_(language).format(login=login)),
        fault(problem),
        company,
        form(
            "/welcome",
            [
                hidden("link", secret),
                f'<input class="away" name="login" autocomplete="username" value="{safe(login)}" readonly tabindex="-1" aria-hidden="true">',
                field("password", door.NEW_PASSWORD.in_(language), "password", "new-password", more='minlength="10" autofocus'),
                quiet(door.ADVICE.in_(language)),
            ],
            door.SET.in_(language),
        ),
    ]
    return page(language, said, parts, f"/welcome?link={secret}")
