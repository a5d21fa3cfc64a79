"""A version among those that are kept."""

from assistant.domain.playbook import PlaybookVersion
from assistant.errors import NotFound
from assistant.ports import Playbooks


def version_of(kept: Playbooks, version_id: str) -> PlaybookVersion:
    """Raises NotFound when it was taken out."""
    found = next((one for one in kept.versions() if one.id == version_id), None)
    if found is None:
        raise gone()
    return found


def gone() -> NotFound:
    return NotFound(ko="그 플레이북은 이제 없어요. 목록을 새로 고쳐 주세요.", en="That playbook is no longer there. Reload the list.")
