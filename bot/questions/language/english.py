"""Everyday words that say nothing about which level is meant, and short forms of titles.

The short forms are those of the ladder's facts ("People shorten these words in questions").
"""

# ruff: noqa: E501 - long word lists are easiest to read and to edit as running text

SHORT_FORMS: dict[str, str] = {
    "ml": "machine learning",
    "dl": "deep learning",
    "mle": "machine learning engineer",
    "mles": "machine learning engineers",
    "swe": "software engineer",
    "swes": "software engineers",
    "sde": "software engineer",
    "sdes": "software engineers",
    "sw": "software",
    "ds": "data scientist",
    "dss": "data scientists",
    "fe": "frontend",
    "be": "backend",
    "stats": "statistics",
    "stat": "statistical",
    "eng": "engineer",
    "engr": "engineer",
    "engg": "engineer",
    "dev": "developer",
    "devs": "developers",
    "engs": "engineers",
    "sr": "senior",
    "snr": "senior",
    "jr": "junior",
    "jnr": "junior",
    "mgr": "manager",
    "mngr": "manager",
    "mgmt": "management",
    "em": "engineering manager",
    "dir": "director",
    "assoc": "associate",
    "lvl": "level",
    "lvls": "levels",
    "tl": "team lead",
    "princ": "principal",
    "dist": "distinguished",
    "modelling": "modeling",
    "lll": "iii",
    "u": "you",
    "ur": "your",
    "wat": "what",
    "wut": "what",
    "abt": "about",
}

MISSPELLED = {"principle": "principal"}
"""Common words that are often written for a title's: before "of" they are meant as they stand."""

AMBIGUOUS_SHORT_FORMS = frozenset({"be", "dev", "dist", "em", "stat", "stats", "sw"})
"""Short forms that are also everyday words: they count only beside another part of a title."""

ROLE_WORDS = frozenset(
    "engineer engineers scientist scientists developer developers programmer programmers "
    "professional professionals ic person people role roles position positions title titles "
    "job jobs member employee individual contributor contributors engineering".split()
)
"""Nouns that may stand in any title and choose no level of their own."""

SENIORITY = frozenset(
    "junior senior lead principal staff associate manager director head chief trainee intern apprentice "
    "graduate fellow distinguished expert entry mid".split()
)
"""Words that say a level in titles of any job."""

PROFESSIONS = frozenset(
    "engineer engineers engineering scientist scientists developer developers programmer "
    "programmers professional professionals".split()
)
"""Those of them that make a title of a word before them: "a senior engineer"."""

DOER: dict[str, str] = {
    "science": "scientist",
    "engineering": "engineer",
    "modeling": "modeler",
    "statistics": "statistician",
    "development": "developer",
    "design": "designer",
    "research": "researcher",
    "analysis": "analyst",
    "analytics": "analyst",
    "architecture": "architect",
    "administration": "administrator",
    "accounting": "accountant",
    "programming": "programmer",
    "writing": "writer",
    "recruiting": "recruiter",
    "marketing": "marketer",
    "consulting": "consultant",
}
"""A field, and who works in it: a decision scientist is of Decision Science."""

COUNTED = frozenset(
    "year years yr yrs yoe month months week weeks day days hour hours time times people reports "
    "percent minutes more of role roles position positions job jobs opening openings open project "
    "projects team teams engineers scientists developers things x ppl folks persons heads sentence sentences line lines liner pager word words paragraph bullets "
    "message messages page pages post reply table sheet place go".split()
)
"""Words before which a number counts something and is no grade: "2 years"."""

THANKS = frozenset("thanks thank thx thanx ty cheers merci danke gracias".split())

LEVEL_WORDS = frozenset("level levels grade grades code lvl tier rung step band".split())

SEPARATORS = frozenset("vs versus v and or to from than with between against into then not".split())
"""Words that part two levels from each other."""

DEGREES = frozenset("more most less least".split())
"""Words before what levels are compared by: "who is more senior"."""

TITLE_CONNECTORS = frozenset("of in the a an for on at by".split())
"""Words that may stand inside a title: Director of Machine Learning."""

AFTER_GRADE_I = frozenset(
    "card level role title position mean means meaning please pls plz thanks thx ty is vs versus v and "
    "or to from than with supposed expected usually typically in at for on of by "
    "does has needs gets says knows uses requires owns leads works handles decides earns makes brings "
    "through thru till until learns which what who whose lol are".split()
)
"""Words before which a lone "I" is the grade; before every other word it is the pronoun.

Among them are verbs of what one other does: "I" needs, and never "needs".
"""

ENDING_VERBS = frozenset("do need earn make get know have".split())
"""Verbs that end a question about a title: "what does a software engineer I do?"."""

ASKING = frozenset(
    "what whats who whos is are was tell describe show explain define about card cards level mean means "
    "definition look like lookup find see view wanna gimme lemme me a an the does do for of to us please pls plz thanks thx hi hey "
    "hello so and our here would be called considered exactly even this that in at title role position person someone".split()
)
"""The words of a plain question: around a bare "senior" or "staff" no others may stand."""

