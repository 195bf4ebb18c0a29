"""What people say for dimensions that the shipped ladder does not have, and many others do.

See `concepts` for what a concept is.
"""

from bot.questions.parts.concept import Concept, names_of

# ruff: noqa: E501 - patterns are easiest to read and to edit as running text

OTHER_DIMENSIONS: tuple[Concept, ...] = (
    Concept(
        names_of("communication communicating clarity writing speaking storytelling presenting"),
        """
        (communicate|communicates|communicating|communication)
        (speak|speaks|talk|talks|write|writes|explain|explains|express|present) (clear|clearly|well|plainly)
        (write|writes|writing) (and|or) (speak|speaks|speaking|talk|talks|present|presents)
        (speak|speaks|speaking|talk|talks) (and|or) (write|writes|writing)
        (get|gets|getting|put|puts) * (point|message|idea) across
        (speak|present|talk) (to|in front of) (an|the|a|big)? (audience|crowd|room)
        articulate
        """,
        """
        write
        speak
        present
        explain
        """,
    ),
    Concept(
        names_of("collaboration teamwork partnership crossfunctional stakeholders relationships"),
        """
        (collaborate|collaborates|collaborating|collaboration)
        teamwork
        team player
        (who|whom) (do|does|would|will|should|must) (a|an|the)? @ (work|partner|deal|team up) (with|alongside)
        (work|works|working) (together|with other|with others|across)
        (partner|partners|partnering) with
        (across|between) (team|department|group|function|craft|discipline)
        stakeholder
        get along
        """,
    ),
    Concept(
        names_of(
            "clientcontact clients client customercontact customers customer customertrust "
            "customerfocus clientfocus clientexposure clientrelationships"
        ),
        """
        (talk|talks|speak|speaks|write|writes|listen|listens|deal|deals|dealing) * (client|customer|outsider|guest)
        (meet|meets|see|sees|face|faces|visit|visits|call|calls|know|knows) (with)? (the|any|a|an|our|their)? (client|customer|outsider|guest)
        (client|customer) (facing|meeting|call|visit|contact|exposure)
        in front of (a|the|our|any)? (client|customer)
        (contact|touch) (with|to) (the|our|any)? (client|customer|outside|outsider)
        (who|whom) * (talk|speak|deal|meet|write) * (outside|external)
        (let|lets|put) * (client|customer)
        """,
        """
        client
        customer
        """,
    ),
    Concept(
        names_of("budget budgets money purse funds spending finances"),
        """
        (what|how much) (money|cash|budget|fund) (do|does|can|may|could|will|would) (a|an|the)? @ (hold|have|spend|control|manage|handle|administer|look after|get to spend)
        (hold|holds|control|controls|own|owns|manage|manages|handle|handles) (a|an|the|any|some|their|own)? (own)? (money|budget|purse|fund|funds|cash)
        (spend|spends|spending)
        (buy|buys|buying|purchase|purchases|purchasing)
        (budget|budgets)
        """,
    ),
    Concept(
        names_of(
            "craft craftsmanship mastery workmanship technicaldepth technicalexcellence "
            "technicalexpertise qualityofwork qualitybar"
        ),
        """
        (craft|craftsmanship|mastery|workmanship)
        (quality|polish|standard) of (the|their|her|his|your)? (own)? (work|craft|output|result)
        how (skilled|polished|masterful|proficient|expert|deep)
        technical (depth|bar|level|ability|excellence)
        good (at) (the|their|her|his|its)? (craft|trade|own craft)
        """,
        """
        quality
        """,
    ),
    Concept(
        names_of("delivery execution results productivity shipping reliability"),
        """
        (deliver|delivers|delivering|delivery)
        (ship|ships|shipping)
        (get|gets|getting) (thing|stuff|work|it) done
        (on|in) time
        deadline
        (execute|executes|executing|execution)
        how (fast|reliable|reliably|quickly|productive)
        """,
    ),
    Concept(
        names_of("strategy vision strategicthinking planninghorizon timehorizon horizon"),
        """
        how far (ahead|out|into the future|in advance)
        (plan|plans|planning|think|thinks|thinking|look|looks|looking) (ahead|long term|forward)
        (big|bigger) picture
        (long|longer) (term|run)
        (strategy|strategic|vision|horizon)
        (week|month|quarter|year) ahead
        """,
    ),
    Concept(
        names_of("safety risk safetymindset riskmanagement patientsafety hazardawareness"),
        """
        (safe|safely|safety|hazard|danger|dangerous|accident|harm|unsafe)
        what (if|when) * (go|goes) wrong
        (stop|stops|halt|halts) (the|a|any)? (work|job|line|shift)
        """,
        """
        risk
        risky
        """,
    ),
    Concept(
        names_of("innovation creativity continuousimprovement improvement"),
        """
        (innovate|innovates|innovation|invent|invents|creative|creativity)
        (new|fresh|own) idea
        (improve|improves|improving) (how|the way|process|things)
        (better|new) way
        """,
    ),
    Concept(
        names_of(
            "education qualification qualifications certificates certifications registration degree "
            "licence license training"
        ),
        """
        (degree|diploma|certificate|certification|certified|licence|license|licensed|qualified|registered|exam)
        (phd|doctorate|bachelor|masters)
        (what|which) * (study|studied|trained|school|schooling)
        """,
    ),
)
