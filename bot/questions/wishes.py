"""Wishes that name levels, but ask for what no ladder tells: to write, to count, to decide."""

import re
from itertools import pairwise

from bot.questions.attributes import BY_NAME
from bot.questions.beside_wish import asked_beside
from bot.questions.english import GREETINGS, LEVEL_WORDS
from bot.questions.patterns import pattern
from bot.questions.reading import Reading
from bot.questions.skill_frames import LEVEL_SAID
from bot.questions.tags import Kind

_OTHER = pattern(
    """
    (write|draft|compose|generate|create|produce|prepare|make|translate|rewrite) * (letter|ad|advert|poem|haiku|song|story|email|mail|essay|script|function|code|sql|query|tweet|post|speech|joke|resume|cv|image|picture|description|posting|limerick|rap)
    how many @ (do|does|are|have|work|in|on|at|did)
    how many (people|of us|folks|employees|colleagues|staff|persons|ppl) * (are|is|hold|have|at|in|on|as) (a|an|the)? @
    (write|draft|prepare) * (review|feedback|reference|ad|description|plan)
    who (on|in|from|at) (the|our|my|this|your) (team|org|group|company|department|office)
    who are (our|the|all|your) @
    (list|name|show|find|give) (me)? (everyone|everybody|anyone|all people|the people|people|folks) (at|on|in|who|with|above|below)
    (how many|any|list|show) (open|vacant|free|unfilled)? @ (req|reqs|role|roles|position|positions|job|jobs|opening|openings|vacancy|vacancies|slot|slots|seat|seats)
    (open|vacant|free|unfilled) @ (req|reqs|role|roles|position|positions|job|jobs|slot|slots|seat|seats)
    (how many|any|list|show) * (open|vacant)? (req|reqs|headcount|opening|openings|vacancy|vacancies|requisition) (for|at|in|of|on)
    (are|is) (we|they|you|the team|anyone) (still)? hiring
    (percentage|percent|share|proportion|number|fraction) of @
    (interview|hiring) panel
    (conference|travel|training|learning|education) budget
    (has|have|did) (anyone|anybody|someone|somebody) (in|on|from|at|here|ever)
    do (i|we|you) deserve
    (need|needs|want|wants|get|gets|ask for|asks for|deserves) a raise
    would you rather
    who (is|are) (a|an|the)? @ (in|on|at|from|within) (my|our|the|this) (team|office|org|department|dept|group|squad|company|building|meeting|call|project|room|channel|site|city)
    @ for (a|an|one|two|three|few|couple|some) (day|hour|week|minute|month|sprint)
    @ (from|since|at) (yesterday|last|today|this|monday|tuesday|wednesday|thursday|friday|around)
    (are|were) you (still|really|actually|also|now|even)? (a|an|the)? @
    (anyone|anybody) (here|around|else)? (a|an)? @
    any @ (willing|want|wants|around|available|free|interested|up|here|awake)
    (looking for|find|need|want) (a|an|some|any|another)? @ (mentor|buddy|partner|coach|volunteer)
    (can|could|will|would) (a|an|any|some|the) @ help (me|us|out|with)
    which @ (should|could|can|do) (i|we) (ask|talk|contact|ping|reach|call)
    @ (needed|wanted) (asap|now|here)
    (which|what) (level|one|title) (is|are|would|has|have) (the|you|your|be)? (best|coolest|hardest|worst|easiest|favorite|favourite|most fun)
    (am|are|is) (i|we|he|she|they) * (paid|underpaid|overpaid) (fair|fairly|enough|too|right|as|at|for)
    fair (pay|salary|comp)
    (can|could|will|would) (someone|somebody|anyone|anybody) * (look|check|handle|fix|jump|investigate) (at|on|into|with)? * @
    @ (look|check|investigate|fix) (asap|now|please|into)
    who (is|s)? (owns|owning|has|have|got|handles|handling|took|takes|taking) (this|that|the) @
    who * (got|was|were|has been|have been|is being|is getting|gets|just) promoted
    (list|name|show|give) (me|us)? (all|every|all the|all of the|all our) @ (in|at|on|of|from|here)
    paid (more|less|better|as much|the same) (than|as) (me|my|i|him|her|us|them)
    (where|how|can|could|should) (do|does|can|would|should)? (i|we|one|they)? (to)? apply (for|to)
    how likely
    will (i|we|he|she|they) (make|get|be|reach|become) * @ * (year|month|quarter|cycle|soon|time|round)
    is @ (good|bad|worth|worth it|fun|cool|enough|ok|okay|great)
    (cooler|coolest|happiest|favorite|favourite|sexiest|easiest|luckiest|funniest|smartest)
    (number|count|headcount|list) of @ (in|on|at|we|who)
    know (anyone|anybody)
    know (someone|somebody) (who|for|interested|looking|to)
    (open|opened|opening|file|filed|raise|raised|log|logged) (a|an|another) @
    (anyone|anybody) (available|free|around|interested|awake)
    who (is|are) (my|our|his|her|the|your|their) (new|current|next)? (manager|boss|lead|director|hrbp|recruiter|owner|contact|rep|admin|head|skip)
    who (leads|runs|manages|owns|heads) (the|our|my|your|this)? (current|whole)? (%|team|org|organization|department|dept|company|migration|project|initiative|squad|group)
    who (is|works|sits) (in|on) (the|our|my|your)? (%|team|org|department|squad)
    who (can|could|would|will|wants to) * (me|us)
    who (is|s) on call
    (course|training|workshop|webinar|talk|session) (slides|notes|materials|recording|video)
    who (is|s)? (handling|fixing|working on|looking at|looking into|investigating|assigned) (to)? (the|this|that|a)? @
    who (is|s)? (the|our|my|your) (hrbp|contact|recruiter|poc|point person|owner|admin) (for|of|on|in|at)
    on call (pay|rate|bonus|compensation|for|tonight|today|rota|this|next)
    (notice|probation|trial|probationary) period
    (interview|coding|hiring|screening) (question|loop|test|panel|kit|guide|slot|exercise|process|round|stage|rubric|scorecard)
    question * @ interview
    (status|state|progress) of (my|the|our|his|her|their|that) (application|request|offer|case|ticket|promotion)
    (hear|heard|hearing) back
    start date
    (will|would|to|going to) replace
    (buddy|desk|laptop|badge|seat|chair|gift|welcome) for (the|a|an|our|my)? (new)? @
    rate (my|his|her|this|our)
    (my|his|her) (cv|resume|achievement|achievements|promo doc|packet)
    be my
    (coach|motivate|hire|mentor) me
    (do|does|would) (i|he|she|they) look like
    (walk|walks) into a bar
    (we|i|were) (are|am|im)? (looking for|hiring|recruiting|searching for) (a|an|some|another|two)? @
    (applicant|applicants) (for|to|in|at) * @
    how long (do|does|did|will|would) * (hiring|hire|interview|process|recruiting|approval) * take
    (other|competing|rival) (company|companies|firm|firms|employer|employers|startup|startups) (pay|pays|offer|offers|do|expect|expects|promote|hire|level)
    (competitor|competitors)
    (should|shall) (i|we) (do|get|buy|study) (a|an|my|the)
    is it (better|worth|fun|smart|wise) (to|being|it)
    (counter|counteroffer|negotiate|negotiating|accept|accepting|decline|reject|extend|sign|rescind) * offer
    counter offer
    (looking for|need|find|want|seeking) (a|an|some|someone|somebody|any)? @ (to|who can|for) (review|look|help|join|fix|pair|talk|sign|approve|check|cover)
    (position|role|internship|job|opening) * open
    open (position|role|internship|job|headcount)
    (advance|loan|cut) (on|of|in) my pay
    (bonus|sales|revenue|performance) (target|goal|quota) (for|of)
    (committee|panel|council|board|jury) * (say|said|decide|decided|think|thought|vote|voted)
    performance rating
    (rating|score) distribution
    is there (a|an|any) * (program|programme|course|budget|policy|discount|allowance)
    (attrition|retention|ratio|share|percentage) (of|for|among) * @
    headcount (of|for|at) * @
    would you (pay|give|hire|choose|pick|prefer|promote|want)
    how long (did|will|does|has) (the|this|that|our) @
    how many @
    how many * @ (report|left|quit|joined|hired|are we|were|got|happened|did)
    (average|mean|median|typical) (age|rating|score|raise|time) (of|for|at|in|as)
    (distribution|breakdown|histogram|statistic|turnover|retention) (of|for|at|by|among|across) * @
    who (our|my|the|your|their) (current|new|old|former)? @
    @ (meeting|party|lunch|dinner|retreat|room|picnic|discount|parking) (agenda|note|invite|minute|room|time|today|tomorrow|at|on|is|was|moved)?
    who (is|was|are|were) (our|my|the|your|their|currently|now) (current|new|old|former|next)? @
    who (manages|runs|hired|interviewed|interviews|promoted|leads|supervises) (the|our|my|these|those|all) @
    (my|his|her|their|our|your|the) @ (been|got|gotten|get) (approved|denied|rejected|accepted|confirmed|cleared)
    (can|could|will|would|please) (you|u|someone|anybody|anyone|we) * (approve|promote|hire|fire|bump|move me|put me|make me|give me|get me|assign|book|schedule|remind|ping|email|message|invite)
    remind (me|us|him|her|them)
    (why|how come) (did|was|were|am|is|isnt|wasnt|did not|didnt|dont|cant) (i|he|she|we|they|my|you|nobody)
    why (did|was|were) * (get|got|promoted|given|made|hired|leveled|levelled|put|placed)
    how come
    do you (like|love|hate|prefer|believe|feel|enjoy|miss)
    who (is|was|are|were|becomes|became) (the|our)? @ (now|today|tonight|currently|nowadays|these days|since|before|after|until|while|here|right now|this|next)
    (on @|@ on) (duty|shift)
    who (joins|joining|is joining|comes|volunteers)
    who (would)? (win|wins|beat)
    (grade|mark|score|result) * (i|we) get
    (should|shall) (i|we) (quit|leave|stay|resign|accept|take|hire|fire|ask for|negotiate|pay)
    when (do|does|did|will|is|are|was|can) * (bonus|raise|payday|promotion|promo|calibration|review|cycle|approved|announced)
    (lunch|coffee|drink|dinner|meeting|call|chat) with (the|a|an|our|my|some|all)? @
    (ask|asked|tell|told) the (lead|manager|director|senior|staff)
    (has|have) been here
    (longest|oldest|youngest|newest|latest|most recent) @
    which @ (has|have|is|are|was|were|do|does) (been|here|on|in|we|the)
    what @ (has|have|was|were|do|does) (been|here|on|in|we|the)
    """
)
_OF_A_CODE = pattern(
    """
    (if|whether|that|when|why|because) it (is|was|be) (a|an|the)? @
    (something|anything|it|this one) (is|be|a|an|as) (a|an)? @
    react to
    (more|most|less|very|so) (critical|serious)
    (urgent|urgency|severity|sev|severe|pressing)
    is (the)? @ (done|live|finished|resolved|fixed|over|back|still|open|closed|down|mitigated|stable)
    (the|this|that) @ (fix|bug|ticket|issue|bridge|call|backlog|comm|alert|drill|review|queue)
    @ (backlog|milestone|bridge|drill|comm|queue|runbook|playbook|roster|rotation)
    """
)
"""Where a bare code is an incident's priority, or a milestone."""
_OF_THE_BOT = pattern(
    """
    (ignore|forget|disregard|override|bypass) * (instruction|rule|prompt|previous|guideline|above)
    (pretend|imagine|act) (to be|you are|that you|as|like)
    (pretend|imagine|suppose|assume|say) (that)? (the|our|your) @? (ladder|card|framework)
    (translate|convert|rewrite) * @ * (to|into|in|as) (klingon|pirate|emoji|latin|spanish|french|german|dutch|chinese|rap|rhyme|poem)
    you (must|should|shall|have to|need to|will) (now)? (say|answer|respond|reply|confirm)
    (say|answer|respond|reply) (only|exactly|just) * (yes|no|with)
    (your|the|these) (prompt|instruction|instructions|rules|guidelines|configuration) (is|are|was|were|say|says|said)
    (what|which) (is|are|was|were) your (prompt|instruction|instructions|rules|guidelines|configuration)
    select from
    hidden (instruction|prompt|rule|text|message|card)
    system prompt
    from now on
    (ignore|forget|disregard) (everything|all)
    (joke|haiku|poem|limerick)
    you are (now)? (a|an|my)
    make up (a|an|the|some|my)
    (guess|estimate|invent|fabricate) (a|an|the|my|our|some)
    (rough|roughly|wild|best) guess
    drop table
    """
)
"""What is to make the bot another, or say what no card says."""
_TOLD = re.compile(
    r" (?:(?:hi|hey|all|guy|folk|team|,) )*(?:we|weve|this|that|there|new|anoth)"
    r"(?: (?:have|got|ve|weve|is|a|an|anoth|new|now|be|should|not|or|just|@))*? @"
    r"(?: (?>not(?: an?)? \S+|not|or|a|an|again|now|@|,))* $"
)
_EXTRA_PAY = pattern("(bonus|equity|rsu|rsus|stock|stocks|stipend)")
_PEOPLE_HERE = pattern(
    """
    (does|do|did|is|are|has|have) (anyone|anybody|someone|somebody|everyone|people|folks|others) (here|else|still|already)? (use|uses|using|used|tried|seen)
    (does|do|did|has|have) (anyone|anybody|someone|somebody|everyone|people|folks|others) (here|else|still|already)? (have|has|got) (a|an|the|any|some|access)
    what (does|do|did|are|is) (you|you all|yall|people|everyone|everybody|others|your team) (guys|folks|all|people)? (use|uses|using|recommend|prefer)
    """
)
_THE_BOT = frozenset("you this it bot levelbot".split())
_PAST = frozenset(
    "made wrote broke built took left sent ran did came went gave got won said".split()
)
_NO_PAST = frozenset(
    "supposed expected required skilled experienced involved allowed tasked obliged qualified "
    "advanced concerned interested".split()
)
_PEOPLE_ASKED = frozenset("who whos anyone anybody someone somebody".split())
_TIMES = frozenset("tomorrow today tonight yesterday now tmrw eod currently".split())
_THIS = frozenset("this next last".split())
_PERIODS = frozenset(
    "week month sprint quarter weekend morning afternoon evening night monday tuesday wednesday "
    "thursday friday saturday sunday cycle time".split()
)
_OF_ME = frozenset("my our his her their your".split())
_COMMANDS = frozenset(
    "hire move update edit rename modify correct email deny reject fire submit upload merge revert schedule "
    "restart reboot reopen reassign escalate triage change set approve add invite book schedule cancel promote demote bump fix deploy install delete "
    "remove order assign forward remind ping "
    "negotiate accept decline say repeat".split()
)
"""Words with which a wish begins that the bot can't fulfil."""


