"""Socket Mode, with what Slack sends acknowledged when it is answered or kept, as over HTTP."""

import logging
from time import time

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot import pending

_log = logging.getLogger(__name__)


class HoldingHandler(AsyncSocketModeHandler):
    """Bolt's handler, which by itself acknowledges an event before its listener has run."""

    async def handle(  # type: ignore[override] # as Bolt's own
        self, client: SocketModeClient, req: SocketModeRequest
    ) -> None:
        """Answer one envelope; one that is not acknowledged is delivered again."""
        started = time()
        with pending.collected(again=bool(req.retry_attempt)) as works:
            response = await run_async_bolt_app(self.app, req)
        if await pending.hold(works):
            await send_async_response(client, req, response, started)
        else:
            _log.warning("not acknowledged: not done or kept in time; Slack delivers it again")
