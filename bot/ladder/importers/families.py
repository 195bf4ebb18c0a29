"""Which family each card is of: as its source says, else as its titles plainly say."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.ladder.importers.found import Found, FoundCard, Note, Piece
from bot.ladder.importers.levels import level_name, slug, squash
from bot.ladder.importers.titles import split_titles
from bot.ladder.importers.vocabulary import (
    DISCIPLINE,
    LEVEL_WORDS,
    ROLE_NOUNS,
    SENIORITY,
    fold,
    without_emoji,
    words_of,
)
from bot.ladder.model import Family, Ladder

_DOCUMENT_WORDS = words_of(
    """
    ladder ladders level levels leveling levelling career careers framework frameworks path
    paths progression matrix competency competencies guide job the our growth rubric role roles
    expectations milestone milestones
    """
)
_NO_NAME = words_of(
    """
    introduction intro overview readme welcome home index contents background about summary
    documentation docs handbook untitled document page draft table foreword preface general
    """
)
_SITE = re.compile(r"\s+[|·•–—]\s+|\s+-\s+|\s*»\s*")
_MANAGED = frozenset(["product", "program", "programme", "project", "account"])
_NOT_A_FAMILY = words_of(
    """
    manager managers director lead leader intern fellow president
    """
)

_EDITION = re.compile(r"\W*(?:v|q|fy|h)\d[\d.]*\W*|draft|final|copy|version|updated", re.I)
_LABEL = frozenset(["family", "job family", "role", "job role", "discipline", "role family"])
_ENDS = frozenset(["ladder", "framework", "matrix", "levels", "rubric", "leveling", "levelling"])
_NO_JOB = words_of("professional contributor individual level employee member ic team")
_NEUTRAL = "ladder"


@dataclass(frozen=True, slots=True)
class FamilyOf:
    """The family of one card, and the source's words for it, if it has words of its own."""

    id: str
    name: str


def plain_family(title: str, level_words: str = "") -> str | None:
    """The family that a title names: "Senior Data Scientist II" is of "Data Scientist".

    None when no job is left, or when the job is to manage or lead. `level_words` are the words of
    the level's name, such as "Developing Professional", which are no part of the family.
    """
    title = split_titles(title)[0][0]  # "Software Engineer II / Developer II" is of the first
    words = title.replace("(", " ").replace(")", " ").split()
    rung = SENIORITY | {word.casefold() for word in level_words.split()}
    while len(words) > 1 and words[0].casefold().strip(",") in rung:
        words = words[1:]
    while len(words) > 1 and (words[-1].isdigit() or set(words[-1]) <= set("IVX")):
        words = words[:-1]
    last = words[-1].casefold() if words else ""
    if last in _NOT_A_FAMILY:
        managed = last == "manager" and len(words) == 2 and words[0].casefold() in _MANAGED
        return " ".join(words) if managed else None
    only_rank = len(words) == 1 and last in SENIORITY
    return " ".join(words) if last in ROLE_NOUNS and not only_rank else None


def resolve(
    founds: Sequence[tuple[str, Found]], chosen: str | None, existing: Ladder | None
) -> tuple[dict[int, FamilyOf], list[Note]]:
    """`id(card)` to its family, and what to tell where the text does not name it.

    `chosen` is `--family`: it stands for every card whose source names no other family.
    """
    names = {id(card): name for _, found in founds for card, name in _named(found)}
    told = [card for _, found in founds for card in found.cards]
    names = _one_name(names)
    notes: list[Note] = []
    resolved: dict[int, FamilyOf] = {}
    known = dict.fromkeys(name for name in names.values() if name)
    shared = None if existing or chosen else _of_lone_cards(founds, names)
    for file, found in founds:
        missing = [card for card in found.cards if not names.get(id(card))]
        if not missing or chosen:
            continue
        if shared and not known and not (found.title and of_page(found.title.text)):
            name = shared
            what = f"names no family; called {name} with the other files; choose with --family ID"
        else:
            name, what = _for_missing(file, found, list(known), existing)
        for card in missing:
            names[id(card)] = name
        notes.append(Note(missing[0].level, what))
    for card in told:
        resolved[id(card)] = _family(names.get(id(card)), chosen, existing)
    return resolved, notes


def _of_lone_cards(founds: Sequence[tuple[str, Found]], names: dict[int, str | None]) -> str | None:
    """The family of several files of one card each that name none: their one job, else neutral.

    None where there are no such files.
    """
    lone = [found.cards[0] for _, found in founds if len(found.cards) == 1]
    lone = [card for card in lone if not names.get(id(card))]
    if len(lone) < 2:
        return None
    jobs = {_without_rung(card) for card in lone}
    return jobs.pop() or _NEUTRAL if len(jobs) == 1 else _NEUTRAL


def _without_rung(card: FoundCard) -> str:
    """ "Staff Baker II" as "Baker"; empty where only words of rank are left."""
    name = level_name(card.level.text)
    text = card.title.text if card.title else name.name if name else card.level.text
    if title := level_name(text):
        text = title.name
    words = text.replace("(", " ").replace(")", " ").split()
    return " ".join(
        word
        for word in words
        if word.casefold().strip(",") not in SENIORITY | _NOT_A_FAMILY | {"ic"}
        and not word.isdigit()
        and not set(word) <= set("IVX")
    )


