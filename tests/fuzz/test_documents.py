"""Documents that came to harm: each is read or refused with Maju's own words, and the process that reads them neither dies nor hangs.

`MAJU_FUZZ=2000 pytest tests/fuzz/test_documents.py` tries so many of each kind.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from assistant.errors import DocumentError
from assistant.readers import LimitedReader
from tests.fuzz.documents import made, worse
from tests.fuzz.test_parsers import EXAMPLES

KINDS = ("docx", "pptx", "xlsx", "hwpx", "hwp", "pdf")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return made(tmp_path_factory.mktemp("whole"))


@pytest.fixture(scope="module")
def read() -> Iterator[LimitedReader]:
    with LimitedReader(seconds=30) as reader:
        yield reader


@pytest.mark.parametrize("kind", KINDS)
def test_a_whole_one_is_read(kind: str, whole: Mapping[str, bytes], read: LimitedReader, tmp_path: Path) -> None:
    path = tmp_path / f"a.{kind}"
    path.write_bytes(whole[kind])
    assert "58" in " ".join(one.text for one in read(path).sections)


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_one_is_read_or_refused(kind: str, whole: Mapping[str, bytes], read: LimitedReader, tmp_path: Path) -> None:
    path = tmp_path / f"a.{kind}"
    for seed in range(EXAMPLES):
        path.write_bytes(worse(kind, whole[kind], Random(f"{kind} {seed}")))
        with suppress(DocumentError):
            assert read(path).sections
        assert read._child is not None, f"{kind} {seed}: the child died, or did not answer in time"
