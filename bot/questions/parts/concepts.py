"""What people say for the dimensions that ladders commonly have.

A concept speaks for a dimension or section whose id, name or other name is one of its `names`; so
a ladder that calls autonomy "Independence" is asked with the same words. See `patterns` for how
the lines are written.
"""

from bot.questions.parts.concept import Concept, names_of
from bot.questions.parts.experience_concept import EXPERIENCE

_DECIDING = (
    "call|release|disburse|decide|settle|choose|pick|select|overrule|approve|veto|reject|cancel|kill|"
    "override|sign|spend|commit|change|drop|refuse|greenlight|authorize|authorise|determine|block|"
    "stop|adopt|turn down|switch|introduce|bless"
)
"""What somebody does who may decide."""

DIMENSIONS: tuple[Concept, ...] = (
    Concept(
        names_of(
            "scope breadth sizeofthework remit span scale ownership accountability range territory mandate"
        ),
        """
        (extent|range|breadth|size|scale) of (the|their|her|his|my)? responsibility
        (whole|entire|full) (project|product|platform)
        what * under * umbrella
        (have|has|take|takes|get|gets) ownership
        size of * (plate|desk|work|stuff)
        what (fall|falls|sit|sits|come|comes) under
        in charge of
        on the hook for
        (slice|share|chunk|part|portion) of the (product|company|business|system|codebase|stack)
        playing field
        team size
        size of (the|their|a|an|our)? (team|group|org|organization)
        how wide a
        just (a|one|the)? (bit|part|piece|component)
        scope
        breadth
        remit
        how (big|broad|wide|large|small)
        size of
        what size
        (area|sphere|span) of (responsibility|control|ownership|work)
        how much * (own|cover|responsible|accountable)
        (accountable|answerable|blamed) for
        how much ground
        how far * extend
        how much (is|are|do|does) * (look|looking) after
        (big|bigger|large|larger|broad|broader) (project|task|piece|thing|work|area|chunk)
        how many (team|system|service|area|project|product)
        number of (team|system|service|area|project|product)
        how much of the (product|company|system|codebase|stack|org|organization|business)
        (one|single|a) (team|area|system|component|module|service|department|feature|ticket|project|product|piece) * or (the|a)? (several|many|more|multiple|whole|entire|all|fleet)
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
        names_of("autonomy independence supervision selfdirection oversight latitude freedom"),
        """
        look (at|over|through) (the|their|her|his|my|your|each|every|all)? (work|code)
        self starter
        (keep|have) (an|a close|one)? eye on
        permission (for|to do) (everything|anything|each|every)
        who sign off on * work
        (line by line)
        look over * shoulder
        (leave|leaving|left) * to (their|her|his|my|your|its|our) own device
        (leave|leaving|left) * to figure
        figure * out (alone|themselves|herself|himself|myself|on)
        (how)? hands off
        (tell|told|telling) * exactly what
        (run|go|roll) with (thing|it)
        (someone|somebody|anyone|anybody|who) * (check|review|watch|approve|verify|supervise) * work
        (check|review|watch|verify) * (their|her|his|my|your) (work|code|every|everything)
        (under)? (close|constant) (watch|supervision|scrutiny)
        (set|sets|choose|picks|define) (my|their|her|his|your) (own)? (direction|priority|goal|agenda)
        who (is|are) * (boss|manager)
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
        (leave|leaving|left|let) (a|an|the|my|our)? (@|him|her|them|me|someone|somebody|people) alone
        (check|checks|checking|review|reviews|reviewing|inspect|look at|looks at|look over|watch|verify) (everything|every|each|all)
        (look|looks|looking|glance) at (the|their|her|his|my)? (work|code|result|output|analysis)
        (sit|sits|sitting|stand) (next|beside) (to)?
        (anybody|anyone|somebody|someone|anybody's|someone's) (ok|okay|approval|permission|blessing|say so)
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
        (look|looking|watch|watching|stand|standing|hover|hovering|breathe|peer) over (her|his|their|my|your|the)? shoulder
        (close|tight|loose|constant) (eye|watch|tab)
        spelled out
        told what to do
        (run|runs|running) (it|them|this|that|thing|things|everything|anything|stuff|change|plan|idea) (by|past) (a|an|the|their|his|her|my)? (someone|somebody|anyone|anybody|me|them|boss|manager|lead)
        (come|comes|go|goes|turn|turns|run) to (me|us|you|them|somebody|someone|their|his|her|my|the|a) * (for|with|before) (every|each|all|any|everything|anything)
        without (a|an|any|code|prior)? review
        (tell|tells|telling) (a|an|the|our)? (@|them|him|her|me) what
        (trust|trusts|trusted|trusting) (with|to|alone)
        (ask|asks|asking|check|checking) (a|the|their|somebody|someone)? (boss|manager|lead|senior)? * (before|first)
        left to (themselves|himself|herself|itself|it)
        (report|reports|reporting) (on)? progress
        (self)? directed
        (tell|told|telling|show|shown|dictate|explain|explained) (a|an|the|my|our)? (@|them|him|her|me|us|people)? (exactly)? (what|how|which|where) (task|ticket|work|thing|tool|step|method|way)? to (do|work|build|code|solve|write|use|take|pick|go|approach|handle|tackle|behave|start|proceed|follow)
        (hand|give|assign) (them|him|her) (their|the|a)? (work|task|project|ticket|story|topic)
        (wait|waits|waiting|sit|sits) (for|until|around) (instruction|order|direction|task|work|someone|somebody|assignment|go ahead|it|one|ticket)
        (pick|find|choose|select|seek|look for|define|invent|bring|create) (their|her|his|my|your) own
        (get|gets|is|are|be|being) steered
        (watched|checked|supervised|monitored|managed|guided) (more|less|most|least|closely|tightly)
        steered by
        """,
        """
        (their|her|his|my|your) own
        (get|gets|be|being|is|are) (handed|assigned|dealt|spoonfed)
        alone
        """,
    ),
    Concept(
        names_of("complexity difficulty ambiguity problemsolving problems judgement judgment"),
        """
        documented steps
        (simple|easy|easier|routine|straightforward) or (complicated|complex|hard|difficult|tricky|messy)
        (complicated|complex|hard|difficult|tricky|messy) or (simple|easy|routine|straightforward)
        (hard|tough) nut
        (incomplete|partial|missing|conflicting) (information|data|requirement)
        (sort|kind|type|what) (of)? (headache|mess)
        (sort|sorts|sorting) out
        is there (a|an|any) (playbook|recipe|manual|template|pattern)
        cookie cutter
        (well)? trodden
        new ground
        nobody (has|had|have)? (done|seen|solved|cracked|tried|a pattern|an answer|a recipe)
        (well|clearly|badly|poorly|neatly|vaguely|precisely) (described|defined|specified|scoped|understood|laid out|spelled out)
        (clear|known|obvious|defined|understood|well defined) (from|at) (the)? (start|outset|beginning)
        or (vague|fuzzy|open ended|ambiguous)
        (fuzzy|vague|unclear|ambiguous|changing|shifting) (requirement|need|ask|goal|spec)
        (nasty|ugly|messy|wicked) (problem|one|stuff|bug|issue|work)
        complexity
        complex
        complicated
        difficulty
        how (difficult|hard|tough|tricky|gnarly|messy|challenging|ambiguous|thorny|hairy|intricate|demanding|complicated|complex|nasty|routine|simple|easy|straightforward|vague|unclear|open)
        (kind|type|sort|level|degree|amount) of (problem|challenge|difficulty|ambiguity|complexity|novelty|uncertainty)
        how (ill|well|badly|poorly) (defined|specified|described)
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
        names_of("impact influence reach effect radius"),
        """
        (how many|which|what) (people|team|user|customer) * affected
        who (do|does) * (touch|affect|reach|benefit|help|serve)
        whom * (touch|affect|reach|benefit|help|serve)
        how (broadly|widely|far|deeply) * felt
        what would (break|happen|suffer|fall apart)
        who (notice|notices|suffers|cares|care|depends|relies|gains)
        how far (do|does|did) * (go|reach|carry|travel|extend)
        (wide|big|large) * splash
        splash
        move * needle
        whose (life|lives)
        impact
        influence
        blast radius
        (who|whom) (do|does|did|will|would|should|must|can) * (work|interact|collaborate|deal|talk|partner|liaise) (with|to)
        (which|what) * (team|stakeholder|people|department|function|partner|colleague) (do|does|will|would|should) * (work|deal|interact|collaborate|partner|talk) (with|to)
        (what|whats|which) * (get|gets|gain|gains) (out of|from) (a|an|the|our)? @
        who (does it|do they|would it) (matter|help)
        (matter|matters|count|counts|felt|feel|reach|ripple) (beyond|outside|past) (their|her|his|my|your|the|own|its)? (own)? (ticket|team|desk|work|task|group|area|department)?
        (beyond|outside) (of)? (their|her|his|my|your|the|own|its)? (own|immediate|direct|home)? (ticket|team|desk|work|task|group|area|department)
        (notice|noticed|notices|felt|feel|feels) (by|in|outside|beyond|across|throughout) (of)? (the|their|our|other|whole|entire|a)? (whole|entire)?
        (team|company|industry|world|department|organization|customer|user|others) (notice|feel|profit|benefit)
        people (notice|profit|benefit)
        ripple
        footprint
        who * (affected|affect|benefit|benefits|better off|worse off)
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
        names_of(
            "decisionrights decisions authority decisionmaking decisionright signoff approval"
        ),
        f"""
        (sign|signing|signature|signoff|approval|spending|lending) (limit|power|threshold|ceiling|cap|authority|right)
        (how much|how large|how big|how high|how many|what|up to what) * (can|could|may|is|are) (a|an|the)? @ (allowed to|able to|free to|entitled to)? (sign|release|spend|commit|authorize|authorise|approve|pay out|grant|lend|disburse|sign off|decide on)
        (sum|amount|money) (can|could|may) (a|an|the)? @
        (move|release|commit|pay out|hand out) (the|any)? (money|fund|payment|sum)
        (set|define|decide|pick) (the|technical|coding|our|team)? (technical|coding|engineering)? standards
        what (require|need) (an|any)? approval
        (which|what) (call|choice|decision) * up to
        whose (call|decision|choice)
        (is|was) (it|that|this) (really)? (a|an|the)? @ (call|decision|choice)
        (need|needs|require) * (signature|approval|permission|blessing|go ahead)
        (vote|voice) (on|in|over)
        say (no|yes) (to)?
        (allowed|permitted|entitled|empowered|get|gets) to (just|simply|still|also)? ({_DECIDING})
        (is|are|am|do|does|did|would|should) (a|an|the|my|our)? @ (allowed|permitted|entitled|empowered|free|get) to (just|simply|still|also)? ({_DECIDING})
        (can|could|may|might|should) (a|an|the|my|our)? @ (just|simply|still|also|even|really|actually|himself|herself|alone)? ({_DECIDING}) (the|a|their|her|his|our|my)? (tech|stack|tool|tech stack|framework|architecture|approach|technology|vendor|library)?
        @ (can|could|may|might) (just|simply|still|also|even|really|actually)? ({_DECIDING})
        what can * (sign|approve|decide|authorize)
        (hire|hiring|firing|spending|signing|veto|budget|voting|buying) (power|authority|right)
        who (has|have|gets|must|needs) * (bless|approve|confirm|sign|rubber stamp|ok)
        bless
        (spend|approve) * (money|budget|without)
        (choose|choosing|pick|picking|select|selecting) (the|a|their|her|his|our|my)? (tech|stack|tool|tech stack|framework|architecture|approach|technology|vendor|library)
        what gets to be (her|his|their|my|your|the) (call|decision)
        decision
        decide
        decides
        deciding
        decision rights
        authority
        (what|which|how) * (allowed|permitted|entitled|empowered|authorized) to
        (allowed|permitted|entitled|empowered|authorized) to (just|simply|still|also)? (set|define|merge|ship|deploy|release|hire|fire|promote|spend|make|change|own|drop|adopt|push|say|commit|start|stop|sign)
        (final|last|much|any|a) say
        (have|has|had|get|gets|a|any|no|much|more|some|final|last|the|their|own) say (over|in|on|about)
        (sign|signs|signing) (it|them|this|that|thing|stuff|work|everything|anything)? off
        signoff
        (make|makes|making) * call
        call * shots
        (what|which) (call|choice)
        veto
        mandate
        escalate
        push back (on|against)
        (choose|choosing|pick|picking|select|selecting) (the|a|their|own)? * (approach|tool|design|stack|architecture)
        (power|mandate|right|permission) to
        who * (approves|approve|approval)
        (last|final) word
        (settle|pick|rule on|rule) (without|or|on|the|a)
        (mine|theirs|hers|his|ours|yours) to (choose|decide|make|call)
        only propose
        (ask|asks|check|clear it|permission) (somebody|someone|anybody|anyone|me|us|the manager|the lead)? before (he|she|they|i|we|you)? (dropping|changing|choosing|picking|switching|deciding|cancelling|shipping|using|adopting|drop|change|choose|pick|switch|decide|cancel|use|adopt)
        can * (approve|choose|overrule|veto|pick|greenlight|authorize) (the|a|their|her|his|our|my)? (tech|stack|tool|tech stack|framework|architecture|approach|technology|vendor|library)?
        (hire|hiring) (and|or)? (fire|firing)
        can (a|an|the|my)? @ (hire|fire) (people|someone|anyone|anybody|somebody|staff|others|for)?
        (approve|pick|choose|overrule|settle|decide) * or (must|do|does|should|have to|need to|has to) (they|he|she|i|you|we)? (ask|check|escalate|propose)
        (may|can) * rule on
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
        names_of(
            "leadership mentoring guidingothers peopleleadership coaching peoplemanagement people "
            "growingothers developingothers lookingafterpeople"
        ),
        """
        (who|whom) (do|does|should|would|will|must) (they|he|she|it|a|an|the)? (@)? (coach|mentor|teach|develop|guide|train|lead|manage)
        (who|whom) (do|does|should|would|will|must) (a|an|the)? @ help (grow|develop|learn|improve|get better)
        who report (in|directly|up)? (in)? to
        (have|has|get|given|be given) (a|my own|their own|his own|her own) team
        (under|beneath) (their|her|his|my|your|its|our) wing
        show * the ropes
        (have|has|get|gets|manage|lead) (any|direct)? (minion|underling|subordinate|report)
        (a|an|any|the)? people manager
        (bring|brings|bringing) up (junior|people|newcomer|next|others|interns)
        (run|runs|running) (a|the|their|her|his|my|your|whole)? team
        (responsible|accountable) for (other|others|people|staff|junior|anyone|anybody|the people|the team)
        (other|colleague|teammate|peer|people|junior|newcomer) * (grow|develop|improve|learn|get better)
        do (1 1s|1on1|one on one|quantity)
        one on one
        leadership
        (lead|leading|guide|guiding|mentor|mentoring|coach|coaching|teach|teaching|manage|managing|supervise|develop|developing) (other|others|people|peers|someone|anyone|anybody|somebody|folks|junior|juniors|colleagues|teammates|interns|team|teams|staff|a team|the team|or lead|and lead)
        mentor
        mentoring
        mentorship
        coach
        coaching
        (people|team|line) (management|leadership|leading)
        direct reports
        how many (people|reports)
        (look|looks|looking) after (people|other|others|junior|juniors|intern|interns|anyone|them)
        people (side|responsibility|duty|part|stuff|work)
        (people|anyone|anybody|someone|somebody|staff|folks|others|engineers|juniors) (working|reporting)? (under|below|beneath|to) (him|her|them|me|you|us)
        (who|whom) (do|does|should|would|will|must) (they|he|she|it|a|an|the)? (@)? (bring up|raise|grow|groom|sponsor|back)
        (side|part) of things * people
        (raise|train|groom|teach|bring up|develop|grow|mentor) * next generation
        (which|what|whose) (people|folks|engineers|staff|juniors) * (develop|lead|manage|coach|guide|mentor|teach)
        (intern|junior|mentee|people|newcomer|someone|anyone|anybody) to (look after|take care of|watch|guide|mentor|teach|coach|supervise|manage|lead)
        (grow|growing|develop|developing|coach|coaching) (her|his|their|my|your|the|our) (own)? (people|team|report|engineer|staff|folks)
        whom * (develop|lead|manage|coach|guide|mentor)
        (help|helps|grow|growing|develop|develops) (other|others|her|his|their|the)? (people|folks|teammates|engineers|juniors|colleagues)
        (help|train|teach|guide|coach|tutor|onboard|support|supervise|look after|take care of|care for|keep an eye on) (a|an|the|any|some|our|their|his|her|fresh)? (new|newer|other|less experienced|younger)? (somebody|someone|anybody|anyone|others|junior|newcomer|newbie|hire|joiner|starter|rookie|graduate|apprentice|trainee|intern|colleague|teammate|peer)
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
    EXPERIENCE,
)
"""Of dimensions."""