def _for_missing(
    file: str, found: Found, known: Sequence[str], existing: Ladder | None
) -> tuple[str, str]:
    """The family of cards that do not name theirs, and what to tell of it."""
    if len(known) == 1:
        return known[0], f"names no family; taken as {known[0]}, the only one here (or --family ID)"
    if found.title and (name := of_page(found.title.text)):
        return name, f"names no family; taken as {name} from the document's title (or --family ID)"
    if not known and existing and len(existing.families) == 1:
        only = next(iter(existing.families.values()))
        return only.name, f"names no family; taken as {only.name}, the ladder's only one"
    stem = slug(Path(file).stem) or "ladder"
    return stem, f"names no family; called {stem} after the file; choose one with --family ID"


def _named(found: Found) -> Iterator[tuple[FoundCard, str | None]]:
    """Each card with the name that its own text gives its family."""
    derived = {id(card): _derived(card) for card in found.cards}
    counts = Counter(name for name in derived.values() if name)
    several = [name for name, count in counts.items() if count > 1]
    keys = [squash(_code(card)) for card in found.cards if card.family is None]
    apart = len(several) > 1 or len(set(keys)) < len(keys)
    common = counts.most_common(1)[0][0] if counts else _common_job(found.cards)
    title = of_page(found.title.text) if found.title else None
    if common and title and title.endswith(f" {common}"):
        common = title  # "Analyst" and "Senior Analyst" under "Data Analyst"
    elif common and title and derived and 2 * counts[common] < len(derived):
        common = None
    before: str | None = None
    for card in found.cards:
        if card.family is not None:
            yield card, _label_off(card.family)
        elif apart:
            before = derived[id(card)] or before
            yield card, before
        else:
            yield card, common


def _common_job(cards: Sequence[FoundCard]) -> str | None:
    """The words that the titles of several levels share beside those of rank: "Baker"."""
    jobs = {_without_rung(card) for card in cards}
    job = jobs.pop() if len(cards) > 1 and len(jobs) == 1 else ""
    plain = job and not words_of(job.casefold()) & (_NO_JOB | LEVEL_WORDS)
    return job if plain and any(map(str.isalpha, job)) else None


def _derived(card: FoundCard) -> str | None:
    name = level_name(card.level.text)
    level_words = name.name if name else ""
    texts = [card.title.text] if card.title else []
    texts += [level_words or card.level.text]
    for text in texts:
        words = "" if text == level_words else level_words
        if (family := plain_family(text, words)) and family != "Professional":
            return family
    return None


def _one_name(names: dict[int, str | None]) -> dict[int, str | None]:
    """A bare "Engineer" is of "Software Engineer" where that is the only such family."""
    every = {name for name in names.values() if name}
    bare = {
        name: longer[0]
        for name in every
        if " " not in name
        and len(longer := [other for other in every if other.endswith(f" {name}")]) == 1
    }
    return {key: bare.get(name or "", name) for key, name in names.items()}


def _family(name: str | None, chosen: str | None, existing: Ladder | None) -> FamilyOf:
    if chosen:
        known = existing.families.get(chosen) if existing else None
        plain = name if name and slug(name) == chosen else None
        return FamilyOf(chosen, known.name if known else plain or chosen)
    assert name is not None  # noqa: S101 - every missing name was given above
    for family in existing.families.values() if existing else ():
        if fold(name) in set(map(fold, _names_of(family))) or slug(name) == family.id:
            return FamilyOf(family.id, family.name)
    return FamilyOf(slug(name) or "family", name)


def _names_of(family: Family) -> list[str]:
    return [family.id, family.name, *family.aliases, *family.stems]


def of_document(title: str) -> str | None:
    """ "Product Design career ladder 2024" as "Product Design"; None when it names no job.

    So is "Design ladder | Acme" as "Design": a site's own name stands behind a page's.
    """
    return _job_in(title, plain=False)


def of_page(title: str) -> str | None:
    """As `of_document`, of a text that is known to be a title: "Backend | Acme" as "Backend"."""
    return _job_in(title, plain=True)


def _job_in(title: str, *, plain: bool) -> str | None:
    """The job of a document's title; `plain` takes any short name for one, such as "Backend"."""
    for part in _SITE.split(without_emoji(title)):
        words = [word for word in part.split() if fold(word) not in _DOCUMENT_WORDS]
        told = len(words) < len(part.split())
        words = [word for word in words if any(map(str.isalpha, word))]
        words = [word for word in words if not _EDITION.fullmatch(word)]
        name = " ".join(words).strip(" -–—:|,(")
        named = plain and name[:1].isupper() and not name.endswith((".", "!", "?"))
        if not 0 < len(words) <= 4 or {*map(fold, words)} & _NO_NAME:
            continue
        if told or named or DISCIPLINE.search(name):
            return name
    return None


def _label_off(piece: Piece) -> str:
    """ "Family: Data Science" as "Data Science", and so "Data Science ladder"."""
    label, colon, rest = piece.text.partition(":")
    name = rest.strip() if colon and fold(label) in _LABEL else piece.text.strip()
    ends = name.split()[-1:] and fold(name.split()[-1]) in _ENDS
    return (of_document(name) or name) if ends else name


def _code(card: FoundCard) -> str:
    name = level_name(card.level.text)
    return name.whole if name else card.level.text