_TOLD_AGAIN = frozenset("what whats which how who where why of".split())
_NEWS = pattern(
    """
    (congrats|congratulations|kudos|welcome|welcoming|congratulate) * @
    (joining|joins|joined) (us|here|the team)? as (a|an|our|the)? (new)? @
    """
)
_QUESTION_WORDS = frozenset(
    "what whats which how who why where show tell explain describe card level mean means "
    "give pull need find see remind define".split()
)


_CARD_PLEASE = pattern(
    """
    (see|show|read|open|pull up|paste|need|want|get|have|give|send|find) (me|us|them)? (the|its|that|their|our) (card|level text|level description)
    (what|whatever) (our|the) (ladder|framework) (says|say|has|have)
    what is (on|in) (the|that|my|our|his|her|their|its) card
    (show|see|tell|explain) (me|us)? how * (differ|differs|compare|compares)
    """
)
"""A wish for the card, whatever it is wanted for."""


_HELP_TO = frozenset(
    "with find write fix move get make prepare draft install debug solve book plan buy choose".split()
)
_OF_LADDERS = LEVEL_WORDS | frozenset(
    "level levels ladder ladders card cards this you it bot levelbot career title titles skill skills".split()
)


def wants_other(reading: Reading) -> bool:
    """Whether something is wished for that the bot can't give, whatever levels it names."""
    names_level = bool(reading.sentence.levels)
    if names_level and reading.sentence.find(_CARD_PLEASE):
        return False  # "writing feedback for a P4, can I see the card first"
    return (
        _is_for_the_bot(reading)
        or _wishes_other(reading)
        or _commands(reading)
        or _tells_news(reading)
        or _wants_extra_pay(reading)
        or (_of_other_level if names_level else _of_no_level)(reading)
    )


