"""An answer laid out: what is always shown, and what a first screen may leave to *Show all*."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement


@dataclass(frozen=True, slots=True)
class Laid:
    """The parts of a message, from top to bottom."""

    head: Sequence[Block]
    """The answer itself, and what must be known before the rest; shortened, but never left out."""
    body: Sequence[Block] = ()
    """The rest in the order of its worth: as much as there is room for."""
    told: Sequence[Block] = ()
    """Always shown: what is kept for others, where else to look."""
    buttons: Sequence[ButtonElement] = field(default=())
    receipts: Sequence[Block] = ()
    """Whose words these are."""

    @property
    def content(self) -> list[Block]:
        """What is said, without buttons and receipts."""
        return [*self.head, *self.body, *self.told]

    @property
    def actions(self) -> list[Block]:
        """The buttons, if there are any."""
        return [ActionsBlock(elements=list(self.buttons))] if self.buttons else []
