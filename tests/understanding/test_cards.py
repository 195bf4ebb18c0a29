"""Cards, lists of levels and the bot itself, asked for in words of every day."""

import pytest

from bot.answers import Ask
from tests.understanding.said import AI, ANYONE, DS, SW, Understood, asked, at

CARDS = [
    ("entrylevel machine learning engineer", at("P1")),
    ("assoc ml engineer", at("P1")),
    ("level 3 data scientist", at("P3", DS)),
    ("mid level backend dev pls", at("P3", SW)),
    ("the senior backend one", at("P4", SW)),
    ("what's lead software engineer equivalent to", at("P4", SW)),
    ('what level does "Frontend III" map to in the framework', at("P3", SW)),
    ("someone asked me in an interview what Software III is, help", at("P3", SW)),
    ("for the job posting i need P3's description", at("P3")),
    ("my title is Software III. translate to a level please", at("P3", SW)),
    ("I'd love to read the P3 description before my 1:1 this afternoon", at("P3")),
    ("M3, software side", at("M3", SW)),
    ("m2 pls (the level, not the laptop)", at("M2")),
    ("level 4? i mean P4", at("P4")),
    ("she just became a Machine Learning Manager II, what is that", at("M2")),
    ("aiml p4", at("P4")),
    ("back end dev 2", at("P2", SW)),
    ("backend tl", at("M1", SW)),
    # a family and a level, among everyday words
    ("looking for the P6 data scientist write-up", at("P6", DS)),
    ("one of my peers just became ML Engineering Manager II, give me the picture", at("M2")),
    ("the fifth frontend grade i.e. frontend five", at("P5", SW)),
    # the card itself is wished for, whatever is told before
    ("DL IV is what exactly, people manager or not? just show the card", at("P4")),
    ("where do the years matter, whatever. show me the P5 card", at("P5")),
    ("we interview and half of the panel is unsure about Software IV. Post its card", at("P4", SW)),
    ("send me the whole ML IV card so I can read it on my own", at("P4")),
    ("what's this P1 thing on my profile", at("P1")),
    ("my mentor came in as a lead frontend eng and I'd love to know what that means", at("P4", SW)),
    # a part that is ruled out, or a title that is told, is not asked for
    ("never mind the pay; what does it say for Backend V", at("P5", SW)),
    ("Frontend III, in full, no summary", at("P3", SW)),
    ("without the salary bits: DS III card", at("P3", DS)),
    ("title: Expert Deep Learning Engineer", at("P5")),
    ("the recruiter called me a senior data scientist. meaning?", at("P4", DS)),
    # a part is only told of
    ("if I read this right... ML II ?", at("P2")),
    ("I was promised Frontend III. is that a thing here", at("P3", SW)),
    ("What does that title mean: Backend Manager", at("M1", SW)),
    ("do you have anything written up on P6", at("P6")),
    ("do we have a P5 one", at("P5")),
    ("what does our ladder say about Senior Backend", at("P4", SW)),
    ("what is expected at... no wait, just show me Software II", at("P2", SW)),
    ("he has Senior ML Manager on his profile. tell me more about that level", at("M3")),
    ("got the Senior ML Engineer title last week, what's on my card", at("P4")),
    # a page of it
    ("Is there still a card for M4 somewhere? cant find the wiki page", at("M4")),
    ("is there a page for P5 anywhere? the old link is dead", at("P5")),
    ("do we still have the M3 software one? confluence lost it", at("M3", SW)),
    # how a level is written
    ("~P2~ P3", at("P3")),
    ("~Software II~ Software III", at("P3", SW)),
    ("p three", at("P3")),
    ("D.S. II", at("P2", DS)),
    ("S.W.E. 3", at("P3", SW)),
    ("how is a P6 described", at("P6")),
    ("somebody's slack profile says Distinguished Software Engineer", at("P7", SW)),
    ("reviewing comp bands later, for now only the DS IV card", at("P4", DS)),
    ("P-III", at("P3")),
    ("level seven, software family", at("P7", SW)),
    ("wanna see junior", at("P1")),
    ("P four of data scientists", at("P4", DS)),
    ("software manager number two", at("M2", SW)),
    ("dist. SWE", at("P7", SW)),
    ("level=P5 family=software", at("P5", SW)),
    ("team lead, but on the frontend side", at("M1", SW)),
    ("my new hire is a Backend 2 and I have never opened this ladder before", at("P2", SW)),
    ("asking about 'developing' level in software, can you show me the card", at("P2", SW)),
    ("could you bring up 'senior' for us, we prepare calibration", at("P4")),
    # words around a question that ask for no part of a card
    ("Need a refresher on m1 before my 2pm", at("M1")),
    ("principal machine learning engineer, in short", at("P6")),
    ("software engineer 2, what do we mean by it", at("P2", SW)),
    ("level 4? i mean P4, not the floor", at("P4")),
    ("the deep learning 2 card, if you'd be so kind", at("P2")),
    ("could I have P4 in front of me please, i'm prepping a calibration session", at("P4")),
    ("i just got promoted to senior software engineer! what does the card say", at("P4", SW)),
    ("helping her write goals, she's backend III, give me the level text", at("P3", SW)),
    ("we'd bring her in at data scientist P5, can you paste that level", at("P5", DS)),
    ("I am reviewing the packet of a P4 candidate, card?", at("P4")),
    ("what would an associate data scientist be in our framework", at("P1", DS)),
    ("P7 swe profile", at("P7", SW)),
    ("remind me what P3 is again", at("P3")),
    ("P4, thanks in advance!", at("P4")),
    ("I've been asked to write feedback for a P4, can I see the card first?", at("P4")),
    ("i might become team lead for ML. what's that card", at("M1")),
    ("what does the ladder say about P2", at("P2")),
    ("can't find P5 anywhere, can you show it", at("P5")),
    ("I'm onboarding a Backend II next week and would love to read the level", at("P2", SW)),
    ("they call her a mid-level data scientist. which level would that be", at("P3", DS)),
    ("link me the P5 page", at("P5")),
    ("Machine Learning lll", at("P3")),
    ("P2 pleeease", at("P2")),
    ("how would you characterise a P4", at("P4")),
    ('"Lead Data Scientist" – please decode', at("P4", DS)),
    ("do we have a Software III? if yes, open it", at("P3", SW)),
    ("what, in your words, is a P4", at("P4")),
    ("intermediate software engineer", at("P3", SW)),
    ("tech lead, data science", at("P4", DS)),
    ("what's an EM", at("M1")),
    ("need a refresher on principal MLEs", at("P6")),
    # one level, said again and again
    ("i keep hearing p3 p3 p3 in standup, whats that", at("P3")),
    ("dist. engineer, fe side → P7 FE right? show it", at("P7", SW)),
    # a dot behind a grade ends a sentence, one behind a short form does not
    ("new teammate joins us as Frontend I. what can we count on him for", at("P1", SW)),
    ("assoc. machine learning engineer", at("P1")),
    ("quiero ver el nivel software engineer V, gracias", at("P5", SW)),
]


