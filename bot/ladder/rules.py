"""Who may see what: the rules that `ladder.yaml` declares, as plain values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Circle:
    """The people whom a rule lets see something; anyone who is one of these belongs to it.

    Two rules that name the same people have the same circle, also after a reload: so what a viewer
    was granted never stands for another rule than the one that was asked about.
    """

    user_groups: frozenset[str] = frozenset()
    """Ids of Slack user groups: S0123ABCD."""
    users: frozenset[str] = frozenset()
    """Ids of people in Slack: U0123ABCD."""
    admins: bool = False
    """The workspace's admins and owners, and those whom the setting ADMINS names."""

    @property
    def is_empty(self) -> bool:
        """Whether nobody in Slack belongs to it."""
        return not (self.user_groups or self.users or self.admins)


Granted = frozenset[Circle]
"""The circles that a viewer belongs to."""

PUBLIC: Granted = frozenset()
"""What everybody may see: nothing that a rule keeps for some."""


@dataclass(frozen=True, slots=True)
class Restriction:
    """Fields of all cards that only a circle may see."""

    fields: tuple[str, ...]
    """Ids of dimensions and sections; `summary`, `titles`, `pay`, `soc`, `source`."""
    to: Circle
    ask: str
    """Whom those should ask who may not see them."""


@dataclass(frozen=True, slots=True)
class Hiding:
    """Families and levels that only a circle may know of."""

    families: tuple[str, ...]
    levels: tuple[str, ...]
    """Codes, of all families; `family-id/CODE` for one card."""
    to: Circle


@dataclass(frozen=True, slots=True)
class Rules:
    """Every rule of a ladder."""

    restricted: tuple[Restriction, ...] = ()
    hidden: tuple[Hiding, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.restricted or self.hidden)

    def __add__(self, other: "Rules") -> "Rules":
        """What either keeps for some is kept."""
        both = (self, other)
        restricted = dict.fromkeys(rule for rules in both for rule in rules.restricted)
        return Rules(
            tuple(restricted), tuple(dict.fromkeys(r for rules in both for r in rules.hidden))
        )

    def __str__(self) -> str:
        """What is kept for some, by its ids: "pay, skills, the families stealth"."""
        named = [field for rule in self.restricted for field in rule.fields]
        for what in ("families", "levels"):
            hidden = [name for rule in self.hidden for name in getattr(rule, what)]
            named += [f"the {what} {', '.join(hidden)}"] if hidden else []
        return ", ".join(dict.fromkeys(named))

    @property
    def circles(self) -> frozenset[Circle]:
        """Whom it must be asked about who belongs to them; without those that hold nobody."""
        every = {rule.to for rule in self.restricted} | {rule.to for rule in self.hidden}
        return frozenset(circle for circle in every if not circle.is_empty)


@dataclass(frozen=True, slots=True)
class Withheld:
    """Fields that were taken out of a ladder for a viewer, and whom to ask for them."""

    fields: tuple[str, ...]
    ask: str
