"""Questions about skills: who needs one, whether a level does, and what no card lists."""

import pytest

from bot import text as written
from bot.answers import Ask, SkillAnswer
from bot.answers.quote import quote
from bot.ladder import Ladder
from bot.questions import Context
from bot.questions.texts.card_lines import card_lines
from tests.understanding.said import AI, ANYONE, DS, SW, asked, at

NAMED = [
    # by the ladder's wording, by paraphrase and with typos
    ("does a P2 need PyTorch?", at("P2"), "AI/ML frameworks (e.g., TensorFlow, PyTorch)"),
    ("does a P2 need pytroch", at("P2"), "AI/ML frameworks (e.g., TensorFlow, PyTorch)"),
    ("must a Machine Learning II do technical writing", at("P2"), "Technical writing"),
    ("does an ML II do hyperparameter tuning?", at("P2"), "Hyperparameter tuning"),
    ("is problem solving needed at P2", at("P2"), "Problem-solving"),
    ("do P2s need project managment?", at("P2"), "Project management"),
    ("does a P3 need docker", at("P3"), "Containers (e.g., Docker)"),
    ("should an ML III know Spark?", at("P3"), "Distributed data processing (e.g., Spark)"),
    (
        "is postgres required for a backend 2",
        at("P2", SW),
        "Relational databases (e.g., PostgreSQL, MySQL)",
    ),
    ("does a P2 need continuous learning?", at("P2"), "Continuous learning"),
]


@pytest.mark.parametrize(("text", "levels", "skill"), NAMED, ids=[text for text, *_ in NAMED])
def test_a_level_that_lists_it(ask: Ask, text: str, levels: tuple[str, ...], skill: str) -> None:
    found = asked(ask, text)
    assert (found.intent, found.levels, found.listed) == ("skill", levels, True)
    assert found.skill == skill


@pytest.mark.parametrize(
    ("text", "levels", "elsewhere"),
    [
        ("does a P2 need Kubernetes?", at("P2"), True),
        ("does an ML II need COBOL", at("P2"), False),
        ("do P1s need Terraform?", at("P1"), True),
        ("is rust required for a senior data scientist", at("P4", DS), False),
        ("must a P1 know Kafka?", at("P1"), True),
    ],
)
def test_a_level_that_does_not_list_it(
    ask: Ask, text: str, levels: tuple[str, ...], elsewhere: bool
) -> None:
    """The wording is that of the cards that do list it."""
    answer = ask(text, ANYONE)
    assert isinstance(answer, SkillAnswer)
    assert (answer.levels, answer.listed) == (levels, False)
    assert (answer.skill is not None) is elsewhere
    assert [each.cited.card.ref for each in answer.unlisted] == list(levels)


def test_where_else_a_skill_is_listed(ask: Ask) -> None:
    answer = ask("does a P2 need Kubernetes?", ANYONE)
    assert isinstance(answer, SkillAnswer)
    assert [each.cited.card.ref for each in answer.elsewhere] == [f"{AI}/P4"]


UNNAMED = [
    ("who needs hyperparameter tuning?", "Hyperparameter tuning", f"{AI}/P2"),
    ("hyperparamter tunning, which levels need it", "Hyperparameter tuning", f"{AI}/P2"),
    ("who needs kubernetes?", "Container orchestration (e.g., Kubernetes)", f"{SW}/P4"),
    ("which levels need problem solving", "Problem-solving", f"{AI}/P2"),
    ("who mentors interns", "May guide interns", f"{DS}/P2"),
    ("which cards list Docker?", "Containers (e.g., Docker)", f"{SW}/P2"),
    ("who uses airflow", "Workflow scheduling (e.g., Airflow)", f"{DS}/P3"),
    ("at what level do you need feature engineering", "Feature engineering", f"{AI}/P3"),
]


@pytest.mark.parametrize(("text", "skill", "level"), UNNAMED, ids=[text for text, *_ in UNNAMED])
def test_who_needs_it(ask: Ask, text: str, skill: str, level: str) -> None:
    found = asked(ask, text)
    assert (found.intent, found.skill, found.listed) == ("skill", skill, None)
    assert level in found.levels


@pytest.mark.parametrize("text", [text for text, *_ in UNNAMED])
def test_who_needs_it_is_told_lowest_first_with_the_cards_own_lines(
    ask: Ask, ladder: Ladder, text: str
) -> None:
    answer = ask(text, ANYONE)
    assert isinstance(answer, SkillAnswer)
    order = list(ladder.levels)
    for family in ladder.families:
        codes = [ref.partition("/")[2] for ref in answer.levels if ref.startswith(f"{family}/")]
        assert codes == sorted(codes, key=order.index)
    for listing in answer.listings:
        card = listing.cited.card
        for line in listing.lines:
            assert any(line.text in told for told in quote(card, line.part.id, ladder))


