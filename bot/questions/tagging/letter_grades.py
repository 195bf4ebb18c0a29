"""Grades that may as well be other words: the pronoun I, and a v for versus."""

import re
from collections.abc import Set

from bot.questions.language.english import (
    AFTER_GRADE_I,
    COUNTED,
    ENDING_VERBS,
    FILLERS,
    GREETINGS,
    INDEFINITE,
    LEVEL_WORDS,
    NUMBER_WORDS,
    PROFESSIONS,
    ROLE_WORDS,
    ROMAN_NUMERALS,
    SHORT_FORMS,
)
from bot.questions.language.of_cards import is_no_verb
from bot.questions.language.words import BREAK
from bot.questions.vocabulary.lexicon import Lexicon, grade_of

_OTHER_GRADES = {"i": "1", "v": "5"}
LETTERS = frozenset(_OTHER_GRADES)
"""Grades that may be other words."""

_AFTER_DASH = re.compile(r"\b([^\W\d_]+)-([iv])(?=s?\b)", re.IGNORECASE)

_IN_FIELD = frozenset(["in", "as"])
_NO_VERBS = INDEFINITE | {"the", ","}
_LONGEST_ASKED = 4
"""Words of a title before its grade, and the one before them."""
_VERBS_OF_ONE = frozenset("do does did is was can could should would will must may might".split())
_NOT_IN_TITLE = _VERBS_OF_ONE | frozenset(
    ["who", "that", "which", "i", "we", "you", "they", "when", "if", "and", "but", "so", BREAK]
)
_OF_ME = frozenset("am was think guess manage met hired saw believe talked spoke".split())
"""Verbs before which "I" is the pronoun also there: "is a data scientist I hired …"."""


def with_digits(text: str, lexicon: Lexicon) -> str:
    """The text, with the digit for a letter that a code ends with behind a dash: "Grade-I".

    So is a capital V behind a family, where another word follows: "our first Backend V joins".
    """
    if " V " in text:
        text = _CAPITAL.sub(lambda found: _numbered(found, lexicon), text)
    return _AFTER_DASH.sub(lambda found: _coded(found, lexicon), text) if "-" in text else text


_CAPITAL = re.compile(r"(?P<before>\b\w+(?: \w+){0,2}) V (?=(?P<after>[a-z]+(?: [a-z]+){0,2}))")


def _numbered(found: re.Match[str], lexicon: Lexicon) -> str:
    before, after = found["before"].casefold().split(), found["after"].split()
    if not _names_family(before, len(before), lexicon) or _begins_family(after, 0, lexicon):
        return found[0]
    return f"{found['before']} 05 " if _may_be_verb(after[0], lexicon) else found[0]


def _coded(found: re.Match[str], lexicon: Lexicon) -> str:
    word, letter = found[1], found[2].casefold()
    digit = _OTHER_GRADES[letter]
    both = {f"{word.casefold()}{letter}", f"{word.casefold()}{digit}"}
    return f"{word}-{digit}" if both <= lexicon.codes.keys() else found[0]


def as_digit(tokens: list[str], index: int, lexicon: Lexicon) -> str:
    """The word, or the digit for a grade that may be another word: "what does a backend I need".

    A verb asks something of "a …" that it ends, and so it is no pronoun, and no versus.
    """
    digit = _OTHER_GRADES.get(tokens[index])
    if digit is None or index + 1 >= len(tokens) or tokens[index + 1] in _OF_ME:
        return tokens[index]
    previous = tokens[index - 1] if index else ""
    before_family = previous in LEVEL_WORDS and _begins_family(tokens, index + 1, lexicon)
    if before_family or _ends_field(tokens, index, lexicon):
        return digit  # "a grade I nurse"
    work_with = tokens[index + 1 : index + 3] == ["work", "with"]
    if work_with or tokens[index + 1] == BREAK or previous in INDEFINITE:
        return tokens[index]  # an abbreviation: "a A.I. Baker"
    if digit == "5" and not _may_be_verb(tokens[index + 1], lexicon):
        return tokens[index]
    for before in range(index - 2, max(index - 2 - _LONGEST_ASKED, 0), -1):
        if tokens[before] in INDEFINITE:
            verb = tokens[before - 1]
            asks = verb in _VERBS_OF_ONE or (
                verb == "of" and not _VERBS_OF_ONE.isdisjoint(tokens[:before])
            )
            within = _NOT_IN_TITLE.isdisjoint(tokens[before + 1 : index])
            title = "".join(tokens[before + 1 : index])
            # Where a title is only written with the letter, it is found so.
            only_letter = title + tokens[index] in lexicon.titles and not _may_be_digit(
                title, tokens[index], lexicon
            )
            return digit if asks and within and not only_letter else tokens[index]
    return tokens[index]


def _may_be_digit(title: str, letter: str, lexicon: Lexicon) -> bool:
    """Whether a title that is written with a letter is found with a digit as well."""
    grade = f"#{_OTHER_GRADES[letter]}"
    read_apart = title in lexicon.families and frozenset({grade}) in lexicon.signatures
    return read_apart or title + _OTHER_GRADES[letter] in lexicon.titles


def before_noun(tokens: list[str], lexicon: Lexicon, nouns: Set[str]) -> list[str]:
    """The tokens, with the digit for a grade I or V of a title that a noun follows: "… I scope"."""
    if LETTERS.isdisjoint(tokens):
        return tokens
    return [
        f"0{_OTHER_GRADES[token]}"  # "the backend I page": it counts no pages
        if token in LETTERS and _is_grade(tokens, at, lexicon, nouns)
        else token
        for at, token in enumerate(tokens)
    ]


