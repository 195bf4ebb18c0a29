"""Everything that questions about one ladder are understood with."""

from dataclasses import dataclass

from bot.ladder import Ladder
from bot.questions.language.patterns import get_ready
from bot.questions.levels.part_names import PartNames
from bot.questions.levels.ranked import TrackWords
from bot.questions.parts.attributes import AttributeIndex
from bot.questions.texts.guide import GuideIndex
from bot.questions.texts.skill_index import SkillIndex
from bot.questions.vocabulary.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Index:
    """The words of one ladder: its titles, the parts of its cards, their lines, and its guide."""

    ladder: Ladder
    lexicon: Lexicon
    attributes: AttributeIndex
    skills: SkillIndex
    guide: GuideIndex
    tracks: TrackWords
    part_names: PartNames

    @classmethod
    def of(cls, ladder: Ladder, before: "Index | None" = None) -> "Index":
        """Build it; what an edit did not touch is taken over from the index as it was `before`."""
        lexicon = Lexicon.of(ladder, before.lexicon if before else None)
        get_ready()
        return cls(
            ladder=ladder,
            lexicon=lexicon,
            attributes=AttributeIndex.of(ladder, before.attributes if before else None),
            skills=SkillIndex.of(ladder, before.skills if before else None),
            guide=GuideIndex.of(ladder),
            tracks=TrackWords(lexicon),
            part_names=PartNames.of(ladder),
        )

    def meant(self, word: str) -> str:
        """The word of a pattern that a question's word is a misspelling of, or the word itself.

        "Learning" is on the cards, and so is no slip for "earning".
        """
        return word if self.skills.knows(word) else self.attributes.words.meant(word)
