"""A small ladder with every oddity that an answer must show: drafts, owners, silence, markup."""

from pathlib import Path

from bot.answers import Answer
from bot.answers.ask import answer
from bot.answers.quote import quote
from bot.ladder import Ladder, load_ladder
from bot.questions import Index, Intent, Question, SkillLine
from bot.questions.question import Skill
from tests.ladders import write_ladder

FILES: dict[str, str | bytes] = {
    "ladder.yaml": """\
name: Tea ladder
owner: Tea council
version: "7"
default_family: brewer
dimensions:
  autonomy: {name: Autonomy}
  reach: {name: Reach}
  typical_experience: {name: Years}
sections:
  tasks: {name: What you'd do}
  skills: {name: Skills}
tracks:
  IC:
    name: Maker
    levels:
      IC1:
        name: Novice
        meaning:
          autonomy: Led by hand
          typical_experience: {min_years: 0, max_years: 2, text: 0–2 yrs}
      IC2:
        name: Brewer
        meaning:
          autonomy: Works alone & asks <late>
          reach: One pot
          typical_experience: {min_years: 2, max_years: 5, text: 2–5 yrs}
      IC3:
        name: Master
        meaning:
          autonomy: Leads others
          reach: One pot
          typical_experience: {min_years: 4, max_years: 9, text: 4–9 yrs}
      IC4: {name: Sage}
""",
    "brewer/family.yaml": "name: Brewer\n",
    "brewer/IC1.yaml": """\
level: IC1
title: Novice Brewer
summary: Learns to brew.
tasks: [Boiling water, Washing pots]
skills: [Kettles]
status: approved
""",
    "brewer/IC2.yaml": """\
level: IC2
title: Sound Brewer
summary: Brews well.
tasks: [Boiling much more water, Tasting *blends* & <leaves>]
skills: [Kettles, "Teapots (e.g., clay, glass)"]
pay: {status: unavailable, note: No figures yet.}
status: approved
""",
    "brewer/IC3.yaml": """\
level: IC3
title: Master Brewer
skills: ["Teapots (e.g., clay, glass)"]
status: draft
owner: The masters
""",
    "brewer/IC4.yaml": "level: IC4\ntitle: Sage Brewer\nstatus: draft\n",
    "taster/family.yaml": "name: Taster\n",
    "taster/IC2.yaml": "level: IC2\ntitle: Taster\nskills: [Teapots of the guild]\nstatus: draft\n",
    "guide.yaml": """\
questions:
  - question: Is tea a right?
    answer: |
      Yes, it is.

      It always was.
    owner: Tea council
    status: approved
  - question: Is coffee allowed?
    answer: Never tell this.
    owner: Coffee desk
    status: draft
""",
}

CHANGED = """\
Sound Brewer
Brews well.
Autonomy: Works alone & asks <late>
Reach: Two pots
Years: 2–5 yrs
- Boiling very much more water
- Kettles
- Teapots (e.g., clay, glass)
- Juggling
No figures yet.
"""
UNCHANGED = """\
Novice Brewer
Learns to brew.
Autonomy: Led by hand
0–2 yrs
Boiling water
Washing pots
Kettles
"""


def small_ladder(folder: Path) -> Ladder:
    """The small ladder, loaded from files in `folder`."""
    return load_ladder(write_ladder(folder, FILES))


def ask_small(ladder: Ladder, question: Question) -> Answer:
    """The answer to a question that is understood already."""
    return answer(question, Index.of(ladder))


def asked(intent: Intent, *refs: str, text: str = "?", **more: object) -> Question:
    """A question that was understood; refs within the family Brewer need no family."""
    full = tuple(ref if "/" in ref else f"brewer/{ref}" for ref in refs)
    return Question(text, intent, 0.95, full, **more)  # type: ignore[arg-type]


