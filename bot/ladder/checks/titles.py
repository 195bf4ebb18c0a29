"""Titles that say another level than their card's."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bot.ladder.checks.learned import odd_titles
from bot.ladder.checks.signals import FamilyName, ShortForms, Signal, Signals
from bot.ladder.checks.sound import same_words
from bot.ladder.documents import Location
from bot.ladder.files import FamilyFile
from bot.ladder.model import Problem, Track
from bot.ladder.read import ReadCard, ReadFamily


class TitleRules:
    """What titles say about their level, by the ladder's own grades, words and titles."""

    def __init__(self, tracks: Mapping[str, Track], short_forms: ShortForms) -> None:
        self._tracks = tracks
        self._signals = {id_: Signals(track, short_forms) for id_, track in tracks.items()}

    def contradictions(self, family: ReadFamily) -> Iterator[Problem]:
        """Titles of a family whose grade or words are those of other levels than their card's."""
        made = self._made(family.data)
        names = _names(family.data)
        for card in family.cards:
            if card.level_known:
                for at, title in card.titles:
                    yield from self._contradiction(card, at, title, made, names)
        for track_id, signals in self._signals.items():
            on_track = [
                card
                for card in family.cards
                if card.level_known and card.card.level.track_id == track_id
            ]
            yield from odd_titles(on_track, signals)

    def _contradiction(
        self,
        card: ReadCard,
        at: Location,
        title: str,
        made: Mapping[str, frozenset[str]],
        names: Sequence[FamilyName],
    ) -> Iterator[Problem]:
        code = card.card.level.code
        whole = made.get(same_words(title))
        if whole:
            signals = [Signal(title, whole)]
        else:
            signals = list(self._signals[card.card.level.track_id].of(title, names))
        wrong = [signal for signal in signals if code not in signal.codes]
        if not wrong:
            return
        levels = " or ".join(sorted(wrong[0].codes))
        message = f"is a title of {levels} by the ladder's own grades and words: {title!r}; "
        if len(wrong) == len(signals):
            message += f"move it there, or give it {code}'s grade"
        else:
            what = f"remove {wrong[0].text!r}"
            message += f"{what}, or list all of its words in front among {code}'s `words:`"
        yield card.document.problem(at, message)

    def _made(self, data: FamilyFile | None) -> Mapping[str, frozenset[str]]:
        """Titles that the ladder's rules make for the family, and the levels that have each."""
        made: defaultdict[str, set[str]] = defaultdict(set)
        if data is None:
            return {}
        levels = [level for track in self._tracks.values() for level in track.levels]
        for stem in _stems(data):
            for level in levels:
                titles = [f"{stem} {grade}" for grade in level.grades]
                titles += [f"{word} {stem}" for word in level.words]
                titles += [
                    title.replace("{stem}", stem).replace("{family}", data.name)
                    for title in level.titles
                ]
                for title in titles:
                    made[same_words(title)].add(level.code)
        return {title: frozenset(codes) for title, codes in made.items()}


def _stems(data: FamilyFile) -> list[str]:
    """What its titles are made of: its name and stems, and each stem with the name's noun."""
    noun = data.name.split()[-1:]
    nouns = [" ".join([stem, *noun]) for stem in data.stems if stem.split()[-1:] != noun]
    return list(dict.fromkeys([*data.stems, data.name, *nouns]))


def _names(data: FamilyFile | None) -> list[FamilyName]:
    """The family's names, longest first."""
    if data is None:
        return []
    noun = data.name.casefold().split()[-1]
    names = [name.casefold().split() for name in (*_stems(data), *data.aliases)]
    found = [FamilyName(words, words[-1] == noun) for words in names]
    return sorted(found, key=lambda name: len(name.words), reverse=True)
