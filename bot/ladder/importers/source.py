"""The text of a source file, whatever its encoding; a foreign file is refused with its place."""

import html
import re
from pathlib import Path

from bot.ladder.importers.found import UnreadableError

MAX_BYTES = 20_000_000
"""A ladder's text is far smaller; more than this is some other file."""

_FOREIGN = (
    (b"%PDF", "a PDF", "copy its text into a .txt file"),
    (b"PK\x03\x04", "a ZIP or Office file", "save it as .xlsx or as text"),
    (b"\xd0\xcf\x11\xe0", "an old Office file", "save it as .xlsx or as text"),
    (b"\x89PNG", "an image", "give the text of the ladder"),
    (b"\xff\xd8\xff", "an image", "give the text of the ladder"),
    (b"GIF8", "an image", "give the text of the ladder"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
    (b"{\\rtf", "an RTF file", "save it as plain text"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def read_text(path: Path) -> str:
    """The file's text with plain line ends and without a byte order mark.

    UTF-8, UTF-16 with a mark, an HTML page's own charset, else Windows-1252. Raises
    UnreadableError when the file is missing, empty, too large, or no text.
    """
    data = read_bytes(path)
    for magic, what, advice in _FOREIGN:
        if data.startswith(magic):
            raise UnreadableError(str(path), 1, f"is {what}, not text; {advice}")
    text = _decoded(data, path)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    if bad := _CONTROLS.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        raise UnreadableError(str(path), line, "is not text here; give the ladder as a text file")
    if not text.strip():
        raise UnreadableError(str(path), 1, "is empty; give a file with the ladder's text")
    return text


def read_bytes(path: Path) -> bytes:
    """The file's bytes; raises UnreadableError when it is missing, empty or too large."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableError(
                str(path), 1, f"has {size:,} bytes, more than {MAX_BYTES:,}; give the ladder alone"
            )
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableError(str(path), 1, f"can't be read ({reason}); check the name") from error
    if not data.strip():
        raise UnreadableError(str(path), 1, "is empty; give a file with the ladder's text")
    return data


def decode_entities(text: str) -> str:
    """`text` with its entities decoded ("&amp;" as "&"); only those that end in a semicolon.

    `html.unescape` alone would also turn the "&copy" of "R&copywriting" into a sign.
    """
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


def _decoded(data: bytes, path: Path) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _as(data, "utf-16", path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\x00" in data:
            line = data.count(b"\n", 0, error.start) + 1
            raise UnreadableError(str(path), line, "is not text; give a text file") from error
    charset = _CHARSET.search(data[:4096])
    return _as(data, charset[1].decode("ascii") if charset else "cp1252", path)


def _as(data: bytes, encoding: str, path: Path) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        line = data.count(b"\n", 0, start) + 1
        message = "is neither UTF-8 nor Windows-1252 here; save the file with the encoding UTF-8"
        raise UnreadableError(str(path), line, message) from error
