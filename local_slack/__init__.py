"""A Slack workspace on this machine: the Web API, events, interactivity, Socket Mode, a page.

It knows nothing of the app that it serves beyond the app's manifest.
"""

from local_slack.app_config import AppConfig, from_manifest
from local_slack.messages import Message
from local_slack.people import Channel, User
from local_slack.records import Call, Delivery
from local_slack.server import LocalSlack
from local_slack.steps import StepRun
from local_slack.views import View

__all__ = [
    "AppConfig",
    "Call",
    "Channel",
    "Delivery",
    "LocalSlack",
    "Message",
    "StepRun",
    "User",
    "View",
    "from_manifest",
]
