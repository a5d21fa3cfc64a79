"""The index is a cache: it outlives a restart, gives way when it is damaged, and never mixes two models' vectors."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from assistant.errors import ProviderError
from assistant.index import EmbeddedVectors, HybridIndex, index_at, index_in, open_index
from assistant.index.place import OwnFolder
from assistant.index.vector_store import collection_name
from assistant.ports import Embedder
from tests.index.conftest import PASSAGES
from tests.servers.chroma import ChromaServer


class OtherModel:
    """An embedder of the same dimension under another name."""

    name = "text-embedding-x/large v2"
    dimension = EmbeddedVectors().dimension

    def vectors(self, texts: Sequence[str]) -> list[list[float]]:
        return [list(reversed(one)) for one in EmbeddedVectors().vectors(texts)]


def opened(folder: Path, embedder: Embedder | None = None) -> HybridIndex:
    return index_in(folder, embedder or EmbeddedVectors())


def filled(folder: Path) -> Path:
    index = opened(folder)
    index.put(PASSAGES)
    index.search(["가격"], 1)
    index.close()
    return folder


def test_after_a_restart_everything_is_found_without_putting_it_again(tmp_path: Path) -> None:
    index = opened(filled(tmp_path))
    assert index.ids() == {one.id for one in PASSAGES}
    assert index.search(["번호이동 서류"], 1)[0][0].passage == PASSAGES[0]
    index.close()


def test_each_model_has_a_collection_of_its_own(tmp_path: Path) -> None:
    other = opened(filled(tmp_path), OtherModel())
    assert other.ids() == frozenset()
    other.put(PASSAGES[:1])
    other.close()
    first = opened(tmp_path)
    assert len(first.ids()) == len(PASSAGES)
    first.close()


def test_collection_names_are_what_chroma_allows() -> None:
    assert collection_name("BAAI/bge-m3:latest", 1024) == "passages-BAAI-bge-m3-latest-1024"
    assert collection_name("모델", 8) == "passages-model-8"


def largest_files(folder: Path) -> list[Path]:
    return sorted((one for one in folder.rglob("*") if one.is_file() and one.name != "lock"), key=lambda one: -one.stat().st_size)


@pytest.mark.parametrize("harm", ["truncate", "overwrite", "delete"])
def test_a_damaged_index_is_thrown_away_and_can_be_filled_again(tmp_path: Path, harm: str) -> None:
    for path in largest_files(filled(tmp_path)):
        if harm == "truncate":
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
        elif harm == "overwrite":
            path.write_bytes(b"\xde\xad" * (path.stat().st_size // 2))
        else:
            path.unlink()
    index = opened(tmp_path)
    lacking = [one for one in PASSAGES if one.id not in index.ids()]
    assert len(lacking) == len(PASSAGES)
    index.put(lacking)
    assert index.search(["번호이동 서류"], 1)[0][0].passage == PASSAGES[0]
    index.close()


def test_an_index_that_ended_whoever_opened_it_is_not_opened_again(tmp_path: Path) -> None:
    (filled(tmp_path) / "1" / "opening").touch()
    index = opened(tmp_path)
    assert index.ids() == frozenset()
    index.close()


def test_vectors_that_fail_while_we_run_leave_search_by_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = opened(filled(tmp_path))
    assert index._prepared()

    def broken(vector: Sequence[float], count: int) -> list[tuple[str, float]]:
        raise RuntimeError("disk gone")

    monkeypatch.setattr(index._store, "nearest", broken)
    assert index.search(["번호이동 서류"], 1)[0][0].passage == PASSAGES[0]
    assert index.ids() == frozenset()
    index.put(PASSAGES)
    assert index.search(["번호이동 서류"], 1)[0][0].score > 0.3
    index.close()


class Outage(OtherModel):
    """An embedder whose endpoint comes and goes."""

    def __init__(self) -> None:
        self.down = False

    @property
    def dimension(self) -> int:  # type: ignore[override]
        return len(self.vectors(["maju"])[0])

    def vectors(self, texts: Sequence[str]) -> list[list[float]]:
        if self.down:
            raise ProviderError("unreachable", ko="임베딩 모델이 답하지 않아요.", en="The embedding model does not answer.")
        return super().vectors(texts)


def test_while_the_embedding_model_is_silent_search_goes_on_by_words(tmp_path: Path) -> None:
    embedder = Outage()
    index = opened(tmp_path, embedder)
    index.put(PASSAGES)
    embedder.down = True
    assert index.search(["번호이동 서류"], 1)[0][0].passage == PASSAGES[0]
    index.close()


def test_an_embedding_model_that_is_silent_at_the_start_costs_no_vector(tmp_path: Path) -> None:
    embedder = Outage()
    index = opened(tmp_path, embedder)
    index.put(PASSAGES)
    index.close()
    embedder.down = True
    again = opened(tmp_path, embedder)
    with pytest.raises(ProviderError):
        again.ids()
    embedder.down = False
    assert len(again.ids()) == len(PASSAGES)
    again.close()


def test_questions_may_be_embedded_with_more_haste_than_passages(tmp_path: Path) -> None:
    hasty = Outage()
    hasty.down = True
    index = open_index(tmp_path, OtherModel(), asking=hasty)
    index.put(PASSAGES)
    assert index.search(["번호이동 서류"], 1)[0][0].passage == PASSAGES[0]
    index.close()


def test_an_index_that_cannot_be_written_says_so_and_can_be_filled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = opened(filled(tmp_path))
    assert index.ids()

    def full(records: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(index._store, "put", full)
    with pytest.raises(ProviderError) as caught:
        index.put(PASSAGES)
    assert "색인" in caught.value.ko
    index.put(PASSAGES)
    assert len(index.ids()) == len(PASSAGES)
    index.close()


def test_a_second_process_gets_files_of_its_own(tmp_path: Path) -> None:
    first = opened(filled(tmp_path))
    assert len(first.ids()) == len(PASSAGES)
    script = (
        "import sys; from pathlib import Path; from assistant.index import open_index\n"
        "index = open_index(Path(sys.argv[1])); print(len(index.ids())); index.close()"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.strip() == "0"
    assert len(first.ids()) == len(PASSAGES)
    first.close()


def test_a_folder_is_free_again_after_its_owner_let_it_go(tmp_path: Path) -> None:
    seen: list[Path] = []
    for _ in range(2):
        own = OwnFolder(tmp_path)
        own.opened(seen.append)
        own.release()
    assert seen[0] == seen[1]


def test_a_server_that_does_not_answer_is_named(tmp_path: Path) -> None:
    index = open_index(tmp_path, None, "http://127.0.0.1:9")
    with pytest.raises(ProviderError) as caught:
        index.ids()
    assert "127.0.0.1:9" in caught.value.ko
    assert "MAJU_CHROMA_URL" in caught.value.en
    index.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ChromaServer]:
    running = ChromaServer(tmp_path / "chroma")
    yield running
    running.kill()


def test_a_chroma_server_keeps_the_vectors_for_everybody(server: ChromaServer) -> None:
    first, second = (index_at(server.address, EmbeddedVectors()) for _ in range(2))
    first.put(PASSAGES)
    assert second.search(["번호이동 서류"], 1)[0][0].passage == PASSAGES[0]
    first.close()
    second.close()


def test_while_more_is_put_in_nobody_who_asks_waits_for_it(index: HybridIndex) -> None:
    index.put(PASSAGES[:1])
    found: list[set[str]] = []

    def ask(done: int, of: int) -> None:
        found.append({one.passage.id for one in index.search(["번호이동 서류와 상담석 가격"], 6)[0]})

    index.put(PASSAGES[1:], ask)
    assert found == [{PASSAGES[0].id}]
    assert PASSAGES[1].id in {one.passage.id for one in index.search(["상담석 가격"], 6)[0]}


def test_what_is_removed_is_not_found_while_more_is_put_in(index: HybridIndex) -> None:
    index.put(PASSAGES[:2])
    found: list[set[str]] = []

    def ask(done: int, of: int) -> None:
        index.remove([PASSAGES[0].id])
        found.append({one.passage.id for one in index.search(["번호이동 서류와 상담석 가격"], 6)[0]})

    index.put(PASSAGES[2:3], ask)
    assert PASSAGES[0].id not in found[0]
    assert PASSAGES[1].id in found[0]
