"""A source file's bytes and text: sizes bounded, encodings told apart."""

import codecs
import re
from pathlib import Path

from bot.ladder.importers.found import UnreadableError

MAX_BYTES = 20_000_000
"""A source over 20 MB is refused; a ladder's largest sheets are far below."""

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins the same
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def read_bytes(path: Path, most: int = MAX_BYTES) -> bytes:
    """The file's bytes; raises UnreadableError when it is missing, a folder or over `most`."""
    file = str(path)
    try:
        size = path.stat().st_size
        if size > most:
            message = f"has {size:,} bytes, more than {most:,}; split it into smaller files"
            raise UnreadableError(file, 1, message)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        message = f"can't be read ({why}); check the file and its permissions"
        raise UnreadableError(file, 1, message) from error


def decode(file: str, data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16, UTF-32 or Windows-1252.

    Raises UnreadableError where it is none of these, or a UTF-8 text with broken bytes: read as
    Windows-1252 such a text would come out garbled.
    """
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None)
    encoding = encoding or _without_mark(data)
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding:
            line = data[: error.start].count(b"\n") + 1
            message = f"is not {encoding.upper()} here; save the file again as UTF-8"
            raise UnreadableError(file, line, message) from error
        text = _windows_1252(file, data, error)
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        message = "is not text; give the file as CSV, XLSX, YAML or JSON"
        raise UnreadableError(file, line, message)
    return text


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of plain English is zero."""
    head = data[:2000]
    if len(head) < 4 or len(data) % 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _windows_1252(file: str, data: bytes, error: UnicodeDecodeError) -> str:
    line = data[: error.start].count(b"\n") + 1
    control = _CONTROL.search(data)
    if control:
        message = "is not text; give the file as CSV, XLSX, YAML or JSON"
        raise UnreadableError(file, data[: control.start()].count(b"\n") + 1, message) from error
    whole = len(_MULTIBYTE.findall(data))
    broken = sum(byte >= 0x80 for byte in _MULTIBYTE.sub(b"", data))
    try:
        if whole > broken:
            raise error
        return data.decode("cp1252")
    except UnicodeDecodeError as undefined:
        message = "is neither UTF-8 nor Windows-1252 here; save the file again as UTF-8"
        raise UnreadableError(file, line, message) from undefined
