"""Hypothesis strategies: any card, and any answer, that a ladder could hold."""

from types import MappingProxyType

from hypothesis import strategies as st

from bot.answers import (
    Answer,
    BrowseAnswer,
    CardAnswer,
    ChoiceAnswer,
    HelpAnswer,
    Receipt,
    UnknownAnswer,
)
from bot.ladder import (
    Card,
    Dimension,
    Family,
    Group,
    Level,
    Meaning,
    Pay,
    Section,
    Soc,
    Statement,
    Track,
    Years,
)
from bot.questions import Intent

# What a file can hold: UTF-8 without control characters, with Slack's and Markdown's signs often.
_written = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("&<>*_`~|[]()! \n"),
    min_size=1,
    max_size=8,
)
_pieces = st.sampled_from(
    ["word ", "&", "<!channel> ", "a&b<c>d", "x", "née ", "🤖", "*_`~", "two\nlines ", "&amp; "]
)


def lines(most: int) -> st.SearchStrategy[str]:
    """Text of 1 to `most` characters: a few of any kind, or one piece over and over.

    Long text is made by repeating, since drawing each character would take seconds a card.
    """

    def made(piece: str, size: int) -> str:
        return (piece * (size // len(piece) + 1))[:size].strip() or "x"

    sizes = st.sampled_from([1, 3, 20, 74, 75, 76, 149, 151, 1_999, 2_001, 2_999, 3_001, most])
    return st.builds(made, _pieces, sizes.map(lambda size: min(size, most))) | st.builds(
        made, _written, st.just(8)
    )


names = lines(400)
identifiers = st.from_regex(r"[a-z][a-z0-9_-]{0,40}", fullmatch=True)
codes = st.from_regex(r"[A-Z]{1,3}[0-9]{1,2}", fullmatch=True) | lines(60)
statements = st.builds(Statement, lines(3_500), st.lists(lines(900), max_size=3).map(tuple))
entries = statements | st.builds(Group, names, st.lists(statements, max_size=4).map(tuple))
years = st.builds(Years, st.floats(0, 80), st.none() | st.floats(0, 80), lines(200))
amounts = st.none() | st.floats(0, 1e12) | st.integers(0, 10**15)
pays = st.builds(
    Pay,
    status=st.sampled_from([None, "available", "unavailable"]),
    note=st.none() | lines(4_000),
    low=amounts,
    median=amounts,
    high=amounts,
    currency=st.none() | lines(20),
    period=st.none() | lines(20),
    as_of=st.none() | lines(20),
    source=st.none() | lines(3_000),
)
socs = st.builds(Soc, lines(20), st.none() | lines(3_000), st.booleans())


@st.composite
def cards(
    draw: st.DrawFn, dimensions: tuple[str, ...] = (), sections: tuple[str, ...] = ()
) -> Card:
    """A card, with some of the dimensions and sections told."""
    told = draw(st.lists(st.sampled_from(dimensions), unique=True)) if dimensions else []
    held = draw(st.lists(st.sampled_from(sections), unique=True)) if sections else []
    meaning = Meaning(
        draw(st.none() | lines(4_000)),
        MappingProxyType({each: draw(lines(2_500)) for each in told}),
        draw(st.none() | years),
    )
    level = Level(draw(codes), draw(names), "track", meaning)
    return Card(
        family_id=draw(identifiers),
        level=level,
        title=draw(names),
        summary=draw(st.none() | lines(4_000)),
        meaning=meaning,
        sections=MappingProxyType(
            {each: tuple(draw(st.lists(entries, max_size=12))) for each in held}
        ),
        titles=tuple(draw(st.lists(names, max_size=12))),
        pay=draw(st.none() | pays),
        status=draw(st.sampled_from(["approved", "draft"])),
        source=draw(st.none() | names),
    )


def _named(code: str, name: str, years: Years | None) -> Card:
    """A card that is only named: as much as another card's answer shows of it."""
    level = Level(code, name, "track", Meaning(years=years))
    nothing: MappingProxyType[str, tuple[Statement, ...]] = MappingProxyType({})
    return Card("family", level, name, None, Meaning(), nothing, (), None, "draft", None)


named_cards = st.builds(_named, codes, names, st.none() | years)


def _family(family_id: str, name: str, held: list[Card]) -> Family:
    cards_by_code = MappingProxyType({card.level.code: card for card in held})
    return Family(family_id, name, (), (), None, cards_by_code)


families = st.builds(_family, identifiers, names, st.lists(named_cards, min_size=1, max_size=4))


@st.composite
def card_answers(draw: st.DrawFn) -> CardAnswer:
    """Any card as an answer."""
    dimensions = tuple(draw(st.lists(identifiers, unique=True, max_size=25)))
    sections = tuple(draw(st.lists(identifiers, unique=True, max_size=5)))
    card = draw(cards(dimensions, sections))
    return CardAnswer(
        question=draw(lines(500)),
        intent=Intent.CARD,
        levels=(card.ref,),
        confidence=1.0,
        card=card,
        family=draw(families),
        track=Track("track", draw(names), draw(st.none() | names), ()),
        below=draw(st.none() | named_cards),
        above=draw(st.none() | named_cards),
        dimensions={each: Dimension(each, draw(names)) for each in dimensions},
        sections={each: Section(each, draw(names)) for each in sections},
        soc=draw(st.none() | socs),
        also=tuple(draw(st.lists(st.tuples(named_cards, families), max_size=3))),
        families_like_it=draw(st.integers(0, 2_000)),
        receipt=Receipt(card.status, draw(names), draw(names), draw(st.none() | names)),
    )


choices = st.tuples(named_cards, families)
suggestions = st.lists(lines(3_000), min_size=1, max_size=3, unique=True).map(tuple)

choice_answers = st.builds(
    ChoiceAnswer,
    question=lines(500),
    intent=st.just(Intent.CARD),
    levels=st.just(("x/Y",)),
    confidence=st.just(1.0),
    choices=st.lists(choices, min_size=2, max_size=6).map(tuple),
)
help_answers = st.builds(
    HelpAnswer,
    question=lines(500),
    intent=st.just(Intent.HELP),
    levels=st.just(()),
    confidence=st.just(1.0),
    suggestions=suggestions,
    ladder=names,
    families=st.lists(names, max_size=40).map(tuple),
)
unknown_answers = st.builds(
    UnknownAnswer,
    question=lines(500),
    intent=st.just(Intent.UNKNOWN),
    levels=st.just(()),
    confidence=st.just(0.3),
    suggestions=suggestions,
    near=st.lists(choices, max_size=3).map(tuple),
    asked_family=st.none() | families,
    no_such=st.none() | codes,
)
browse_answers = st.builds(
    BrowseAnswer,
    question=lines(500),
    intent=st.just(Intent.BROWSE),
    levels=st.just(()),
    confidence=st.just(0.9),
    ladder=names,
    families=st.lists(families, min_size=1, max_size=8).map(tuple),
    tracks=st.builds(lambda name, who: {"track": Track("track", name, who, ())}, names, names),
)
answers: st.SearchStrategy[Answer] = (
    card_answers() | choice_answers | help_answers | unknown_answers | browse_answers
)
