"""The child process: `python -m assistant.readers` reads one document per line of its input and answers each with a line of JSON.

It limits its own memory and processor time before it touches a document, so a hostile file ends this process and nothing else.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from assistant.errors import DocumentError
from assistant.readers import refusals
from assistant.readers.content import check_content
from assistant.readers.formats import check_size, reader_of


def answer(path: Path) -> dict[str, Any]:
    """`{"sections": [[path, text, page], ...], "hidden": [[kind, text, section, page], ...]}` or `{"error": {"ko": ..., "en": ...}}`."""
    try:
        found = check_size(path.name, path.stat().st_size)
        check_content(path, found.content)
        reading = reader_of(found)(path)
        if not reading.sections:
            raise refusals.no_text(path.name)
        return {
            "sections": [[list(one.path), one.text, one.page] for one in reading.sections],
            "hidden": [[one.kind, one.text, one.section, one.page] for one in reading.hidden],
        }
    except DocumentError as error:
        return {"error": {"ko": error.ko, "en": error.en}}
    except (MemoryError, RecursionError):
        return _error(refusals.too_complex(path.name))
    except OSError:
        return _error(refusals.missing(path.name))
    except Exception:  # a parser's own way of saying that the file is not what it should be
        return _error(refusals.damaged(path.name))


def _error(error: DocumentError) -> dict[str, Any]:
    return {"error": {"ko": error.ko, "en": error.en}}


def limit_memory(megabytes: int) -> None:
    """Address space; where the system has no such limit (Windows) the parent's clock is the only one."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024 * 1024,) * 2)


def limit_processor(seconds: int) -> None:
    """From now on, so that each document has its own allowance; it ends a child whose parent is gone."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + seconds + 1, hard))


def main() -> None:
    """Arguments: megabytes, seconds. What a library prints goes to standard error; the answers have the output to themselves."""
    megabytes, seconds = int(sys.argv[1]), int(sys.argv[2])
    limit_memory(megabytes)
    with os.fdopen(os.dup(1), "w", encoding="ascii") as answers:
        os.dup2(2, 1)
        for line in sys.stdin.buffer:
            limit_processor(seconds)
            answers.write(json.dumps(answer(Path(json.loads(line)))) + "\n")
            answers.flush()


if __name__ == "__main__":
    main()