def _of_other_level(reading: Reading) -> bool:
    """Whether a level is told of, and none is asked about: an incident's, "my manager is mean"."""
    if _speaks_of_a_code(reading):
        return True
    return "?" not in reading.text and (_only_tells_of_a_code(reading) or _tells_of_mine(reading))


def _of_no_level(reading: Reading) -> bool:
    return asks_people(reading) or _wants_help_elsewhere(reading)


def _is_for_the_bot(reading: Reading) -> bool:
    """Whether the bot is to be another; "which one am I acting as" is asked of oneself."""
    said = reading.sentence
    return any(said.pieces[wish[0]].word != "acting" for wish in said.find_all(_OF_THE_BOT))


def _wishes_other(reading: Reading) -> bool:
    """Whether another thing is wished for, and nothing of the cards is asked behind it.

    "Had a chat with our senior backend dev, what is expected of her" asks for a card.
    """
    sentence = reading.sentence
    wish = next(filter(sentence.is_in_one_clause, sentence.find_all(_OTHER)), None)
    if wish is None:
        return False
    begins = all(piece.word in GREETINGS for piece in sentence.pieces[: wish[0]])
    if not begins and any(sentence.tags[sentence.pieces[at].tag].kind is Kind.SKILL for at in wish):
        return False  # "does an M2 need hiring process management"
    if not reading.sentence.levels:
        return True
    if (tells := sentence.telling(wish)) and _named_parts(reading).issuperset(tells):
        return False  # where "party" is a dimension: "the party of a senior artist"
    return not asked_beside(reading, wish)