NUMBER_WORDS: dict[str, int] = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten".split(), start=1
    )
}

ROMAN_NUMERALS: dict[str, int] = {
    word: number
    for number, word in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), start=1)
}

GREETINGS = frozenset(
    "hi hello hey heya hiya yo howdy morning afternoon evening greetings sup there team all folks "
    "por favor bitte danke merci gracias svp hola hallo bonjour salut ciao welcome newbie noob "
    "good please pls plz thanks thank thx ty cheers you u bot levelbot ping test testing".split()
)

HELP_WORDS = frozenset(
    "help me i need can please usage commands command instructions manual menu start".split()
)
BROWSE_WORDS = frozenset(
    "levels level families family ladder ladders tracks track codes grades titles roles "
    "steps ranks tiers rungs bands".split()
)
BROWSE_VERBS = frozenset(
    "list show browse which what every all available exist exists there overview have".split()
)

PLAINLY_ASKING = ASKING | GREETINGS
"""Words that ask for no more than what is named beside them."""

ARTICLES = frozenset(["a", "an", "the"])

INDEFINITE = frozenset(["a", "an"])
"""Words that begin a title, and never its last part: "of a"."""

SOMEBODYS = frozenset("my our your his her their".split())
"""Words that say whose somebody or something is."""

FILLERS = (
    frozenset(
        """
    a able about absolutely according actually after again ahead also am an and another any anybody
    anyone anything are around as ask asked asking asks at away back basic basically be because been
    before being below best better between big bit both bring brief briefly but by call called calling
    can cannot cant card cards carefully check clarify clear come comes compare compared comparison confused
    could couldnt curious current currently day days deal define defined defines defining definition
    describe described describes description detail details did didnt differ difference differences
    different differs do does doesnt doing done dont dude each earth either else em entail entails
    entire ever every everybody everyone everything exactly example examples expect expectation
    expectations expected expects explain explained explanation far few figure fill find fine first
    following for forgot found friend from full fully fun further general generally get gets getting
    give gives giving go goes going gonna good got gotta great guess guys had happen happens hard has
    hasnt have havent having he hear heard heck hell her here hers hey hi him himself his hmm hoping
    how however i id idea if ill im in include included includes including info information instead
    interested into involve involved involves is isnt it its ive joined joining just keep kind kinda
    know knows known last later latest least let lets like likely list listed little ll lol look looked
    looking looks lot made make makes many matter may maybe me mean meaning means meant might mind mine
    minute min moment more most much must my myself name named need needed needs never new next nice no
    nobody normal normally not nothing now of off ok okay old on once one ones only open or other others
    our ours out over overall own part people per perhaps person place plain please point possible post
    pretty probably pull put question questions quick quickly quite rather re read reading real really
    recently regarding regards related remember remind report reporting reports required requirement
    requirements requires right role roles said same say saying says see seem seems seen send sent set
    several shall share she short should show showing shows simple simply since single so some somebody
    someone something sometimes somewhere sorry sort specific start started still stuff such summarize
    summary terms wat wut whut lemme gimme gonna clue recruiter hr hrbp offer letter contract joined
    leveled levelled mapped slotted placed slot reads read says system title lists
    supposed sure take taken talk talking tell tells than that thats the their theirs them
    themselves then there these they thing things think this those though though anyway anyways through til till time to today
    together tomorrow too top total totally tried try trying two type typical typically um under
    understand understanding until up upon us use used useful uses using usual usually ve very via view
    want wanted wanting wants was wasnt way ways we week well went were weve what whatever whats when
    where whether which while who whole whom whos whose why will wish with within without won wonder
    wondering wont word words work working works would wouldnt wrong yeah yep yes yesterday yet you your
    yours yourself youre
    asap btw fyi idk imo lmk tbh tldr omg wtf ok pls plz thx ty cheers thanks thank guys folks hello
    morning afternoon evening mate pal boss colleague colleagues teammate teammates manager candidate
    candidates hire hired hires hiring interview interviewing offer calibrate calibrating calibration
    calibrations promotion promotions promo promoted promote review reviews career careers company
    official officially exact precisely precise literally actual version text wiki page doc docs
    document hr chat channel thread slack sb sth somebody's
    level levels leveling levelling ladder ladders track tracks grade grades code codes card title
    titles family families job position positions rung rungs lvl band bands tier tiers step steps
    summary meaning overview
    scope autonomy autonomous independence independent complexity complex impact decision decisions
    decide decides rights leadership supervision experience experienced years year yrs yoe exp
    activities activity tasks task duties duty responsibilities responsibility responsible skill skills
    knowledge tools expectation expectations pay paid pays salary comp compensation money earn earns
    earning soc onet typical daily ic ics
    """.split()
    )
    | GREETINGS
    | BROWSE_VERBS
    | SEPARATORS
    | TITLE_CONNECTORS
    | LEVEL_WORDS
)
