"""A workspace in which something has happened already, and what is posted into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from local_slack import LocalSlack, Message
from tests.local_slack.support import App

Json = dict[str, Any]

TEXT = {"type": "mrkdwn", "text": "3 g"}
BLOCKS = [{"type": "section", "text": TEXT}]
TITLE = {"type": "plain_text", "text": "Scales"}
MODAL = {"type": "modal", "title": TITLE, "blocks": BLOCKS, "external_id": "scales"}
HOME = {"type": "home", "blocks": BLOCKS}
LINK = "https://scales.example.com/feather"


@dataclass
class World:
    """A workspace in which something has happened already."""

    slack: LocalSlack
    asked: Message
    posted: Message
    app: App

    @property
    def general(self) -> str:
        return self.slack.channels["general"].id

    @property
    def ana(self) -> str:
        return self.slack.users["ana"].id

    def trigger(self) -> str:
        return self.slack.session.triggers.new(self.ana)

    def run(self) -> str:
        steps = self.slack.session.steps
        return steps.run("weigh_step", {"thing": "a feather"}, self.slack.users["ana"]).id

    def code(self) -> str:
        asked = f"client_id={self.slack.client_id}&scope=chat:write&redirect_uri=http://localhost/"
        url = self.slack.install(f"{self.slack.url}oauth/v2/authorize?{asked}")
        return url.partition("code=")[2].partition("&")[0]

    def modal(self) -> str:
        views = self.slack.session.views
        return views.open(self.ana, MODAL).id

    @property
    def own(self) -> Json:
        return {
            "client_id": self.slack.client_id,
            "client_secret": self.slack.client_secret,
        }


def function(client: Any, method: str) -> Any:
    """The client's own function for a method: `chat.postMessage` is `chat_postMessage`."""
    return getattr(client, method.replace(".", "_"))
