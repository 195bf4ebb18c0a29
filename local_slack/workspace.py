"""The workspace's state, in memory: people, channels, messages, and who is told of a change."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from local_slack.app_config import AppConfig
from local_slack.messages import Contents, Message
from local_slack.payloads import ChangeCount, Clock, Json, Timestamps, new_id
from local_slack.people import BOT_USER_ID, SLACKBOT_ID, TEAM, Channel, User
from local_slack.seed import first_channels, first_user_groups, first_users

# A listener hears (kind, data), for instance ("message", {...}); it must not block.
Listener = Callable[[str, Json], None]


class TellNobody:
    """Hears what happens to messages; the session puts the app's events in its place."""

    def posted(self, message: Message) -> None:
        """Hear of a new message."""

    def changed(self, message: Message, before: Json, now: str) -> None:
        """Hear of an edit: the message, its JSON `before`, and when."""

    def removed(self, message: Message, before: Json, now: str) -> None:
        """Hear of a deletion, or of a thread's parent that became a tombstone."""


class Workspace:
    """People, channels and messages. Everything that changes it calls `announce`."""

    def __init__(self, config: AppConfig, clock: Clock) -> None:
        self.config = config
        self.clock = clock
        # The workspace that requests to the app come from, and whether the app is in it.
        self.team = TEAM
        self.installed = True
        self.timestamps = Timestamps(clock)
        self.changes = ChangeCount()
        users = first_users(config.name)
        self.users = {user.id: user for user in users}
        self.channels = {channel.id: channel for channel in first_channels()}
        self.user_groups = {group.id: group for group in first_user_groups()}
        self.events = TellNobody()
        self.log: list[Message] = []
        # How far each user has read each channel: {user id: {channel id: ts}}.
        self.reads: dict[str, dict[str, str]] = {user.id: {} for user in users}
        self._listeners: list[Listener] = []
        for user in users:
            if not user.is_bot:
                self.dm(user.id)

    # People and channels

    @property
    def people(self) -> list[User]:
        """The human members."""
        return [user for user in self.users.values() if not user.is_bot]

    def find_user(self, named: str) -> User:
        """Return the user with this id, name or full name; LookupError when nobody has it."""
        for user in self.users.values():
            if named in {user.id, user.name, user.real_name}:
                return user
        raise LookupError(f"no user is called {named!r}")

    def find_channel(self, named: str) -> Channel:
        """Return the channel with this id or name (`general`, `#general`); else LookupError."""
        for channel in self.channels.values():
            if named in {channel.id, channel.name, "#" + channel.name}:
                return channel
        raise LookupError(f"no channel is called {named!r}")

    def dm(self, user_id: str) -> Channel:
        """Return the direct message channel of the bot and this user, opened when needed."""
        members = {user_id, BOT_USER_ID}
        for channel in self.channels.values():
            if channel.kind == "im" and channel.members == members:
                return channel
        channel = Channel(new_id("D"), f"dm-{self.users[user_id].name}", "im", members)
        self.channels[channel.id] = channel
        self.announce("channel", channel.as_json())
        return channel

    def group_dm(self, user_ids: set[str]) -> Channel:
        """Return the group direct message of the bot and these people, opened when needed."""
        members = user_ids | {BOT_USER_ID}
        for channel in self.channels.values():
            if channel.kind == "mpim" and channel.members == members:
                return channel
        names = sorted(self.users[each].name for each in members)
        channel = Channel(new_id("C"), f"mpdm-{'--'.join(names)}-1", "mpim", members)
        self.channels[channel.id] = channel
        self.announce("channel", channel.as_json())
        return channel

    def join(self, user: User, channel: Channel) -> None:
        """Make the user a member of the channel and tell the listeners."""
        channel.members.add(user.id)
        self.announce("channel", channel.as_json())

    def welcome(self, user: User, channel: Channel, inviter: str | None = None) -> Message:
        """Make the user a member, with the words that Slack puts into the channel."""
        self.join(user, channel)
        return self.add(
            Message(
                channel=channel.id,
                ts=self.timestamps.next(),
                user=user.id,
                text=f"<@{user.id}> has joined the channel",
                subtype="channel_join",
                inviter=inviter,
            )
        )

    def leave(self, user: User, channel: Channel) -> None:
        """Take the user out of the channel."""
        channel.members.discard(user.id)
        self.announce("channel", channel.as_json())

    def read(self, user: User, channel: Channel, ts: str) -> None:
        """Keep that the user has read the channel up to `ts`; it never goes back."""
        reads = self.reads[user.id]
        if ts > reads.get(channel.id, ""):
            reads[channel.id] = ts
            self.announce("read", {"user": user.id, "channels": dict(reads)})

    # Messages

    def add(self, message: Message) -> Message:
        """Store a message and tell the listeners."""
        if message.user in self.users:
            message.team = self.users[message.user].team_id
        self.log.append(message)
        self.announce_message(message)
        self._announce_parent(message)
        self.events.posted(message)
        return message

    def change(self, message: Message, contents: Contents) -> None:
        """Give the message new contents, as `chat.update` does."""
        before = message.as_json()
        now = self.timestamps.next()
        message.text = contents.text
        message.blocks = contents.blocks
        message.attachments = contents.attachments
        message.values = {}
        message.edited_ts = now
        self.announce_message(message)
        self.events.changed(message, before, now)

    def unfurl(self, message: Message, attachments: list[Json]) -> None:
        """Attach previews of links; Slack tells of this as of an edit, without `edited`."""
        before = message.as_json()
        message.attachments = attachments
        self.announce_message(message)
        self.events.changed(message, before, self.timestamps.next())

    def remove(self, message: Message) -> None:
        """Delete a message, or dismiss an ephemeral one. A thread keeps its parent's place."""
        before = message.as_json()
        message.deleted = True
        if len(self.thread(message.channel, message.ts)) > 1 and message.ephemeral_to is None:
            message.subtype, message.text = "tombstone", "This message was deleted."
            message.blocks, message.attachments, message.by_bot = [], [], False
            message.user = SLACKBOT_ID
        else:
            self.log.remove(message)
        self.announce_message(message)
        self._announce_parent(message)
        self.events.removed(message, before, self.timestamps.next())

    def find(self, channel: str, ts: str) -> Message | None:
        """Return the message with this channel id and timestamp, ephemeral ones included."""
        # From the end, as what is looked for is mostly new, and the log may be long.
        return next((m for m in reversed(self.log) if m.ts == ts and m.channel == channel), None)

    def timeline(self, channel: str) -> list[Message]:
        """Top-level messages of the channel that everyone sees, oldest first."""
        return [
            m
            for m in self.log
            if m.channel == channel
            and m.ephemeral_to is None
            and (m.thread_ts in {None, m.ts} or m.reply_broadcast)
        ]

    def thread(self, channel: str, thread_ts: str) -> list[Message]:
        """The thread's parent and its replies that everyone sees, oldest first."""
        return [
            m
            for m in self.log
            if m.channel == channel and m.ephemeral_to is None and thread_ts in {m.ts, m.thread_ts}
        ]

    def shown(self, message: Message) -> Json:
        """Return the message's JSON with the counts that a thread's parent carries."""
        replies = [m for m in self.thread(message.channel, message.ts) if m is not message]
        if not replies or message.ephemeral_to:
            return message.as_json()
        writers = list(dict.fromkeys(m.user for m in replies))
        return message.as_json() | {
            "thread_ts": message.ts,
            "reply_count": len(replies),
            "reply_users_count": len(writers),
            "reply_users": writers,
            "latest_reply": replies[-1].ts,
        }

    def tell(self, user: str, channel: str, text: str, thread_ts: str | None = None) -> Message:
        """Show the person words of Slack's own, as Slackbot does when an app fails."""
        return self.add(
            Message(
                channel=channel,
                ts=self.timestamps.next(),
                user=SLACKBOT_ID,
                text=text,
                thread_ts=thread_ts,
                ephemeral_to=user,
            )
        )

    # Changes

    def announce_message(self, message: Message) -> None:
        """Tell the listeners of a message as it is now."""
        # What the page is told takes a look through the whole log.
        shown = page_message(self, message) if self._listeners else {}
        self.announce("message", shown)

    def _announce_parent(self, reply: Message) -> None:
        """Tell the listeners of the thread's parent, whose reply count has changed."""
        if reply.thread_ts in {None, reply.ts} or reply.ephemeral_to is not None:
            return
        parent = self.find(reply.channel, str(reply.thread_ts))
        if parent is not None:
            self.announce_message(parent)

    def announce(self, kind: str, data: Json) -> None:
        """Tell every listener; numbered, so that a page can order what it hears."""
        numbered = {**data, "change": self.changes.next()}
        for listener in tuple(self._listeners):
            listener(kind, numbered)

    @contextmanager
    def listening(self, listener: Listener) -> Iterator[None]:
        """Call `listener` on every change inside the `with` block."""
        self._listeners.append(listener)
        try:
            yield
        finally:
            self._listeners.remove(listener)

    async def wait_until(self, met: Callable[[], bool], timeout_s: float) -> None:
        """Return once `met()` holds, looked at after each change; else raise TimeoutError."""
        changed = asyncio.Event()
        with self.listening(lambda _kind, _data: changed.set()):
            async with asyncio.timeout(timeout_s):
                while not met():
                    await changed.wait()
                    changed.clear()


def page_message(workspace: Workspace, message: Message) -> Json:
    """Return the message as the page wants it: Slack's JSON, and what Slack keeps to itself."""
    return workspace.shown(message) | {
        "channel": message.channel,
        "ephemeral_to": message.ephemeral_to,
        "deleted": message.deleted,
        "by_bot": message.by_bot,
        "reply_broadcast": message.reply_broadcast,
        "values": message.values,
    }