def _named_parts(reading: Reading) -> set[int]:
    """The pieces that are, letter by letter, the ladder's own names for parts of its cards."""
    known, pieces = reading.index.part_names.words, reading.sentence.pieces
    named = (each for each in reading.attributes if each.weight == BY_NAME)
    return {at for each in named for at in each.covered if pieces[at].word in known}


def _wants_extra_pay(reading: Reading) -> bool:
    """Whether what is paid beside a salary is asked, which no ladder tells: "a P4's bonus"."""
    spans = reading.sentence.find_all(_EXTRA_PAY)
    extra = {place for each in spans for place in each}
    return bool(spans) and not any(
        asked.weight == BY_NAME  # a ladder may have its own "stock"
        or (asked.attribute == "pay" and asked.weight > 1 and not extra.issuperset(asked.covered))
        for asked in reading.attributes
    )


def _speaks_of_a_code(reading: Reading) -> bool:
    """Whether a code that no family is named of is an incident's: "who decides if it's a P1"."""
    if reading.sentence.find(_OF_A_CODE) is None:
        return False
    return not reading.before and not any(run.families for run in reading.runs)


def asks_people(reading: Reading) -> bool:
    """Whether it is asked what people here have or do, at some time: "who is on call tonight"."""
    if not LEVEL_SAID.isdisjoint(reading.words):
        return False
    if reading.sentence.find(_PEOPLE_HERE):
        return True
    if _PEOPLE_ASKED.isdisjoint(reading.words):
        return False
    said = reading.words
    if said[-1] not in _THE_BOT and any(
        first == "who" and _is_past(second) for first, second in pairwise(said)
    ):
        return True
    return not _TIMES.isdisjoint(said) or any(
        first in _THIS and second in _PERIODS for first, second in pairwise(said)
    )


