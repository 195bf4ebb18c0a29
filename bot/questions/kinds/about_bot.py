"""Questions about the bot itself: what it can do, and how it is asked."""

# ruff: noqa: E501 - long patterns and word lists are easiest to read and to edit as running text

from collections.abc import Set

from bot.questions.language.chatter import is_chatter, is_of_other_topic
from bot.questions.language.english import GREETINGS
from bot.questions.language.patterns import pattern
from bot.questions.language.stems import stem
from bot.questions.language.words import BREAK
from bot.questions.question import Intent, Question
from bot.questions.reading import Reading
from bot.questions.tagging.sentence import Piece, Sentence
from bot.questions.tagging.strange_words import unknown_words
from bot.questions.tagging.tags import Kind

_OF_THE_BOT = pattern(
    """
    what * (can|could|may|should|do|would) (i|we|you|one|people) * (do|ask|say|type|know|answer|help|understand|tell)
    (what|which) (kind|sort|type|of|are|the)? (of)? question * (ask|answer|understand|take|handle)
    how (do|does|can|should|to|would) (i|we|you|this|it|the|one|people)? (bot|levelbot|app|thing)? (use|work|ask|talk to|operate)
    (what|how) * (this|the) (bot|app)
    example of * (i|we|you|one|people) * (ask|say|type|answer|know)
    (give|show|tell) * (example|examples|instruction|instructions|manual|tutorial)
    (example|sample) question
    help me out
    (explain|introduce) yourself
    how (should|do|can|could|must) i (phrase|word|formulate|put|write|format)
    (instruction|manual|guide|docs|documentation|tutorial|usage) (for|to|of|on)? (this|the)? (bot|levelbot|app)
    what (do|does|are|is|can|could|would|will) (you|levelbot|this bot|the bot|this thing|it) (do|for|know|good for|capable|able|answer|here for|about|offer)
    how (do|can|could|would|does) (you|levelbot|this bot|this|it) (help|work|function)
    no (idea|clue) how this works
    instruction
    what * your (job|purpose|function|deal)
    (im|i am) lost
    do you (do|make|offer|handle|support|speak)
    cheat sheet
    man (bot|levelbot)
    what can (i|we) (ask|do|say)
    how (do|does|is|can|would) (the|this|that)? (bot|levelbot|thing|you|it) * know
    how (this|it|that|all this) works
    what how to (answer|do)
    (who|what) * (made|built|created|wrote|develops|developed|programmed|maintains|runs|powers) (you|this bot|the bot|levelbot)
    where (do|does|did|are|is) (you|your|the|its|these|those)? * (answer|data|info|information|knowledge|text) (come|from|get)
    where do you (get|take|have)
    are you (a|an|the)? (%|bot|human|real|robot|person|machine|alive|chatgpt|gpt|llm|model)
    (example|sample|tutorial|intro|introduction|command)
    what (is|are) (levelbot|this bot|the bot|this thing|this app)
    what (is|are) (this|it) for
    show (me|us)? (the|your)? help
    (about|introduce|explain) yourself
    (is|are) (this|that|it) (a|an)? (bot|human|person|robot|ai|machine|%)
    how (do)? you work
    (what|which) (data|source|information|model) (do|are|is) you * (use|using|based)
    how (accurate|reliable|smart|good|clever|sure|trustworthy|up to date) are you
    (can|may|should) (i|we) (trust|believe|rely on) (you|this|the bot)
    what * use you for
    who (made|built|programmed|coded) (this|it)
    where (do|should|can|to) (i|we|one)? (start|begin)
    (get|getting) started
    (not sure|unsure|no idea|dont know|do not know) what (to|i can|can i|i should) (ask|type|say|do)
    what (to|should i|shall i|do i) (ask|type|say|write|enter)
    (your|the|some|any|which|what) (command|feature|option|capability|functionality|menu|suggestion|idea)
    what is possible
    how (2|to) (use|work|start|ask)
    how do i get started
    why are you here
    (can|could) (you|u) (give|lend) (me|us)? (a)? hand
    what (else|all)? you (can|could) (do|answer|help|know|tell)
    thing you (can|could) (do|answer|help|tell)
    (with|from|through|using|via) (you|this bot|the bot|levelbot)
    (help|assistance) (with|using) (this|you)
    what is it you * (do|know|answer)
    what (can|could) (i|we|one) find out
    man page
    (who|what) are you
    """
)
_SHORT = 8
_LONG = 14
"""Words of a question about the bot; who tells more asks for something else."""


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


