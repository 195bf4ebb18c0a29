"""What people say for the parts that ladders commonly have.

A concept speaks for a dimension or section whose id, name or other name is one of its `names`; so
a ladder that calls autonomy "Independence" is asked with the same words. See `patterns` for how
the lines are written.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that is asked of a level."""

    names: frozenset[str]
    """Squashed names of the parts of a ladder that it speaks for."""
    clear: str
    """Patterns that hardly mean anything else."""
    vague: str = ""
    """Patterns that count when nothing clearer is said."""


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


CONCEPTS: tuple[Concept, ...] = (
    Concept(
        _names("scope breadth sizeofthework remit span scale ownership accountability"),
        """
        scope
        breadth
        remit
        how (big|broad|wide|large|small)
        size of
        what size
        (area|sphere|span) of (responsibility|control|ownership|work)
        how much * (own|cover|responsible|accountable)
        (accountable|answerable) for
        how much ground
        how far * extend
        (big|bigger|large|larger|broad|broader) (project|task|piece|thing|work|area|chunk)
        how many (team|system|service|area|project|product)
        number of (team|system|service|area|project|product)
        how much of the (product|company|system|codebase|stack|org|organization|business)
        (one|single) (team|area|system) * or (several|many|more|multiple)
        (whole|entire|full|complete) (feature|component|system|product|area) or
        sort of size
        """,
        """
        own
        ownership
        span
        breadth of
        """,
    ),
    Concept(
        _names("autonomy independence supervision selfdirection"),
        """
        autonomy
        autonomous
        autonomously
        independent
        independence
        independently
        supervised
        supervision
        unsupervised
        oversight
        guidance
        handholding
        hand holding
        hold * hand
        (babysit|babysitting|micromanage|micromanaged)
        on (their|her|his|my|your|its|our) own
        by (themselves|herself|himself|myself|yourself)
        (self|selfs) (directed|sufficient|reliant|driven|managed)
        how closely
        (close|closely) (managed|watched|reviewed|monitored|supervised|checked)
        how * (reviewed|checked|monitored|watched)
        how often * (review|check|checked|reviewed)
        without (help|supervision|guidance|asking|support)
        how much (help|support|direction|freedom|latitude|leeway|slack|rope|leash|steering|checking)
        (free|freedom|latitude|leeway|leash|rein)
        (left|leave|work) alone
        need * (help|handholding|direction|supervising|support)
        who (reviews|checks|supervises)
        check (on|up on|in on)
        (get|gets|is|are|be) reviewed
        (reviewed|checked) (by|during|after|at|when|only)
        (answer|answers|accountable|report) to
        (set|sets|choose|choosing|find|finds) (my|their|her|his|your|own)? (own)? (direction|priority|priorities|goal|goals)
        who (set|choose|pick|assign|give|hand|define) * (direction|priority|goal|work|task|agenda)
        (to)? whom * (answer|report)
        how (freely|free)
        how (long|short|tight|loose) * (leash|rope|lead|rein)
        (every|each) (single)? (step|line|thing) * (check|review|watch|sign)
        (boss|manager|lead) * (check|review|watch|breathe|hover|look over)
        look over (her|his|their|my|your|the)? shoulder
        (close|tight|loose|constant) (eye|watch|tab)
        spelled out
        told what to do
        (self)? directed
        """,
    ),
    Concept(
        _names("complexity difficulty ambiguity problemsolving"),
        """
        complexity
        complex
        complicated
        difficulty
        how (difficult|hard|tough|tricky|gnarly|messy|challenging|ambiguous|thorny|hairy|intricate|demanding)
        (kind|type|sort|level|degree|amount) of (problem|challenge|difficulty|ambiguity|complexity)
        (what|which) (problem|challenge|puzzle|riddle)
        (kind|sort|type|kinda|sorta) (of)? * (problem|puzzle|challenge|brainteaser|riddle)
        (gnarly|thorny|hairy|tricky|knotty|hard|harder|hardest|tough|difficult|messy|unclear|novel|routine|unfamiliar|unsolved|ambiguous|undefined|open ended) (problem|question|work|stuff|thing|issue|challenge|task)
        ambiguity
        (without|no) (a|an|any|clear|established|known)? (recipe|pattern|playbook|precedent|documented steps|instructions|manual)
        (routine|easy|simple|straightforward) or
        open ended
        ambiguous
        """,
        """
        problem
        challenge
        challenging
        hard
        difficult
        tricky
        """,
    ),
    Concept(
        _names("impact influence reach effect"),
        """
        impact
        influence
        blast radius
        (matter|matters|count|counts|felt|feel|reach|ripple) (beyond|outside|past)
        (beyond|outside) (their|her|his|my|your|the|own|its)? (own)? (ticket|team|desk|work|task|group|area|department)
        ripple
        footprint
        who * (affected|affect|benefit|benefits)
        who feels
        matter (to|for) (anyone|anybody|others|whom|who|the)
        whose (result|work|goal|life|outcome)
        (affect|affects|affecting|touch|touches) (who|whom|what)
        how far * (reach|go|carry|felt)
        how (much|big|large|great) (a|of a)? (difference|effect|mark|dent)
        sphere of (influence|impact)
        what (difference|effect)
        reach of
        (make|making|have|has|having) (a|an|what)? (difference|effect|dent)
        """,
        """
        reach
        effect
        affect
        """,
    ),
    Concept(
        _names("decisionrights decisions authority decisionmaking decisionright"),
        """
        decision
        decide
        decides
        deciding
        decision rights
        authority
        (allowed|permitted|entitled|empowered|authorized) to
        (final|last|much|any|a) say
        say (over|in|on|about)
        (sign|signs|signing) off
        (sign|signing) off
        signoff
        (make|makes|making) * call
        call * shots
        (what|which) (call|choice)
        veto
        (power|mandate|right|permission) to
        who * (approves|approve|approval)
        how much say
        (last|final) word
        (settle|pick|rule on|rule) (without|or|on|the|a)
        (mine|theirs|hers|his|ours|yours) to (choose|decide|make|call)
        only propose
        (can|could|may|might|free to|get to) (a|an|the|my)? @ decide
        can * (approve|choose|overrule|veto|pick|greenlight|authorize)
        (hire|hiring) (and|or)? (fire|firing)
        (approve|pick|choose|overrule|settle|decide) * or (must|do|does|should|have to|need to|has to) (they|he|she|i|you|we)? (ask|check|escalate|propose)
        greenlight
        (may|can) * rule on
        sway
        """,
        """
        approve
        approval
        choose
        call
        rights
        """,
    ),
    Concept(
        _names("leadership mentoring guidingothers peopleleadership coaching peoplemanagement"),
        """
        leadership
        (lead|leading|guide|guiding|mentor|mentoring|coach|coaching|teach|teaching|manage|managing|supervise|develop|developing) (other|others|people|peers|someone|anyone|anybody|somebody|folks|junior|juniors|colleagues|teammates|interns|team|teams|staff|a team|the team|or lead|and lead)
        mentor
        mentoring
        mentorship
        coach
        coaching
        (people|team|line) (management|leadership|leading)
        direct reports
        (have|has|get|gets) (any|direct)? reports
        how many (people|reports)
        (look|looks|looking) after (people|other|others|junior|juniors|intern|interns|anyone|them)
        people side
        (side|part) of things * people
        (raise|train|groom|teach|bring up|develop|grow|mentor) * next generation
        (which|what|whose) (people|folks|engineers|staff|juniors) * (develop|lead|manage|coach|guide|mentor|teach)
        (intern|junior|mentee|people|newcomer|someone|anyone|anybody) to (look after|guide|mentor|teach|coach|supervise|manage|lead)
        (grow|growing|develop|developing|coach|coaching) (her|his|their|my|your|the|our) (own)? (people|team|report|engineer|staff|folks)
        whom * (develop|lead|manage|coach|guide|mentor)
        (help|helps|grow|growing|develop|develops) (other|others|her|his|their|the)? (people|folks|teammates|engineers|juniors|colleagues)
        help * grow
        assigned to
        (intern|interns|junior|juniors) (be)? (assigned|report)
        lead (the|a) team
        who * (lead|leads|guide|guides|supervise|manage|manages)
        """,
        """
        lead
        leads
        guide
        teach
        supervise
        """,
    ),
    Concept(
        _names("typicalexperience experience yearsofexperience years seniorityinyears tenure"),
        """
        years
        yrs
        yoe
        how (long|experienced|seasoned)
        how much experience
        how many (years|yrs|months)
        typical experience
        experience (level|range|required|needed|requirement|expected|typical)
        (required|needed|expected|typical|usual|minimum|average|prior|much|enough|work) experience
        (what|which) experience
        tenure
        seniority in years
        range of (exp|experience)
        (range|amount|level|length) of (exp|experience|years)
        birthdays
        how (green|fresh|new|old|senior in years)
        """,
        """
        experience
        exp
        """,
    ),
    Concept(
        _names(
            "activities tasks responsibilities duties daytoday whatyoulldo whatyoudo keyresponsibilities"
        ),
        """
        activity
        task
        duty
        duties
        responsibility
        responsibilities
        responsible for
        day to day
        daily (work|life|job|routine|tasks|basis)
        (all|whole|entire|typical|average|normal|usual) day
        day job
        (typical|average|normal|usual) week
        (monday|week|weekday|workday|morning) look like
        (typical|usual|normal|main|core) (assignment|chore|work|job|to do|todo)
        assignment
        chore
        (list|bullet|bullets) of (the)? work
        (time|days|hours) (on|doing|go|goes)
        (supposed|meant) to be doing
        (work|works|working) on
        what (do|does|would|will|did|should) * do
        what * busy with
        what (am|is|are|was) * doing
        what (is|does|would) (the|a|this|that|my|their)? * (job|role|work|position) * (involve|entail|like|about|look like|consist of|include)
        (job|role) (description|content|involve|entail)
        spend * (time|day|days|week|hours)
        what keeps * busy
        things * do
        bread and butter
        (daily|day to day|everyday) (grind|life|routine|business|stuff)
        grind
        (hands on|concrete|actual) (thing|work|stuff|task)
        (responsibilities|duties|tasks) section
        workload
        """,
        """
        do
        doing
        involve
        entail
        """,
    ),
    Concept(
        _names(
            "skills knowledge tools competencies competences technicalskills skillsknowledgetools abilities "
            "skillsandknowledge"
        ),
        """
        skill
        skillset
        skill set
        knowledge
        tool
        tooling
        toolkit
        toolbox
        competency
        competencies
        competence
        ability
        abilities
        technologies
        technology
        tech stack
        tech
        stack
        (programming|coding) languages
        know how
        need * (know|master|be good at|be able to)
        (have|has|should|must|ought) (to)? (know|learn|master)
        (what|which) * (know|learn|master|study)
        be (good|able|skilled|proficient) (at|to|in|with)
        (what|which) * be good at
        (area|areas) of (knowledge|expertise)
        knowledge area
        toolbox
        (test|interview|screen) for
        qualifications
        """,
        """
        know
        learn
        capabilities
        """,
    ),
    Concept(
        _names(
            "expectations whatgoodlookslike successcriteria standards performance criteria expectedresults"
        ),
        """
        expectation
        expected
        expect
        expects
        good look like
        (good|great|success|successful|excellent|strong|solid|excellence|done) (look|looks|looking) like
        what * good
        what (do|does|should|would|must) (a|an|the)? (good|great|strong|excellent|solid) @ (do|deliver|look like|achieve|bring|show)
        what (do|does|should|would|must) (a|an|the)? (good|great|strong|excellent|solid) @
        doing well (look|mean)
        success
        successful
        standard
        (the|what|raise|meet|which) bar
        bar for
        (judged|measured|evaluated|assessed|appraised)
        (judge|measure|evaluate|assess|rate)
        (do|doing|does|perform|performing) well
        (great|good|strong|excellent) * from (an|a)? (ok|okay|average|bad|weak|mediocre|poor)
        hold (her|him|them|me|someone|people) to
        nailing (it|this)
        how do i know i am
        (standard|bar) * (to meet|has to meet|must meet)
        performance
        requirement
        required of
        criteria
        criterion
        (meet|meets|exceed|exceeds) (expectation|the bar)
        """,
        """
        required
        demand
        demanded
        good
        great
        """,
    ),
)
