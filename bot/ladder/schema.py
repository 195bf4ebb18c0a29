"""JSON Schemas of a ladder's files, so that editors complete and check them while they are typed.

    python -m bot.ladder.schema level_data

writes them into `level_data/schema/`. A file names its schema in its first line:
`# yaml-language-server: $schema=../schema/card.schema.json`.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from bot.ladder.files import (
    YEARS,
    CardFile,
    FamilyFile,
    GuideFile,
    LadderFile,
    SectionFile,
    Text,
    YearsFile,
)
from bot.ladder.load import load_ladder
from bot.ladder.model import Ladder, LadderError

FOLDER = "schema"
"""Within the ladder's folder."""

# Editors' YAML servers know draft 7 best; nothing here needs a later one.
_DRAFT = "http://json-schema.org/draft-07/schema#"
_DEFINITIONS = "#/$defs/{model}"

Json = dict[str, Any]


def schemas(ladder: Ladder) -> dict[str, Json]:
    """File name to JSON Schema, for each kind of file of `ladder`.

    The card's schema knows the ladder's own levels, sections and dimensions.
    """
    kinds = {
        "ladder": _schema(LadderFile),
        "family": _schema(FamilyFile),
        "card": _card_schema(ladder),
        "guide": _schema(GuideFile),
    }
    return {f"{kind}.schema.json": schema for kind, schema in kinds.items()}


def write_schemas(ladder: Ladder, folder: Path) -> list[Path]:
    """Write the schemas of `ladder` into `folder`; the files that were written."""
    folder.mkdir(exist_ok=True)
    written = []
    for name, schema in schemas(ladder).items():
        path = folder / name
        path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        written.append(path)
    return written


def _schema(model: type[BaseModel]) -> Json:
    return {"$schema": _DRAFT, **model.model_json_schema(ref_template=_DEFINITIONS)}


def _card_schema(ladder: Ladder) -> Json:
    schema = _schema(CardFile)
    properties: Json = schema["properties"]
    entries = TypeAdapter(SectionFile).json_schema(ref_template=_DEFINITIONS)
    years = YearsFile.model_json_schema(ref_template=_DEFINITIONS)
    schema["$defs"] |= entries.pop("$defs") | {"YearsFile": years}
    properties["level"]["enum"] = list(ladder.levels)
    properties["titles"]["uniqueItems"] = True
    for section in ladder.sections.values():
        properties[section.id] = {**entries, "title": section.name, "uniqueItems": True}
    properties["meaning"] = {
        "type": "object",
        "title": "Meaning",
        "description": properties["meaning"]["description"],
        "additionalProperties": False,
        "properties": _meaning_properties(ladder),
    }
    return schema


def _meaning_properties(ladder: Ladder) -> Json:
    phrase = TypeAdapter(Text).json_schema()
    properties: Json = {"summary": {**phrase, "title": "Summary"}}
    for dimension in ladder.dimensions.values():
        kind = {"$ref": "#/$defs/YearsFile"} if dimension.id == YEARS else phrase
        properties[dimension.id] = {**kind, "title": dimension.name}
    return properties


def main(arguments: Sequence[str]) -> int:
    """Write the schemas of the ladder whose folder is named; 2 when it can't be loaded."""
    root = Path(arguments[0] if arguments else "level_data")
    try:
        written = write_schemas(load_ladder(root), root / FOLDER)
    except LadderError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write("".join(f"{path}\n" for path in written))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
