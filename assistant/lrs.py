"""A learning record store over HTTP, as xAPI 1.0.3 has it. The only module that speaks to one."""

from collections.abc import Sequence

import httpx2

from assistant.errors import RecordsError

VERSION = "1.0.3"
TIMEOUT = httpx2.Timeout(20.0, connect=5.0)
ALREADY_THERE = 409
"""A statement of that id is there and says something else: ours was kept once and never changes, so it is a resend that differs in form."""
NOT_OURS_TO_MEND = frozenset({401, 403, 404, 408, 429})
"""Refusals that have nothing to do with the statements."""


class LearningRecordStore:
    """`url`: its endpoint, below which `/statements` is. `key`, `secret`: for basic authentication."""

    def __init__(self, url: str, key: str, secret: str, transport: httpx2.BaseTransport | None = None) -> None:
        auth = httpx2.BasicAuth(key, secret) if key else None
        self._address = f"{url}/statements"
        self._client = httpx2.Client(auth=auth, timeout=TIMEOUT, headers={"X-Experience-API-Version": VERSION}, transport=transport)

    def send(self, bodies: Sequence[str]) -> None:
        content = f"[{','.join(bodies)}]".encode()
        try:
            answer = self._client.post(self._address, content=content, headers={"Content-Type": "application/json"})
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise RecordsError(
                ko=f"학습 기록 저장소에 연결하지 못했어요({type(error).__name__}). 주소와 네트워크를 확인해 주세요.",
                en=f"The learning record store could not be reached ({type(error).__name__}). Check its address and the network.",
                refused=False,
            ) from error
        if answer.is_success or (answer.status_code == ALREADY_THERE and len(bodies) == 1):
            return
        wrong = answer.is_client_error and answer.status_code not in NOT_OURS_TO_MEND
        raise RecordsError(
            ko=f"학습 기록 저장소가 받지 않았어요(HTTP {answer.status_code}). 주소와 열쇠를 확인해 주세요.",
            en=f"The learning record store did not take it (HTTP {answer.status_code}). Check its address and credentials.",
            refused=wrong,
        )

    def close(self) -> None:
        self._client.close()