@pytest.mark.parametrize(("text", "levels"), CARDS, ids=[text for text, _ in CARDS])
def test_card(ask: Ask, text: str, levels: tuple[str, ...]) -> None:
    assert asked(ask, text) == Understood("card", levels)


STORIES = [
    (
        "ok so long story, I moved from Lisbon to the Berlin office and in the new HR system I'm "
        'suddenly "Deep Learning Engineer IV" where before it only said engineer. Nobody\'s '
        "complaining but I'd like to read what I apparently am",
        at("P4"),
    ),
    (
        "my cousin got Software III in the Porto office and asks me what it is",
        at("P3", SW),
    ),
    (
        "I was told in my review chat that they see me as a P4 now. I smiled and said thanks. what "
        "is that even",
        at("P4"),
    ),
    (
        'Workday calls me "Backend Manager" since the reorg. No one told me. Can I see what I '
        "signed up for",
        at("M1", SW),
    ),
    (
        "my cousin got Senior Engineer at Acme and asks me what it is",
        (),
    ),
    (
        "our P1 from last night woke half the team and now the customer wants to know what that is",
        (),
    ),
    (
        "IT gave me an M3, it is fast but nobody told me about the screen. what is that",
        (),
    ),
]


@pytest.mark.parametrize(("text", "levels"), STORIES, ids=[text for text, _ in STORIES])
def test_what_a_level_of_a_long_story_is(ask: Ask, text: str, levels: tuple[str, ...]) -> None:
    assert asked(ask, text) == Understood("card" if levels else "unknown", levels)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("P4 for software and data science", (f"{SW}/P4", f"{DS}/P4")),
        (
            "senior level in software, ML and data science",
            (f"{SW}/P4", f"{AI}/P4", f"{DS}/P4"),
        ),
        (
            "For the workshop I need the staff-level pages: one for software, one for data science",
            (f"{SW}/P7", f"{DS}/P7"),
        ),
        ("I moved from software to data science, what's a P3", at("P3", DS)),
        ("I work in software, what is a P3 in data science", at("P3", DS)),
    ],
)
def test_one_level_of_several_families(ask: Ask, text: str, levels: tuple[str, ...]) -> None:
    assert asked(ask, text) == Understood("card", levels)


