"""The words that a question says of the part of a card that it asks for."""

from bot.questions.attributes import Asked
from bot.questions.reading import Reading
from bot.questions.talk import INCIDENT


def said_of_part(reading: Reading, asked: Asked) -> frozenset[int]:
    """The pieces that name parts, and those that cast no doubt beside them.

    These are what a dimension is about ("push back on deadlines"), and words of incidents, which
    are a job's work where the job is named ("easy bugs or hard ones").
    """
    clear = [each for each in reading.attributes if each.weight > 1]
    said = {place for each in clear or [asked] for place in each.covered}
    if asked.attribute in reading.index.attributes.dimensions and reading.names_clearly():
        for each in clear:
            said.update(reading.sentence.object_of(each.covered))
        if reading.family:
            said.update(_of_work(reading))
    return frozenset(said)


def _of_work(reading: Reading) -> list[int]:
    pieces = enumerate(reading.sentence.pieces)
    return [at for at, piece in pieces if piece.run is None and piece.word in INCIDENT]
