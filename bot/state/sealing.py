"""Encrypts what is secret before it is stored, with the key that `TOKEN_KEY` gives."""

import base64
import binascii
import re

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.state.errors import StateError

HOW_TO_MAKE = "make one with: openssl rand -base64 32"
_HEX = re.compile(r"[0-9a-fA-F]{64}")
_BYTES = 32


class Seal:
    """Seals with the first key, and opens what any of them has sealed."""

    def __init__(self, token_key: str) -> None:
        """`token_key`: keys with commas between them, the newest first. Raises StateError."""
        keys = [key.strip() for key in token_key.split(",") if key.strip()]
        if not keys:
            raise StateError(f"TOKEN_KEY is not set; it encrypts the stored tokens; {HOW_TO_MAKE}")
        self._newest = Fernet(_fernet_key(keys[0], 1))
        self._all = MultiFernet([Fernet(_fernet_key(key, n)) for n, key in enumerate(keys, 1)])

    def seal(self, secret: str) -> str:
        """Ciphertext, as text."""
        return self._newest.encrypt(secret.encode()).decode()

    def open(self, sealed: str) -> str:
        """What was sealed. Raises StateError when none of the keys has sealed it."""
        try:
            return self._all.decrypt(sealed.encode()).decode()
        except InvalidToken:
            raise StateError(
                "TOKEN_KEY is not the key that the stored tokens were encrypted with; put that "
                "key back, after the new one with a comma between them"
            ) from None

    def is_newest(self, sealed: str) -> bool:
        """Whether the first key has sealed it."""
        try:
            self._newest.decrypt(sealed.encode())
        except InvalidToken:
            return False
        return True


def _fernet_key(key: str, number: int) -> bytes:
    """32 bytes in base64, of either alphabet, or in hexadecimal, as hosts generate secrets."""
    raw = b""
    if _HEX.fullmatch(key):
        raw = bytes.fromhex(key)
    else:
        plain = key.replace("-", "+").replace("_", "/").rstrip("=")
        try:
            raw = base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
        except (binascii.Error, ValueError):
            raw = b""
    if len(raw) != _BYTES:
        wrong = f"TOKEN_KEY: key {number} is not 32 random bytes in base64 or hexadecimal"
        raise StateError(f"{wrong}; {HOW_TO_MAKE}")
    return base64.urlsafe_b64encode(raw)
