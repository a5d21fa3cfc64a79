"""A database that fails, in words for people. Separate because every driver says the same few things differently."""

from sqlalchemy.exc import SQLAlchemyError

from assistant.errors import StoreError

_SAYS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("database is locked", "table is locked", "busy", "lock timeout", "deadlock", "queuepool limit"),
        "다른 작업이 데이터베이스를 쓰고 있어 저장하지 못했어요. 잠시 뒤 다시 시도해 주세요.",
        "The database is busy with other work, so nothing was saved. Try again in a moment.",
    ),
    (
        ("readonly", "read-only", "permission denied"),
        "데이터 폴더에 쓸 수 있는 권한이 없어요. 폴더 권한을 확인하거나 다른 폴더를 지정해 주세요.",
        "The data folder cannot be written to. Check its permissions or choose another folder.",
    ),
    (
        ("disk is full", "no space left"),
        "디스크가 가득 차서 저장하지 못했어요. 공간을 비운 뒤 다시 시도해 주세요.",
        "The disk is full, so nothing was saved. Free some space and try again.",
    ),
    (
        ("unable to open", "could not open", "no such file", "not a directory", "file exists"),
        "데이터베이스 파일을 열 수 없어요. 데이터 폴더의 경로와 권한을 확인해 주세요.",
        "The database file cannot be opened. Check the data folder's path and permissions.",
    ),
    (
        ("malformed", "not a database", "disk i/o error", "corrupt"),
        "데이터베이스 파일이 손상되었거나 읽을 수 없어요. 백업해 둔 파일로 바꿔 주세요.",
        "The database file is damaged or cannot be read. Put a backup in its place.",
    ),
    (
        ("connection", "connect", "timed out", "server closed", "could not translate host"),
        "데이터베이스 서버에 연결하지 못했어요. 잠시 뒤 새로고침해 주세요. 계속 그러면 관리자가 서버와 MAJU_DATABASE_URL을 확인해야 해요.",
        "The database server cannot be reached. Reload in a moment; if it stays so, an admin should check the server and MAJU_DATABASE_URL.",
    ),
)
_BY_CODE: dict[str, tuple[str, str]] = {
    "42501": (
        "데이터베이스 사용자에게 권한이 없어요. MAJU_DATABASE_URL의 사용자가 데이터베이스의 주인인지 확인해 주세요.",
        "The database user lacks a permission. Check that the user in MAJU_DATABASE_URL owns the database.",
    ),
    "53100": (
        "데이터베이스 서버의 디스크가 가득 차서 저장하지 못했어요. 서버의 공간을 비운 뒤 다시 시도해 주세요.",
        "The database server's disk is full, so nothing was saved. Free some space on the server and try again.",
    ),
    "25006": (
        "데이터베이스 서버가 읽기 전용이라 저장하지 못했어요. MAJU_DATABASE_URL이 주 서버를 가리키는지 확인해 주세요.",
        "The database server is read-only, so nothing was saved. Check that MAJU_DATABASE_URL names the primary one.",
    ),
}
"""PostgreSQL's own codes (its manual, appendix A), where the words above would be about a folder."""
_ELSE = (
    "데이터베이스에서 예상하지 못한 문제가 생겨 저장하거나 읽지 못했어요. 다시 시도해 주세요.",
    "The database failed unexpectedly, so nothing was read or saved. Try again.",
)


def said(error: SQLAlchemyError | OSError) -> StoreError:
    """The fault as one sentence per language. The driver's own words stay in `__cause__`, never on a screen."""
    if (code := code_of(error)) in _BY_CODE:
        ko, en = _BY_CODE[code]
        return StoreError(ko=ko, en=en)
    words = str(getattr(error, "orig", None) or error).lower()
    for signs, ko, en in _SAYS:
        if any(sign in words for sign in signs):
            return StoreError(ko=ko, en=en)
    return StoreError(ko=_ELSE[0], en=_ELSE[1])


def code_of(error: SQLAlchemyError | OSError) -> str:
    """The SQLSTATE of the fault; empty where the driver gives none."""
    return getattr(getattr(error, "orig", None), "sqlstate", None) or ""
