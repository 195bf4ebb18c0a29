"""A ladder that keeps something of each kind for some, in words that stand nowhere else."""

import re
from pathlib import Path

from local_slack.seed import ANA
from tests.ladders import write_ladder

OWNERS, MANAGERS = "S07QKOWNERS", "S07QKENGMGR"
"""User groups of the local workspace: hanna; ana and hanna."""

ASK = "Rosa in People Ops (#people)"

LADDER = f"""
name: Test ladder
owner: Ladder owners
default_family: engineer
dimensions:
  scope: {{name: Scope}}
  autonomy: {{name: Autonomy}}
  typical_experience: {{name: Typical experience}}
sections:
  activities: {{name: What you'd do}}
  skills: {{name: Skills}}
tracks:
  P:
    name: Professional
    levels:
      P1:
        name: Beginner
        grades: [I]
        meaning:
          summary: Learns the trade
          scope: Own tasks
          autonomy: Gorblex supervision
          typical_experience: {{min_years: 0, max_years: 2, text: 0 to 2 moonspans}}
      P2:
        name: Journeyman
        grades: [II]
        meaning:
          summary: Works alone
          scope: Own features
          autonomy: Frimblar supervision
          typical_experience: {{min_years: 2, max_years: 5, text: 2 to 5 moonspans}}
      P3:
        name: Master
        grades: [III]
        meaning:
          summary: Leads the way
          scope: Whole systems
          autonomy: Snavvick supervision
          typical_experience: {{min_years: 5, max_years: 9, text: 5 to 9 moonspans}}
      P4:
        name: Grandwizard
        grades: [IV]
        words: [Zorkmid]
        meaning:
          summary: Bends reality wumplike
          scope: Multiverses
          autonomy: Unbound
  X:
    name: Cloaktrack
    levels:
      X1: {{name: Cloakling}}
restricted:
  - fields: [pay, skills]
    to: {{user_groups: [{MANAGERS}]}}
    ask: {ASK}
  - fields: [autonomy, typical_experience, source]
    to: {{users: [{ANA}], admins: true}}
hidden:
  - families: [stealth]
    levels: [P4, X1, analyst/P3]
    to: {{user_groups: [{OWNERS}], users: [{ANA}]}}
"""


def _card(family: str, code: str, number: int, skill: str) -> str:
    return f"""
level: {code}
title: {family.title()} {number}
summary: The {family} builds things of size {number}.
activities: [Builds {family} parts, Mends {family} parts]
skills: [{skill}, Quuxlang, {{text: Splorting, examples: [Vexilbot]}}]
titles: [{family.title()} Rank {number}]
pay:
  {{low: {number}11111, median: {number}22222, high: {number}33333, currency: QDOUBLOONS,
   period: year}}
source: Zanzibook page {number}
status: approved
"""


FILES = {
    "ladder.yaml": LADDER,
    "engineer/family.yaml": "name: Engineer\nstems: [Engineering]\nsoc: {code: 15-1252}\n",
    "engineer/P1.yaml": _card("engineer", "P1", 1, "Blorptics"),
    "engineer/P2.yaml": _card("engineer", "P2", 2, "Drimology"),
    "engineer/P3.yaml": _card("engineer", "P3", 3, "Plonkery"),
    "engineer/P4.yaml": _card("engineer", "P4", 4, "Glimphing"),
    "engineer/X1.yaml": _card("engineer", "X1", 5, "Fnordship"),
    "analyst/family.yaml": "name: Analyst\nstems: [Analysis]\n",
    "analyst/P1.yaml": _card("analyst", "P1", 6, "Tworking"),
    "analyst/P2.yaml": _card("analyst", "P2", 7, "Yibbering"),
    "analyst/P3.yaml": _card("analyst", "P3", 8, "Crumplish"),
    "stealth/family.yaml": "name: Skunkworks\nstems: [Skunking]\naliases: [Blackproject]\n",
    "stealth/P2.yaml": _card("skunker", "P2", 9, "Hidejobs"),
}

RESTRICTED = (
    [f"{number}{digits}" for number in range(1, 10) for digits in ("11111", "22222", "33333")]
    + [f"{number}{digits}" for number in range(1, 10) for digits in ("11,111", "22,222", "33,333")]
    + [
        "qdoubloons",
        "quuxlang",
        "splorting",
        "vexilbot",
        "zanzibook",
        "moonspans",
        "gorblex",
        "frimblar",
        "snavvick",
    ]
    + ["blorptics", "drimology", "plonkery", "tworking", "yibbering"]
)
"""Words of fields that not everybody may see, in small letters."""
HIDDEN = [
    "grandwizard",
    "zorkmid",
    "wumplike",
    "multiverses",
    "glimphing",
    "cloaktrack",
    "cloakling",
    "fnordship",
    "crumplish",
    "skunkworks",
    "skunking",
    "blackproject",
    "skunker",
    "hidejobs",
]
"""Words of families and levels that not everybody may know of."""

_MOMENT = re.compile(r"(?<!\d)\d{10}\.?\d{6}(?!\d)")
"""Slack's `ts`, seconds and microseconds, as it stands in calls and in links."""

QUESTIONS = [
    "P2",
    "engineer II",
    "what does a P2 get paid?",
    "pay of P1, P2 and P3",
    "how much autonomy does a P3 have?",
    "scope and autonomy of P2",
    "pay and autonomy of P3",
    "P2 vs P3: scope, autonomy and pay",
    "which skills does a P2 need?",
    "P2 vs P3",
    "P2 vs P3 pay",
    "P1 vs P2 vs P3 vs P4",
    "how do I get from P2 to P3?",
    "what comes after P3?",
    "who needs quuxlang?",
    "does a P2 need drimology?",
    "does a P2 need vexilbot?",
    "who supervises snavvick?",
    "I have 6 years of experience, what level am I?",
    "what levels are there?",
    "levels of Engineer",
    "help",
    "P4",
    "zorkmid engineer",
    "engineer IV",
    "grandwizard",
    "skunkworks II",
    "levels of skunkworks",
    "skunker 9",
    "stealth/P2",
    "engineer/P4",
    "analyst III",
    "what is X1?",
    "source of P2",
    "what level earns 222222?",
    "P2\nEngineer 2\nThe engineer builds things of size 2.\nSkills\nDrimology\nQuuxlang\nPay\n"
    "low 211111, median 222222, high 233333",
    "Engineer 4 Bends reality wumplike Multiverses Glimphing Quuxlang Builds engineer parts",
]


def leaked(told: str, question: str = "") -> list[str]:
    """The words in `told` that are kept for some, but for those that the question says itself."""
    # The digits of a message's `ts` may happen to hold a figure.
    said, asked = _MOMENT.sub("", told.casefold()), question.casefold()
    return [word for word in (*RESTRICTED, *HIDDEN) if word in said and word not in asked]


def write(folder: Path) -> Path:
    """Write the ladder's files."""
    return write_ladder(folder, FILES)
