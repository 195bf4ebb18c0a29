"""What stands beside a text where it was copied from: a mail's head and signature, page tags."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from bot.ladder.importers.levels import level_name
from bot.ladder.importers.text_lines import RawLine
from bot.ladder.importers.text_marks import bullet_of
from bot.ladder.importers.vocabulary import is_part_name

_HEADER = re.compile(
    r"\*?(?P<name>from|to|cc|bcc|subject|sent|date|reply-to|importance|attachments?)\*?:\*?\s.*",
    re.I,
)
_GREETING = re.compile(r"(?:hi|hello|hey|dear|good (?:morning|afternoon))\b[^.:]{0,40}[,!]", re.I)
_SIGN_OFF = re.compile(
    r"(?:(?:best|kind|kindest|warm|warmest|with best|many)\s+)?"
    r"(?:regards|wishes|thanks(?: so much| a lot| in advance| again)?|thank you|cheers|sincerely|"
    r"best|all the best|yours (?:truly|sincerely|faithfully))\s*[,!.]?",
    re.I,
)
_SENT_FROM = re.compile(r"(?:sent from my|get outlook for) .*", re.I)
_WROTE = re.compile(r"(?:on|am) .{5,120} (?:wrote|schrieb):", re.I)
_PAGE = re.compile(
    r"(?:created(?: by| time| at| on)?|last (?:edited|updated|modified)(?: by| time| at| on)?|"
    r"tags?|labels?|authors?|(?:document |page )?owners?|reviewers?|version|(?:page |doc )?status)"
    r"\s*:\s*\S.{0,80}"
    r"|created by .{1,60}, last (?:modified|updated|edited).{0,60}|\d{1,3} min(?:ute)? read"
    r"|like be the first to like this",
    re.I,
)
_CHAT = re.compile(
    r"\d{1,2}:\d{2}(?:\s?[ap]m)?|\(edited\)|\d+ repl(?:y|ies)(?: last reply .*)?"
    r"|:[a-z0-9_+-]+:\s*\d+",
    re.I,
)
_SPEAKER = re.compile(
    r"(?P<name>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3})(?:\s+APP)?\s+"
    r"(?:\[\d{1,2}:\d{2}(?:\s?[ap]m)?\]|(?:(?:today|yesterday) at )?\d{1,2}:\d{2}\s?[ap]m)",
    re.I,
)
"""Who wrote a message and when, as Slack copies it: "Maya Ortiz  [10:42 AM]"."""
_LONGEST_SIGNATURE = 8


def mail_parts(raw: Sequence[RawLine]) -> Mapping[int, str]:
    """Number of each line that is not of the text itself, to what it is."""
    found: dict[int, str] = {}
    told = [line for line in raw if line.text.strip()]
    for place, line in enumerate(told):
        text = line.text.strip()
        if _SENT_FROM.fullmatch(text) or _WROTE.fullmatch(text):
            found[line.number] = "is added by a mail program"
        elif _PAGE.fullmatch(text):
            found[line.number] = "is about the page, not about a level"
        elif _CHAT.fullmatch(text):
            found[line.number] = "is of the chat that it was copied from"
        elif place < 3 and _GREETING.fullmatch(text):
            found[line.number] = "greets the reader of a mail"
    found |= _headers(told)
    return found | _signature(told) | _messages(told)


def _messages(told: Sequence[RawLine]) -> dict[int, str]:
    """Who wrote the messages of a chat, and what others than the ladder's writer say between.

    A message with a bullet, a part's name or a level in it is of the ladder, whoever wrote it.
    """
    found: dict[int, str] = {}
    starts = [at for at, line in enumerate(told) if _SPEAKER.fullmatch(line.text.strip())]
    for start, end in pairwise([*starts, len(told)]):
        found[told[start].number] = "is of the chat that it was copied from"
        message = told[start + 1 : end]
        writers = {_speaker(told[at]) for at in starts if at < start}
        of_ladder = any(_is_of_card(each.text.strip()) for each in message)
        if not writers or _speaker(told[start]) in writers or of_ladder:
            continue
        found |= {each.number: "is a message beside the ladder" for each in message}
    return found


def _speaker(line: RawLine) -> str:
    match = _SPEAKER.fullmatch(line.text.strip())
    return match["name"].casefold() if match else ""


def _headers(told: Sequence[RawLine]) -> dict[int, str]:
    """Lines such as "From: …", "Subject: …", where several stand together."""
    found: dict[int, str] = {}
    run: list[tuple[int, str]] = []
    for line in [*told, RawLine(0, "")]:
        match = _HEADER.fullmatch(line.text.strip())
        if match:
            run.append((line.number, match["name"].casefold()))
            continue
        if len(run) > 1 and {"from", "subject", "to"} & {name for _, name in run}:
            found |= dict.fromkeys((number for number, _ in run), "heads a mail")
        run = []
    return found


def _signature(told: Sequence[RawLine]) -> dict[int, str]:
    """The last lines, from where the writer takes leave; none where they could be of a card."""
    tail = told[-_LONGEST_SIGNATURE - 1 :]
    for place, line in enumerate(tail):
        text = line.text.strip()
        if text == "--" or _SIGN_OFF.fullmatch(text):
            rest = [each.text.strip() for each in tail[place + 1 :] if each.text.strip() != "--"]
            if len(tail) < len(told) + place and not any(map(_is_of_card, rest)):
                return {each.number: "is a mail's signature" for each in tail[place:]}
    return {}


def _is_of_card(text: str) -> bool:
    mark, content = bullet_of(text)
    label = content.split(":")[0]
    return bool(mark) or is_part_name(label) or level_name(content) is not None