def _is_past(word: str) -> bool:
    """Whether a verb tells what somebody did: "who wrote this"; "expected" is asked of a level."""
    regular = len(word) > 4 and word.endswith("ed") and not word.endswith("eed")
    return word in _PAST or (regular and word not in _NO_PAST)


def _tells_of_mine(reading: Reading) -> bool:
    """Whether a person is spoken of by a bare word, and nothing asked: "my manager is mean"."""
    if not _QUESTION_WORDS.isdisjoint(reading.words):
        return False
    tags = reading.tags
    return all(
        run.first > 0
        and tags[run.first - 1].text in _OF_ME
        and {tag.kind for tag in run.tags} <= {Kind.TERM, Kind.ROLE}
        for number, run in enumerate(reading.runs)
        if number in reading.mentions
    )


def _tells_news(reading: Reading) -> bool:
    """Whether it only tells of somebody: "please welcome Ana, ML III"."""
    if reading.sentence.find(_NEWS) is None or reading.attributes:
        return False
    return "?" not in reading.text and _QUESTION_WORDS.isdisjoint(reading.words)


def _only_tells_of_a_code(reading: Reading) -> bool:
    """Whether all that is said is that there is one: "we've got a P1" is an incident's priority."""
    if _TOLD.match(reading.sentence.line) is None:
        return False
    return not any(run.families for run in reading.runs)


def _wants_help_elsewhere(reading: Reading) -> bool:
    """Whether help is wanted with something that is no ladder's: "help me with my resume"."""
    words = reading.words
    if "help" not in words or reading.runs:
        return False
    behind = words[words.index("help") + 1 :]
    if behind[:1] in (["me"], ["us"]):
        behind = behind[1:]
    return behind[:1] != [] and behind[0] in _HELP_TO and _OF_LADDERS.isdisjoint(behind)


def _commands(reading: Reading) -> bool:
    """Whether it begins with a wish to have something done: "change my level to P4"."""
    if _COMMANDS.isdisjoint(reading.words):
        return False
    said = [word for word in reading.words if word not in GREETINGS]
    if not said or said[0] not in _COMMANDS:
        return False
    if said[0] in {"move", "bump"} and said[1:2] in (["from"], ["to"], ["up"]):
        return False  # "move from P2 to P3, what does it take"
    if said[0] == "remind" and (said[2:3] != ["to"] and not _TOLD_AGAIN.isdisjoint(said[2:])):
        return False  # "remind me what P3 is", "remind me, P3 is what again"
    pieces = enumerate(reading.sentence.pieces)
    at, first = next((each for each in pieces if each[1].word not in GREETINGS), (0, None))
    if reading.sentence.levels and at in _named_parts(reading):
        return False  # where "book" is a dimension: "book of a desk head"
    return first is None or first.run is None  # a title may begin so: "Set-Up Baker"
