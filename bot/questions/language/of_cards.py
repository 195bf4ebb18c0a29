"""What people wish to see of a level, by kinds of words: media, and parts of a card."""

MEDIA = frozenset(
    "card page pages sheet text wording description definition summary profile pager doc document "
    "paper writeup blurb paragraph section entry slide slides deck overview outline brief handout "
    "leaflet poster flyer pdf file version copy excerpt passage paste print printout snippet "
    "particulars details specs spec info information fact facts factsheet basics gist rundown "
    "refresher primer briefing literature material".split()
)
"""On what, or in what form, somebody is shown what a level is."""

_BEHIND_GRADE = MEDIA | frozenset(
    "scope autonomy complexity impact leadership salary pay comp compensation skills tools titles "
    "tasks duties responsibilities responsibility expectations requirements activities experience "
    "yoe years against under above below across per compared versus person people folks engineer "
    "engineers scientist scientists developer developers hires colleague guy job jobs opening "
    "vacancy yes no not plz pls tho and or".split()
)


def is_no_verb(word: str) -> bool:
    """Whether a word behind a lone "I" is none that the pronoun goes with: "Backend I page"."""
    return word in _BEHIND_GRADE