def skill_asked(
    ladder: Ladder, word: str, *refs: str, nearest: tuple[SkillLine, ...] = ()
) -> Question:
    """A question for a skill that every line with `word` in it lists."""
    lines = tuple(
        SkillLine(card.ref, section, line)
        for card in sorted(ladder.cards(), key=lambda card: (card.family_id, card.level.code))
        for section in ladder.sections
        for line in quote(card, section, ladder)
        if word.casefold() in line.casefold()
    )
    found = Skill(word, lines[0].text if lines else None, lines, nearest)
    return asked(Intent.SKILL, *refs, skill=found)


def questions(ladder: Ladder) -> dict[str, Question]:
    """A question for every kind of answer, and for what each may have to say, by its name."""
    return {
        "attribute in one line": asked(Intent.ATTRIBUTE, "IC2", attribute="autonomy"),
        "attribute that is a section": asked(Intent.ATTRIBUTE, "IC2", attribute="tasks"),
        "attribute, card silent on pay": asked(Intent.ATTRIBUTE, "IC3", attribute="pay"),
        "attribute, card silent on a dimension": asked(Intent.ATTRIBUTE, "IC1", attribute="reach"),
        "attribute, card not written": asked(Intent.ATTRIBUTE, "IC4", attribute="autonomy"),
        "attribute of several levels": asked(
            Intent.ATTRIBUTE, "IC1", "IC2", "IC3", attribute="reach"
        ),
        "section of several levels": asked(Intent.ATTRIBUTE, "IC2", "IC3", attribute="tasks"),
        "skill, listed": skill_asked(ladder, "teapots", "IC2"),
        "skill, listed by both levels": skill_asked(ladder, "teapots", "IC2", "IC3"),
        "skill, not listed": skill_asked(
            ladder, "teapots", "IC1", nearest=(SkillLine("brewer/IC1", "skills", "Kettles"),)
        ),
        "skill, not listed anywhere": skill_asked(ladder, "coffee", "IC1"),
        "skill, listed by one of two": skill_asked(ladder, "kettles", "IC2", "IC3"),
        "skill, who lists it": skill_asked(ladder, "teapots"),
        "skill, nobody lists it": skill_asked(ladder, "coffee"),
        "years that fit one level": asked(
            Intent.EXPERIENCE, "IC1", family="brewer", track="IC", years=1.0
        ),
        "years that fit two levels": asked(
            Intent.EXPERIENCE, "IC2", "IC3", family="brewer", track="IC", years=4.5
        ),
        "years that fit no level": asked(
            Intent.EXPERIENCE, family="brewer", track="IC", years=40.0
        ),
        "step to the next level": asked(Intent.GROWTH, "IC1", "IC2"),
        "step over a level": asked(Intent.GROWTH, "IC1", "IC3"),
        "step down, in one part": asked(Intent.GROWTH, "IC2", "IC1", attribute="autonomy"),
        "step, one card silent": asked(Intent.GROWTH, "IC2", "IC3", attribute="pay"),
        "step, both cards silent": asked(Intent.GROWTH, "IC1", "IC3", attribute="soc"),
        "step beyond the top": asked(Intent.GROWTH, "IC4"),
        "step to the bottom": asked(Intent.GROWTH, "IC1"),
        "comparison": asked(Intent.COMPARE, "IC1", "IC2"),
        "comparison of two families": asked(Intent.COMPARE, "IC2", "taster/IC2"),
        "comparison of one part, the same": asked(Intent.COMPARE, "IC2", "IC3", attribute="reach"),
        "comparison of one part, both silent": asked(Intent.COMPARE, "IC1", "IC3", attribute="pay"),
        "comparison of three levels": asked(Intent.COMPARE, "IC1", "IC2", "IC3"),
        "comparison of a level with itself": asked(Intent.COMPARE, "IC2"),
        "guide": asked(Intent.GUIDE, guide=ladder.guide[0]),
        "guide, not approved": asked(Intent.UNKNOWN, guide=ladder.guide[1]),
        "a person's level": asked(Intent.UNKNOWN, about_person=True),
        "pasted card that differs": asked(
            Intent.PASTED_CARD,
            "IC2",
            text=CHANGED,
        ),
        "pasted card that is the same": asked(
            Intent.PASTED_CARD,
            "IC1",
            text=UNCHANGED,
        ),
    }
