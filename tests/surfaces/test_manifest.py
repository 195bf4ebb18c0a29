"""The manifest, and what the operator's guide says of it."""

import re
from pathlib import Path

from bot.manifest import scopes

GUIDE = Path(__file__).parents[2] / "docs" / "operators.md"


def test_the_guide_tells_why_each_scope_is_needed() -> None:
    rows = re.findall(
        r"^\| `([a-z_:]+)` \| (.+) \|$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE
    )
    told = {name: why.replace("`", "") for name, why in rows if ":" in name or name == "commands"}
    wanted = scopes(restricts=True)
    assert told.keys() == wanted.keys()
    assert [name for name, why in wanted.items() if not told[name].startswith(why)] == []
