"""What people say for the sections that ladders commonly have.

See `concepts` for the dimensions, and for what a concept is.
"""

from bot.questions.parts.concept import Concept, names_of

SECTIONS: tuple[Concept, ...] = (
    Concept(
        names_of("behaviors behaviours conduct values principles attitudes"),
        """
        (behave|behaves|behaving)
        (act|acts|carry|carries|conduct|conducts) (like|themselves|themself|himself|herself|oneself|yourself|myself)
        (attitude|mindset|demeanor|conduct|manners)
        """,
    ),
    Concept(
        names_of(
            "activities tasks responsibilities duties daytoday whatyoulldo whatyoudo keyresponsibilities mainduties everydaywork missions"
        ),
        """
        what (is|lands|goes|comes|sits)? * on * (plate|desk|table)
        what (work|job) * (lands|land|goes|go|falls|ends up) (on|to) (the|a|an)? (desk|plate|table)?
        (what|who) fill * (calendar|day|week|time)
        (tuesday|wednesday|thursday|friday|monday|weekday|morning|day) (of|in the life of|for|with) (a|an|the)? @
        day in the life
        what would (i|you|we|they) (actually)? be doing
        (which|what) (job|task|duty|chore|work) (land|lands|fall|falls|end up|go|goes) (on|to|with)
        (which|what) (job|task|duty|chore|work|thing|stuff) * (hand|give|assign|delegate|pass) (over|down|on)? (to)?
        what (kind|sort|type) of (task|work|thing|job|assignment) * (go|goes|land|come)
        what (do|does|would|will) (a|an|the)? (day|week|month|sprint|morning|shift) look like
        (day|week|month|sprint|morning|shift) (look|looks) like
        (spend|spends|spending) (their|her|his|my|your|the)? (time|day|week|hours)
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
        (crank|cranks|churn|churns|pump|pumps) out
        in the (job|role) of (a|an|the)? @
        where (do|does|did|would) * (time|day|days|week|hours|energy) * (go|spent)
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
        names_of(
            "skills knowledge tools competencies competences technicalskills skillsknowledgetools abilities "
            "skillsandknowledge"
        ),
        """
        (what|which) (programming|coding)? (language|framework|library|technology)
        (language|framework|library|technology) (or|and) (language|framework|library|tool|technology)
        what (is|are|makes) (a|an|the)? @ (good|great|skilled|proficient|competent) (at|in|with)
        (test|quiz|grill|screen|examine|interview) (a|an|the|them|someone)? @ (on|for|about)
        (test|quiz|grill|examine) (them|someone|people) on
        what (tech|tool|stack|software) (do|does|would|will|should)
        skill wise
        (brush|bone|swot|polish) up (on)?
        bring to the table
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
        names_of(
            "expectations whatgoodlookslike successcriteria standards performance criteria expectedresults"
        ),
        """
        (make|makes) (a|an|the)? @ (outstanding|excellent|exceptional|great|stellar|good|successful|stand out)
        (consider|considered|seen|regarded) (as)? (solid|good|strong|great|successful|excellent)
        what (result|outcome|output|quality|standard|level of) * (want|expect|need|look for) (from|of)
        (expect|expected) (from|of)
        (what|which) (do|does|would|should) (you|we|they|one|people|managers) look for in
        look for in (a|an|the)? @
        (what|how) (should|must|would|will|does|do|can) (a|an|the|my)? @ (have)? (show|shown|prove|proven|deliver|delivered|achieve|achieved|accomplish|accomplished|demonstrate|demonstrated)
        (recognize|recognise|tell|know|spot) (that|if|whether|when) (a|an|the|my)? (@|he|she|they) (is|are|do|does|did)? (doing|performing|working)? (it|the job|this)? (really|very|quite)? (well|great|excellent|fine|good)
        (what|which) (am|should|do|must|shall|can) (i|we|one|you) (to)? (look|watch|check) (for|out for)
        sign (of|that)? * (doing|good|great|well|strong)
        (separate|separates|distinguish|makes|make|tell|tells) (a|an|the)? (ok|okay|average|good|bad|weak|great|mediocre) @
        expectation
        expected
        expect
        expects
        good look like
        (good|great|success|successful|excellent|strong|solid|excellence|done) (look|looks|looking) like
        what (do|does|should|would|must) (a|an|the)? (good|great|strong|excellent|solid) @ (do|deliver|look like|achieve|bring|show)
        what (do|does|should|would|must) (a|an|the)? (good|great|strong|excellent|solid) @
        what * good
        (do|does|doing|did) (a|an|her|his|their|my|the)? (good|great|fine|decent|solid|strong|bad|poor|excellent|proper|ok|okay|nice) (job|work)
        doing well (look|mean)
        (is|are|am|be|get|gets) (a|an|the)? (@|they|he|she|i|we)? held to
        success
        successful
        standard
        (the|what|raise|meet|which) bar
        bar for
        (judged|measured|evaluated|assessed|appraised)
        (judge|measure|evaluate|assess|rate)
        (do|doing|does|perform|performing) (well|badly|poorly|great|fine)
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
