"""Single words that hint at a part of the cards, where no clear words name one.

`concepts` and `card_concepts` hold what hardly means anything else. Here a strong word is enough by
itself, and a weak one needs another that hints at the same part: "who is their boss, and who sets
the goals". The words are compared by their stems.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.questions.language.stems import stem

# ruff: noqa: E501 - long word lists are easiest to read and to edit as running text

STRONG, WEAK = 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Hints:
    """The words that hint at one part."""

    strong: str
    weak: str = ""

    def weights(self) -> Mapping[str, float]:
        """What each stem counts."""
        weak = {stem(word): WEAK for word in self.weak.split()}
        return weak | {stem(word): STRONG for word in self.strong.split()}


HINTS: Mapping[str, Hints] = {
    "scope": Hints(
        "sphere extent fleet domain territory turf patch purview ambit expanse magnitude perimeter",
        "module service platform stretch widest biggest area project system component feature module big large small wide broad whole entire several "
        "department cover bound boundary size piece",
    ),
    "autonomy": Hints(
        "selfstarter unchecked leash babysit handheld supervise unsupervised supervisor micromanage autopilot solo freely "
        "freedom latitude leeway rope spoonfed hover oversee overseen unaided unattended chaperone "
        "minder shepherd handholding",
        "eye solo lookover line wait until watching followup inspect report alone boss goal themselves himself herself yourself priority direction check review guidance "
        "steer trust step closely instruction permission frequent answer accountable control watch "
        "free rein",
    ),
    "complexity": Hints(
        "tangled nontrivial mindbending puzzle brainteaser brainy melter conundrum riddle thorny gnarly hairy knotty convoluted intricate "
        "sophisticated sophistication uncharted unprecedented unfamiliar murky fuzzy cookbook fiddly "
        "intractable curveball",
        "incomplete information understood ambiguity nuts difficulty vague defined messed problem routine unclear ambiguous novel pattern recipe documented hard difficult easy trivial "
        "messy challenge solve untangle unknown undefined brain tradeoff straightforward tough simple "
        "crack stuck tricky",
    ),
    "impact": Hints(
        "ripple consequence beneficiary reverberate needle reaching repercussion fallout",
        "touch affected messes mess broad depends scale affect reach result outcome customer user adjacent beyond matter influence benefit felt depend "
        "notice stakes difference downstream",
    ),
    "decisionrights": Hints(
        "greenlight veto mandate empowered overrule unilaterally ratify decree dictate signoff "
        "authorize",
        "escalation escalate overrule fund funding database roadmap vendor commit standards approve approval choose pick approach budget final confirm architecture settle "
        "decide power spending propose recommend permission choice staffing investment",
    ),
    "leadership": Hints(
        "mentorship mentee protege apprentice understudy upskill nurture groom tutor",
        "underneath newbie hires onboarding lead leading team guidance raise generation intern junior teammate newcomer guide develop teach grow onboard help train "
        "succession sponsor support coach manage",
    ),
    "typicalexperience": Hints(
        "veteran greenhorn seasoned decade",
        "junior senior years months green fresh minimum graduate month experienced career",
    ),
    "activities": Hints(
        "grind chore agenda workday todo",
        "week tasks month day week spend morning doing duty assignment daily busy routine calendar afternoon",
    ),
    "skills": Hints(
        "chops competency proficiency expertise prerequisite curriculum syllabus",
        "qualification technical knowhow knowledge learn study master stack language technology ability brush",
    ),
    "expectations": Hints(
        "outstanding disappoint disappointing impress stellar excellence yardstick exemplary outperform kpi excel",
        "solid results performing excellent deliver well success bar thrive quality standard outcome impress measure judge perform rate "
        "successful shine",
    ),
    "titles": Hints(
        "alias moniker synonym nickname",
        "names name title linkedin badge label wording headline",
    ),
    "pay": Hints(
        "dosh moolah quid lucrative cash ctc",
        "offering base offer money figure band ballpark annual worth",
    ),
    "soc": Hints(
        "bls",
        "occupation federal labor government visa classification taxonomy",
    ),
    "summary": Hints(
        "eli5",
        "brief sentence short essence boil",
    ),
}
"""By a name of the part that the words hint at, squashed."""
