"""`/level …`: answered in the acknowledgement itself, seen only by the one who asked."""

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot import blocks
from bot.desk import Desk
from handlers import offers
from handlers.places import of_command


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to the slash command."""

    @app.command("/level")
    async def level(ack: AsyncAck, command: dict[str, str]) -> None:
        # Answer before ack(): in Bolt 1.30 an exception within ~10 ms after ack() loses the
        # acknowledgement, and Slack gets a 404 after 3 s.
        place = of_command(command)
        answer = await desk.ask(command.get("text", ""), place)
        message = blocks.message(answer, offers.to_one(desk, place, answer))
        await ack(**message, response_type="ephemeral")
