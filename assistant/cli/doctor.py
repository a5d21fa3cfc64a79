"""`maju doctor`: what is configured, what answers, what is missing."""

from dataclasses import dataclass
from typing import Any

from assistant import __version__
from assistant.assembly import Engine, open_engine
from assistant.cli.terminal import AsJson, DataFolder, as_line, language
from assistant.domain.words import Text
from assistant.errors import MajuError, ProviderError
from assistant.practice.faults import what_happened


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `fine`, and what there is to say of it."""

    name: str
    fine: bool
    says: Text


def doctor(as_json: AsJson = False, data: DataFolder = None) -> None:
    """What is configured, what answers, what is missing · 설정과 연결 상태를 점검해요"""
    with open_engine(data) as engine:
        findings = [_data(engine), _scenarios(engine), _playbooks(engine), *_model(engine)]
    here = language()
    if as_json:
        report: dict[str, Any] = {"version": __version__, "offline": engine.settings.offline}
        report["checks"] = [{"name": one.name, "fine": one.fine, "says": one.says.in_(here)} for one in findings]
        print(as_line(report))
    else:
        print(f"Maju {__version__}")
        for one in findings:
            print(f"{'✓' if one.fine else '✗'} {one.name:10} {one.says.in_(here)}")
    silent = next((one for one in findings if one.name in {"model", "embeddings"} and not one.fine), None)
    if silent:
        raise ProviderError("doctor", ko=silent.says.ko, en=silent.says.en)


def _data(engine: Engine) -> Finding:
    where, count = engine.settings.kept_at, len(engine.role_plays.all())
    return Finding("data", True, Text(f"{where} (연습 {count}번)", f"{where} ({count} role-plays)"))


def _scenarios(engine: Engine) -> Finding:
    try:
        count = len(engine.library.all())
    except MajuError as error:
        return Finding("scenarios", False, Text(error.ko, error.en))
    return Finding("scenarios", count > 0, Text(f"{count}개", f"{count} of them"))


def _playbooks(engine: Engine) -> Finding:
    try:
        newest = engine.shelf.newest()
        passages = sum(one.passages for one in newest)
    except MajuError as error:
        return Finding("playbooks", False, Text(error.ko, error.en))
    if not newest:
        return Finding("playbooks", True, Text("없음: maju playbook add FILE 로 넣을 수 있어요", "none yet: put one in with maju playbook add FILE"))
    return Finding("playbooks", True, Text(f"{len(newest)}권, 대목 {passages}개", f"{len(newest)}, {passages} passages"))


def _model(engine: Engine) -> list[Finding]:
    if engine.chat is None:
        offline = Text(
            "연결된 모델 없음: 모델 없이 연습하고, 점수는 대화를 재서 매겨요 (OPENAI_API_KEY나 OPENAI_BASE_URL로 연결)",
            "none configured: the embedded buyer plays and scores are measured (OPENAI_API_KEY or OPENAI_BASE_URL connects one)",
        )
        return [Finding("buyer", True, offline)]
    fault = engine.chat.answers()
    answered = Text(f"{engine.chat.name}: 응답해요", f"{engine.chat.name}: answers")
    findings = [Finding("model", fault is None, answered if fault is None else what_happened(fault))]
    embedder = engine.embedder
    if embedder:
        try:
            findings.append(
                Finding("embeddings", True, Text(f"{embedder.name}: {embedder.dimension}차원", f"{embedder.name}: {embedder.dimension} dimensions"))
            )
        except ProviderError as error:
            findings.append(Finding("embeddings", False, Text(error.ko, error.en)))
    return findings
