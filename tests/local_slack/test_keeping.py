"""What a workspace keeps in its file from one run to the next."""

from __future__ import annotations

import asyncio
import stat
from pathlib import Path

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from local_slack import LocalSlack
from local_slack.state_file import StateFile
from tests.local_slack.manifests import manifest
from tests.support import PATIENCE_S

HOME = {
    "type": "home",
    "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "Your scales"}}],
}
PROMPTS = [{"title": "Weigh it", "message": "a feather"}]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "workspace.json"


async def test_a_workspace_is_as_it_was_left(file: Path) -> None:
    async with LocalSlack(state=file, manifest=manifest()) as slack:
        client = AsyncWebClient(slack.bot_token, slack.api_url)
        ana = slack.users["ana"].id
        asked = await slack.post("a feather?", channel="general")
        await client.chat_postMessage(channel=asked.channel, thread_ts=asked.ts, text="3 g")
        await client.chat_postEphemeral(channel=asked.channel, user=ana, text="psst")
        group = slack.group_dm("ana", "ben")
        await slack.command("/invite", "@scales", channel="random")
        await client.views_publish(user_id=ana, view=HOME)
        await client.assistant_threads_setSuggestedPrompts(
            channel_id=slack.dm().id, prompts=PROMPTS
        )
        dm = slack.dm().id

    async with LocalSlack(state=file, manifest=manifest()) as slack:
        assert [message.text for message in slack.messages("general")] == ["a feather?"]
        assert [reply.text for reply in slack.replies("general", asked.ts)] == ["3 g"]
        assert [message.text for message in slack.ephemerals()] == ["psst"]
        assert slack.bot_user_id in slack.channels["random"].members
        assert slack.group_dm("ben", "ana").id == group.id
        assert slack.dm().id == dm
        assert slack.agent().prompts == PROMPTS
        home = slack.home("ana")
        assert home is not None
        assert home.blocks[0]["text"]["text"] == "Your scales"
        later = await slack.post("an anvil?", channel="general")
        assert later.ts > asked.ts


async def test_an_app_that_was_taken_out_stays_out(file: Path) -> None:
    async with LocalSlack(state=file) as slack:
        slack.uninstall()
    async with LocalSlack(state=file) as slack:
        assert (await slack.command("/level", "P2")).error == "unknown_command"


async def test_the_file_is_for_one_pair_of_eyes(file: Path) -> None:
    async with LocalSlack(state=file):
        pass
    assert mode(file) == 0o600
    assert leftovers(file) == [file.name]


@pytest.mark.parametrize(
    "kept",
    ["{", "[]", "{}", '{"version": 99}', '{"version": 1, "messages": [{"when": "now"}]}'],
    ids=["broken", "a list", "empty", "from the future", "other fields"],
)
async def test_a_file_that_is_no_state_is_left_alone(file: Path, kept: str) -> None:
    put(file, kept)
    with pytest.raises(ValueError, match=r"workspace\.json: not the state"):
        await LocalSlack(state=file).start()
    assert content(file) == kept


async def test_a_place_that_cannot_be_written_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        await LocalSlack(state=tmp_path / "nowhere" / "workspace.json").start()


async def test_changes_are_saved_while_it_runs(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = asyncio.Event()
    save = StateFile.save

    def noted(self: StateFile) -> None:
        save(self)
        saved.set()

    monkeypatch.setattr(StateFile, "save", noted)
    monkeypatch.setattr("local_slack.state_file.SAVE_DELAY_S", 0)
    async with LocalSlack(state=file) as slack:
        saved.clear()
        await slack.post("hello")
        async with asyncio.timeout(PATIENCE_S):
            await saved.wait()
        assert '"hello"' in content(file)


def content(file: Path) -> str:
    """What a file holds."""
    return file.read_text()


def put(file: Path, text: str) -> None:
    """Write a file."""
    file.write_text(text)


def mode(file: Path) -> int:
    """Who may do what with a file."""
    return stat.S_IMODE(file.stat().st_mode)


def leftovers(file: Path) -> list[str]:
    """What lies where the file lies."""
    return [path.name for path in file.parent.iterdir()]
