"""What people ask about any ladder finds its entry of the guide, told in their own way."""

import pytest

from bot.answers import Ask, GuideAnswer, UnknownAnswer
from tests.understanding.said import ANYONE


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("is it ok to just be happy as a P4 forever", "Is it fine to stay at my level?"),
        ("do people get fired if they don't advance", "Is it fine to stay at my level?"),
        ("could I go from mid straight to staff", "Can I skip a level?"),
        ("do I have to go through each level one after another", "Can I skip a level?"),
        ("is it up to my manager alone whether I get promoted", "Who approves promotions?"),
        ("what's involved in getting a promotion here", "How are promotions decided?"),
        ("when does the next promo window open", "How often are promotions considered?"),
        (
            "I came back from parental leave in May, will those seven months be held against me "
            "when my level is looked at",
            "How does part-time work or leave affect my level?",
        ),
        (
            "is less expected of someone who works four days a week",
            "How does part-time work or leave affect my level?",
        ),
        ("do I need the years on the card", "Are the years of experience required?"),
        ("do our levels compare to Google's", "Do these levels map to other companies’ levels?"),
        (
            "coming from Meta as an E5, where would that put me",
            "Do these levels map to other companies’ levels?",
        ),
        ("how easy is it to switch between the tracks", "Can I move to management and back?"),
        (
            "can I make it to the top without managing anyone",
            "Do I have to become a manager to keep growing?",
        ),
        ("what is discussed when managers calibrate", "How does calibration work?"),
        ("I should be one level higher, how do I raise this", "What if I disagree with my level?"),
        ("who decides on which level a new person starts", "How is a new hire’s level decided?"),
        ('is "Senior Engineer" a title or a level?', "Are titles the same as levels?"),
        ('what does "P" mean in P3', "What is the difference between the two tracks?"),
        ("who decides what's written on the cards", "Who owns this ladder and how do I change it?"),
    ],
)
def test_a_question_in_other_words_finds_its_entry(
    ask_approved: Ask, text: str, entry: str
) -> None:
    answer = ask_approved(text, ANYONE)
    assert isinstance(answer, GuideAnswer), answer
    assert answer.entry.question == entry


@pytest.mark.parametrize(
    "text",
    [
        "draft me an email to my team about the offsite",
        "can I take parental leave in March?",
        "who approves my vacation",
        "did Priya get promoted last cycle?",
        "can my manager fire me",
        "how long does hiring a staff engineer take",
        "how do I calibrate a classifier",
        "our software engineers II got new chairs but we data people did not, not fair",
        "who would count as M5 around here, scope-wise",
    ],
)
def test_what_only_has_the_words_of_a_topic_is_not_of_the_guide(
    ask_approved: Ask, text: str
) -> None:
    assert isinstance(ask_approved(text, ANYONE), UnknownAnswer)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("how independent is a P4 in software", "attribute"),
        ("how do I get from P3 to P4", "growth"),
        ("what is the difference between M2 and P4", "compare"),
        ("what years does a P3 need", "attribute"),
        ("how do titles differ between P3 and P4", "compare"),
        ("technical writing — which levels", "skill"),
    ],
)
def test_what_asks_for_levels_is_not_of_the_guide(
    ask_approved: Ask, text: str, intent: str
) -> None:
    assert ask_approved(text, ANYONE).intent == intent
