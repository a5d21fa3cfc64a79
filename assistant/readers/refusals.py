"""Why a document cannot be read: one sentence each, in both languages, that says what happened and what to do. One place to look."""

from assistant.errors import DocumentError


def _is(noun: str) -> str:
    """The copula after a noun: 예요 after a vowel, 이에요 after a consonant (of Latin letters: as 'PDF' is read, after a vowel)."""
    last = next((char for char in reversed(noun) if "가" <= char <= "힣"), "가") if not noun[-1].isascii() or noun.endswith(")") else "가"
    return "이에요" if (ord(last) - ord("가")) % 28 else "예요"


def unsupported(name: str, known: str) -> DocumentError:
    return DocumentError(
        ko=f"{name}: 읽을 수 없는 형식이에요. {known} 파일로 저장해서 다시 올려 주세요.",
        en=f"{name}: this kind of file cannot be read. Save it as {known} and add it again.",
    )


def missing(name: str) -> DocumentError:
    return DocumentError(
        ko=f"{name}: 파일을 열 수 없어요. 경로와 권한을 확인해 주세요.", en=f"{name}: cannot be opened. Check the path and its permissions."
    )


def unusable_name(name: str) -> DocumentError:
    shown = "".join(char for char in name if char.isprintable())[:40]
    return DocumentError(
        ko=f"{shown}…: 파일 이름이 너무 길거나 쓸 수 없는 글자가 들어 있어요. 이름을 짧게 바꿔서 다시 올려 주세요.",
        en=f"{shown}…: the file's name is too long or holds characters that cannot be used. Rename it and add it again.",
    )


def empty(name: str) -> DocumentError:
    return DocumentError(
        ko=f"{name}: 파일이 비어 있어요. 내용이 있는 파일인지 확인해 주세요.", en=f"{name}: the file is empty. Check that it has content."
    )


def no_text(name: str) -> DocumentError:
    return DocumentError(
        ko=f"{name}: 글자가 하나도 없어요. 그림만 들어 있는 문서라면 글자가 있는 파일로 바꿔 올려 주세요.",
        en=f"{name}: there is no text in it. If it holds pictures only, add a version that has text.",
    )


def scan(name: str) -> DocumentError:
    return DocumentError(
        ko=f"{name}: 글자 정보가 없는 스캔 문서예요. 문자 인식(OCR)을 거친 PDF로 다시 올려 주세요.",
        en=f"{name}: this is a scan without text. Run text recognition (OCR) on it and add it again.",
    )


def encrypted(name: str) -> DocumentError:
    return DocumentError(
        ko=f"{name}: 암호가 걸려 있어요. 암호를 풀어 저장한 뒤 다시 올려 주세요.",
        en=f"{name}: it is protected by a password. Save it without one and add it again.",
    )


def old_hangul(name: str) -> DocumentError:
    return DocumentError(
        ko=f"{name}: 한글 97 이전 형식이라 읽을 수 없어요. 한글에서 열어 HWPX로 저장한 뒤 다시 올려 주세요.",
        en=f"{name}: it is in the format of Hangul 97 or older. Open it in Hangul, save it as HWPX and add it again.",
    )


def for_distribution(name: str) -> DocumentError:
    return DocumentError(
        ko=f"{name}: 배포용(보안) 문서라 읽을 수 없어요. 한글에서 배포용을 해제해 저장한 뒤 다시 올려 주세요.",
        en=f"{name}: it is locked for distribution. Unlock it in Hangul, save it and add it again.",
    )


def mismatch(name: str, suffix: str, kind_ko: str, kind_en: str) -> DocumentError:
    return DocumentError(
        ko=f"{name}: 이름은 {suffix}인데 내용은 {kind_ko}{_is(kind_ko)}. 확장자를 맞춰 다시 올려 주세요.",
        en=f"{name}: the name says {suffix} but the content is {kind_en}. Give it the right suffix and add it again.",
    )


def damaged(name: str) -> DocumentError:
    return DocumentError(
        ko=f"{name}: 파일이 손상되어 읽을 수 없어요. 원본 프로그램에서 열어 다시 저장해 주세요.",
        en=f"{name}: the file is damaged and cannot be read. Open it in the program it came from and save it again.",
    )


def bomb(name: str, limit_mb: int) -> DocumentError:
    return DocumentError(
        ko=f"{name}: 압축을 풀면 {limit_mb}MB를 넘어 읽지 않았어요. 문서를 나누거나 그림을 줄여 다시 올려 주세요.",
        en=f"{name}: it unpacks to more than {limit_mb} MB, so it was not read. Split it or make its pictures smaller.",
    )


def broken_encoding(name: str) -> DocumentError:
    return DocumentError(
        ko=f"{name}: 글자가 깨져 있어요. UTF-8로 저장해서 다시 올려 주세요.",
        en=f"{name}: its characters are garbled. Save it as UTF-8 and add it again.",
    )


def too_big(name: str, size_mb: int, limit_mb: int) -> DocumentError:
    return DocumentError(
        ko=f"{name}: 파일이 {size_mb}MB로 너무 커요. {limit_mb}MB 이하로 나누어 올려 주세요.",
        en=f"{name}: the file is too big ({size_mb} MB). Split it into files of at most {limit_mb} MB.",
    )


def timed_out(name: str, seconds: int) -> DocumentError:
    return DocumentError(
        ko=f"{name}: {seconds}초 안에 다 읽지 못해 멈췄어요. 문서를 나누어 올려 주세요.",
        en=f"{name}: reading it took more than {seconds} seconds and was stopped. Split it into smaller files.",
    )


def too_complex(name: str) -> DocumentError:
    return DocumentError(
        ko=f"{name}: 문서 구조가 너무 복잡해서 읽다가 멈췄어요. 문서를 나누거나 단순하게 저장해 다시 올려 주세요.",
        en=f"{name}: it is too complex, so reading was stopped. Split it or save it in a simpler form.",
    )