def _is_grade(tokens: list[str], index: int, lexicon: Lexicon, nouns: Set[str]) -> bool:
    """Whether a title stands before a letter, and a noun behind it."""
    after = tokens[index + 1] if index + 1 < len(tokens) else BREAK
    if after in nouns:
        return _ends_title(tokens, index, lexicon) or _names_family(tokens, index, lexicon)
    return tokens[index] == "i" and is_no_verb(after) and _names_family(tokens, index, lexicon)


def _ends_title(tokens: list[str], index: int, lexicon: Lexicon) -> bool:
    """Whether it is the grade of a whole title, which may be written with a digit as well."""
    titles = (
        "".join(tokens[max(0, index - size) : index]) for size in range(1, _LONGEST_ASKED + 1)
    )
    more = index + 1 < len(tokens)
    return more and any(
        title + tokens[index] in lexicon.titles and _may_be_digit(title, tokens[index], lexicon)
        for title in titles
    )


def _begins_family(tokens: list[str], start: int, lexicon: Lexicon) -> bool:
    names = ("".join(tokens[start : start + size]) for size in (1, 2, 3))
    return any(name in lexicon.families for name in names)


def _names_family(tokens: list[str], end: int, lexicon: Lexicon) -> bool:
    """Whether the words before a place end with a family's name."""
    named = [SHORT_FORMS.get(token, token) for token in tokens[max(0, end - 3) : end]]
    names = ("".join(named[-size:]).replace(" ", "") for size in (1, 2, 3))
    return any(name in lexicon.families for name in names)


def _ends_field(tokens: list[str], index: int, lexicon: Lexicon) -> bool:
    """Whether a last verb asks something of a field: "somebody in Data Science I bring"."""
    if index + 2 != len(tokens):
        return False
    for before in range(index - 2, max(index - 2 - _LONGEST_ASKED, 0), -1):
        if tokens[before] in _IN_FIELD:
            asks = not _VERBS_OF_ONE.isdisjoint(tokens[:before])
            return asks and "".join(tokens[before + 1 : index]) in lexicon.families
    return False


def _may_be_verb(word: str, lexicon: Lexicon) -> bool:
    of_title = word in ROLE_WORDS or word in lexicon.families or word in lexicon.terms
    return not of_title and word not in _NO_VERBS and grade_of(word) is None


_BEFORE_PRONOUN = frozenset(
    "do does did can could should would must may might will if when until which that".split()
)
"""Words after which "one" is anybody: "how does one become a P3"."""

_INVERTED = frozenset("am do did should would could can will shall must have was may might".split())
"""Verbs behind which "I" is the pronoun in a question."""


def ends_code(tokens: list[str], start: int, index: int, lexicon: Lexicon) -> bool:
    """Whether a number or a lone letter ends a code: "FE-4 role", "grade i nurse".

    What codes begin with says that nothing is counted. Behind a letter a word of the ladder's
    titles must follow, for "what grade I have" speaks of me.
    """
    after = tokens[index + 1] if index + 1 < len(tokens) else BREAK
    coded = index > start and "".join(tokens[start : index + 1]) in lexicon.codes
    if coded and tokens[index].isdecimal():
        return "".join(tokens[start:index]) in lexicon.code_letters
    return coded and lexicon.index.knows(after) and after not in FILLERS


def are_two_grades(window: list[str]) -> bool:
    """Whether words end with two grades, which together are no third: "ML I / II" is not III."""
    last, before = window[-1], window[-2:-1]
    if last not in ROMAN_NUMERALS:
        return False
    parted = before == [BREAK]
    before = window[-3:-2] if parted else before
    return bool(before) and before[0] in ROMAN_NUMERALS and (parted or len(last) > 1)


_NOT_COUNTED = AFTER_GRADE_I | FILLERS | GREETINGS
"""Words that may end with an S, and of which there are not so many."""


_NUMBERED = frozenset("version phase chapter appendix vol volume episode season".split())
"""What is numbered, too, and is no level on any ladder: "version IV of the backend api"."""


def grade_at(tokens: list[str], index: int) -> int | None:
    """The grade that a word is; None for the pronoun I, a v for versus, or a number that counts."""
    if index >= len(tokens):
        return None
    word = tokens[index]
    grade = grade_of(word)
    if (
        grade is None
        or tokens[index - 1 if index else 0] in _NUMBERED
        or (word == "one" and not _BEFORE_PRONOUN.isdisjoint(tokens[max(0, index - 1) : index]))
    ):
        return None
    after = tokens[index + 1] if index + 1 < len(tokens) else BREAK
    if word == "i":
        before = tokens[index - 1] if index else ""
        # "level 4? I mean P4", "which level am I for machine learning"
        pointed = before in LEVEL_WORDS and tokens[max(0, index - 2) : index - 1] == ["the"]
        if before in _INVERTED or (after == "mean" and (before == BREAK or pointed)):
            return None
        is_last = index + 2 >= len(tokens)
        ends = after == BREAK or (after in ENDING_VERBS and is_last)
        return grade if ends or after in AFTER_GRADE_I or after == "cheers" else None
    if word == "v" and not (after == BREAK or after in FILLERS or after in PROFESSIONS):
        return None
    spelled = word in NUMBER_WORDS and word != "one"
    several = after.endswith("s") and after not in _NOT_COUNTED
    many = spelled and several  # "two cycles"
    counts = (after in COUNTED or many) and word not in ROMAN_NUMERALS and word[0] != "0"
    return None if counts else grade
