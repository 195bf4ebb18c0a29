"""Keeps other web sites out: a page open in the person's browser must not drive this one.

A foreign site can send requests to 127.0.0.1 from the browser. Its `Origin` gives it away, and
a name of its own that it points at 127.0.0.1 (DNS rebinding) shows in `Host`.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

_HERE = {"127.0.0.1", "localhost"}
# Everything the page loads comes from here; a message's picture may come from anywhere.
_POLICY = (
    "default-src 'self'; img-src 'self' https: data:; style-src 'self' 'unsafe-inline'; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'"
)


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse (403) what another site sent; add the headers that fence the page in."""
    if not _is_here(request.host):
        raise web.HTTPForbidden(text="this workspace answers to 127.0.0.1 and localhost only")
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        raise web.HTTPForbidden(text="requests from other sites are refused")
    if request.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"} and (
        request.path.startswith("/local/") or request.method != "GET"
    ):
        raise web.HTTPForbidden(text="requests from other sites are refused")
    response = await handler(request)
    if not response.prepared:
        response.headers.setdefault("Content-Security-Policy", _POLICY)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "no-referrer")
    return response


def _is_here(host: str) -> bool:
    return host.rpartition(":")[0] in _HERE or host in _HERE