@pytest.mark.parametrize(
    "text",
    [
        "which level needs cobol?",
        "which cards list fortran",
        "matlab, at what level?",
        "does anyone have to know figma",
    ],
)
def test_a_skill_that_no_card_lists(ask: Ask, text: str) -> None:
    found = asked(ask, text)
    assert (found.intent, found.levels, found.skill, found.listed) == ("skill", (), None, None)


@pytest.mark.parametrize(
    "form",
    [
        "does a {family} {code} need {line}?",
        "is {line} required for {family} {code}",
        "who needs {line}",
    ],
)
def test_every_line_of_every_card_is_found_in_its_own_words(
    ask: Ask, ladder: Ladder, form: str
) -> None:
    """Also those that hold a family, a grade, a company, or the words of other questions."""
    wrong = {}
    for card in ladder.cards():
        family = ladder.families[card.family_id].name
        for line, part in card_lines(card):
            if part != "skills":
                continue
            question = form.format(family=family, code=card.level.code, line=line)
            found = asked(ask, question, Context(card.family_id))
            listed = None if form.startswith("who") else True
            if (found.intent, found.listed) != ("skill", listed) or card.ref not in found.levels:
                wrong[question] = found
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "levels", "skill"),
    [
        ("does a P2 need Statistical modeling?", at("P2"), "Statistical modeling"),
        ("is statistical modelling required for a P2", at("P2"), "Statistical modeling"),
        (
            "does a P2 need software development best practices",
            at("P2"),
            "Software development best practices",
        ),
        # but beside a title's words it is the title
        ("does a Statistical Modeling II need python", at("P2"), "Advanced Python programming"),
        ("does a senior statistical modeling engineer need spark", at("P4"), None),
    ],
)
def test_a_skill_that_holds_a_familys_name(
    ask: Ask, text: str, levels: tuple[str, ...], skill: str | None
) -> None:
    found = asked(ask, text)
    assert (found.intent, found.levels) == ("skill", levels)
    assert skill in (None, found.skill)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        # two letters swapped or one too few in the short name of a tool
        ("who needs SLQ?", "SQL"),
        ("who needs gti", "Git"),
        ("which levels need pyton", "Python"),
        # first letters, and a name with a number
        ("where does rag show up in our levels", "Retrieval-augmented generation"),
        ("do we even ask for ggplot2, and of whom", "ggplot2"),
        # a number word and a pronoun are no grades of a title
        ("from what grade on must one know caching", "Caching"),
    ],
)
def test_short_forms_of_a_skill(ask: Ask, text: str, word: str) -> None:
    found = asked(ask, text)
    assert found.intent == "skill"
    assert found.levels
    assert found.skill
    assert word in found.skill


@pytest.mark.parametrize(
    "text", ["who handles OTP?", "who needs a raise", "who approves my vacation"]
)
def test_words_that_are_nearly_those_of_a_card_are_not_taken_for_them(ask: Ask, text: str) -> None:
    assert asked(ask, text).levels == ()


@pytest.mark.parametrize(
    ("text", "levels", "listed"),
    [
        ("P2 + docker? (software)", at("P2", SW), True),
        (
            "Am I, as a senior data scientist, required to know linear programming?",
            at("P4", DS),
            True,
        ),
        # the wording of another level's card, although a word of it names a part
        ("p3 mentoring of senior engineers??", at("P3"), False),
        ("does a P2 need vendor management", at("P2"), False),
    ],
)
def test_a_level_and_a_skill(ask: Ask, text: str, levels: tuple[str, ...], listed: bool) -> None:
    found = asked(ask, text)
    assert (found.intent, found.levels, found.listed) == ("skill", levels, listed)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("who needs sql?", "“SQL”, family by family, lowest first"),
        ("who needs slq", "“SQL”"),
        ("which levels need hyperparams tuning", "“hyperparameter tuning”"),
        ("who needs postgres", "“PostgreSQL”"),
        ("does a P2 need kubernetis", "“Kubernetes”"),
        ("who mentors interns", "“mentors interns”"),
    ],
)
def test_the_skill_is_shown_as_the_cards_spell_it(ask: Ask, text: str, shown: str) -> None:
    assert shown in written.full(ask(text, ANYONE))