TWICE_WRONG = [
    ("backeennd ii", at("P2", SW)),
    ("bakced 1", at("P1", SW)),
    ("mcahin learning 1 pls", at("P1")),
    ("data sicene 3", at("P3", DS)),
    ("senior backend maanegr", at("M3", SW)),
    # these may be other words
    ("drwp learning i", ()),
    ("weekend 3", ()),
]


@pytest.mark.parametrize(("text", "levels"), TWICE_WRONG, ids=[text for text, _ in TWICE_WRONG])
def test_a_word_written_twice_wrong_is_a_title_when_its_letters_are_there(
    ask: Ask, text: str, levels: tuple[str, ...]
) -> None:
    assert asked(ask, text) == Understood("card" if levels else "unknown", levels)


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("all the cards", {AI, DS, SW}),
        ("show me the ladder", {AI, DS, SW}),
        ("show me all the cards you know about", {AI, DS, SW}),
        ("what job families do you cover", {AI, DS, SW}),
        ("which families are in there besides software?", {AI, DS, SW}),
        ("the ml track from bottom to top", {AI}),
        ("all the software engineer levels, bottom to top", {SW}),
        ("what manager levels do we have", {AI, DS, SW}),
        # in any order of words, and whatever it is wanted for
        ("give me an overview of all the levels", {AI, DS, SW}),
        ("what are the names of all the levels?", {AI, DS, SW}),
        ("show all roles for our new HR system", {AI, DS, SW}),
        ("show me everything you've got", {AI, DS, SW}),
        ("what's in the ladder", {AI, DS, SW}),
        ("walk me through the data science levels", {DS}),
        ("how far does the data science ladder go", {DS}),
        ("I'd need the complete list of software levels for our HRIS", {SW}),
        ("levels for individual contributors and for managers?", {AI, DS, SW}),
        ("list software manager levels", {SW}),
    ],
)
def test_browse(ask: Ask, text: str, families: set[str]) -> None:
    answer = ask(text, ANYONE)
    assert str(answer.intent) == "browse"
    assert {ref.partition("/")[0] for ref in answer.levels} == families


@pytest.mark.parametrize(
    "text",
    [
        "how does the bot know?",
        "who made you",
        "are you an AI?",
        "where do your answers come from",
        "what do you know how to answer",
        "no idea how this works, instructions?",
        "examples?",
        "tutorial please",
        "show me some examples of things i could ask you",
        # in words that elsewhere are only courtesy
        "what sort of stuff do you know?",
        "can you give me a hand",
        "what do you know",
        # in no words of their own
        "i don't understand how to use you",
        "which commands are supported",
        "give me some sample questions",
        "can i get a list of commands",
        "what topics do you cover",
        "any tips for asking you stuff",
        "what's the syntax",
        "are there other things you can do",
        "can you do comparisons?",
        "I need some help using this",
        "do you have a menu",
        "how 2 use",
        "how do I get started",
        "assist me",
        "i'm lost, help",
        "Hello, nice to meet you! What are you good for?",
        "wat can u do",
        "hlep",
        "what is levelbot",
        "tell me about yourself",
        "can you explain how you work",
        "how accurate are you",
        "what can I use you for",
    ],
)
def test_help(ask: Ask, text: str) -> None:
    assert asked(ask, text) == Understood("help", ())


@pytest.mark.parametrize("text", ["thanks!!", "ty", "thank you so much", "cheers team"])
def test_thanks_are_no_call_for_help(ask: Ask, text: str) -> None:
    assert asked(ask, text) == Understood("unknown", ())
