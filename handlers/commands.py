"""`/level …`: answered in the acknowledgement itself, seen only by the one who asked."""

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot import blocks
from bot.answers import Answer, UnknownAnswer
from bot.blocks import settings_told
from bot.desk import Desk, Place
from bot.state import State, Whose
from bot.subcommands import Default, Forget, Question, read_subcommand
from handlers import offers
from handlers.keeping import in_time
from handlers.places import of_command


def register(app: AsyncApp, desk: Desk, state: State) -> None:
    """Listen to the slash command."""

    @app.command("/level")
    async def level(ack: AsyncAck, command: dict[str, str]) -> None:
        # Answer before ack(): in Bolt 1.30 an exception within ~10 ms after ack() loses the
        # acknowledgement, and Slack gets a 404 after 3 s.
        place = of_command(command)
        match read_subcommand(command.get("text") or ""):
            case Default() as wanted:
                message = await in_time(_default(desk, state, place, wanted))
            case Forget():
                message = await in_time(_forget(state, place))
            case Question() as question:
                answer = await _answer(desk, question, place)
                message = blocks.message(answer, offers.to_one(desk, place, answer))
        await ack(**message, response_type="ephemeral")


async def _answer(desk: Desk, question: Question, place: Place) -> Answer:
    if question.otherwise:
        plain = await desk.preview(question.text, place)
        if isinstance(plain, UnknownAnswer):
            return await desk.ask(question.otherwise, place)
    return await desk.ask(question.text, place)


async def _default(desk: Desk, state: State, place: Place, wanted: Default) -> blocks.Message:
    is_direct = (place.channel or "").startswith("D")
    whose = Whose.CHANNEL if wanted.here and not is_direct else Whose.PERSON
    whose_id = (place.channel if whose is Whose.CHANNEL else place.user) or ""
    if wanted.family is None and not wanted.clear:
        return await _told(desk, state, place)
    if whose is Whose.CHANNEL and place.user_team != place.team:
        return settings_told.may_not_set()
    org = place.enterprise
    if wanted.family is None:
        await state.preferences.set_family(place.home, whose, whose_id, None, org)
        return settings_told.default_cleared(whose)
    family = await desk.family(wanted.family, place)
    if family is None:
        ladder = await desk.ladder(place)
        names = [each.name for each in ladder.families.values()]
        return settings_told.no_such_family(wanted.family, names)
    await state.preferences.set_family(place.home, whose, whose_id, family.id, org)
    return settings_told.default_set(whose, family)


async def _told(desk: Desk, state: State, place: Place) -> blocks.Message:
    ladder = await desk.ladder(place)
    ids = await state.preferences.families(place.home, place.user, place.channel, place.enterprise)
    known = {whose: ladder.families[id_] for whose, id_ in ids.items() if id_ in ladder.families}
    return settings_told.defaults_told(known, ladder.families.get(ladder.default_family or ""))


async def _forget(state: State, place: Place) -> blocks.Message:
    user = place.user or ""
    kept = await state.kept(place.home, user)
    await state.forget(place.home, user)
    return settings_told.forgotten(kept)
