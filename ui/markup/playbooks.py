"""Playbooks in a list, passages that were found, sections as they were read."""

from collections.abc import Sequence

from ui.markup import safe


def playbook(name: str, state: str, state_words: str, about: Sequence[str], below: str) -> str:
    facts = "".join(f"<span>{safe(one)}</span>" for one in about)
    under = f'<p class="maju-quiet">{safe(below)}</p>' if below else ""
    return (
        f'<div class="maju-playbook"><p class="name"><b>{safe(name)}</b><span class="maju-state {safe(state)}">{safe(state_words)}</span></p>'
        f'<p class="maju-facts">{facts}</p>{under}</div>'
    )


def result(text: str, where: str, fit: str) -> str:
    return f'<article class="maju-result"><p>{safe(text)}</p><p class="maju-facts"><span>{safe(where)}</span><span>{safe(fit)}</span></p></article>'


def read_section(head: str, text: str) -> str:
    return f'<section class="maju-section read"><h2>{safe(head)}</h2><p>{safe(text)}</p></section>'
