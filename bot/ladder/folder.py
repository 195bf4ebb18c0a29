"""Which files a ladder's folder holds: what is read, and what must not be there."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bot.ladder.model import Problem

LADDER_FILE = "ladder.yaml"
GUIDE_FILE = "guide.yaml"
FAMILY_FILE = "family.yaml"
_CARD = ".yaml"
_LIKE_A_CARD = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class FamilyFolder:
    """A family's folder and its cards' files, in the order of their names."""

    path: Path
    has_family_file: bool
    cards: tuple[Path, ...]


@dataclass(slots=True)
class Folder:
    """What is to be read of a ladder's folder."""

    root: Path
    families: list[FamilyFolder] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    """What keeps the ladder from being loaded: links that leave the folder, missing files."""
    strays: list[Problem] = field(default_factory=list)
    """Warnings of files that stand among the ladder's and are not read."""
    has_ladder_file: bool = False
    has_guide: bool = False
    newest: float = 0.0
    """When the newest file was changed, in seconds since 1970."""


def list_folder(root: Path) -> Folder:
    """The ladder's files under `root`. Names that start with a dot are never looked at."""
    return _Lister(root).list()


class _Lister:
    def __init__(self, root: Path) -> None:
        self.found = Folder(root)
        self._real_root = root.resolve()
        self._refused: set[str] = set()

    def list(self) -> Folder:
        found = self.found
        for entry in self._entries(found.root):
            path = Path(entry.path)
            if entry.is_dir() and entry.name not in (LADDER_FILE, GUIDE_FILE):
                self._family(path)
            elif entry.name == LADDER_FILE:
                found.has_ladder_file = True
            elif entry.name == GUIDE_FILE:
                found.has_guide = True
            elif _like_a_card(entry.name) or _copy_of_a_card(entry.name):
                self._stray(path, _root_advice(entry.name))
        if not found.has_ladder_file:
            self._missing(found.root / LADDER_FILE, "the ladder's name, tracks and levels")
        return found

    def _family(self, path: Path) -> None:
        cards: list[Path] = []
        others: list[Path] = []
        has_family_file = False
        for entry in self._entries(path):
            card = Path(entry.path)
            if entry.is_dir() and not entry.name.endswith(_CARD):
                others.append(card)
                self._nested(card)
            elif entry.name == FAMILY_FILE:
                has_family_file = True
            elif entry.name.endswith(_CARD):
                cards.append(card)
            elif _like_a_card(entry.name):
                self._stray(card, f"is not read; rename it to {card.stem}{_CARD}")
            else:
                others.append(card)
        # A folder that holds other things only, such as schema/ or pictures/, is not a family.
        if not cards and others and not has_family_file:
            return
        if not has_family_file:
            self._missing(path / FAMILY_FILE, "the family's name")
        for other in others:
            if not _is_an_editors(other.name) and not other.is_dir():
                self._stray(other, _ADVICE)
        self.found.families.append(FamilyFolder(path, has_family_file, tuple(cards)))

    def _nested(self, path: Path) -> None:
        for folder, names, files in os.walk(path):
            names[:] = sorted(name for name in names if not name.startswith("."))
            for name in sorted(filter(_like_a_card, files)):
                advice = "is not read; cards stand in the family's own folder, so move it there"
                self._stray(Path(folder, name), advice)

    def _entries(self, folder: Path) -> Iterator[os.DirEntry[str]]:
        """What is in `folder`, by name; links that leave the ladder are told and left out."""
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            message = f"can't be read ({error.strerror}); check the folder and its permissions"
            self.found.problems.append(Problem(str(folder), 1, 1, message))
            return
        for entry in entries:
            if entry.name.startswith(".") or (entry.is_symlink() and self._leaves(entry)):
                continue
            if entry.name.endswith(_CARD):
                with suppress(OSError):  # it may be gone by now
                    self.found.newest = max(self.found.newest, entry.stat().st_mtime)
            yield entry

    def _leaves(self, entry: os.DirEntry[str]) -> bool:
        try:
            target = Path(entry.path).resolve(strict=True)
            inside = target.is_relative_to(self._real_root)
            message = f"links to a file outside of {self.found.root}; put the file itself here"
        except (OSError, RuntimeError):  # RuntimeError: a loop of links, before Python 3.13
            inside = False
            message = "is a link to nothing; put the file itself here"
        else:
            if inside and Path(entry.path).parent.resolve().is_relative_to(target):
                inside = False
                message = "links to a folder that it stands in; remove the link"
        if not inside:
            self._refused.add(entry.path)
            self.found.problems.append(Problem(entry.path, 1, 1, message))
        return not inside

    def _missing(self, path: Path, content: str) -> None:
        if str(path) not in self._refused:
            message = f"can't be read (no such file); add it, with {content}"
            self.found.problems.append(Problem(str(path), 1, 1, message))

    def _stray(self, path: Path, message: str) -> None:
        self.found.strays.append(Problem(str(path), 1, 1, message, warning=True))


def _like_a_card(name: str) -> bool:
    return not name.startswith(".") and name.casefold().endswith(_LIKE_A_CARD)


def _copy_of_a_card(name: str) -> bool:
    """Whether it is a file such as P2.yaml.bak."""
    return not _is_an_editors(name) and any(f"{end}." in name.casefold() for end in _LIKE_A_CARD)


def _is_an_editors(name: str) -> bool:
    """Whether it is an editor's own file: P2.yaml~, #P2.yaml#, or Vim's 4913. They come and go."""
    return name.endswith("~") or (name.startswith("#") and name.endswith("#")) or name == "4913"


_ADVICE = (
    "is not read; a family's folder holds family.yaml and a card for each level, such as P1.yaml: "
    "remove the file, move it elsewhere, or start its name with a dot"
)


def _root_advice(name: str) -> str:
    if not _like_a_card(name):
        return "is not read; remove it, move it elsewhere, or start its name with a dot"
    stem = name.rsplit(".", 1)[0].casefold() + _CARD
    if stem in (LADDER_FILE, GUIDE_FILE):
        return f"is not read; rename it to {stem}"
    return "is not read; put a card into its family's folder"
