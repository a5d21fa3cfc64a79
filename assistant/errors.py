"""What can go wrong, in words for people.

    MajuError
    ├── InputError        what was given cannot be used (exit status 2)
    │   ├── ScenarioError     a scenario file: file, field, what was expected
    │   ├── DocumentError     a playbook file that cannot be read
    │   └── TranscriptError   a conversation that cannot be scored
    ├── NotFound          no such role-play, playbook, scenario (exit status 2)
    ├── StoreError        the database cannot be read or written (exit status 2)
    └── ProviderError     a model that was asked did not answer (exit status 3)

Each carries one sentence per language that says what happened and what to do.
"""


class MajuError(Exception):
    """`ko`, `en`: one clear sentence in each language."""

    def __init__(self, *, ko: str, en: str) -> None:
        super().__init__(en)
        self.ko = ko
        self.en = en

    def in_(self, language: str) -> str:
        return self.ko if language == "ko" else self.en


class InputError(MajuError):
    """What was given cannot be used."""


class ScenarioError(InputError):
    """A scenario file is not as it should be."""


class DocumentError(InputError):
    """A playbook file cannot be read."""


class TranscriptError(InputError):
    """A conversation cannot be scored."""


class NotFound(InputError):
    """There is no such thing."""


class StoreError(MajuError):
    """The database cannot be read or written: locked, read-only, full, damaged, out of reach. What was asked was not done."""


class ProviderError(MajuError):
    """A model that was asked did not answer. `fault` is a short id for records: 'timeout', 'rate_limited', 'unfinished', 'refused', ..."""

    def __init__(self, fault: str, *, ko: str, en: str) -> None:
        super().__init__(ko=ko, en=en)
        self.fault = fault
