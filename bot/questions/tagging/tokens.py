"""Words with short forms written out, where they stand for part of a title."""

from bot.questions.language.chatter import is_chatter
from bot.questions.language.english import (
    AMBIGUOUS_SHORT_FORMS,
    LEVEL_WORDS,
    MISSPELLED,
    PROFESSIONS,
    ROMAN_NUMERALS,
    SHORT_FORMS,
    TITLE_CONNECTORS,
)
from bot.questions.language.words import BREAK, split_digits
from bot.questions.lazily import remember
from bot.questions.tagging.cut_short import NEVER_CUT_SHORT, in_full, longer_words
from bot.questions.tagging.letter_grades import LETTERS, as_digit, grade_at
from bot.questions.tagging.numbered_codes import SPELLED, with_codes, with_spelled_numbers
from bot.questions.vocabulary.lexicon import Lexicon

_BEFORE_TITLE = frozenset(
    {BREAK, "a", "an", "the", "level", "define", "show", "describe", "explain", "me", "about"}
)
_BEFORE_FIELD = frozenset(["for", "in", "of"])
_VERBS_BEFORE_BE = frozenset("would will should could might may can must to".split())
"""Words after which a last "be" is the verb: "what would a principal be?"."""
_TECHNICAL = frozenset(["tech", "technical"])
"""Words before "lead" that name no level besides: a tech lead is a lead engineer."""
_ONE_TEAM = frozenset("a my our this that which one each every whole small".split())
_OBJECTS = frozenset("a an the by to on its their from through".split())
"""Words beside "team leads" where it says what a team does."""
_SAME_RANK = {
    **dict.fromkeys(["middle", "intermediate", "medior"], "mid"),
    **dict.fromkeys(["starter", "beginner", "starting"], "entry"),
}
"""What people call a rank that titles have another word for."""
_TITLED = PROFESSIONS | {"level", "lvl"}
"""Words that make a seniority of the word before them."""
_AS_TITLE = frozenset(MISSPELLED) | _TECHNICAL | _SAME_RANK.keys() | {"leads"}
_REWRITTEN = SPELLED | LEVEL_WORDS | LETTERS | _AS_TITLE
"""Words that may be another's, by what stands beside them."""
_PARTED_BY = frozenset(["vs", "versus"])
"""Words on both sides of which stands what is compared."""
_WHOLE = NEVER_CUT_SHORT - SHORT_FORMS.keys()
"""Everyday words, as most of a question's are: nothing is written out for them."""
_NOT_PARTED = frozenset(word for word in _WHOLE if word.isalpha() and word[-1] != "s")


def written_out(question_words: list[str], lexicon: Lexicon) -> list[str]:
    """Words with short forms written out and grades parted from letters (ml2)."""
    known = zip(question_words, map(lexicon.left_alone.get, question_words), strict=True)
    alone = [_is_left_alone(word, lexicon) if stays is None else stays for word, stays in known]
    tokens = list(question_words) if all(alone) else _apart(question_words, alone, lexicon)
    if _REWRITTEN.isdisjoint(tokens) and lexicon.code_words.isdisjoint(tokens):
        return tokens
    tokens = with_codes(with_spelled_numbers(tokens, lexicon), lexicon)
    if not LETTERS.isdisjoint(tokens):
        tokens = [
            as_digit(tokens, index, lexicon) if token in LETTERS else token
            for index, token in enumerate(tokens)
        ]
    if _AS_TITLE.isdisjoint(tokens):
        return tokens
    return [_as_title(tokens, index, lexicon) for index in range(len(tokens))]


def _apart(question_words: list[str], alone: list[bool], lexicon: Lexicon) -> list[str]:
    """The words, with those in parts and in full that people write together or cut short.

    Those that are left `alone` are only beside these.
    """
    parted: list[str] = []
    for said, stays in zip(question_words, alone, strict=True):
        if stays:
            parted.append(said)
            continue
        word = _one_of(said, parted, lexicon) if said.endswith("s") else said
        halves = split_digits(word)
        if halves and (word in lexicon.codes or word.startswith("v") or is_chatter(word)):
            halves = None
        parted.extend(halves or (word,))
    tokens: list[str] = []
    for index, word in enumerate(parted):
        if word in _WHOLE or lexicon.left_alone.get(word):
            tokens.append(word)
            continue
        long = SHORT_FORMS.get(word)
        if long is None or word in lexicon.codes:
            tokens.append(word if long else in_full(parted, index, lexicon))
        elif "".join(parted[index : index + 2]) in lexicon.codes:
            tokens.append(word)  # "em 1" is a code of the ladder, and no engineering manager
        elif word not in AMBIGUOUS_SHORT_FORMS or _in_title(parted, index, lexicon):
            tokens.extend(long.split())
        else:
            tokens.append(word)
    return tokens