@pytest.mark.parametrize(
    "text", ["who needs sql at AWS", "tell me about principal engineers at AWS"]
)
def test_a_company_that_makes_a_tool_may_still_be_a_company(ask: Ask, text: str) -> None:
    assert asked(ask, text).levels == ()
    assert asked(ask, "who needs AWS?").levels == at("P3", SW)


@pytest.mark.parametrize(
    ("text", "level", "skill"),
    [
        # the whole of a line, in other words around it or in another order
        ("name the people who negotiate with peer directors", "M4", "Negotiation with peer"),
        ("which managers have to do budget stuff for compute and labeling", "M2", "Compute and"),
        ("who is on the hook for hyperparameter tuning", "P2", "Hyperparameter tuning"),
        ("from which level does one mentor senior engineers", "P5", "Mentoring of senior"),
        # what is asked as if of people, or of a level in other words
        ("list everybody who needs docker", "P3", "Docker"),
        ("synthetic control... do we have someone on the ladder for this", "P4", "synthetic"),
        ("terrraform: levels?", None, "Terraform"),
        ("is there any role here where GDPR knowledge is written down", None, "GDPR"),
        ("who has to be good at succession planning... asking bc my boss left", "M3", "uccession"),
        # a few letters, and small words that are one
        ("LLM evaluation (large language models), who is supposed to bring that", "P4", "Large"),
        ("who has to hold 1:1s", "M1", "One-on-one"),
        ("whose responsibility is it to run one on ones", "M1", "One-on-one"),
        ("which titles involve A/B testing", "P2", "A/B test"),
        # most of a long line, in other words
        ("who rules on evidence when departments contradict each other", "P7", "Ruling on"),
        ("which lvl needs kuberntes", "P4", "Kubernetes"),
    ],
)
def test_who_needs_it_in_other_words(ask: Ask, text: str, level: str | None, skill: str) -> None:
    found = asked(ask, text)
    assert found.intent == "skill"
    assert skill in (found.skill or "")
    assert level is None or level in {ref.partition("/")[2] for ref in found.levels}


@pytest.mark.parametrize(
    ("text", "levels", "skill", "listed"),
    [
        ("sr mgr software: are they on the hook for headcount planning", "M3", "Headcount", True),
        ("Director of Software and crisis leadership - needed?", "M4", "Crisis leadership", True),
        ("are one on ones something a Frontend Manager has to run", "M1", "One-on-one", True),
        ("Kubernetes for a lead software engineer y/n", "P4", "Kubernetes", True),
        ("does a backend engineer I have to use kafka", "P1", "Kafka", False),
        ("do we expect Snowflake from Software III", "P3", "Snowflake", False),
        ("Excel macros (VBA) for a P1 software engineer?", "P1", None, False),
        ("would you expect a P1 software engineer to write unit tests", "P1", "nit test", True),
        ("are P2 software engineers supposed to know how to use git", "P2", "Git", False),
        ("does one of our frontend 2s need react", "P2", "React", True),
        ("can a P3 SWE skip system design?", "P3", "System design", False),
        ("would a software P5 look at latency and throughput engineering", "P5", "Latency", True),
        ("is API design in the remit of a P3 software engineer", "P3", "API design", True),
        # of another level's card
        ("does a P5 SWE do capacity planning?", "P5", "capacity planning", False),
        ("M1 (software) and vendor management: in or out", "M1", "endor management", False),
    ],
)
def test_a_level_that_needs_it_in_other_words(
    ask: Ask, text: str, levels: str, skill: str | None, listed: bool
) -> None:
    found = asked(ask, text)
    assert (found.intent, found.levels, found.listed) == ("skill", at(levels, SW), listed)
    assert (skill or "") in (found.skill or "")


def test_return_on_investment_in_its_letters(ask: Ask) -> None:
    found = asked(ask, "does the M4 in ML have to know ROI analysis?")
    assert (found.levels, found.listed) == (at("M4"), True)
    assert "Return-on-investment" in (found.skill or "")


@pytest.mark.parametrize(
    "text",
    [
        "does the M1 chip run docker ok",
        "who can help me with my SQL query",
        "list everyone on my team",
        "who on the team knows a good dentist",
        # one level is asked for, and no list of all
        "at which grade is performance testing relevant",
    ],
)
def test_what_only_sounds_like_a_skill(ask: Ask, text: str) -> None:
    assert asked(ask, text).levels == ()


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("do we list accessibility anywhere", at("P2", SW)),
        ("who needs to know transformers", at("P3")),
    ],
)
def test_a_word_is_none_of_another_ending(ask: Ask, text: str, levels: tuple[str, ...]) -> None:
    """Lines of access and of transformation have its stem, and say another thing."""
    assert asked(ask, text).levels == levels
