"""What pydantic finds in a document, in our words and each at its place; and what is left of it."""

import copy
from collections.abc import Sequence
from types import UnionType
from typing import Annotated, Any, Generic, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, Tag, TypeAdapter, ValidationError
from rapidfuzz import fuzz, process

from bot.ladder.documents import Document, Location
from bot.ladder.model import Problem

UNREADABLE = "\ufffd"
"""Stands where a text was wrong or missing, so that the rest of its file can still be checked."""

_MOST_ROUNDS = 6
"""Mending one mistake can lay open another beneath it, as deep as our files are."""

_Value = TypeVar("_Value")


class Shape(Generic[_Value]):
    """A type that values of a document are checked against."""

    def __init__(self, shape: Any) -> None:
        self.type = shape
        self.adapter: TypeAdapter[_Value] = TypeAdapter(shape)


def checked(
    document: Document,
    value: object,
    shape: Shape[_Value],
    problems: list[Problem],
    base: Location = (),
) -> _Value | None:
    """`value` as `shape`. What is wrong is added to `problems`, and left out of the result.

    `base` is where `value` stands in the document. None when too little is sound to go on with.
    """
    try:
        return shape.adapter.validate_python(value)
    except ValidationError as error:
        findings = _findings(error)
        problems.extend(_problems(document, value, findings, shape, base))
    for _ in range(_MOST_ROUNDS):
        value = _mended(value, findings)
        try:
            return shape.adapter.validate_python(value)
        except ValidationError as error:
            findings = _findings(error)
    return None


def unknown_key(key: str, known: Sequence[str]) -> str:
    """Words for a key that nothing reads, with the nearest one that is read."""
    near = nearest(key, known)
    advice = f"did you mean `{near}:`?" if near else f"known keys are {', '.join(known)}"
    return f"has the unknown key `{key}:`; {advice}"


def nearest(key: str, known: Sequence[str]) -> str | None:
    """The known key that `key` was probably meant to be; None when none is like it."""
    near = process.extractOne(key, known, scorer=fuzz.ratio, score_cutoff=60)
    return near[0] if near else None


def _findings(error: ValidationError) -> list[Any]:
    return error.errors(include_url=False)


def _problems(
    document: Document, value: object, findings: list[Any], shape: Shape[Any], base: Location
) -> list[Problem]:
    """One problem for each place, and none where the document itself has told one."""
    found: dict[Location, Problem] = {}
    meant: set[Location] = set()
    for detail in findings:
        location = (*base, *_path(value, detail))
        if detail["type"] == "extra_forbidden":
            near = nearest(str(location[-1]), _known_keys(shape.type, detail["loc"][:-1]))
            meant.add((*location[:-1], near or ""))
        if not document.told(location):
            of_key = detail["type"] == "extra_forbidden" or detail["loc"][-1:] == ("[key]",)
            problem = document.problem(location, _words(detail, shape), key=of_key)
            found.setdefault(location, problem)
    # A misspelled key is not a missing one as well.
    missing = {(*base, *_path(value, d)) for d in findings if d["type"] == "missing"}
    return [problem for at, problem in found.items() if at not in missing & meant]


def _words(detail: Any, shape: Shape[Any]) -> str:
    kind, value = detail["type"], detail["input"]
    key = str(detail["loc"][-1]) if detail["loc"] else ""
    other = f"is wrong: {detail['msg'][0].lower()}{detail['msg'][1:]}; correct it"
    words = _WORDS.get(kind, other)
    if kind == "missing":
        words = f"has no `{key}:`; add it"
    elif kind == "extra_forbidden":
        words = unknown_key(key, _known_keys(shape.type, detail["loc"][:-1]))
    elif value is None:
        words = _EMPTY
    elif kind == "string_type" and isinstance(value, list | dict):
        words = f"is a {'list' if isinstance(value, list) else 'mapping'}, not text; write one text"
    elif kind == "greater_than_equal":
        words = f"is {value}, too small a number; write {detail['ctx']['ge']:g} or more"
    elif kind == "less_than_equal":
        words = f"is {value}, too large a number; write {detail['ctx']['le']:g} or less"
    elif kind == "literal_error":
        words = f"is {value!r}; write {detail['ctx']['expected']}"
    return words


_EMPTY = "is empty; write something or remove the key"
_WORDS = {
    "string_too_short": _EMPTY,
    "too_short": "is empty; write at least 1 entry",
    "string_type": "is not text; put it in quotes",
    "list_type": "is not a list; start each line with `- `",
    "tuple_type": "is not a list; start each line with `- `",
    "dict_type": "is not a mapping of keys to values; write `key: value` lines under it",
    "model_type": "is not a mapping of keys to values; write `key: value` lines under it",
    "int_type": "is not a number; write digits without quotes and commas, such as 3",
    "float_type": "is not a number; write digits without quotes and commas, such as 3",
    "bool_type": "is neither true nor false; write one of them",
    "date_type": "is neither a date nor text; write a date such as 2026-01-31",
}


def _known_keys(shape: Any, path: Location) -> list[str]:
    """The keys of the model that stands at `path` (as pydantic writes paths) within `shape`."""
    for part in path:
        shape = _inner(shape, part)
    while not (isinstance(shape, type) and issubclass(shape, BaseModel)):
        shape = get_args(shape)[0]
    return list(shape.model_fields)


def _inner(shape: Any, part: str | int) -> Any:
    """The type of the value at `part` of a value of type `shape`."""
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        return shape.model_fields[str(part)].annotation
    origin, arguments = get_origin(shape), get_args(shape)
    if origin is Annotated:
        return _inner(arguments[0], part)
    if origin in (Union, UnionType):
        tagged = [member for member in arguments if Tag(str(part)) in get_args(member)[1:]]
        return tagged[0] if tagged else _inner(arguments[0], part)
    return arguments[1] if origin is dict else arguments[0]


def _mended(value: object, findings: list[Any]) -> object:
    """A copy of `value` in which what was found wrong is taken out, or something stands for it."""
    whole = {"": copy.deepcopy(value)}
    kinds: dict[Location, str] = {}
    for detail in findings:
        kinds.setdefault(("", *_path(value, detail)), detail["type"])
    for path, kind in kinds.items():
        parent: Any = whole
        for part in path[:-1]:
            parent = parent[part]
        _mend(parent, path[-1], kind)
    return whole[""]


def _path(value: object, detail: Any) -> Location:
    """Where a finding stands within `value`: pydantic's place without the members of unions."""
    path: Location = ()
    for part in detail["loc"]:
        if detail["type"] == "missing" and part == detail["loc"][-1]:
            path = (*path, part)
        elif _has(value, part):
            path = (*path, part)
            value = value[part]  # type: ignore[index] # _has looked
    return path


def _mend(parent: Any, key: str | int, kind: str) -> None:
    if kind in ("list_type", "tuple_type"):
        parent[key] = []
    elif kind in ("dict_type", "model_type"):
        parent[key] = {}
    elif kind in ("missing", "string_type", "string_too_short") or isinstance(key, int):
        parent[key] = UNREADABLE
    else:
        parent.pop(key, None)


def _has(value: object, part: object) -> bool:
    if isinstance(value, dict):
        return part in value
    return isinstance(value, list) and isinstance(part, int) and 0 <= part < len(value)