_OF_ANY_PROGRAM = _stems(
    "assist assistance help hlep halp helpp command syntax usage manual tutorial instruction option feature docs documentation "
    "menu howto capability functionality shortcut sample example onboarding intro introduction cheatsheet"
)
"""What only a program has, or is asked for."""
_BESIDE_A_PROGRAM = _stems(
    "app application install installed plugin integration assistant added workspace user beginner "
    "button setup configured program newly click"
)
"""What is said of a program, and of much else."""
_ASKED_OF_YOU = _stems(
    "work start started ask asking use using answer cover talk type query search question topic tip support capable able phrase word "
    "comparison understand offer explain"
)
"""What is done with a bot, or by it, and with much else."""
_ASKS = _stems(
    "what which how where any anything first new lost dont can could teach need stuff kind"
)
_OF_BOTS = (
    _OF_ANY_PROGRAM
    | _ASKED_OF_YOU
    | _stems(
        "compare listen respond react "
        "bot levelbot slack channel command question level ladder card career title grade family track skill"
    )
)
_ADDRESSED = frozenset("you u your yours yourself ya bot levelbot this here".split())


def question(reading: Reading) -> Question | None:
    """Help, for the questions that people commonly ask of a bot; None for others."""
    found = {place for each in reading.sentence.find_all(_OF_THE_BOT) for place in each}
    if found:
        parts = {at for each in reading.attributes for at in each.covered}
        if _of_a_thing(reading.sentence, found, parts):
            return None
    if (found and _mostly_of_bot(reading, found)) or _wants_help(reading) or _courteously(reading):
        return Question(reading.text, Intent.HELP, 0.95)
    return None


def _mostly_of_bot(reading: Reading, found: Set[int]) -> bool:
    """Whether the words that ask it of the bot are most of the question, or the bot is named."""
    said = [piece for piece in reading.sentence.pieces if piece.word not in GREETINGS]
    return 2 * len(found) > len(said) or (not reading.runs and "bot" in reading.plain)


def _wants_help(reading: Reading) -> bool:
    """Whether help is asked for in a few words that everybody knows."""
    if "help" not in reading.words or len(reading.words) > _SHORT or reading.runs:
        return False
    return not unknown_words(reading.tags)


def _of_a_thing(sentence: Sentence, found: Set[int], parts: Set[int]) -> bool:
    """Whether the words that ask it of the bot go on to something else: "how do I use the VPN"."""
    pieces = sentence.pieces
    last = max(found)
    ends = next((at for at in range(last, len(pieces)) if pieces[at].word == BREAK), len(pieces))
    return any(
        at not in parts
        and pieces[at].stem not in _OF_BOTS
        and not is_chatter(pieces[at].word)
        and pieces[at].word not in GREETINGS
        for at in sentence.telling(range(last + 1, ends))
    )


def _courteously(reading: Reading) -> bool:
    """Whether words that are elsewhere only courtesy ask it: "what do you know"."""
    if reading.runs or _ADDRESSED.isdisjoint(reading.words):
        return False
    pieces = [Piece(stem(word), word, -1) for word in reading.words]
    sentence = Sentence([], pieces)
    found = {place for each in sentence.find_all(_OF_THE_BOT) for place in each}
    return 2 * len(found) > len(pieces) and not _of_a_thing(sentence, found, frozenset())


def in_other_words(reading: Reading) -> Question | None:
    """Help, where nothing but a bot is spoken of, however it is put."""
    parts = any(asked.weight > 1 for asked in reading.attributes)
    named = reading.runs or (parts and _ADDRESSED.isdisjoint(reading.words))
    if named or len(reading.words) > _LONG or any(map(is_of_other_topic, reading.words)):
        return None
    said = {stem(word) for word in reading.words}
    strange = {stem(tag.text) for tag in reading.tags if tag.kind is Kind.OTHER}
    if strange - _OF_ANY_PROGRAM - _ASKED_OF_YOU - _BESIDE_A_PROGRAM:
        return None
    told = _ADDRESSED & set(reading.words) and said & _ASKS and said & _ASKED_OF_YOU
    return Question(reading.text, Intent.HELP, 0.8) if told or said & _OF_ANY_PROGRAM else None
