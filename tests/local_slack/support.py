"""An app double, and a clock that stands still."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from aiohttp import web

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class App:
    """What it was sent, oldest first, and the answers it gives, the last one for good."""

    url: str = ""
    bodies: list[bytes] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)

    def answers_with(self, *answers: Any, status: int = 200) -> None:
        self.answers = [_answer(answer, status) for answer in answers]

    def forms(self) -> list[dict[str, str]]:
        return [
            {name: values[0] for name, values in parse_qs(body.decode(), True).items()}
            for body in self.bodies
        ]

    def payloads(self) -> list[Any]:
        return [json.loads(form["payload"]) for form in self.forms()]

    def events(self) -> list[Any]:
        return [json.loads(body) for body in self.bodies]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.bodies.append(await request.read())
        self.headers.append(dict(request.headers))
        if not self.answers:
            return web.Response()
        answer = self.answers[0] if len(self.answers) == 1 else self.answers.pop(0)
        return await answer(request)


def _answer(content: Any, status: int) -> Answer:
    async def answer(_request: web.Request) -> web.StreamResponse:
        if isinstance(content, int):
            return web.Response(status=content)
        if isinstance(content, str):
            return web.Response(text=content, status=status)
        return web.json_response(content, status=status)

    return answer


class Clock:
    """A clock that a test moves by hand; seconds."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now
