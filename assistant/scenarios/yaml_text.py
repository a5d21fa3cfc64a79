"""A scenario file's text to plain values and back, by PyYAML. Whatever was uploaded, reading it takes bounded time and memory."""

import hashlib
from collections.abc import Hashable, Mapping
from typing import Any

import yaml

from assistant.data_file import SAFE_LOADER
from assistant.domain.words import Text

MOST_BYTES = 2_000_000
MOST_DEPTH = 12
MOST_EVENTS = 200_000
LINE = 150


class NotUsable(ValueError):
    """`why`, and in which line (from 1) when that is known."""

    def __init__(self, why: Text, line: int | None = None) -> None:
        super().__init__(why.en)
        self.why = why
        self.line = line


class _Loader(SAFE_LOADER):  # type: ignore[misc]
    """Refuses a key that stands twice: YAML would keep the last one and say nothing."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise NotUsable(Text("항목 이름은 한 낱말이어야 해요.", "a plain word as the name of a field"), key.start_mark.line + 1)
            if key.value in seen:
                raise NotUsable(Text(f"{key.value!r} 항목이 두 번 나와요.", f"every key once, {key.value!r} stands twice"), key.start_mark.line + 1)
            seen.add(key.value)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep)
        return mapping


def values_in(raw: bytes) -> Any:
    """What a file holds. Raises NotUsable."""
    if len(raw) > MOST_BYTES:
        raise NotUsable(Text(f"{MOST_BYTES // 1_000_000}MB보다 커요.", f"a file of at most {MOST_BYTES // 1_000_000} MB"))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotUsable(Text("UTF-8로 저장한 파일만 읽을 수 있어요.", "a file saved as UTF-8")) from error
    try:
        _bounded(text)
        return yaml.load(text, Loader=_Loader)  # noqa: S506  # a safe loader
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        if isinstance(error, NotUsable):
            raise
        mark, what = getattr(error, "problem_mark", None), getattr(error, "problem", None) or "not YAML"
        raise NotUsable(Text(f"YAML 형식이 아니에요 ({what}).", f"YAML ({what})"), mark.line + 1 if mark else None) from error


def _bounded(text: str) -> None:
    """Neither references, which can make a small file huge, nor endless depth or length."""
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=SAFE_LOADER)):
        line = event.start_mark.line + 1 if event.start_mark else None
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise NotUsable(Text("&와 *로 하는 참조는 쓸 수 없어요. 내용을 그대로 적어 주세요.", "no references with & and *"), line)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_DEPTH:
            raise NotUsable(Text(f"{MOST_DEPTH}단계보다 깊이 들어가요.", f"at most {MOST_DEPTH} levels"), line)
        if count > MOST_EVENTS:
            raise NotUsable(Text("시나리오 하나라기에는 내용이 너무 많아요.", "no more than a scenario holds"), line)


def text_of(tree: Mapping[str, Any]) -> str:
    """The file's text: keys in their order, short lists of words in one line as people write them."""
    return yaml.dump(_plain(tree), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=LINE, indent=2)


def version_of(raw: bytes) -> str:
    """What tells one content of a scenario from another."""
    return hashlib.sha256(raw).hexdigest()[:12]


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Lists stand below their key, indented."""
        return super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value