def _is_left_alone(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is never written in another way, whatever stands beside it.

    Remembered over all questions: most of their words are the same.
    """
    return remember(lexicon.left_alone, word, word in _NOT_PARTED or _stays(word, lexicon))


def _stays(word: str, lexicon: Lexicon) -> bool:
    if word.endswith("s") and _may_be_plural(word[:-1], word, lexicon):
        return False
    if word in lexicon.codes:
        return True
    if split_digits(word) and not (word.startswith("v") or is_chatter(word)):
        return False
    return word in _WHOLE or not (word in SHORT_FORMS or longer_words(word, lexicon))


def _may_be_plural(single: str, word: str, lexicon: Lexicon) -> bool:
    """Whether a code, grade or family may stand in the plural, maybe with the word before it."""
    if word in lexicon.families:
        return False
    return single in lexicon.code_ends or _one_of(word, [], lexicon) != word


def _one_of(word: str, before: list[str], lexicon: Lexicon) -> str:
    """The code, grade or family that stands in the plural: "P2s", "ML IIs", "Band 8as", "RNs"."""
    single = word.removesuffix("s")
    if word in lexicon.families:
        return word
    graded = single.isdecimal() or (len(single) > 1 and single in ROMAN_NUMERALS)
    coded = (
        single in lexicon.codes
        or single in lexicon.families
        or (len(single) > 1 and before[-1:] and before[-1] + single in lexicon.codes)
    )
    return single if graded or coded else word


def _as_title(tokens: list[str], index: int, lexicon: Lexicon) -> str:
    """The word, or the title's word that it is often written for: "principle engineer"."""
    word = tokens[index]
    before, after = tokens[max(0, index - 2) : index], tokens[index + 1 : index + 2]
    if word in _TECHNICAL:
        return "engineering" if after in (["lead"], ["leads"]) else word
    if word == "leads":
        titled = before[-1:] != [] and (
            before[-1] in _TECHNICAL or before[-1] + "lead" in lexicon.terms
        )
        is_verb = not _ONE_TEAM.isdisjoint(before) or not _OBJECTS.isdisjoint(after)
        return "lead" if titled and not is_verb else word
    if word in _SAME_RANK:
        rank = _SAME_RANK[word]
        named = {"".join(tokens[index + 1 : index + size]) for size in (2, 3)}
        titled = not named.isdisjoint(_TITLED) or not lexicon.families.keys().isdisjoint(named)
        titled |= _is_in_list(tokens, index, lexicon)
        known = rank in lexicon.terms or f"{rank}level" in lexicon.terms
        return rank if titled and known and word not in lexicon.terms else word
    title = MISSPELLED.get(word)
    return title if title and after and after[0] not in TITLE_CONNECTORS else word


def _is_in_list(tokens: list[str], index: int, lexicon: Lexicon) -> bool:
    """Whether words of rank are listed beside it: "junior vs medior vs senior frontend"."""
    beside = (tokens[index + 1 : index + 3], tokens[max(0, index - 2) : index][::-1])
    return any(len(near) > 1 and near[0] in _LISTS and near[1] in lexicon.terms for near in beside)


_LISTS = frozenset(["vs", "versus", "or", "and", "to", BREAK])


def _in_title(parted: list[str], index: int, lexicon: Lexicon) -> bool:
    """Whether an everyday word such as "be" stands where a title's word would."""
    before = parted[index - 1] if index else BREAK
    after = parted[index + 1] if index + 1 < len(parted) else BREAK
    if _PARTED_BY.intersection((before, after)) or (before == "an" and parted[index] == "em"):
        return True  # "FE vs BE"
    if parted[index] == "em" and before == BREAK and after in _BEFORE_FIELD:
        return True
    written = SHORT_FORMS.get(before, before)
    if written + SHORT_FORMS[parted[index]] in lexicon.families:
        return True
    two = "".join(parted[max(0, index - 2) : index])  # "back end dev 2"
    named = written in lexicon.terms or written in lexicon.families or two in lexicon.families
    begins = before in _BEFORE_TITLE or named
    longer = SHORT_FORMS.get(after, after)
    graded = grade_at(parted, index + 1) is not None
    titled = graded or longer in PROFESSIONS or longer == "manager"
    titled |= parted[index] == "dist" and longer.replace(" ", "") in lexicon.families
    ends = after == BREAK and before not in _BEFORE_TITLE and not _VERBS_BEFORE_BE & set(parted)
    return begins and (titled or ends)
